package io.github.avnfh.survival.internal;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Counts the rows of a data set into one event table per cell, a cell being a group or a group
 * within a stratum, in time proportional to the rows and places.
 */
public final class EventTableCounter {
  private final SurvivalColumns columns;
  private final CategoryColumn cellOf;
  private final int cells;

  private EventTableCounter(SurvivalColumns columns, CategoryColumn cellOf, int cells) {
    this.columns = columns;
    this.cellOf = cellOf;
    this.cells = cells;
  }

  /**
   * Counts by group.
   *
   * @param columns the rows
   * @param groups the number of groups
   * @return one table per group
   */
  public static EventTable[] byGroup(SurvivalColumns columns, int groups) {
    return byStratumAndGroup(columns, groups, 1);
  }

  /**
   * Counts by stratum and group.
   *
   * @param columns the rows
   * @param groups the number of groups
   * @param strata the number of strata
   * @return one table per stratum and group, the groups of the first stratum first
   */
  public static EventTable[] byStratumAndGroup(SurvivalColumns columns, int groups, int strata) {
    EventTableCounter counter =
        new EventTableCounter(columns, columns.cells(groups, strata), strata * groups);
    if (columns.isWeighted() || columns.hasEntries()) {
      return counter.weightedSums();
    }
    return counter.isDense() ? counter.countsOfPlaces() : counter.countsInOrder();
  }

  private int cell(int row) {
    return cellOf.category(row);
  }

  private int places() {
    return columns.grid().size();
  }

  /** Whether going through all cells and places costs less than putting the rows in order. */
  private boolean isDense() {
    return 2L * cells * places() <= columns.rows();
  }

  /**
   * Counts rows that all weigh 1 and were observed from the start, without any order: for each cell
   * and place the events, then the censored.
   */
  private EventTable[] countsOfPlaces() {
    int stride = 2 * places();
    int[] counts = new int[cells * stride];
    for (int row = 0; row < columns.rows(); row++) {
      // events and censored of a place lie side by side
      counts[cell(row) * stride + 2 * columns.exit(row) + (columns.event(row) ? 0 : 1)]++;
    }
    EventTable[] tables = new EventTable[cells];
    Arrays.setAll(tables, cell -> table(counts, cell * stride));
    return tables;
  }

  private EventTable table(int[] counts, int from) {
    double[] times = new double[places()];
    double[] events = new double[places()];
    double[] censored = new double[places()];
    int size = 0;
    for (int place = 0; place < places(); place++) {
      times[size] = columns.grid().time(place);
      events[size] = counts[from + 2 * place];
      censored[size] = counts[from + 2 * place + 1];
      // a place at which no row leaves is overwritten by the next
      size += events[size] + censored[size] > 0 ? 1 : 0;
    }
    return EventTable.ofCounts(
        Arrays.copyOf(times, size), Arrays.copyOf(events, size), Arrays.copyOf(censored, size));
  }

  /**
   * Counts rows that all weigh 1 and were observed from the start in the order of their places.
   * What is put in order is the cell and whether the row was censored, so that the count itself
   * reads memory from one end to the other.
   */
  private EventTable[] countsInOrder() {
    int[] ends = endsOfPlaces();
    int[] codes = new int[columns.rows()];
    int[] sizes = new int[cells];
    int[] next = ends.clone();
    // counting sort from the last row down, so that each place fills from its end
    for (int row = columns.rows() - 1; row >= 0; row--) {
      codes[--next[columns.exit(row)]] = cell(row) << 1 | (columns.event(row) ? 0 : 1);
      sizes[cell(row)]++;
    }
    CountedCell[] counted = new CountedCell[cells];
    Arrays.setAll(counted, cell -> new CountedCell(Math.min(sizes[cell], places())));
    int from = 0;
    for (int place = 0; place < places(); place++) {
      for (; from < ends[place]; from++) {
        counted[codes[from] >>> 1].add(columns.grid().time(place), codes[from] & 1);
      }
    }
    return Arrays.stream(counted).map(CountedCell::table).toArray(EventTable[]::new);
  }

  /** For each place the number of rows that leave up to it. */
  private int[] endsOfPlaces() {
    int[] ends = new int[places()];
    for (int row = 0; row < columns.rows(); row++) {
      ends[columns.exit(row)]++;
    }
    for (int place = 1; place < ends.length; place++) {
      ends[place] += ends[place - 1];
    }
    return ends;
  }

  /** The counts of one cell while its rows come in the order of their times. */
  private static final class CountedCell {
    private final double[] times;
    private final double[][] counts;
    private int last = -1;

    private CountedCell(int capacity) {
      times = new double[capacity];
      counts = new double[2][capacity];
    }

    private void add(double time, int censored) {
      if (last < 0 || times[last] != time) {
        times[++last] = time;
      }
      counts[censored][last]++;
    }

    private EventTable table() {
      int size = last + 1;
      return EventTable.ofCounts(
          Arrays.copyOf(times, size),
          Arrays.copyOf(counts[0], size),
          Arrays.copyOf(counts[1], size));
    }
  }

  /** Sums up the weights of rows that may have entered late. */
  private EventTable[] weightedSums() {
    EventTable.PlaceSums[] exits = exitsInOrder();
    EventTable.PlaceSums[] entries = entriesInOrder();
    EventTable[] tables = new EventTable[cells];
    if (columns.isWeighted() && columns.hasEntries()) {
      int[][] rows = rowsByCell();
      Arrays.setAll(tables, cell -> weighed(exits[cell], entries[cell], rows[cell]));
    } else {
      Arrays.setAll(tables, cell -> EventTable.of(exits[cell], entries[cell], columns.grid()));
    }
    return tables;
  }

  private EventTable.PlaceSums[] exitsInOrder() {
    EventTable.PlaceSums[] sums = noSums();
    for (int row : RadixSort.Buckets.of(columns.rows(), places(), columns::exit).rows()) {
      double weight = columns.weight(row);
      boolean event = columns.event(row);
      sums[cell(row)].add(columns.exit(row), event ? weight : 0, event ? 0 : weight, 1);
    }
    return sums;
  }

  private EventTable.PlaceSums[] entriesInOrder() {
    EventTable.PlaceSums[] sums = noSums();
    if (columns.hasEntries()) {
      for (int row :
          RadixSort.Buckets.of(columns.rows(), places(), columns::entry).rows()) {
        if (columns.entry(row) != TimeGrid.FROM_THE_START) {
          sums[cell(row)].add(columns.entry(row), columns.weight(row), 0, 1);
        }
      }
    }
    return sums;
  }

  private EventTable.PlaceSums[] noSums() {
    EventTable.PlaceSums[] sums = new EventTable.PlaceSums[cells];
    Arrays.setAll(sums, cell -> new EventTable.PlaceSums());
    return sums;
  }

  private int[][] rowsByCell() {
    int[] sizes = new int[cells];
    for (int row = 0; row < columns.rows(); row++) {
      sizes[cell(row)]++;
    }
    int[][] rows = new int[cells][];
    Arrays.setAll(rows, cell -> new int[sizes[cell]]);
    for (int row = columns.rows() - 1; row >= 0; row--) {
      rows[cell(row)][--sizes[cell(row)]] = row;
    }
    return rows;
  }

  /**
   * Sums up those at risk from the last time to the first. A difference of sums would lose small
   * weights behind large ones that entered late.
   */
  private EventTable weighed(EventTable.PlaceSums exits, EventTable.PlaceSums entries, int[] rows) {
    long[] leaving = inOrder(rows, columns::exit);
    long[] entering = inOrder(rows, columns::entry);
    double[] atRisk = new double[exits.size()];
    double[] atRiskAtEntry = new double[entries.size()];
    RunningTotal active = new RunningTotal(rows.length);
    int out = rows.length;
    int in = rows.length;
    int exit = exits.size() - 1;
    int entry = entries.size() - 1;
    while (exit >= 0 || entry >= 0) {
      int place = Math.max(exits.place(exit), entries.place(entry));
      for (; out > 0 && place(leaving[out - 1]) >= place; out--) {
        int row = (int) leaving[out - 1];
        // going back in time a row joins at its exit and goes off at its entry
        active.set(row, columns.weight(rows[row]));
      }
      for (; in > 0 && place(entering[in - 1]) >= place; in--) {
        active.set((int) entering[in - 1], 0);
      }
      if (entries.place(entry) == place) {
        atRiskAtEntry[entry--] = active.total();
      }
      if (exits.place(exit) == place) {
        // as many are at risk as have not left before and have entered; all leave if none is left
        boolean all = in - out == exits.count(exit);
        double leave = exits.sum(exit);
        atRisk[exit--] = all ? leave : Math.max(leave, active.total());
      }
    }
    return EventTable.of(exits, entries, columns.grid(), atRisk, atRiskAtEntry);
  }

  private static long[] inOrder(int[] rows, IntUnaryOperator placeOf) {
    long[] keys = new long[rows.length];
    Arrays.setAll(keys, i -> (long) (placeOf.applyAsInt(rows[i]) + 1) << Integer.SIZE | i);
    Arrays.sort(keys);
    return keys;
  }

  private static int place(long key) {
    return (int) (key >>> Integer.SIZE) - 1;
  }
}
