package io.github.avnfh.survival.internal;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Counts the rows of a data set by cell, a cell being a group or a group within a stratum, in time
 * proportional to the rows and places.
 */
public final class Tallies {
  private final Columns columns;
  private final RowNumbers cellOf;
  private final int cells;

  private Tallies(Columns columns, RowNumbers cellOf, int cells) {
    this.columns = columns;
    this.cellOf = cellOf;
    this.cells = cells;
  }

  /**
   * Counts by group.
   *
   * @param columns the rows
   * @param groups the number of groups
   * @return one tally per group
   */
  public static Tally[] byGroup(Columns columns, int groups) {
    return byStratumAndGroup(columns, groups, 1).tallies();
  }

  /**
   * Counts by stratum and group.
   *
   * @param columns the rows
   * @param groups the number of groups
   * @param strata the number of strata
   * @return what happened in each stratum and group, the groups of the first stratum first
   */
  public static Counted byStratumAndGroup(Columns columns, int groups, int strata) {
    return new Tallies(columns, columns.cells(groups, strata), strata * groups).count();
  }

  private Counted count() {
    return columns.isWeighted() || columns.hasEntries()
        ? Counted.of(inOrder())
        : columns.exits().counted(cellOf, cells);
  }

  private Tally[] inOrder() {
    Draft[] exits = exitsInOrder();
    Draft[] entries = entriesInOrder();
    Tally[] tallies = new Tally[cells];
    if (columns.isWeighted() && columns.hasEntries()) {
      int[][] rows = rowsByCell();
      Arrays.setAll(tallies, cell -> weighed(exits[cell], entries[cell], rows[cell]));
    } else {
      Arrays.setAll(tallies, cell -> new Tally(exits[cell], entries[cell], columns.grid()));
    }
    return tallies;
  }

  private int[][] rowsByCell() {
    int[] sizes = new int[cells];
    for (int row = 0; row < columns.rows(); row++) {
      sizes[cellOf.of(row)]++;
    }
    int[][] rows = new int[cells][];
    Arrays.setAll(rows, cell -> new int[sizes[cell]]);
    for (int row = columns.rows() - 1; row >= 0; row--) {
      int cell = cellOf.of(row);
      rows[cell][--sizes[cell]] = row;
    }
    return rows;
  }

  /**
   * Sums up those at risk from the last time to the first. A difference of sums would lose small
   * weights behind large ones that entered late.
   */
  private Tally weighed(Draft exits, Draft entries, int[] rows) {
    long[] leaving = inOrder(rows, columns::exit);
    long[] coming = inOrder(rows, columns::entry);
    double[] atRisk = new double[exits.size()];
    double[] atRiskAtEntry = new double[entries.size()];
    RunningTotal active = new RunningTotal(rows.length);
    int out = rows.length;
    int in = rows.length;
    int exit = exits.size() - 1;
    int entry = entries.size() - 1;
    while (exit >= 0 || entry >= 0) {
      int place = Math.max(
          exit >= 0 ? exits.place(exit) : Columns.FROM_THE_START,
          entry >= 0 ? entries.place(entry) : Columns.FROM_THE_START);
      for (; out > 0 && place(leaving[out - 1]) >= place; out--) {
        int row = (int) leaving[out - 1];
        active.set(row, columns.weight(rows[row]));
      }
      for (; in > 0 && place(coming[in - 1]) >= place; in--) {
        active.set((int) coming[in - 1], 0);
      }
      if (entry >= 0 && entries.place(entry) == place) {
        atRiskAtEntry[entry--] = active.total();
      }
      if (exit >= 0 && exits.place(exit) == place) {
        // as many are at risk as have not left before and have entered; all leave if none is left
        boolean all = in - out == exits.count(exit);
        double leave = exits.sum(exit);
        atRisk[exit--] = all ? leave : Math.max(leave, active.total());
      }
    }
    return new Tally(exits, entries, columns.grid(), atRisk, atRiskAtEntry);
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

  private Draft[] exitsInOrder() {
    Draft[] drafts = drafts();
    for (int row :
        PlaceOrder.of(columns.rows(), columns.grid().size(), columns::exit).rows()) {
      double weight = columns.weight(row);
      boolean event = columns.event(row);
      drafts[cellOf.of(row)].add(columns.exit(row), event ? weight : 0, event ? 0 : weight, 1);
    }
    return drafts;
  }

  private Draft[] entriesInOrder() {
    Draft[] drafts = drafts();
    if (columns.hasEntries()) {
      for (int row :
          PlaceOrder.of(columns.rows(), columns.grid().size(), columns::entry).rows()) {
        if (columns.entry(row) != Columns.FROM_THE_START) {
          drafts[cellOf.of(row)].add(columns.entry(row), columns.weight(row), 0, 1);
        }
      }
    }
    return drafts;
  }

  private Draft[] drafts() {
    Draft[] drafts = new Draft[cells];
    Arrays.setAll(drafts, cell -> new Draft(16));
    return drafts;
  }
}
