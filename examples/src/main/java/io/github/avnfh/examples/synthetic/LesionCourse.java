package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.SteinbergStage;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Draws the extent of the lesion on every image, in tenths of a percent of head volume.
 *
 * <p>An improved hip has lost more than 2.0 percentage points at its last image, a stable one less
 * than 2.0 either way; exactly 2.0 is avoided, because a difference of two decimal numbers on a cut
 * depends on how it is computed.
 */
final class LesionCourse {
  private static final int SMALLEST = 50;
  private static final int SMALLEST_COLLAPSED = 200;
  private static final int LARGEST = 500;
  private static final int CUT = 20;

  /** The study prints no number for stage III, only that the reduction was not significant. */
  private static final double UNPRINTED_REDUCTION = 1.0;

  private final Draws draws;

  LesionCourse(Draws draws) {
    this.draws = draws;
  }

  void fill(List<SubjectHip> hips, StageMargin margin) {
    List<SubjectHip> ofStage =
        hips.stream().filter(hip -> hip.stage == margin.stage()).toList();
    ofStage.forEach(hip -> hip.firstImage().lesion = baseline(hip));
    ofStage.forEach(hip -> hip.lastImage().lesion = hip.firstImage().lesion - firstGuess(hip));
    List<SubjectHip> followed =
        ofStage.stream().filter(hip -> !hip.isReplaced()).toList();
    fit(followed, margin.lesionReductionPercent());
    ofStage.forEach(this::fillBetween);
  }

  private void fit(List<SubjectHip> hips, OptionalDouble printed) {
    List<int[]> limits = hips.stream().map(LesionCourse::limits).toList();
    ExactReduction reduction =
        new ExactReduction(printed.orElse(UNPRINTED_REDUCTION), hips, limits);
    reduction.approach();
    if (printed.isPresent()) {
      reduction.repair(draws);
    }
  }

  private int baseline(SubjectHip hip) {
    int smallest = hip.stage == SteinbergStage.STAGE_III ? SMALLEST_COLLAPSED : SMALLEST;
    double center = hip.stage == SteinbergStage.STAGE_I ? 240 : 310;
    double lesion = center + 50 * hip.severity + 80 * draws.normal();
    return lesion >= smallest && lesion <= LARGEST ? (int) Math.rint(lesion) : baseline(hip);
  }

  /** How much of the head volume the lesion loses by the last image; negative if it grows. */
  private int firstGuess(SubjectHip hip) {
    int lesion = hip.firstImage().lesion;
    return switch (hip.course) {
      case IMPROVED -> draws.between(CUT + 1, Math.max(CUT + 1, lesion * 35 / 100));
      case STABLE -> draws.between(-12, 12);
      case PROGRESSED -> draws.between(-25, -1);
    };
  }

  /** The least and the most that a hip of this course may lose. */
  private static int[] limits(SubjectHip hip) {
    return switch (hip.course) {
      case IMPROVED -> new int[] {CUT + 1, hip.firstImage().lesion * 65 / 100};
      case STABLE -> new int[] {1 - CUT, CUT - 1};
      case PROGRESSED -> new int[] {-40, -1};
    };
  }

  private void fillBetween(SubjectHip hip) {
    int first = hip.firstImage().lesion;
    int lost = first - hip.lastImage().lesion;
    for (Image image : hip.images.subList(1, hip.images.size() - 1)) {
      boolean early = image.visit.equals(Schedule.MONTH_6);
      double share = early ? draws.uniform(0.35, 0.6) : draws.uniform(0.65, 0.9);
      image.lesion = first - (int) Math.rint(share * lost);
    }
  }
}
