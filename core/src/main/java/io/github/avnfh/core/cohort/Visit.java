package io.github.avnfh.core.cohort;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.csv.Codes;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.internal.ListStyle;
import io.github.avnfh.core.internal.OneLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A visit on which a hip was looked after: when it was planned, when it was, and the scores that
 * were taken.
 *
 * <p>The day is a whole number of days from the first treatment, so baseline lies on day 0 or
 * before.
 *
 * <pre>{@code
 * Visit visit = Visit.builder()
 *     .timepoint(Timepoint.ofMonths(6))
 *     .day(185)
 *     .status(VisitStatus.DONE)
 *     .addScores(Score.of(Instruments.PAIN_VAS_CM, 3.5))
 *     .build();
 * visit.score(Instruments.PAIN_VAS_CM).map(Score::points);      // Optional[3.5]
 * visit.score(Instruments.HARRIS_HIP_SCORE).map(Score::points); // Optional.empty
 * }</pre>
 */
@ListStyle
@Value.Immutable
public sealed interface Visit extends WithVisit permits ImmutableVisit {
  /**
   * Returns the planned moment.
   *
   * @return the timepoint
   */
  @Value.Parameter
  Timepoint timepoint();

  /**
   * Returns the actual day.
   *
   * @return whole days from the first treatment
   */
  @Value.Parameter
  @Value.Redacted
  int day();

  /**
   * Returns what became of the visit.
   *
   * @return the status
   */
  @Value.Parameter
  VisitStatus status();

  /**
   * Returns the scores that were taken, at most one per instrument.
   *
   * @return the scores in the order of the codes of their instruments
   */
  @Value.Parameter
  @Value.Redacted
  List<Score> scores();

  /**
   * Returns why the visit did not take place, if that was recorded.
   *
   * @return the reason as one line of visible characters, of a missed visit only
   */
  @Value.Parameter
  @Value.Redacted
  Optional<String> missedReason();

  /**
   * What tells the visits of one hip apart: the planned moment, or the day of a visit outside the
   * plan.
   *
   * @param timepoint the planned moment
   * @param dayIfUnscheduled the day of an unscheduled visit, 0 of a planned one
   */
  record Key(Timepoint timepoint, int dayIfUnscheduled) {
    /**
     * Returns the key of what was done at a moment on a day.
     *
     * @param timepoint the planned moment
     * @param day whole days from the first treatment
     * @return the key, equal for everything of one visit
     */
    public static Key of(Timepoint timepoint, int day) {
      Objects.requireNonNull(timepoint, "timepoint");
      return new Key(timepoint, timepoint.months().isPresent() ? 0 : day);
    }
  }

  /**
   * Returns what tells this visit apart from others of its hip.
   *
   * @return the key, of which a hip has each once
   */
  default Key key() {
    return Key.of(timepoint(), day());
  }

  /**
   * Returns the score of one instrument, if it was taken.
   *
   * @param instrument the instrument
   * @return its score
   */
  default Optional<Score> score(Instrument instrument) {
    return scores().stream()
        .filter(score -> score.instrument().equals(instrument))
        .findFirst();
  }

  /**
   * Refuses impossible days, two scores of one instrument, scores of a visit that did not take
   * place, and a reason for missing a visit that was not missed.
   *
   * @return this visit, with its scores in order
   * @throws IllegalArgumentException if the visit contradicts itself
   */
  @Value.Check
  default Visit check() {
    Timepoint.DAY.check(day());
    long instruments = instruments(scores());
    if (instruments < scores().size()) {
      throw new IllegalArgumentException(
          "scores of one visit [count per instrument] must lie in 0..1, but were "
              + scores().size() + " of " + instruments + " instruments");
    }
    if (!scores().isEmpty()
        && (status() == VisitStatus.MISSED || status() == VisitStatus.NOT_DUE)) {
      throw new IllegalArgumentException("scores of a visit that is " + status().code()
          + " [count] must lie in 0..0, but were " + scores().size());
    }
    missedReason().ifPresent(text -> OneLine.check("reason of a missed visit", text));
    if (missedReason().isPresent() && status() != VisitStatus.MISSED) {
      throw new IllegalArgumentException(
          "reason of a missed visit [text] must come with a visit that is missed, but the visit is "
              + status().code());
    }
    return inOrder(scores()) ? this : withScores(ordered(scores()));
  }

  /**
   * Returns a visit of which nothing else is known.
   *
   * @param timepoint the planned moment
   * @param day whole days from the first treatment
   * @param status what became of the visit
   * @param scores the scores that were taken, at most one per instrument
   * @return the visit
   * @throws IllegalArgumentException if the visit contradicts itself
   */
  static Visit of(Timepoint timepoint, int day, VisitStatus status, List<Score> scores) {
    return ImmutableVisit.of(timepoint, day, status, scores, Optional.empty());
  }

  /** Whether scores are in the order of the codes of their instruments, each instrument once. */
  private static boolean inOrder(List<Score> scores) {
    for (int i = 1; i < scores.size(); i++) {
      if (code(scores, i - 1).compareTo(code(scores, i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static long instruments(List<Score> scores) {
    return inOrder(scores)
        ? scores.size()
        : scores.stream().map(score -> score.instrument().code()).distinct().count();
  }

  private static List<Score> ordered(List<Score> scores) {
    return scores.stream()
        .sorted(Comparator.comparing(score -> score.instrument().code()))
        .toList();
  }

  private static String code(List<Score> scores, int index) {
    return scores.get(index).instrument().code();
  }

  /**
   * Makes a visit of a map by the names of the columns in which a table holds visits.
   *
   * <pre>{@code
   * Visit made = Visit.ofCodes(
   *     Map.of("visit", "M6", "day", 185, "vas", 3.5), List.of(Instruments.PAIN_VAS_CM));
   * made.codes(); // {visit=M6, day=185, status=done, vas=3.5}
   * }</pre>
   *
   * @param codes by {@code visit}, {@code day}, {@code status}, {@code missed_reason} and the codes
   *     of the instruments, each as {@link Codes} allows; without a status the visit was done, and
   *     without a day it lies on that of the plan, if it did not take place
   * @param instruments the instruments whose scores may be there
   * @return the visit
   * @throws IllegalArgumentException if a code is unknown, one that is required is missing, what
   *     stands under one is refused, or the visit contradicts itself
   */
  static Visit ofCodes(
      Map<String, ? extends @Nullable Object> codes, List<Instrument> instruments) {
    Objects.requireNonNull(codes, "codes");
    Objects.requireNonNull(instruments, "instruments")
        .forEach(instrument -> Objects.requireNonNull(instrument, "instruments"));
    return Builder.Cells.codes(instruments)
        .read(codes, row -> Builder.Cells.visit(row, instruments));
  }

  /**
   * Returns the visit as texts by the names of the columns.
   *
   * @return what is known; {@link #ofCodes(Map, List)} makes an equal visit of it
   */
  default Map<String, String> codes() {
    return Builder.Cells.codes(scores().stream().map(Score::instrument).toList())
        .texts(Builder.Cells.of(this));
  }

  /**
   * Starts a visit.
   *
   * @return a builder; timepoint, day and status are required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds visits. */
  final class Builder extends ImmutableVisit.Builder {
    Builder() {}

    /** How a table holds visits. */
    private static final class Cells {
      private Cells() {}

      static Codes codes(List<Instrument> instruments) {
        return Codes.of(
            "visit",
            Stream.of(
                    Stream.of("visit", "day", "status"),
                    instruments.stream().map(Instrument::code),
                    Stream.of("missed_reason"))
                .flatMap(columns -> columns)
                .toList());
      }

      static Optional<Visit> visit(CsvRow row, List<Instrument> instruments) {
        Optional<Timepoint> timepoint = row.required("visit", Timepoint::parse);
        VisitStatus status = row.optional("status", VisitStatus::parse).orElse(VisitStatus.DONE);
        OptionalInt planned = status.tookPlace()
            ? OptionalInt.empty()
            : timepoint.map(Timepoint::nominalDay).orElse(OptionalInt.empty());
        OptionalInt day = planned.isPresent() && row.isEmpty("day")
            ? planned
            : row.requiredWholeNumber("day", Timepoint.DAY);
        Builder visit = Visit.builder()
            .status(status)
            .missedReason(row.optional("missed_reason", text -> text));
        for (Instrument instrument : instruments) {
          OptionalDouble points = row.number(instrument.code(), instrument.quantity());
          points.ifPresent(given -> visit.addScores(Score.of(instrument, given)));
        }
        return row.isSound()
            ? Optional.of(
                visit.timepoint(timepoint.orElseThrow()).day(day.orElseThrow()).build())
            : Optional.empty();
      }

      static List<String> of(Visit visit) {
        List<String> cells = new ArrayList<>(List.of(
            visit.timepoint().code(),
            Integer.toString(visit.day()),
            visit.status().code()));
        visit.scores().forEach(score -> cells.add(CsvOutput.number(score.points())));
        cells.add(visit.missedReason().orElse(""));
        return cells;
      }
    }
  }
}
