package io.github.avnfh.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PValueTest {
  @ParameterizedTest
  @CsvSource({
    "0, < 0.001",
    "0.0009999999999999998, < 0.001",
    "0.001, 0.001",
    "0.0010000000000000002, 0.001",
    "0.0495, 0.050",
    "1, 1.000"
  })
  void printsThreeDecimalsOrThatItIsSmaller(double p, String printed) {
    assertThat(Cell.pValue(p).printed()).isEqualTo(printed);
  }

  @Test
  void keepsEveryDigitForCsv() {
    assertThat(Cell.pValue(1.25e-7).parts()).isEqualTo(List.of("1.25E-7"));
  }

  @ParameterizedTest
  @CsvSource({"-4.9E-324", "1.0000000000000002", "NaN"})
  void refusesWhatIsNoProbability(double p) {
    assertThatThrownBy(() -> Cell.pValue(p))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("p value [probability] must lie in 0.0..1.0, but was " + p);
  }
}
