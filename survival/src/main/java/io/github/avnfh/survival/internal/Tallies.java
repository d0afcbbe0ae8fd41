package io.github.avnfh.survival.internal;

import java.util.Arrays;

/**
 * Counts the rows of a data set by cell, a cell being a group or a group within a stratum.
 *
 * <p>Without weights, and where the grid is no larger than the data, one pass over the rows counts
 * into a table. Otherwise the rows are put in the order of their places, which takes time in
 * proportion to rows and places.
 */
public final class Tallies {
  private static final int SMALL_TABLE = 1 << 16;
  private static final int PLACES_PER_ROW = 4;

  private final Columns columns;
  private final int[] cellOf;
  private final int cells;

  private Tallies(Columns columns, int[] cellOf, int cells) {
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
    return new Tallies(columns, columns.cells(groups, false), groups).count();
  }

  /**
   * Counts by stratum and group.
   *
   * @param columns the rows
   * @param groups the number of groups
   * @param strata the number of strata
   * @return one tally per stratum and group, the groups of the first stratum first
   */
  public static Tally[] byStratumAndGroup(Columns columns, int groups, int strata) {
    return new Tallies(columns, columns.cells(groups, true), strata * groups).count();
  }

  private Tally[] count() {
    Draft[] exits = columns.isWeighted() || !fitsTable() ? exitsInOrder() : exitsFromTable();
    Draft[] entries = entriesInOrder();
    Tally[] tallies = new Tally[cells];
    Arrays.setAll(tallies, cell -> new Tally(exits[cell], entries[cell], columns.grid()));
    return tallies;
  }

  private boolean fitsTable() {
    long table = 2L * cells * columns.grid().size();
    return table <= Math.max(SMALL_TABLE, (long) PLACES_PER_ROW * columns.rows());
  }

  private Draft[] exitsFromTable() {
    int size = columns.grid().size();
    int[] table = new int[2 * cells * size];
    int[] exits = columns.exits();
    boolean[] events = columns.events();
    for (int row = 0; row < exits.length; row++) {
      int cell = cellOf.length == 0 ? 0 : cellOf[row];
      table[2 * (cell * size + exits[row]) + (events[row] ? 0 : 1)]++;
    }
    Draft[] drafts = new Draft[cells];
    for (int cell = 0; cell < cells; cell++) {
      drafts[cell] = fromTable(table, cell * size, size);
    }
    return drafts;
  }

  private static Draft fromTable(int[] table, int offset, int size) {
    Draft draft = new Draft(16);
    for (int place = 0; place < size; place++) {
      int events = table[2 * (offset + place)];
      int censored = table[2 * (offset + place) + 1];
      if (events + censored > 0) {
        draft.add(place, events, censored, events + censored);
      }
    }
    return draft;
  }

  private Draft[] exitsInOrder() {
    Draft[] drafts = drafts();
    for (int row :
        PlaceOrder.of(columns.rows(), columns.grid().size(), columns::exit).rows()) {
      double weight = columns.weight(row);
      boolean event = columns.event(row);
      drafts[cell(row)].add(columns.exit(row), event ? weight : 0, event ? 0 : weight, 1);
    }
    return drafts;
  }

  private Draft[] entriesInOrder() {
    Draft[] drafts = drafts();
    if (columns.hasEntries()) {
      for (int row :
          PlaceOrder.of(columns.rows(), columns.grid().size(), columns::entry).rows()) {
        if (columns.entry(row) != Columns.FROM_THE_START) {
          drafts[cell(row)].add(columns.entry(row), columns.weight(row), 0, 1);
        }
      }
    }
    return drafts;
  }

  private int cell(int row) {
    return cellOf.length == 0 ? 0 : cellOf[row];
  }

  private Draft[] drafts() {
    Draft[] drafts = new Draft[cells];
    Arrays.setAll(drafts, cell -> new Draft(16));
    return drafts;
  }
}
