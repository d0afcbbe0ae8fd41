package io.github.avnfh.survival.regression;

import io.github.avnfh.survival.FollowUp;
import java.util.Arrays;
import java.util.BitSet;
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

  /** Rows that are read at once, so that they stay in the cache. */
  static final int CHUNK = 1024;

  final int size;
  final int strata;
  final int[] order;
  final double[] weight;
  final double[] offset;

  /** By column, then row. */
  final double[][] x;

  final double[] scale;

  /** By column, the largest distance from 0. */
  final double[] largest;

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

  private final FollowUp followUp;

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
    this.followUp = followUp;
    this.size = complete.length;
    this.strata = followUp.strata().size();
    Times times = sorted(complete);
    this.order = times.order;
    this.weight = new double[followUp.isWeighted() ? size : 0];
    this.offset = new double[offsets.length == 0 ? 0 : size];
    Arrays.setAll(weight, place -> followUp.weight(order[place]));
    Arrays.setAll(offset, place -> offsets[order[place]]);
    this.stratumStart = times.stratumStarts(strata);
    this.x = new double[columns.length][size];
    this.mean = new double[strata][columns.length];
    this.scale = new double[columns.length];
    this.largest = new double[columns.length];
    for (int column = 0; column < columns.length; column++) {
      standardize(column, columns[column]);
    }
    this.blocks = strata + times.withEvents();
    this.blockStratum = new int[blocks];
    this.blockTime = new double[blocks];
    this.blockEnd = new int[blocks];
    this.blockStart = new int[blocks];
    this.blockEntries = new int[blocks];
    this.deaths = new int[blocks];
    this.deathWeight = new double[blocks];
    this.block = new int[size];
    fillBlocks(times);
    double[] entries = new double[followUp.hasDelayedEntry() ? size : 0];
    Arrays.setAll(entries, place -> followUp.entry(order[place]).orElse(-1));
    this.entryBlock = new int[entries.length];
    this.entryOrder = byEntry(entries);
    if (entryOrder.length > 0) {
      fillEntries(entries);
    }
    this.remaining = new double[weights.isPresent() ? size : 0];
    this.remainingWeight = new double[weights.isPresent() ? blocks : 0];
    weights.ifPresent(this::remain);
  }

  private void remain(SubdistributionWeights weights) {
    for (int i = 0; i < size; i++) {
      if (weights.isCompeting(order[i])) {
        // weight at t after a competing event at T: G(t-) H(t-) / (G(T-) H(T-)), as a product of a
        // factor of the row and one of the time
        double own = weights.before(followUp.stratum(order[i]), time(i));
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
    return followUp.time(order[place]);
  }

  /** Tells whether the row at a place has the event: those of a time are its first. */
  boolean isEvent(int place) {
    int b = block[place];
    return place >= blockStart[b] && place < blockStart[b] + deaths[b];
  }

  /** The first row that leaves at the time of a block or before the next later one. */
  int firstOf(int block) {
    return block == 0 ? 0 : blockEnd[block - 1];
  }

  /** Counts the clusters that have rows here. */
  int clusters() {
    BitSet found = new BitSet(followUp.clusters().orElse(followUp.size()));
    for (int row : order) {
      found.set(followUp.cluster(row));
    }
    return found.cardinality();
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

  boolean isLateEntered() {
    return entryOrder.length > 0;
  }

  double weight(int place) {
    return weight.length == 0 ? 1 : weight[place];
  }

  /**
   * The rows in order, and the times of each stratum from its last on: where the rows of a time
   * that have the event end, and where all its rows do.
   */
  private static final class Times {
    final int[] order;
    int[] stratum;
    double[] time;
    int[] eventEnd;
    int[] end;
    int size;

    Times(int rows, int most) {
      order = new int[rows];
      stratum = new int[most];
      time = new double[most];
      eventEnd = new int[most];
      end = new int[most];
    }

    void add(int ofStratum, double at, int lastEvent, int last) {
      stratum[size] = ofStratum;
      time[size] = at;
      eventEnd[size] = lastEvent;
      end[size++] = last;
    }

    int start(int number) {
      return number == 0 ? 0 : end[number - 1];
    }

    int withEvents() {
      int count = 0;
      for (int number = 0; number < size; number++) {
        count += eventEnd[number] > start(number) ? 1 : 0;
      }
      return count;
    }

    int[] stratumStarts(int strata) {
      int[] starts = new int[strata + 1];
      for (int number = 0; number < size; number++) {
        starts[stratum[number] + 1] = end[number];
      }
      for (int each = 1; each <= strata; each++) {
        starts[each] = Math.max(starts[each], starts[each - 1]);
      }
      return starts;
    }
  }

  /** Whole days of a modest range are sorted by counting, other times by comparison. */
  private Times sorted(int[] complete) {
    double last = 0;
    for (int row : complete) {
      last = Math.max(last, followUp.time(row));
    }
    double places = (last + 1) * strata;
    return followUp.isInWholeDays() && places <= 4.0 * size + SPARE_PLACES
        ? byCounting(complete, (int) last)
        : byComparison(complete);
  }

  /** Of one day the rows with the event have the even key, and the others the next. */
  private Times byCounting(int[] complete, int last) {
    int days = last + 1;
    int[] next = new int[2 * days * strata + 1];
    int[] keys = new int[size];
    for (int i = 0; i < size; i++) {
      int row = complete[i];
      int day = followUp.stratum(row) * days + last - (int) followUp.time(row);
      keys[i] = 2 * day + (followUp.isEvent(row) ? 0 : 1);
      next[keys[i] + 1]++;
    }
    for (int key = 1; key < next.length; key++) {
      next[key] += next[key - 1];
    }
    Times times = new Times(size, Math.min(size, days * strata));
    for (int i = 0; i < size; i++) {
      times.order[next[keys[i]]++] = complete[i];
    }
    int start = 0;
    for (int day = 0; day < days * strata; day++) {
      int end = next[2 * day + 1];
      if (end > start) {
        times.add(day / days, last - day % days, next[2 * day], end);
      }
      start = end;
    }
    return times;
  }

  private Times byComparison(int[] complete) {
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
    Times times = new Times(size, size);
    Arrays.setAll(times.order, i -> complete[(int) keys[i]]);
    int start = 0;
    while (start < size) {
      long time = keys[start] >> (Integer.SIZE + 1);
      int eventEnd = start;
      int end = start;
      for (; end < size && keys[end] >> (Integer.SIZE + 1) == time; end++) {
        eventEnd += (keys[end] >> Integer.SIZE & 1) == 0 ? 1 : 0;
      }
      int row = times.order[start];
      times.add(followUp.stratum(row), followUp.time(row), eventEnd, end);
      start = end;
    }
    return times;
  }

  /**
   * Takes the mean of each stratum off, and what rounding left of it, and divides by the standard
   * deviation.
   */
  private void standardize(int column, double[] source) {
    double[] values = x[column];
    for (int i = 0; i < size; i++) {
      values[i] = source[order[i]];
    }
    double squares = 0;
    double[] rest = new double[strata];
    for (int stratum = 0; stratum < strata; stratum++) {
      int from = stratumStart[stratum];
      int to = stratumStart[stratum + 1];
      double average = to > from ? ColumnSums.of(values, from, to) / (to - from) : 0;
      mean[stratum][column] = average;
      double sum = 0;
      for (int start = from; start < to; start += CHUNK) {
        int end = Math.min(to, start + CHUNK);
        shift(values, start, end, average, average);
        sum += ColumnSums.of(values, start, end);
        squares += ColumnSums.ofProducts(values, start, values, start, end - start);
      }
      rest[stratum] = to > from ? sum / (to - from) : 0;
      squares -= sum * rest[stratum];
    }
    scale[column] = squares > 0 ? Math.sqrt(squares / size) : 1;
    for (int stratum = 0; stratum < strata; stratum++) {
      mean[stratum][column] += rest[stratum];
      for (int from = stratumStart[stratum]; from < stratumStart[stratum + 1]; from += CHUNK) {
        int to = Math.min(stratumStart[stratum + 1], from + CHUNK);
        shift(values, from, to, rest[stratum], mean[stratum][column]);
        scale(column, from, to);
      }
    }
  }

  /** Takes a number off; what a constant leaves after rounding is no variation. */
  private static void shift(double[] values, int from, int to, double by, double average) {
    double least = 4 * Math.ulp(Math.abs(average));
    for (int i = from; i < to; i++) {
      double value = values[i] - by;
      values[i] = Math.abs(value) <= least ? 0 : value;
    }
  }

  private void scale(int column, int from, int to) {
    double[] values = x[column];
    double factor = 1 / scale[column];
    double most = largest[column];
    for (int i = from; i < to; i++) {
      double value = values[i] * factor;
      values[i] = value;
      double distance = Math.abs(value);
      if (distance > most) {
        most = distance;
      }
    }
    largest[column] = most;
  }

  private void fillBlocks(Times times) {
    int next = 0;
    int number = 0;
    for (int stratum = 0; stratum < strata; stratum++) {
      for (; number < times.size && times.stratum[number] == stratum; number++) {
        int start = times.start(number);
        Arrays.fill(block, start, times.end[number], next);
        if (times.eventEnd[number] > start) {
          fillBlock(next++, times, number);
        }
      }
      blockStratum[next] = stratum;
      blockTime[next] = Double.NEGATIVE_INFINITY;
      blockStart[next] = stratumStart[stratum + 1];
      blockEnd[next++] = stratumStart[stratum + 1];
    }
  }

  private void fillBlock(int b, Times times, int number) {
    blockStratum[b] = times.stratum[number];
    blockTime[b] = times.time[number];
    blockStart[b] = times.start(number);
    blockEnd[b] = times.end[number];
    deaths[b] = times.eventEnd[number] - blockStart[b];
    deathWeight[b] = weight.length == 0
        ? deaths[b]
        : ColumnSums.of(weight, blockStart[b], blockStart[b] + deaths[b]);
  }

  private int[] byEntry(double[] entries) {
    Integer[] places = new Integer[entries.length];
    Arrays.setAll(places, i -> i);
    for (int stratum = 0; entries.length > 0 && stratum < strata; stratum++) {
      Arrays.sort(
          places,
          stratumStart[stratum],
          stratumStart[stratum + 1],
          (a, b) -> Double.compare(entries[b], entries[a]));
    }
    return Arrays.stream(places).mapToInt(Integer::intValue).toArray();
  }

  /** A row is at risk after its entry: at the block's time if it entered before. */
  private void fillEntries(double[] entries) {
    int first = 0;
    for (int stratum = 0; stratum < strata; stratum++) {
      int last = first;
      int next = stratumStart[stratum];
      for (; deaths[last] > 0; last++) {
        while (next < stratumStart[stratum + 1] && entries[entryOrder[next]] >= blockTime[last]) {
          next++;
        }
        blockEntries[last] = next;
      }
      for (int i = stratumStart[stratum]; i < stratumStart[stratum + 1]; i++) {
        entryBlock[i] = firstAtOrBefore(first, last, entries[i]);
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
