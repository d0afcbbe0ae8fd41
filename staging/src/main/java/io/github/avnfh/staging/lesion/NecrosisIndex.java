package io.github.avnfh.staging.lesion;

import io.github.avnfh.staging.kerboul.NecroticAngle;
import java.math.BigDecimal;
import java.math.MathContext;
import org.immutables.value.Value;

/**
 * The index of necrotic extent by Koo and Kim: {@code (A / 180) * (B / 180) * 100}, where A is the
 * arc of necrosis on the middle coronal and B on the middle sagittal slice of MRI, in degrees.
 *
 * <p>The index is 0 to 400; it passes 100 where the arcs pass 180 degrees and is not cut off there.
 * No size classes are given, because their source could not be read.
 *
 * <p>Source: Koo KH, Kim R. J Bone Joint Surg Br 1995;77-B:875-880.
 *
 * <pre>{@code
 * NecrosisIndex index = NecrosisIndex.of(NecroticAngle.of(90, 120));
 * index.points(); // 33.3…
 * }</pre>
 */
@Value.Immutable
public sealed interface NecrosisIndex permits ImmutableNecrosisIndex {

  /**
   * Returns the index.
   *
   * @return 0 to 400, without a unit
   */
  double points();

  /**
   * Returns the index of two arcs.
   *
   * @param angle the arcs on the middle slices of MRI
   * @return the index
   */
  static NecrosisIndex of(NecroticAngle angle) {
    return ImmutableNecrosisIndex.builder().points(points(angle)).build();
  }

  /** 100 (coronal / 180) (sagittal / 180) = coronal sagittal / 324 in decimals, rounded once. */
  private static double points(NecroticAngle angle) {
    return BigDecimal.valueOf(angle.coronalDegrees())
        .multiply(BigDecimal.valueOf(angle.sagittalDegrees()))
        .divide(BigDecimal.valueOf(324), MathContext.DECIMAL128)
        .doubleValue();
  }
}
