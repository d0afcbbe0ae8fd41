package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.EventStatus;
import io.github.avnfh.survival.FollowUp;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Time to the first of several events for many hips, and which of them it was, immutable. It prints
 * its counts only.
 *
 * <pre>{@code
 * List<EventStatus> outcomes =
 *     EventCoding.zeroOne().withCompeting(Set.of("2")).outcomes(List.of("1", "2", "0"));
 * CompetingFollowUp hips = CompetingFollowUp.of(
 *     outcomes, ended -> FollowUp.ofDays(new int[] {120, 400, 730}, ended).build());
 * hips.outcome(1);          // COMPETING
 * hips.anyEvent().events(); // 2
 * }</pre>
 */
public final class CompetingFollowUp {
  private final FollowUp anyEvent;
  private final EventStatus[] outcomes;

  private CompetingFollowUp(FollowUp anyEvent, EventStatus[] outcomes) {
    this.anyEvent = anyEvent;
    this.outcomes = outcomes;
  }

  /**
   * Follows rows to the first event of any kind.
   *
   * @param outcomes what ended the time of each row; copied
   * @param followUp makes the follow-up from where any event ended the time; it keeps the rows
   * @return the follow-up
   * @throws IllegalArgumentException if the follow-up has other rows than the outcomes
   */
  public static CompetingFollowUp of(
      List<EventStatus> outcomes, Function<boolean[], FollowUp> followUp) {
    boolean[] ended = new boolean[outcomes.size()];
    int next = 0;
    for (EventStatus outcome : outcomes) {
      ended[next++] = outcome != EventStatus.CENSORED;
    }
    FollowUp anyEvent = followUp.apply(ended.clone());
    if (anyEvent.size() != ended.length) {
      throw new IllegalArgumentException("follow-up [rows] must be " + ended.length
          + " like the outcomes, but were " + anyEvent.size());
    }
    for (int row = 0; row < ended.length; row++) {
      if (anyEvent.isEvent(row) != ended[row]) {
        throw new IllegalArgumentException("follow-up [event] must be where an outcome is any"
            + " event, but was another in row " + (row + 1));
      }
    }
    return new CompetingFollowUp(anyEvent, outcomes.toArray(EventStatus[]::new));
  }

  /**
   * Returns the follow-up to the first event of any kind, as for event-free survival.
   *
   * @return the rows with any event as the event
   */
  public FollowUp anyEvent() {
    return anyEvent;
  }

  /**
   * Returns what ended the time of a row.
   *
   * @param row a row from 0
   * @return the outcome
   * @throws IllegalArgumentException if there is no such row
   */
  public EventStatus outcome(int row) {
    if (row < 0 || row >= outcomes.length) {
      throw new IllegalArgumentException(
          "row [index] must lie in 0.." + (outcomes.length - 1) + ", but was " + row);
    }
    return outcomes[row];
  }

  /**
   * Returns the number of rows.
   *
   * @return the number of hips
   */
  public int size() {
    return outcomes.length;
  }

  private long count(EventStatus outcome) {
    return Arrays.stream(outcomes).filter(one -> one == outcome).count();
  }

  @Override
  public String toString() {
    return "CompetingFollowUp{" + size() + " rows, " + count(EventStatus.EVENT) + " events, "
        + count(EventStatus.COMPETING) + " competing, " + anyEvent.groups().size() + " groups}";
  }
}
