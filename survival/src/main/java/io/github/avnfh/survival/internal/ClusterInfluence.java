package io.github.avnfh.survival.internal;

import java.util.Arrays;

/**
 * What each cluster, such as a patient with two hips, contributes to the error of a survival curve:
 * the infinitesimal jackknife, grouped by cluster.
 *
 * <p>With d events among Y at risk, let h = d/Y, A(t) the sum of h/(Y(1-h)) up to t, and J(t) =
 * 1/(Y(1-h)). A row that is at risk after e and leaves at T moves -log S(t) by its weight times
 * A(e) - A(t) while it is at risk, and by A(e) - A(T) + J(T) afterwards if it had the event,
 * without J(T) if not. A cluster's sum is therefore G - m A(t), where G is constant and m the
 * weight of its members at risk, and the variance of log S(t) is P - 2 A Q + A<sup>2</sup> M with
 * P, Q and M the sums of G<sup>2</sup>, Gm and m<sup>2</sup>. These change only when a row comes or
 * goes, so all times together take time in proportion to the rows. With clusters of one row and
 * without delayed entry the result is Greenwood's.
 */
public final class ClusterInfluence {
  private final Columns columns;
  private final int group;
  private final Tally tally;
  private final double[] cumulative;
  private final double[] jump;
  private final int[] rowOfPlace;

  /**
   * Prepares the influence of the rows of one group.
   *
   * @param columns the rows
   * @param group the group
   * @param tally what happened to the rows of that group
   */
  public ClusterInfluence(Columns columns, int group, Tally tally) {
    this.columns = columns;
    this.group = group;
    this.tally = tally;
    this.cumulative = new double[tally.size() + 1];
    this.jump = new double[tally.size()];
    for (int i = 0; i < jump.length; i++) {
      double atRisk = tally.atRisk()[i];
      double left = atRisk - tally.events()[i];
      jump[i] = left > 0 ? 1 / left : 0;
      cumulative[i + 1] = cumulative[i] + jump[i] * tally.events()[i] / atRisk;
    }
    this.rowOfPlace = rowOfPlace();
  }

  /** For each place of the grid, how many times of the tally do not lie after it. */
  private int[] rowOfPlace() {
    int[] upTo = new int[columns.grid().size()];
    int next = 0;
    for (int place = 0; place < upTo.length; place++) {
      if (next < tally.size() && tally.times()[next] <= columns.grid().time(place)) {
        next++;
      }
      upTo[place] = next;
    }
    return upTo;
  }

  private int entryIndex(int row) {
    int entry = columns.entry(row);
    return entry == Columns.FROM_THE_START ? 0 : rowOfPlace[entry];
  }

  private int exitIndex(int row) {
    return rowOfPlace[columns.exit(row)] - 1;
  }

  /**
   * Returns the variance of log S at every time of the tally.
   *
   * @return the variances; meaningless from the time on at which S is 0
   */
  public double[] variances() {
    return new Sweep().variances();
  }

  /**
   * Counts the clusters with a row at risk at every time of the tally.
   *
   * @return the number of clusters
   */
  public double[] clustersAtRisk() {
    Sweep sweep = new Sweep();
    sweep.variances();
    return sweep.clustersAtRisk;
  }

  /**
   * Counts the clusters that have a row in the group.
   *
   * @return the number of clusters
   */
  public int clusters() {
    boolean[] seen = new boolean[columns.clusterCount()];
    int count = 0;
    for (int row = 0; row < columns.rows(); row++) {
      if (columns.group(row) == group && !seen[columns.cluster(row)]) {
        seen[columns.cluster(row)] = true;
        count++;
      }
    }
    return count;
  }

  /**
   * Returns each cluster's influence on a quantity whose derivative by log S at every time is
   * known.
   *
   * @param derivative the derivative by a change of log S from that time on, one for each time of
   *     the tally
   * @return the influence of each cluster of the data set, 0 for clusters outside the group
   */
  public double[] byCluster(double[] derivative) {
    double[] drift = new double[tally.size() + 1];
    for (int i = 0; i < tally.size(); i++) {
      drift[i + 1] = drift[i] + (cumulative[i + 1] - cumulative[i]) * derivative[i];
    }
    double[] influence = new double[columns.clusterCount()];
    for (int row = 0; row < columns.rows(); row++) {
      if (columns.group(row) == group) {
        int exit = exitIndex(row);
        double own = columns.event(row) ? jump[exit] * derivative[exit] : 0;
        double change = drift[exit + 1] - drift[entryIndex(row)] - own;
        influence[columns.cluster(row)] += columns.weight(row) * change;
      }
    }
    return influence;
  }

  /** One pass over the rows in the order in which they come and go. */
  private final class Sweep {
    private final double[] constant = new double[columns.clusterCount()];
    private final double[] members = new double[columns.clusterCount()];
    private final int[] memberRows = new int[columns.clusterCount()];
    private final CompensatedSum squares = new CompensatedSum();
    private final CompensatedSum products = new CompensatedSum();
    private final CompensatedSum memberSquares = new CompensatedSum();
    private final double[] clustersAtRisk = new double[tally.size()];
    private int clusters;

    double[] variances() {
      int[] comings = order(true);
      int[] goings = order(false);
      double[] variances = new double[tally.size()];
      int coming = 0;
      int going = 0;
      for (int i = 0; i < variances.length; i++) {
        for (; coming < comings.length && entryIndex(comings[coming]) <= i; coming++) {
          come(comings[coming], i);
        }
        clustersAtRisk[i] = clusters;
        for (; going < goings.length && exitIndex(goings[going]) <= i; going++) {
          go(goings[going], i);
        }
        double a = cumulative[i + 1];
        variances[i] =
            Math.max(0, squares.value() - 2 * a * products.value() + a * a * memberSquares.value());
      }
      return variances;
    }

    private int[] order(boolean byEntry) {
      int[] ofGroup = new int[tally.rows()];
      int count = 0;
      for (int row : PlaceOrder.of(
          columns.rows(), columns.grid().size(), byEntry ? columns::entry : columns::exit)) {
        if (columns.group(row) == group) {
          ofGroup[count++] = row;
        }
      }
      return Arrays.copyOf(ofGroup, count);
    }

    private void come(int row, int index) {
      int cluster = columns.cluster(row);
      clusters += memberRows[cluster]++ == 0 ? 1 : 0;
      move(cluster, columns.weight(row) * cumulative[index], columns.weight(row));
    }

    private void go(int row, int index) {
      int cluster = columns.cluster(row);
      double own = columns.event(row) ? jump[index] : 0;
      memberRows[cluster]--;
      clusters -= memberRows[cluster] == 0 ? 1 : 0;
      double left = memberRows[cluster] == 0 ? -members[cluster] : -columns.weight(row);
      move(cluster, columns.weight(row) * (own - cumulative[index + 1]), left);
    }

    private void move(int cluster, double toConstant, double toMembers) {
      double g = constant[cluster];
      double m = members[cluster];
      double newG = g + toConstant;
      double newM = m + toMembers;
      constant[cluster] = newG;
      members[cluster] = newM;
      squares.add(newG * newG - g * g);
      products.add(newG * newM - g * m);
      memberSquares.add(newM * newM - m * m);
    }
  }
}
