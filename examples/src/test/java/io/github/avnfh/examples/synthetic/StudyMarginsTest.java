package io.github.avnfh.examples.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudyMarginsTest {

  @Test
  void keepsTheTwoReadingsOfImprovedAndStableApart() {
    assertThat(totals(StudyMargins.table3())).containsExactly(29, 17, 12);
    assertThat(totals(StudyMargins.text())).containsExactly(19, 27, 12);
  }

  private static List<Integer> totals(StudyMargins margins) {
    return List.of(
        margins.stages().stream().mapToInt(StageMargin::improved).sum(),
        margins.stages().stream().mapToInt(StageMargin::stable).sum(),
        margins.stages().stream().mapToInt(StageMargin::progressed).sum());
  }

  /** 88 % of 19 hips, read as 17 without progression, leaves 2 and so 13 progressed hips. */
  @Test
  void refusesThePrintedShareOfIdiopathicHips() {
    List<StageMargin> stages = StudyMargins.table3().stages();
    List<CauseMargin> causes = causes(2);
    assertThatThrownBy(() -> StudyMargins.reading(stages, causes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hips progressed by cause [count] must be 12, but was 13");
  }

  @Test
  void refusesHipsWithoutACause() {
    List<StageMargin> stages = StudyMargins.table3().stages();
    List<CauseMargin> causes = causes(1).subList(0, 3);
    assertThatThrownBy(() -> StudyMargins.reading(stages, causes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hips of all causes [count] must be 58, but was 51");
  }

  @Test
  void refusesHipsWithoutAStage() {
    List<StageMargin> stages = StudyMargins.table3().stages().subList(0, 2);
    List<CauseMargin> causes = causes(1);
    assertThatThrownBy(() -> StudyMargins.reading(stages, causes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hips of all stages [count] must be 58, but was 43");
  }

  @Test
  void takesAnotherReadingAndMakesACohortOfIt() {
    StudyMargins margins = StudyMargins.reading(
        List.of(
            stage(SteinbergStage.STAGE_II, 20, 20, 3), stage(SteinbergStage.STAGE_III, 3, 3, 9)),
        causes(1));
    assertThat(TestCohort.of(margins, 7).rows("hips.csv"))
        .filteredOn(row -> row.is("steinberg_stage", "II"))
        .hasSize(43);
  }

  private static StageMargin stage(SteinbergStage stage, int improved, int stable, int progressed) {
    return StageMargin.builder()
        .stage(stage)
        .improved(improved)
        .stable(stable)
        .progressed(progressed)
        .replaced(0)
        .build();
  }

  private static List<CauseMargin> causes(int idiopathicProgressed) {
    return List.of(
        CauseMargin.of(Etiology.CORTICOSTEROID, 21, 7),
        CauseMargin.of(Etiology.IDIOPATHIC, 19, idiopathicProgressed),
        CauseMargin.of(Etiology.SICKLE_CELL, 11, 4),
        CauseMargin.of(Etiology.ALCOHOL, 7, 0));
  }

  @ParameterizedTest
  @CsvSource({"5, 6", "5, -1", "-1, 0"})
  void refusesMoreProgressedHipsThanThereAreOfACause(int hips, int progressed) {
    assertThatThrownBy(() -> CauseMargin.of(Etiology.OTHER, hips, progressed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[count] must");
  }

  @Test
  void refusesReplacedHipsThatDidNotProgress() {
    StageMargin.Builder builder = StageMargin.builder()
        .stage(SteinbergStage.STAGE_III)
        .improved(0)
        .stable(9)
        .progressed(5)
        .replaced(6);
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hips replaced of a stage [count] must lie in 0..5, but was 6");
  }

  @Test
  void refusesATimepointOfWhichNothingWasPrinted() {
    StudyMargins margins = StudyMargins.table3();
    assertThatThrownBy(() -> margins.harrisHipScore(Timepoint.ofMonths(3)))
        .hasMessage("timepoint [printed] must have a mean in the study, but was M3");
    assertThatThrownBy(() -> margins.pain(Timepoint.unscheduled()))
        .hasMessage("timepoint [printed] must have a mean in the study, but was UNS");
    assertThatThrownBy(() -> margins.edemaDecreased(Timepoint.ofMonths(24)))
        .hasMessage("timepoint [of decreased edema] must be M6 or M12, but was M24");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAStandardDeviationThatIsNone(double deviation) {
    assertThatThrownBy(() -> PrintedSpread.of(1, deviation))
        .hasMessage(
            "standard deviation [as printed] must be finite and above 0, but was " + deviation);
  }

  @Test
  void refusesAMeanThatIsNone() {
    assertThatThrownBy(() -> PrintedSpread.of(Double.NaN, 1))
        .hasMessage("mean [as printed] must be finite, but was NaN");
  }
}
