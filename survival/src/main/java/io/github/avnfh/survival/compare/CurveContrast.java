package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.CurveCovariance;
import io.github.avnfh.survival.Estimate;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.RestrictedMean;
import io.github.avnfh.survival.SurvivalCurve;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far two curves lie apart: the first group less the second, or divided by it.
 *
 * <p>The variance of a difference is the sum of both variances less twice the covariance. With
 * clusters all three are robust, and a patient with a hip in either group is accounted for;
 * otherwise groups are independent. Intervals are normal, at the level of the estimate.
 *
 * <pre>{@code
 * FollowUp hips = FollowUp.ofDays(
 *         new int[] {200, 730, 731, 735, 120, 300, 600, 740},
 *         new boolean[] {true, false, false, false, true, true, true, false})
 *     .groups(List.of("I", "I", "I", "I", "III", "III", "III", "III"), List.of("I", "III"))
 *     .build();
 * KaplanMeierEstimate estimate = KaplanMeier.withDefaults().estimate(hips);
 * Contrast days = CurveContrast.between(estimate, "I", "III").restrictedMean(700);
 * Digits.halfUp(1).print(days.estimate()); // 145.0
 * days.lower();                            // OptionalDouble[-165.78…
 * days.upper();                            // OptionalDouble[455.78…
 * }</pre>
 */
public final class CurveContrast {
  private final KaplanMeierEstimate estimate;
  private final int first;
  private final int second;

  private CurveContrast(KaplanMeierEstimate estimate, int first, int second) {
    this.estimate = estimate;
    this.first = first;
    this.second = second;
  }

  /**
   * Chooses two groups.
   *
   * @param estimate the curves
   * @param first the label of the group from which the other is subtracted
   * @param second the label of the group that is subtracted
   * @return the contrast
   * @throws IllegalArgumentException if there is no such group
   */
  public static CurveContrast between(KaplanMeierEstimate estimate, String first, String second) {
    List<SurvivalCurve> curves = estimate.curves();
    return new CurveContrast(
        estimate, curves.indexOf(estimate.curve(first)), curves.indexOf(estimate.curve(second)));
  }

  /**
   * Returns the difference of survival at a time.
   *
   * @param time a time in the unit of the data, 0 or more
   * @return the difference, in -1..1, or nothing where either group was not followed for so long
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  public Optional<Contrast> survivalAt(double time) {
    Optional<Estimate> one = estimate.curves().get(first).at(time).estimate();
    Optional<Estimate> other = estimate.curves().get(second).at(time).estimate();
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    double difference = one.get().survival() - other.get().survival();
    OptionalDouble variance = variance(estimate.covarianceAt(time), 1, 1);
    return Optional.of(Wald.difference(difference, variance, estimate.options().level()));
  }

  /**
   * Returns the difference of the mean times free of the event within a horizon.
   *
   * @param horizon the time up to which the areas are taken, above 0
   * @return the difference, in the unit of the data
   * @throws IllegalArgumentException if the horizon is not finite and above 0
   */
  public Contrast restrictedMean(double horizon) {
    OptionalDouble variance = variance(estimate.covarianceOfRestrictedMeans(horizon), 1, 1);
    double difference = mean(first, horizon).mean() - mean(second, horizon).mean();
    return Wald.difference(difference, variance, estimate.options().level());
  }

  /**
   * Returns the ratio of the mean times free of the event within a horizon; its interval is
   * symmetric on the scale of the logarithm.
   *
   * @param horizon the time up to which the areas are taken, above 0
   * @return the ratio, or nothing where either mean is 0
   * @throws IllegalArgumentException if the horizon is not finite and above 0
   */
  public Optional<Contrast> restrictedMeanRatio(double horizon) {
    double one = mean(first, horizon).mean();
    double other = mean(second, horizon).mean();
    if (!(one > 0 && other > 0)) {
      return Optional.empty();
    }
    CurveCovariance covariance = estimate.covarianceOfRestrictedMeans(horizon);
    OptionalDouble variance = variance(covariance, 1 / one, 1 / other);
    return Optional.of(Wald.ratio(one / other, variance, estimate.options().level()));
  }

  private RestrictedMean mean(int group, double horizon) {
    return estimate.curves().get(group).restrictedMean(horizon);
  }

  private OptionalDouble variance(CurveCovariance covariance, double slope, double otherSlope) {
    if (first == second || covariance.between(first, second).isEmpty()) {
      return OptionalDouble.empty();
    }
    double variance = slope * slope * covariance.between(first, first).getAsDouble()
        + otherSlope * otherSlope * covariance.between(second, second).getAsDouble()
        - 2 * slope * otherSlope * covariance.between(first, second).getAsDouble();
    return OptionalDouble.of(Math.max(0, variance));
  }

  @Override
  public String toString() {
    return "CurveContrast{" + estimate.method() + "}";
  }
}
