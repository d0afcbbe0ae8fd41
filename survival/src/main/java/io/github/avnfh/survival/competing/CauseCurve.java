package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.Outcome;
import io.github.avnfh.survival.internal.Distributions;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The incidence of one kind of event with its errors and limits at each time. */
final class CauseCurve {
  private final CauseTable table;
  private final KaplanMeier options;
  private final double[] variances;
  private final double[] naiveVariances;
  private final GroupRows rows;
  private final int[] clusters;
  private final boolean happens;
  private final boolean oneCluster;

  CauseCurve(GroupRows rows, Outcome cause, KaplanMeier options) {
    this.table = new CauseTable(rows, cause);
    this.options = options;
    this.rows = rows;
    this.clusters = rows.clusters();
    int[] alone = IntStream.range(0, rows.size()).toArray();
    this.naiveVariances = IncidenceSweep.variances(rows, cause, alone);
    this.variances =
        rows.isClustered() ? IncidenceSweep.variances(rows, cause, clusters) : naiveVariances;
    this.happens = table.incidence(table.size()) > 0;
    this.oneCluster = rows.isClustered() && Arrays.stream(clusters).max().orElse(0) == 0;
  }

  /** How many clusters are at risk at the time with that index, or had an event before. */
  private double known(int index) {
    return IntStream.range(0, rows.size())
        .filter(row -> rows.entry(row) <= index)
        .filter(row -> rows.outcome(row) != Outcome.CENSORED || rows.exit(row) >= index)
        .map(row -> clusters[row])
        .distinct()
        .count();
  }

  /** The incidence after the time with that index, or before any time for -1. */
  Incidence at(int index) {
    double share = Math.min(1, table.incidence(index + 1));
    double error = index < 0 ? 0 : Math.sqrt(variances[index]);
    double naive = index < 0 ? 0 : Math.sqrt(naiveVariances[index]);
    return ImmutableIncidence.builder()
        .share(share)
        .standardError(happens && !oneCluster ? OptionalDouble.of(error) : OptionalDouble.empty())
        .naiveStandardError(happens ? OptionalDouble.of(naive) : OptionalDouble.empty())
        .lower(lower(share, error))
        .upper(upper(share, error, index))
        .build();
  }

  /** The share that is free of any event after the time with that index, or before any for -1. */
  double free(int index) {
    return table.free(index + 1);
  }

  /** Whether a share has an error; that of a share of 0 is 0. */
  private static boolean isUncertain(double share, double error) {
    return share < 1 && error > 0;
  }

  private double reach(double error) {
    return Distributions.normalQuantile(options.level()) * error;
  }

  private double lower(double share, double error) {
    if (oneCluster) {
      return 0;
    }
    return isUncertain(share, error) ? options.intervalType().lower(share, reach(error)) : share;
  }

  private double upper(double share, double error, int index) {
    if (!happens) {
      return 1 - Math.pow((1 - options.level()) / 2, 1 / known(Math.max(0, index)));
    }
    if (oneCluster) {
      return 1;
    }
    return isUncertain(share, error) ? options.intervalType().upper(share, reach(error)) : share;
  }
}
