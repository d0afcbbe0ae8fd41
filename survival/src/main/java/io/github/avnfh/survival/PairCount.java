package io.github.avnfh.survival;

import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * How many patients had two hips of which one ended its time in one way and the other in another:
 * one line of a {@code GROUP BY} over a join of both hips of each patient.
 *
 * <p>A patient has at most two hips. The sum over patients of the square of what their hips
 * contribute is the sum over hips of the squares and twice that over pairs of the products, so that
 * counts of pairs, beside the counts of hips, hold all that errors and tests by patient need. Which
 * of the two hips is named first does not count.
 *
 * <p><b>Privacy.</b> Most lines describe one patient, whose days are all but an identifier: they
 * are data of patients, as rows are, and must not be published. Coarser days, such as weeks or
 * months, leave fewer such lines.
 *
 * <pre>{@code
 * EventCounts hips = EventCounts.of(List.of(DayCount.of("III", 300, 4, 0),
 *     DayCount.of("III", 730, 0, 12), DayCount.of("II", 730, 0, 8)));
 * EventCounts byPatient = hips.withPairs(List.of(
 *     PairCount.of(PairCount.Hip.of("III", 300, true), PairCount.Hip.of("III", 300, true), 1),
 *     PairCount.of(PairCount.Hip.of("III", 300, true), PairCount.Hip.of("II", 730, false), 2)));
 * FollowUp.of(byPatient).clusters();                                      // OptionalInt[21]
 * LogRank.withDefaults().test(byPatient).variance().code();               // clustered
 * }</pre>
 *
 * @see EventCounts
 */
@Value.Immutable
public sealed interface PairCount permits ImmutablePairCount {

  /**
   * A hip of a pair.
   *
   * @see PairCount
   */
  @Value.Immutable
  sealed interface Hip extends Comparable<Hip> permits ImmutableHip {

    /**
     * Returns the label of the group.
     *
     * @return the label
     */
    String group();

    /**
     * Returns the label of the stratum.
     *
     * @return the label, {@code all} without strata
     */
    @Value.Default
    default String stratum() {
      return Labels.ALL;
    }

    /**
     * Returns the day on which the hip left.
     *
     * @return whole days from the start of observation, 0 or more
     */
    int day();

    /**
     * Returns what ended its time.
     *
     * @return 1 for the event, 0 for censoring; where events compete the number of the cause, from
     *     1
     */
    int cause();

    /**
     * Returns a hip that had the event or was censored.
     *
     * @param group the label of the group
     * @param day whole days from the start of observation, 0 or more
     * @param event true if the event ended its time, false if it was censored
     * @return the hip
     * @throws IllegalArgumentException if the day is negative
     */
    static Hip of(String group, int day, boolean event) {
      return of(group, day, event ? 1 : 0);
    }

    /**
     * Returns a hip that had one of several events or was censored.
     *
     * @param group the label of the group
     * @param day whole days from the start of observation, 0 or more
     * @param cause the number of the cause from 1, or 0 if it was censored
     * @return the hip
     * @throws IllegalArgumentException if the day or the cause is negative
     */
    static Hip of(String group, int day, int cause) {
      return ImmutableHip.builder()
          .group(group)
          .day(ColumnChecks.notNegative("time [days]", day))
          .cause(ColumnChecks.notNegative("cause [number]", cause))
          .build();
    }

    /** Orders hips by stratum, group, day and end, for nothing but one order of rows. */
    @Override
    default int compareTo(Hip other) {
      int order = stratum().compareTo(Objects.requireNonNull(other, "other").stratum());
      order = order == 0 ? group().compareTo(other.group()) : order;
      order = order == 0 ? Integer.compare(day(), other.day()) : order;
      return order == 0 ? Integer.compare(cause(), other.cause()) : order;
    }

    /**
     * Returns the same hip in a stratum.
     *
     * @param label the label of the stratum
     * @return the hip
     */
    default Hip inStratum(String label) {
      return ImmutableHip.builder()
          .group(group())
          .stratum(label)
          .day(day())
          .cause(cause())
          .build();
    }
  }

  /**
   * Returns one hip.
   *
   * @return the hip
   */
  @Value.Redacted
  Hip first();

  /**
   * Returns the other hip.
   *
   * @return the hip
   */
  @Value.Redacted
  Hip second();

  /**
   * Returns how many patients had such hips.
   *
   * @return a number of patients, 0 or more
   */
  long patients();

  /**
   * Returns a line of pairs.
   *
   * @param first one hip
   * @param second the other hip of the same patient
   * @param patients how many patients had such hips, 0 or more
   * @return the line
   * @throws IllegalArgumentException if the number is negative
   */
  static PairCount of(Hip first, Hip second, long patients) {
    return ImmutablePairCount.builder()
        .first(Objects.requireNonNull(first, "first"))
        .second(Objects.requireNonNull(second, "second"))
        .patients(ColumnChecks.notNegative("patients [count]", patients))
        .build();
  }

  /**
   * Reads lines of pairs from a table, such as the answer of a database.
   *
   * <p>Columns: {@code day_a}, {@code cause_a}, {@code day_b}, {@code cause_b} and
   * {@code patients}, and where they apply {@code group_a}, {@code group_b}, {@code stratum_a} and
   * {@code stratum_b}, of which an empty label is {@code all}.
   *
   * @param table the table
   * @param problems takes what is wrong
   * @return the lines of the rows without problems, in their order
   */
  static List<PairCount> read(CsvInput table, Problems problems) {
    List<PairCount> lines = new ArrayList<>();
    Objects.requireNonNull(table, "table")
        .withRequired(List.of("day_a", "cause_a", "day_b", "cause_b", "patients"))
        .withOptional(List.of("group_a", "group_b", "stratum_a", "stratum_b"))
        .forEachPassingRow(Objects.requireNonNull(problems, "problems"), row -> {
          Optional<Hip> first = hip(row, "_a");
          Optional<Hip> second = hip(row, "_b");
          OptionalInt patients = row.requiredWholeNumber("patients", ColumnChecks.PATIENTS);
          if (row.isSound()) {
            lines.add(of(first.orElseThrow(), second.orElseThrow(), patients.orElseThrow()));
          }
        });
    return List.copyOf(lines);
  }

  private static Optional<Hip> hip(CsvRow row, String which) {
    OptionalInt day = row.requiredWholeNumber("day" + which, ColumnChecks.DAY);
    OptionalInt cause = row.requiredWholeNumber("cause" + which, ColumnChecks.CAUSE);
    return day.isPresent() && cause.isPresent()
        ? Optional.of(
            Hip.of(row.text("group" + which).orElse(Labels.ALL), day.getAsInt(), cause.getAsInt())
                .inStratum(row.text("stratum" + which).orElse(Labels.ALL)))
        : Optional.empty();
  }
}
