package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.EventStatus;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.PairCount;
import io.github.avnfh.survival.internal.HipPairs;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Time to the first of several events for many hips, and which of them it was, immutable. It prints
 * its counts only.
 *
 * <p>One cause is the event of interest, at first the first; all others compete with it.
 * {@link #withEvent(String)} turns the question to another.
 *
 * <pre>{@code
 * CompetingFollowUp hips = CompetingFollowUp
 *     .ofDays(new int[] {120, 400, 500, 730}, new int[] {1, 2, 3, 0},
 *         List.of("replaced", "died", "lost the leg"))
 *     .build();
 * hips.outcome(1);                   // COMPETING
 * hips.withEvent("died").outcome(1); // EVENT
 * hips.anyEvent().events();          // 3
 * }</pre>
 */
public final class CompetingFollowUp {
  private final FollowUp anyEvent;
  private final List<String> causes;
  private final int event;
  // for each row the number of its cause, from 1, or 0 where it was censored
  private final int[] causeOfRow;

  private CompetingFollowUp(FollowUp anyEvent, List<String> causes, int event, int[] causeOfRow) {
    this.anyEvent = anyEvent;
    this.causes = causes;
    this.event = event;
    this.causeOfRow = causeOfRow;
  }

  /**
   * Starts with times in whole days.
   *
   * @param days whole days from the start of observation, 0 or more; copied
   * @param causeOfRow for each row the number of what ended its time, from 1 in the order of the
   *     causes, or 0 where it was censored; copied
   * @param causes labels, the event of interest first, then those that compete
   * @return a builder
   * @throws IllegalArgumentException if the lengths differ, a number has no cause, a label comes
   *     twice, or there is none
   */
  public static CompetingFollowUpBuilder ofDays(int[] days, int[] causeOfRow, List<String> causes) {
    Objects.requireNonNull(days, "days");
    boolean[] ended = ended(causeOfRow, causes);
    return new CompetingFollowUpBuilder(FollowUp.ofDays(days, ended), causeOfRow, causes);
  }

  /**
   * Starts with times in any unit.
   *
   * @param times times from the start of observation, finite and 0 or more; copied
   * @param causeOfRow for each row the number of what ended its time, from 1 in the order of the
   *     causes, or 0 where it was censored; copied
   * @param causes labels, the event of interest first, then those that compete
   * @return a builder
   * @throws IllegalArgumentException if the lengths differ, a number has no cause, a label comes
   *     twice, or there is none
   */
  public static CompetingFollowUpBuilder ofTimes(
      double[] times, int[] causeOfRow, List<String> causes) {
    Objects.requireNonNull(times, "times");
    boolean[] ended = ended(causeOfRow, causes);
    return new CompetingFollowUpBuilder(FollowUp.ofTimes(times, ended), causeOfRow, causes);
  }

  /**
   * Follows hips that were counted by patient, in an order that depends on the counts alone: the
   * pairs of hips first, then the other hips.
   *
   * @param counts counts with pairs
   * @return a row for each hip, with its patient as cluster
   * @throws IllegalArgumentException if the counts have no pairs
   */
  public static CompetingFollowUp of(CompetingCounts counts) {
    if (!Objects.requireNonNull(counts, "counts").hasPairs()) {
      throw new IllegalArgumentException(
          "counts [hips] must have pairs to be followed by patient, but had none");
    }
    return ofHips(counts);
  }

  /**
   * A row for each hip that was counted, in its stratum, with its patient as far as it is known.
   */
  static CompetingFollowUp ofHips(CompetingCounts counts) {
    HipPairs<PairCount.Hip> pairs = counts.hipPairs().orElseGet(HipPairs::none);
    List<PairCount.Hip> hips = pairs.rows(counts.counted());
    List<String> labels = counts.groups();
    CompetingFollowUpBuilder rows = ofDays(
            hips.stream().mapToInt(PairCount.Hip::day).toArray(),
            hips.stream().mapToInt(PairCount.Hip::cause).toArray(),
            counts.causes())
        .groups(hips.stream().mapToInt(hip -> labels.indexOf(hip.group())).toArray(), labels);
    if (counts.strata().size() > 1) {
      rows.strata(hips.stream().map(PairCount.Hip::stratum).toList());
    }
    if (counts.hasPairs()) {
      rows.clusters(pairs.clusters(hips.size()));
    }
    return rows.build().withEvent(counts.event());
  }

  private static boolean[] ended(int[] causeOfRow, List<String> causes) {
    Objects.requireNonNull(causeOfRow, "causeOfRow");
    checkCauses(causes);
    boolean[] ended = new boolean[causeOfRow.length];
    for (int row = 0; row < ended.length; row++) {
      if (causeOfRow[row] < 0 || causeOfRow[row] > causes.size()) {
        throw new IllegalArgumentException("cause [number] must lie in 0.." + causes.size()
            + ", but was " + causeOfRow[row] + " in row " + (row + 1));
      }
      ended[row] = causeOfRow[row] > 0;
    }
    return ended;
  }

  static void checkCauses(List<String> causes) {
    Objects.requireNonNull(causes, "causes")
        .forEach(each -> Objects.requireNonNull(each, "causes"));
    if (causes.isEmpty() || causes.stream().distinct().count() < causes.size()) {
      throw new IllegalArgumentException("causes [labels] must be 1 or more, each once, but were "
          + causes.size() + ", of which " + causes.stream().distinct().count() + " differ");
    }
  }

  /** The number of a cause, from 1. */
  static int number(String cause, List<String> causes) {
    int found = causes.indexOf(Objects.requireNonNull(cause, "cause"));
    if (found < 0) {
      throw new IllegalArgumentException(
          "cause [label] must be one of the " + causes.size() + " causes, but was another");
    }
    return found + 1;
  }

  static CompetingFollowUp of(FollowUp anyEvent, int[] causeOfRow, List<String> causes) {
    return new CompetingFollowUp(anyEvent, List.copyOf(causes), 1, causeOfRow.clone());
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
    int[] causeOfRow = outcomes.stream().mapToInt(CompetingFollowUp::number).toArray();
    return of(anyEvent, causeOfRow, List.of("event", "competing"));
  }

  private static int number(EventStatus outcome) {
    return switch (outcome) {
      case CENSORED -> 0;
      case EVENT -> 1;
      case COMPETING -> 2;
    };
  }

  /**
   * Returns the events that may end a time.
   *
   * @return their labels in the order in which they were given
   */
  public List<String> causes() {
    return causes;
  }

  /**
   * Returns the event of interest.
   *
   * @return its label
   */
  public String event() {
    return causes.get(event - 1);
  }

  /**
   * Returns the same rows with another event of interest; those before it compete with it.
   *
   * @param cause one of the causes
   * @return the follow-up to that event
   * @throws IllegalArgumentException if there is no such cause
   */
  public CompetingFollowUp withEvent(String cause) {
    return new CompetingFollowUp(anyEvent, causes, number(cause, causes), causeOfRow);
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
    if (row < 0 || row >= causeOfRow.length) {
      throw new IllegalArgumentException(
          "row [index] must lie in 0.." + (causeOfRow.length - 1) + ", but was " + row);
    }
    int cause = causeOfRow[row];
    return cause == 0
        ? EventStatus.CENSORED
        : cause == event ? EventStatus.EVENT : EventStatus.COMPETING;
  }

  /**
   * Returns the rows still free of any event after a time, as for a landmark analysis.
   *
   * @param time a time in the unit of the data, 0 or more; a row that ended then is gone
   * @return these rows under delayed entry, whose incidence at t is (F(t) - F(time)) / S(time),
   *     with F the incidence and S the proportion free of any event
   * @throws IllegalArgumentException if the time is negative or not finite, or no row is left
   */
  public CompetingFollowUp after(double time) {
    FollowUp left = anyEvent.after(time);
    // times of rows that end later are those of the grid, so that the first tells them apart
    double first = IntStream.range(0, left.size()).mapToDouble(left::time).min().orElseThrow();
    int[] kept = IntStream.range(0, size())
        .filter(row -> anyEvent.time(row) >= first)
        .map(row -> causeOfRow[row])
        .toArray();
    return new CompetingFollowUp(left, causes, event, kept);
  }

  /** The rows of some groups. */
  CompetingFollowUp only(List<String> labels) {
    int[] kept = IntStream.range(0, size())
        .filter(row -> labels.contains(anyEvent.groups().get(anyEvent.group(row))))
        .map(row -> causeOfRow[row])
        .toArray();
    return new CompetingFollowUp(anyEvent.only(labels), causes, event, kept);
  }

  /** The number of what ended the time of a row. */
  int outcomeNumber(int row) {
    int cause = causeOfRow[row];
    return cause == 0
        ? GroupMembers.CENSORED
        : cause == event ? GroupMembers.EVENT : GroupMembers.COMPETING;
  }

  /**
   * Counts the rows by stratum, group, day and cause, regardless of their cluster.
   *
   * @return counts that can be merged with those of other hips
   * @throws IllegalArgumentException if times are not whole days, rows have weights, or entry is
   *     delayed
   */
  public CompetingCounts counts() {
    if (!anyEvent.isInWholeDays() || anyEvent.isWeighted() || anyEvent.hasDelayedEntry()) {
      throw new IllegalArgumentException("follow-up [rows] must be in whole days, without weights"
          + " and observed from the start to be counted, but was otherwise");
    }
    List<String> groups = anyEvent.groups();
    CompetingCounts.Builder counts = CompetingCounts.ofCauses(causes).inOrder(groups);
    for (int row = 0; row < size(); row++) {
      counts.add(
          stratum(row),
          groups.get(anyEvent.group(row)),
          (int) anyEvent.time(row),
          causeOfRow[row],
          1);
    }
    return counts.build().withEvent(event());
  }

  /**
   * Counts the patients with two hips by the stratum, group, day and cause of both, for counts by
   * patient.
   *
   * @return the lines for {@link CompetingCounts#withPairs}
   * @throws IllegalArgumentException if patients are not known or one has more than two hips, times
   *     are not whole days, rows have weights, or entry is delayed
   */
  public List<PairCount> pairs() {
    if (!anyEvent.isInWholeDays()
        || anyEvent.isWeighted()
        || anyEvent.hasDelayedEntry()
        || anyEvent.clusters().isEmpty()) {
      throw new IllegalArgumentException("follow-up [rows] must be in whole days, without weights,"
          + " observed from the start and with patients as clusters to be counted in pairs, but was"
          + " otherwise");
    }
    List<String> groups = anyEvent.groups();
    return HipPairs.ofRows(
            IntStream.range(0, size()).map(anyEvent::cluster).toArray(),
            row -> PairCount.Hip.of(
                    groups.get(anyEvent.group(row)), (int) anyEvent.time(row), causeOfRow[row])
                .inStratum(stratum(row)))
        .lines(PairCount::of);
  }

  private String stratum(int row) {
    return anyEvent.strata().get(anyEvent.stratum(row));
  }

  /**
   * Returns the number of rows.
   *
   * @return the number of hips
   */
  public int size() {
    return causeOfRow.length;
  }

  private long count(EventStatus outcome) {
    return IntStream.range(0, size()).filter(row -> outcome(row) == outcome).count();
  }

  @Override
  public String toString() {
    return "CompetingFollowUp{" + size() + " rows, " + count(EventStatus.EVENT) + " events, "
        + count(EventStatus.COMPETING) + " competing, " + anyEvent.groups().size() + " groups}";
  }
}
