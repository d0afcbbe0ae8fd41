package io.github.avnfh.core;

import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * A patient at enrollment: who takes part, apart from what is the matter with the hips.
 *
 * <p>Nothing of a patient prints.
 *
 * <pre>{@code
 * Patient patient = Patient.builder().id(PatientId.of("P01")).sex(Sex.FEMALE).ageYears(41).build();
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
   * Refuses impossible readings.
   *
   * @throws IllegalArgumentException if a reading lies outside its range
   */
  @Value.Check
  default void check() {
    AGE.check(ageYears());
    HEIGHT.check(heightCm());
    WEIGHT.check(weightKg());
    PLATELETS.check(plateletsPerMicroliter());
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
              .build();
    }
  }
}
