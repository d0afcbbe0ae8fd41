package io.github.avnfh.survival.internal;

import io.github.avnfh.core.statistics.CompensatedSum;

/**
 * The variance of log S at every time, from sums over the clusters of a group while their rows
 * enter and leave.
 *
 * <p>A cluster holds G, what its rows that left have added, and m, the weight of its rows at risk.
 * The variance at A = A(t) is the sum over clusters of (G - mA)<sup>2</sup> = P - 2 A Q +
 * A<sup>2</sup> M with P, Q and M the sums of G<sup>2</sup>, Gm and m<sup>2</sup>: a row that
 * enters or leaves changes one term of each sum, so that its cost does not depend on the number of
 * clusters.
 */
public final class ClusterVariance {
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
  private final boolean hasSingletons;
  // what was added and taken away again leaves its rounding in the sum of squares
  private double largestSquare;
  private int clusters;
  private int clustersEver;

  /**
   * Begins with so many singletons: rows that share their cluster with no other, at risk from 0.
   */
  ClusterVariance(int clusterCount, int times, int singletons) {
    hasSingletons = singletons > 0;
    clusters = singletons;
    clustersEver = singletons;
    memberSquares.add(singletons);
    state = new double[CELLS * clusterCount];
    seen = new boolean[clusterCount];
    variances = new double[times];
    clustersAtRisk = new double[times];
  }

  /**
   * Returns the variance of log S at every time.
   *
   * @return the variances, infinite where weights are too large for a finite one; meaningless from
   *     the time on at which S is 0
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

  void enter(int cluster, double weight, double cumulative) {
    int cell = CELLS * cluster;
    clusters += state[cell + MEMBER_ROWS]++ == 0 ? 1 : 0;
    clustersEver += seen[cluster] ? 0 : 1;
    seen[cluster] = true;
    move(cell, weight * cumulative, weight);
  }

  void exit(int cluster, double weight, double perWeight) {
    int cell = CELLS * cluster;
    boolean last = --state[cell + MEMBER_ROWS] == 0;
    clusters -= last ? 1 : 0;
    // the weights of those who left may miss the sum of those who entered by rounding
    move(cell, weight * perWeight, last ? -state[cell + MEMBERS] : -weight);
  }

  boolean hasSingletons() {
    return hasSingletons;
  }

  /** Takes away singletons that weigh 1 and leave with the same constant. */
  void exitSingletons(double count, double constant) {
    clusters -= (int) count;
    // a singleton at risk has G = 0 and m = 1; when it leaves, m = 0 and G is what it keeps
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
    // only the terms of this cluster in P, Q and M change
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
