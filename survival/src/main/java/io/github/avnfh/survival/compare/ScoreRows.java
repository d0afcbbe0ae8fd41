package io.github.avnfh.survival.compare;

import io.github.avnfh.core.statistics.CompensatedSum;
import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.RiskSets;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The rows of a test, each as the span of event times at which it was at risk, and what it adds to
 * observed less expected events: its score.
 *
 * <p>At an event time let n be at risk and d fail, w be the weight of the time, p the shares of the
 * groups among those at risk, and h = w d / n. A row of group g that counts r has the score u = r
 * (w (e - p) if it fails, less the sum of h (e - p) over its times), with e the unit of g.
 *
 * <p>Nothing here is a table of rows by groups, so that many groups cost no more than few: a value
 * x for each group gives x'u of every row in one sweep over rows and times ({@link Projection}),
 * and a value y for every row gives the sum of u y in two ({@link #sumOfScores}).
 */
final class ScoreRows {
  private final int groups;
  private final int[] group;
  private final int[] from;
  private final int[] to;
  private final boolean[] event;
  private final double[] weight;
  private final double[] atRisk;
  private final double[] failed;
  private final double[] timeWeight;
  private final double[] hazard;
  private final double[] spread;
  private final boolean[] compares;
  private final double[] hazardTo;
  private final Components components;

  /** Which rows are compared, none named for all, and in which group each of them is. */
  static final class Choice {
    private final int[] rows;
    private final int[] group;
    private final int groups;

    /** Takes arrays that no one changes while the rows are compared. */
    Choice(int[] rows, int[] group, int groups) {
      this.rows = rows;
      this.group = group;
      this.groups = groups;
    }

    static Choice ofAll(FollowUp followUp) {
      int[] group = new int[followUp.size()];
      Arrays.setAll(group, followUp::group);
      return new Choice(new int[0], group, followUp.groups().size());
    }

    int size() {
      return group.length;
    }

    int row(int index) {
      return rows.length == 0 ? index : rows[index];
    }
  }

  ScoreRows(FollowUp followUp, Choice choice, TimeWeight first) {
    groups = choice.groups;
    group = choice.group;
    event = new boolean[choice.size()];
    weight = new double[followUp.isWeighted() ? choice.size() : 0];
    for (int i = 0; i < event.length; i++) {
      event[i] = followUp.isEvent(choice.row(i));
    }
    Arrays.setAll(weight, i -> followUp.weight(choice.row(i)));
    EventTimes times = EventTimes.of(followUp, choice, event);
    from = times.from();
    to = times.to();
    failed = ownSums(times.slots(), this::weight);
    atRisk = atRisk(this::weight);
    timeWeight = new double[times.slots()];
    hazard = new double[times.slots()];
    spread = new double[times.slots()];
    compares = new boolean[times.slots()];
    weigh(first, weight.length == 0);
    hazardTo = cumulative(hazard);
    components = components();
  }

  private ScoreRows(CountedRows rows, int groups, TimeWeight first) {
    this.groups = groups;
    group = rows.group.build().toArray();
    from = rows.from.build().toArray();
    to = rows.to.build().toArray();
    weight = rows.weight.build().toArray();
    int[] failing = rows.event.build().toArray();
    event = new boolean[failing.length];
    for (int row = 0; row < event.length; row++) {
      event[row] = failing[row] > 0;
    }
    failed = ownSums(rows.slots, this::weight);
    atRisk = atRisk(this::weight);
    timeWeight = new double[rows.slots];
    hazard = new double[rows.slots];
    spread = new double[rows.slots];
    compares = new boolean[rows.slots];
    weigh(first, true);
    hazardTo = cumulative(hazard);
    components = rows.components;
  }

  /** Rows that stand for so many: as many as counts say, in whole numbers. */
  static ScoreRows of(EventCounts counts, TimeWeight first) {
    CountedRows rows = new CountedRows(counts.groups().size());
    for (int stratum = 0; stratum < counts.strata().size(); stratum++) {
      rows.add(counts.riskSets(stratum), first.anew());
    }
    return new ScoreRows(rows, counts.groups().size(), first);
  }

  /**
   * Rows made of counts. Who leaves between two times is one row, whose weight is negative where
   * more came; only sums over those at risk matter.
   */
  private static final class CountedRows {
    private final IntStream.Builder group = IntStream.builder();
    private final IntStream.Builder from = IntStream.builder();
    private final IntStream.Builder to = IntStream.builder();
    private final IntStream.Builder event = IntStream.builder();
    private final DoubleStream.Builder weight = DoubleStream.builder();
    private final Components components;
    private final double[] present;
    private int slots;

    CountedRows(int groups) {
      components = new Components(groups);
      present = new double[groups];
    }

    void add(RiskSets sets, TimeWeight weigher) {
      int start = slots;
      Arrays.fill(present, 0);
      while (sets.next()) {
        slots++;
        double n = 0;
        double d = 0;
        for (int number = 0; number < present.length; number++) {
          leave(number, present[number] - sets.atRisk(number), start, slots - 1, 0);
          leave(number, sets.events(number), start, slots, 1);
          present[number] = sets.atRisk(number) - sets.events(number);
          n += sets.atRisk(number);
          d += sets.events(number);
        }
        if (weigher.next(n, d) > 0 && d < n) {
          link(sets);
        }
      }
      for (int number = 0; number < present.length; number++) {
        leave(number, present[number], start, slots, 0);
      }
      slots++;
    }

    private void leave(int number, double count, int start, int end, int failing) {
      if (count != 0 && end > start) {
        group.add(number);
        from.add(start);
        to.add(end);
        event.add(failing);
        weight.add(count);
      }
    }

    private void link(RiskSets sets) {
      int first = -1;
      for (int number = 0; number < present.length; number++) {
        if (sets.atRisk(number) > 0) {
          components.link(number, first < 0 ? number : first);
          first = first < 0 ? number : first;
        }
      }
    }
  }

  private void weigh(TimeWeight first, boolean isCounted) {
    double[] rowsFailed = isCounted ? failed : ownSums(failed.length, row -> 1);
    double[] rowsAtRisk = isCounted ? atRisk : atRisk(row -> 1);
    TimeWeight next = first.anew();
    for (int slot = 0; slot < failed.length; slot++) {
      double d = failed[slot];
      if (d == 0) {
        next = first.anew();
        continue;
      }
      // sums of weights may miss each other by rounding; counts of rows do not
      boolean all = rowsFailed[slot] == rowsAtRisk[slot];
      double n = all ? d : Math.max(d, atRisk[slot]);
      double w = next.next(n, d);
      atRisk[slot] = n;
      timeWeight[slot] = w;
      hazard[slot] = w * (d / n);
      spread[slot] = n > 1 ? w * (w * d) * ((n - d) / (n - 1)) : 0;
      compares[slot] = !all && w > 0;
    }
  }

  int size() {
    return to.length;
  }

  double weight(int row) {
    return weight.length == 0 ? 1 : weight[row];
  }

  boolean hasWholeWeights() {
    return Arrays.stream(weight).allMatch(each -> each == Math.rint(each));
  }

  boolean isEvent(int row) {
    return event[row];
  }

  private int from(int row) {
    return from.length == 0 ? 0 : from[row];
  }

  /** The sum, over the rows that fail at each time, of a value of theirs. */
  private double[] ownSums(int slots, IntToDoubleFunction value) {
    double[] sums = new double[slots];
    for (int row = 0; row < to.length; row++) {
      if (event[row]) {
        sums[to[row] - 1] += value.applyAsDouble(row);
      }
    }
    return sums;
  }

  /** The sum, over the rows at risk at each time, of a value of theirs. */
  private double[] atRisk(IntToDoubleFunction value) {
    double[] change = new double[failed.length + 1];
    for (int row = 0; row < to.length; row++) {
      double own = value.applyAsDouble(row);
      change[to[row]] += own;
      change[from(row)] -= own;
    }
    double[] sums = new double[failed.length];
    CompensatedSum sum = new CompensatedSum();
    for (int slot = failed.length - 1; slot >= 0; slot--) {
      sum.add(change[slot + 1]);
      if (failed[slot] == 0) {
        sum = new CompensatedSum();
      }
      sums[slot] = sum.value();
    }
    return sums;
  }

  /** For each slot the sum of the values before it in its stratum. */
  private double[] cumulative(double[] values) {
    double[] sums = new double[values.length + 1];
    for (int slot = 0; slot < values.length; slot++) {
      sums[slot + 1] = failed[slot] == 0 ? 0 : sums[slot] + values[slot];
    }
    return sums;
  }

  private double over(double[] cumulative, int row) {
    return cumulative[to[row]] - cumulative[from(row)];
  }

  /** The weighted events of each group. */
  double[] observed() {
    return byGroup(row -> event[row] ? weight(row) * timeWeight[to[row] - 1] : 0);
  }

  /** The weighted events to be expected of each group. */
  double[] expected() {
    return byGroup(row -> weight(row) * over(hazardTo, row));
  }

  private double[] byGroup(IntToDoubleFunction value) {
    CompensatedSum[] sums = new CompensatedSum[groups];
    Arrays.setAll(sums, each -> new CompensatedSum());
    for (int row = 0; row < to.length; row++) {
      sums[group[row]].add(value.applyAsDouble(row));
    }
    return Arrays.stream(sums).mapToDouble(CompensatedSum::value).toArray();
  }

  /** The weight of a row's own event less the weighted hazard that it was exposed to. */
  double residual(int row) {
    return (event[row] ? timeWeight[to[row] - 1] : 0) - over(hazardTo, row);
  }

  /** How large the numbers are of which residuals are the differences. */
  double reach() {
    return Math.max(
        Arrays.stream(hazardTo).max().orElse(0), Arrays.stream(timeWeight).max().orElse(0));
  }

  /** What a value for each group makes of the scores of rows. */
  final class Projection {
    private final double[] value;
    private final double[] mean;
    private final double[] meanTo;

    private Projection(double[] value) {
      this.value = value;
      this.mean = means(row -> value[group[row]]);
      double[] weighted = new double[mean.length];
      Arrays.setAll(weighted, slot -> hazard[slot] * mean[slot]);
      this.meanTo = cumulative(weighted);
    }

    /** The sum, over groups, of value times score. */
    double of(int row) {
      double own = value[group[row]];
      double failing = event[row] ? timeWeight[to[row] - 1] * (own - mean[to[row] - 1]) : 0;
      return weight(row) * (failing - (over(hazardTo, row) * own - over(meanTo, row)));
    }

    /** The hypergeometric covariance of this sum and another. */
    double covariance(Projection other) {
      double[] products = means(row -> value[group[row]] * other.value[group[row]]);
      CompensatedSum sum = new CompensatedSum();
      for (int slot = 0; slot < failed.length; slot++) {
        sum.add(spread[slot] * (products[slot] - mean[slot] * other.mean[slot]));
      }
      return sum.value();
    }
  }

  Projection project(double[] value) {
    return new Projection(value);
  }

  private double[] means(IntToDoubleFunction value) {
    double[] means = atRisk(row -> weight(row) * value.applyAsDouble(row));
    for (int slot = 0; slot < means.length; slot++) {
      means[slot] = failed[slot] == 0 ? 0 : means[slot] / atRisk[slot];
    }
    return means;
  }

  /** The hypergeometric covariance matrix times a value for each group. */
  double[] timesCovariance(double[] value) {
    double[] mean = means(row -> value[group[row]]);
    double[] each = new double[failed.length];
    double[] pulled = new double[failed.length];
    for (int slot = 0; slot < failed.length; slot++) {
      each[slot] = failed[slot] == 0 ? 0 : spread[slot] / atRisk[slot];
      pulled[slot] = each[slot] * mean[slot];
    }
    double[] eachTo = cumulative(each);
    double[] pulledTo = cumulative(pulled);
    return byGroup(
        row -> weight(row) * (over(eachTo, row) * value[group[row]] - over(pulledTo, row)));
  }

  /** The sum, over rows, of their scores times a value of theirs. */
  double[] sumOfScores(double[] value) {
    double[] present = atRisk(row -> weight(row) * value[row]);
    double[] shared = ownSums(failed.length, row -> weight(row) * value[row]);
    for (int slot = 0; slot < failed.length; slot++) {
      double own = timeWeight[slot] * shared[slot] - hazard[slot] * present[slot];
      shared[slot] = failed[slot] == 0 ? 0 : own / atRisk[slot];
    }
    double[] sharedTo = cumulative(shared);
    return byGroup(row -> weight(row) * (value[row] * residual(row) - over(sharedTo, row)));
  }

  Components groupsCompared() {
    return components;
  }

  /**
   * Two groups are linked by a time at which both were at risk, some failed, some did not, and the
   * weight is above 0.
   */
  private Components components() {
    int[] firstComparison = new int[failed.length + 1];
    firstComparison[failed.length] = failed.length;
    for (int slot = failed.length - 1; slot >= 0; slot--) {
      firstComparison[slot] = compares[slot] ? slot : firstComparison[slot + 1];
    }
    // of all rows that are first compared in a slot, the one that stays longest
    int[] longest = new int[failed.length];
    Arrays.fill(longest, -1);
    Components linked = new Components(groups);
    for (int row = 0; row < to.length; row++) {
      int slot = firstComparison[from(row)];
      if (slot < to[row]) {
        int other = longest[slot];
        linked.link(group[row], group[other < 0 ? row : other]);
        longest[slot] = other < 0 || to[row] > to[other] ? row : other;
      }
    }
    int last = -1;
    for (int row : longest) {
      if (row >= 0) {
        boolean together = last >= 0 && to[last] > firstComparison[from(row)];
        linked.link(group[row], group[together ? last : row]);
        last = together && to[last] > to[row] ? last : row;
      }
    }
    return linked;
  }
}
