package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Quantity;

/**
 * A motion of the hip that the score measures, in degrees from neutral.
 *
 * <p>Degrees beyond what a hip can do are refused: more than 160 degrees of flexion, more than 90
 * of any other motion.
 *
 * <pre>{@code
 * RangeOfMotion range = RangeOfMotion.builder().flexionDegrees(95).build();
 * range.degrees(Motion.FLEXION);         // OptionalDouble[95.0]
 * range.degrees(Motion.ABDUCTION);       // OptionalDouble.empty
 * Motion.FLEXION.normalMaximumDegrees(); // 140.0
 * }</pre>
 */
public enum Motion implements HarrisItem {
  /** Flexion, counted to 140 degrees by the total arc. */
  FLEXION("flexion_deg", Quantity.of("flexion", "degrees", 0, 160), 140),

  /** Abduction, counted to 40 degrees by the total arc. */
  ABDUCTION("abduction_deg", Quantity.of("abduction", "degrees", 0, 90), 40),

  /** Adduction, counted to 40 degrees by the total arc. */
  ADDUCTION("adduction_deg", Quantity.of("adduction", "degrees", 0, 90), 40),

  /** External rotation in extension, counted to 40 degrees by the total arc. */
  EXTERNAL_ROTATION(
      "external_rotation_deg", Quantity.of("external rotation", "degrees", 0, 90), 40),

  /** Internal rotation in extension, counted to 40 degrees by the total arc. */
  INTERNAL_ROTATION(
      "internal_rotation_deg", Quantity.of("internal rotation", "degrees", 0, 90), 40);

  private final String code;

  @SuppressWarnings(
      "ImmutableEnumChecker") // a quantity is immutable, but carries no annotation for it
  private final Quantity quantity;

  private final double normalMaximum;

  Motion(String code, Quantity quantity, double normalMaximum) {
    this.code = code;
    this.quantity = quantity;
    this.normalMaximum = normalMaximum;
  }

  /**
   * Returns what is measured, with its unit and range.
   *
   * @return the quantity
   */
  public Quantity quantity() {
    return quantity;
  }

  /**
   * Returns the most that the total arc counts of this motion.
   *
   * @return 140 degrees for flexion, 40 degrees for the others
   */
  public double normalMaximumDegrees() {
    return normalMaximum;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public HarrisDomain domain() {
    return HarrisDomain.RANGE_OF_MOTION;
  }
}
