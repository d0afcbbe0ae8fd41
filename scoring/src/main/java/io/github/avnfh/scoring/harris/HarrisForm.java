package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.csv.Codes;
import io.github.avnfh.core.internal.CopyStyle;
import io.github.avnfh.scoring.harris.HarrisAnswer.Limp;
import io.github.avnfh.scoring.harris.HarrisAnswer.Pain;
import io.github.avnfh.scoring.harris.HarrisAnswer.PublicTransport;
import io.github.avnfh.scoring.harris.HarrisAnswer.ShoesAndSocks;
import io.github.avnfh.scoring.harris.HarrisAnswer.Sitting;
import io.github.avnfh.scoring.harris.HarrisAnswer.Stairs;
import io.github.avnfh.scoring.harris.HarrisAnswer.Support;
import io.github.avnfh.scoring.harris.HarrisAnswer.WalkingDistance;
import io.github.avnfh.scoring.harris.HarrisItem.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and measured of one hip for the Harris Hip Score; any item may be missing.
 *
 * <pre>{@code
 * HarrisForm form = HarrisForm.builder()
 *     .pain(HarrisAnswer.Pain.SLIGHT)
 *     .limp(HarrisAnswer.Limp.NONE)
 *     .support(HarrisAnswer.Support.NONE)
 *     .distance(HarrisAnswer.WalkingDistance.SIX_BLOCKS)
 *     .stairs(HarrisAnswer.Stairs.WITH_RAILING)
 *     .shoesAndSocks(HarrisAnswer.ShoesAndSocks.WITH_EASE)
 *     .sitting(HarrisAnswer.Sitting.ANY_CHAIR_ONE_HOUR)
 *     .transport(HarrisAnswer.PublicTransport.ABLE)
 *     .deformity(Deformity.meeting(Set.of(HarrisItem.DeformityCriterion.values())))
 *     .rangeOfMotion(RangeOfMotion.builder()
 *         .flexionDegrees(110)
 *         .abductionDegrees(20)
 *         .adductionDegrees(15)
 *         .externalRotationDegrees(15)
 *         .internalRotationDegrees(0)
 *         .build())
 *     .build();
 * HarrisScore score = HarrisScore.of(form, RangeOfMotionMethod.INDEX_1969);
 * score.total(); // OptionalDouble[91.0]
 * score.grade(); // Optional[EXCELLENT]
 * HarrisForm later = form.withPain(HarrisAnswer.Pain.NONE);
 * HarrisScore.of(later, RangeOfMotionMethod.INDEX_1969).total(); // OptionalDouble[95.0]
 * }</pre>
 */
@CopyStyle
@Value.Immutable
public sealed interface HarrisForm extends WithHarrisForm permits ImmutableHarrisForm {

  /**
   * Returns the answer on pain, if there is one.
   *
   * @return the answer
   */
  Optional<Pain> pain();

  /**
   * Returns the answer on limp, if there is one.
   *
   * @return the answer
   */
  Optional<Limp> limp();

  /**
   * Returns the answer on support, if there is one.
   *
   * @return the answer
   */
  Optional<Support> support();

  /**
   * Returns the answer on the distance walked, if there is one.
   *
   * @return the answer
   */
  Optional<WalkingDistance> distance();

  /**
   * Returns the answer on stairs, if there is one.
   *
   * @return the answer
   */
  Optional<Stairs> stairs();

  /**
   * Returns the answer on shoes and socks, if there is one.
   *
   * @return the answer
   */
  Optional<ShoesAndSocks> shoesAndSocks();

  /**
   * Returns the answer on sitting, if there is one.
   *
   * @return the answer
   */
  Optional<Sitting> sitting();

  /**
   * Returns the answer on public transport, if there is one.
   *
   * @return the answer
   */
  Optional<PublicTransport> transport();

  /**
   * Returns the criteria of deformity.
   *
   * @return measured or judged; nothing assessed unless set
   */
  @Value.Default
  default Deformity deformity() {
    return Deformity.notAssessed();
  }

  /**
   * Returns the range of motion.
   *
   * @return five motions, none measured unless set
   */
  @Value.Default
  default RangeOfMotion rangeOfMotion() {
    return RangeOfMotion.notMeasured();
  }

  /**
   * Returns the answer to a question, if there is one.
   *
   * @param question the question
   * @return the answer
   */
  default Optional<? extends HarrisAnswer> answer(Question question) {
    return switch (question) {
      case PAIN -> pain();
      case LIMP -> limp();
      case SUPPORT -> support();
      case DISTANCE -> distance();
      case STAIRS -> stairs();
      case SHOES_AND_SOCKS -> shoesAndSocks();
      case SITTING -> sitting();
      case TRANSPORT -> transport();
    };
  }

  /**
   * Returns the items that are missing.
   *
   * @return questions, criteria and motions in the order of the form
   */
  default List<HarrisItem> missing() {
    List<HarrisItem> missing = new ArrayList<>();
    for (Question question : Question.values()) {
      if (answer(question).isEmpty()) {
        missing.add(question);
      }
    }
    missing.addAll(deformity().missing());
    missing.addAll(rangeOfMotion().missing());
    return List.copyOf(missing);
  }

  /**
   * Makes a form of a map by the codes of its items, as a web form or a parser of JSON gives it.
   *
   * <pre>{@code
   * HarrisForm form = HarrisForm.ofCodes(
   *     Map.of("pain", "slight", "limp", "none", "flexion_deg", 110, "fixed_adduction_deg", true));
   * form.codes(); // {pain=slight, limp=none, fixed_adduction_deg=yes, flexion_deg=110}
   * }</pre>
   *
   * @param codes by the code of an item the code of its answer, or degrees or centimeters, or
   *     {@code yes} or {@code no}, true or false for a criterion of deformity that was judged to be
   *     met or not, each as {@link Codes} allows; an item that is not there is missing
   * @return the form
   * @throws IllegalArgumentException if a code is that of no item, what stands under one is no
   *     answer to it, or a measurement is impossible
   */
  static HarrisForm ofCodes(Map<String, ? extends @Nullable Object> codes) {
    return HarrisCodes.form(codes);
  }

  /**
   * Returns the form as texts by the codes of its items.
   *
   * @return the items that are not missing, in the order of the form; {@link #ofCodes(Map)} makes
   *     an equal form of them
   */
  default Map<String, String> codes() {
    return HarrisCodes.of(this);
  }

  /**
   * Starts a form.
   *
   * @return a builder; nothing is required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds forms. */
  final class Builder extends ImmutableHarrisForm.Builder {
    Builder() {}
  }
}
