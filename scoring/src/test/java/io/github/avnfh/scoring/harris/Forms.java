package io.github.avnfh.scoring.harris;

import io.github.avnfh.scoring.harris.HarrisAnswer.Limp;
import io.github.avnfh.scoring.harris.HarrisAnswer.Pain;
import io.github.avnfh.scoring.harris.HarrisAnswer.PublicTransport;
import io.github.avnfh.scoring.harris.HarrisAnswer.ShoesAndSocks;
import io.github.avnfh.scoring.harris.HarrisAnswer.Sitting;
import io.github.avnfh.scoring.harris.HarrisAnswer.Stairs;
import io.github.avnfh.scoring.harris.HarrisAnswer.Support;
import io.github.avnfh.scoring.harris.HarrisAnswer.WalkingDistance;
import io.github.avnfh.scoring.harris.HarrisItem.DeformityCriterion;
import java.util.EnumSet;

/** Hips that every test knows. */
final class Forms {
  private Forms() {}

  static RangeOfMotion range(
      double flexion, double abduction, double external, double adduction, double internal) {
    return RangeOfMotion.builder()
        .flexionDegrees(flexion)
        .abductionDegrees(abduction)
        .externalRotationDegrees(external)
        .adductionDegrees(adduction)
        .internalRotationDegrees(internal)
        .build();
  }

  static HarrisForm.Builder answered() {
    HarrisForm.Builder form = HarrisForm.builder();
    form.pain(Pain.NONE).limp(Limp.NONE).support(Support.NONE);
    form.distance(WalkingDistance.UNLIMITED).stairs(Stairs.NORMAL);
    form.shoesAndSocks(ShoesAndSocks.WITH_EASE).sitting(Sitting.ANY_CHAIR_ONE_HOUR);
    form.transport(PublicTransport.ABLE);
    return form;
  }

  static HarrisForm answeredExcept(HarrisItem.Question missing) {
    HarrisForm all = answered().build();
    HarrisForm.Builder form = HarrisForm.builder();
    form.pain(all.pain().filter(kept -> missing != HarrisItem.Question.PAIN));
    form.limp(all.limp().filter(kept -> missing != HarrisItem.Question.LIMP));
    form.support(all.support().filter(kept -> missing != HarrisItem.Question.SUPPORT));
    form.distance(all.distance().filter(kept -> missing != HarrisItem.Question.DISTANCE));
    form.stairs(all.stairs().filter(kept -> missing != HarrisItem.Question.STAIRS));
    form.shoesAndSocks(
        all.shoesAndSocks().filter(kept -> missing != HarrisItem.Question.SHOES_AND_SOCKS));
    form.sitting(all.sitting().filter(kept -> missing != HarrisItem.Question.SITTING));
    return form.transport(all.transport().filter(kept -> missing != HarrisItem.Question.TRANSPORT))
        .build();
  }

  static Deformity none() {
    return Deformity.meeting(EnumSet.allOf(DeformityCriterion.class));
  }

  static HarrisForm perfect() {
    HarrisForm.Builder form = answered();
    return form.deformity(none()).rangeOfMotion(range(140, 40, 40, 40, 40)).build();
  }

  static HarrisForm worst() {
    HarrisForm.Builder form = HarrisForm.builder();
    form.pain(Pain.DISABLED).limp(Limp.SEVERE).support(Support.UNABLE_TO_WALK);
    form.distance(WalkingDistance.BED_AND_CHAIR).stairs(Stairs.UNABLE);
    form.shoesAndSocks(ShoesAndSocks.UNABLE).sitting(Sitting.UNABLE);
    form.transport(PublicTransport.UNABLE);
    form.deformity(Deformity.meeting(EnumSet.noneOf(DeformityCriterion.class)));
    return form.rangeOfMotion(range(0, 0, 0, 0, 0)).build();
  }
}
