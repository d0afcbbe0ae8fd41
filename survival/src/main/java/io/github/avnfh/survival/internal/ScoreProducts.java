package io.github.avnfh.survival.internal;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Sums of products of the scores of rows over clusters and over their units, from which the robust
 * variance of a score test follows, and the clustered one: that of independent units with the
 * cross-products of units of one cluster.
 *
 * <p>Parts of one follow-up, each of which begins where the one before was censored, are one unit.
 */
public final class ScoreProducts {
  private final int clusters;
  private final double[][] ofClusters;
  private final double[][] ofUnits;

  private ScoreProducts(int size, int clusters) {
    this.clusters = clusters;
    this.ofClusters = new double[size][size];
    this.ofUnits = new double[size][size];
  }

  /**
   * Sums up products.
   *
   * @param scores those of the first row, then those of the next, and so on
   * @param size the number of scores of a row
   * @param clusters for each row the number of its cluster, from 0
   * @param units for each row the first row of its unit
   * @return the sums
   */
  public static ScoreProducts of(double[] scores, int size, int[] clusters, int[] units) {
    // in the order of clusters both, so that they are equal where each cluster is one unit
    long[] order = new long[clusters.length];
    Arrays.setAll(order, row -> (long) clusters[row] << Integer.SIZE | units[row]);
    int[] rows = RadixSort.sort(order);
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      count += i == 0 || clusters[rows[i]] != clusters[rows[i - 1]] ? 1 : 0;
    }
    ScoreProducts products = new ScoreProducts(size, count);
    double[] cluster = new double[size];
    double[] unit = new double[size];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < size; k++) {
        unit[k] += scores[rows[i] * size + k];
      }
      boolean last = i + 1 == rows.length;
      if (last || order[i + 1] != order[i]) {
        addSquare(products.ofUnits, unit);
        for (int k = 0; k < size; k++) {
          cluster[k] += unit[k];
          unit[k] = 0;
        }
        if (last || clusters[rows[i + 1]] != clusters[rows[i]]) {
          addSquare(products.ofClusters, cluster);
          Arrays.fill(cluster, 0);
        }
      }
    }
    return products;
  }

  private static void addSquare(double[][] to, double[] vector) {
    for (int i = 0; i < vector.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        to[i][j] += vector[i] * vector[j];
      }
    }
  }

  /**
   * Finds the units of rows.
   *
   * @param rows the rows
   * @return for each row the first row of its unit
   */
  public static int[] units(Parts rows) {
    int[] units = new int[rows.size()];
    Arrays.setAll(units, row -> row);
    if (!rows.hasDelayedEntry()) {
      return units;
    }
    Map<Cut, Deque<Integer>> open = new HashMap<>();
    // parts that end alike are alike to those that follow, whichever of them goes on
    IntStream.range(0, units.length)
        .boxed()
        .sorted(Comparator.comparingDouble(rows::entry))
        .forEach(row -> {
          Deque<Integer> before = open.get(Cut.of(rows, row, rows.entry(row)));
          if (before != null && !before.isEmpty()) {
            units[row] = before.remove();
          }
          if (!rows.isEvent(row)) {
            open.computeIfAbsent(Cut.of(rows, row, rows.time(row)), cut -> new ArrayDeque<>())
                .add(units[row]);
          }
        });
    return units;
  }

  /** Rows of which some may be parts of one follow-up. */
  public interface Parts {
    /**
     * Counts the rows.
     *
     * @return their number
     */
    int size();

    /**
     * Tells whether any row came under observation late.
     *
     * @return true with delayed entry
     */
    boolean hasDelayedEntry();

    /**
     * Returns the time after which a row is at risk.
     *
     * @param row a row from 0
     * @return the time, below 0 for the start
     */
    double entry(int row);

    /**
     * Returns the last time of a row.
     *
     * @param row a row from 0
     * @return the time
     */
    double time(int row);

    /**
     * Tells whether a row ended with an event.
     *
     * @param row a row from 0
     * @return true unless it was censored
     */
    boolean isEvent(int row);

    /**
     * Returns the weight of a row.
     *
     * @param row a row from 0
     * @return its case weight
     */
    double weight(int row);

    /**
     * Returns what parts of one follow-up have in common: cluster, group and stratum.
     *
     * @param row a row from 0
     * @return their numbers
     */
    Kind kind(int row);
  }

  /**
   * What parts of one follow-up have in common.
   *
   * @param cluster the number of the cluster
   * @param group the number of the group
   * @param stratum the number of the stratum
   */
  public record Kind(int cluster, int group, int stratum) {}

  /** What a part must share with the next, and when one ends and the other begins. */
  private record Cut(Kind kind, double weight, double time) {
    static Cut of(Parts rows, int row, double time) {
      return new Cut(rows.kind(row), rows.weight(row), time);
    }
  }

  /**
   * Counts the clusters.
   *
   * @return the number of clusters with a row
   */
  public int clusters() {
    return clusters;
  }

  /**
   * Returns the robust variance.
   *
   * @return the sum over clusters of the products of their scores
   */
  public double[][] ofClusters() {
    return ofClusters;
  }

  /**
   * Returns the sum over units.
   *
   * @return the sum over units of the products of their scores
   */
  public double[][] ofUnits() {
    return ofUnits;
  }

  /**
   * Returns the clustered variance.
   *
   * @param covariance that of independent units
   * @return the same with the cross-products of units of one cluster
   */
  public double[][] clustered(double[][] covariance) {
    double[][] sum = new double[covariance.length][covariance.length];
    for (int i = 0; i < sum.length; i++) {
      for (int j = 0; j < sum.length; j++) {
        // where each cluster is one unit both sums are equal to the last bit, and V stays as it is
        sum[i][j] = covariance[i][j] + (ofClusters[i][j] - ofUnits[i][j]);
      }
    }
    return sum;
  }
}
