package io.github.avnfh.scoring.harris;

import io.github.avnfh.scoring.harris.HarrisItem.Motion;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * How far a hip moves: five motions in degrees from neutral, each measured or missing.
 *
 * <pre>{@code
 * RangeOfMotion range = RangeOfMotion.builder().flexionDegrees(110).abductionDegrees(20).build();
 * range.missing(); // [ADDUCTION, EXTERNAL_ROTATION, INTERNAL_ROTATION]
 * }</pre>
 */
@Value.Immutable
public sealed interface RangeOfMotion permits ImmutableRangeOfMotion {

  /**
   * Returns flexion, if it was measured.
   *
   * @return degrees, 0 to 160
   */
  OptionalDouble flexionDegrees();

  /**
   * Returns abduction, if it was measured.
   *
   * @return degrees, 0 to 90
   */
  OptionalDouble abductionDegrees();

  /**
   * Returns adduction, if it was measured.
   *
   * @return degrees, 0 to 90
   */
  OptionalDouble adductionDegrees();

  /**
   * Returns external rotation in extension, if it was measured.
   *
   * @return degrees, 0 to 90
   */
  OptionalDouble externalRotationDegrees();

  /**
   * Returns internal rotation in extension, if it was measured.
   *
   * @return degrees, 0 to 90
   */
  OptionalDouble internalRotationDegrees();

  /**
   * Returns the range of motion of a hip that was not examined.
   *
   * @return five motions missing
   */
  static RangeOfMotion notMeasured() {
    return builder().build();
  }

  /**
   * Returns one motion, if it was measured.
   *
   * @param motion the motion
   * @return degrees from neutral
   */
  default OptionalDouble degrees(Motion motion) {
    return switch (motion) {
      case FLEXION -> flexionDegrees();
      case ABDUCTION -> abductionDegrees();
      case ADDUCTION -> adductionDegrees();
      case EXTERNAL_ROTATION -> externalRotationDegrees();
      case INTERNAL_ROTATION -> internalRotationDegrees();
    };
  }

  /**
   * Returns the motions that were not measured.
   *
   * @return the motions in their order
   */
  default List<Motion> missing() {
    return Arrays.stream(Motion.values())
        .filter(motion -> degrees(motion).isEmpty())
        .toList();
  }

  /**
   * Tells whether all five motions were measured.
   *
   * @return true if none is missing
   */
  default boolean isComplete() {
    return flexionDegrees().isPresent()
        && abductionDegrees().isPresent()
        && adductionDegrees().isPresent()
        && externalRotationDegrees().isPresent()
        && internalRotationDegrees().isPresent();
  }

  /**
   * Refuses degrees that no hip can reach.
   *
   * @throws IllegalArgumentException if a motion is negative, not finite, or beyond its range
   */
  @Value.Check
  default void check() {
    for (Motion motion : Motion.values()) {
      motion.quantity().check(degrees(motion));
    }
  }

  /**
   * Starts a range of motion.
   *
   * @return a builder; nothing is required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds ranges of motion. */
  final class Builder extends ImmutableRangeOfMotion.Builder {
    Builder() {}
  }
}
