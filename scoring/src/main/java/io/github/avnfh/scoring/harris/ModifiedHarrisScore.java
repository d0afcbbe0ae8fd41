package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instrument.Direction;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.scoring.harris.HarrisItem.Domain;
import io.github.avnfh.scoring.harris.HarrisItem.Question;
import io.github.avnfh.scoring.internal.PointsText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * A modified Harris Hip Score (mHHS): pain and function alone, on a named scale.
 *
 * <p>The eight items that a patient can answer: pain 44 points and function 47, without deformity
 * and range of motion, 91 points in all. No rule for missing items was published, so there is a
 * total only if none of the eight is missing.
 *
 * <pre>{@code
 * HarrisForm form = HarrisForm.builder()
 *     .pain(HarrisAnswer.Pain.SLIGHT)
 *     .limp(HarrisAnswer.Limp.SLIGHT)
 *     .support(HarrisAnswer.Support.NONE)
 *     .distance(HarrisAnswer.WalkingDistance.UNLIMITED)
 *     .stairs(HarrisAnswer.Stairs.NORMAL)
 *     .shoesAndSocks(HarrisAnswer.ShoesAndSocks.WITH_EASE)
 *     .sitting(HarrisAnswer.Sitting.ANY_CHAIR_ONE_HOUR)
 *     .transport(HarrisAnswer.PublicTransport.ABLE)
 *     .build();
 * ModifiedHarrisScore raw = ModifiedHarrisScore.of(form, ModifiedHarrisScore.Scale.RAW_91);
 * raw.total(); // OptionalDouble[84.0]
 * ModifiedHarrisScore.of(form, ModifiedHarrisScore.Scale.TIMES_1_1).total(); // OptionalDouble[92.4…
 * }</pre>
 *
 * @see <a href="https://github.com/openEHR/CKM-mirror">openEHR Foundation. Archetype
 *     openEHR-EHR-OBSERVATION.harris_hip.v0, which holds the sum of 0 to 91 points beside the one
 *     normalized to 100</a>
 */
@Value.Immutable
public sealed interface ModifiedHarrisScore extends Explainable
    permits ImmutableModifiedHarrisScore {

  /**
   * Returns the form that was scored.
   *
   * @return the form
   */
  HarrisForm form();

  /**
   * Returns the scale of the total.
   *
   * @return the scale
   */
  Scale scale();

  /**
   * Scores a form.
   *
   * @param form what was asked; deformity and range of motion are not looked at
   * @param scale the scale of the total
   * @return the score
   */
  static ModifiedHarrisScore of(HarrisForm form, Scale scale) {
    return ImmutableModifiedHarrisScore.builder().form(form).scale(scale).build();
  }

  /**
   * Returns the total, if none of the eight items is missing.
   *
   * @return points from 0 to the scale's maximum, not rounded
   */
  default OptionalDouble total() {
    HarrisScore full = HarrisScore.of(form(), RangeOfMotionMethod.INDEX_1969);
    OptionalDouble pain = full.subtotal(Domain.PAIN);
    OptionalDouble function = full.subtotal(Domain.FUNCTION);
    return pain.isPresent() && function.isPresent()
        ? OptionalDouble.of(scale().scaled(pain.getAsDouble() + function.getAsDouble()))
        : OptionalDouble.empty();
  }

  /**
   * Returns the questions that are missing.
   *
   * @return the questions in the order of the form
   */
  default List<HarrisItem> missing() {
    return form().missing().stream().filter(item -> item instanceof Question).toList();
  }

  /**
   * Explains the score item by item.
   *
   * @return eight items in the order of the form, whose points add up to the sum, then the scale;
   *     the obstacles are the codes of the items that are missing
   */
  @Override
  default Explanation explanation() {
    List<Reason> reasons = HarrisScore.answers(form());
    reasons.add(Reason.of(HarrisRules.MODIFIED, "scale " + scale().code()));
    return Explanation.of(
        PointsText.of(total(), "no total"), reasons, HarrisScore.codes(missing()));
  }

  /**
   * Returns the total as a score that a visit can hold, if there is one.
   *
   * @return the score under the scale's instrument
   */
  default Optional<Score> toScore() {
    OptionalDouble total = total();
    return total.isPresent()
        ? Optional.of(Score.of(scale().instrument(), total.getAsDouble()))
        : Optional.empty();
  }

  /**
   * The scale on which a modified Harris Hip Score is given. Three circulate under one name; each
   * is a separate instrument here, so that their scores are never compared.
   */
  enum Scale implements Coded {
    /** The plain sum of pain and function, 0 to 91 points. */
    RAW_91("mhhs_raw_91", 1, 1, 91),

    /**
     * The sum times 1.1, which gives 0 to 100.1 points. A perfect hip has 100.1; it is not clipped
     * to 100.
     */
    TIMES_1_1("mhhs_times_1_1", 11, 10, 100.1),

    /** The sum times 100/91, which gives 0 to 100 points. */
    NORMALIZED_100("mhhs_normalized_100", 100, 91, 100);

    private final String code;
    private final int numerator;
    private final double denominator;
    private final double maximum;

    Scale(String code, int numerator, double denominator, double maximum) {
      this.code = code;
      this.numerator = numerator;
      this.denominator = denominator;
      this.maximum = maximum;
    }

    /**
     * Reads the code that {@link #code()} writes.
     *
     * @param text a code
     * @return the scale
     * @throws IllegalArgumentException if the text is none of the codes
     */
    public static Scale parse(String text) {
      return Coded.parse(values(), text, "a variant of the modified Harris Hip Score");
    }

    double scaled(double sum) {
      return sum * numerator / denominator;
    }

    /**
     * Returns the instrument under which a total becomes a score of a visit.
     *
     * @return the instrument, whose code is that of the scale
     */
    public Instrument instrument() {
      return Instrument.of(
          code,
          Quantity.of("modified Harris Hip Score, " + code, "points", 0, maximum),
          Direction.HIGHER_IS_BETTER);
    }

    /**
     * Returns the most points that the variant can give.
     *
     * @return 91, 100.1 or 100 points
     */
    public double maximum() {
      return maximum;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
