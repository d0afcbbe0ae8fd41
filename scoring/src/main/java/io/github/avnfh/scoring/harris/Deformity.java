package io.github.avnfh.scoring.harris;

import io.github.avnfh.scoring.harris.HarrisItem.DeformityCriterion;
import io.github.avnfh.scoring.harris.HarrisItem.Domain;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.immutables.value.Value;

/**
 * The four criteria for the absence of deformity, each measured, judged, or not assessed.
 *
 * <p>All four together give 4 points; anything less gives 0. There is no point for a single
 * criterion.
 *
 * <pre>{@code
 * Deformity deformity = Deformity.builder()
 *     .fixedFlexionDegrees(10)
 *     .fixedAdductionDegrees(0)
 *     .fixedInternalRotationDegrees(0)
 *     .legLengthDifferenceCm(1.5)
 *     .build();
 * deformity.points(); // OptionalInt[4]
 * }</pre>
 */
@Value.Immutable
public sealed interface Deformity permits ImmutableDeformity {
  /**
   * Returns the fixed flexion contracture, if it was measured.
   *
   * @return degrees, 0 to 90
   */
  OptionalDouble fixedFlexionDegrees();

  /**
   * Returns the fixed adduction, if it was measured.
   *
   * @return degrees, 0 to 90
   */
  OptionalDouble fixedAdductionDegrees();

  /**
   * Returns the fixed internal rotation in extension, if it was measured.
   *
   * @return degrees, 0 to 90
   */
  OptionalDouble fixedInternalRotationDegrees();

  /**
   * Returns the difference in the length of the legs, if it was measured.
   *
   * @return centimeters, 0 to 30
   */
  OptionalDouble legLengthDifferenceCm();

  /**
   * Returns the criteria that were judged without a measurement at hand.
   *
   * @return true for a criterion that is met, false for one that is not
   */
  Map<DeformityCriterion, Boolean> judged();

  /**
   * Returns the deformity of a hip of which nothing was assessed.
   *
   * @return nothing measured and nothing judged
   */
  static Deformity notAssessed() {
    return builder().build();
  }

  /**
   * Returns the deformity of a hip of which all four criteria were judged.
   *
   * @param met the criteria that are met; all others are not
   * @return the judgment
   */
  static Deformity meeting(Set<DeformityCriterion> met) {
    Map<DeformityCriterion, Boolean> judged = new EnumMap<>(DeformityCriterion.class);
    for (DeformityCriterion criterion : DeformityCriterion.values()) {
      judged.put(criterion, met.contains(criterion));
    }
    return builder().putAllJudged(judged).build();
  }

  /**
   * Returns the measurement behind a criterion, if there is one.
   *
   * @param criterion the criterion
   * @return degrees or centimeters
   */
  default OptionalDouble measured(DeformityCriterion criterion) {
    return switch (criterion) {
      case FIXED_FLEXION -> fixedFlexionDegrees();
      case FIXED_ADDUCTION -> fixedAdductionDegrees();
      case FIXED_INTERNAL_ROTATION -> fixedInternalRotationDegrees();
      case LEG_LENGTH_DIFFERENCE -> legLengthDifferenceCm();
    };
  }

  /**
   * Tells whether a criterion is met, if it was assessed.
   *
   * @param criterion the criterion
   * @return true if it is met; a measurement on the cut does not meet it
   */
  default Optional<Boolean> isMet(DeformityCriterion criterion) {
    OptionalDouble measured = measured(criterion);
    return measured.isPresent()
        ? Optional.of(criterion.isMetBy(measured.getAsDouble()))
        : Optional.ofNullable(judged().get(criterion));
  }

  /**
   * Returns the criteria that were not assessed.
   *
   * @return the criteria in their order
   */
  default List<DeformityCriterion> missing() {
    return Arrays.stream(DeformityCriterion.values())
        .filter(criterion -> isMet(criterion).isEmpty())
        .toList();
  }

  /**
   * Returns the points, if all four criteria were assessed.
   *
   * @return 4 points if all four are met, otherwise 0
   */
  default OptionalInt points() {
    boolean all = true;
    for (DeformityCriterion criterion : DeformityCriterion.ALL) {
      Optional<Boolean> met = isMet(criterion);
      if (met.isEmpty()) {
        return OptionalInt.empty();
      }
      all &= met.get();
    }
    return OptionalInt.of(all ? Domain.DEFORMITY.maximum() : 0);
  }

  /**
   * Refuses impossible measurements, and a criterion that is both measured and judged.
   *
   * @throws IllegalArgumentException if a measurement is impossible or a criterion given twice
   */
  @Value.Check
  default void check() {
    for (DeformityCriterion criterion : DeformityCriterion.values()) {
      boolean measured = criterion.quantity().check(measured(criterion)).isPresent();
      if (measured && judged().containsKey(criterion)) {
        throw new IllegalArgumentException(criterion.quantity().name()
            + " [measured or judged] must be given once, but was given twice");
      }
    }
  }

  /**
   * Starts a deformity.
   *
   * @return a builder; nothing is required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds deformities. */
  final class Builder extends ImmutableDeformity.Builder {
    Builder() {}
  }
}
