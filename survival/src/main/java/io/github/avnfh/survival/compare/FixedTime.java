package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.CriticalValue;
import io.github.avnfh.survival.CurveCovariance;
import io.github.avnfh.survival.IntervalType;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.SurvivalEstimate;
import io.github.avnfh.survival.internal.CriticalQuantile;
import io.github.avnfh.survival.internal.QuadraticForm;
import io.github.avnfh.survival.internal.RecoveredVariance;
import java.util.List;
import java.util.Optional;

/**
 * The comparison of survival between groups at one time that was fixed beforehand.
 *
 * <p>By default the limits of the groups are combined ({@link ContrastMethod#MOVER}): the variance
 * of each group's survival is that of Wilson's limit with its effective sample size, on the side of
 * the survival of all groups pooled, and the p value is the level at which the differences just
 * become significant. For two groups it is the level at which the interval of
 * {@link CurveContrast#survivalAt(double)} just reaches 0. A group without events is compared too.
 *
 * <p>On a scale g of {@link IntervalType}, the differences of g(S) between the groups are set
 * against their variances, which are those of S times the square of the slope of g. With clusters
 * variances are robust, and groups that share patients have a covariance too. On k groups the
 * statistic has k - 1 degrees of freedom. No test is then possible where a group has no event.
 *
 * <pre>{@code
 * FollowUp hips = FollowUp.ofDays(
 *         new int[] {200, 730, 731, 735, 120, 300, 600, 740},
 *         new boolean[] {true, false, false, false, true, true, true, false})
 *     .groups(List.of("I", "I", "I", "I", "III", "III", "III", "III"), List.of("I", "III"))
 *     .build();
 * KaplanMeierEstimate estimate = KaplanMeier.withDefaults().estimate(hips);
 * FixedTimeResult result = FixedTime.at(700).test(estimate);
 * result.chiSquare().orElseThrow().pValue(); // 0.148…
 * ChiSquare onScale =
 *     FixedTime.at(700).with(IntervalType.LOGIT).test(estimate).chiSquare().orElseThrow();
 * onScale.statistic(); // 1.810…
 * onScale.pValue();    // 0.178…
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1002/sim.2864">Klein JP, Logan B, Harhoff M, Andersen PK.
 *     Analyzing survival curves at a fixed point in time. Stat Med 2007;26:4505-19</a>
 */
public final class FixedTime {
  private final double time;
  private final Optional<IntervalType> scale;

  private FixedTime(double time, Optional<IntervalType> scale) {
    this.time = time;
    this.scale = scale;
  }

  /**
   * Returns the comparison that combines the limits of the groups.
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
    return new FixedTime(time, Optional.empty());
  }

  /**
   * Compares on a scale by the standard errors of the groups, as Klein and others do.
   *
   * @param type the scale on which survival is compared
   * @return a comparison on that scale
   */
  public FixedTime with(IntervalType type) {
    return new FixedTime(time, Optional.of(type));
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
        .method(method(estimate))
        .addAllCurves(estimate.curves().stream().map(curve -> curve.at(time)).toList())
        .chiSquare(
            scale.isPresent()
                ? onScale(scale.get(), estimate, estimate.covarianceAt(time))
                : combined(estimate, estimate.covarianceAt(time)))
        .build();
  }

  private String method(KaplanMeierEstimate estimate) {
    return scale
        .map(type -> "difference on the " + type.code() + " scale, chi-square")
        .orElse(ContrastMethod.MOVER.title() + ", Wilson limits with effective sample sizes, "
            + estimate.criticalValue().code() + " quantile");
  }

  private Optional<ChiSquare> combined(KaplanMeierEstimate estimate, CurveCovariance covariance) {
    List<SurvivalEstimate> groups = estimate.curves().stream()
        .flatMap(curve -> curve.at(time).estimate().stream())
        .toList();
    boolean student = estimate.criticalValue() == CriticalValue.T;
    boolean known = groups.size() == estimate.curves().size()
        && groups.stream()
            .allMatch(group ->
                group.effectiveSize().orElse(0) > 0 && (!student || group.degreesOfFreedom() > 0));
    int last = groups.size() - 1;
    if (!known || last < 1) {
      return Optional.empty();
    }
    double[] values = groups.stream().mapToDouble(SurvivalEstimate::survival).toArray();
    double pooled = pooled(groups);
    double statistic = RecoveredVariance.statistic(
        tail -> {
          double normal = CriticalQuantile.ofTail(tail, 0, false);
          double[] errors = new double[values.length];
          for (int group = 0; group <= last; group++) {
            SurvivalEstimate at = groups.get(group);
            RecoveredVariance.Limits limits = RecoveredVariance.Limits.wilson(
                values[group], at.effectiveSize(), at.degreesOfFreedom() + 1, student, tail);
            // the standard error recovered from the limit that faces the pooled survival
            errors[group] = limits.reach(values[group] > pooled) / normal;
          }
          return form(values, errors, covariance)[0];
        },
        last);
    return statistic <= Double.MAX_VALUE
        ? Optional.of(ChiSquare.of(statistic, last))
        : Optional.empty();
  }

  private static double pooled(List<SurvivalEstimate> groups) {
    double sum = 0;
    double size = 0;
    for (SurvivalEstimate group : groups) {
      sum += group.survival() * group.effectiveSize().orElse(0);
      size += group.effectiveSize().orElse(0);
    }
    return sum / size;
  }

  private Optional<ChiSquare> onScale(
      IntervalType type, KaplanMeierEstimate estimate, CurveCovariance covariance) {
    int groups = estimate.curves().size();
    double[] values = new double[groups];
    double[] errors = new double[groups];
    for (int group = 0; group < groups; group++) {
      double s = survival(estimate.curves().get(group));
      // where all or none had the event, nothing is known of the error
      if (s == 1 || covariance.between(group, group).isEmpty()) {
        return Optional.empty();
      }
      values[group] = type.scaled(s);
      // delta method: se(g(S)) = |g'(S)| se(S)
      errors[group] = type.slope(s) * Math.sqrt(covariance.between(group, group).getAsDouble());
    }
    double[] form = form(values, errors, covariance);
    int last = groups - 1;
    return last > 0 && form[1] == last
        ? Optional.of(ChiSquare.of(form[0], last))
        : Optional.empty();
  }

  private double survival(SurvivalCurve curve) {
    return curve.at(time).estimate().map(SurvivalEstimate::survival).orElse(0.0);
  }

  /** The quadratic form of the differences from the last group, and the rank of its variance. */
  private static double[] form(double[] values, double[] errors, CurveCovariance covariance) {
    int last = values.length - 1;
    double[] differences = new double[last];
    double[][] variance = new double[last][last];
    for (int i = 0; i < last; i++) {
      differences[i] = values[i] - values[last];
      for (int j = 0; j < last; j++) {
        // cov(x_i - x_k, x_j - x_k) = c_ij - c_ik - c_jk + c_kk
        variance[i][j] = product(errors, i, j, covariance)
            - product(errors, i, last, covariance)
            - product(errors, j, last, covariance)
            + errors[last] * errors[last];
      }
    }
    return QuadraticForm.quadraticForm(variance, differences);
  }

  private static double product(double[] errors, int i, int j, CurveCovariance covariance) {
    double correlation = i == j ? 1 : covariance.correlation(i, j).orElse(0);
    return correlation * errors[i] * errors[j];
  }

  @Override
  public String toString() {
    return "FixedTime{" + time + ", " + scale.map(IntervalType::code).orElse("combined limits")
        + "}";
  }
}
