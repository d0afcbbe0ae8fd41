package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.Tally;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.RandomAccess;

/**
 * The survival curve of one group: 1 at the start, and a step down at each time with an event.
 *
 * <p>It answers for any time, any quantile and any restricted mean. Times that are asked for match
 * times of the data within the tolerance of the tie rule, so that 0.3 finds 0.1 + 0.2.
 *
 * <pre>{@code
 * FollowUp hips = FollowUp.ofDays(
 *         new int[] {210, 340, 500, 731, 731, 740},
 *         new boolean[] {true, true, false, true, true, false})
 *     .build();
 * SurvivalCurve curve = KaplanMeier.withDefaults().estimate(hips).curves().get(0);
 * Step first = curve.steps().get(0);
 * first.time(); // 210.0
 * SurvivalAtTime oneYear = curve.at(365);
 * SurvivalEstimate estimate = oneYear.estimate().orElseThrow();
 * estimate.survival(); // 0.666…
 * RiskCount count = curve.riskCount(365);
 * count.atRisk(); // 4.0
 * QuantileEstimate median = curve.median();
 * median.time(); // OptionalDouble[731.0]
 * RestrictedMean mean = curve.restrictedMean(365);
 * mean.mean(); // 335.0
 * }</pre>
 */
public final class SurvivalCurve {
  private final String group;
  private final CurveFit fit;

  SurvivalCurve(String group, CurveFit fit) {
    this.group = group;
    this.fit = fit;
  }

  /**
   * Returns the label of the group.
   *
   * @return the label, {@code all} without groups
   */
  public String group() {
    return group;
  }

  /**
   * Returns the number of rows, whatever their weights.
   *
   * @return the number of hips
   */
  public int rows() {
    return fit.tally().rows();
  }

  /**
   * Counts the clusters, such as patients, with a hip in the group.
   *
   * @return the number of clusters, or nothing without clusters
   */
  public OptionalInt clusters() {
    return fit.clusters();
  }

  /**
   * Returns how many had the event.
   *
   * @return the number of hips, or the sum of their weights
   */
  public double events() {
    return fit.totalEvents();
  }

  /**
   * Returns the last time at which a row ended.
   *
   * @return the time, in the unit of the data
   */
  public double lastTime() {
    return fit.tally().times()[fit.size() - 1];
  }

  /**
   * Returns a step for each distinct time at which a row had the event or was censored.
   *
   * @return the steps in the order of time, made as they are asked for
   */
  public List<Step> steps() {
    return new Steps();
  }

  /**
   * Returns the survival at a time. The answer is the same when follow-up is cut at that time.
   *
   * @param time a time in the unit of the data, 0 or more
   * @return the survival just after the time, or the answer that it lies beyond follow-up. At a
   *     time at which no row was at risk, before those that enter later, survival is carried on
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  public SurvivalAtTime at(double time) {
    double matched = CurveTimes.matched(fit.tally().times(), time);
    int index = CurveTimes.lastUpTo(fit.tally().times(), matched);
    ImmutableSurvivalAtTime.Builder answer =
        ImmutableSurvivalAtTime.builder().time(time).atRisk(fit.tally().atRiskAt(matched));
    boolean known = matched <= lastTime() || fit.survival(index) == 0;
    return known ? answer.estimate(fit.estimate(index, matched)).build() : answer.build();
  }

  /**
   * Counts those at risk at a time, and those who left before it.
   *
   * @param time a time in the unit of the data, 0 or more
   * @return the counts
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  public RiskCount riskCount(double time) {
    Tally tally = fit.tally();
    double matched = CurveTimes.matched(tally.times(), time);
    double events = 0;
    double censored = 0;
    for (int i = 0; i < tally.size() && tally.times()[i] < matched; i++) {
      events += tally.events()[i];
      censored += tally.censored()[i];
    }
    return ImmutableRiskCount.builder()
        .time(time)
        .atRisk(tally.atRiskAt(matched))
        .events(events)
        .censored(censored)
        .build();
  }

  /**
   * Returns the median time to the event.
   *
   * @return the quantile 0.5
   */
  public QuantileEstimate median() {
    return quantile(0.5);
  }

  /**
   * Returns the time by which a proportion of the group had the event.
   *
   * <p>It is the first time at which survival is below 1 - p. Where survival equals 1 - p within
   * 1.49e-8, it is the midpoint of the stretch on which it does, as R's {@code quantile.survfit}
   * has it. The limits are the same rule applied to the limits of survival, after Brookmeyer and
   * Crowley, at times with a standard error. R answers differently where the limits of survival
   * rise again, which they may under delayed entry and in small risk sets: its search then skips
   * the first time at which they are low enough.
   *
   * @param probability the share, above 0 and below 1
   * @return the time with its limits, each of which may not be reached
   * @throws IllegalArgumentException if the probability does not lie above 0 and below 1
   * @see <a href="https://doi.org/10.2307/2530286">Brookmeyer R, Crowley J. A confidence interval
   *     for the median survival time. Biometrics 1982;38:29-41</a>
   */
  public QuantileEstimate quantile(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException(
          "quantile [probability] must lie above 0.0 and below 1.0, but was " + probability);
    }
    return new CurveQuantile(fit, probability).estimate();
  }

  /**
   * Returns the mean time free of the event within a horizon.
   *
   * <p>It is the area under the curve. Its variance is the sum of d/(Y(Y-d)) times the square of
   * the area to the right, and with clusters the sum of the squares of each cluster's influence.
   * Its limits are, with the time lost L = horizon - mean and the critical value q, horizon - L
   * exp(&plusmn; q se/L); {@link RestrictedMeanScale#PLAIN} has mean &plusmn; q se.
   *
   * @param horizon the time up to which the area is taken, above 0
   * @return the mean, which says whether the curve had to be carried on beyond follow-up
   * @throws IllegalArgumentException if the horizon is not finite and above 0
   */
  public RestrictedMean restrictedMean(double horizon) {
    if (!(horizon > 0 && horizon <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "horizon [unit of the times] must be finite and above 0.0, but was " + horizon);
    }
    return new CurveArea(fit, horizon).estimate();
  }

  /**
   * Returns this curve with limits at another level.
   *
   * @param level the level, above 0 and below 1; 0.95 for a 95% interval
   * @return the same estimates with other limits
   * @throws IllegalArgumentException if the level does not lie above 0 and below 1
   */
  public SurvivalCurve withLevel(double level) {
    return new SurvivalCurve(group, fit.with(fit.options().withLevel(level)));
  }

  /** The influence of each cluster on the survival at a time; nothing without clusters. */
  Optional<double[]> influenceAt(double time) {
    double matched = CurveTimes.matched(fit.tally().times(), time);
    int index = CurveTimes.lastUpTo(fit.tally().times(), matched);
    double[] derivative = new double[fit.size()];
    Arrays.fill(derivative, 0, index + 1, fit.survival(index));
    return fit.influence().map(influence -> influence.byCluster(derivative));
  }

  /** The influence of each cluster on the restricted mean, but for a factor. */
  Optional<double[]> influenceOnMean(double horizon) {
    return new CurveArea(fit, horizon).influence();
  }

  @Override
  public String toString() {
    return "SurvivalCurve{" + group + ", " + rows() + " rows, " + fit.size() + " times}";
  }

  private final class Steps extends AbstractList<Step> implements RandomAccess {
    @Override
    public Step get(int index) {
      Objects.checkIndex(index, fit.size());
      Tally tally = fit.tally();
      return ImmutableStep.builder()
          .time(tally.times()[index])
          .atRisk(tally.atRisk()[index])
          .events(tally.events()[index])
          .censored(tally.censored()[index])
          .estimate(fit.estimate(index, tally.times()[index]))
          .build();
    }

    @Override
    public int size() {
      return fit.size();
    }
  }
}
