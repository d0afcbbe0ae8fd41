package io.github.avnfh.examples.survival;

import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.examples.cli.OutputFolder;
import io.github.avnfh.examples.cli.Progress;
import io.github.avnfh.examples.cli.RunOutcome;
import io.github.avnfh.examples.cli.TableOptions;
import io.github.avnfh.examples.r.RScript;
import io.github.avnfh.survival.CriticalValue;
import io.github.avnfh.survival.EventStatus;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.IntervalType;
import io.github.avnfh.survival.competing.CompetingFollowUp;
import io.github.avnfh.survival.competing.CumulativeIncidence;
import io.github.avnfh.survival.competing.GrayTest;
import io.github.avnfh.survival.competing.IncidenceCurve;
import io.github.avnfh.survival.figure.FigureOptions;
import io.github.avnfh.survival.figure.IncidenceFigure;
import io.github.avnfh.survival.regression.Covariates;
import io.github.avnfh.survival.regression.CoxVariance;
import io.github.avnfh.survival.regression.FineGray;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code avnfh competing}: cumulative incidence of an event while others compete. */
@Command(
    name = "competing",
    description = "Estimate, compare and model the cumulative incidence of an event while others"
        + " compete, from one table of follow-up, a row per hip.",
    mixinStandardHelpOptions = true)
public final class CompetingCommand implements Callable<Integer> {
  private static final int MOST_GROUPS = 50;

  @Mixin
  private CompetingColumnOptions columns;

  @Option(
      names = "--conf-type",
      paramLabel = "TYPE",
      description =
          "Scale of the confidence intervals: log-log, log, plain, logit, arcsin. Default: log-log.")
  private String intervalType = IntervalType.LOG_LOG.code();

  @Option(
      names = "--critical",
      paramLabel = "QUANTILE",
      description =
          "Quantile of the limits of incidences: t, with clusters less one as degrees of freedom, or"
              + " normal. Default: t with --cluster, otherwise normal.")
  private Optional<String> critical = Optional.empty();

  @Option(
      names = "--at",
      paramLabel = "T",
      split = ",",
      description = "Times at which incidences are reported; events are then those up to the time.")
  private List<Double> times = List.of();

  @Option(
      names = "--covariate",
      paramLabel = "SPEC",
      arity = "1..*",
      description =
          "Covariates of the Fine-Gray model: COL a number, COL:factor, COL:factor=REFERENCE,"
              + " COL:spline3 to COL:spline7 (restricted cubic, with that many knots). Rows with an"
              + " empty cell are left out of it.")
  private List<String> covariates = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of incidence.csv, at.csv, test.csv (Gray's test), figure.svg, and with"
          + " covariates fine_gray.csv (coef, std_error and limits on the log scale).")
  private Path out;

  @Option(names = "--r", paramLabel = "DIR", description = RScript.OPTION)
  private Optional<Path> r = Optional.empty();

  @Mixin
  private FigureChoice figure;

  @Mixin
  private TableOptions.Analysis options;

  @Spec
  private CommandSpec spec;

  /** Made by the command line. */
  public CompetingCommand() {}

  @Override
  public Integer call() {
    List<CovariateSpec> specs =
        covariates.stream().map(text -> usage(() -> CovariateSpec.parse(text))).toList();
    CumulativeIncidence method = usage(this::method);
    FigureOptions drawing = usage(() -> figure.options(columns).build());
    if (!times.stream().allMatch(time -> time >= 0 && Double.isFinite(time))) {
      throw new ParameterException(spec.commandLine(), "--at takes times of 0 or more");
    }
    CovariateCells cells = new CovariateCells(specs);
    FollowUpSheet sheet = usage(() -> new FollowUpSheet(columns, cells));
    Problems problems = new Problems();
    RunOutcome ending = RunOutcome.of(spec.commandLine(), options);
    sheet.read(options.table(), problems, Progress.on(spec.commandLine().getErr()));
    if (ending.stopsAt(problems) || sheet.isEmpty()) {
      return ending.refuse(problems);
    }
    if (sheet.groups() > MOST_GROUPS) {
      return refuse(
          RunOutcome.WRONG_USAGE,
          "column " + columns.group().orElse("") + " has "
              + sheet.groups() + " groups, as an identifier would; name a column of at most "
              + MOST_GROUPS + " groups");
    }
    sheet.ambiguities().forEach(this::tell);
    try {
      Optional<Covariates> design =
          specs.isEmpty() ? Optional.empty() : Optional.of(cells.design());
      Estimated estimated = Progress.during(
          spec.commandLine().getErr(),
          "estimating incidences",
          () -> new Estimated(sheet.competing(), method, design));
      Optional<RScript> script = r.map(folder -> cells.addTo(script(estimated.hips)));
      return write(estimated, drawing, ending, problems, script);
    } catch (IllegalArgumentException refused) {
      return refuse(RunOutcome.PROBLEMS, String.valueOf(refused.getMessage()));
    }
  }

  private CumulativeIncidence method() {
    CumulativeIncidence method = CumulativeIncidence.withDefaults()
        .with(IntervalType.parse(intervalType))
        .withLevel(options.level());
    return critical.map(CriticalValue::parse).map(method::with).orElse(method);
  }

  private int refuse(int code, String why) {
    tell("avnfh: " + why);
    return code;
  }

  private void tell(String text) {
    RunOutcome.tell(spec.commandLine(), text);
  }

  private <T> T usage(Supplier<T> choice) {
    return RunOutcome.typed(spec.commandLine(), choice);
  }

  private int write(
      Estimated estimated,
      FigureOptions drawing,
      RunOutcome ending,
      Problems problems,
      Optional<RScript> script) {
    OutputFolder files = new OutputFolder();
    files.add("incidence.csv", CompetingTables.incidence(estimated.curves));
    files.add("at.csv", CompetingTables.at(estimated.curves, times));
    files.add("test.csv", CompetingTables.tests(estimated.tests));
    estimated.model.ifPresent(
        model -> files.add("fine_gray.csv", CoxTables.coefficients(model.coefficients())));
    files.add("figure.svg", estimated.figure(drawing));
    int code = ending.write(files, out, problems);
    script.ifPresent(known -> ending.write(known.files(files), r.orElseThrow(), new Problems()));
    spec.commandLine()
        .getOut()
        .print(CompetingTables.summary(
            estimated.hips, estimated.curves, estimated.tests, estimated.model));
    sayWhatIsLacking(estimated);
    return code;
  }

  /** The script with which R computes the tables again, and a row per hip. */
  private RScript script(CompetingFollowUp hips) {
    FollowUp rows = hips.anyEvent();
    boolean isClustered = rows.clusters().isPresent();
    CsvOutput table =
        CsvOutput.withHeader("time", "cause", "entry", "weight", "group", "stratum", "cluster");
    int[] causes = new int[rows.size()];
    for (String cause : hips.causes()) {
      CompetingFollowUp own = hips.withEvent(cause);
      Arrays.setAll(
          causes,
          row -> own.outcome(row) == EventStatus.EVENT
              ? hips.causes().indexOf(cause) + 1
              : causes[row]);
    }
    for (int row = 0; row < rows.size(); row++) {
      table.row(
          CsvOutput.number(rows.time(row)),
          Integer.toString(causes[row]),
          CsvOutput.number(rows.entry(row)),
          CsvOutput.number(rows.weight(row)),
          Integer.toString(rows.group(row) + 1),
          Integer.toString(rows.stratum(row) + 1),
          Integer.toString((isClustered ? rows.cluster(row) : row) + 1));
    }
    return RScript.of(
            "competing.R",
            "curves.R",
            "rank_tests.R",
            "incidence.R",
            "gray.R",
            "design.R",
            "competing.R")
        .texts("groups", rows.groups())
        .texts("causes", hips.causes())
        .flag("clustered", isClustered)
        .texts("conf_type", List.of(intervalType))
        .numbers("level", List.of(options.level()))
        .texts(
            "critical",
            List.of(critical.orElse((isClustered ? CriticalValue.T : CriticalValue.NORMAL).code())))
        .numbers("times", times)
        .data("follow_up.csv", table);
  }

  /** The curves by cause, in the order of the causes, with tests and the model. */
  private final class Estimated {
    private final CompetingFollowUp hips;
    private final Map<String, List<IncidenceCurve>> curves = new LinkedHashMap<>();
    private final Map<String, GrayTest.Result> tests = new LinkedHashMap<>();
    private final Optional<FineGray.Model> model;
    private final Optional<Covariates> design;

    Estimated(CompetingFollowUp hips, CumulativeIncidence method, Optional<Covariates> design) {
      this.hips = hips;
      this.design = design;
      for (String cause : hips.causes()) {
        curves.put(cause, method.estimate(hips.withEvent(cause)));
        tests.put(cause, GrayTest.withDefaults().test(hips.withEvent(cause)));
      }
      this.model = design.map(each -> FineGray.withDefaults()
          .with(CoxVariance.ROBUST)
          .withLevel(options.level())
          .fit(hips, each));
    }

    String figure(FigureOptions drawing) {
      IncidenceFigure curvesOfEvent =
          IncidenceFigure.of(curves.values().iterator().next()).with(drawing);
      return (columns.group().isPresent()
              ? curvesOfEvent.with(tests.values().iterator().next())
              : curvesOfEvent)
          .svg();
    }
  }

  private void sayWhatIsLacking(Estimated estimated) {
    if (columns.group().isPresent()) {
      estimated.tests.forEach((cause, result) -> {
        result
            .tests()
            .forEach(test -> test.lacks()
                .ifPresent(what -> tell("test.csv: gray, " + cause + ", "
                    + test.variance().code() + ": no test is possible without " + what)));
        if (result.restsOnFewClusters() && result.chiSquare().isPresent()) {
          tell("test.csv: gray, " + cause + ": only "
              + result.clustersWithEvent().getAsInt()
              + " clusters had the event; tests by cluster are not reliable");
        }
      });
    }
    estimated.design.ifPresent(design -> design
        .missing()
        .forEach((column, rows) -> tell("column " + column + ": empty in " + rows
            + (rows == 1 ? " row, which was" : " rows, which were")
            + " left out of the Fine-Gray model")));
    estimated.model.ifPresent(model -> model.coefficients().stream()
        .filter(each -> each.estimate().isEmpty())
        .forEach(each -> tell("fine_gray.csv: " + each.term()
            + " is not estimable, since the likelihood rises without bound as it "
            + (each.direction() > 0 ? "grows" : "falls"))));
  }

  /** Which columns of the table hold what, with groups and with events that compete. */
  static final class CompetingColumnOptions extends GroupColumnOptions {
    @Option(
        names = "--competing-code",
        required = true,
        paramLabel = "V",
        arity = "1..*",
        description = "Codes of events that make the event impossible, each a separate cause.")
    private List<String> competingCodes = List.of();

    CompetingColumnOptions() {}

    @Override
    List<String> competingCodes() {
      return competingCodes;
    }
  }
}
