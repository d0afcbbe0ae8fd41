package io.github.avnfh.survival;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The data sets of {@code sets.csv}, in the variants of {@code golden_sets.R}. */
public final class GoldenSets {
  private static final List<GoldenRow> ALL = GoldenFile.read("sets.csv", 2181);

  private static final Map<String, FollowUp> FOLLOW_UPS = new ConcurrentHashMap<>();
  private static final Map<String, KaplanMeierEstimate> ESTIMATES = new ConcurrentHashMap<>();

  private GoldenSets() {}

  /** The rows of a set as they stand. */
  public static List<GoldenRow> rows(String set) {
    return ALL.stream().filter(row -> row.get("set").equals(set)).toList();
  }

  /** All weights are whole, so that R's own choice w is not robust. */
  static FollowUp followUp(String set, String variant) {
    return FOLLOW_UPS.computeIfAbsent(
        set + variant, key -> followUp(set, variant, events(rows(set))));
  }

  /** The rows of a set, with events of one's own. */
  public static FollowUp followUp(String set, String variant, boolean[] events) {
    List<GoldenRow> rows = rows(set);
    FollowUpBuilder followUp =
        FollowUp.ofTimes(numbers(rows, "time"), events).groups(labels(rows, "group"));
    if (variant.equals("strata")) {
      followUp.strata(labels(rows, "stratum"));
    }
    if (variant.startsWith("lt")) {
      followUp.entry(numbers(rows, "entry"));
    }
    if (variant.contains("w")) {
      followUp.weights(numbers(rows, "weight"));
    }
    if (variant.endsWith("_rob")) {
      followUp.clusters(IntStream.range(0, rows.size()).toArray());
    }
    if (variant.endsWith("clu")) {
      followUp.clusters(labels(rows, "id"));
    }
    return followUp.build();
  }

  static SurvivalCurve curve(GoldenRow row, KaplanMeier options) {
    String key = row.get("set") + row.get("variant") + options;
    FollowUp followUp = followUp(row.get("set"), row.get("variant"));
    return ESTIMATES
        .computeIfAbsent(key, one -> options.estimate(followUp))
        .curve(row.get("group"));
  }

  public static double number(GoldenRow row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private static double[] numbers(List<GoldenRow> rows, String column) {
    return rows.stream().mapToDouble(row -> number(row, column)).toArray();
  }

  private static List<String> labels(List<GoldenRow> rows, String column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  private static boolean[] events(List<GoldenRow> rows) {
    boolean[] events = new boolean[rows.size()];
    IntStream.range(0, events.length)
        .forEach(row -> events[row] = rows.get(row).get("cause").equals("1"));
    return events;
  }
}
