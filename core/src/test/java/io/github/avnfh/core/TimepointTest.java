package io.github.avnfh.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimepointTest {

  @ParameterizedTest
  @CsvSource({"BL, 0", "M1, 30", "M3, 91", "M6, 183", "M12, 365", "M18, 548", "M24, 731"})
  void fallsOnTheNearestDay(String code, int day) {
    assertThat(Timepoint.parse(code).nominalDay()).hasValue(day);
    assertThat(Timepoint.parse(code).code()).isEqualTo(code);
  }

  @Test
  void hasNoDayOutsideThePlan() {
    assertThat(Timepoint.parse("UNS")).isEqualTo(Timepoint.unscheduled());
    assertThat(Timepoint.unscheduled().nominalDay()).isEmpty();
    assertThat(Timepoint.unscheduled().code()).isEqualTo("UNS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "M0", "M", "m6", "6", "M06", "M٣", "month 6", "BL "})
  void refusesOtherSpellings(String text) {
    assertThatThrownBy(() -> Timepoint.parse(text))
        .hasMessageEndingWith(
            "is not a timepoint; BL, UNS, or M and the months as in M6 was expected");
  }

  @Test
  void refusesMoreThanACentury() {
    assertThat(Timepoint.ofMonths(1200).months()).hasValue(1200);
    assertThatThrownBy(() -> Timepoint.ofMonths(1201))
        .hasMessage("timepoint [months] must lie in 0..1200, but was 1201");
    assertThatThrownBy(() -> Timepoint.ofMonths(-1))
        .hasMessage("timepoint [months] must lie in 0..1200, but was -1");
  }

  @Test
  void runsFromBaselineToWhatWasNotPlanned() {
    assertThat(Timepoint.baseline()).isLessThan(Timepoint.ofMonths(1));
    assertThat(Timepoint.ofMonths(6)).isLessThan(Timepoint.ofMonths(12));
    assertThat(Timepoint.ofMonths(1200)).isLessThan(Timepoint.unscheduled());
  }
}
