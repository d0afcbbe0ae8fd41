package io.github.avnfh.examples.survival;

import io.github.avnfh.core.VisibleText;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.examples.cli.OutputFolder;
import io.github.avnfh.examples.cli.Progress;
import io.github.avnfh.examples.cli.RunOutcome;
import io.github.avnfh.examples.cli.TableOptions;
import io.github.avnfh.examples.r.RScript;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.figure.AdjustedSurvivalFigure;
import io.github.avnfh.survival.figure.FigureOptions;
import io.github.avnfh.survival.figure.HazardRatioFigure;
import io.github.avnfh.survival.regression.AdjustedSurvival;
import io.github.avnfh.survival.regression.Concordance;
import io.github.avnfh.survival.regression.Covariates;
import io.github.avnfh.survival.regression.CoxModel;
import io.github.avnfh.survival.regression.CoxRegression;
import io.github.avnfh.survival.regression.CoxVariance;
import io.github.avnfh.survival.regression.FrailtyModel;
import io.github.avnfh.survival.regression.GammaFrailty;
import io.github.avnfh.survival.regression.ProportionalityTest;
import io.github.avnfh.survival.regression.RegressionCoefficient;
import io.github.avnfh.survival.regression.SurvivalPrediction;
import io.github.avnfh.survival.regression.TieMethod;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code avnfh cox}: the proportional hazards model from one table. */
@Command(
    name = "cox",
    description = "Fit a proportional hazards model to one table of follow-up, a row per hip.",
    mixinStandardHelpOptions = true)
public final class CoxCommand implements Callable<Integer> {
  @Mixin
  private ColumnOptions columns;

  @Option(
      names = "--covariate",
      required = true,
      paramLabel = "SPEC",
      arity = "1..*",
      description =
          "Covariates: COL a number, COL:factor, COL:factor=REFERENCE, COL:spline3 to COL:spline7"
              + " (restricted cubic, with that many knots). Rows with an empty cell are left out.")
  private List<String> covariates = List.of();

  @Option(
      names = "--ties",
      paramLabel = "METHOD",
      description = "Ties: efron, breslow or exact. Default: efron.")
  private TieMethod ties = TieMethod.EFRON;

  @Option(
      names = "--firth",
      description = "Penalized likelihood, with limits and tests by its profile.")
  private boolean firth;

  @Option(
      names = "--frailty",
      paramLabel = "COL",
      description =
          "Column of clusters that share a gamma frailty: coefficients are those of that model.")
  private Optional<String> frailty = Optional.empty();

  @Option(
      names = "--predict",
      paramLabel = "FILE",
      description = "Table of covariates, and strata, whose survival is to be predicted.")
  private Optional<String> predict = Optional.empty();

  @Option(names = "--at", paramLabel = "T", split = ",", description = "Times of the predictions.")
  private List<Double> times = List.of();

  @Option(
      names = "--adjusted",
      paramLabel = "COL",
      description =
          "Factor of which to tell survival adjusted for the other covariates: as if every"
              + " row had each of its levels.")
  private Optional<String> adjusted = Optional.empty();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of coefficients.csv (coef, std_error and limits on the log scale),"
          + " univariable.csv, model.csv, proportionality.csv, baseline.csv, prediction.csv,"
          + " residuals.csv, forest.svg, and with --adjusted adjusted.csv and adjusted.svg.")
  private Path out;

  @Option(names = "--r", paramLabel = "DIR", description = RScript.OPTION)
  private Optional<Path> r = Optional.empty();

  @Mixin
  private TableOptions.Analysis options;

  @Spec
  private CommandSpec spec;

  /** Made by the command line. */
  public CoxCommand() {}

  @Override
  public Integer call() {
    List<CovariateSpec> specs =
        covariates.stream().map(text -> usage(() -> CovariateSpec.parse(text))).toList();
    CoxRegression method = usage(() -> CoxRegression.withDefaults()
        .with(ties)
        .with(CoxVariance.ROBUST)
        .withLevel(options.level()));
    checkOptions();
    frailty.ifPresent(columns::clusterBy);
    CovariateCells cells = new CovariateCells(specs);
    FollowUpSheet sheet = usage(() -> new FollowUpSheet(columns, cells));
    Problems problems = new Problems();
    RunOutcome ending = RunOutcome.of(spec.commandLine(), options);
    sheet.read(options.table(), problems, Progress.on(spec.commandLine().getErr()));
    Optional<PredictionSheet> asked =
        predict.map(file -> new PredictionSheet(columns, new CovariateCells(specs), cells));
    asked.ifPresent(each -> each.read(options.table(predict.orElseThrow()), problems));
    if (ending.stopsAt(problems) || sheet.isEmpty()) {
      return ending.refuse(problems);
    }
    try {
      PrintWriter err = spec.commandLine().getErr();
      Fitted fitted = Progress.during(
          err,
          "fitting the model",
          () -> new Fitted(sheet.followUp(), cells.design(), firth ? method.withFirth() : method));
      OutputFolder files =
          Progress.during(err, "testing and predicting", () -> fitted.files(asked));
      Optional<OutputFolder> again =
          r.map(folder -> script(sheet.followUp(), cells, asked).files(files));
      String summary = fitted.summary();
      List<String> lacking = fitted.lacking();
      // all that could be refused is known: from here on nothing but the place to write can fail
      int code = ending.write(files, out, problems);
      again.ifPresent(written -> ending.write(written, r.orElseThrow(), new Problems()));
      spec.commandLine().getOut().print(summary);
      lacking.forEach(err::println);
      return code;
    } catch (IllegalArgumentException refused) {
      return RunOutcome.refusedTogether(spec.commandLine(), refused);
    }
  }

  /** The script with which R computes the tables again. */
  private RScript script(FollowUp hips, CovariateCells cells, Optional<PredictionSheet> asked) {
    RScript script = RScript.of(
            "cox.R", "means.R", "penalized_cox.R", "corrected_cox.R", "design.R", "cox.R")
        .flag("clustered", hips.clusters().isPresent())
        .texts("strata", hips.strata())
        .texts("ties", List.of(ties.code()))
        .flag("firth", firth)
        .flag("frailty", frailty.isPresent())
        .numbers("level", List.of(options.level()))
        .numbers("times", times)
        .texts("adjusted", adjusted.stream().toList())
        .data("follow_up.csv", SurvivalScript.rows(hips));
    asked.ifPresent(sheet -> script.data("prediction.csv", sheet.rows(hips.strata())));
    return cells.addTo(script);
  }

  private void checkOptions() {
    if (frailty.isPresent()
        && (columns.cluster().isPresent() || firth || ties == TieMethod.EXACT)) {
      throw new ParameterException(
          spec.commandLine(), "--frailty takes no --cluster, --firth or exact ties");
    }
    boolean isFactor = adjusted
        .map(column -> covariates.stream()
            .anyMatch(
                text -> text.equals(column + ":factor") || text.startsWith(column + ":factor=")))
        .orElse(true);
    boolean isPlain = frailty.isEmpty() && columns.entry().isEmpty() && ties != TieMethod.EXACT;
    if (!isFactor || (adjusted.isPresent() && !isPlain)) {
      throw new ParameterException(
          spec.commandLine(),
          "--adjusted takes a column that is a factor of the model, and no --frailty, --entry or exact"
              + " ties");
    }
    if (predict.isPresent() != !times.isEmpty()
        || !times.stream().allMatch(time -> time >= 0 && Double.isFinite(time))) {
      throw new ParameterException(
          spec.commandLine(), "--predict takes a table, and --at its times of 0 or more");
    }
  }

  private <T> T usage(Supplier<T> choice) {
    return RunOutcome.typed(spec.commandLine(), choice);
  }

  /** The rows whose survival is to be predicted. */
  private static final class PredictionSheet {
    private final Optional<String> strata;
    private final CovariateCells cells;
    private final CovariateCells fitted;
    private final List<String> stratumOfRow = new ArrayList<>();

    PredictionSheet(ColumnOptions columns, CovariateCells cells, CovariateCells fitted) {
      this.strata = columns.strata();
      this.cells = cells;
      this.fitted = fitted;
    }

    void read(CsvInput table, Problems problems) {
      List<String> names = new ArrayList<>(cells.columns());
      strata.ifPresent(names::add);
      CsvInput required = table.withRequired(names.stream().distinct().toList());
      long found = required.forEachRow(problems, this::take);
      if (found == 0 && problems.isEmpty()) {
        required.reportNoRows(problems);
      }
    }

    private void take(CsvRow row) {
      cells.columns().forEach(column -> row.required(column, text -> fitted.known(column, text)));
      cells.read(row);
      Optional<String> stratum = strata.flatMap(name -> row.required(name, LabelColumn::visible));
      if (row.isSound()) {
        cells.keep();
        stratum.ifPresent(stratumOfRow::add);
      }
    }

    /** The cells with the number of the stratum. */
    CsvOutput rows(List<String> order) {
      return cells.table(
          List.of("stratum"),
          IntStream.range(0, cells.rows())
              .mapToObj(row -> strata.isEmpty()
                  ? "1"
                  : Integer.toString(order.indexOf(stratumOfRow.get(row)) + 1))
              .toList());
    }

    List<SurvivalPrediction> predict(CoxModel model, Covariates fitted, double[] times) {
      if (cells.rows() == 0) {
        return List.of();
      }
      Covariates design = cells.designLike(fitted);
      return strata.isPresent()
          ? model.predict(design, stratumOfRow, times)
          : model.predict(design, times);
    }
  }

  /** The model with what is written and said of it. */
  private final class Fitted {
    private final FollowUp followUp;
    private final Covariates design;
    private final CoxRegression method;
    private final CoxModel model;
    private final Optional<FrailtyModel> shared;

    Fitted(FollowUp followUp, Covariates design, CoxRegression method) {
      this.followUp = followUp;
      this.design = design;
      this.method = method;
      this.model = method.fit(followUp, design);
      this.shared = frailty.map(column ->
          GammaFrailty.withDefaults().with(ties).withLevel(options.level()).fit(followUp, design));
    }

    private List<RegressionCoefficient> coefficients() {
      return shared.map(FrailtyModel::coefficients).orElse(model.coefficients());
    }

    OutputFolder files(Optional<PredictionSheet> asked) {
      boolean isWhole = model.isEstimable() && ties != TieMethod.EXACT;
      double[] at = times.stream().mapToDouble(Double::doubleValue).toArray();
      OutputFolder files = new OutputFolder();
      files.add("coefficients.csv", CoxTables.coefficients(coefficients()));
      files.add("univariable.csv", CoxTables.coefficients(univariable()));
      files.add("model.csv", CoxTables.model(model, concordance(), shared));
      files.add(
          "proportionality.csv",
          CoxTables.proportionality(
              isWhole ? ProportionalityTest.withDefaults().test(model) : List.of()));
      files.add("baseline.csv", CoxTables.baseline(isWhole ? model.baselineHazards() : List.of()));
      files.add("residuals.csv", isWhole ? CoxTables.residuals(model.residuals()) : CoxTables.NONE);
      asked.ifPresent(sheet -> files.add(
          "prediction.csv",
          CoxTables.predictions(isWhole ? sheet.predict(model, design, at) : List.of())));
      adjusted
          .filter(factor -> isWhole)
          .ifPresent(factor -> addAdjusted(files, AdjustedSurvival.of(model, factor), factor));
      files.add(
          "forest.svg",
          HazardRatioFigure.of(coefficients(), model.rows(), model.events()).svg());
      return files;
    }

    private void addAdjusted(OutputFolder files, AdjustedSurvival curves, String factor) {
      files.add("adjusted.csv", CoxTables.adjusted(curves));
      FigureOptions drawing =
          FigureOptions.builder().timeLabel(columns.time()).legendTitle(factor).build();
      files.add("adjusted.svg", AdjustedSurvivalFigure.of(curves).with(drawing).svg());
    }

    private List<RegressionCoefficient> univariable() {
      List<RegressionCoefficient> alone = new ArrayList<>();
      for (String name : design.names()) {
        alone.addAll(method.fit(followUp, design.only(List.of(name))).coefficients());
      }
      return alone;
    }

    private Optional<Concordance> concordance() {
      return model.isEstimable() ? Optional.of(model.concordance()) : Optional.empty();
    }

    /** What the penalized likelihood says of a term, if it has a maximum and ties go with it. */
    private String firth(String term) {
      if (ties == TieMethod.EXACT) {
        return "";
      }
      try {
        return "; Firth's estimate of the hazard ratio is "
            + CoxTables.ratio(method.withFirth().fit(followUp, design).coefficient(term))
            + " (--firth gives all of them)";
      } catch (IllegalArgumentException noMaximum) {
        return "";
      }
    }

    /** What a person wants first on the screen. */
    String summary() {
      return CoxTables.summary(model, shared, coefficients());
    }

    /** What is lacking, a line each. */
    List<String> lacking() {
      List<String> lines = new ArrayList<>();
      design
          .missing()
          .forEach((column, rows) -> lines.add("column " + VisibleText.of(column) + ": empty in "
              + rows + (rows == 1 ? " row, which was" : " rows, which were") + " left out"));
      for (RegressionCoefficient each : model.coefficients()) {
        if (each.method() == RegressionCoefficient.Method.NOT_ESTIMABLE) {
          lines.add("coefficients.csv: " + VisibleText.of(each.term()) + " is not estimable, since"
              + " the likelihood rises without bound as it "
              + (each.direction() > 0 ? "grows" : "falls")
              + firth(each.term()));
        }
      }
      if (ties == TieMethod.EXACT || !model.isEstimable()) {
        lines.add("proportionality.csv, baseline.csv and residuals.csv are empty"
            + (adjusted.isPresent() ? ", and adjusted.csv is left out" : "")
            + ": they need estimates, and ties by efron or breslow");
      }
      int terms = model.coefficients().size();
      if (model.events() < EVENTS_PER_TERM * terms) {
        lines.add("coefficients.csv: " + model.events() + " events for " + terms
            + (terms == 1 ? " term" : " terms") + " are fewer than " + EVENTS_PER_TERM
            + " a term; estimates are unstable, and --firth is to be preferred");
      }
      return lines;
    }
  }

  private static final int EVENTS_PER_TERM = 10;
}
