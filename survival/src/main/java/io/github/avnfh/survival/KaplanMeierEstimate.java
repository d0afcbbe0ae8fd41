package io.github.avnfh.survival;

import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The Kaplan-Meier curves of all groups, with the options that made them.
 *
 * @see KaplanMeier
 */
public final class KaplanMeierEstimate implements Explainable {
  private final KaplanMeier options;
  private final Optional<FollowUp> followUp;
  private final List<SurvivalCurve> curves;

  KaplanMeierEstimate(
      KaplanMeier options, Optional<FollowUp> followUp, List<SurvivalCurve> curves) {
    this.options = options;
    this.followUp = followUp;
    this.curves = List.copyOf(curves);
  }

  /**
   * Returns the options that made the curves.
   *
   * @return the options
   */
  public KaplanMeier options() {
    return options;
  }

  /**
   * Returns the follow-up behind the curves.
   *
   * @return the columns, or nothing where the curves came from counts
   */
  public Optional<FollowUp> followUp() {
    return followUp;
  }

  /**
   * Returns the curves in the order of the groups.
   *
   * @return the curves
   */
  public List<SurvivalCurve> curves() {
    return curves;
  }

  /**
   * Returns the curve of one group.
   *
   * @param group the label of the group
   * @return its curve
   * @throws IllegalArgumentException if there is no such group
   */
  public SurvivalCurve curve(String group) {
    return curves.stream()
        .filter(curve -> curve.group().equals(group))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("group [label] must be one of the "
            + curves.size() + " groups of the estimate, but was another"));
  }

  /**
   * Returns the covariance of the groups' survival at one time.
   *
   * @param time a time in the unit of the data, 0 or more
   * @return variances and covariances, robust with clusters; unknown for a group without standard
   *     error there, or for which the time lies beyond follow-up
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  public CurveCovariance covarianceAt(double time) {
    return CurveCovariance.of(
        curves.stream().flatMap(curve -> curve.influenceAt(time).stream()).toList(),
        curves.stream().map(curve -> errorAt(curve, time)).toList());
  }

  /**
   * Returns the covariance of the groups' restricted means.
   *
   * @param horizon the time up to which the areas are taken, above 0
   * @return variances and covariances, robust with clusters; unknown for a group without standard
   *     error
   * @throws IllegalArgumentException if the horizon is not finite and above 0
   */
  public CurveCovariance covarianceOfRestrictedMeans(double horizon) {
    return CurveCovariance.of(
        curves.stream()
            .flatMap(curve -> curve.influenceOnMean(horizon).stream())
            .toList(),
        curves.stream()
            .map(curve -> curve.restrictedMean(horizon).standardError())
            .toList());
  }

  private static OptionalDouble errorAt(SurvivalCurve curve, double time) {
    return curve
        .at(time)
        .estimate()
        .map(SurvivalEstimate::standardError)
        .orElse(OptionalDouble.empty());
  }

  /** Whether hips were known to share a patient. */
  private boolean isClustered() {
    return followUp.filter(rows -> rows.clusters().isPresent()).isPresent();
  }

  /**
   * Returns the distribution whose quantile multiplies standard errors.
   *
   * @return the one that was chosen, otherwise t with clusters and normal without
   */
  public CriticalValue criticalValue() {
    return options.criticalValue(isClustered());
  }

  /**
   * Says in one line how the curves came about.
   *
   * @return the method, the standard error, the interval and its quantile
   */
  public String method() {
    String error = isClustered()
        ? "infinitesimal jackknife standard error grouped by cluster"
        : "Greenwood standard error";
    return String.format(
        Locale.ROOT,
        "Kaplan-Meier, %s, %s interval at level %s, %s",
        error,
        options.intervalType().code(),
        options.level(),
        criticalValue().words(isClustered()));
  }

  /**
   * Explains the curves.
   *
   * @return the survival of each group with its limits from its last event on, the rules of the
   *     estimate, its standard error and its limits there, and what is missing for limits
   */
  @Override
  public Explanation explanation() {
    return CurveExplanation.of(curves, options.curveOptions(), criticalValue());
  }

  @Override
  public String toString() {
    return "KaplanMeierEstimate{" + method() + ", " + curves.size() + " groups}";
  }
}
