package io.github.avnfh.survival.internal;

import java.util.Arrays;

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
    Arrays.setAll(tallies, cell -> new Tally(exits[cell], entries[cell], columns.grid()));
    return tallies;
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
