package io.github.avnfh.survival.competing;

import io.github.avnfh.core.statistics.CompensatedSum;
import io.github.avnfh.survival.internal.TimeGrid;
import java.util.Arrays;

/**
 * The variance of a cumulative incidence at each time: the infinitesimal jackknife, grouped by
 * cluster.
 *
 * <p>With d events of any kind and c of this one among Y at risk, let h = d/Y, S(t-) the proportion
 * free of any event just before t, J(t) = 1/(Y(1-h)), and up to t A the sum of hJ, F that of
 * S(t-)c/Y, and X that of (A(t-) - 1/Y)S(t-)c/Y. A row that enters at e and leaves at T moves F(t),
 * by its weight, by X(t)-X(e) - A(e)(F(t)-F(e)) while it is at risk. Afterwards this stays as it
 * was at T, with S(T-)/Y more if it had the event of this kind, and grows by (A(T)-A(e)-J(T))
 * (F(t)-F(T)), without J(T) if it was censored. A cluster's sum is therefore K + N X + Q F, where
 * K, N and Q change only when a row comes or goes, and the sum of squares over clusters has six
 * moments that are kept up with them: all times together take time in proportion to the rows, and
 * rows that are known by their counts alone take time in proportion to the times.
 */
final class IncidenceSweep {
  /** How many units in the last place of its terms a difference may be off. */
  private static final int LOST_DIGITS = 64;

  private static final int CELLS = 3;
  private static final int MEMBERS_SQUARED = 3;

  private final GroupRows rows;
  private final GroupMembers members;
  private final CauseTable table;
  private final int cause;
  // the rows that are followed, by their number, and the number of the cluster of each
  private final int[] followed;
  private final int[] clusterOf;
  private final double[] state;
  private final CompensatedSum[] moments = new CompensatedSum[CELLS * (CELLS + 1) / 2];
  // what was added and taken away again leaves its rounding in a sum
  private final double[] largest = new double[moments.length];

  private IncidenceSweep(
      GroupRows rows, CauseTable table, int cause, int[] followed, int[] clusterOf, int clusters) {
    this(rows, rows.members(), table, cause, followed, clusterOf, clusters);
  }

  private IncidenceSweep(
      GroupRows rows,
      GroupMembers members,
      CauseTable table,
      int cause,
      int[] followed,
      int[] clusterOf,
      int clusters) {
    this.rows = rows;
    this.members = members;
    this.table = table;
    this.cause = cause;
    this.followed = followed;
    this.clusterOf = clusterOf;
    this.state = new double[clusters * CELLS];
    Arrays.setAll(moments, i -> new CompensatedSum());
  }

  /** The variance after each time, of rows in their clusters. */
  static double[] byCluster(GroupRows rows, CauseTable table, int cause) {
    return new IncidenceSweep(
            rows, table, cause, rows.followed(), rows.clusterNumbers(), rows.followedClusters())
        .run();
  }

  /** The variance after each time, of rows that are taken as independent. */
  static double[] byRow(GroupRows rows, CauseTable table, int cause) {
    int[] followed = rows.isAlike() ? new int[0] : rows.followed();
    return new IncidenceSweep(rows, table, cause, followed, followed, followed.length).run();
  }

  /** A sweep that is asked for the influence of each member of the group. */
  private static IncidenceSweep ofEveryone(GroupRows rows, CauseTable table, int cause) {
    return new IncidenceSweep(rows, rows.everyone(), table, cause, new int[0], new int[0], 0);
  }

  /** Adds the influence of each member on the incidence after the time with that index. */
  static void addInfluences(
      GroupRows rows, CauseTable table, int cause, int index, double[] byCluster) {
    IncidenceSweep sweep = ofEveryone(rows, table, cause);
    double slope = table.slope(index + 1);
    double incidence = table.incidence(index + 1);
    double[] change = new double[CELLS];
    for (int i = 0; i < sweep.members.size(); i++) {
      if (sweep.members.entry(i) <= index) {
        sweep.come(i, change);
        double sum = change[0] + change[1] * slope + change[2] * incidence;
        if (sweep.members.exit(i) <= index) {
          sweep.go(i, sweep.members.exit(i), change);
          sum += change[0] + change[1] * slope + change[2] * incidence;
        }
        byCluster[sweep.members.cluster(i)] += sum;
      }
    }
  }

  /**
   * Adds the influence of each member on the area under the incidence up to a time: what a member
   * moves at a time is made of 1, X and F, and so is the area of their areas.
   */
  static void addAreaInfluences(
      GroupRows rows, CauseTable table, int cause, double until, double[] byCluster) {
    IncidenceSweep sweep = ofEveryone(rows, table, cause);
    double[][] areas = areas(rows.times(), table, until);
    double[] end = areas[areas.length - 1];
    double[] change = new double[CELLS];
    for (int i = 0; i < sweep.members.size(); i++) {
      byCluster[sweep.members.cluster(i)] += sweep.areaInfluence(i, areas, end, change);
    }
  }

  /** The variance of the area under the incidence up to a time, of rows taken as independent. */
  static double areaVariance(GroupRows rows, CauseTable table, int cause, double until) {
    if (!rows.isAlike()) {
      return new IncidenceSweep(rows, table, cause, new int[0], new int[0], 0)
          .areaVarianceOfMembers(areas(rows.times(), table, until));
    }
    IncidenceSweep sweep = new IncidenceSweep(rows, table, cause, new int[0], new int[0], 0);
    double[][] areas = areas(rows.times(), table, until);
    double[] end = areas[areas.length - 1];
    double[] change = {0, 1, 0};
    double whole = area(change, areas[0], end);
    double left = rows.size();
    double variance = 0;
    for (int i = 0; i < areas.length - 1; i++) {
      for (int outcome = 0; outcome < GroupMembers.OUTCOMES; outcome++) {
        double count = rows.sums(outcome)[i];
        sweep.go(outcome, 1, i, change);
        // rows alike but for their end: counted by end, each with what its end changes
        double influence = whole + area(change, areas[i], end);
        variance += count * influence * influence;
        left -= count;
      }
    }
    return variance + left * whole * whole;
  }

  private double areaVarianceOfMembers(double[][] areas) {
    double[] end = areas[areas.length - 1];
    double[] change = new double[CELLS];
    double variance = 0;
    for (int i = 0; i < members.size(); i++) {
      double influence = areaInfluence(i, areas, end, change);
      variance += influence * influence;
    }
    return variance;
  }

  private double areaInfluence(int i, double[][] areas, double[] end, double[] change) {
    come(i, change);
    double sum = area(change, areas[Math.min(members.entry(i), areas.length - 1)], end);
    if (members.exit(i) < areas.length - 1) {
      go(i, members.exit(i), change);
      sum += area(change, areas[members.exit(i)], end);
    }
    return sum;
  }

  private static double area(double[] change, double[] from, double[] to) {
    double sum = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      sum += change[cell] * (to[cell] - from[cell]);
    }
    return sum;
  }

  /** The areas of 1, X and F up to each time before the given one, and up to that. */
  static double[][] areas(double[] times, CauseTable table, double until) {
    int size = TimeGrid.firstAtOrAfter(times, until);
    double[][] areas = new double[size + 1][CELLS];
    for (int i = 0; i <= size; i++) {
      double from = i == 0 ? 0 : times[i - 1];
      double length = (i == size ? until : times[i]) - from;
      double[] before = i == 0 ? new double[CELLS] : areas[i - 1];
      // X and F are steps: the area of a stretch is its length times the value before its end
      areas[i][0] = before[0] + length;
      areas[i][1] = before[1] + length * table.slope(i);
      areas[i][2] = before[2] + length * table.incidence(i);
    }
    return areas;
  }

  private double[] run() {
    int[] comings = rows.isAlike() ? new int[0] : members.inOrderOfEntry(followed, table.size());
    int[] goings = followed.length == 0 ? followed : rows.followedByExit();
    double[][] alone = alone();
    double[] change = new double[CELLS];
    double[] variances = new double[table.size()];
    int come = 0;
    int go = 0;
    for (int i = 0; i < variances.length; i++) {
      for (; come < comings.length && members.entry(comings[come]) <= i; come++) {
        come(comings[come], change);
        move(clusterOf[comings[come]], change);
      }
      for (; go < goings.length && members.exit(goings[go]) == i; go++) {
        go(goings[go], i, change);
        move(clusterOf[goings[go]], change);
      }
      for (int outcome = 0; outcome < alone.length; outcome++) {
        goAlone(alone[outcome][i], outcome, i, change);
      }
      variances[i] = varianceAfter(i);
    }
    return variances;
  }

  /** How many rows that are not followed leave at each time, by outcome. */
  private double[][] alone() {
    if (!rows.isAlike()) {
      return new double[0][];
    }
    double[][] alone = new double[GroupMembers.OUTCOMES][];
    Arrays.setAll(alone, outcome -> rows.sums(outcome).clone());
    for (int i : followed) {
      alone[members.outcome(i)][members.exit(i)]--;
    }
    moments[MEMBERS_SQUARED].add(rows.size() - followed.length);
    largest[MEMBERS_SQUARED] = 1;
    // from the start nothing has happened yet: K and Q are 0, and N is the rows of a cluster
    for (int i : followed) {
      state[clusterOf[i] * CELLS + 1]++;
    }
    for (int cell = 1; cell < state.length; cell += CELLS) {
      double square = state[cell] * state[cell];
      moments[MEMBERS_SQUARED].add(square);
      largest[MEMBERS_SQUARED] = Math.max(largest[MEMBERS_SQUARED], square);
    }
    return alone;
  }

  private void come(int row, double[] change) {
    int from = members.entry(row);
    double weight = members.weight(row);
    double hazard = table.hazard(from);
    // X(t) - X(e) - A(e) (F(t) - F(e)): K += A(e) F(e) - X(e), N += 1, Q -= A(e)
    change[0] = weight * (hazard * table.incidence(from) - table.slope(from));
    change[1] = weight;
    change[2] = -weight * hazard;
  }

  private void go(int row, int index, double[] change) {
    go(members.outcome(row), members.weight(row), index, change);
  }

  private void go(int outcome, double weight, int index, double[] change) {
    double jump = outcome == GroupMembers.CENSORED ? 0 : table.jump(index);
    double own = outcome == cause ? table.perRow(index) : 0;
    // from T on X(T) + S(T-)/Y + (A(T) - J) (F(t) - F(T)) in the place of X(t), for any e
    double added = table.hazard(index + 1) - jump;
    change[0] = weight * (own + table.slope(index + 1) - added * table.incidence(index + 1));
    change[1] = -weight;
    change[2] = weight * added;
  }

  /** Lets rows go that came at the start, weigh 1 and share no cluster. */
  private void goAlone(double count, int outcome, int index, double[] change) {
    if (count > 0) {
      go(outcome, 1, index, change);
      // such a row had K = 0, N = 1 and Q = 0: what it leaves is K and Q of its exit
      change[1] = 0;
      moments[MEMBERS_SQUARED].add(-count);
      count(change, count);
    }
  }

  private void move(int cluster, double[] change) {
    int cell = cluster * CELLS;
    int moment = 0;
    for (int i = 0; i < CELLS; i++) {
      for (int j = i; j < CELLS; j++) {
        // only the products of this cluster change in each moment
        double before = state[cell + i] * state[cell + j];
        double after = (state[cell + i] + change[i]) * (state[cell + j] + change[j]);
        largest[moment] = Math.max(largest[moment], Math.abs(after));
        moments[moment++].add(after - before);
      }
    }
    for (int i = 0; i < CELLS; i++) {
      state[cell + i] += change[i];
    }
  }

  private void count(double[] cells, double times) {
    int moment = 0;
    for (int i = 0; i < CELLS; i++) {
      for (int j = i; j < CELLS; j++) {
        double term = cells[i] * cells[j];
        largest[moment] = Math.max(largest[moment], Math.abs(term));
        moments[moment++].add(times * term);
      }
    }
  }

  private double varianceAfter(int index) {
    double[] factors = {1, table.slope(index + 1), table.incidence(index + 1)};
    double sum = 0;
    double size = 0;
    int moment = 0;
    for (int i = 0; i < CELLS; i++) {
      for (int j = i; j < CELLS; j++) {
        // sum over clusters of (K + N X + Q F)^2, by its six moments
        int times = i == j ? 1 : 2;
        double factor = times * factors[i] * factors[j];
        double term = factor * moments[moment].value();
        sum += term;
        size += Math.abs(term) + Math.abs(factor) * largest[moment++];
      }
    }
    // what is left of equal terms is rounding, whose root would look like an error
    return size <= Double.MAX_VALUE
        ? sum > LOST_DIGITS * Math.ulp(size) ? sum : 0
        : Double.POSITIVE_INFINITY;
  }
}
