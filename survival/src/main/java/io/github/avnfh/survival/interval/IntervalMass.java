package io.github.avnfh.survival.interval;

import org.immutables.value.Value;

/** How much probability lies in one of the intervals in which any can lie. */
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
   * @return a share, above 0 and at most 1
   */
  double mass();
}
