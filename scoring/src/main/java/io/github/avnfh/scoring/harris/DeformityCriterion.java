package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Quantity;
import java.util.List;

/**
 * A criterion for the absence of deformity: a measurement that must stay below its cut.
 *
 * <p>Every comparison is strict: a measurement on the cut does not meet the criterion. The cut for
 * the length of the legs is 3.2 cm; copies of the form that add "1.5 inches" contradict themselves,
 * since 1.5 inches are 3.81 cm.
 *
 * <pre>{@code
 * Deformity deformity =
 *     Deformity.builder().fixedFlexionDegrees(30).legLengthDifferenceCm(1.5).build();
 * deformity.isMet(DeformityCriterion.FIXED_FLEXION);         // Optional[false]
 * deformity.isMet(DeformityCriterion.LEG_LENGTH_DIFFERENCE); // Optional[true]
 * deformity.isMet(DeformityCriterion.FIXED_ADDUCTION);       // Optional.empty
 * }</pre>
 */
public enum DeformityCriterion implements HarrisItem {
  /** Fixed flexion contracture of less than 30 degrees. */
  FIXED_FLEXION(
      "fixed_flexion_deg", Quantity.of("fixed flexion contracture", "degrees", 0, 90), 30),

  /** Fixed adduction of less than 10 degrees. */
  FIXED_ADDUCTION("fixed_adduction_deg", Quantity.of("fixed adduction", "degrees", 0, 90), 10),

  /** Fixed internal rotation in extension of less than 10 degrees. */
  FIXED_INTERNAL_ROTATION(
      "fixed_internal_rotation_deg",
      Quantity.of("fixed internal rotation in extension", "degrees", 0, 90),
      10),

  /** Difference in the length of the legs of less than 3.2 cm. */
  LEG_LENGTH_DIFFERENCE(
      "leg_length_difference_cm", Quantity.of("leg length difference", "cm", 0, 30), 3.2);

  /** The criteria in their order, without a copy for each hip. */
  static final List<DeformityCriterion> ALL = List.of(values());

  private final String code;

  @SuppressWarnings(
      "ImmutableEnumChecker") // a quantity is immutable, but carries no annotation for it
  private final Quantity quantity;

  private final double cut;

  DeformityCriterion(String code, Quantity quantity, double cut) {
    this.code = code;
    this.quantity = quantity;
    this.cut = cut;
  }

  /**
   * Tells whether a measurement meets the criterion.
   *
   * @param measured the measurement in the unit of {@link #quantity()}
   * @return true if it lies below the cut, false on the cut and above
   * @throws IllegalArgumentException if the measurement is impossible
   */
  public boolean isMetBy(double measured) {
    return quantity.check(measured) < cut;
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
   * Returns the value below which the criterion is met.
   *
   * @return the cut, in the unit of {@link #quantity()}
   */
  public double cut() {
    return cut;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public HarrisDomain domain() {
    return HarrisDomain.DEFORMITY;
  }
}
