package io.github.avnfh.examples.survival;

import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.table.Digits;
import io.github.avnfh.examples.cli.InputOptions;
import io.github.avnfh.examples.cli.OutputFolder;
import io.github.avnfh.examples.cli.RunOutcome;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.published.CurveReconstruction;
import io.github.avnfh.survival.published.PublishedCurve;
import io.github.avnfh.survival.published.ReconstructedCurve;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code avnfh reconstruct}: hips from clicks on a printed survival curve. */
@Command(
    name = "reconstruct",
    description = "Reconstruct times of events and of censoring from clicks on a printed survival"
        + " curve, with its numbers at risk, or with the number at the start.",
    mixinStandardHelpOptions = true)
public final class ReconstructCommand implements Callable<Integer> {
  private static final Quantity AT_RISK = Quantity.of("number at risk", "hips", 0, 100_000);
  private static final Quantity TIME = Quantity.of("time", "unit of the figure", 0, 1_000_000);

  @Option(
      names = "--curve",
      required = true,
      paramLabel = "FILE",
      description = "Table of clicks: time, survival (proportions or percentages, in any order);"
          + " - for standard input.")
  private String curve;

  @Option(
      names = "--at-risk",
      paramLabel = "FILE",
      description = "Table of the printed numbers at risk: time, at_risk.")
  private Optional<String> atRisk = Optional.empty();

  @Option(
      names = "--patients",
      paramLabel = "N",
      description = "Number at the start, where no number at risk is printed for time 0.")
  private Optional<Integer> patients = Optional.empty();

  @Option(names = "--events", paramLabel = "N", description = "Printed number of events in all.")
  private Optional<Integer> events = Optional.empty();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder of hips.csv (time, event) and fit.csv (the clicks and numbers at risk beside"
              + " the reconstructed ones).")
  private Path out;

  @Mixin
  private InputOptions options;

  @Spec
  private CommandSpec spec;

  /** Made by the command line. */
  public ReconstructCommand() {}

  @Override
  public Integer call() {
    if (atRisk.isEmpty() && patients.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--at-risk or --patients must say how many there were at the start");
    }
    // numbers that are wrong as such are wrong usage, regardless of what the files hold
    usage(() -> counted(PublishedCurve.ofClicks(new double[1], new double[1])));
    Problems problems = new Problems();
    RunOutcome ending = RunOutcome.of(spec.commandLine(), options);
    Sheet clicks = new Sheet("survival");
    Sheet counts = new Sheet("at_risk");
    clicks.read(options.table(curve), problems);
    atRisk.ifPresent(file -> counts.read(options.table(file), problems));
    CurveReconstruction method = CurveReconstruction.withDefaults();
    clicks.report(method.impossibleClicks(clicks.times.column(), clicks.values.column()));
    counts.report(PublishedCurve.impossibleCounts(counts.times.column(), counts.values.wholes()));
    boolean hasNoStart = counts.isEmpty() && patients.isEmpty();
    if (ending.stopsAt(problems) || clicks.isEmpty() || hasNoStart) {
      return ending.refuse(problems);
    }
    PublishedCurve printed =
        counted(PublishedCurve.ofClicks(clicks.times.column(), clicks.values.column()));
    return counts.isEmpty()
        ? write(method.reconstruct(usage(printed)), ending, problems)
        : reconstruct(method, printed, counts, ending, problems);
  }

  /** Numbers that do not agree with the number at the start are told by the line of its row. */
  private int reconstruct(
      CurveReconstruction method,
      PublishedCurve clicks,
      Sheet counts,
      RunOutcome ending,
      Problems problems) {
    PublishedCurve printed = clicks.withAtRisk(counts.times.column(), counts.values.wholes());
    try {
      printed.atStart();
    } catch (IllegalArgumentException e) {
      counts.first().report("at_risk", String.valueOf(e.getMessage()));
      return ending.refuse(problems);
    }
    return write(method.reconstruct(printed), ending, problems);
  }

  /** Options that do not agree with each other are wrong usage. */
  private PublishedCurve usage(PublishedCurve printed) {
    usage(printed::atStart);
    return printed;
  }

  private PublishedCurve counted(PublishedCurve clicks) {
    PublishedCurve some = patients.isPresent() ? clicks.withPatients(patients.get()) : clicks;
    return events.isPresent() ? some.withEvents(events.get()) : some;
  }

  private int write(ReconstructedCurve hips, RunOutcome ending, Problems problems) {
    OutputFolder files = new OutputFolder();
    files.add("hips.csv", hips(hips.followUp()));
    files.add("fit.csv", fit(hips));
    int code = ending.write(files, out, problems);
    spec.commandLine().getOut().print(summary(hips));
    hips.explanation().obstacles().forEach(this::tell);
    return code;
  }

  private static String hips(FollowUp followUp) {
    CsvOutput table = CsvOutput.withHeader("time", "event");
    for (int row = 0; row < followUp.size(); row++) {
      table.row(CsvOutput.number(followUp.time(row)), followUp.isEvent(row) ? "1" : "0");
    }
    return table.text();
  }

  private static String fit(ReconstructedCurve hips) {
    CsvOutput table = CsvOutput.withHeader(
        "time", "clicked", "reconstructed", "at_risk_printed", "at_risk_reconstructed");
    for (ReconstructedCurve.FitPoint point : hips.fit()) {
      table.row(
          CsvOutput.number(point.time()),
          CsvOutput.number(point.clicked()),
          CsvOutput.number(point.reconstructed()),
          CsvOutput.number(point.atRiskPrinted()),
          Integer.toString(point.atRiskReconstructed()));
    }
    return table.text();
  }

  private static String summary(ReconstructedCurve hips) {
    ReconstructedCurve.EventRange events = hips.eventRange();
    ReconstructedCurve.MedianRange medians = hips.medianRange();
    return "Hips of a printed curve: " + hips.followUp().size() + ", events found "
        + hips.events() + ", largest misfit " + Digits.halfUp(3).print(hips.largestMisfit()) + "\n"
        + "Median " + time(hips.median().time()) + "\n"
        + "Room that the print leaves, over " + (hips.alternatives() + 1) + " reconstructions: "
        + events.fewest() + " to " + events.most() + " events, median " + time(medians.lowest())
        + " to " + time(medians.highest()) + "\n";
  }

  private static String time(OptionalDouble time) {
    return time.isPresent() ? CsvOutput.number(time.getAsDouble()) : "not reached";
  }

  private void tell(String text) {
    RunOutcome.tell(spec.commandLine(), text);
  }

  private <T> T usage(Supplier<T> choice) {
    return RunOutcome.typed(spec.commandLine(), choice);
  }

  /** A table of times and one column of numbers. */
  private static final class Sheet {
    private final String column;
    private final NumberColumn times = new NumberColumn();
    private final NumberColumn values = new NumberColumn();
    private final List<CsvRow> rows = new ArrayList<>();

    Sheet(String column) {
      this.column = column;
    }

    void read(CsvInput table, Problems problems) {
      CsvInput required = table.withRequired(List.of("time", column));
      long found = required.forEachRow(problems, this::take);
      if (found == 0 && problems.isEmpty()) {
        required.reportNoRows(problems);
      }
    }

    private void take(CsvRow row) {
      OptionalDouble time = row.requiredNumber("time");
      if (time.isPresent() && !TIME.allows(time.getAsDouble())) {
        row.report("time", TIME.legalRange() + ", but was " + time.getAsDouble());
      }
      OptionalDouble value = column.equals("at_risk") ? count(row) : row.requiredNumber(column);
      if (row.isSound()) {
        times.add(time.orElseThrow());
        values.add(value.orElseThrow());
        rows.add(row);
      }
    }

    /** Reports rows that are sound alone and not together, and leaves them out. */
    void report(Map<Integer, String> impossible) {
      BitSet refused = new BitSet();
      impossible.forEach((row, message) -> {
        rows.get(row).report(column, message);
        refused.set(row);
      });
      times.remove(refused);
      values.remove(refused);
      rows.removeIf(row -> !row.isSound());
    }

    /** The row with the earliest time. */
    CsvRow first() {
      double[] column = times.column();
      return IntStream.range(0, column.length)
          .boxed()
          .min(Comparator.comparingDouble(row -> column[row]))
          .map(rows::get)
          .orElseThrow();
    }

    private OptionalDouble count(CsvRow row) {
      OptionalInt number = row.requiredWholeNumber(column, AT_RISK);
      return number.isPresent() ? OptionalDouble.of(number.getAsInt()) : OptionalDouble.empty();
    }

    boolean isEmpty() {
      return rows.isEmpty();
    }
  }
}
