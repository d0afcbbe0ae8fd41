package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.internal.RunningTotal;
import io.github.avnfh.survival.internal.TimeGrid;
import io.github.avnfh.survival.internal.UnitsAtRisk;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The rows of a group one by one. */
final class GroupMembers {
  /** The number of an outcome, and how many there are. */
  static final int CENSORED = 0;

  static final int EVENT = 1;
  static final int COMPETING = 2;
  static final int OUTCOMES = 3;

  /** Up to so many days for each row a table by day is worth its memory. */
  static final int DAYS_PER_ROW = 4;

  private final int[] rows;
  private int[] entries = new int[0];
  private double[] starts = new double[0];
  private final int[] exits;
  private final int[] outcomes;
  private final double[] weights;
  private final int[] clusters;

  GroupMembers(int[] rows) {
    this.rows = rows;
    this.exits = new int[rows.length];
    this.outcomes = new int[rows.length];
    this.weights = new double[rows.length];
    this.clusters = new int[rows.length];
  }

  /** Places the rows among the times of their group, weights in units of a power of two. */
  void place(FollowUp whole, IntUnaryOperator outcome, double[] times, int exponent) {
    if (whole.hasDelayedEntry()) {
      entries = new int[rows.length];
      starts = new double[rows.length];
    }
    int[] ofDay = isDense(whole, times, rows.length) ? placesOfDays(times) : new int[0];
    for (int i = 0; i < rows.length; i++) {
      double time = whole.time(rows[i]);
      exits[i] = ofDay.length > 0 ? ofDay[(int) time] : TimeGrid.firstAtOrAfter(times, time);
      outcomes[i] = outcome.applyAsInt(rows[i]);
      weights[i] = Math.scalb(whole.weight(rows[i]), -exponent);
      clusters[i] = whole.cluster(rows[i]);
      if (entries.length > 0) {
        starts[i] = whole.entry(rows[i]).orElse(-1);
        entries[i] = TimeGrid.lastUpTo(times, starts[i]) + 1;
      }
    }
  }

  /** Whether days up to the last are few enough to be told apart by their number. */
  static boolean isDense(FollowUp whole, double[] times, int rows) {
    return whole.isInWholeDays() && times[times.length - 1] < (double) DAYS_PER_ROW * rows;
  }

  private static int[] placesOfDays(double[] days) {
    int[] places = new int[(int) days[days.length - 1] + 1];
    for (int place = 0; place < days.length; place++) {
      places[(int) days[place]] = place;
    }
    return places;
  }

  int entry(int i) {
    return entries.length == 0 ? 0 : entries[i];
  }

  int exit(int i) {
    return exits[i];
  }

  int outcome(int i) {
    return outcomes[i];
  }

  /** The weight of a row in units of a power of two. */
  double weight(int i) {
    return weights[i];
  }

  /** The number of the row's cluster in the whole follow-up. */
  int cluster(int i) {
    return clusters[i];
  }

  int size() {
    return rows.length;
  }

  /** For each outcome the sum of weights at each time. */
  double[][] sums(int times) {
    double[][] sums = new double[OUTCOMES][times];
    for (int i = 0; i < rows.length; i++) {
      sums[outcomes[i]][exits[i]] += weights[i];
    }
    return sums;
  }

  /** More than the number of any cluster. */
  int clusterLimit() {
    return Arrays.stream(clusters).max().orElse(-1) + 1;
  }

  /** Numbers the clusters of some rows, and counts them. */
  int numberClusters(int[] chosen, int[] numbers) {
    int[] known = new int[chosen.length == 0 ? 0 : clusterLimit()];
    int count = 0;
    for (int i : chosen) {
      known[clusters[i]] = known[clusters[i]] == 0 ? ++count : known[clusters[i]];
      numbers[i] = known[clusters[i]] - 1;
    }
    return count;
  }

  /** The rows whose cluster has another row of the group. */
  int[] sharingACluster() {
    int[] sizes = new int[clusterLimit()];
    for (int cluster : clusters) {
      sizes[cluster]++;
    }
    return IntStream.range(0, rows.length).filter(i -> sizes[clusters[i]] > 1).toArray();
  }

  /** The clusters at risk at any time. */
  UnitsAtRisk units(double[] times) {
    double[] all = DoubleStream.concat(
            Arrays.stream(starts).filter(start -> start >= 0), Arrays.stream(times))
        .sorted()
        .distinct()
        .toArray();
    int[] from = new int[rows.length];
    Arrays.fill(from, TimeGrid.FROM_THE_START);
    for (int i = 0; i < starts.length; i++) {
      from[i] = starts[i] < 0 ? TimeGrid.FROM_THE_START : TimeGrid.firstAtOrAfter(all, starts[i]);
    }
    int[] to = new int[rows.length];
    Arrays.setAll(to, i -> TimeGrid.firstAtOrAfter(all, times[exits[i]]));
    return UnitsAtRisk.ofClusters(from, to, place -> all[place], clusters);
  }

  /** Whether some rows were not observed from the start. */
  boolean hasStarts() {
    return starts.length > 0;
  }

  /** The weight of those that started before a time and had not left. */
  double atRiskAt(double time, double[] times) {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      sum += starts[i] < time && times[exits[i]] >= time ? weights[i] : 0;
    }
    return sum;
  }

  /** Some rows in the order of their entry; rows of one place keep their own order. */
  int[] inOrderOfEntry(int[] chosen, int times) {
    return entries.length == 0 ? chosen : inOrder(chosen, entries, times);
  }

  /** Some rows in the order of their exit; rows of one place keep their own order. */
  int[] inOrderOfExit(int[] chosen, int times) {
    return inOrder(chosen, exits, times);
  }

  private static int[] inOrder(int[] chosen, int[] places, int times) {
    int[] next = new int[times + 2];
    for (int i : chosen) {
      // counting sort: how many come before each place, then each row in its turn
      next[places[i] + 1]++;
    }
    for (int place = 1; place < next.length; place++) {
      next[place] += next[place - 1];
    }
    int[] ordered = new int[chosen.length];
    for (int i : chosen) {
      ordered[next[places[i]]++] = i;
    }
    return ordered;
  }

  /** Sums of weights, which do not lose small ones behind large ones that left. */
  double[] atRisk(double[][] sums) {
    int times = sums[0].length;
    int[] all = IntStream.range(0, rows.length).toArray();
    int[] entering = inOrderOfEntry(all, times);
    int[] leaving = inOrderOfExit(all, times);
    RunningTotal active = new RunningTotal(rows.length);
    double[] atRisk = new double[times];
    int in = 0;
    int out = 0;
    for (int i = 0; i < times; i++) {
      for (; in < rows.length && entry(entering[in]) <= i; in++) {
        active.set(entering[in], weights[entering[in]]);
      }
      int before = out;
      int atRiskRows = in - out;
      double total = active.total();
      for (; out < rows.length && exits[leaving[out]] == i; out++) {
        active.set(leaving[out], 0);
      }
      // where all leave, the sum is to the last bit that of those who leave
      double leave = sums[EVENT][i] + sums[COMPETING][i] + sums[CENSORED][i];
      atRisk[i] = out - before == atRiskRows ? leave : Math.max(leave, total);
    }
    return atRisk;
  }
}
