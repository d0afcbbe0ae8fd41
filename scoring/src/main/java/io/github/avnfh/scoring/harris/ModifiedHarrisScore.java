package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Score;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
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
 *     .pain(Pain.SLIGHT)
 *     .limp(Limp.SLIGHT)
 *     .support(Support.NONE)
 *     .distance(WalkingDistance.UNLIMITED)
 *     .stairs(Stairs.NORMAL)
 *     .shoesAndSocks(ShoesAndSocks.WITH_EASE)
 *     .sitting(Sitting.ANY_CHAIR_ONE_HOUR)
 *     .transport(PublicTransport.ABLE)
 *     .build();
 * ModifiedHarrisScore raw = ModifiedHarrisScore.of(form, ModifiedHarrisVariant.RAW_91);
 * raw.total();                                                           // OptionalDouble[84.0]
 * ModifiedHarrisScore.of(form, ModifiedHarrisVariant.TIMES_1_1).total(); // OptionalDouble[92.4…
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
   * @return the variant
   */
  ModifiedHarrisVariant variant();

  /**
   * Scores a form.
   *
   * @param form what was asked; deformity and range of motion are not looked at
   * @param variant the scale of the total
   * @return the score
   */
  static ModifiedHarrisScore of(HarrisForm form, ModifiedHarrisVariant variant) {
    return ImmutableModifiedHarrisScore.builder().form(form).variant(variant).build();
  }

  /**
   * Returns the total, if none of the eight items is missing.
   *
   * @return points from 0 to the variant's maximum, not rounded
   */
  default OptionalDouble total() {
    HarrisScore full = form().score(RangeOfMotionMethod.INDEX_1969);
    OptionalDouble pain = full.subtotal(HarrisDomain.PAIN);
    OptionalDouble function = full.subtotal(HarrisDomain.FUNCTION);
    return pain.isPresent() && function.isPresent()
        ? OptionalDouble.of(variant().scaled(pain.getAsDouble() + function.getAsDouble()))
        : OptionalDouble.empty();
  }

  /**
   * Returns the questions that are missing.
   *
   * @return the questions in the order of the form
   */
  default List<HarrisItem> missing() {
    return form().missing().stream()
        .filter(item -> item instanceof HarrisQuestion)
        .toList();
  }

  /**
   * Explains the score item by item.
   *
   * @return eight items in the order of the form, whose points add up to the sum, then the scale;
   *     the obstacles are the codes of the items that are missing
   */
  @Override
  default Explanation explanation() {
    return HarrisExplanation.of(this);
  }

  /**
   * Returns the total as a score that a visit can hold, if there is one.
   *
   * @return the score under the variant's instrument
   */
  default Optional<Score> toScore() {
    OptionalDouble total = total();
    return total.isPresent()
        ? Optional.of(Score.of(variant().instrument(), total.getAsDouble()))
        : Optional.empty();
  }
}
