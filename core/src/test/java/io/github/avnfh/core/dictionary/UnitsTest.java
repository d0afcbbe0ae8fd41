package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of a source in the units of the cohort. */
class UnitsTest {
  /** A month has 30.4375 days, a year 365.25; half a day is rounded up. */
  @ParameterizedTest
  @CsvSource({
    "death_day, months, 12.5, 380",
    "death_day, months, 1, 30",
    "death_day, years, 2, 731",
    "death_day, weeks, 0.5, 4",
    "death_day, weeks, -0.5, -3",
    "death_day, days, 7, 7",
    "height_cm, m, 1.75, 175",
    "height_cm, in, 70, 177.8",
    "weight_kg, lb, 150, 68.0388555",
    "hemoglobin_g_per_dL, mmol/L, 8, 12.8912",
    "platelets_per_uL, x10^9/L, 200, 200000",
    "creatinine_mg_per_dL, umol/L, 100, 1.13122",
    "lesion_percent, fraction, 0.35, 35",
    "score:vas, mm, 35, 3.5",
    "conservative_therapy_months, years, 1.5, 18"
  })
  void areConverted(String means, String unit, String number, String converted) {
    Meaning meaning = Meaning.known(means);
    BigDecimal factor = Units.factor(meaning, unit).orElseThrow();
    assertThat(Units.converted(number, factor, meaning.kind() == Meaning.Kind.DAY))
        .isEqualTo(converted);
  }

  @Test
  void areThoseOfTheCohortWhereNoneIsNamed() {
    assertThat(Units.factor(Meaning.known("height_cm"), "")).contains(BigDecimal.ONE);
    assertThat(Units.factor(Meaning.known("height_cm"), "feet")).isEmpty();
    assertThat(Units.factor(Meaning.known("inr"), "mg")).isEmpty();
  }

  @Test
  void areThoseOfNumbersOnly() {
    assertThatThrownBy(() -> Units.converted("1,5", BigDecimal.ONE, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(" is not a number; digits 0 to 9 with '.' as decimal sign were"
            + " expected, or nothing where it is missing");
  }
}
