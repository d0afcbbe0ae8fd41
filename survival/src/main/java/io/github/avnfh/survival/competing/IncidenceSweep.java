package io.github.avnfh.survival.competing;

import io.github.avnfh.core.statistics.CompensatedSum;
import io.github.avnfh.survival.EventStatus;
import java.util.Arrays;

/**
 * The variance of a cumulative incidence at each time: the infinitesimal jackknife, grouped by
 * cluster.
 *
 * <p>With d events of any kind and c of this one among Y at risk, let h = d/Y, S(t-) the share that
 * is free of any event just before t, J(t) = 1/(Y(1-h)), and up to t A the sum of hJ, F that of
 * S(t-)c/Y, and X that of (A(t-) - 1/Y)S(t-)c/Y. A row that enters at e and leaves at T moves F(t),
 * by its weight, by X(t)-X(e) - A(e)(F(t)-F(e)) while it is at risk. Afterwards this stays as it
 * was at T, with S(T-)/Y more if it had the event of this kind, and grows by (A(T)-A(e)-J(T))
 * (F(t)-F(T)), without J(T) if it was censored. A cluster's sum is therefore K + N X + Q F, where
 * K, N and Q change only when a row comes or goes, and the sum of squares over clusters has six
 * moments that are kept up with them: all times together take time in proportion to the rows.
 */
final class IncidenceSweep {
  /** How many units in the last place of its terms a difference may be off. */
  private static final int LOST_DIGITS = 64;

  private static final int CELLS = 3;

  private final GroupRows rows;
  private final CauseTable table;
  private final EventStatus cause;
  private final int[] clusters;
  private final double[][] state;
  private final CompensatedSum[] moments = new CompensatedSum[CELLS * (CELLS + 1) / 2];
  // what was added and taken away again leaves its rounding in a sum
  private final double[] largest = new double[moments.length];

  private IncidenceSweep(GroupRows rows, EventStatus cause, int[] clusters) {
    this.rows = rows;
    this.table = new CauseTable(rows, cause);
    this.cause = cause;
    this.clusters = clusters;
    this.state = new double[Arrays.stream(clusters).max().orElse(0) + 1][CELLS];
    Arrays.setAll(moments, i -> new CompensatedSum());
  }

  /** The variance after each time, of rows in these clusters. */
  static double[] variances(GroupRows rows, EventStatus cause, int[] clusters) {
    IncidenceSweep sweep = new IncidenceSweep(rows, cause, clusters);
    return sweep.run(sweep.table.size());
  }

  /** The influence of each cluster on the incidence after the time with that index. */
  static double[] influences(GroupRows rows, EventStatus cause, int[] clusters, int index) {
    IncidenceSweep sweep = new IncidenceSweep(rows, cause, clusters);
    sweep.run(index + 1);
    double[] factors = sweep.factors(index);
    return Arrays.stream(sweep.state)
        .mapToDouble(cells -> cells[0] * factors[0] + cells[1] * factors[1] + cells[2] * factors[2])
        .toArray();
  }

  private double[] run(int times) {
    int[] comings = rows.inOrderOf(rows::entry);
    int[] goings = rows.inOrderOf(rows::exit);
    double[] variances = new double[times];
    int come = 0;
    int go = 0;
    for (int i = 0; i < variances.length; i++) {
      for (; come < comings.length && rows.entry(comings[come]) <= i; come++) {
        come(comings[come]);
      }
      for (; go < goings.length && rows.exit(goings[go]) == i; go++) {
        go(goings[go], i);
      }
      variances[i] = varianceAfter(i);
    }
    return variances;
  }

  private void come(int row) {
    int from = rows.entry(row);
    double weight = rows.weight(row);
    double hazard = table.hazard(from);
    double constant = hazard * table.incidence(from) - table.slope(from);
    move(clusters[row], weight * constant, weight, -weight * hazard);
  }

  private void go(int row, int index) {
    double weight = rows.weight(row);
    double jump = rows.outcome(row) == EventStatus.CENSORED ? 0 : table.jump(index);
    double own = rows.outcome(row) == cause ? table.perRow(index) : 0;
    double added = table.hazard(index + 1) - jump;
    double constant = own + table.slope(index + 1) - added * table.incidence(index + 1);
    move(clusters[row], weight * constant, -weight, weight * added);
  }

  private void move(int cluster, double... change) {
    count(state[cluster], -1);
    for (int cell = 0; cell < CELLS; cell++) {
      state[cluster][cell] += change[cell];
    }
    count(state[cluster], 1);
  }

  private void count(double[] cells, int sign) {
    int moment = 0;
    for (int i = 0; i < CELLS; i++) {
      for (int j = i; j < CELLS; j++) {
        double term = cells[i] * cells[j];
        largest[moment] = Math.max(largest[moment], Math.abs(term));
        moments[moment++].add(sign * term);
      }
    }
  }

  private double[] factors(int index) {
    return new double[] {1, table.slope(index + 1), table.incidence(index + 1)};
  }

  private double varianceAfter(int index) {
    double[] factors = factors(index);
    double sum = 0;
    double size = 0;
    int moment = 0;
    for (int i = 0; i < CELLS; i++) {
      for (int j = i; j < CELLS; j++) {
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
