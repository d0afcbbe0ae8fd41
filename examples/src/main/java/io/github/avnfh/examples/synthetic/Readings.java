package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.SteinbergStage;
import java.util.List;
import java.util.Map;

/** The named readings of what the study leaves in dispute, as counts of hips. */
final class Readings {
  private Readings() {}

  /** What the study prints once: everything but stages and causes. */
  static ImmutableStudyMargins.Builder undisputed() {
    return ImmutableStudyMargins.builder()
        .patients(46)
        .men(32)
        .bilateralPatients(12)
        .age(PrintedSpread.of(38.7, 7.9))
        .youngest(22)
        .oldest(55)
        .putPainByTimepoint(Schedule.BASELINE, PrintedSpread.of(7.8, 1.1))
        .putPainByTimepoint(Schedule.MONTH_3, PrintedSpread.of(4.3, 1.4))
        .putPainByTimepoint(Schedule.MONTH_6, PrintedSpread.of(3.1, 1.2))
        .putPainByTimepoint(Schedule.MONTH_12, PrintedSpread.of(2.4, 1.0))
        .putPainByTimepoint(Schedule.MONTH_24, PrintedSpread.of(2.1, 1.2))
        .putHarrisHipScoreByTimepoint(Schedule.BASELINE, PrintedSpread.of(54.6, 6.8))
        .putHarrisHipScoreByTimepoint(Schedule.MONTH_6, PrintedSpread.of(72.8, 7.9))
        .putHarrisHipScoreByTimepoint(Schedule.MONTH_12, PrintedSpread.of(80.4, 8.3))
        .putHarrisHipScoreByTimepoint(Schedule.MONTH_24, PrintedSpread.of(84.2, 9.1))
        .gainedOverTwenty(48)
        .putEdemaDecreasedByTimepoint(Schedule.MONTH_6, 41)
        .putEdemaDecreasedByTimepoint(Schedule.MONTH_12, 48)
        .addAdverseEvents(Map.entry("pain at aspiration site", 9))
        .addAdverseEvents(Map.entry("swelling at injection site", 6))
        .putPatientsBySatisfaction(Satisfaction.VERY_SATISFIED, 28)
        .putPatientsBySatisfaction(Satisfaction.SATISFIED, 12)
        .putPatientsBySatisfaction(Satisfaction.NEUTRAL, 4)
        .putPatientsBySatisfaction(Satisfaction.DISSATISFIED, 2);
  }

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
