package io.github.avnfh.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.evidence.Threshold.Kind;
import io.github.avnfh.core.evidence.Threshold.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {
  private static final Instrument HARRIS = Instruments.HARRIS_HIP_SCORE;
  private static final Instrument PAIN = Instruments.PAIN_VAS_MM;

  private static Threshold.Builder draft(Instrument instrument, Kind kind, Measure measure) {
    return Threshold.builder()
        .rule(Rule.of("TEST", "1.0", "made up", Citation.of("Nobody", "Nothing", "Nowhere")))
        .instrument(instrument)
        .population("nobody")
        .kind(kind)
        .measure(measure);
  }

  private static Threshold of(Instrument instrument, Kind kind, Measure measure, double value) {
    return draft(instrument, kind, measure).value(value).cut(Boundary.INCLUSIVE).build();
  }

  @ParameterizedTest(name = "{1} reaches {0} 20: {2}")
  @CsvSource({
    "STRICT, 20, false",
    "STRICT, 20.000000000000004, true",
    "STRICT, 19.999999999999996, false",
    "INCLUSIVE, 20, true",
    "INCLUSIVE, 20.000000000000004, true",
    "INCLUSIVE, 19.999999999999996, false"
  })
  void isReachedAsItsCutSays(Boundary cut, double improvement, boolean reached) {
    assertThat(Threshold.chosen(HARRIS, 20, cut).isReachedBy(improvement)).isEqualTo(reached);
    assertThat(Threshold.chosen(PAIN, 20, cut).isReachedBy(improvement)).isEqualTo(reached);
  }

  @ParameterizedTest(name = "pain of {0} mm is at most 35: {1}")
  @CsvSource({"35, true", "35.00000000000001, false", "34.99999999999999, true"})
  void isReachedFromAboveByAScoreOfWhichLessIsBetter(double later, boolean reached) {
    Threshold state = of(PAIN, Kind.PASS, Measure.LATER_SCORE, 35);
    assertThat(state.isReachedBy(later)).isEqualTo(reached);
    assertThat(state.text()).isEqualTo("PASS threshold: later score <= 35.0 mm (nobody)");
  }

  @Test
  void comparesThresholdsOfOneKindOnly() {
    Threshold mcid = of(HARRIS, Kind.MCID, Measure.IMPROVEMENT, 8);
    assertThatThrownBy(() -> mcid.asksMoreThan(of(HARRIS, Kind.MCII, Measure.IMPROVEMENT, 16)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("kind of a threshold to compare with [code] must be MCID, but was MCII");
    assertThatThrownBy(
            () -> mcid.asksMoreThan(of(HARRIS, Kind.MCID, Measure.PERCENT_IMPROVEMENT, 16)))
        .hasMessage("measure of a threshold to compare with [code] must be improvement, but was"
            + " percent_improvement");
    assertThatThrownBy(() -> mcid.asksMoreThan(of(PAIN, Kind.MCID, Measure.IMPROVEMENT, 16)))
        .hasMessage("instrument of a threshold to compare with [code] must be hhs, but was vas_mm");
  }

  @Test
  void asksMoreWhereSomethingReachesTheOtherOneOnly() {
    Threshold eight = of(HARRIS, Kind.MCID, Measure.IMPROVEMENT, 8);
    Threshold nine = of(HARRIS, Kind.MCID, Measure.IMPROVEMENT, 9);
    assertThat(nine.asksMoreThan(eight)).isTrue();
    assertThat(eight.asksMoreThan(nine)).isFalse();
    assertThat(eight.asksMoreThan(eight)).isFalse();
    Threshold beyondEight = draft(HARRIS, Kind.MCID, Measure.IMPROVEMENT)
        .value(8)
        .cut(Boundary.STRICT)
        .build();
    assertThat(beyondEight.asksMoreThan(eight)).isTrue();
    assertThat(eight.asksMoreThan(beyondEight)).isFalse();
    Threshold mild = of(PAIN, Kind.PASS, Measure.LATER_SCORE, 35);
    Threshold milder = of(PAIN, Kind.PASS, Measure.LATER_SCORE, 33);
    assertThat(milder.asksMoreThan(mild)).isTrue();
    assertThat(mild.asksMoreThan(milder)).isFalse();
  }

  @ParameterizedTest(name = "a {0} threshold of {1}: {2}")
  @CsvSource({
    "MCID, IMPROVEMENT, true",
    "MCID, PERCENT_IMPROVEMENT, true",
    "MCID, LATER_SCORE, false",
    "MCID, CHANGE_EITHER_WAY, false",
    "MCII, IMPROVEMENT, true",
    "MCII, LATER_SCORE, false",
    "SCB, IMPROVEMENT, true",
    "SCB, LATER_SCORE, true",
    "SCB, CHANGE_EITHER_WAY, false",
    "PASS, LATER_SCORE, true",
    "PASS, IMPROVEMENT, false",
    "MDC, CHANGE_EITHER_WAY, true",
    "MDC, IMPROVEMENT, false",
    "STUDY, LATER_SCORE, true"
  })
  void holdsAgainstItselfOnlyWhatItsKindIsAbout(Kind kind, Measure measure, boolean goes) {
    if (goes) {
      assertThat(of(HARRIS, kind, measure, 8).kind()).isEqualTo(kind);
    } else {
      assertThatThrownBy(() -> of(HARRIS, kind, measure, 8))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("measure of a threshold [code] must be one that " + kind.code()
              + " has, but was " + measure.code());
    }
  }

  @Test
  void refusesAValueThatCannotBe() {
    assertThatThrownBy(() -> of(HARRIS, Kind.PASS, Measure.LATER_SCORE, 100.5))
        .hasMessage("Harris Hip Score [points] must lie in 0.0..100.0, but was 100.5");
    assertThatThrownBy(() -> of(HARRIS, Kind.MDC, Measure.CHANGE_EITHER_WAY, 0))
        .hasMessage("MDC threshold [points] must be finite and above 0.0, but was 0.0");
    assertThatThrownBy(() -> of(HARRIS, Kind.MCID, Measure.PERCENT_IMPROVEMENT, Double.NaN))
        .hasMessage("MCID threshold [% of the earlier score] must be finite, but was NaN");
    Threshold.Builder nobody =
        draft(HARRIS, Kind.MCID, Measure.IMPROVEMENT).value(1).cut(Boundary.STRICT);
    assertThat(nobody.build().population()).isEqualTo("nobody");
  }

  @Test
  void saysThatAChosenThresholdHasNoSource() {
    Threshold chosen = Threshold.chosen(HARRIS, 20, Boundary.INCLUSIVE);
    assertThat(chosen.rule().id()).isEqualTo("CHOSEN-hhs>=20.0");
    assertThat(chosen.rule().citation()).isEqualTo(Sources.ANALYST);
    assertThat(chosen.text())
        .isEqualTo("study threshold: improvement >= 20.0 points (none; chosen for this analysis)");
  }
}
