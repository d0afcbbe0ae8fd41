package io.github.avnfh.survival.interval;

import org.immutables.value.Value;

/**
 * How much probability lies in one of the intervals in which any can lie.
 *
 * <pre>{@code
 * IntervalFollowUp hips = IntervalFollowUp.of(List.of(
 *     EventInterval.between(0, 183), EventInterval.between(100, 365), EventInterval.after(365)));
 * for (IntervalMass mass : Turnbull.withDefaults().estimate(hips).get(0).masses()) {
 *   System.out.println(mass.interval() + " " + Digits.halfUp(2).print(mass.mass()));
 * }
 * // EventInterval{after=100.0, until=183.0} 0.67
 * // EventInterval{after=365.0} 0.33
 * }</pre>
 */
@Value.Immutable
public sealed interface IntervalMass permits ImmutableIntervalMass {

  /**
   * Returns the interval; without end it holds those who may never have the event.
   *
   * @return the interval
   */
  EventInterval interval();

  /**
   * Returns the probability of the event in the interval.
   *
   * @return a proportion, above 0 and at most 1
   */
  double mass();
}
