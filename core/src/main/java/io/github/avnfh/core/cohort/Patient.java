package io.github.avnfh.core.cohort;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.internal.OneLine;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * A patient: who takes part, as found at enrollment, and until when; apart from what is the matter
 * with the hips.
 *
 * <p>Nothing of a patient prints.
 *
 * <pre>{@code
 * Patient patient = Patient.builder()
 *     .id(PatientId.of("P01"))
 *     .sex(Sex.FEMALE)
 *     .ageYears(41)
 *     .build();
 * patient.ageYears(); // 41
 * patient.weightKg(); // OptionalDouble.empty
 * }</pre>
 */
@Value.Immutable
public sealed interface Patient permits ImmutablePatient {
  /** Age at enrollment, in completed years. */
  Quantity AGE = Quantity.of("age at enrollment", "years", 0, 120);

  /** Standing height, in centimeters. */
  Quantity HEIGHT = Quantity.of("height", "cm", 30, 260);

  /** Body weight, in kilograms. */
  Quantity WEIGHT = Quantity.of("weight", "kg", 2, 400);

  /** Platelet count, per microliter of blood. */
  Quantity PLATELETS = Quantity.of("platelet count", "per microliter", 0, 5_000_000);

  /**
   * Returns the study's identifier of the patient.
   *
   * @return the identifier
   */
  @Value.Redacted
  PatientId id();

  /**
   * Returns the sex.
   *
   * @return the sex as recorded
   */
  @Value.Redacted
  Sex sex();

  /**
   * Returns the age at enrollment.
   *
   * @return the age in completed years
   */
  @Value.Redacted
  int ageYears();

  /**
   * Returns the standing height, if it was measured.
   *
   * @return the height in centimeters
   */
  @Value.Redacted
  OptionalDouble heightCm();

  /**
   * Returns the body weight, if it was measured.
   *
   * @return the weight in kilograms
   */
  @Value.Redacted
  OptionalDouble weightKg();

  /**
   * Returns the platelet count, if it was measured.
   *
   * @return the count per microliter
   */
  @Value.Redacted
  OptionalDouble plateletsPerMicroliter();

  /**
   * Returns the other laboratory readings at baseline.
   *
   * @return the readings, each of which may be missing
   */
  @Value.Default
  @Value.Redacted
  default Laboratory laboratory() {
    return Laboratory.notMeasured();
  }

  /**
   * Returns what was asked before enrollment.
   *
   * @return the answers, each of which may be missing
   */
  @Value.Default
  @Value.Redacted
  default Screening screening() {
    return Screening.notRecorded();
  }

  /**
   * Returns the day on which the patient was lost to follow-up, if that happened.
   *
   * @return whole days from the first treatment
   */
  @Value.Redacted
  Optional<Integer> lostDay();

  /**
   * Returns why the patient was lost to follow-up, if that is known.
   *
   * @return the reason as one line of visible characters
   */
  @Value.Redacted
  Optional<String> lostReason();

  /**
   * Returns the day of the patient's death, if the patient is known to have died.
   *
   * @return whole days from the first treatment, not before the patient was lost
   */
  @Value.Redacted
  Optional<Integer> deathDay();

  /**
   * Refuses impossible readings and days, a loss after death, and a reason without a loss.
   *
   * @throws IllegalArgumentException if a value lies outside its range or contradicts another
   */
  @Value.Check
  default void check() {
    AGE.check(ageYears());
    HEIGHT.check(heightCm());
    WEIGHT.check(weightKg());
    PLATELETS.check(plateletsPerMicroliter());
    lostDay().ifPresent(day -> Timepoint.DAY.check(day));
    deathDay().ifPresent(day -> Timepoint.DAY.check(day));
    lostReason().ifPresent(text -> OneLine.check("reason of a loss to follow-up", text));
    if (lostReason().isPresent() && lostDay().isEmpty()) {
      throw new IllegalArgumentException(
          "reason of a loss to follow-up [text] must come with the day of the loss, but does not");
    }
    if (lostDay().isPresent()
        && deathDay().isPresent()
        && lostDay().get() > deathDay().get()) {
      throw new IllegalArgumentException("loss to follow-up [days from the first treatment] must"
          + " not come after death, but does");
    }
  }

  /**
   * Starts a patient.
   *
   * @return a builder; id, sex and age are required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds patients. */
  final class Builder extends ImmutablePatient.Builder {
    Builder() {}

    @Override
    public Patient build() {
      Patient built = super.build();
      OptionalDouble platelets = PLATELETS.check(built.plateletsPerMicroliter());
      return platelets.equals(built.plateletsPerMicroliter())
          ? built
          : Patient.builder()
              .id(built.id())
              .sex(built.sex())
              .ageYears(built.ageYears())
              .heightCm(built.heightCm())
              .weightKg(built.weightKg())
              .plateletsPerMicroliter(platelets)
              .laboratory(built.laboratory())
              .screening(built.screening())
              .lostDay(built.lostDay())
              .lostReason(built.lostReason())
              .deathDay(built.deathDay())
              .build();
    }
  }
}
