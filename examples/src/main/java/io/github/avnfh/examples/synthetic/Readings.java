package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.SteinbergStage;
import java.util.List;

/** The named readings of what the study leaves in dispute, as counts of hips. */
final class Readings {
  private Readings() {}

  static List<StageMargin> stagesOfTable3() {
    return List.of(stageOne(10, 4), stageTwo(16, 7), stageThree(3, 6));
  }

  static List<StageMargin> stagesOfText() {
    return List.of(stageOne(12, 2), stageTwo(5, 18), stageThree(2, 7));
  }

  private static StageMargin stageOne(int improved, int stable) {
    return StageMargin.builder()
        .stage(SteinbergStage.STAGE_I)
        .improved(improved)
        .stable(stable)
        .progressed(0)
        .replaced(0)
        .lesionReductionPercent(18.4)
        .build();
  }

  private static StageMargin stageTwo(int improved, int stable) {
    return StageMargin.builder()
        .stage(SteinbergStage.STAGE_II)
        .improved(improved)
        .stable(stable)
        .progressed(6)
        .replaced(0)
        .lesionReductionPercent(12.2)
        .build();
  }

  private static StageMargin stageThree(int improved, int stable) {
    return StageMargin.builder()
        .stage(SteinbergStage.STAGE_III)
        .improved(improved)
        .stable(stable)
        .progressed(6)
        .replaced(6)
        .build();
  }

  static List<CauseMargin> causes() {
    return List.of(
        CauseMargin.of(Etiology.CORTICOSTEROID, 21, 7),
        CauseMargin.of(Etiology.IDIOPATHIC, 19, 1),
        CauseMargin.of(Etiology.SICKLE_CELL, 11, 4),
        CauseMargin.of(Etiology.ALCOHOL, 7, 0));
  }
}
