package io.github.avnfh.survival.competing;

import org.immutables.value.Value;

/**
 * One time of a group at which a row left, with the incidence of either kind of event.
 *
 * @see CumulativeIncidence
 */
@Value.Immutable
public sealed interface IncidenceStep permits ImmutableIncidenceStep {

  /**
   * Returns the time.
   *
   * @return the time, in the unit of the data
   */
  double time();

  /**
   * Returns how many were at risk: entered before the time and not gone before it.
   *
   * @return the number of hips, or the sum of their weights
   */
  double atRisk();

  /**
   * Returns the cumulative incidence of the event.
   *
   * @return the proportion that had the event first, up to and including the time
   */
  Incidence event();

  /**
   * Returns the cumulative incidence of the events that compete.
   *
   * @return the proportion that had another event first, up to and including the time
   */
  Incidence competing();

  /**
   * Returns the proportion that is free of any event.
   *
   * @return a proportion in 0..1, which with both incidences adds up to 1
   */
  double free();
}
