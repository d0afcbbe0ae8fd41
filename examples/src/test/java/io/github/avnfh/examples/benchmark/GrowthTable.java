package io.github.avnfh.examples.benchmark;

import io.github.avnfh.survival.KaplanMeier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How the time from columns to curves grows from a thousand to ten million hips, as a table in
 * Markdown: the library beside its baselines in the same run, in processor time of the process.
 */
public final class GrowthTable {
  private static final List<Integer> HIPS = List.of(1_000, 10_000, 100_000, 1_000_000, 10_000_000);
  private static final List<String> CASES =
      List.of("days", "daysWithLogRank", "times", "timesWithLogRank", "clustered");
  private static final List<String> TESTED = List.of("days", "times");
  private static final double NANOSECONDS = 1e6;

  private final Map<String, Double> figures = new TreeMap<>();

  private GrowthTable() {}

  /**
   * Measures and prints the table.
   *
   * @param arguments those of JMH, such as {@code -p hips=1000}; from a thousand to ten million
   *     hips without any
   * @throws RunnerException if a benchmark fails
   * @throws CommandLineOptionException if JMH does not know an argument
   */
  public static void main(String... arguments) throws RunnerException, CommandLineOptionException {
    CommandLineOptions given = new CommandLineOptions(arguments);
    List<Integer> sizes =
        given.getParameter("hips").orElse(HIPS.stream().map(String::valueOf).toList()).stream()
            .map(Integer::valueOf)
            .toList();
    GrowthTable table = new GrowthTable();
    table.measure(given, sizes);
    print("| columns to curves, four groups | hips | library | baseline | ratio | allocated |");
    print("| :-- | --: | --: | --: | --: | --: |");
    CASES.forEach(name -> sizes.forEach(hips -> print(table.row(name, hips))));
    print("");
    print("| log-rank beside the curves | hips | library | baseline |");
    print("| :-- | --: | --: | --: |");
    TESTED.forEach(name -> sizes.forEach(hips -> print(table.extra(name, hips))));
    print("");
    print("| held while the estimate is | hips | bytes a hip |");
    print("| :-- | --: | --: |");
    sizes.forEach(GrowthTable::printHeld);
  }

  @SuppressWarnings("SystemOut")
  private static void print(String line) {
    System.out.println(line);
  }

  private void measure(Options given, List<Integer> sizes) throws RunnerException {
    String[] hips = sizes.stream().map(String::valueOf).toArray(String[]::new);
    ChainedOptionsBuilder options = new OptionsBuilder().parent(given);
    options.include("\\." + CurveBenchmark.class.getSimpleName() + "\\.");
    options.param("hips", hips).warmupIterations(2).measurementIterations(3);
    options.addProfiler(GCProfiler.class).addProfiler(ProcessorTime.class);
    options.verbosity(VerboseMode.SILENT);
    for (RunResult result : new Runner(options.build()).run()) {
      String name = result.getParams().getBenchmark();
      String method = name.substring(name.lastIndexOf('.') + 1);
      String key = method + result.getParams().getParam("hips");
      result
          .getSecondaryResults()
          .forEach((label, figure) -> figures.put(key + " " + label, figure.getScore()));
    }
  }

  private String row(String name, int hips) {
    double library = milliseconds(name + hips);
    double baseline = milliseconds(name + "Baseline" + hips);
    double bytes = secondary(name + hips, "alloc.rate.norm") / hips;
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %.3g ms | %.3g ms | %.2f | %.1f B a hip |",
        name,
        hips,
        library,
        baseline,
        library / baseline,
        bytes);
  }

  /** What the test adds to the curves; two runs are compared, so noise counts twice. */
  private String extra(String name, int hips) {
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %+.0f %% | %+.0f %% |",
        name,
        hips,
        percentMore(name + "WithLogRank" + hips, name + hips),
        percentMore(name + "WithLogRankBaseline" + hips, name + "Baseline" + hips));
  }

  private double percentMore(String key, String than) {
    return 100 * (milliseconds(key) / milliseconds(than) - 1);
  }

  private double milliseconds(String key) {
    return secondary(key, "cpu.norm") / NANOSECONDS;
  }

  private double secondary(String key, String label) {
    return figures.entrySet().stream()
        .filter(figure -> figure.getKey().startsWith(key + " "))
        .filter(figure -> figure.getKey().endsWith(label))
        .mapToDouble(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private static void printHeld(int hips) {
    HipColumns columns = HipColumns.random(hips, 6);
    KaplanMeier method = KaplanMeier.withDefaults();
    held("days", columns, given -> method.estimate(given.inDays().build()));
    held("times", columns, given -> method.estimate(given.inTimes().build()));
    held(
        "clustered",
        columns,
        given -> method.estimate(given.inDays().clusters(given.patients).build()));
  }

  /** The estimate keeps its follow-up, so both are counted; the columns they came from are not. */
  private static void held(String name, HipColumns columns, Function<HipColumns, Object> estimate) {
    long before = used();
    Object kept = estimate.apply(columns);
    long after = used();
    double bytes = (double) (after - before) / columns.size();
    print(String.format(
        Locale.ROOT, "| %s | %,d | %.1f |", name, columns.size(), kept == columns ? 0 : bytes));
  }

  private static long used() {
    Runtime machine = Runtime.getRuntime();
    System.gc();
    System.gc();
    return machine.totalMemory() - machine.freeMemory();
  }
}
