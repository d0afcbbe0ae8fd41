package io.github.avnfh.survival.compare;

import io.github.avnfh.core.statistics.CompensatedSum;
import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.FollowUp;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.ObjDoubleConsumer;

/**
 * The rows of a test, each as the span of event times at which it was at risk, and what it adds to
 * observed less expected events: its score.
 *
 * <p>At an event time let n be at risk and d fail, w be the weight of the time, p the proportions
 * of the groups among those at risk, and h = w d / n. A row of group g that counts r has the score
 * u = r (w (e - p) if it fails, less the sum of h (e - p) over its times), with e the unit of g.
 *
 * <p>Nothing here is a table of rows by groups, so that many groups cost no more than few: a value
 * x for each group gives x'u of every row in one sweep over rows and times ({@link Projection}),
 * and a value y for every row gives the sum of u y in two ({@link #sumOfScores}).
 */
final class ScoreRows {
  private final int groups;
  private final RowKinds kinds;
  private final double[] failed;
  private final double[] atRisk;
  private final double[] timeWeight;
  private final double[] hazard;
  private final double[] spread;
  private final boolean[] compares;
  private final double[] hazardTo;
  private final ComparableGroups components;

  ScoreRows(FollowUp followUp, ComparedRows compared, TimeWeight first) {
    this(
        RowKinds.of(followUp, compared),
        compared.groups(),
        first,
        !followUp.isWeighted(),
        Optional.empty());
  }

  private ScoreRows(
      RowKinds kinds,
      int groups,
      TimeWeight first,
      boolean isCounted,
      Optional<ComparableGroups> linked) {
    this.kinds = kinds;
    this.groups = groups;
    failed = ownSums(kinds::weight);
    atRisk = atRisk(kinds::weight);
    timeWeight = new double[kinds.slots];
    hazard = new double[kinds.slots];
    spread = new double[kinds.slots];
    compares = new boolean[kinds.slots];
    weigh(first, isCounted);
    hazardTo = cumulative(hazard);
    components = linked.isPresent() ? linked.get() : components();
  }

  /** Rows that stand for so many: as many as counts say, in whole numbers. */
  static ScoreRows of(EventCounts counts, TimeWeight first) {
    RowKinds.Counted counted = new RowKinds.Counted(counts, first);
    return new ScoreRows(
        counted.kinds(), counts.groups().size(), first, true, Optional.of(counted.components()));
  }

  private void weigh(TimeWeight first, boolean isCounted) {
    double[] rowsFailed = isCounted ? failed : ownSums(kind -> 1);
    double[] rowsAtRisk = isCounted ? atRisk : atRisk(kind -> 1);
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
      // h = w d / n, and the hypergeometric factor w^2 d (n - d) / (n - 1)
      hazard[slot] = w * (d / n);
      spread[slot] = n > 1 ? w * (w * d) * ((n - d) / (n - 1)) : 0;
      compares[slot] = !all && w > 0;
    }
  }

  int size() {
    return kinds.rows();
  }

  boolean hasWholeWeights() {
    return Arrays.stream(kinds.weight).allMatch(each -> each == Math.rint(each));
  }

  boolean isEvent(int row) {
    return kinds.event[kinds.of(row)];
  }

  /** The sum, over the kinds that fail at each time, of a value of theirs. */
  private double[] ownSums(IntToDoubleFunction value) {
    double[] sums = new double[kinds.slots];
    for (int kind = 0; kind < kinds.size(); kind++) {
      if (kinds.event[kind]) {
        sums[kinds.to[kind] - 1] += value.applyAsDouble(kind);
      }
    }
    return sums;
  }

  /** The sum, over the kinds at risk at each time, of a value of theirs. */
  private double[] atRisk(IntToDoubleFunction value) {
    double[] change = new double[failed.length + 1];
    for (int kind = 0; kind < kinds.size(); kind++) {
      double own = value.applyAsDouble(kind);
      change[kinds.to[kind]] += own;
      change[kinds.from(kind)] -= own;
    }
    double[] sums = new double[failed.length];
    CompensatedSum sum = new CompensatedSum();
    for (int slot = failed.length - 1; slot >= 0; slot--) {
      // from the last slot of a stratum backwards: a row counts from its last slot to its first
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

  private double over(double[] cumulative, int kind) {
    return cumulative[kinds.to[kind]] - cumulative[kinds.from(kind)];
  }

  /** The weighted events of each group. */
  double[] observed() {
    return byGroup(
        kind -> kinds.event[kind] ? kinds.weight(kind) * timeWeight[kinds.to[kind] - 1] : 0);
  }

  /** The weighted events to be expected of each group. */
  double[] expected() {
    return byGroup(kind -> kinds.weight(kind) * over(hazardTo, kind));
  }

  private double[] byGroup(IntToDoubleFunction value) {
    CompensatedSum[] sums = new CompensatedSum[groups];
    Arrays.setAll(sums, each -> new CompensatedSum());
    for (int kind = 0; kind < kinds.size(); kind++) {
      sums[kinds.group[kind]].add(value.applyAsDouble(kind));
    }
    return Arrays.stream(sums).mapToDouble(CompensatedSum::value).toArray();
  }

  /** The weight of a row's own event less the weighted hazard that it was exposed to. */
  double residual(int row) {
    return residualOfKind(kinds.of(row));
  }

  private double residualOfKind(int kind) {
    return (kinds.event[kind] ? timeWeight[kinds.to[kind] - 1] : 0) - over(hazardTo, kind);
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
      this.mean = means(kind -> value[kinds.group[kind]]);
      double[] weighted = new double[mean.length];
      Arrays.setAll(weighted, slot -> hazard[slot] * mean[slot]);
      this.meanTo = cumulative(weighted);
    }

    /** The sum, over groups, of value times score of a row. */
    double of(int row) {
      return kinds.weightOfRow(row) * ofKind(kinds.of(row));
    }

    /** The same of a row of a kind that counts 1. */
    double ofKind(int kind) {
      double own = value[kinds.group[kind]];
      int last = kinds.to[kind] - 1;
      // x'u = w (x_g - mean x) at an event, less the sum of h (x_g - mean x) while at risk
      double failing = kinds.event[kind] ? timeWeight[last] * (own - mean[last]) : 0;
      return failing - (over(hazardTo, kind) * own - over(meanTo, kind));
    }

    /** The hypergeometric covariance of this sum and another. */
    double covariance(Projection other) {
      double[] products = means(kind -> value[kinds.group[kind]] * other.value[kinds.group[kind]]);
      CompensatedSum sum = new CompensatedSum();
      for (int slot = 0; slot < failed.length; slot++) {
        // sum over times of factor (mean of x y - mean x mean y)
        sum.add(spread[slot] * (products[slot] - mean[slot] * other.mean[slot]));
      }
      return sum.value();
    }
  }

  Projection project(double[] value) {
    return new Projection(value);
  }

  /** Several projections of rows at once: made for each kind where kinds are few. */
  final class Projected {
    private final Projection[] projections;
    private final double[] ofKinds;
    private final int[] counts;

    private Projected(Projection[] projections) {
      this.projections = projections;
      int size = projections.length;
      this.ofKinds = new double[kinds.areRows() ? 0 : kinds.size() * size];
      this.counts = new int[kinds.areRows() ? 0 : kinds.size()];
      Arrays.setAll(ofKinds, cell -> projections[cell % size].ofKind(cell / size));
    }

    int size() {
      return projections.length;
    }

    /** Adds the scores of a row to sums. */
    void addTo(double[] sums, int row) {
      if (ofKinds.length == 0) {
        for (int i = 0; i < sums.length; i++) {
          sums[i] += projections[i].of(row);
        }
        return;
      }
      int first = kinds.of(row) * sums.length;
      for (int i = 0; i < sums.length; i++) {
        sums[i] += ofKinds[first + i];
      }
    }

    /** Counts a row among those of its kind, or tells that it is not of a kind. */
    boolean count(int row) {
      if (counts.length > 0) {
        counts[kinds.of(row)]++;
      }
      return counts.length > 0;
    }

    /** Hands on, for each kind of which rows were counted, their number and their scores. */
    void forEachCounted(ObjDoubleConsumer<double[]> action) {
      int size = projections.length;
      for (int kind = 0; kind < counts.length; kind++) {
        if (counts[kind] > 0) {
          action.accept(Arrays.copyOfRange(ofKinds, kind * size, (kind + 1) * size), counts[kind]);
        }
      }
    }
  }

  Projected projected(Projection[] projections) {
    return new Projected(projections);
  }

  private double[] means(IntToDoubleFunction value) {
    double[] means = atRisk(kind -> kinds.weight(kind) * value.applyAsDouble(kind));
    for (int slot = 0; slot < means.length; slot++) {
      means[slot] = failed[slot] == 0 ? 0 : means[slot] / atRisk[slot];
    }
    return means;
  }

  /** The hypergeometric covariance matrix times a value for each group. */
  double[] timesCovariance(double[] value) {
    double[] mean = means(kind -> value[kinds.group[kind]]);
    double[] each = new double[failed.length];
    double[] pulled = new double[failed.length];
    for (int slot = 0; slot < failed.length; slot++) {
      // row g of V x: sum over times of factor p_g (x_g - mean x), p_g = sum over its rows of 1 / n
      each[slot] = failed[slot] == 0 ? 0 : spread[slot] / atRisk[slot];
      pulled[slot] = each[slot] * mean[slot];
    }
    double[] eachTo = cumulative(each);
    double[] pulledTo = cumulative(pulled);
    return byGroup(kind -> kinds.weight(kind)
        * (over(eachTo, kind) * value[kinds.group[kind]] - over(pulledTo, kind)));
  }

  /** The sum, over rows, of their scores times a value of theirs. */
  double[] sumOfScores(double[] value) {
    double[] sum = new double[kinds.size()];
    for (int row = 0; row < value.length; row++) {
      sum[kinds.of(row)] += kinds.weightOfRow(row) * value[row];
    }
    double[] present = atRisk(kind -> sum[kind]);
    double[] shared = ownSums(kind -> sum[kind]);
    for (int slot = 0; slot < failed.length; slot++) {
      // what the terms in p of all scores give to each row at risk:
      // (w sum of y that fail - h sum of y at risk) / n
      double own = timeWeight[slot] * shared[slot] - hazard[slot] * present[slot];
      shared[slot] = failed[slot] == 0 ? 0 : own / atRisk[slot];
    }
    double[] sharedTo = cumulative(shared);
    return byGroup(
        kind -> sum[kind] * residualOfKind(kind) - kinds.weight(kind) * over(sharedTo, kind));
  }

  ComparableGroups groupsCompared() {
    return components;
  }

  /**
   * Two groups are linked by a time at which both were at risk, some failed, some did not, and the
   * weight is above 0.
   */
  private ComparableGroups components() {
    int[] firstComparison = new int[failed.length + 1];
    firstComparison[failed.length] = failed.length;
    for (int slot = failed.length - 1; slot >= 0; slot--) {
      firstComparison[slot] = compares[slot] ? slot : firstComparison[slot + 1];
    }
    // of all kinds that are first compared in a slot, the one that stays longest
    int[] longest = new int[failed.length];
    Arrays.fill(longest, -1);
    ComparableGroups linked = new ComparableGroups(groups);
    for (int kind = 0; kind < kinds.size(); kind++) {
      int slot = firstComparison[kinds.from(kind)];
      if (slot < kinds.to[kind] && kinds.weight(kind) != 0) {
        int other = longest[slot];
        linked.link(kinds.group[kind], kinds.group[other < 0 ? kind : other]);
        longest[slot] = other < 0 || kinds.to[kind] > kinds.to[other] ? kind : other;
      }
    }
    int last = -1;
    for (int kind : longest) {
      if (kind >= 0) {
        boolean together = last >= 0 && kinds.to[last] > firstComparison[kinds.from(kind)];
        linked.link(kinds.group[kind], kinds.group[together ? last : kind]);
        last = together && kinds.to[last] > kinds.to[kind] ? last : kind;
      }
    }
    return linked;
  }
}
