package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.scoring.harris.HarrisAnswer.Limp;
import io.github.avnfh.scoring.harris.HarrisAnswer.Pain;
import io.github.avnfh.scoring.harris.HarrisAnswer.PublicTransport;
import io.github.avnfh.scoring.harris.HarrisAnswer.ShoesAndSocks;
import io.github.avnfh.scoring.harris.HarrisAnswer.Sitting;
import io.github.avnfh.scoring.harris.HarrisAnswer.Stairs;
import io.github.avnfh.scoring.harris.HarrisAnswer.Support;
import io.github.avnfh.scoring.harris.HarrisAnswer.WalkingDistance;
import java.util.List;

/**
 * An item of the form: a question, a criterion of deformity, or a motion.
 *
 * <p>The code of an item is the name of its column in files.
 *
 * <pre>{@code
 * HarrisItem item = HarrisItem.Motion.FLEXION;
 * item.code();             // flexion_deg
 * item.domain();           // RANGE_OF_MOTION
 * item.domain().maximum(); // 5
 * }</pre>
 *
 * @see HarrisForm
 */
public sealed interface HarrisItem extends Coded {

  /**
   * Returns the domain to which the item's points belong.
   *
   * @return the domain
   */
  Domain domain();

  /** A part of the score with its own subtotal; the four maxima add up to 100 points. */
  enum Domain implements Coded {
    /** Pain, one question. */
    PAIN("pain", Pain.NONE.points()),

    /** Function: gait (limp, support, distance) and four daily activities. */
    FUNCTION(
        "function",
        Limp.NONE.points()
            + Support.NONE.points()
            + WalkingDistance.UNLIMITED.points()
            + Stairs.NORMAL.points()
            + ShoesAndSocks.WITH_EASE.points()
            + Sitting.ANY_CHAIR_ONE_HOUR.points()
            + PublicTransport.ABLE.points()),

    /** Absence of deformity, all or nothing. */
    DEFORMITY("deformity", 4),

    /** Range of motion of the hip. */
    RANGE_OF_MOTION("range_of_motion", 5);

    private final String code;
    private final int maximum;

    Domain(String code, int maximum) {
      this.code = code;
      this.maximum = maximum;
    }

    @Override
    public String code() {
      return code;
    }

    /**
     * Returns the most points that the domain can give.
     *
     * @return 44, 47, 4 or 5 points
     */
    public int maximum() {
      return maximum;
    }
  }

  /**
   * A question with a list of answers: pain, and the seven items of function.
   *
   * <pre>{@code
   * HarrisForm form = HarrisForm.builder().pain(HarrisAnswer.Pain.MILD).build();
   * form.answer(HarrisItem.Question.PAIN).map(HarrisAnswer::points); // Optional[30]
   * form.answer(HarrisItem.Question.LIMP); // Optional.empty
   * }</pre>
   */
  enum Question implements HarrisItem {
    /** Pain, answered by {@link Pain}. */
    PAIN("pain", Domain.PAIN),

    /** Limp, answered by {@link Limp}. */
    LIMP("limp", Domain.FUNCTION),

    /** Support, answered by {@link Support}. */
    SUPPORT("support", Domain.FUNCTION),

    /** Distance walked, answered by {@link WalkingDistance}. */
    DISTANCE("distance", Domain.FUNCTION),

    /** Stairs, answered by {@link Stairs}. */
    STAIRS("stairs", Domain.FUNCTION),

    /** Shoes and socks, answered by {@link ShoesAndSocks}. */
    SHOES_AND_SOCKS("shoes_socks", Domain.FUNCTION),

    /** Sitting, answered by {@link Sitting}. */
    SITTING("sitting", Domain.FUNCTION),

    /** Public transport, answered by {@link PublicTransport}. */
    TRANSPORT("transport", Domain.FUNCTION);

    private final String code;
    private final Domain domain;

    Question(String code, Domain domain) {
      this.code = code;
      this.domain = domain;
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public Domain domain() {
      return domain;
    }
  }

  /**
   * A criterion for the absence of deformity: a measurement that must stay below its cut.
   *
   * <p>Every comparison is strict: a measurement on the cut does not meet the criterion. The cut
   * for the length of the legs is 3.2 cm; copies of the form that add "1.5 inches" contradict
   * themselves, since 1.5 inches are 3.81 cm.
   *
   * <pre>{@code
   * Deformity deformity =
   *     Deformity.builder().fixedFlexionDegrees(30).legLengthDifferenceCm(1.5).build();
   * deformity.isMet(HarrisItem.DeformityCriterion.FIXED_FLEXION);         // Optional[false]
   * deformity.isMet(HarrisItem.DeformityCriterion.LEG_LENGTH_DIFFERENCE); // Optional[true]
   * deformity.isMet(HarrisItem.DeformityCriterion.FIXED_ADDUCTION);       // Optional.empty
   * }</pre>
   */
  enum DeformityCriterion implements HarrisItem {
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
    public Domain domain() {
      return Domain.DEFORMITY;
    }
  }

  /**
   * A motion of the hip that the score measures, in degrees from neutral.
   *
   * <p>Degrees beyond what a hip can do are refused: more than 160 degrees of flexion, more than 90
   * of any other motion.
   *
   * <pre>{@code
   * RangeOfMotion range = RangeOfMotion.builder().flexionDegrees(95).build();
   * range.degrees(HarrisItem.Motion.FLEXION);         // OptionalDouble[95.0]
   * range.degrees(HarrisItem.Motion.ABDUCTION);       // OptionalDouble.empty
   * HarrisItem.Motion.FLEXION.normalMaximumDegrees(); // 140.0
   * }</pre>
   */
  enum Motion implements HarrisItem {
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
    public Domain domain() {
      return Domain.RANGE_OF_MOTION;
    }
  }
}
