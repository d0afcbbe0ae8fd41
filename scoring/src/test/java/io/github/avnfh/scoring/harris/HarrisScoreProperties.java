package io.github.avnfh.scoring.harris;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.scoring.AnswerOption;
import io.github.avnfh.scoring.harris.HarrisAnswer.Limp;
import io.github.avnfh.scoring.harris.HarrisAnswer.Pain;
import io.github.avnfh.scoring.harris.HarrisAnswer.PublicTransport;
import io.github.avnfh.scoring.harris.HarrisAnswer.ShoesAndSocks;
import io.github.avnfh.scoring.harris.HarrisAnswer.Sitting;
import io.github.avnfh.scoring.harris.HarrisAnswer.Stairs;
import io.github.avnfh.scoring.harris.HarrisAnswer.Support;
import io.github.avnfh.scoring.harris.HarrisAnswer.WalkingDistance;
import io.github.avnfh.scoring.harris.HarrisItem.DeformityCriterion;
import io.github.avnfh.scoring.harris.HarrisItem.Motion;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class HarrisScoreProperties {

  @Provide
  Arbitrary<Deformity> deformities() {
    return Arbitraries.of(DeformityCriterion.class)
        .set()
        .map(met -> Deformity.meeting(met.isEmpty() ? Set.of() : EnumSet.copyOf(met)));
  }

  @Provide
  Arbitrary<RangeOfMotion> ranges() {
    return Combinators.combine(degrees(160), degrees(90), degrees(90), degrees(90), degrees(90))
        .as(Forms::range);
  }

  private static Arbitrary<Double> degrees(double most) {
    return Arbitraries.doubles().between(0, most).ofScale(3);
  }

  @Provide
  Arbitrary<HarrisForm> forms() {
    Arbitrary<HarrisForm.Builder> gait = Combinators.combine(
            Arbitraries.of(Pain.class),
            Arbitraries.of(Limp.class),
            Arbitraries.of(Support.class),
            Arbitraries.of(WalkingDistance.class))
        .as((pain, limp, support, distance) -> {
          HarrisForm.Builder form = HarrisForm.builder();
          form.pain(pain).limp(limp).support(support).distance(distance);
          return form;
        });
    return Combinators.combine(
            gait,
            Arbitraries.of(Stairs.class),
            Arbitraries.of(ShoesAndSocks.class),
            Arbitraries.of(Sitting.class),
            Arbitraries.of(PublicTransport.class),
            deformities(),
            ranges())
        .as((form, stairs, shoes, sitting, transport, deformity, range) -> {
          form.stairs(stairs).shoesAndSocks(shoes).sitting(sitting).transport(transport);
          return form.deformity(deformity).rangeOfMotion(range).build();
        })
        .withoutEdgeCases();
  }

  @Property
  void liesBetweenZeroAndAHundredAndIsTheSumOfItsDomains(
      @ForAll("forms") HarrisForm form, @ForAll RangeOfMotionMethod method) {
    HarrisScore score = HarrisScore.of(form, method);
    assertThat(score.total().orElseThrow()).isBetween(0.0, 100.0);
    BigDecimal sum = BigDecimal.ZERO;
    for (HarrisItem.Domain domain : HarrisItem.Domain.values()) {
      double subtotal = score.subtotal(domain).orElseThrow();
      assertThat(subtotal).isBetween(0.0, (double) domain.maximum());
      sum = sum.add(BigDecimal.valueOf(subtotal));
    }
    assertThat(score.total()).hasValue(sum.doubleValue());
  }

  @Property
  void isTheSumOfItsExplanation(
      @ForAll("forms") HarrisForm form, @ForAll RangeOfMotionMethod method) {
    HarrisScore score = HarrisScore.of(form, method);
    BigDecimal sum = BigDecimal.ZERO;
    for (Reason item : score.explanation().reasons()) {
      sum = sum.add(BigDecimal.valueOf(item.points().orElse(0)));
    }
    assertThat(score.total()).hasValue(sum.doubleValue());
  }

  @Property
  void risesByNoMotionLess(
      @ForAll("ranges") RangeOfMotion range,
      @ForAll Motion motion,
      @ForAll("further") double further,
      @ForAll RangeOfMotionMethod method) {
    RangeOfMotion more = moved(range, motion, further);
    assertThat(method.points(more).orElseThrow())
        .isGreaterThanOrEqualTo(method.points(range).orElseThrow());
  }

  @Property
  void aFormIsMadeOfItsCodesAgain(@ForAll("forms") HarrisForm form) {
    assertThat(HarrisForm.ofCodes(form.codes())).isEqualTo(form);
  }

  @Property(tries = 100)
  void aCopyDiffersInWhatWasChangedOnly(
      @ForAll("forms") HarrisForm form, @ForAll("forms") HarrisForm other) {
    HarrisForm copy = form.withPain(other.pain())
        .withLimp(other.limp())
        .withSupport(other.support())
        .withDistance(other.distance())
        .withStairs(other.stairs())
        .withShoesAndSocks(other.shoesAndSocks())
        .withSitting(other.sitting())
        .withTransport(other.transport())
        .withDeformity(other.deformity());
    assertThat(copy).isEqualTo(other.withRangeOfMotion(form.rangeOfMotion()));
    assertThat(copy.withRangeOfMotion(other.rangeOfMotion())).isEqualTo(other);
    assertThat(form.withPain(other.pain()).withPain(form.pain())).isEqualTo(form);
  }

  @Provide
  Arbitrary<Double> further() {
    return degrees(90);
  }

  private static RangeOfMotion moved(RangeOfMotion range, Motion motion, double further) {
    return Forms.range(
        degrees(range, Motion.FLEXION, motion, further),
        degrees(range, Motion.ABDUCTION, motion, further),
        degrees(range, Motion.EXTERNAL_ROTATION, motion, further),
        degrees(range, Motion.ADDUCTION, motion, further),
        degrees(range, Motion.INTERNAL_ROTATION, motion, further));
  }

  private static double degrees(RangeOfMotion range, Motion of, Motion moved, double further) {
    double degrees = range.degrees(of).orElseThrow();
    return of == moved ? Math.min(degrees + further, of.quantity().high()) : degrees;
  }

  @Property
  void neverFallsWhenOneAnswerGetsBetter(
      @ForAll("forms") HarrisForm form,
      @ForAll HarrisItem.Question question,
      @ForAll @IntRange(max = 100) int one,
      @ForAll @IntRange(max = 100) int other) {
    AnswerOption[] levels = levels(question);
    AnswerOption first = levels[one % levels.length];
    AnswerOption second = levels[other % levels.length];
    double gain =
        total(answering(form, question, first)) - total(answering(form, question, second));
    assertThat(Math.signum(gain)).isEqualTo(Math.signum(first.points() - second.points()));
  }

  private static AnswerOption[] levels(HarrisItem.Question question) {
    return switch (question) {
      case PAIN -> Pain.values();
      case LIMP -> Limp.values();
      case SUPPORT -> Support.values();
      case DISTANCE -> WalkingDistance.values();
      case STAIRS -> Stairs.values();
      case SHOES_AND_SOCKS -> ShoesAndSocks.values();
      case SITTING -> Sitting.values();
      case TRANSPORT -> PublicTransport.values();
    };
  }

  private static HarrisForm answering(
      HarrisForm form, HarrisItem.Question question, AnswerOption level) {
    HarrisForm.Builder other = HarrisForm.builder();
    other.pain((Pain) answer(form, HarrisItem.Question.PAIN, question, level));
    other.limp((Limp) answer(form, HarrisItem.Question.LIMP, question, level));
    other.support((Support) answer(form, HarrisItem.Question.SUPPORT, question, level));
    other.distance((WalkingDistance) answer(form, HarrisItem.Question.DISTANCE, question, level));
    other.stairs((Stairs) answer(form, HarrisItem.Question.STAIRS, question, level));
    other.shoesAndSocks(
        (ShoesAndSocks) answer(form, HarrisItem.Question.SHOES_AND_SOCKS, question, level));
    other.sitting((Sitting) answer(form, HarrisItem.Question.SITTING, question, level));
    other.transport((PublicTransport) answer(form, HarrisItem.Question.TRANSPORT, question, level));
    return other.deformity(form.deformity()).rangeOfMotion(form.rangeOfMotion()).build();
  }

  private static AnswerOption answer(
      HarrisForm form,
      HarrisItem.Question asked,
      HarrisItem.Question replaced,
      AnswerOption level) {
    return asked == replaced ? level : form.answer(asked).orElseThrow();
  }

  private static double total(HarrisForm form) {
    return HarrisScore.of(form, RangeOfMotionMethod.INDEX_1969).total().orElseThrow();
  }

  @Property
  void doesNotGetWorseWhenAnotherCriterionOfDeformityIsMet(
      @ForAll("deformities") Deformity deformity, @ForAll DeformityCriterion criterion) {
    EnumSet<DeformityCriterion> met = EnumSet.of(criterion);
    for (DeformityCriterion other : DeformityCriterion.values()) {
      if (deformity.isMet(other).orElseThrow()) {
        met.add(other);
      }
    }
    assertThat(Deformity.meeting(met).points().orElseThrow())
        .isGreaterThanOrEqualTo(deformity.points().orElseThrow());
  }

  @Property
  void neverGradesABetterTotalWorse(
      @ForAll("forms") HarrisForm one,
      @ForAll("forms") HarrisForm other,
      @ForAll RangeOfMotionMethod method) {
    HarrisScore first = HarrisScore.of(one, method);
    HarrisScore second = HarrisScore.of(other, method);
    if (first.total().orElseThrow() >= second.total().orElseThrow()) {
      assertThat(first.grade().orElseThrow())
          .isGreaterThanOrEqualTo(second.grade().orElseThrow());
    }
  }
}
