package io.github.avnfh.survival.internal;

import io.github.avnfh.core.evidence.Citation;
import java.util.function.IntUnaryOperator;

/**
 * The infinitesimal jackknife of a survival curve, grouped by cluster: what each cluster, such as a
 * patient with two hips, contributes to its error.
 *
 * <p>With d events among Y at risk, let h = d/Y, A(t) the sum of h/(Y(1-h)) up to t, and J(t) =
 * 1/(Y(1-h)). A row that is at risk after e and leaves at T moves -log S(t) by its weight times
 * A(e) - A(t) while it is at risk, and by A(e) - A(T) + J(T) afterwards if it had the event,
 * without J(T) if not. A cluster's sum is therefore G - m A(t), where G is constant and m the
 * weight of its members at risk, and the variance of log S(t) is P - 2 A Q + A<sup>2</sup> M with
 * P, Q and M the sums of G<sup>2</sup>, Gm and m<sup>2</sup>. These change only when a row enters
 * or leaves, so all times together take time in proportion to the rows. With clusters of one row
 * and without delayed entry the result is Greenwood's.
 */
public final class ClusterJackknife {
  /** Cites R's package survival, whose documents say how clusters are allowed for. */
  public static final Citation SOURCE = Citation.of(
      "Therneau TM",
      "A package for survival analysis in R",
      "cran.r-project.org/package=survival, version 3.5-3");

  private static final int PLACES_PER_ROW = 4;

  private final Rows members;
  private final SurvivalColumns columns;
  private final int group;
  private final EventTable table;
  private final double[] cumulative;
  private final double[] jump;
  // weights are taken as multiples of a power of two, lest their squares overflow or vanish
  private final int exponent;

  /**
   * Prepares the influence of the rows of one group.
   *
   * @param members the rows of all groups
   * @param group the number of the group
   * @param table what happened to the rows of that group
   */
  public ClusterJackknife(Rows members, int group, EventTable table) {
    this(members, group, table, false);
  }

  private ClusterJackknife(Rows members, int group, EventTable table, boolean ofHazard) {
    this.members = members;
    this.columns = members.columns();
    this.group = group;
    this.table = table;
    this.cumulative = new double[table.size() + 1];
    this.jump = new double[table.size()];
    this.exponent = columns.isWeighted() ? Math.getExponent(table.total()) : 0;
    // A(t) and J(t), or for the hazard the sum of h/Y and 1/Y
    for (int i = 0; i < jump.length; i++) {
      double atRisk = scaled(table.atRisk()[i]);
      double events = scaled(table.events()[i]);
      double left = ofHazard ? atRisk : atRisk - events;
      // J = 1 / (Y (1 - d / Y)) = 1 / (Y - d), and A grows by h J = (d / Y) J
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
   * @param table what happened to the rows of that group
   * @return the influence
   */
  public static ClusterJackknife ofHazard(Rows members, int group, EventTable table) {
    return new ClusterJackknife(members, group, table, true);
  }

  /**
   * Counts the clusters of the group at risk at any time.
   *
   * @param variance the answer of {@link #variance()}
   * @return the clusters as units
   */
  public UnitsAtRisk units(ClusterVariance variance) {
    return columns.hasEntries()
        ? UnitsAtRisk.ofClusters(columns, members.rows(group), members.clusters(group))
        : UnitsAtRisk.ofClusters(table, variance);
  }

  /** For each row the index of the last time of the table up to its exit. */
  private IntUnaryOperator exitIndexes(int rows) {
    TimeGrid grid = columns.grid();
    if (grid.size() > (long) PLACES_PER_ROW * rows) {
      return row -> TimeGrid.firstAfter(table.times(), grid.time(columns.exit(row))) - 1;
    }
    int[] upTo = new int[grid.size()];
    int next = 0;
    for (int place = 0; place < upTo.length; place++) {
      next += next < table.size() && table.times()[next] <= grid.time(place) ? 1 : 0;
      // the place of each time among those of this group, found once for all rows
      upTo[place] = next - 1;
    }
    return row -> upTo[columns.exit(row)];
  }

  private int entryIndex(int row) {
    int entry = columns.entry(row);
    return entry == TimeGrid.FROM_THE_START
        ? 0
        : TimeGrid.firstAfter(table.times(), columns.grid().time(entry));
  }

  /**
   * Goes through the rows in the order in which they enter and leave.
   *
   * @return the variances of log S and the numbers of clusters at risk
   */
  public ClusterVariance variance() {
    int[] rows = members.rows(group);
    int[] clusters = members.clusters(group);
    IntUnaryOperator exitIndex = exitIndexes(rows.length);
    RadixSort.Buckets exits =
        RadixSort.Buckets.of(rows.length, table.size(), i -> exitIndex.applyAsInt(rows[i]));
    RadixSort.Buckets entries = columns.hasEntries()
        ? RadixSort.Buckets.of(rows.length, table.size(), i -> entryIndex(rows[i]))
        : RadixSort.Buckets.of(rows.length, table.size(), i -> 0);
    ClusterVariance variance =
        new ClusterVariance(largest(clusters) + 1, table.size(), table.rows() - rows.length);
    for (int i = 0; i < table.size(); i++) {
      for (int next = entries.before(i); next < entries.before(i + 1); next++) {
        int member = entries.row(next);
        // G += w A(e), m += w
        variance.enter(clusters[member], weight(rows[member]), cumulative[i]);
      }
      variance.countAt(i);
      // what is left of the counts of a time once the followed rows are taken away are singletons
      double events = table.events()[i];
      double censored = table.censored()[i];
      for (int next = exits.before(i); next < exits.before(i + 1); next++) {
        int member = exits.row(next);
        boolean event = columns.event(rows[member]);
        // G += w (J(T) - A(T)), m -= w
        double atEvent = event ? jump[i] : 0;
        variance.exit(clusters[member], weight(rows[member]), atEvent - cumulative[i + 1]);
        events -= event ? 1 : 0;
        censored -= event ? 0 : 1;
      }
      if (variance.hasSingletons()) {
        variance.exitSingletons(events, jump[i] - cumulative[i + 1]);
        variance.exitSingletons(censored, -cumulative[i + 1]);
      }
      variance.varianceAt(i, cumulative[i + 1]);
    }
    return variance;
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
   *     the table
   * @return the influence of each cluster of the data set, 0 for clusters outside the group
   */
  public double[] byCluster(double[] derivative) {
    double[] drift = new double[table.size() + 1];
    for (int i = 0; i < table.size(); i++) {
      // sum over times of (dQ / d log S) dA: a row at risk moves log S up by w dA at each time, and
      // down by w J at its event
      drift[i + 1] = drift[i] + (cumulative[i + 1] - cumulative[i]) * derivative[i];
    }
    double[] influence = new double[columns.clusterCount()];
    IntUnaryOperator exitIndex = exitIndexes(columns.rows());
    for (int row = 0; row < columns.rows(); row++) {
      if (columns.group(row) == group) {
        int exit = exitIndex.applyAsInt(row);
        double atEvent = columns.event(row) ? jump[exit] * derivative[exit] : 0;
        double change = drift[exit + 1] - drift[entryIndex(row)] - atEvent;
        influence[columns.cluster(row)] += weight(row) * change;
      }
    }
    return influence;
  }

  /** The rows of each group that are followed one by one: where all weigh 1, those that share. */
  public static final class Rows {
    private static final long BITS_PER_ROW = 64;

    private final SurvivalColumns columns;
    private final SharedClusters followed;

    /**
     * Finds the rows.
     *
     * @param columns the rows of all groups, which belong to clusters
     * @param groups the number of groups
     */
    public Rows(SurvivalColumns columns, int groups) {
      this.columns = columns;
      int size = columns.rows();
      int clusters = columns.clusterCount();
      boolean alike = !columns.isWeighted() && !columns.hasEntries();
      this.followed = alike && (long) groups * clusters <= BITS_PER_ROW * size
          ? SharedClusters.of(size, groups, clusters, columns::group, columns::cluster)
          : SharedClusters.all(size, groups, columns::group, columns::cluster);
    }

    SurvivalColumns columns() {
      return columns;
    }

    /** The rows of a group that have to be followed. */
    int[] rows(int group) {
      return followed.rows(group);
    }

    /** The cluster of each of these rows, numbered within the group. */
    int[] clusters(int group) {
      return followed.clusters(group);
    }
  }
}
