package io.github.avnfh.scoring.harris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.evidence.Threshold;
import io.github.avnfh.scoring.change.Change;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HarrisThresholdsTest {

  private static Change change(double before, double after) {
    return Change.between(
        Score.of(HarrisScore.INSTRUMENT, before), Score.of(HarrisScore.INSTRUMENT, after));
  }

  static Stream<Arguments> states() {
    return Stream.of(
        Arguments.of(HarrisThresholds.GALEA_2020_3_MONTHS, 76),
        Arguments.of(HarrisThresholds.GALEA_2020_1_YEAR, 89),
        Arguments.of(HarrisThresholds.GALEA_2020_3_YEARS, 93),
        Arguments.of(HarrisThresholds.GALEA_2020_5_YEARS, 94),
        Arguments.of(HarrisThresholds.GALEA_2020_7_YEARS, 93));
  }

  @ParameterizedTest
  @MethodSource("states")
  void acceptsAStateOnItsThresholdAndAbove(Threshold state, double points) {
    assertThat(change(50, points).reaches(state)).contains(true);
    assertThat(change(50, Math.nextUp(points)).reaches(state)).contains(true);
    assertThat(change(50, Math.nextDown(points)).reaches(state)).contains(false);
    assertThat(state.population()).contains("total hip arthroplasty");
  }

  @ParameterizedTest
  @CsvSource({"0, 10.1, false", "0, 10.100000000000001, true", "50, 60, false", "60, 49, true"})
  void detectsAChangeBeyondTheErrorOfMeasurementEitherWay(
      double before, double after, boolean detected) {
    assertThat(change(before, after).reaches(HarrisThresholds.SLOVENIAN_2020)).contains(detected);
  }

  @Test
  void refusesAChangeOfAnotherInstrument() {
    Score pain = Score.of(Instruments.PAIN_VAS_CM, 5);
    assertThatThrownBy(() -> Change.between(pain, pain).reaches(HarrisThresholds.SLOVENIAN_2020))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("instrument of a threshold [code] must be vas, but was hhs");
  }
}
