package io.github.avnfh.survival.internal;

import io.github.avnfh.core.statistics.CompensatedSum;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * How many independent units of one group were at risk at a time: clusters, such as patients, where
 * they are known, otherwise rows or the sum of their weights.
 *
 * <p>A patient counts once whether one or two hips are at risk, and whether the follow-up of a hip
 * is one row or split into several. Nothing said of a time depends on what happened after it.
 */
public final class UnitsAtRisk {
  /** Each value holds after the time before and up to and including this one. */
  private final double[] until;

  private final double[] atRisk;
  private final double[] fewest;
  private final double[] ever;
  private final double all;

  private UnitsAtRisk(double[] until, double[] atRisk, double[] ever, double all) {
    this.until = until;
    this.atRisk = atRisk;
    this.ever = ever;
    this.all = all;
    // without delayed entry the number at risk never rises
    this.fewest = ever.length == 0 ? atRisk : fewest(atRisk);
  }

  /** The smallest number so far, counted from when anyone was at risk. */
  private static double[] fewest(double[] atRisk) {
    double[] fewest = new double[atRisk.length];
    double smallest = 0;
    boolean begun = false;
    for (int i = 0; i < fewest.length; i++) {
      smallest = begun ? Math.min(smallest, atRisk[i]) : atRisk[i];
      begun |= atRisk[i] > 0;
      fewest[i] = smallest;
    }
    return fewest;
  }

  /**
   * Counts rows, or sums their weights.
   *
   * @param table what happened to the rows of a group
   * @return the units
   */
  public static UnitsAtRisk ofRows(EventTable table) {
    double[] entries = table.entryTimes();
    if (entries.length == 0) {
      return new UnitsAtRisk(table.times(), table.atRisk(), new double[0], table.total());
    }
    double[] until = Arrays.copyOf(table.times(), table.size() + entries.length);
    System.arraycopy(entries, 0, until, table.size(), entries.length);
    until = Arrays.stream(until).sorted().distinct().toArray();
    double[] ever = new double[until.length];
    CompensatedSum entered = new CompensatedSum();
    // those from the start are all less those who entered late
    entered.add(table.total());
    Arrays.stream(table.entryWeights()).forEach(weight -> entered.add(-weight));
    int next = 0;
    for (int i = 0; i < until.length; i++) {
      while (next < entries.length && entries[next] < until[i]) {
        entered.add(table.entryWeights()[next++]);
      }
      ever[i] = entered.value();
    }
    double[] atRisk = Arrays.stream(until).map(table::atRiskAt).toArray();
    return new UnitsAtRisk(until, atRisk, ever, table.total());
  }

  /**
   * Counts units that were all observed from the start.
   *
   * @param times distinct times in order
   * @param leaving how many units leave for good at each time
   * @return the units
   */
  public static UnitsAtRisk ofLastTimes(double[] times, double[] leaving) {
    double[] atRisk = leaving.clone();
    for (int i = atRisk.length - 1; i-- > 0; ) {
      atRisk[i] += atRisk[i + 1];
    }
    return new UnitsAtRisk(times, atRisk, new double[0], atRisk.length == 0 ? 0 : atRisk[0]);
  }

  /**
   * Counts clusters of which the number at risk at each time of the table is known.
   *
   * @param table what happened to the rows of a group, all observed from the start
   * @param variance the clusters at risk
   * @return the units
   */
  static UnitsAtRisk ofClusters(EventTable table, ClusterVariance variance) {
    return new UnitsAtRisk(
        table.times(), variance.clustersAtRisk(), new double[0], variance.clusters());
  }

  /**
   * Counts clusters whose rows come under observation late.
   *
   * @param columns the rows of all groups
   * @param rows those of the group
   * @param clusters their clusters
   * @return the units
   */
  static UnitsAtRisk ofClusters(SurvivalColumns columns, int[] rows, int[] clusters) {
    int[] entries = Arrays.stream(rows).map(columns::entry).toArray();
    int[] exits = Arrays.stream(rows).map(columns::exit).toArray();
    return ofClusters(entries, exits, columns.grid()::time, clusters);
  }

  /**
   * Counts clusters whose rows enter and leave at known places.
   *
   * @param entries the place after which each row is at risk, {@value TimeGrid#FROM_THE_START} from
   *     the start
   * @param exits the place at which each row leaves
   * @param times the time of a place
   * @param clusters the cluster of each row
   * @return the units
   */
  public static UnitsAtRisk ofClusters(
      int[] entries, int[] exits, IntToDoubleFunction times, int[] clusters) {
    return new ClusterCounter(times, clusters).run(keys(exits), keys(entries));
  }

  private static long[] keys(int[] places) {
    long[] keys = new long[places.length];
    Arrays.setAll(keys, i -> (long) (places[i] + 1) << Integer.SIZE | i);
    Arrays.sort(keys);
    return keys;
  }

  /** Counts the clusters at risk while their rows enter and leave. */
  private static final class ClusterCounter {
    private final IntToDoubleFunction times;
    private final int[] clusters;
    private final int[] active;
    private final boolean[] seen;
    private double atRisk;
    private double ever;

    private ClusterCounter(IntToDoubleFunction times, int[] clusters) {
      this.times = times;
      this.clusters = clusters;
      int count = Arrays.stream(clusters).max().orElse(-1) + 1;
      this.active = new int[count];
      this.seen = new boolean[count];
    }

    private UnitsAtRisk run(long[] exits, long[] entries) {
      double[] until = new double[exits.length + entries.length];
      double[] units = new double[until.length];
      double[] everBefore = new double[until.length];
      int size = 0;
      int out = 0;
      int in = 0;
      while (out < exits.length) {
        int place = place(exits[out]);
        if (in < entries.length) {
          place = Math.min(place, place(entries[in]));
        }
        if (place >= 0) {
          until[size] = times.applyAsDouble(place);
          units[size] = atRisk;
          everBefore[size++] = ever;
        }
        for (; out < exits.length && place(exits[out]) == place; out++) {
          // at one place rows leave before others enter: an entry is at risk after its time
          leave(clusters[(int) exits[out]]);
        }
        for (; in < entries.length && place(entries[in]) == place; in++) {
          enter(clusters[(int) entries[in]]);
        }
      }
      return new UnitsAtRisk(
          Arrays.copyOf(until, size),
          Arrays.copyOf(units, size),
          Arrays.copyOf(everBefore, size),
          ever);
    }

    private static int place(long key) {
      return (int) (key >>> Integer.SIZE) - 1;
    }

    private void enter(int cluster) {
      // a cluster counts while any of its rows is at risk
      atRisk += active[cluster]++ == 0 ? 1 : 0;
      ever += seen[cluster] ? 0 : 1;
      seen[cluster] = true;
    }

    private void leave(int cluster) {
      atRisk -= --active[cluster] == 0 ? 1 : 0;
    }
  }

  /**
   * Returns the smallest number of units at risk at any time up to a given one, from when anyone
   * was at risk.
   *
   * @param time a time, 0 or more
   * @return the number, that at the time itself where no one entered late
   */
  public double fewest(double time) {
    int index = TimeGrid.firstAtOrAfter(until, time);
    return index < until.length ? fewest[index] : 0;
  }

  /**
   * Returns the number of units that had come under observation before a time.
   *
   * @param time a time, 0 or more
   * @return the number, that of all units where no one entered late
   */
  public double ever(double time) {
    if (ever.length == 0) {
      return all;
    }
    int index = TimeGrid.firstAtOrAfter(until, time);
    return index == until.length ? all : ever[index];
  }

  /**
   * Returns the largest value of a time times a bound of survival at that time.
   *
   * @param horizon the last time that counts
   * @param tail the probability that the bound of survival is missed
   * @return the largest time times tail<sup>1/n</sup> with n the fewest at risk up to it
   */
  public double largestArea(double horizon, double tail) {
    double largest = 0;
    for (int i = 0; i < until.length && (i == 0 || until[i - 1] < horizon); i++) {
      double time = Math.min(until[i], horizon);
      // at any t the mean is at least t S(t), and S(t) at least (alpha / 2)^(1 / n)
      largest = Math.max(largest, time * Math.pow(tail, 1 / fewest[i]));
    }
    return largest;
  }

  /**
   * Returns the effective sample sizes of a proportion that had no event while others compete: the
   * fewest, so far, of those at risk divided by the proportion free of any event, which is how many
   * would be known without censoring.
   *
   * @param freeBefore the proportion that was free of any event just before a time
   * @return for each stretch of {@link #index(double)} the size up to its end
   */
  public double[] effectiveSizes(DoubleUnaryOperator freeBefore) {
    double[] sizes = new double[until.length];
    double fewestKnown = Double.POSITIVE_INFINITY;
    for (int i = 0; i < sizes.length; i++) {
      double free = freeBefore.applyAsDouble(until[i]);
      boolean begun = fewestKnown < Double.POSITIVE_INFINITY || atRisk[i] > 0;
      if (begun && free > 0) {
        // Y / S(t-): those at risk are what censoring left of n S
        fewestKnown = Math.min(fewestKnown, atRisk[i] / free);
      }
      sizes[i] = begun ? fewestKnown : 0;
    }
    return sizes;
  }

  /**
   * Returns the stretch of time within which the same units were at risk.
   *
   * @param time a time, 0 or more
   * @return its index, at most that of the last
   */
  public int index(double time) {
    return Math.min(until.length - 1, TimeGrid.firstAtOrAfter(until, time));
  }
}
