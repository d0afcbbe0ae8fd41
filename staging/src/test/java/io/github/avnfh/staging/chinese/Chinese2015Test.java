package io.github.avnfh.staging.chinese;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.staging.Draft;
import io.github.avnfh.staging.Hips;
import io.github.avnfh.staging.StagingResult;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class Chinese2015Test {

  @Test
  void readsEachStageFromItsOwnSign() {
    assertThat(read(Hips.healthy()).stage().text()).isEqualTo("none");
    assertThat(read(Hips.mriOnly()).stage().text()).isEqualTo("1");
    assertThat(read(Hips.sclerotic()).stage().text()).isEqualTo("2");
    assertThat(read(Hips.crescentic()).stage().text()).isEqualTo("3");
    assertThat(read(Hips.flattened()).stage().text()).isEqualTo("4");
    assertThat(read(Hips.narrowed()).stage().text()).isEqualTo("5");
  }

  @Test
  void putsBothBoundsOfEveryPercentageIntoB() {
    assertGrades(15, 30, percent -> Hips.mriOnly().with("lesion_percent", percent));
    assertGrades(15, 30, percent -> Hips.sclerotic().with("lesion_percent", percent));
    assertGrades(15, 30, percent -> Hips.crescentic().with("crescent_percent", percent));
  }

  @Test
  void putsTwoAndFourMillimetersIntoB() {
    assertGrades(2, 4, depth -> Hips.flattened().with("depression_mm", depth));
  }

  @Test
  void asksForTheDepthOfACollapseAndNotForItsSurface() {
    StagingResult<ChineseStage, ChineseGrade> open =
        read(Hips.flattened().with("collapsed_surface_percent", 40));
    assertThat(open.grade().text()).isEqualTo("at least a");
    assertThat(open.missing()).containsExactly("depression_mm");
    assertThat(read(Hips.narrowed().with("depression_mm", 5)).grade().possible())
        .isEmpty();
    assertThat(read(Hips.healthy()).grade().possible()).isEmpty();
  }

  private static void assertGrades(double low, double high, DoubleFunction<Draft> draft) {
    assertThat(grades(draft, 0, Math.nextDown(low))).containsOnly("a");
    assertThat(grades(draft, low, Math.nextUp(low), Math.nextDown(high), high)).containsOnly("b");
    assertThat(grades(draft, Math.nextUp(high), 60)).containsOnly("c");
  }

  private static List<String> grades(DoubleFunction<Draft> draft, double... values) {
    return DoubleStream.of(values)
        .mapToObj(value -> read(draft.apply(value)).grade().text())
        .toList();
  }

  private static StagingResult<ChineseStage, ChineseGrade> read(Draft draft) {
    return Chinese2015.GUIDELINE_2015.read(draft.findings());
  }
}
