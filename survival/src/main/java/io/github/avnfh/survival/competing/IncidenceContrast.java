package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.compare.Contrast;
import io.github.avnfh.survival.internal.CriticalQuantile;
import io.github.avnfh.survival.internal.RecoveredVariance;
import io.github.avnfh.survival.internal.RecoveredVariance.Limits;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * The difference of the cumulative incidences of two groups at a time, of their mean times lost or
 * of their quantiles: the first less the second.
 *
 * <p>The interval combines Wilson's limits of both groups with their effective sample sizes and the
 * critical value of the estimate ({@link io.github.avnfh.survival.compare.ContrastMethod#MOVER}),
 * so that a group without such an event is compared too. With clusters, such as patients with a hip
 * in either group, their correlation counts.
 *
 * <pre>{@code
 * CompetingFollowUp hips = CompetingFollowUp.of(
 *     List.of(EventStatus.EVENT, EventStatus.COMPETING, EventStatus.CENSORED, EventStatus.CENSORED, EventStatus.CENSORED),
 *     ended -> FollowUp.ofDays(new int[] {120, 400, 730, 740, 740}, ended)
 *         .groups(List.of("III", "III", "III", "I", "I"))
 *         .build());
 * List<IncidenceCurve> curves = CumulativeIncidence.withDefaults().estimate(hips);
 * Contrast atDay700 = IncidenceContrast.between(curves, "III", "I").eventAt(700).orElseThrow();
 * Digits.halfUp(3).print(atDay700.estimate());            // 0.333
 * Digits.halfUp(3).print(atDay700.lower().getAsDouble()); // -0.378
 * }</pre>
 */
public final class IncidenceContrast {
  private final IncidenceCurve first;
  private final IncidenceCurve second;

  private IncidenceContrast(IncidenceCurve first, IncidenceCurve second) {
    this.first = first;
    this.second = second;
  }

  /**
   * Chooses two groups of one estimate.
   *
   * @param curves the curves of {@link CumulativeIncidence#estimate(CompetingFollowUp)}
   * @param first the label of the group from which the other is subtracted
   * @param second the label of the group that is subtracted
   * @return the contrast
   * @throws IllegalArgumentException if there is no such group, or both are the same
   */
  public static IncidenceContrast between(
      List<IncidenceCurve> curves, String first, String second) {
    if (first.equals(second)) {
      throw new IllegalArgumentException("groups [labels] must be 2, but were the same");
    }
    return new IncidenceContrast(curve(curves, first), curve(curves, second));
  }

  private static IncidenceCurve curve(List<IncidenceCurve> curves, String group) {
    return curves.stream()
        .filter(curve -> curve.group().equals(group))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("group [label] must be one of the "
            + curves.size() + " groups of the estimate, but was another"));
  }

  /**
   * Returns the difference of the incidences of the event.
   *
   * @param time a time in the unit of the data, 0 or more
   * @return the difference, in -1..1, or nothing where either group was not followed for so long
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  public Optional<Contrast> eventAt(double time) {
    return difference(time, IncidenceStep::event, true);
  }

  /**
   * Returns the difference of the incidences of the events that compete.
   *
   * @param time a time in the unit of the data, 0 or more
   * @return the difference, in -1..1, or nothing where either group was not followed for so long
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  public Optional<Contrast> competingAt(double time) {
    return difference(time, IncidenceStep::competing, false);
  }

  /**
   * Returns the difference of the mean times lost to the event up to a time.
   *
   * @param until a time in the unit of the data, above 0
   * @return the difference with its interval and test, or nothing where either group was not
   *     followed for so long
   * @throws IllegalArgumentException if the time is not finite and above 0
   */
  public Optional<Contrast> timeLost(double until) {
    Optional<StateCurve.Estimate> one = first.timeLost(until);
    Optional<StateCurve.Estimate> other = second.timeLost(until);
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    double[] d = RecoveredVariance.difference(
        meanLimits(one.get(), first, until),
        meanLimits(other.get(), second, until),
        first.correlationOfTimeLost(second, until),
        first.level());
    return Optional.of(Contrast.ofLimits(d[0], d[1], d[2], d[3]));
  }

  /**
   * Returns the difference of the times by which a proportion of either group had had the event.
   *
   * <p>The distances of each quantile from its limits, which are the times at which the limits of
   * the incidence reach the proportion, are combined by the method of variance estimates recovery.
   * Since a quantile moves against the incidence at it, by a factor without sign, the correlation
   * of two quantiles is that of both incidences, each at its own quantile: no density is estimated,
   * and patients with a hip in either group count. It cannot be estimated where either incidence
   * never reaches the proportion, and a limit is open where a limit of either incidence never does.
   * Times are steps, so that the interval is wide for small groups.
   *
   * @param proportion a number above 0 and below 1, such as 0.1
   * @return the difference of the times with its interval and test, or nothing where either
   *     quantile was not reached
   * @throws IllegalArgumentException if the proportion does not lie above 0 and below 1
   * @see <a href="https://doi.org/10.2307/2530286">Brookmeyer R, Crowley J. A confidence interval
   *     for the median survival time. Biometrics 1982;38:29-41</a>
   * @see <a href="https://doi.org/10.1002/sim.3095">Zou GY, Donner A. Construction of confidence
   *     limits about effect measures: a general approach. Stat Med 2008;27:1693-702</a>
   */
  public Optional<Contrast> quantile(double proportion) {
    OptionalDouble one = first.quantile(proportion).time();
    OptionalDouble other = second.quantile(proportion).time();
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    double time = one.getAsDouble();
    double otherTime = other.getAsDouble();
    double[] d = RecoveredVariance.difference(
        tail -> first.quantileLimits(proportion, time, tail),
        tail -> second.quantileLimits(proportion, otherTime, tail),
        isBetween(first, time) && isBetween(second, otherTime)
            ? first.correlation(time, second, otherTime, true)
            : 0,
        first.level());
    return Optional.of(Contrast.ofLimits(d[0], d[1], d[2], d[3]));
  }

  private static boolean isBetween(IncidenceCurve curve, double time) {
    return curve
        .at(time)
        .map(IncidenceStep::event)
        .filter(IncidenceContrast::isBetween)
        .isPresent();
  }

  private static DoubleFunction<Limits> meanLimits(
      StateCurve.Estimate mean, IncidenceCurve curve, double until) {
    return tail -> {
      double reach = mean.standardError().orElse(Double.POSITIVE_INFINITY)
          * CriticalQuantile.ofTail(tail, curve.units(until), curve.isStudent());
      return new Limits(mean.value(), mean.value() - reach, mean.value() + reach);
    };
  }

  private Optional<Contrast> difference(
      double time, Function<IncidenceStep, Incidence> kind, boolean ofEvent) {
    Optional<Incidence> one = first.at(time).map(kind);
    Optional<Incidence> other = second.at(time).map(kind);
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    double[] d = RecoveredVariance.difference(
        limits(one.get(), first.isStudent()),
        limits(other.get(), second.isStudent()),
        isBetween(one.get()) && isBetween(other.get())
            ? first.correlation(second, time, ofEvent)
            : 0,
        first.level());
    return Optional.of(Contrast.ofLimits(d[0], d[1], d[2], d[3]));
  }

  /** Whether an error is more than rounding, so that it has a correlation. */
  private static boolean isBetween(Incidence incidence) {
    return incidence.proportion() > 0 && incidence.proportion() < 1;
  }

  private static DoubleFunction<Limits> limits(Incidence at, boolean student) {
    return tail -> Limits.wilson(
        at.proportion(), at.effectiveSize(), at.degreesOfFreedom() + 1, student, tail);
  }

  @Override
  public String toString() {
    return "IncidenceContrast{" + first.group() + " - " + second.group() + "}";
  }
}
