package io.github.avnfh.staging.kerboul;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.statistics.Decimals;
import io.github.avnfh.staging.PossibleStages;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.immutables.value.Value;

/**
 * The combined necrotic angle: the arc of necrosis in two planes, seen from the center of the head,
 * summed.
 *
 * <p>Each arc lies in 0 to 360 degrees and the sum in 0 to 720; the sum is that of the decimal
 * numbers, so that 119.9 and 80.1 are 200. Whether the arcs were measured on radiographs or on MRI,
 * and on the middle or the largest slice, is for the caller to record: the classes here say which
 * they mean.
 *
 * <pre>{@code
 * NecroticAngle angle = NecroticAngle.of(119.9, 80.1);
 * angle.degrees();       // 200.0
 * angle.isImplausible(); // false
 * }</pre>
 */
@Value.Immutable
public sealed interface NecroticAngle permits ImmutableNecroticAngle {

  /**
   * Returns the arc in the coronal plane, or on the anteroposterior radiograph.
   *
   * @return degrees
   */
  double coronalDegrees();

  /**
   * Returns the arc in the sagittal plane, or on the lateral radiograph.
   *
   * @return degrees
   */
  double sagittalDegrees();

  /**
   * Returns a combined angle.
   *
   * @param coronalDegrees the arc in the coronal plane, 0 to 360 degrees
   * @param sagittalDegrees the arc in the sagittal plane, 0 to 360 degrees
   * @return the angle
   * @throws IllegalArgumentException if an arc lies outside that range
   */
  static NecroticAngle of(double coronalDegrees, double sagittalDegrees) {
    return ImmutableNecroticAngle.builder()
        .coronalDegrees(Findings.NECROTIC_ANGLE_CORONAL.check(coronalDegrees))
        .sagittalDegrees(Findings.NECROTIC_ANGLE_SAGITTAL.check(sagittalDegrees))
        .build();
  }

  /**
   * Returns the combined angle of findings.
   *
   * @param findings what was found and what was not assessed
   * @return the angle, or nothing where one of the arcs was not measured
   */
  static Optional<NecroticAngle> of(Findings findings) {
    OptionalDouble coronal = findings.necroticAngleCoronalDegrees();
    OptionalDouble sagittal = findings.necroticAngleSagittalDegrees();
    return coronal.isPresent() && sagittal.isPresent()
        ? Optional.of(of(coronal.getAsDouble(), sagittal.getAsDouble()))
        : Optional.empty();
  }

  /**
   * Returns the classes that findings leave possible: one where both arcs were measured, those from
   * the measured arc upward where one was, all where none was.
   *
   * @param <E> the classes
   * @param findings what was found and what was not assessed
   * @param classes the class of an angle, such as {@code HaGrade::of}
   * @return the classes in their order
   */
  static <E extends Enum<E> & Coded> PossibleStages<E> level(
      Findings findings, Function<NecroticAngle, E> classes) {
    OptionalDouble coronal = findings.necroticAngleCoronalDegrees();
    OptionalDouble sagittal = findings.necroticAngleSagittalDegrees();
    E lowest = classes.apply(of(coronal.orElse(0), sagittal.orElse(0)));
    E highest = classes.apply(of(
        coronal.orElse(Findings.NECROTIC_ANGLE_CORONAL.high()),
        sagittal.orElse(Findings.NECROTIC_ANGLE_SAGITTAL.high())));
    return PossibleStages.among(EnumSet.range(lowest, highest));
  }

  /**
   * Returns the sum of the two arcs.
   *
   * @return degrees, 0 to 720
   */
  default double degrees() {
    return Decimals.sum(coronalDegrees(), sagittalDegrees());
  }

  /**
   * Tells whether the sum is more than one would expect of any head, and so worth a second look.
   *
   * @return true above 360 degrees
   */
  default boolean isImplausible() {
    return degrees() > 360;
  }
}
