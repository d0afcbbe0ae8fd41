package io.github.avnfh.core.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CsvOutputProperties {

  @Property(tries = 3000)
  void readsBackToTheSameDouble(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    if (Double.isFinite(value)) {
      assertThat(Double.parseDouble(CsvOutput.number(value))).isEqualTo(value + 0.0);
    }
  }

  @Example
  void writesTheShortestTextThatReadsBack() {
    assertThat(CsvOutput.number(2.0E-3)).isEqualTo("0.002");
    assertThat(CsvOutput.number(12)).isEqualTo("12");
    assertThat(CsvOutput.number(-0.0)).isEqualTo("0");
    assertThat(CsvOutput.number(1.0 / 3)).isEqualTo("0.3333333333333333");
    assertThat(CsvOutput.number(2.2250738585072014E-308)).isEqualTo("2.2250738585072014E-308");
    assertThat(CsvOutput.number(1e300)).isEqualTo("1E+300");
    assertThat(CsvOutput.number(0.1 + 0.2)).isEqualTo("0.30000000000000004");
  }

  /**
   * Before JDK 19, Double.toString writes 2.0E-322 as 1.98E-322, and 2.0E23 is one digit short of
   * the rule.
   */
  @Example
  void isNotFooledByDigitsTooMany() {
    assertThat(CsvOutput.number(Double.parseDouble("1.98E-322"))).isEqualTo("2E-322");
    assertThat(CsvOutput.number(Double.parseDouble("2.0E23"))).isEqualTo("2E+23");
  }

  @Example
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> CsvOutput.number(Double.NaN))
        .hasMessage("number [cell] must be finite, but was NaN");
  }

  @Example
  void refusesARowOfAnotherWidth() {
    assertThatThrownBy(() -> CsvOutput.withHeader("a", "b").row("1"))
        .hasMessage("row [cells] must have 2..2, but had 1");
  }
}
