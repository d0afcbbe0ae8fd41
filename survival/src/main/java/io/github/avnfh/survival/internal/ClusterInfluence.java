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
  private static final int PLACES_PER_ROW = 4;

  private final ClusterRows members;
  private final Columns columns;
  private final int group;
  private final Tally tally;
  private final double[] cumulative;
  private final double[] jump;
  // weights are taken as multiples of a power of two, lest their squares overflow or vanish
  private final int exponent;

  /**
   * Prepares the influence of the rows of one group.
   *
   * @param members the rows of all groups
   * @param group the number of the group
   * @param tally what happened to the rows of that group
   */
  public ClusterInfluence(ClusterRows members, int group, Tally tally) {
    this(members, group, tally, false);
  }

  private ClusterInfluence(ClusterRows members, int group, Tally tally, boolean ofHazard) {
    this.members = members;
    this.columns = members.columns();
    this.group = group;
    this.tally = tally;
    this.cumulative = new double[tally.size() + 1];
    this.jump = new double[tally.size()];
    this.exponent = columns.isWeighted() ? Math.getExponent(tally.total()) : 0;
    for (int i = 0; i < jump.length; i++) {
      double atRisk = scaled(tally.atRisk()[i]);
      double events = scaled(tally.events()[i]);
      double left = ofHazard ? atRisk : atRisk - events;
      jump[i] = left > 0 ? 1 / left : 0;
      cumulative[i + 1] = cumulative[i] + jump[i] * events / atRisk;
    }
  }

  private double scaled(double weight) {
    return exponent == 0 ? weight : Math.scalb(weight, -exponent);
  }

  private double weight(int row) {
    return scaled(columns.weight(row));
  }

  /**
   * Prepares the influence of the rows of one group on the cumulative hazard, the sum of h, in the
   * place of -log S: 1/(1-h) is then 1.
   *
   * @param members the rows of all groups
   * @param group the number of the group
   * @param tally what happened to the rows of that group
   * @return the influence
   */
  public static ClusterInfluence ofHazard(ClusterRows members, int group, Tally tally) {
    return new ClusterInfluence(members, group, tally, true);
  }

  /**
   * Counts the clusters of the group at risk at any time.
   *
   * @param sweep the answer of {@link #sweep()}
   * @return the clusters as units
   */
  public RiskUnits units(ClusterSweep sweep) {
    return columns.hasEntries()
        ? RiskUnits.ofClusters(columns, members.rows(group), members.clusters(group))
        : RiskUnits.ofClusters(tally, sweep);
  }

  /** For each row the index of a time in the tally. */
  private interface RowIndex {
    int of(int row);
  }

  private RowIndex exitIndexes(int rows) {
    Exits exits = columns.exits();
    if (!exits.isByDay() || exits.grid().size() > (long) PLACES_PER_ROW * rows) {
      return row -> Tally.firstAfter(tally.times(), exits.time(row)) - 1;
    }
    int[] upTo = new int[exits.grid().size()];
    int next = 0;
    for (int place = 0; place < upTo.length; place++) {
      next += next < tally.size() && tally.times()[next] <= place ? 1 : 0;
      upTo[place] = next - 1;
    }
    return row -> upTo[exits.place(row)];
  }

  private int entryIndex(int row) {
    int entry = columns.entry(row);
    return entry == Columns.FROM_THE_START
        ? 0
        : Tally.firstAfter(tally.times(), columns.grid().time(entry));
  }

  /**
   * Goes through the rows in the order in which they come and go.
   *
   * @return the variances of log S and the numbers of clusters at risk
   */
  public ClusterSweep sweep() {
    int[] rows = members.rows(group);
    int[] clusters = members.clusters(group);
    RowIndex exitIndex = exitIndexes(rows.length);
    PlaceOrder goings = PlaceOrder.of(rows.length, tally.size(), i -> exitIndex.of(rows[i]));
    PlaceOrder comings = columns.hasEntries()
        ? PlaceOrder.of(rows.length, tally.size(), i -> entryIndex(rows[i]))
        : PlaceOrder.of(rows.length, tally.size(), i -> 0);
    ClusterSweep sweep =
        new ClusterSweep(largest(clusters) + 1, tally.size(), tally.rows() - rows.length);
    for (int i = 0; i < tally.size(); i++) {
      for (int next = comings.before(i); next < comings.before(i + 1); next++) {
        int member = comings.row(next);
        sweep.come(clusters[member], weight(rows[member]), cumulative[i]);
      }
      sweep.countAt(i);
      double events = tally.events()[i];
      double censored = tally.censored()[i];
      for (int next = goings.before(i); next < goings.before(i + 1); next++) {
        int member = goings.row(next);
        boolean event = columns.event(rows[member]);
        double own = event ? jump[i] : 0;
        sweep.go(clusters[member], weight(rows[member]), own - cumulative[i + 1]);
        events -= event ? 1 : 0;
        censored -= event ? 0 : 1;
      }
      if (sweep.hasSingles()) {
        sweep.goAlone(events, jump[i] - cumulative[i + 1]);
        sweep.goAlone(censored, -cumulative[i + 1]);
      }
      sweep.varianceAt(i, cumulative[i + 1]);
    }
    return sweep;
  }

  private static int largest(int[] clusters) {
    int largest = -1;
    for (int cluster : clusters) {
      largest = Math.max(largest, cluster);
    }
    return largest;
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
    RowIndex exitIndex = exitIndexes(columns.rows());
    for (int row = 0; row < columns.rows(); row++) {
      if (columns.group(row) == group) {
        int exit = exitIndex.of(row);
        double own = columns.event(row) ? jump[exit] * derivative[exit] : 0;
        double change = drift[exit + 1] - drift[entryIndex(row)] - own;
        influence[columns.cluster(row)] += weight(row) * change;
      }
    }
    return influence;
  }
}
