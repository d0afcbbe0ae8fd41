package io.github.avnfh.core.cohort;

import io.github.avnfh.core.Quantity;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * The laboratory readings of a patient at baseline, besides the platelet count: blood count,
 * coagulation, renal and liver function. Nothing of them prints.
 *
 * <pre>{@code
 * Laboratory blood = Laboratory.builder()
 *     .hemoglobinGramsPerDeciliter(13.2)
 *     .internationalNormalizedRatio(1.1)
 *     .build();
 * blood.hemoglobinGramsPerDeciliter();      // OptionalDouble[13.2]
 * blood.creatinineMilligramsPerDeciliter(); // OptionalDouble.empty
 * }</pre>
 */
@Value.Immutable
public sealed interface Laboratory permits ImmutableLaboratory {
  /** Hemoglobin, in grams per deciliter of blood. */
  Quantity HEMOGLOBIN = Quantity.of("hemoglobin", "g/dL", 1, 30);

  /** White cell count, per microliter of blood. */
  Quantity LEUKOCYTES = Quantity.of("leukocyte count", "per microliter", 10, 2_000_000);

  /** International normalized ratio of the prothrombin time. */
  Quantity INR = Quantity.of("international normalized ratio", "ratio", 0.1, 30);

  /** Activated partial thromboplastin time, in seconds. */
  Quantity APTT = Quantity.of("activated partial thromboplastin time", "s", 1, 600);

  /** Creatinine in serum, in milligrams per deciliter. */
  Quantity CREATININE = Quantity.of("creatinine", "mg/dL", 0.01, 100);

  /** Alanine aminotransferase in serum, in units per liter. */
  Quantity ALT = Quantity.of("alanine aminotransferase", "U/L", 0.1, 100_000);

  /** Aspartate aminotransferase in serum, in units per liter. */
  Quantity AST = Quantity.of("aspartate aminotransferase", "U/L", 0.1, 100_000);

  /**
   * Returns the hemoglobin, if it was measured.
   *
   * @return grams per deciliter
   */
  @Value.Redacted
  OptionalDouble hemoglobinGramsPerDeciliter();

  /**
   * Returns the white cell count, if it was measured.
   *
   * @return the count per microliter
   */
  @Value.Redacted
  OptionalDouble leukocytesPerMicroliter();

  /**
   * Returns the international normalized ratio of the prothrombin time, if it was measured.
   *
   * @return the ratio
   */
  @Value.Redacted
  OptionalDouble internationalNormalizedRatio();

  /**
   * Returns the activated partial thromboplastin time, if it was measured.
   *
   * @return the time in seconds
   */
  @Value.Redacted
  OptionalDouble partialThromboplastinSeconds();

  /**
   * Returns the creatinine, if it was measured.
   *
   * @return milligrams per deciliter
   */
  @Value.Redacted
  OptionalDouble creatinineMilligramsPerDeciliter();

  /**
   * Returns the alanine aminotransferase, if it was measured.
   *
   * @return units per liter
   */
  @Value.Redacted
  OptionalDouble alanineAminotransferaseUnitsPerLiter();

  /**
   * Returns the aspartate aminotransferase, if it was measured.
   *
   * @return units per liter
   */
  @Value.Redacted
  OptionalDouble aspartateAminotransferaseUnitsPerLiter();

  /**
   * Refuses impossible readings.
   *
   * @throws IllegalArgumentException if a reading lies outside its range
   */
  @Value.Check
  default void check() {
    HEMOGLOBIN.check(hemoglobinGramsPerDeciliter());
    LEUKOCYTES.check(leukocytesPerMicroliter());
    INR.check(internationalNormalizedRatio());
    APTT.check(partialThromboplastinSeconds());
    CREATININE.check(creatinineMilligramsPerDeciliter());
    ALT.check(alanineAminotransferaseUnitsPerLiter());
    AST.check(aspartateAminotransferaseUnitsPerLiter());
  }

  /**
   * Returns readings of which none was taken.
   *
   * @return the empty readings
   */
  static Laboratory notMeasured() {
    return builder().build();
  }

  /**
   * Starts readings.
   *
   * @return a builder; nothing is required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds readings. */
  final class Builder extends ImmutableLaboratory.Builder {
    Builder() {}
  }
}
