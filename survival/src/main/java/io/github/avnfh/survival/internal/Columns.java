package io.github.avnfh.survival.internal;

import java.util.Arrays;

/**
 * The rows of a data set as columns of primitives; a column that does not apply has length 0.
 *
 * <p>Whoever makes one hands over the arrays and does not change them afterwards.
 */
public final class Columns {
  /** The place of an entry that was not delayed. */
  public static final int FROM_THE_START = -1;

  private final TimeGrid grid;
  private final int[] exit;
  private final boolean[] event;
  private int[] entry = new int[0];
  private double[] weight = new double[0];
  private int[] group = new int[0];
  private int[] stratum = new int[0];
  private int[] cluster = new int[0];
  private int clusterCount;

  /**
   * Takes the columns that every data set has.
   *
   * @param grid the distinct times
   * @param exit the place of each row's last time
   * @param event whether the row ended with the event
   */
  public Columns(TimeGrid grid, int[] exit, boolean[] event) {
    this.grid = grid;
    this.exit = exit;
    this.event = event;
  }

  /**
   * Takes the columns that say how a row counts.
   *
   * @param entries the places of delayed entries, or an empty column
   * @param weights case weights, or an empty column
   * @return these columns
   */
  public Columns counting(int[] entries, double[] weights) {
    this.entry = entries;
    this.weight = weights;
    return this;
  }

  /**
   * Takes the columns that say where a row belongs.
   *
   * @param groups numbers of groups from 0, or an empty column
   * @param strata numbers of strata from 0, or an empty column
   * @param clusters numbers of clusters from 0, or an empty column
   * @return these columns
   */
  public Columns belonging(int[] groups, int[] strata, int[] clusters) {
    this.group = groups;
    this.stratum = strata;
    this.cluster = clusters;
    this.clusterCount = Arrays.stream(clusters).max().orElse(-1) + 1;
    return this;
  }

  /**
   * Returns the same columns with rows that belong to no cluster.
   *
   * @return new columns over the same arrays
   */
  public Columns withoutClusters() {
    return new Columns(grid, exit, event)
        .counting(entry, weight)
        .belonging(group, stratum, new int[0]);
  }

  /**
   * Returns some of the rows, with the same grid and strata.
   *
   * @param rows the rows, in ascending order
   * @param groups their new groups
   * @return new columns
   */
  public Columns only(int[] rows, int[] groups) {
    boolean[] events = new boolean[rows.length];
    double[] weights = new double[weight.length == 0 ? 0 : rows.length];
    for (int i = 0; i < rows.length; i++) {
      events[i] = event[rows[i]];
    }
    Arrays.setAll(weights, i -> weight[rows[i]]);
    return new Columns(grid, picked(exit, rows), events)
        .counting(picked(entry, rows), weights)
        .belonging(groups, picked(stratum, rows), dense(picked(cluster, rows)));
  }

  /**
   * Returns the same rows, none of which was under observation up to a place.
   *
   * @param place a place, before which no row ended, or {@value #FROM_THE_START}
   * @return new columns
   */
  public Columns enteringAfter(int place) {
    int[] entries = new int[exit.length];
    Arrays.setAll(entries, row -> Math.max(place, entry(row)));
    return new Columns(grid, exit, event)
        .counting(entries, weight)
        .belonging(group, stratum, cluster);
  }

  /**
   * Returns the same rows with events and censoring exchanged.
   *
   * @return new columns
   */
  public Columns reversed() {
    boolean[] censored = new boolean[event.length];
    for (int row = 0; row < event.length; row++) {
      censored[row] = !event[row];
    }
    return new Columns(grid, exit, censored)
        .counting(entry, weight)
        .belonging(group, stratum, cluster);
  }

  private static int[] dense(int[] numbers) {
    int[] sorted = Arrays.stream(numbers).sorted().distinct().toArray();
    return Arrays.stream(numbers)
        .map(number -> Arrays.binarySearch(sorted, number))
        .toArray();
  }

  private static int[] picked(int[] column, int[] rows) {
    int[] picked = new int[column.length == 0 ? 0 : rows.length];
    Arrays.setAll(picked, i -> column[rows[i]]);
    return picked;
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
   * @return its place in the grid, or {@value #FROM_THE_START}
   */
  public int entry(int row) {
    return entry.length == 0 ? FROM_THE_START : entry[row];
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
    return group.length == 0 ? 0 : group[row];
  }

  /**
   * Returns the stratum of a row.
   *
   * @param row a row from 0
   * @return the number of its stratum
   */
  public int stratum(int row) {
    return stratum.length == 0 ? 0 : stratum[row];
  }

  /**
   * Returns the cluster of a row.
   *
   * @param row a row from 0
   * @return the number of its cluster; without clusters the row is its own
   */
  public int cluster(int row) {
    return cluster.length == 0 ? row : cluster[row];
  }

  /** The cell of each row: its group, or its stratum and group; an empty column is cell 0. */
  int[] cells(int groups, boolean byStratum) {
    if (!byStratum || stratum.length == 0) {
      return group;
    }
    int[] cells = new int[exit.length];
    Arrays.setAll(cells, row -> stratum[row] * groups + group(row));
    return cells;
  }

  /**
   * Lists the rows of each group.
   *
   * @param groups the number of groups
   * @return for each group its rows in ascending order
   */
  public int[][] rowsByGroup(int groups) {
    int[] counts = new int[groups];
    for (int row = 0; row < exit.length; row++) {
      counts[group(row)]++;
    }
    int[][] rows = new int[groups][];
    Arrays.setAll(rows, number -> new int[counts[number]]);
    for (int row = exit.length - 1; row >= 0; row--) {
      rows[group(row)][--counts[group(row)]] = row;
    }
    return rows;
  }

  int[] exits() {
    return exit;
  }

  boolean[] events() {
    return event;
  }

  /**
   * Counts the clusters.
   *
   * @return the number of clusters; without clusters, of rows
   */
  public int clusterCount() {
    return cluster.length == 0 ? exit.length : clusterCount;
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
    return cluster.length > 0;
  }
}
