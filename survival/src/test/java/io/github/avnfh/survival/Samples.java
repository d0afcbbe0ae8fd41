package io.github.avnfh.survival;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Published data sets that are small enough to know by heart. */
public final class Samples {
  private Samples() {}

  /** Remission in acute myelogenous leukemia; Miller RG. Survival Analysis. Wiley; 1981. */
  public static FollowUpBuilder leukemia() {
    return weeks(GoldenFile.read("aml.csv", 23));
  }

  /** 6-MP against control in 21 pairs; Freireich EJ et al. Blood 1963;21:699-716. */
  public static FollowUpBuilder mercaptopurine() {
    return weeks(GoldenFile.read("gehan.csv", 42));
  }

  public static FollowUp named(String set) {
    return (set.equals("aml") ? leukemia() : mercaptopurine()).build();
  }

  /** Vision in two eyes; Huster WJ, Brookmeyer R, Self SG. Biometrics 1989;45:145-56. */
  public static FollowUpBuilder eyes() {
    List<GoldenRow> rows = GoldenFile.read("diabetic30.csv", 60);
    return FollowUp.ofTimes(
            rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get("months")))
                .toArray(),
            events(rows))
        .groups(rows.stream().map(row -> row.get("group")).toList())
        .clusters(rows.stream().map(row -> row.get("patient")).toList());
  }

  private static FollowUpBuilder weeks(List<GoldenRow> rows) {
    return FollowUp.ofDays(
            rows.stream().mapToInt(row -> Integer.parseInt(row.get("weeks"))).toArray(),
            events(rows))
        .groups(rows.stream().map(row -> row.get("group")).toList());
  }

  private static boolean[] events(List<GoldenRow> rows) {
    boolean[] events = new boolean[rows.size()];
    IntStream.range(0, events.length)
        .forEach(row -> events[row] = rows.get(row).get("event").equals("1"));
    return events;
  }

  /** As many hips, all seen to the end of 24 months, the first of them with the event before. */
  static FollowUpBuilder seenForTwoYears(int hips, int replaced) {
    int[] days = IntStream.range(0, hips)
        .map(row -> row < replaced ? 100 + 50 * row : 730)
        .toArray();
    boolean[] events = new boolean[hips];
    Arrays.fill(events, 0, replaced, true);
    return FollowUp.ofDays(days, events);
  }

  /** Three stages of the published series: 0 of 14, 0 of 29 and 6 of 15 hips replaced. */
  public static FollowUp series() {
    int[] days = new int[58];
    boolean[] events = new boolean[58];
    Arrays.fill(days, 730);
    for (int row = 0; row < 6; row++) {
      days[43 + row] = 100 + 50 * row;
      events[43 + row] = true;
    }
    List<String> stages = IntStream.range(0, 58)
        .mapToObj(row -> row < 14 ? "I" : row < 43 ? "II" : "III")
        .toList();
    return FollowUp.ofDays(days, events).groups(stages).build();
  }

  /** The counting process set of Therneau TM, Grambsch PM. Modeling Survival Data. 2000. */
  public static FollowUpBuilder lateEntries() {
    return FollowUp.ofDays(
            new int[] {2, 3, 6, 7, 8, 9, 9, 9, 14, 17},
            new boolean[] {true, true, true, true, true, true, true, false, false, false})
        .entry(new int[] {1, 2, 5, 2, 1, 7, 3, 4, 8, 8})
        .groups(Arrays.asList("1", "0", "0", "1", "0", "1", "1", "1", "0", "0"));
  }

  static FollowUp ungrouped(int[] days, int... censoredRows) {
    boolean[] events = new boolean[days.length];
    Arrays.fill(events, true);
    Arrays.stream(censoredRows).forEach(row -> events[row] = false);
    return FollowUp.ofDays(days, events).build();
  }

  static <T> List<T> shuffled(List<T> list, java.util.Random random) {
    List<T> copy = new java.util.ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }

  /** Kaplan-Meier with the limits of R's survfit. */
  public static KaplanMeier asInR() {
    return KaplanMeier.withDefaults().with(CriticalValue.NORMAL).withoutExactLimits();
  }
}
