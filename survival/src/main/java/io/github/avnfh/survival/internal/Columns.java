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

  private final Exits exits;
  private int[] entry = new int[0];
  private double[] weight = new double[0];
  private RowNumbers group = RowNumbers.none();
  private RowNumbers stratum = RowNumbers.none();
  private ClusterNumbers clusters = ClusterNumbers.none();

  /**
   * Takes what every data set has.
   *
   * @param exits when each row left, and whether with the event
   */
  public Columns(Exits exits) {
    this.exits = exits;
  }

  /**
   * Takes the columns that every data set has.
   *
   * @param grid the distinct times
   * @param exit the place of each row's last time
   * @param event whether the row ended with the event
   */
  public Columns(TimeGrid grid, int[] exit, boolean[] event) {
    this(new PlacedExits(grid, exit, event));
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
   * @param members the clusters of the rows, or none
   * @return these columns
   */
  public Columns belonging(RowNumbers groups, RowNumbers strata, ClusterNumbers members) {
    this.group = groups;
    this.stratum = strata;
    this.clusters = members;
    return this;
  }

  /**
   * Returns the same columns with rows that belong to no cluster.
   *
   * @return new columns over the same arrays
   */
  public Columns withoutClusters() {
    return new Columns(exits)
        .counting(entry, weight)
        .belonging(group, stratum, ClusterNumbers.none());
  }

  /**
   * Returns some of the rows, with the same grid and strata.
   *
   * @param rows the rows, in ascending order
   * @param groups their new groups
   * @return new columns
   */
  public Columns only(int[] rows, RowNumbers groups) {
    double[] weights = new double[weight.length == 0 ? 0 : rows.length];
    Arrays.setAll(weights, i -> weight[rows[i]]);
    return new Columns(exits.only(rows))
        .counting(picked(entry, rows), weights)
        .belonging(groups, stratum.only(rows), clusters.only(rows));
  }

  /**
   * Returns the same rows, none of which was under observation up to a place.
   *
   * @param place a place, before which no row ended, or {@value #FROM_THE_START}
   * @return new columns
   */
  public Columns enteringAfter(int place) {
    int[] entries = new int[rows()];
    Arrays.setAll(entries, row -> Math.max(place, entry(row)));
    return new Columns(exits).counting(entries, weight).belonging(group, stratum, clusters);
  }

  /**
   * Returns the same rows with events and censoring exchanged.
   *
   * @return new columns
   */
  public Columns reversed() {
    return new Columns(exits.reversed())
        .counting(entry, weight)
        .belonging(group, stratum, clusters);
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
    return exits.grid();
  }

  /**
   * Returns the number of rows.
   *
   * @return the number of rows
   */
  public int rows() {
    return exits.rows();
  }

  /**
   * Returns the place of a row's last time.
   *
   * @param row a row from 0
   * @return its place in the grid
   */
  public int exit(int row) {
    return exits.place(row);
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
    return exits.event(row);
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
    return group.of(row);
  }

  /**
   * Returns the stratum of a row.
   *
   * @param row a row from 0
   * @return the number of its stratum
   */
  public int stratum(int row) {
    return stratum.of(row);
  }

  /**
   * Returns the cluster of a row.
   *
   * @param row a row from 0
   * @return the number of its cluster; without clusters the row is its own
   */
  public int cluster(int row) {
    return clusters.isEmpty() ? row : clusters.of(row);
  }

  /** The cell of each row: its group, or its stratum and group; an empty column is cell 0. */
  RowNumbers cells(int groups, int strata) {
    if (strata == 1) {
      return group;
    }
    int[] cells = new int[rows()];
    Arrays.setAll(cells, row -> stratum(row) * groups + group(row));
    return RowNumbers.of(cells, groups * strata);
  }

  Exits exits() {
    return exits;
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
