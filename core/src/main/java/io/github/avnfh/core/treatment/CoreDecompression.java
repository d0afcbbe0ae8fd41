package io.github.avnfh.core.treatment;

import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.Timepoint;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * A core decompression of a hip: a channel drilled through the neck into the lesion.
 *
 * <pre>{@code
 * CoreDecompression operation = CoreDecompression.builder().day(0).drillMillimeters(3.2).build();
 * operation.drillMillimeters(); // OptionalDouble[3.2]
 * }</pre>
 */
@Value.Immutable
public sealed interface CoreDecompression permits ImmutableCoreDecompression {
  /** Diameter of the drill, in millimeters. */
  Quantity DRILL = Quantity.of("drill diameter", "mm", 0.5, 20);

  /**
   * Returns the day of the operation.
   *
   * @return whole days from the first treatment
   */
  @Value.Redacted
  int day();

  /**
   * Returns the diameter of the drill, if it was recorded.
   *
   * @return the diameter in millimeters
   */
  OptionalDouble drillMillimeters();

  /**
   * Refuses an impossible day or diameter.
   *
   * @throws IllegalArgumentException if a value lies outside its range
   */
  @Value.Check
  default void check() {
    Timepoint.DAY.check(day());
    DRILL.check(drillMillimeters());
  }

  /**
   * Starts a core decompression.
   *
   * @return a builder; the day is required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds core decompressions. */
  final class Builder extends ImmutableCoreDecompression.Builder {
    Builder() {}
  }
}
