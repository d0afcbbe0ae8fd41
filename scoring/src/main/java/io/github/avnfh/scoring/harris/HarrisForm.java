package io.github.avnfh.scoring.harris;

import io.github.avnfh.scoring.AnswerOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What was asked and measured of one hip for the Harris Hip Score; any item may be missing.
 *
 * <pre>{@code
 * HarrisForm form = HarrisForm.builder()
 *     .pain(Pain.SLIGHT)
 *     .limp(Limp.NONE)
 *     .support(Support.NONE)
 *     .distance(WalkingDistance.SIX_BLOCKS)
 *     .stairs(Stairs.WITH_RAILING)
 *     .shoesAndSocks(ShoesAndSocks.WITH_EASE)
 *     .sitting(Sitting.ANY_CHAIR_ONE_HOUR)
 *     .transport(PublicTransport.ABLE)
 *     .deformity(Deformity.meeting(Set.of(DeformityCriterion.values())))
 *     .rangeOfMotion(RangeOfMotion.builder()
 *         .flexionDegrees(110)
 *         .abductionDegrees(20)
 *         .adductionDegrees(15)
 *         .externalRotationDegrees(15)
 *         .internalRotationDegrees(0)
 *         .build())
 *     .build();
 * HarrisScore score = form.score(RangeOfMotionMethod.INDEX_1969);
 * score.total(); // OptionalDouble[91.0]
 * score.grade(); // Optional[EXCELLENT]
 * }</pre>
 */
@Value.Immutable
public sealed interface HarrisForm permits ImmutableHarrisForm {

  /**
   * Returns the answer on pain, if there is one.
   *
   * @return the level
   */
  Optional<Pain> pain();

  /**
   * Returns the answer on limp, if there is one.
   *
   * @return the level
   */
  Optional<Limp> limp();

  /**
   * Returns the answer on support, if there is one.
   *
   * @return the level
   */
  Optional<Support> support();

  /**
   * Returns the answer on the distance walked, if there is one.
   *
   * @return the level
   */
  Optional<WalkingDistance> distance();

  /**
   * Returns the answer on stairs, if there is one.
   *
   * @return the level
   */
  Optional<Stairs> stairs();

  /**
   * Returns the answer on shoes and socks, if there is one.
   *
   * @return the level
   */
  Optional<ShoesAndSocks> shoesAndSocks();

  /**
   * Returns the answer on sitting, if there is one.
   *
   * @return the level
   */
  Optional<Sitting> sitting();

  /**
   * Returns the answer on public transport, if there is one.
   *
   * @return the level
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
   * @return the level
   */
  default Optional<? extends AnswerOption> answer(HarrisQuestion question) {
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
    for (HarrisQuestion question : HarrisQuestion.values()) {
      if (answer(question).isEmpty()) {
        missing.add(question);
      }
    }
    missing.addAll(deformity().missing());
    missing.addAll(rangeOfMotion().missing());
    return List.copyOf(missing);
  }

  /**
   * Scores the form.
   *
   * @param method how degrees of motion become points
   * @return the score, without a total where an item is missing
   */
  default HarrisScore score(RangeOfMotionMethod method) {
    return HarrisScore.of(this, method);
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
