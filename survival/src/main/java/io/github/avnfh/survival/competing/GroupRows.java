package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.Outcome;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The rows of one group by the times at which they come and go. */
final class GroupRows {
  /** R's tolerance for times, the root of the machine precision; neighboring days stay apart. */
  private static final double TOLERANCE = 0x1.0p-26;

  private static final double MOST_SLACK = 0.25;

  private final CompetingFollowUp followUp;
  private final FollowUp whole;
  private final int[] rows;
  private final double[] times;
  private final int[] entries;
  private final int[] exits;
  private final double[] atRisk;

  GroupRows(CompetingFollowUp followUp, int group) {
    this.followUp = followUp;
    this.whole = followUp.anyEvent();
    this.rows = IntStream.range(0, whole.size())
        .filter(row -> whole.group(row) == group)
        .toArray();
    this.times =
        Arrays.stream(rows).mapToDouble(whole::time).sorted().distinct().toArray();
    this.exits = Arrays.stream(rows)
        .map(row -> Arrays.binarySearch(times, whole.time(row)))
        .toArray();
    this.entries = Arrays.stream(rows)
        .map(row -> whole.entry(row).isPresent() ? upTo(whole.entry(row).getAsDouble()) : 0)
        .toArray();
    this.atRisk = atRisk();
  }

  /** The index after that of the last time which is not after the given one but for rounding. */
  int upToMatched(double time) {
    return upTo(time + slack(time));
  }

  private static double slack(double time) {
    return Math.min(MOST_SLACK, TOLERANCE * Math.max(1, time));
  }

  /** Whether a time lies after the last one but for rounding. */
  boolean isBeyond(double time) {
    return time - slack(time) > times[times.length - 1];
  }

  /** Counts those at risk at any time. */
  double atRiskAt(double time) {
    int index = upToMatched(time) - 1;
    if (index >= 0 && times[index] >= time - slack(time)) {
      return atRisk[index];
    }
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      boolean entered = whole.entry(rows[i]).orElse(-1) < time;
      sum += entered && whole.time(rows[i]) >= time ? weight(i) : 0;
    }
    return sum;
  }

  /** How many times do not lie after the given one. */
  private int upTo(double time) {
    int found = Arrays.binarySearch(times, time);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private double[] atRisk() {
    double[] change = new double[times.length + 1];
    for (int i = 0; i < rows.length; i++) {
      change[entries[i]] += weight(i);
      change[exits[i] + 1] -= weight(i);
    }
    double[] sums = new double[times.length];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += change[i];
      sums[i] = sum;
    }
    return sums;
  }

  /** What happened at each time, by weight. */
  double[] sums(Outcome outcome) {
    double[] sums = new double[times.length];
    for (int i = 0; i < rows.length; i++) {
      sums[exits[i]] += outcome(i) == outcome ? weight(i) : 0;
    }
    return sums;
  }

  int size() {
    return rows.length;
  }

  double[] times() {
    return times;
  }

  /** How many were at risk at each time, by weight. */
  double[] atRisks() {
    return atRisk;
  }

  int entry(int i) {
    return entries[i];
  }

  int exit(int i) {
    return exits[i];
  }

  double weight(int i) {
    return whole.weight(rows[i]);
  }

  Outcome outcome(int i) {
    return followUp.outcome(rows[i]);
  }

  boolean isClustered() {
    return whole.clusters().isPresent();
  }

  /** The clusters of the rows by number, or the rows themselves. */
  int[] clusters() {
    int[] numbers = Arrays.stream(rows).map(whole::cluster).toArray();
    int[] sorted = Arrays.stream(numbers).sorted().distinct().toArray();
    return Arrays.stream(numbers)
        .map(number -> Arrays.binarySearch(sorted, number))
        .toArray();
  }
}
