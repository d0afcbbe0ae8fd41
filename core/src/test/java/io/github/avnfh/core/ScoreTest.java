package io.github.avnfh.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScoreTest {

  @Test
  void refusesSeventyEightOnAScaleOfTen() {
    assertThatThrownBy(() -> Score.of(Instruments.PAIN_VAS_CM, 78))
        .hasMessage("pain on the visual analog scale [cm] must lie in 0.0..10.0, but was 78.0");
  }

  @Test
  void countsUpwardAsBetterOnTheHarrisHipScore() {
    Score before = Score.of(Instruments.HARRIS_HIP_SCORE, 54.5);
    assertThat(Score.of(Instruments.HARRIS_HIP_SCORE, 84).improvementOver(before))
        .isEqualTo(29.5);
  }

  @Test
  void countsDownwardAsBetterOnThePainScale() {
    Score before = Score.of(Instruments.PAIN_VAS_CM, 7.5);
    assertThat(Score.of(Instruments.PAIN_VAS_CM, 2).improvementOver(before)).isEqualTo(5.5);
    assertThat(before.improvementOver(before)).isEqualTo(0.0);
  }

  @Test
  void doesNotCompareCentimetersWithMillimeters() {
    Score millimeters = Score.of(Instruments.PAIN_VAS_MM, 78);
    assertThatThrownBy(() -> Score.of(Instruments.PAIN_VAS_CM, 2).improvementOver(millimeters))
        .hasMessage("scores must come from one instrument, but were given vas_mm and vas");
  }

  @Property
  void improvementTurnsItsSignWhenTimeRunsBackward(
      @ForAll @DoubleRange(max = 10) double first, @ForAll @DoubleRange(max = 10) double second) {
    Score before = Score.of(Instruments.PAIN_VAS_CM, first);
    Score after = Score.of(Instruments.PAIN_VAS_CM, second);
    assertThat(after.improvementOver(before)).isEqualTo(0.0 - before.improvementOver(after));
  }
}
