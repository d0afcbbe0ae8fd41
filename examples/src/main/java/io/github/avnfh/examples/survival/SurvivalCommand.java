package io.github.avnfh.examples.survival;

import io.github.avnfh.core.VisibleText;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.statistics.PValueAdjustment;
import io.github.avnfh.examples.cli.OutputFolder;
import io.github.avnfh.examples.cli.Progress;
import io.github.avnfh.examples.cli.RunOutcome;
import io.github.avnfh.examples.cli.TableOptions;
import io.github.avnfh.examples.r.RScript;
import io.github.avnfh.survival.CriticalValue;
import io.github.avnfh.survival.IntervalType;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.compare.LogRankResult;
import io.github.avnfh.survival.compare.Pairwise;
import io.github.avnfh.survival.compare.ScoreTest;
import io.github.avnfh.survival.compare.Weighting;
import io.github.avnfh.survival.figure.FigureOptions;
import io.github.avnfh.survival.figure.KaplanMeierFigure;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.DoublePredicate;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code avnfh survival}: curves, quantiles, tests and the figure from one table. */
@Command(
    name = "survival",
    description = "Estimate and compare survival from one table of follow-up, a row per hip.",
    mixinStandardHelpOptions = true)
public final class SurvivalCommand implements Callable<Integer> {
  private static final int MOST_GROUPS = 50;

  @Mixin
  private GroupColumnOptions columns;

  @Option(
      names = "--conf-type",
      paramLabel = "TYPE",
      description =
          "Scale of the confidence intervals: log-log, log, plain, logit, arcsin. Default: log-log.")
  private String intervalType = IntervalType.LOG_LOG.code();

  @Option(
      names = "--at",
      paramLabel = "T",
      split = ",",
      description = "Times at which survival is reported.")
  private List<Double> times = List.of();

  @Option(
      names = "--rmst",
      paramLabel = "T",
      split = ",",
      description = "Horizons of the restricted mean.")
  private List<Double> horizons = List.of();

  @Option(
      names = "--quantile",
      paramLabel = "P",
      split = ",",
      description = "Probabilities of the quantiles. Default: 0.25,0.5,0.75.")
  private List<Double> probabilities = List.of(0.25, 0.5, 0.75);

  @Option(
      names = "--test",
      paramLabel = "TEST",
      arity = "1..*",
      description =
          "Tests: logrank, gehan, tarone-ware, peto-peto, fh:RHO,GAMMA. Default: logrank.")
  private List<String> tests = List.of("logrank");

  @Option(names = "--many-groups", description = "Allow more than " + MOST_GROUPS + " groups.")
  private boolean manyGroups;

  @Option(
      names = "--critical",
      paramLabel = "QUANTILE",
      description =
          "Quantile of the limits: t, with clusters less one as degrees of freedom, or normal."
              + " Default: t with --cluster, otherwise normal.")
  private Optional<String> critical = Optional.empty();

  @Option(
      names = "--pairwise",
      paramLabel = "METHOD",
      description = "Compare every group with every other, p values adjusted by holm, bh or none.")
  private Optional<String> pairwise = Optional.empty();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder of curve.csv, quantile.csv, at.csv, rmst.csv, test.csv, pairwise.csv, figure.svg.")
  private Path out;

  @Option(names = "--r", paramLabel = "DIR", description = RScript.OPTION)
  private Optional<Path> r = Optional.empty();

  @Mixin
  private FigureChoice figure;

  @Option(
      names = "--figure-events",
      description = "Draw 1 - survival, the proportion with the event, from 0 up.")
  private boolean events;

  @Option(names = "--figure-medians", description = "Draw lines to the medians that are reached.")
  private boolean medians;

  @Mixin
  private TableOptions.Analysis options;

  @Spec
  private CommandSpec spec;

  /** Made by the command line. */
  public SurvivalCommand() {}

  @Override
  public Integer call() {
    KaplanMeier method = usage(this::method);
    FigureOptions.Builder drawing = usage(() -> figure.options(columns));
    drawing.scale(events ? FigureOptions.Scale.EVENT : FigureOptions.Scale.SURVIVAL);
    drawing.showsMedians(medians);
    List<Weighting> weightings =
        tests.stream().map(test -> usage(() -> Weighting.parse(test))).toList();
    Optional<PValueAdjustment> adjustment = pairwise.map(this::adjustment);
    check("--at", times, time -> time >= 0 && Double.isFinite(time), "times of 0 or more");
    check("--rmst", horizons, horizon -> horizon > 0 && Double.isFinite(horizon), "times above 0");
    check("--quantile", probabilities, p -> p > 0 && p < 1, "probabilities above 0 and below 1");
    CommandLine line = spec.commandLine();
    RunOutcome ending = RunOutcome.of(line, options);
    Problems problems = new Problems();
    FollowUpSheet sheet = usage(
        () -> r.isPresent() ? FollowUpSheet.keepingRows(columns) : new FollowUpSheet(columns));
    sheet.read(options.table(), problems, Progress.on(line.getErr()));
    if (ending.stopsAt(problems) || sheet.isEmpty()) {
      return ending.refuse(problems);
    }
    if (sheet.groups() > MOST_GROUPS && !manyGroups) {
      return refuseGroups(sheet.groups());
    }
    tellLabelsThatLookAlike(sheet);
    FollowUpEstimates hips = sheet.followed();
    PrintWriter err = line.getErr();
    KaplanMeierEstimate estimate =
        Progress.during(err, "estimating curves", () -> hips.estimate(method));
    List<LogRankResult> results = Progress.during(
        err,
        "testing",
        () -> weightings.stream()
            .map(weighting -> hips.test(LogRank.withDefaults().with(weighting)))
            .toList());
    OutputFolder files = files(estimate, results, drawing);
    adjustment.ifPresent(chosen -> files.add("pairwise.csv", pairwise(hips, weightings, chosen)));
    Optional<RScript> script = r.map(folder -> new SurvivalScript(sheet.followUp())
        .asking(times, horizons, probabilities)
        .script(method, weightings, adjustment));
    return write(ending, files, estimate, results, script, problems);
  }

  private void tellLabelsThatLookAlike(FollowUpSheet sheet) {
    PrintWriter err = spec.commandLine().getErr();
    sheet.ambiguities().forEach(text -> err.println(VisibleText.of(text)));
  }

  private KaplanMeier method() {
    KaplanMeier method = KaplanMeier.withDefaults()
        .with(IntervalType.parse(intervalType))
        .withLevel(options.level());
    return critical.map(CriticalValue::parse).map(method::with).orElse(method);
  }

  private int refuseGroups(int groups) {
    RunOutcome.tell(
        spec.commandLine(),
        "avnfh: column " + columns.group().orElse("") + " has " + groups
            + " groups, as an identifier would; name a column of at most " + MOST_GROUPS
            + " groups, or allow more by --many-groups");
    return RunOutcome.WRONG_USAGE;
  }

  private PValueAdjustment adjustment(String name) {
    return switch (name) {
      case "holm" -> PValueAdjustment.HOLM;
      case "bh" -> PValueAdjustment.BENJAMINI_HOCHBERG;
      case "none" -> PValueAdjustment.NONE;
      default ->
        throw new ParameterException(spec.commandLine(), "--pairwise takes holm, bh or none");
    };
  }

  private int write(
      RunOutcome ending,
      OutputFolder files,
      KaplanMeierEstimate estimate,
      List<LogRankResult> results,
      Optional<RScript> script,
      Problems problems) {
    int code = ending.write(files, out, problems);
    script.ifPresent(known -> ending.write(known.files(files), r.orElseThrow(), new Problems()));
    warn(estimate);
    sayWhatIsLacking(results);
    CommandLine line = spec.commandLine();
    line.getOut().print(SurvivalSummary.of(estimate, results));
    return code;
  }

  private OutputFolder files(
      KaplanMeierEstimate estimate, List<LogRankResult> results, FigureOptions.Builder drawing) {
    OutputFolder files = new OutputFolder();
    files.add("curve.csv", SurvivalTables.curve(estimate));
    files.add("quantile.csv", SurvivalTables.quantile(estimate, probabilities));
    files.add("at.csv", SurvivalTables.at(estimate, times));
    files.add("rmst.csv", SurvivalTables.restrictedMean(estimate, horizons));
    files.add("test.csv", SurvivalTables.test(results));
    files.add("figure.svg", figure(estimate, results, drawing));
    return files;
  }

  private static String pairwise(
      FollowUpEstimates hips, List<Weighting> weightings, PValueAdjustment adjustment) {
    return SurvivalTables.pairwise(weightings.stream()
        .map(weighting -> hips.pairs(Pairwise.withDefaults().with(weighting).with(adjustment)))
        .toList());
  }

  private void sayWhatIsLacking(List<LogRankResult> results) {
    PrintWriter err = spec.commandLine().getErr();
    for (LogRankResult result : results) {
      for (ScoreTest test : result.tests()) {
        if (columns.group().isPresent()) {
          test.lacks()
              .ifPresent(what -> err.println("test.csv: " + result.weighting().code() + ", "
                  + test.variance().code() + ": no test is possible without " + what));
        }
      }
      if (result.restsOnFewClusters() && result.chiSquare().isPresent()) {
        err.println("test.csv: " + result.weighting().code() + ": only "
            + result.clustersWithEvent().getAsInt()
            + " clusters had the event; a permutation test is to be preferred");
      }
    }
  }

  private void warn(KaplanMeierEstimate estimate) {
    PrintWriter err = spec.commandLine().getErr();
    SurvivalSummary.warnings(estimate).forEach(err::println);
    for (SurvivalCurve curve : estimate.curves()) {
      for (double horizon : horizons) {
        if (curve.restrictedMean(horizon).isExtrapolated()) {
          err.println("rmst.csv: group " + VisibleText.of(curve.group()) + " was followed to "
              + curve.lastTime() + " only; its curve is carried on flat to " + horizon);
        }
      }
    }
  }

  private static String figure(
      KaplanMeierEstimate estimate, List<LogRankResult> results, FigureOptions.Builder drawing) {
    if (estimate.curves().size() > 1 && !results.isEmpty()) {
      drawing.test(results.get(0));
    }
    return KaplanMeierFigure.of(estimate).with(drawing.build()).svg();
  }

  private void check(String option, List<Double> values, DoublePredicate allowed, String what) {
    if (!values.stream().allMatch(allowed::test)) {
      throw new ParameterException(spec.commandLine(), option + " takes " + what);
    }
  }

  private <T> T usage(Supplier<T> choice) {
    return RunOutcome.typed(spec.commandLine(), choice);
  }
}
