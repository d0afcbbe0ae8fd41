package io.github.avnfh.survival.internal;

import java.util.Arrays;

/**
 * The rows of a data set as columns of primitives; a column that does not apply has length 0.
 *
 * <p>The arrays are taken, not copied, and are not changed afterwards.
 */
public final class SurvivalColumns {
  private final TimeGrid grid;
  private final int[] exit;
  private final boolean[] event;
  private final int[] entry;
  private final double[] weight;
  private final CategoryColumn group;
  private final CategoryColumn stratum;
  private final ClusterColumn clusters;

  private SurvivalColumns(
      TimeGrid grid,
      int[] exit,
      boolean[] event,
      int[] entry,
      double[] weight,
      CategoryColumn group,
      CategoryColumn stratum,
      ClusterColumn clusters) {
    this.grid = grid;
    this.exit = exit;
    this.event = event;
    this.entry = entry;
    this.weight = weight;
    this.group = group;
    this.stratum = stratum;
    this.clusters = clusters;
  }

  /**
   * Takes the columns that every data set has.
   *
   * @param grid the distinct times
   * @param exit the place of each row's last time
   * @param event whether the row ended with the event
   * @return rows that all weigh 1, observed from the start, in one group and stratum
   */
  public static SurvivalColumns of(TimeGrid grid, int[] exit, boolean[] event) {
    return new SurvivalColumns(
        grid,
        exit,
        event,
        new int[0],
        new double[0],
        CategoryColumn.none(),
        CategoryColumn.none(),
        ClusterColumn.none());
  }

  /**
   * Takes delayed entries.
   *
   * @param places for each row the place after which it is at risk,
   *     {@value TimeGrid#FROM_THE_START} from the start; or an empty column
   * @return the same rows with these entries
   */
  public SurvivalColumns withEntries(int[] places) {
    return new SurvivalColumns(grid, exit, event, places, weight, group, stratum, clusters);
  }

  /**
   * Takes case weights.
   *
   * @param weights the weight of each row, or an empty column
   * @return the same rows with these weights
   */
  public SurvivalColumns withWeights(double[] weights) {
    return new SurvivalColumns(grid, exit, event, entry, weights, group, stratum, clusters);
  }

  /**
   * Takes groups and strata.
   *
   * @param groups the group of each row
   * @param strata the stratum of each row
   * @return the same rows in these groups and strata
   */
  public SurvivalColumns withCategories(CategoryColumn groups, CategoryColumn strata) {
    return new SurvivalColumns(grid, exit, event, entry, weight, groups, strata, clusters);
  }

  /**
   * Takes clusters.
   *
   * @param column the cluster of each row, or none
   * @return the same rows in these clusters
   */
  public SurvivalColumns withClusters(ClusterColumn column) {
    return new SurvivalColumns(grid, exit, event, entry, weight, group, stratum, column);
  }

  /**
   * Returns some of the rows, with the same grid and strata.
   *
   * @param rows the rows, in ascending order
   * @param groups their new groups
   * @return new columns
   */
  public SurvivalColumns only(int[] rows, CategoryColumn groups) {
    boolean[] events = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      events[i] = event[rows[i]];
    }
    double[] weights = new double[weight.length == 0 ? 0 : rows.length];
    Arrays.setAll(weights, i -> weight[rows[i]]);
    return SurvivalColumns.of(grid, picked(exit, rows), events)
        .withEntries(picked(entry, rows))
        .withWeights(weights)
        .withCategories(groups, stratum.only(rows))
        .withClusters(clusters.only(rows));
  }

  private static int[] picked(int[] column, int[] rows) {
    int[] picked = new int[column.length == 0 ? 0 : rows.length];
    Arrays.setAll(picked, i -> column[rows[i]]);
    return picked;
  }

  /**
   * Returns the same rows, none of which was under observation up to a place.
   *
   * @param place a place, before which no row ended, or {@value TimeGrid#FROM_THE_START}
   * @return new columns
   */
  public SurvivalColumns enteringAfter(int place) {
    int[] entries = new int[rows()];
    Arrays.setAll(entries, row -> Math.max(place, entry(row)));
    return withEntries(entries);
  }

  /**
   * Returns the same rows with events and censoring exchanged.
   *
   * @return new columns
   */
  public SurvivalColumns reversed() {
    boolean[] censored = new boolean[event.length];
    for (int row = 0; row < event.length; row++) {
      censored[row] = !event[row];
    }
    return new SurvivalColumns(grid, exit, censored, entry, weight, group, stratum, clusters);
  }

  /**
   * Returns the distinct times.
   *
   * @return the grid
   */
  public TimeGrid grid() {
    return grid;
  }

  /**
   * Returns the number of rows.
   *
   * @return the number of rows
   */
  public int rows() {
    return exit.length;
  }

  /**
   * Returns the place of a row's last time.
   *
   * @param row a row from 0
   * @return its place in the grid
   */
  public int exit(int row) {
    return exit[row];
  }

  /**
   * Returns the place after which a row is at risk.
   *
   * @param row a row from 0
   * @return its place in the grid, or {@value TimeGrid#FROM_THE_START}
   */
  public int entry(int row) {
    return entry.length == 0 ? TimeGrid.FROM_THE_START : entry[row];
  }

  /**
   * Tells whether a row ended with the event.
   *
   * @param row a row from 0
   * @return true for an event, false for a censored row
   */
  public boolean event(int row) {
    return event[row];
  }

  /**
   * Returns how much a row counts.
   *
   * @param row a row from 0
   * @return its case weight
   */
  public double weight(int row) {
    return weight.length == 0 ? 1 : weight[row];
  }

  /**
   * Returns the group of a row.
   *
   * @param row a row from 0
   * @return the number of its group
   */
  public int group(int row) {
    return group.category(row);
  }

  /**
   * Returns the stratum of a row.
   *
   * @param row a row from 0
   * @return the number of its stratum
   */
  public int stratum(int row) {
    return stratum.category(row);
  }

  /**
   * Returns the cluster of a row.
   *
   * @param row a row from 0
   * @return the number of its cluster; without clusters the row itself
   */
  public int cluster(int row) {
    return clusters.isEmpty() ? row : clusters.cluster(row);
  }

  /** The cell of each row: its group, or its stratum and group; an empty column is cell 0. */
  CategoryColumn cells(int groups, int strata) {
    if (strata == 1) {
      return group;
    }
    int[] cells = new int[rows()];
    Arrays.setAll(cells, row -> stratum(row) * groups + group(row));
    return CategoryColumn.of(cells);
  }

  /**
   * Counts the clusters.
   *
   * @return the number of clusters; without clusters, of rows
   */
  public int clusterCount() {
    return clusters.isEmpty() ? rows() : clusters.count();
  }

  /**
   * Tells whether rows count differently.
   *
   * @return true if there are case weights
   */
  public boolean isWeighted() {
    return weight.length > 0;
  }

  /**
   * Tells whether rows may come under observation late.
   *
   * @return true if there are entries
   */
  public boolean hasEntries() {
    return entry.length > 0;
  }

  /**
   * Tells whether rows belong to clusters.
   *
   * @return true if there are clusters
   */
  public boolean isClustered() {
    return !clusters.isEmpty();
  }
}
