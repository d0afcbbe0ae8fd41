package io.github.avnfh.survival.internal;

import io.github.avnfh.core.statistics.CompensatedSum;

/** What the clusters of a group add up to while their rows come and go. */
public final class ClusterSweep {
  /** How many units in the last place of its terms a difference may be off. */
  private static final int LOST_DIGITS = 16;

  private static final int CELLS = 3;
  private static final int CONSTANT = 0;
  private static final int MEMBERS = 1;
  private static final int MEMBER_ROWS = 2;

  // the three cells of a cluster lie side by side, since clusters come in any order
  private final double[] state;
  private final CompensatedSum squares = new CompensatedSum();
  private final CompensatedSum products = new CompensatedSum();
  private final CompensatedSum memberSquares = new CompensatedSum();
  private final double[] variances;
  private final double[] clustersAtRisk;
  private final boolean[] seen;
  private final boolean hasSingles;
  // what was added and taken away again leaves its rounding in the sum of squares
  private double largestSquare;
  private int clusters;
  private int clustersEver;

  /** Begins with so many rows that are clusters of their own, at risk from the start. */
  ClusterSweep(int clusterCount, int times, int singles) {
    hasSingles = singles > 0;
    clusters = singles;
    clustersEver = singles;
    memberSquares.add(singles);
    state = new double[CELLS * clusterCount];
    seen = new boolean[clusterCount];
    variances = new double[times];
    clustersAtRisk = new double[times];
  }

  /**
   * Returns the variance of log S at every time.
   *
   * @return the variances, infinite where weights out of all proportion leave no number;
   *     meaningless from the time on at which S is 0
   */
  public double[] variances() {
    return variances;
  }

  /**
   * Returns how many clusters had a row at risk at every time.
   *
   * @return the numbers of clusters
   */
  public double[] clustersAtRisk() {
    return clustersAtRisk;
  }

  /**
   * Counts the clusters that had a row at all.
   *
   * @return the number of clusters
   */
  public int clusters() {
    return clustersEver;
  }

  void come(int cluster, double weight, double cumulative) {
    int cell = CELLS * cluster;
    clusters += state[cell + MEMBER_ROWS]++ == 0 ? 1 : 0;
    clustersEver += seen[cluster] ? 0 : 1;
    seen[cluster] = true;
    move(cell, weight * cumulative, weight);
  }

  void go(int cluster, double weight, double perWeight) {
    int cell = CELLS * cluster;
    boolean last = --state[cell + MEMBER_ROWS] == 0;
    clusters -= last ? 1 : 0;
    // the weights of those who left may miss the sum of those who came by rounding
    move(cell, weight * perWeight, last ? -state[cell + MEMBERS] : -weight);
  }

  boolean hasSingles() {
    return hasSingles;
  }

  /** Lets rows go that are clusters of their own, weigh 1 and leave with the same constant. */
  void goAlone(double count, double constant) {
    clusters -= (int) count;
    squares.add(count * (constant * constant));
    memberSquares.add(-count);
  }

  private void move(int cell, double toConstant, double toMembers) {
    double g = state[cell + CONSTANT];
    double m = state[cell + MEMBERS];
    double newG = g + toConstant;
    double newM = m + toMembers;
    state[cell + CONSTANT] = newG;
    state[cell + MEMBERS] = newM;
    largestSquare = Math.max(largestSquare, newG * newG);
    squares.add(newG * newG - g * g);
    products.add(newG * newM - g * m);
    memberSquares.add(newM * newM - m * m);
  }

  void countAt(int index) {
    clustersAtRisk[index] = clusters;
  }

  void varianceAt(int index, double cumulative) {
    double cross = 2 * cumulative * products.value();
    double members = cumulative * cumulative * memberSquares.value();
    double quadratic = squares.value() - cross + members;
    // what is left of equal terms is rounding, whose root would look like an error
    double rounding =
        LOST_DIGITS * Math.ulp(largestSquare + squares.value() + Math.abs(cross) + members);
    variances[index] = quadratic <= Double.MAX_VALUE
        ? quadratic > rounding ? quadratic : 0
        : Double.POSITIVE_INFINITY;
  }
}
