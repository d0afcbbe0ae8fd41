package io.github.avnfh.examples.longitudinal;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.VisibleText;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.statistics.ConfidenceLevel;
import io.github.avnfh.core.statistics.PValueAdjustment;
import io.github.avnfh.examples.cli.OutputFolder;
import io.github.avnfh.examples.cli.Progress;
import io.github.avnfh.examples.cli.RunOutcome;
import io.github.avnfh.examples.cli.TableOptions;
import io.github.avnfh.examples.figure.Figure;
import io.github.avnfh.examples.figure.Illustration;
import io.github.avnfh.examples.figure.VisitMeansFigure;
import io.github.avnfh.examples.survival.CovariateSpec;
import io.github.avnfh.scoring.longitudinal.DegreesOfFreedom;
import io.github.avnfh.scoring.longitudinal.EstimatingEquations;
import io.github.avnfh.scoring.longitudinal.Link;
import io.github.avnfh.scoring.longitudinal.MixedModel;
import io.github.avnfh.scoring.longitudinal.SandwichVariance;
import io.github.avnfh.scoring.longitudinal.TimeEffect;
import io.github.avnfh.scoring.longitudinal.VisitCovariance;
import io.github.avnfh.scoring.longitudinal.VisitModelFit;
import io.github.avnfh.scoring.longitudinal.VisitScores;
import io.github.avnfh.scoring.longitudinal.WorkingCorrelation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code avnfh longitudinal}: one model of the scores of all visits, from one table. */
@Command(
    name = "longitudinal",
    description = "Model the scores of all visits from one table, a row per hip and visit.",
    mixinStandardHelpOptions = true)
public final class LongitudinalCommand implements Callable<Integer> {
  private static final String GEE = "gee";

  /** Below this many patients the plain sandwich is too small. */
  private static final int MANY_PATIENTS = 50;

  @Mixin
  private VisitSheet.Columns columns;

  @Option(
      names = "--covariate",
      paramLabel = "SPEC",
      arity = "1..*",
      description =
          "Covariates: COL a number, COL:factor, COL:factor=REFERENCE, COL:spline3 to COL:spline7"
              + " (restricted cubic, with that many knots). Rows with an empty cell are left out.")
  private List<String> covariates = List.of();

  @Option(
      names = "--method",
      required = true,
      paramLabel = "METHOD",
      description = "random-intercept, unstructured, compound-symmetric, autoregressive or gee.")
  private String method;

  @Option(
      names = "--link",
      paramLabel = "LINK",
      description = "With gee: identity, logit (odds) or log (risks). Default: identity.")
  private Optional<String> link = Optional.empty();

  @Option(
      names = "--working",
      paramLabel = "CORRELATION",
      description = "With gee: independence or exchangeable. Default: exchangeable.")
  private Optional<String> working = Optional.empty();

  @Option(
      names = "--sandwich",
      paramLabel = "VARIANCE",
      description = "With gee: sandwich, kauermann-carroll or mancl-derouen. Default: sandwich.")
  private Optional<String> sandwich = Optional.empty();

  @Option(
      names = "--df",
      paramLabel = "METHOD",
      description =
          "Without gee: satterthwaite, kenward-roger, between, or cr2 (robust by patient). Default:"
              + " satterthwaite; cr2 where the method takes two hips of a patient as independent.")
  private Optional<String> degreesOfFreedom = Optional.empty();

  @Option(
      names = "--time",
      paramLabel = "EFFECT",
      description = "Without gee: factor, slope, spline3, spline4 or spline5. Default: factor.")
  private Optional<String> time = Optional.empty();

  @Option(names = "--ml", description = "Maximum likelihood instead of the restricted one.")
  private boolean isMaximumLikelihood;

  @Option(
      names = "--baseline",
      description = "The first score is a covariate, and later visits are compared.")
  private boolean hasBaseline;

  @Option(
      names = "--adjust",
      paramLabel = "METHOD",
      description =
          "Adjustment over the rows of a file: holm, hochberg, bonferroni, bh or none. Default:"
              + " holm.")
  private String adjust = "holm";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder of means.csv, contrasts.csv (every visit against the first), differences.csv"
              + " (groups at each visit), complete.csv (contrasts on hips with every visit),"
              + " coefficients.csv, variance.csv, model.csv, patterns.csv, residuals.csv, figure.svg;"
              + " ratios.csv with a link.")
  private Path out;

  @Mixin
  private TableOptions.Analysis options;

  @Spec
  private CommandSpec spec;

  /** Made by the command line. */
  public LongitudinalCommand() {}

  @Override
  public Integer call() {
    List<CovariateSpec> specs =
        covariates.stream().map(text -> usage(() -> CovariateSpec.parse(text))).toList();
    usage(() -> ConfidenceLevel.check(options.level()));
    Model model = usage(this::model);
    VisitSheet sheet = new VisitSheet(columns, specs, most());
    Problems problems = new Problems();
    RunOutcome ending = RunOutcome.of(spec.commandLine(), options);
    sheet.read(options.table(), problems, Progress.on(spec.commandLine().getErr()));
    if (ending.stopsAt(problems) || sheet.isEmpty()) {
      return ending.refuse(problems);
    }
    try {
      VisitScores scores = hasBaseline ? sheet.scores().withBaselineAsCovariate() : sheet.scores();
      PrintWriter err = spec.commandLine().getErr();
      VisitModelFit fit = Progress.during(err, "fitting the model", () -> model.fit(scores));
      Optional<VisitModelFit> complete =
          Progress.during(err, "fitting complete hips", () -> complete(model, scores));
      Illustration figure = VisitMeansFigure.of(fit, "figure", "Model means by visit");
      int code = ending.write(files(fit, complete, figure), out, problems);
      say(fit, complete.isPresent(), figure);
      return code;
    } catch (IllegalArgumentException e) {
      return RunOutcome.refusedTogether(spec.commandLine(), e);
    }
  }

  /** A model that is ready to be fitted. */
  private interface Model {
    VisitModelFit fit(VisitScores scores);
  }

  private Model model() {
    PValueAdjustment adjustment = adjustment();
    if (!method.equals(GEE)) {
      requireNone("--link", link);
      requireNone("--working", working);
      requireNone("--sandwich", sandwich);
      MixedModel model = MixedModel.withDefaults()
          .with(Coded.parse(VisitCovariance.values(), method, "a method"))
          .with(time.map(text -> Coded.parse(TimeEffect.values(), text, "an effect of time"))
              .orElse(TimeEffect.FACTOR))
          .withLevel(options.level())
          .with(adjustment);
      if (isMaximumLikelihood) {
        model = model.withMaximumLikelihood();
      }
      MixedModel mixed =
          degreesOfFreedom.map(this::degreesOfFreedom).map(model::with).orElse(model);
      return mixed::fit;
    }
    requireNone("--time", time);
    if (isMaximumLikelihood
        || degreesOfFreedom.filter(text -> !text.equals("between")).isPresent()) {
      throw new IllegalArgumentException(
          "gee has t on patients less coefficients (--df between), and no likelihood");
    }
    EstimatingEquations equations = EstimatingEquations.withDefaults()
        .with(linkOf())
        .with(working
            .map(text -> Coded.parse(WorkingCorrelation.values(), text, "a working correlation"))
            .orElse(WorkingCorrelation.EXCHANGEABLE))
        .with(sandwich
            .map(text -> Coded.parse(SandwichVariance.values(), text, "a sandwich variance"))
            .orElse(SandwichVariance.SANDWICH))
        .withLevel(options.level())
        .with(adjustment);
    return equations::fit;
  }

  private void requireNone(String option, Optional<String> value) {
    if (value.isPresent()) {
      throw new IllegalArgumentException(option + " does not apply to --method " + method);
    }
  }

  /** Of Kenward and Roger's variants each model has that of the program it is compared with. */
  private DegreesOfFreedom degreesOfFreedom(String text) {
    DegreesOfFreedom named =
        Coded.parse(DegreesOfFreedom.values(), text, "a method of degrees of freedom");
    return named == DegreesOfFreedom.KENWARD_ROGER
            && !method.equals(VisitCovariance.RANDOM_INTERCEPTS.code())
        ? DegreesOfFreedom.KENWARD_ROGER_LINEAR
        : named;
  }

  private Link linkOf() {
    return link.map(text -> Coded.parse(Link.values(), text, "a link")).orElse(Link.IDENTITY);
  }

  private OptionalDouble most() {
    return switch (linkOf()) {
      case IDENTITY -> OptionalDouble.empty();
      case LOGIT -> OptionalDouble.of(1);
      case LOG -> OptionalDouble.of(Double.MAX_VALUE);
    };
  }

  private PValueAdjustment adjustment() {
    for (PValueAdjustment each : PValueAdjustment.values()) {
      if (each.code().equalsIgnoreCase(adjust)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "--adjust must be holm, hochberg, bonferroni, bh or none, but was " + adjust);
  }

  private <T> T usage(Supplier<T> choice) {
    return RunOutcome.typed(spec.commandLine(), choice);
  }

  /** The same model on the hips with every visit, where it can be fitted to them. */
  private static Optional<VisitModelFit> complete(Model model, VisitScores scores) {
    try {
      return Optional.of(model.fit(scores.completeHips()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private OutputFolder files(
      VisitModelFit fit, Optional<VisitModelFit> complete, Illustration figure) {
    OutputFolder files = new OutputFolder();
    files.add("means.csv", VisitModelTables.means(fit));
    files.add("contrasts.csv", VisitModelTables.contrasts(fit.changes()));
    files.add("differences.csv", VisitModelTables.contrasts(fit.differences()));
    files.add(
        "complete.csv",
        VisitModelTables.contrasts(complete.map(VisitModelFit::changes).orElse(List.of())));
    files.add("coefficients.csv", VisitModelTables.coefficients(fit));
    files.add("variance.csv", VisitModelTables.variance(fit));
    files.add("model.csv", VisitModelTables.model(fit));
    files.add("patterns.csv", VisitModelTables.patterns(fit.data()));
    files.add("residuals.csv", VisitModelTables.residuals(fit));
    if (fit.link() != Link.IDENTITY) {
      files.add(
          "ratios.csv",
          VisitModelTables.ratios(
              Stream.concat(fit.changes().stream(), fit.differences().stream()).toList()));
    }
    if (figure instanceof Figure drawn) {
      files.add("figure.svg", drawn.svg());
    }
    return files;
  }

  /** What a person wants first on the screen, and what is to be known on standard error. */
  private void say(VisitModelFit fit, boolean hasComplete, Illustration figure) {
    spec.commandLine().getOut().print(VisitModelTables.summary(fit));
    PrintWriter err = spec.commandLine().getErr();
    fit.data()
        .missing()
        .forEach((name, rows) ->
            err.println("column " + VisibleText.of(columns.named(name)) + ": empty in " + rows
                + (rows == 1 ? " row, which was" : " rows, which were") + " left out"));
    if (fit.isSingular()) {
      err.println("variance.csv: a variance is 0: the likelihood is largest without it");
    }
    if (!hasComplete) {
      err.println("complete.csv is empty: the model cannot be fitted to the hips with every visit");
    }
    if (!(figure instanceof Figure)) {
      err.println("figure.svg is not drawn: this machine has no support for fonts");
    }
    boolean isPlain = method.equals(GEE) && sandwich.orElse("sandwich").equals("sandwich");
    if (isPlain && fit.data().patients() < MANY_PATIENTS) {
      err.println("contrasts.csv: the sandwich of " + fit.data().patients()
          + " patients is rather too small; --sandwich mancl-derouen is to be preferred");
    }
    boolean areIndependent = !method.equals(GEE)
        && !method.equals(VisitCovariance.RANDOM_INTERCEPTS.code())
        && fit.data().hasPatientsWithTwoHips()
        && !fit.degreesOfFreedomMethod().equals(DegreesOfFreedom.CR2.code());
    if (areIndependent) {
      err.println("contrasts.csv: two hips of one patient count as independent; --df cr2 allows for"
          + " both");
    }
  }
}
