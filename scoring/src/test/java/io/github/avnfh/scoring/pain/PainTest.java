package io.github.avnfh.scoring.pain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.Score;
import io.github.avnfh.scoring.change.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PainTest {

  @Test
  void refusesAReadingOnTheOtherScale() {
    assertThatThrownBy(() -> PainScores.ofCentimeters(78))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pain on the visual analog scale [cm] must lie in 0.0..10.0, but was 78.0");
    assertThatThrownBy(() -> PainScores.ofMillimeters(100.5))
        .hasMessage("pain on the visual analog scale [mm] must lie in 0.0..100.0, but was 100.5");
    assertThatThrownBy(() -> PainScores.ofMillimeters(Double.NaN))
        .hasMessage("pain on the visual analog scale [mm] must lie in 0.0..100.0, but was NaN");
    assertThatThrownBy(() -> PainScores.ofNumericRating(11))
        .hasMessage(
            "pain on the numeric rating scale [points] must lie in 0.0..10.0, but was 11.0");
    assertThatThrownBy(() -> PainScores.ofNumericRating(-1))
        .hasMessage(
            "pain on the numeric rating scale [points] must lie in 0.0..10.0, but was -1.0");
  }

  @Test
  void keepsItsThreeInstrumentsApart() {
    Score centimeters = PainScores.ofCentimeters(7);
    Score rating = PainScores.ofNumericRating(7);
    assertThatThrownBy(() -> Change.between(centimeters, rating))
        .hasMessage("scores must come from one instrument, but were given vas and nrs11");
    assertThat(PainScheme.BOONSTRA_2014_VAS.instrument()).isEqualTo(Instruments.PAIN_VAS_CM);
    assertThat(PainScheme.KAPSTAD_2008_NRS_HIP.instrument()).isEqualTo(PainScores.NUMERIC_RATING);
    assertThatThrownBy(() -> PainScheme.BOONSTRA_2014_VAS.categoryOf(rating))
        .hasMessage("instrument of a pain scheme [code] must be vas, but was nrs11");
  }

  @ParameterizedTest(name = "{0}: {2} begins at {1}")
  @CsvSource({
    "BOONSTRA_2014_VAS, 3.5, MODERATE, MILD",
    "BOONSTRA_2014_VAS, 7.5, SEVERE, MODERATE",
    "BOONSTRA_2014_INTERFERENCE, 3.5, MODERATE, MILD",
    "BOONSTRA_2014_INTERFERENCE, 6.5, SEVERE, MODERATE"
  })
  void givesABoundOfTheVisualScaleToTheWorseCategory(
      PainScheme scheme, double bound, PainCategory from, PainCategory below) {
    assertThat(scheme.categoryOf(PainScores.ofCentimeters(bound))).isEqualTo(from);
    assertThat(scheme.categoryOf(PainScores.ofCentimeters(Math.nextUp(bound)))).isEqualTo(from);
    assertThat(scheme.categoryOf(PainScores.ofCentimeters(Math.nextDown(bound))))
        .isEqualTo(below);
  }

  @ParameterizedTest(name = "{1} begins at {0} mm")
  @CsvSource({"5, MILD, NONE", "45, MODERATE, MILD", "75, SEVERE, MODERATE"})
  void givesABoundInMillimetersToTheWorseCategory(
      double bound, PainCategory from, PainCategory below) {
    PainScheme scheme = PainScheme.JENSEN_2003_VAS_MM;
    assertThat(scheme.categoryOf(PainScores.ofMillimeters(bound))).isEqualTo(from);
    assertThat(scheme.categoryOf(PainScores.ofMillimeters(Math.nextUp(bound)))).isEqualTo(from);
    assertThat(scheme.categoryOf(PainScores.ofMillimeters(Math.nextDown(bound))))
        .isEqualTo(below);
  }

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource({
    "BOONSTRA_2016_NRS, 0, MILD",
    "BOONSTRA_2016_NRS, 5, MILD",
    "BOONSTRA_2016_NRS, 6, MODERATE",
    "BOONSTRA_2016_NRS, 7, MODERATE",
    "BOONSTRA_2016_NRS, 8, SEVERE",
    "KAPSTAD_2008_NRS_HIP, 4, MILD",
    "KAPSTAD_2008_NRS_HIP, 5, MODERATE",
    "KAPSTAD_2008_NRS_HIP, 6, MODERATE",
    "KAPSTAD_2008_NRS_HIP, 7, SEVERE",
    "KAPSTAD_2008_NRS_HIP, 10, SEVERE"
  })
  void putsARatingIntoTheCategoryOfItsScheme(PainScheme scheme, int rating, PainCategory category) {
    assertThat(scheme.categoryOf(PainScores.ofNumericRating(rating))).isEqualTo(category);
  }

  @ParameterizedTest(name = "from {0} to {1} mm")
  @CsvSource({
    "50, 34.75, false, false, true",
    "50, 34.5, true, false, true",
    "50, 34, true, true, true",
    "90, 61.25, true, false, false",
    "20, 15, false, false, true",
    "40, 35, false, false, true",
    "40, 35.00000000000001, false, false, false"
  })
  void judgesByThresholdsThatDoNotAgree(
      double before, double after, boolean points, boolean percent, boolean state) {
    Change change =
        Change.between(PainScores.ofMillimeters(before), PainScores.ofMillimeters(after));
    assertThat(change.reaches(PainThresholds.TUBACH_2005_POINTS)).contains(points);
    assertThat(change.reaches(PainThresholds.TUBACH_2005_PERCENT)).contains(percent);
    assertThat(change.reaches(PainThresholds.TUBACH_2005_STATE)).contains(state);
  }

  @Test
  void hasSeparateThresholdsForEachScaleAndNoneForAnother() {
    assertThat(PainThresholds.of(Instruments.PAIN_VAS_MM)).hasSize(3);
    assertThat(PainThresholds.of(PainScores.NUMERIC_RATING)).hasSize(2);
    assertThat(PainThresholds.of(Instruments.PAIN_VAS_CM)).isEmpty();
    assertThat(PainThresholds.of(PainScores.NUMERIC_RATING))
        .allSatisfy(rule -> assertThat(rule.population()).isEqualTo("chronic pain"));
  }
}
