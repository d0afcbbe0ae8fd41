package io.github.avnfh.core.treatment;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.Timepoint;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * The bone marrow that was aspirated from a patient in one session, from all punctures together.
 *
 * <p>Nothing that was measured of a patient prints.
 *
 * <pre>{@code
 * MarrowAspiration aspiration = MarrowAspiration.builder()
 *     .patient(PatientId.of("P01"))
 *     .day(0)
 *     .volumeMilliliters(96)
 *     .site(AspirationSite.POSTERIOR_ILIAC_CREST)
 *     .build();
 * aspiration.volumeMilliliters(); // OptionalDouble[96.0]
 * aspiration.aliquots();          // OptionalInt.empty
 * }</pre>
 */
@Value.Immutable
public sealed interface MarrowAspiration permits ImmutableMarrowAspiration {
  /** Volume of the whole aspirate, in milliliters. */
  Quantity VOLUME = Quantity.of("aspirated volume", "mL", 0.1, 2_000);

  /** Number of aliquots that make the aspirate. */
  Quantity ALIQUOTS = Quantity.of("aliquots of an aspirate", "count", 1, 1_000);

  /** Volume of one aliquot, in milliliters. */
  Quantity ALIQUOT = Quantity.of("aliquot", "mL", 0.1, 200);

  /**
   * Returns the patient from whom marrow was aspirated.
   *
   * @return the patient's identifier
   */
  @Value.Redacted
  PatientId patient();

  /**
   * Returns the day of the session.
   *
   * @return whole days from the first treatment
   */
  @Value.Redacted
  int day();

  /**
   * Returns the volume of the whole aspirate, if it was measured.
   *
   * @return the volume in milliliters
   */
  @Value.Redacted
  OptionalDouble volumeMilliliters();

  /**
   * Returns how many aliquots make the aspirate, if they were counted.
   *
   * @return a count of aliquots
   */
  @Value.Redacted
  OptionalInt aliquots();

  /**
   * Returns the volume of the smallest aliquot, if it was measured.
   *
   * @return the volume in milliliters
   */
  @Value.Redacted
  OptionalDouble smallestAliquotMilliliters();

  /**
   * Returns the volume of the largest aliquot, if it was measured.
   *
   * @return the volume in milliliters, not below that of the smallest
   */
  @Value.Redacted
  OptionalDouble largestAliquotMilliliters();

  /**
   * Returns the bone from which marrow was aspirated, if it was recorded.
   *
   * @return the site
   */
  Optional<AspirationSite> site();

  /**
   * Returns whether the aspirate was adequate for the preparation of cells, if that was judged.
   *
   * @return false if it was inadequate for technical reasons
   */
  @Value.Redacted
  Optional<Boolean> adequate();

  /**
   * Refuses impossible values, and a smallest aliquot above the largest.
   *
   * @throws IllegalArgumentException if the aspiration contradicts itself
   */
  @Value.Check
  default void check() {
    Timepoint.DAY.check(day());
    VOLUME.check(volumeMilliliters());
    aliquots().ifPresent(count -> ALIQUOTS.check(count));
    ALIQUOT.check(smallestAliquotMilliliters());
    ALIQUOT.check(largestAliquotMilliliters());
    double largest = largestAliquotMilliliters().orElse(Double.MAX_VALUE);
    double smallest = smallestAliquotMilliliters().orElse(0);
    if (smallest > largest) {
      throw new IllegalArgumentException("smallest aliquot [mL] must lie in " + ALIQUOT.low() + ".."
          + largest + ", the largest, but was " + smallest);
    }
  }

  /**
   * Starts an aspiration.
   *
   * @return a builder; patient and day are required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds aspirations. */
  final class Builder extends ImmutableMarrowAspiration.Builder {
    Builder() {}
  }
}
