package io.github.avnfh.survival.internal;

import java.util.Arrays;

/**
 * Which rows of each group share their cluster with another row of the group.
 *
 * <p>Most patients have one hip in a group. Such a row is a cluster of its own, and what it adds to
 * the variance follows from the counts; only the others have to be followed one by one. With case
 * weights or delayed entry all rows are.
 */
public final class ClusterRows {
  private static final long BITS_PER_ROW = 64;

  private final Columns columns;
  private final int[][] rows;
  private final int[][] clusters;

  /**
   * Finds the rows.
   *
   * @param columns the rows of all groups, which belong to clusters
   * @param groups the number of groups
   */
  public ClusterRows(Columns columns, int groups) {
    this.columns = columns;
    this.rows = new int[groups][];
    this.clusters = new int[groups][];
    long bits = (long) groups * columns.clusterCount();
    boolean alike = !columns.isWeighted() && !columns.hasEntries();
    if (alike && bits <= BITS_PER_ROW * columns.rows()) {
      findShared();
    } else {
      takeAll();
    }
  }

  private void findShared() {
    long stride = columns.clusterCount();
    BitRanks seen = new BitRanks(stride * rows.length);
    BitRanks shared = new BitRanks(stride * rows.length);
    int[] sizes = new int[rows.length];
    for (int row = 0; row < columns.rows(); row++) {
      int group = columns.group(row);
      long number = group * stride + columns.cluster(row);
      if (!seen.set(number)) {
        sizes[group] += shared.set(number) ? 2 : 1;
      }
    }
    shared.count();
    allocate(sizes);
    for (int row = 0; row < columns.rows(); row++) {
      int group = columns.group(row);
      long number = group * stride + columns.cluster(row);
      if (shared.get(number)) {
        put(group, --sizes[group], row, shared.rank(number) - shared.rank(group * stride));
      }
    }
  }

  private void takeAll() {
    int[] sizes = new int[rows.length];
    for (int row = 0; row < columns.rows(); row++) {
      sizes[columns.group(row)]++;
    }
    allocate(sizes);
    for (int row = columns.rows() - 1; row >= 0; row--) {
      int group = columns.group(row);
      put(group, --sizes[group], row, columns.cluster(row));
    }
  }

  private void allocate(int[] sizes) {
    Arrays.setAll(rows, group -> new int[sizes[group]]);
    Arrays.setAll(clusters, group -> new int[sizes[group]]);
  }

  private void put(int group, int index, int row, int cluster) {
    rows[group][index] = row;
    clusters[group][index] = cluster;
  }

  Columns columns() {
    return columns;
  }

  /** The rows of a group that have to be followed. */
  int[] rows(int group) {
    return rows[group];
  }

  /** The cluster of each of these rows, as numbers of the group's own. */
  int[] clusters(int group) {
    return clusters[group];
  }
}
