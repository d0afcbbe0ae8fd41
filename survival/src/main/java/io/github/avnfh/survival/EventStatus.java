package io.github.avnfh.survival;

import java.util.List;

/**
 * What ended the time of a row. It takes the place of the codes 0, 1 and 2, on whose meaning
 * programs disagree; {@link EventCoding} reads them.
 *
 * <pre>{@code
 * EventStatus.events(List.of(EventStatus.EVENT, EventStatus.CENSORED)); // [true, false]
 * EventStatus.events(List.of(EventStatus.EVENT, EventStatus.COMPETING));
 * // IllegalArgumentException: outcome [EVENT or CENSORED] must say…
 * }</pre>
 */
public enum EventStatus {
  /** The event did not happen as long as the row was followed. */
  CENSORED,

  /** The event happened. */
  EVENT,

  /** Something else happened that made the event impossible, such as a death. */
  COMPETING;

  /**
   * Tells where the event ended the time, as {@link FollowUp#ofDays(int[], boolean[])} takes it.
   *
   * @param outcomes what ended the time of each row, the event or a censoring
   * @return true for each row with the event, false for each that was censored
   * @throws IllegalArgumentException if an outcome is an event that competes, because whether that
   *     counts as censored has to be said
   */
  public static boolean[] events(List<EventStatus> outcomes) {
    boolean[] events = new boolean[outcomes.size()];
    int row = 0;
    for (EventStatus outcome : outcomes) {
      if (outcome == COMPETING) {
        throw new IllegalArgumentException("outcome [EVENT or CENSORED] must say what a competing"
            + " event counts for, but was COMPETING in row " + (row + 1));
      }
      events[row++] = outcome == EVENT;
    }
    return events;
  }
}
