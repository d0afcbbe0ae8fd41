package io.github.avnfh.survival.regression;

import io.github.avnfh.survival.FollowUp;
import java.util.Arrays;
import java.util.Optional;

/**
 * The complete rows in the order in which the partial likelihood reads them: by stratum, and within
 * it from the last time to the first, so that those at risk at a time are all rows up to a place.
 * Of one time those with the event come first, so that tied events are neighbors.
 *
 * <p>A block is a time of a stratum with events. Each stratum ends with an empty block, at which
 * nothing has accumulated. Covariates are centered by stratum, which changes no partial likelihood,
 * and scaled to a standard deviation of 1, so that they are of one size in the information matrix.
 */
final class CoxRows {
  private static final int SPARE_PLACES = 1 << 16;

  final int size;
  final int strata;
  final int[] order;
  final boolean[] event;
  final double[] weight;
  final double[] offset;

  /** By column, then row. */
  final double[][] x;

  final double[] scale;

  /** By stratum, then column. */
  final double[][] mean;

  /** The first block of the row's stratum at or before the row's last time. */
  final int[] block;

  /** The first block at or before the row's entry; empty without delayed entry. */
  final int[] entryBlock;

  /** Rows in the order of their entries, last first; empty without delayed entry. */
  final int[] entryOrder;

  final int blocks;
  final int[] blockStratum;
  final double[] blockTime;

  /** Rows up to here, from the start of the stratum, last to the block's time or longer. */
  final int[] blockEnd;

  /** The first row that leaves at the block's time. */
  final int[] blockStart;

  /** Entries up to here are not before the block's time. */
  final int[] blockEntries;

  final int[] deaths;
  final double[] deathWeight;

  /**
   * By place, one over the weight of the row's own time for a row that stays at risk after it, or
   * 0; empty where all leave.
   */
  final double[] remaining;

  /** By block, the weight of its time for the rows that stay at risk; empty where all leave. */
  final double[] remainingWeight;

  final int[] stratumStart;

  private final double[] exitTime;
  private final double[] entryTime;

  CoxRows(FollowUp followUp, double[][] columns, double[] offsets, int[] complete) {
    this(followUp, columns, offsets, complete, Optional.empty());
  }

  /** Rows of which some stay at risk after their time, with weights. */
  CoxRows(
      FollowUp followUp,
      double[][] columns,
      double[] offsets,
      int[] complete,
      Optional<SubdistributionWeights> weights) {
    this.size = complete.length;
    this.strata = followUp.strata().size();
    this.exitTime = new double[size];
    this.order = sorted(followUp, complete);
    this.event = new boolean[size];
    this.weight = new double[followUp.isWeighted() ? size : 0];
    this.offset = new double[offsets.length == 0 ? 0 : size];
    this.entryTime = new double[followUp.hasDelayedEntry() ? size : 0];
    this.stratumStart = new int[strata + 1];
    for (int i = 0; i < size; i++) {
      read(followUp, offsets, i);
    }
    for (int stratum = 0; stratum < strata; stratum++) {
      stratumStart[stratum + 1] += stratumStart[stratum];
    }
    this.x = picked(columns);
    this.mean = new double[strata][columns.length];
    this.scale = new double[columns.length];
    standardize();
    this.blocks = strata + countBlocks();
    this.blockStratum = new int[blocks];
    this.blockTime = new double[blocks];
    this.blockEnd = new int[blocks];
    this.blockStart = new int[blocks];
    this.blockEntries = new int[blocks];
    this.deaths = new int[blocks];
    this.deathWeight = new double[blocks];
    this.block = new int[size];
    this.entryBlock = new int[entryTime.length];
    fillBlocks();
    this.entryOrder = followUp.hasDelayedEntry() ? byEntry() : new int[0];
    if (entryOrder.length > 0) {
      fillEntries();
    }
    this.remaining = new double[weights.isPresent() ? size : 0];
    this.remainingWeight = new double[weights.isPresent() ? blocks : 0];
    weights.ifPresent(each -> remain(followUp, each));
  }

  private void remain(FollowUp followUp, SubdistributionWeights weights) {
    for (int i = 0; i < size; i++) {
      if (weights.isCompeting(order[i])) {
        // weight at t after a competing event at T: G(t-) H(t-) / (G(T-) H(T-)), as a product of a
        // factor of the row and one of the time
        double own = weights.before(followUp.stratum(order[i]), exitTime[i]);
        // where it is 0, no event comes later
        remaining[i] = own > 0 ? 1 / own : 0;
      }
    }
    for (int b = 0; b < blocks; b++) {
      remainingWeight[b] = deaths[b] > 0 ? weights.before(blockStratum[b], blockTime[b]) : 0;
    }
  }

  boolean hasRemaining() {
    return remaining.length > 0;
  }

  /** Returns the last time of the row at a place. */
  double time(int place) {
    return exitTime[place];
  }

  /** The last event time of a stratum up to a time, or the empty block at its end. */
  int blockAt(int stratum, double time) {
    int b = 0;
    while (blockStratum[b] < stratum || blockTime[b] > time) {
      b++;
    }
    return b;
  }

  /** Sums over the event times of every stratum, from the first on; blocks run from the last. */
  double[] accumulated(double[] increments) {
    double[] sums = new double[increments.length];
    for (int b = increments.length - 1; b >= 0; b--) {
      sums[b] = deaths[b] == 0 ? 0 : increments[b] + sums[b + 1];
    }
    return sums;
  }

  private void read(FollowUp followUp, double[] offsets, int place) {
    int row = order[place];
    event[place] = followUp.isEvent(row);
    exitTime[place] = followUp.time(row);
    stratumStart[followUp.stratum(row) + 1]++;
    if (weight.length > 0) {
      weight[place] = followUp.weight(row);
    }
    if (offset.length > 0) {
      offset[place] = offsets[row];
    }
    if (entryTime.length > 0) {
      entryTime[place] = followUp.entry(row).orElse(-1);
    }
  }

  boolean isLateEntered() {
    return entryOrder.length > 0;
  }

  double weight(int place) {
    return weight.length == 0 ? 1 : weight[place];
  }

  /** Whole days of a modest range are sorted by counting, other times by comparison. */
  private int[] sorted(FollowUp followUp, int[] complete) {
    double last = 0;
    for (int row : complete) {
      last = Math.max(last, followUp.time(row));
    }
    double places = (last + 1) * strata;
    return followUp.isInWholeDays() && places <= 4.0 * size + SPARE_PLACES
        ? byCounting(followUp, complete, (int) last)
        : byComparison(followUp, complete);
  }

  private int[] byCounting(FollowUp followUp, int[] complete, int last) {
    int[] next = new int[2 * (last + 1) * strata + 1];
    int[] keys = new int[size];
    for (int i = 0; i < size; i++) {
      int row = complete[i];
      int day = followUp.stratum(row) * (last + 1) + last - (int) followUp.time(row);
      keys[i] = 2 * day + (followUp.isEvent(row) ? 0 : 1);
      next[keys[i] + 1]++;
    }
    for (int key = 1; key < next.length; key++) {
      next[key] += next[key - 1];
    }
    int[] sorted = new int[size];
    for (int i = 0; i < size; i++) {
      sorted[next[keys[i]]++] = complete[i];
    }
    return sorted;
  }

  private int[] byComparison(FollowUp followUp, int[] complete) {
    double[] distinct =
        Arrays.stream(complete).mapToDouble(followUp::time).sorted().distinct().toArray();
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      int row = complete[i];
      int place = Arrays.binarySearch(distinct, followUp.time(row));
      long time = (long) followUp.stratum(row) * distinct.length + distinct.length - 1 - place;
      // by stratum, then the last time first, then events first; the row itself keeps keys apart
      long key = 2 * time + (followUp.isEvent(row) ? 0 : 1);
      keys[i] = key << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    int[] sorted = new int[size];
    Arrays.setAll(sorted, i -> complete[(int) keys[i]]);
    return sorted;
  }

  private double[][] picked(double[][] columns) {
    double[][] picked = new double[columns.length][size];
    for (int column = 0; column < columns.length; column++) {
      double[] source = columns[column];
      double[] target = picked[column];
      for (int i = 0; i < size; i++) {
        target[i] = source[order[i]];
      }
    }
    return picked;
  }

  private void standardize() {
    for (int column = 0; column < x.length; column++) {
      double squares = 0;
      for (int stratum = 0; stratum < strata; stratum++) {
        center(column, stratum);
        squares += center(column, stratum);
      }
      // s^2 = sum over strata of (x - mean of the stratum)^2 / n
      scale[column] = squares > 0 ? Math.sqrt(squares / size) : 1;
      double factor = 1 / scale[column];
      for (int i = 0; i < size; i++) {
        x[column][i] *= factor;
      }
    }
  }

  /** Takes the mean off; a second time takes off what rounding left. Returns the sum of squares. */
  private double center(int column, int stratum) {
    double[] values = x[column];
    int from = stratumStart[stratum];
    int to = stratumStart[stratum + 1];
    double average = to > from ? ColumnSums.of(values, from, to) / (to - from) : 0;
    mean[stratum][column] += average;
    // what a constant leaves after rounding is no variation
    double least = 4 * Math.ulp(Math.abs(mean[stratum][column]));
    for (int i = from; i < to; i++) {
      double value = values[i] - average;
      values[i] = Math.abs(value) <= least ? 0 : value;
    }
    return ColumnSums.ofProducts(values, from, values, from, to - from);
  }

  private int countBlocks() {
    int count = 0;
    for (int stratum = 0; stratum < strata; stratum++) {
      boolean open = false;
      for (int i = stratumStart[stratum]; i < stratumStart[stratum + 1]; i++) {
        // a time with events is one block, however many of its rows have the event
        open &= i > stratumStart[stratum] && exitTime[i] == exitTime[i - 1];
        if (event[i] && !open) {
          open = true;
          count++;
        }
      }
    }
    return count;
  }

  private void fillBlocks() {
    int next = 0;
    for (int stratum = 0; stratum < strata; stratum++) {
      int from = stratumStart[stratum];
      int to = stratumStart[stratum + 1];
      while (from < to) {
        int end = from;
        boolean hasEvent = false;
        for (; end < to && exitTime[end] == exitTime[from]; end++) {
          hasEvent |= event[end];
        }
        Arrays.fill(block, from, end, next);
        if (hasEvent) {
          fillBlock(next++, stratum, from, end);
        }
        from = end;
      }
      blockStratum[next] = stratum;
      blockTime[next] = Double.NEGATIVE_INFINITY;
      blockStart[next] = to;
      blockEnd[next++] = to;
    }
  }

  private void fillBlock(int number, int stratum, int from, int end) {
    blockStratum[number] = stratum;
    blockTime[number] = exitTime[from];
    blockStart[number] = from;
    blockEnd[number] = end;
    for (int i = from; i < end; i++) {
      deaths[number] += event[i] ? 1 : 0;
      deathWeight[number] += event[i] ? weight(i) : 0;
    }
  }

  private int[] byEntry() {
    Integer[] places = new Integer[size];
    Arrays.setAll(places, i -> i);
    for (int stratum = 0; stratum < strata; stratum++) {
      Arrays.sort(
          places,
          stratumStart[stratum],
          stratumStart[stratum + 1],
          (a, b) -> Double.compare(entryTime[b], entryTime[a]));
    }
    return Arrays.stream(places).mapToInt(Integer::intValue).toArray();
  }

  /** A row is at risk after its entry: at the block's time if it entered before. */
  private void fillEntries() {
    int first = 0;
    for (int stratum = 0; stratum < strata; stratum++) {
      int last = first;
      int next = stratumStart[stratum];
      for (; deaths[last] > 0; last++) {
        while (next < stratumStart[stratum + 1] && entryTime[entryOrder[next]] >= blockTime[last]) {
          next++;
        }
        blockEntries[last] = next;
      }
      for (int i = stratumStart[stratum]; i < stratumStart[stratum + 1]; i++) {
        entryBlock[i] = firstAtOrBefore(first, last, entryTime[i]);
      }
      first = last + 1;
    }
  }

  /** The first of the blocks, whose times descend, that lies at or before a time. */
  private int firstAtOrBefore(int from, int to, double time) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (blockTime[middle] <= time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
