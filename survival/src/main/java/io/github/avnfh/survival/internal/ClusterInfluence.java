package io.github.avnfh.survival.internal;

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
  private final int[] rows;
  private final Tally tally;
  private final double[] cumulative;
  private final double[] jump;
  private final int[] rowOfPlace;

  /**
   * Prepares the influence of the rows of one group.
   *
   * @param columns the rows
   * @param rows the rows of the group
   * @param tally what happened to the rows of that group
   */
  public ClusterInfluence(Columns columns, int[] rows, Tally tally) {
    this(columns, rows, tally, false);
  }

  private ClusterInfluence(Columns columns, int[] rows, Tally tally, boolean ofHazard) {
    this.columns = columns;
    this.rows = rows;
    this.tally = tally;
    this.cumulative = new double[tally.size() + 1];
    this.jump = new double[tally.size()];
    for (int i = 0; i < jump.length; i++) {
      double atRisk = tally.atRisk()[i];
      double left = ofHazard ? atRisk : atRisk - tally.events()[i];
      jump[i] = left > 0 ? 1 / left : 0;
      cumulative[i + 1] = cumulative[i] + jump[i] * tally.events()[i] / atRisk;
    }
    this.rowOfPlace = rowOfPlace();
  }

  /**
   * Prepares the influence of the rows of one group on the cumulative hazard, the sum of h, in the
   * place of -log S: 1/(1-h) is then 1.
   *
   * @param columns the rows
   * @param rows the rows of the group
   * @param tally what happened to the rows of that group
   * @return the influence
   */
  public static ClusterInfluence ofHazard(Columns columns, int[] rows, Tally tally) {
    return new ClusterInfluence(columns, rows, tally, true);
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
   * Goes through the rows in the order in which they come and go.
   *
   * @return the variances of log S and the numbers of clusters at risk
   */
  public ClusterSweep sweep() {
    PlaceOrder goings = PlaceOrder.of(rows.length, tally.size(), i -> exitIndex(rows[i]));
    PlaceOrder comings = columns.hasEntries()
        ? PlaceOrder.of(rows.length, tally.size(), i -> entryIndex(rows[i]))
        : PlaceOrder.of(rows.length, tally.size(), i -> 0);
    ClusterSweep sweep = new ClusterSweep(columns.clusterCount(), tally.size());
    for (int i = 0; i < tally.size(); i++) {
      for (int next = comings.before(i); next < comings.before(i + 1); next++) {
        int row = rows[comings.row(next)];
        sweep.come(columns.cluster(row), columns.weight(row), cumulative[i]);
      }
      sweep.countAt(i);
      for (int next = goings.before(i); next < goings.before(i + 1); next++) {
        int row = rows[goings.row(next)];
        double own = columns.event(row) ? jump[i] : 0;
        sweep.go(columns.cluster(row), columns.weight(row), own - cumulative[i + 1]);
      }
      sweep.varianceAt(i, cumulative[i + 1]);
    }
    return sweep;
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
    for (int row : rows) {
      int exit = exitIndex(row);
      double own = columns.event(row) ? jump[exit] * derivative[exit] : 0;
      double change = drift[exit + 1] - drift[entryIndex(row)] - own;
      influence[columns.cluster(row)] += columns.weight(row) * change;
    }
    return influence;
  }
}
