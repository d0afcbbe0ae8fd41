package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.CurveCovariance;
import io.github.avnfh.survival.Estimate;
import io.github.avnfh.survival.IntervalType;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.internal.Solver;
import java.util.Optional;

/**
 * The comparison of survival between groups at one time that was fixed beforehand.
 *
 * <p>On a scale g of {@link IntervalType}, the differences of g(S) between the groups are set
 * against their variances, which are those of S times the square of the slope of g. With clusters
 * variances are robust, and groups that share patients have a covariance too. On k groups the
 * statistic has k - 1 degrees of freedom.
 *
 * <pre>{@code
 * FollowUp hips = FollowUp.ofDays(
 *         new int[] {200, 730, 731, 735, 120, 300, 600, 740},
 *         new boolean[] {true, false, false, false, true, true, true, false})
 *     .groups(List.of("I", "I", "I", "I", "III", "III", "III", "III"), List.of("I", "III"))
 *     .build();
 * KaplanMeierEstimate estimate = KaplanMeier.withDefaults().estimate(hips);
 * FixedTimeResult result = FixedTime.at(700).with(IntervalType.LOGIT).test(estimate);
 * ChiSquare test = result.chiSquare().orElseThrow();
 * test.statistic(); // 1.810…
 * test.pValue();    // 0.178…
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1002/sim.2864">Klein JP, Logan B, Harhoff M, Andersen PK.
 *     Analyzing survival curves at a fixed point in time. Stat Med 2007;26:4505-19</a>
 */
public final class FixedTime {
  private final double time;
  private final IntervalType scale;

  private FixedTime(double time, IntervalType scale) {
    this.time = time;
    this.scale = scale;
  }

  /**
   * Returns the comparison on the log-log scale.
   *
   * @param time a time in the unit of the data, 0 or more
   * @return the comparison
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  public static FixedTime at(double time) {
    if (!(time >= 0 && time <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "time [unit of the times] must be finite and 0.0 or more, but was " + time);
    }
    return new FixedTime(time, IntervalType.LOG_LOG);
  }

  /**
   * Chooses the scale.
   *
   * @param type the scale on which survival is compared
   * @return a comparison on that scale
   */
  public FixedTime with(IntervalType type) {
    return new FixedTime(time, type);
  }

  /**
   * Compares all groups of an estimate.
   *
   * @param estimate the curves
   * @return the result, robust where the curves are
   */
  public FixedTimeResult test(KaplanMeierEstimate estimate) {
    return ImmutableFixedTimeResult.builder()
        .time(time)
        .scale(scale)
        .addAllCurves(estimate.curves().stream().map(curve -> curve.at(time)).toList())
        .chiSquare(statistic(estimate, estimate.covarianceAt(time)))
        .build();
  }

  private Optional<ChiSquare> statistic(KaplanMeierEstimate estimate, CurveCovariance covariance) {
    int groups = estimate.curves().size();
    double[] values = new double[groups];
    double[] slopes = new double[groups];
    for (int group = 0; group < groups; group++) {
      double s = survival(estimate.curves().get(group));
      // where all or none had the event, nothing is known of the error
      if (s == 1 || covariance.between(group, group).isEmpty()) {
        return Optional.empty();
      }
      values[group] = scale.scaled(s);
      slopes[group] = scale.slope(s);
    }
    return statistic(values, slopes, covariance);
  }

  private double survival(SurvivalCurve curve) {
    return curve.at(time).estimate().map(Estimate::survival).orElse(0.0);
  }

  private static Optional<ChiSquare> statistic(
      double[] values, double[] slopes, CurveCovariance covariance) {
    int last = values.length - 1;
    double[] differences = new double[last];
    double[][] variance = new double[last][last];
    for (int i = 0; i < last; i++) {
      differences[i] = values[i] - values[last];
      for (int j = 0; j < last; j++) {
        variance[i][j] = slopes[i] * slopes[j] * covariance.between(i, j).orElse(0)
            - slopes[i] * slopes[last] * covariance.between(i, last).orElse(0)
            - slopes[j] * slopes[last] * covariance.between(j, last).orElse(0)
            + slopes[last] * slopes[last] * covariance.between(last, last).orElse(0);
      }
    }
    double[] form = Solver.quadraticForm(variance, differences);
    return last > 0 && form[1] == last
        ? Optional.of(ChiSquare.of(form[0], last))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "FixedTime{" + time + ", " + scale.code() + "}";
  }
}
