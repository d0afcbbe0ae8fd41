package io.github.avnfh.survival.interval;

import io.github.avnfh.survival.internal.CriticalQuantile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Limits of survival at visits by the profile likelihood, which on a schedule of few visits is that
 * of a multinomial distribution.
 *
 * <p>The greatest likelihood at a given survival S(v) is traced by adding m rows of which only is
 * known that they had the event by the visit, for lower values, or after it, for higher ones: the
 * masses that maximize l + m log S(v) maximize l among all masses with their S(v). A limit is where
 * twice the loss of l, without the added rows, is the critical value.
 *
 * <p>Rows of one patient are not independent: the critical value is multiplied by the design effect
 * of the estimate, the sum over patients of the square of their rows' influences by the sum of the
 * squares of all rows' influences, at least 1 (Kent 1982).
 */
final class ProfileLimits {
  /** Patients, or rows without clusters, for each time of a visit. */
  private static final int LEAST_UNITS = 5;

  private static final double NO_MASS = 1e-9;
  private static final double ACCURACY = 1e-13;

  /** A gap of the gradient so large has not come near the greatest likelihood. */
  private static final double CONVERGED = 1e-6;

  private static final int MOST_STEPS = 200;
  private static final double TENFOLD = Math.log(10);
  private static final double MOST_ADDED = 1e6;

  private final InnermostIntervals intervals;
  private final NpmleFit fit;
  private final double level;
  private final Map<EventInterval, Long> counts;
  private final double rows;
  private final NavigableSet<Double> times = new TreeSet<>();
  private final boolean isExact;

  /** The interval and the cluster of each row; empty without clusters. */
  private final List<EventInterval> intervalOfRow;

  private final int[] clusterOfRow;
  private final int clusters;

  /** Limits of rows counted by interval, of which each has a cluster or none has. */
  ProfileLimits(
      InnermostIntervals intervals,
      NpmleFit fit,
      double level,
      Map<EventInterval, Long> counts,
      List<EventInterval> intervalOfRow,
      int... clusterOfRow) {
    this.counts = counts;
    this.intervals = intervals;
    this.fit = fit;
    this.level = level;
    this.intervalOfRow = intervalOfRow;
    this.clusterOfRow = clusterOfRow;
    this.clusters = (int) Arrays.stream(clusterOfRow).distinct().count();
    this.isExact = counts.keySet().stream().anyMatch(EventInterval::isExact);
    counts.keySet().forEach(row -> {
      row.after().ifPresent(times::add);
      row.until().ifPresent(times::add);
    });
    times.remove(0.0);
    this.rows = counts.values().stream().mapToDouble(Long::doubleValue).sum();
  }

  /** What limits need and the rows do not have; nothing on a schedule of few visits. */
  Optional<String> lacks() {
    if (isExact) {
      return Optional.of("events that are found at visits, but the time of one was known exactly");
    }
    boolean isClustered = !intervalOfRow.isEmpty();
    double units = isClustered ? clusters : rows;
    return times.size() * LEAST_UNITS <= units
        ? Optional.empty()
        : Optional.of("a schedule of few visits, with at least " + LEAST_UNITS
            + (isClustered ? " clusters" : " rows") + " for each time, but " + Math.round(units)
            + " had visits at " + times.size() + " times: where visits come at any time, the error"
            + " of the estimate is not that of a proportion");
  }

  List<SurvivalAtVisit> atVisits() {
    boolean withLimits = lacks().isEmpty();
    return times.stream().map(time -> at(time, withLimits)).toList();
  }

  private SurvivalAtVisit at(double time, boolean withLimits) {
    double survival = survival(intervals, fit, time);
    ImmutableSurvivalAtVisit.Builder visit =
        ImmutableSurvivalAtVisit.builder().time(time).survival(survival);
    if (withLimits) {
      double effect = designEffect(time, survival);
      // 2 (l - l at S) / design effect is near chi-square with one degree of freedom
      double critical = effect * critical(survival);
      visit
          .designEffect(effect)
          .lower(survival == 0 ? 0 : limit(EventInterval.upTo(time), time, critical, 0))
          .upper(survival == 1 ? 1 : limit(EventInterval.after(time), time, critical, 1));
    }
    return visit.build();
  }

  /** No interval that can hold probability lies on both sides of an end of a row's interval. */
  private static double survival(InnermostIntervals of, NpmleFit fit, double time) {
    double sum = 0;
    for (int i = of.size(); i-- > 0 && !of.left(i).isBefore(time); ) {
      sum += fit.masses()[i];
    }
    return Math.min(1, sum);
  }

  private static boolean isInside(double survival) {
    return survival > NO_MASS && survival < 1 - NO_MASS;
  }

  /** Without an event, or with events only, the limit is the exact one, (alpha/2)^(1/n). */
  private double critical(double survival) {
    if (!isInside(survival)) {
      // 2 n log(1 / s) at s^n = alpha / 2
      return -2 * Math.log((1 - level) / 2);
    }
    double z = new CriticalQuantile(level, clusters > 0).of(clusters);
    return z * z;
  }

  /** Survival where added rows with one interval cost the critical value, or the bound. */
  private double limit(EventInterval added, double time, double critical, double bound) {
    Map<EventInterval, Long> ends = new LinkedHashMap<>(counts);
    ends.putIfAbsent(added, 0L);
    InnermostIntervals all = new InnermostIntervals(ends);
    DoubleFunction<NpmleFit> fitWith =
        log -> converged(all.with(all.firstOf(added), all.lastOf(added), Math.exp(log)));
    DoubleUnaryOperator excess = log ->
        2 * (fit.logLikelihood() - all.logLikelihood(fitWith.apply(log).masses())) - critical;
    // the number added is sought by its logarithm: from as many as there are rows, by tens
    double most = Math.log(rows);
    while (excess.applyAsDouble(most) < 0) {
      most += TENFOLD;
      if (most > Math.log(rows * MOST_ADDED)) {
        return bound;
      }
    }
    double least = most - TENFOLD;
    while (excess.applyAsDouble(least) > 0) {
      least -= TENFOLD;
    }
    double log = new BrentSolver(ACCURACY, ACCURACY, ACCURACY)
        .solve(MOST_STEPS, excess::applyAsDouble, least, most);
    return survival(all, fitWith.apply(log), time);
  }

  private static NpmleFit converged(InnermostIntervals intervals) {
    NpmleFit fit = new NpmleFit(intervals);
    if (fit.optimalityGap() > CONVERGED) {
      throw new IllegalArgumentException("masses of a profile must be within " + CONVERGED
          + " of the greatest likelihood, but were off by " + fit.optimalityGap());
    }
    return fit;
  }

  /**
   * The influence of a row on S(v) is c' I<sup>-1</sup> u, where u is its score, c the derivative
   * of S(v), and I the sum of u u', over the positive masses but the last, which is what is left.
   */
  private double designEffect(double time, double survival) {
    if (clusters == 0) {
      return 1;
    }
    double[] influence = isInside(survival) ? influence(time) : new double[0];
    if (influence.length == 0) {
      return rows / clusters;
    }
    Map<Integer, Double> sums = new HashMap<>();
    double ofRows = 0;
    for (int row = 0; row < clusterOfRow.length; row++) {
      // sum over patients of (sum of c'I^-1 u)^2 / sum over rows of (c'I^-1 u)^2
      double own = influence[intervals.kindOf(intervalOfRow.get(row))];
      ofRows += own * own;
      sums.merge(clusterOfRow[row], own, Double::sum);
    }
    double ofClusters = sums.values().stream().mapToDouble(each -> each * each).sum();
    return Math.max(1, ofClusters / ofRows);
  }

  /** By kind of rows. */
  private double[] influence(double time) {
    int[] positive = IntStream.range(0, fit.masses().length)
        .filter(i -> fit.masses()[i] > NO_MASS)
        .toArray();
    int free = positive.length - 1;
    double[][] scores = new double[intervals.distinct()][free];
    double[][] information = new double[free][free];
    for (int kind = 0; kind < scores.length; kind++) {
      double[] own = score(kind, positive);
      scores[kind] = own;
      for (int i = 0; i < free; i++) {
        for (int j = 0; j < free; j++) {
          information[i][j] += intervals.count(kind) * own[i] * own[j];
        }
      }
    }
    double[] change = new double[free];
    for (int i = 0; i < free; i++) {
      // dS(v)/dp_i, with the last mass as 1 less the others
      change[i] = free(positive[i], time) - free(positive[free], time);
    }
    double[] weights = new SingularValueDecomposition(new Array2DRowRealMatrix(information, false))
        .getSolver()
        .solve(new ArrayRealVector(change, false))
        .toArray();
    return Arrays.stream(scores)
        .mapToDouble(own ->
            IntStream.range(0, free).mapToDouble(i -> weights[i] * own[i]).sum())
        .toArray();
  }

  /** 1 if the masses of an interval are of hips free of the event at a time. */
  private int free(int interval, double time) {
    return intervals.left(interval).isBefore(time) ? 0 : 1;
  }

  /** The derivative of the logarithm of what a row holds, by the masses but the last. */
  private double[] score(int kind, int... positive) {
    int first = intervals.first(kind);
    int last = intervals.last(kind);
    double held = Arrays.stream(fit.masses(), first, last + 1).sum();
    int[] holds =
        Arrays.stream(positive).map(i -> first <= i && i <= last ? 1 : 0).toArray();
    double[] score = new double[positive.length - 1];
    // the last mass is 1 less the others, so that each of them takes from it
    Arrays.setAll(score, i -> (holds[i] - holds[score.length]) / held);
    return score;
  }
}
