package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.EventStatus;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.internal.RunningTotal;
import io.github.avnfh.survival.internal.TimeGrid;
import io.github.avnfh.survival.internal.UnitsAtRisk;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The rows of one group by the times at which they enter and leave. */
final class GroupRows {
  private final CompetingFollowUp followUp;
  private final FollowUp whole;
  private final int[] rows;
  private final double[] times;
  private final int[] entries;
  private final int[] exits;
  // weights are taken as multiples of a power of two, lest their squares overflow or vanish
  private final int exponent;
  private final double[] atRisk;
  private final int[] clusterNumbers;
  private final int[] clusters;
  private final UnitsAtRisk units;

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
    double total = Arrays.stream(rows).mapToDouble(whole::weight).sum();
    this.exponent = whole.isWeighted() ? Math.getExponent(total) : 0;
    this.atRisk = whole.isWeighted() ? summedAtRisk() : countedAtRisk();
    int[] numbers = Arrays.stream(rows).map(whole::cluster).toArray();
    this.clusterNumbers = Arrays.stream(numbers).sorted().distinct().toArray();
    this.clusters = Arrays.stream(numbers)
        .map(number -> Arrays.binarySearch(clusterNumbers, number))
        .toArray();
    this.units = countedUnits();
  }

  private UnitsAtRisk countedUnits() {
    double[] starts = Arrays.stream(rows)
        .mapToDouble(row -> whole.entry(row).orElse(-1))
        .filter(start -> start >= 0)
        .toArray();
    double[] all = DoubleStream.concat(Arrays.stream(starts), Arrays.stream(times))
        .sorted()
        .distinct()
        .toArray();
    int[] from = Arrays.stream(rows)
        .map(row -> Arrays.binarySearch(all, whole.entry(row).orElse(-1)))
        .map(place -> Math.max(-1, place))
        .toArray();
    int[] to = Arrays.stream(rows)
        .map(row -> Arrays.binarySearch(all, whole.time(row)))
        .toArray();
    return UnitsAtRisk.ofClusters(from, to, place -> all[place], clusters);
  }

  /** The clusters, or without clusters the rows, at risk. */
  UnitsAtRisk units() {
    return units;
  }

  /** The index after that of the last time which is not after the given one but for rounding. */
  int upToMatched(double time) {
    return upTo(time + TimeGrid.slack(time));
  }

  /** The time of the group that is the given one but for rounding, or the given one. */
  double matched(double time) {
    int index = upToMatched(time) - 1;
    return index >= 0 && times[index] >= time - TimeGrid.slack(time) ? times[index] : time;
  }

  /** Counts those at risk at any time. */
  double atRiskAt(double time) {
    double sum = 0;
    for (int row : rows) {
      sum += whole.entry(row).orElse(-1) < time && whole.time(row) >= time ? whole.weight(row) : 0;
    }
    return sum;
  }

  /** Counts those at risk at the time with that index. */
  double atRisk(int index) {
    return counted(atRisk[index]);
  }

  /** A sum of weights in units of that power of two as one of the weights themselves. */
  double counted(double sum) {
    return Math.scalb(sum, exponent);
  }

  /** How many times do not lie after the given one. */
  private int upTo(double time) {
    int found = Arrays.binarySearch(times, time);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private double[] countedAtRisk() {
    double[] change = new double[times.length + 1];
    for (int i = 0; i < rows.length; i++) {
      change[entries[i]]++;
      change[exits[i] + 1]--;
    }
    double[] sums = new double[times.length];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += change[i];
      sums[i] = sum;
    }
    return sums;
  }

  /** Sums of weights, which do not lose small ones behind large ones that left. */
  private double[] summedAtRisk() {
    int[] entering = inOrderOf(this::entry);
    int[] leaving = inOrderOf(this::exit);
    double[] event = sums(EventStatus.EVENT);
    double[] competing = sums(EventStatus.COMPETING);
    double[] censored = sums(EventStatus.CENSORED);
    RunningTotal active = new RunningTotal(rows.length);
    double[] sums = new double[times.length];
    int in = 0;
    int out = 0;
    for (int i = 0; i < sums.length; i++) {
      for (; in < rows.length && entry(entering[in]) <= i; in++) {
        active.set(entering[in], weight(entering[in]));
      }
      int before = out;
      int atRiskRows = in - out;
      double total = active.total();
      for (; out < rows.length && exit(leaving[out]) == i; out++) {
        active.set(leaving[out], 0);
      }
      // where all leave, the sum is to the last bit that of those who leave
      double leave = event[i] + competing[i] + censored[i];
      sums[i] = out - before == atRiskRows ? leave : Math.max(leave, total);
    }
    return sums;
  }

  /** The rows in the order of their places; rows of one place keep their own order. */
  int[] inOrderOf(IntUnaryOperator place) {
    return IntStream.range(0, rows.length)
        .boxed()
        .sorted(Comparator.comparingInt(place::applyAsInt))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** What happened at each time, by weight in units of that power of two. */
  double[] sums(EventStatus outcome) {
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

  /** How many were at risk at each time, by weight in units of that power of two. */
  double[] atRisks() {
    return atRisk;
  }

  int entry(int i) {
    return entries[i];
  }

  int exit(int i) {
    return exits[i];
  }

  /** The weight of a row in units of a power of two. */
  double weight(int i) {
    return exponent == 0 ? whole.weight(rows[i]) : Math.scalb(whole.weight(rows[i]), -exponent);
  }

  EventStatus outcome(int i) {
    return followUp.outcome(rows[i]);
  }

  boolean isClustered() {
    return whole.clusters().isPresent();
  }

  /** The clusters of the rows by number, or the rows themselves. */
  int[] clusters() {
    return clusters;
  }

  /** The number that each of these clusters has in the whole follow-up. */
  int[] clusterNumbers() {
    return clusterNumbers;
  }
}
