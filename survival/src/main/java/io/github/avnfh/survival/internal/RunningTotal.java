package io.github.avnfh.survival.internal;

/**
 * The sum of terms that come and go, without ever subtracting.
 *
 * <p>A binary tree over the terms holds the sum of both branches in each node. To take a term away
 * puts 0 in its leaf and adds up the nodes above anew, so that no large term leaves its rounding
 * behind: the relative error stays below one unit in the last place for each level of the tree.
 */
public final class RunningTotal {
  private final double[] sums;
  private final int leaves;

  /**
   * Begins with terms that are all 0.
   *
   * @param terms the number of terms
   */
  public RunningTotal(int terms) {
    this.leaves = Math.max(1, terms);
    this.sums = new double[2 * leaves];
  }

  /**
   * Sets a term.
   *
   * @param term the number of the term, from 0
   * @param value its value, 0 or more
   */
  public void set(int term, double value) {
    int node = leaves + term;
    sums[node] = value;
    for (node >>= 1; node > 0; node >>= 1) {
      sums[node] = sums[2 * node] + sums[2 * node + 1];
    }
  }

  /**
   * Returns the sum.
   *
   * @return the sum of all terms
   */
  public double total() {
    return sums[1];
  }
}
