package io.github.avnfh.survival.interval;

import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * Survival at a visit, with limits on a schedule of few visits.
 *
 * @see Turnbull
 */
@Value.Immutable
public sealed interface SurvivalAtVisit permits ImmutableSurvivalAtVisit {

  /**
   * Returns the time of the visit.
   *
   * @return the time, in the unit of the data, above 0
   */
  double time();

  /**
   * Returns the proportion without the event at the visit.
   *
   * @return a proportion in 0..1
   */
  double survival();

  /**
   * Returns the lower limit.
   *
   * @return a proportion in 0..1, or nothing where {@link IntervalCurve#lacks()} says why
   */
  OptionalDouble lower();

  /**
   * Returns the upper limit.
   *
   * @return a proportion in 0..1, or nothing where {@link IntervalCurve#lacks()} says why
   */
  OptionalDouble upper();

  /**
   * Returns by what the variance of survival grows because hips share patients.
   *
   * @return the design effect, 1 where no hips do or the variance is smaller so, or nothing without
   *     limits
   */
  OptionalDouble designEffect();
}
