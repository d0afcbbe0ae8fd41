package io.github.avnfh.core.study;

import io.github.avnfh.core.Arthroplasty;
import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.Visit;
import io.github.avnfh.core.VisitStatus;
import io.github.avnfh.core.imaging.Examination;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * A hip with its history: the cause, the stage at enrollment, visits, images, and whether it was
 * replaced.
 *
 * <p>Nothing but the stage prints.
 */
@Value.Immutable
public sealed interface Hip permits ImmutableHip {

  /**
   * Returns which hip of which patient this is.
   *
   * @return the identifier
   */
  @Value.Redacted
  HipId id();

  /**
   * Returns the cause of the necrosis.
   *
   * @return the etiology
   */
  @Value.Redacted
  Etiology etiology();

  /**
   * Returns the Steinberg stage at enrollment as the study recorded it.
   *
   * @return the stage
   */
  SteinbergStage baselineStage();

  /**
   * Returns the Steinberg grade at enrollment, if it was recorded.
   *
   * @return the grade
   */
  Optional<SteinbergGrade> baselineGrade();

  /**
   * Returns whether the hip had been operated on before, if that was recorded.
   *
   * @return true after earlier surgery on the same hip
   */
  @Value.Redacted
  Optional<Boolean> priorSurgery();

  /**
   * Returns the visits, in the order of their days and then of their timepoints.
   *
   * @return the visits
   */
  @Value.Redacted
  List<Visit> visits();

  /**
   * Returns the readings of images, in the order of their days, timepoints, modalities and readers.
   *
   * @return the readings
   */
  @Value.Redacted
  List<Examination> examinations();

  /**
   * Returns the replacement of the hip, if there was one.
   *
   * @return the arthroplasty
   */
  @Value.Redacted
  Optional<Arthroplasty> arthroplasty();

  /**
   * Returns the day on which the hip was last known to be in place or replaced, if it was recorded.
   *
   * @return whole days from the first treatment
   */
  @Value.Redacted
  Optional<Integer> lastSeenDay();

  /**
   * Returns the visit of a timepoint, if there is one.
   *
   * @param timepoint the planned moment
   * @return the first visit of that timepoint
   */
  default Optional<Visit> visit(Timepoint timepoint) {
    return visits().stream()
        .filter(visit -> visit.timepoint().equals(timepoint))
        .findFirst();
  }

  /**
   * Returns the last day of which anything is known: the last seen day, a visit that took place, an
   * image, or the arthroplasty, whichever comes last.
   *
   * @return whole days from the first treatment, at least 0
   */
  default int lastKnownDay() {
    IntStream visited = visits().stream()
        .filter(visit ->
            visit.status() == VisitStatus.DONE || visit.status() == VisitStatus.AFTER_ARTHROPLASTY)
        .mapToInt(Visit::day);
    IntStream imaged = examinations().stream().mapToInt(Examination::day);
    IntStream replaced = arthroplasty().stream().mapToInt(Arthroplasty::day);
    IntStream seen = lastSeenDay().stream().mapToInt(Integer::intValue);
    return IntStream.of(
            visited.max().orElse(0),
            imaged.max().orElse(0),
            replaced.max().orElse(0),
            seen.max().orElse(0))
        .max()
        .orElse(0);
  }

  /**
   * Refuses a last seen day outside its range, two visits of one planned moment or two unscheduled
   * ones on one day, and two readings of one moment by one reader on one kind of images.
   *
   * @throws IllegalArgumentException if the hip contradicts itself
   */
  @Value.Check
  default void check() {
    lastSeenDay().ifPresent(day -> Visit.DAY.check(day));
    HipHistory.check(this);
  }

  /**
   * Starts a hip.
   *
   * @return a builder; id, etiology and baseline stage are required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds hips. */
  final class Builder extends ImmutableHip.Builder {
    Builder() {}

    @Override
    public Hip build() {
      return HipHistory.inOrder(super.build());
    }
  }
}
