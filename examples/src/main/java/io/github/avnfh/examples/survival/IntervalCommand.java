package io.github.avnfh.examples.survival;

import io.github.avnfh.core.VisibleText;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.examples.cli.OutputFolder;
import io.github.avnfh.examples.cli.Progress;
import io.github.avnfh.examples.cli.RunOutcome;
import io.github.avnfh.examples.cli.TableOptions;
import io.github.avnfh.examples.r.RScript;
import io.github.avnfh.survival.interval.EventInterval;
import io.github.avnfh.survival.interval.IntervalCurve;
import io.github.avnfh.survival.interval.IntervalFollowUp;
import io.github.avnfh.survival.interval.IntervalTest;
import io.github.avnfh.survival.interval.Turnbull;
import io.github.avnfh.survival.regression.Covariates;
import io.github.avnfh.survival.regression.ParametricModel;
import io.github.avnfh.survival.regression.ParametricRegression;
import io.github.avnfh.survival.regression.TimeDistribution;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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

/**
 * {@code avnfh interval}: survival, tests and regression of events that are seen at visits only.
 */
@Command(
    name = "interval",
    description = "Estimate, compare and model events known to lie in intervals (left, right].",
    mixinStandardHelpOptions = true)
public final class IntervalCommand implements Callable<Integer> {
  @Option(
      names = "--left",
      required = true,
      paramLabel = "COL",
      description =
          "Column of the last times without the event; empty or 0: before the first visit.")
  private String left;

  @Option(
      names = "--right",
      required = true,
      paramLabel = "COL",
      description =
          "Column of the first times with the event; empty: not yet; equal to the left: at that time.")
  private String right;

  @Option(names = "--group", paramLabel = "COL", description = "Column of groups: one curve each.")
  private Optional<String> group = Optional.empty();

  @Option(
      names = "--cluster",
      paramLabel = "COL",
      description =
          "Column of clusters, whose rows are not independent, such as the two hips of a patient.")
  private Optional<String> cluster = Optional.empty();

  @Option(
      names = "--covariate",
      paramLabel = "SPEC",
      arity = "1..*",
      description =
          "Covariates: COL a number, COL:factor, COL:factor=REFERENCE, COL:spline3 to COL:spline7"
              + " (restricted cubic, with that many knots). Rows with an empty cell are left out.")
  private List<String> covariates = List.of();

  @Option(
      names = "--distribution",
      paramLabel = "NAME",
      converter = DistributionConverter.class,
      description =
          "Times of the regression: weibull, loglogistic, lognormal or exponential. Default: weibull.")
  private TimeDistribution distribution = TimeDistribution.WEIBULL;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder of npmle.csv (Turnbull's masses), visits.csv (survival at each visit with"
              + " limits, where visits follow a schedule), test.csv, and with covariates"
              + " regression.csv (coef, std_error and limits on the log-time scale) and model.csv.")
  private Path out;

  @Option(names = "--r", paramLabel = "DIR", description = RScript.OPTION)
  private Optional<Path> r = Optional.empty();

  @Mixin
  private TableOptions.Analysis options;

  @Spec
  private CommandSpec spec;

  /** Made by the command line. */
  public IntervalCommand() {}

  /** Names of distributions, as R writes them. */
  private static final class DistributionConverter
      implements picocli.CommandLine.ITypeConverter<TimeDistribution> {
    @Override
    public TimeDistribution convert(String text) {
      try {
        return TimeDistribution.parse(text);
      } catch (IllegalArgumentException refused) {
        throw new picocli.CommandLine.TypeConversionException(String.valueOf(refused.getMessage()));
      }
    }
  }

  @Override
  public Integer call() {
    List<CovariateSpec> specs =
        covariates.stream().map(text -> usage(() -> CovariateSpec.parse(text))).toList();
    ParametricRegression regression =
        usage(() -> ParametricRegression.of(distribution).withLevel(options.level()));
    Sheet sheet = new Sheet(new CovariateCells(specs));
    Problems problems = new Problems();
    RunOutcome ending = RunOutcome.of(spec.commandLine(), options);
    sheet.read(options.table(), problems);
    if (ending.stopsAt(problems) || sheet.rows.isEmpty()) {
      return ending.refuse(problems);
    }
    try {
      IntervalFollowUp followUp = sheet.followUp();
      Optional<Covariates> design =
          specs.isEmpty() ? Optional.empty() : Optional.of(sheet.covariates.design());
      PrintWriter err = spec.commandLine().getErr();
      Optional<ParametricModel> model = Progress.during(
          err, "fitting the model", () -> design.map(each -> regression.fit(followUp, each)));
      List<IntervalTest.Result> tests = Progress.during(
          err,
          "testing",
          () -> Arrays.stream(IntervalTest.Score.values())
              .map(score -> IntervalTest.of(score).test(followUp))
              .toList());
      OutputFolder files = new OutputFolder();
      List<IntervalCurve> curves = Progress.during(
          err,
          "estimating curves",
          () -> Turnbull.withDefaults().withLevel(options.level()).estimate(followUp));
      files.add("npmle.csv", IntervalTables.masses(curves));
      files.add("visits.csv", IntervalTables.visits(curves));
      files.add("test.csv", IntervalTables.tests(tests));
      files.add("regression.csv", IntervalTables.coefficients(model));
      files.add("model.csv", IntervalTables.model(model));
      int code = ending.write(files, out, problems);
      r.ifPresent(
          folder -> ending.write(script(followUp, sheet).files(files), folder, new Problems()));
      say(followUp, curves, tests, model, design);
      return code;
    } catch (IllegalArgumentException e) {
      return RunOutcome.refusedTogether(spec.commandLine(), e);
    }
  }

  /** The script with which R computes the tables again, and a row per hip. */
  private RScript script(IntervalFollowUp hips, Sheet sheet) {
    CsvOutput rows = CsvOutput.withHeader("after", "until", "group", "cluster");
    boolean isClustered = hips.clusters().isPresent();
    for (int row = 0; row < hips.size(); row++) {
      rows.row(
          CsvOutput.number(hips.interval(row).after()),
          CsvOutput.number(hips.interval(row).until()),
          Integer.toString(hips.groups().indexOf(hips.group(row)) + 1),
          Integer.toString((isClustered ? hips.cluster(row) : row) + 1));
    }
    return sheet.covariates.addTo(
        RScript.of("interval.R", "rank_tests.R", "turnbull.R", "design.R", "interval.R")
            .texts("groups", hips.groups())
            .flag("clustered", isClustered)
            .numbers("level", List.of(options.level()))
            .texts("distribution", List.of(distribution.code()))
            .data("intervals.csv", rows));
  }

  private <T> T usage(Supplier<T> choice) {
    return RunOutcome.typed(spec.commandLine(), choice);
  }

  /** What a person wants first on the screen, and what is lacking on standard error. */
  private void say(
      IntervalFollowUp followUp,
      List<IntervalCurve> curves,
      List<IntervalTest.Result> tests,
      Optional<ParametricModel> model,
      Optional<Covariates> design) {
    spec.commandLine().getOut().print(IntervalTables.summary(followUp, curves, tests, model));
    PrintWriter err = spec.commandLine().getErr();
    curves.forEach(curve -> curve
        .lacks()
        .ifPresent(what -> err.println(
            "visits.csv: " + VisibleText.of(curve.group()) + ": limits of survival need " + what)));
    if (followUp.groups().size() > 1) {
      tests.forEach(result -> result
          .tests()
          .forEach(test -> test.lacks()
              .ifPresent(
                  what -> err.println("test.csv: no " + result.score().code() + " test with the "
                      + test.variance().code() + " variance, which needs " + what))));
    }
    design.ifPresent(each -> each.missing()
        .forEach((column, rows) -> err.println("column "
            + VisibleText.of(column) + ": empty in " + rows
            + (rows == 1 ? " row, which was" : " rows, which were")
            + " left out of the regression")));
    model.ifPresent(each -> each.coefficients().stream()
        .filter(one -> one.estimate().isEmpty())
        .forEach(one -> err.println("regression.csv: " + VisibleText.of(one.term())
            + " is not estimable, since the likelihood rises without bound as it "
            + (one.direction() > 0 ? "grows" : "falls"))));
  }

  /** The table of intervals. */
  private final class Sheet {
    private final CovariateCells covariates;
    private final List<EventInterval> rows = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final LabelColumn groups = new LabelColumn();
    private final LabelColumn clusters = new LabelColumn();
    private final List<String> groupOfRow = new ArrayList<>();
    private final List<Integer> clusterOfRow = new ArrayList<>();

    Sheet(CovariateCells covariates) {
      this.covariates = covariates;
    }

    void read(CsvInput table, Problems problems) {
      List<String> names = Stream.concat(
              Stream.concat(
                  Stream.of(left, right), Stream.of(group, cluster).flatMap(Optional::stream)),
              covariates.columns().stream())
          .distinct()
          .toList();
      CsvInput required = table.withRequired(names);
      long found = required.forEachRow(problems, this::take);
      refuseIntervalsWithoutTime(table.name(), problems);
      if (found == 0 && problems.isEmpty()) {
        required.reportNoRows(problems);
      }
    }

    private void take(CsvRow row) {
      OptionalDouble after = time(row, left);
      OptionalDouble until = time(row, right);
      Optional<String> label = group.flatMap(column -> row.required(column, LabelColumn::visible));
      Optional<String> patient =
          cluster.flatMap(column -> row.required(column, LabelColumn::visible));
      covariates.read(row);
      if (row.isSound()) {
        check(row, after, until);
      }
      if (row.isSound()) {
        covariates.keep();
        rows.add(interval(after, until));
        lines.add(row.line());
        label.ifPresent(text -> groups.numberOf(text));
        groupOfRow.add(label.orElse("all"));
        clusterOfRow.add(patient.map(clusters::numberOf).orElse(0));
      }
    }

    private OptionalDouble time(CsvRow row, String column) {
      if (row.text(column).isEmpty()) {
        return OptionalDouble.empty();
      }
      OptionalDouble time = row.requiredNumber(column);
      if (time.isPresent() && !(time.getAsDouble() >= 0)) {
        row.report(
            column,
            "time [unit of the table] must be finite and 0.0 or more, but was "
                + time.getAsDouble());
      }
      return time;
    }

    private void check(CsvRow row, OptionalDouble after, OptionalDouble until) {
      if (after.isEmpty() && until.isEmpty()) {
        row.report(
            left,
            "a time without the event, or with it in " + right + ", was expected,"
                + " but both cells are empty");
      } else if (until.isPresent() && until.getAsDouble() < after.orElse(0)) {
        row.report(
            right,
            "time with the event [unit of the table] must not lie before the time" + " without it, "
                + after.orElseThrow() + ", but was " + until.getAsDouble());
      } else if (until.isPresent() && until.getAsDouble() == 0) {
        row.report(right, "time with the event [unit of the table] must be above 0.0, but was 0.0");
      }
    }

    private static EventInterval interval(OptionalDouble after, OptionalDouble until) {
      if (until.isEmpty()) {
        return EventInterval.after(after.orElseThrow());
      }
      if (after.orElse(0) == 0) {
        return EventInterval.upTo(until.getAsDouble());
      }
      return after.getAsDouble() == until.getAsDouble()
          ? EventInterval.at(until.getAsDouble())
          : EventInterval.between(after.getAsDouble(), until.getAsDouble());
    }

    private void refuseIntervalsWithoutTime(String file, Problems problems) {
      BitSet refused = new BitSet();
      for (int row : IntervalFollowUp.rowsWithoutTime(rows)) {
        refused.set(row);
        problems.add(Problem.of(
            file,
            lines.get(row),
            right,
            "end of the interval [unit of the table] must lie after its beginning by more than"
                + " rounding, but was " + rows.get(row).until().orElseThrow() + " after "
                + rows.get(row).after().orElseThrow()));
      }
      covariates.remove(refused);
      for (int row = refused.length(); row-- > 0; ) {
        if (refused.get(row)) {
          rows.remove(row);
          groupOfRow.remove(row);
          clusterOfRow.remove(row);
        }
      }
    }

    /** Groups in their clinical order where they are stages, else as they appear. */
    IntervalFollowUp followUp() {
      IntervalFollowUp followUp = IntervalFollowUp.of(rows);
      if (group.isPresent()) {
        followUp = followUp.withGroups(groupOfRow, groups.order());
      }
      return cluster.isPresent() ? followUp.withClusters(clusterOfRow) : followUp;
    }
  }
}
