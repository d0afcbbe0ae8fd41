package io.github.avnfh.staging.jic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.staging.Draft;
import io.github.avnfh.staging.Hips;
import io.github.avnfh.staging.StagingResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JicTest {

  @Test
  void readsEachStageFromItsOwnSign() {
    assertThat(stage(Hips.healthy())).isEqualTo("none");
    assertThat(stage(Hips.mriOnly())).isEqualTo("1");
    assertThat(stage(Hips.sclerotic())).isEqualTo("2");
    assertThat(stage(Hips.crescentic())).isEqualTo("3A");
    assertThat(stage(Hips.narrowed())).isEqualTo("4");
  }

  @ParameterizedTest
  @CsvSource({"0, 3A", "2.9999999999999996, 3A", "3, 3B", "3.0000000000000004, 3B"})
  void putsExactlyThreeMillimetersIntoTheSecondHalf(double depth, String stage) {
    assertThat(stage(Hips.flattened().with("depression_mm", depth))).isEqualTo(stage);
  }

  /** 33.33333333333333 and 66.66666666666666 are the greatest doubles up to 1/3 and 2/3. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, A",
    "33.33333333333333, 0, A",
    "33.333333333333336, 0, B",
    "66.66666666666666, 0, B",
    "66.66666666666667, 0, C1",
    "66.66666666666667, 1, C2",
    "100, 1, C2",
    "50, 1, B"
  })
  void typesByThirdsOfTheWeightBearingPortion(double percent, double beyond, String type) {
    assertThat(read(Hips.mriOnly()
                .with("weight_bearing_percent", percent)
                .with("beyond_acetabular_edge", beyond))
            .grade()
            .text())
        .isEqualTo(type);
  }

  static Stream<Arguments> hips() {
    Draft flattened = Hips.flattened();
    return Stream.of(
        Arguments.of(Hips.narrowed(), "joint space narrowed"),
        Arguments.of(flattened.with("acetabular_changes", 1), "head flattened, acetabulum changed"),
        Arguments.of(flattened.with("depression_mm", 3), "head flattened, depression 3.0 mm"),
        Arguments.of(flattened.with("depression_mm", 2.5), "head flattened, depression 2.5 mm"),
        Arguments.of(Hips.crescentic(), "crescent present"),
        Arguments.of(Hips.healthy(), "no sign present"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("hips")
  void saysBySignsWhyAStageIsMet(Draft hip, String words) {
    assertThat(read(hip).reasons()).extracting(Reason::inputs).containsExactly(words);
  }

  @Test
  void saysByWhichPortionATypeIsMetAndAsksForNothingMore() {
    StagingResult<JicStage, JicType> small =
        read(Hips.mriOnly().with("weight_bearing_percent", 20));
    assertThat(small.grade().text()).isEqualTo("A");
    assertThat(small.missing()).isEmpty();
    assertThat(small.reasons())
        .extracting(Reason::inputs)
        .containsExactly("lesion present", "weight-bearing involvement 20.0 %");
  }

  @Test
  void leavesTheTypeOpenWithoutTheEdgeOrTheExtent() {
    StagingResult<JicStage, JicType> large =
        read(Hips.mriOnly().with("weight_bearing_percent", 80));
    assertThat(large.grade().text()).isEqualTo("at least C1");
    assertThat(large.missing()).containsExactly("beyond_acetabular_edge");
    assertThat(read(Hips.mriOnly().with("beyond_acetabular_edge", 0)).grade().text())
        .isEqualTo("A or B or C1");
    assertThat(read(Hips.mriOnly()).missing())
        .containsExactly("weight_bearing_percent", "beyond_acetabular_edge");
  }

  @Test
  void givesNoTypeWithoutALesion() {
    assertThat(read(Hips.healthy()).grade().possible()).isEmpty();
    assertThat(read(Hips.healthy()).missing()).isEmpty();
  }

  private static String stage(Draft draft) {
    return read(draft).stage().text();
  }

  private static StagingResult<JicStage, JicType> read(Draft draft) {
    return Jic.REVISED_2001.read(draft.findings());
  }
}
