package io.github.avnfh.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
  private static final Quantity EXTENT = Quantity.of("lesion extent", "% of head volume", 0, 100);

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.MIN_VALUE, 30, 99.999, 100})
  void passesOnWhatIsPossible(double value) {
    assertThat(EXTENT.check(value)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        -Double.MIN_VALUE,
        100.00000000000001,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
      })
  void refusesTheNextDoubleBeyondEitherEndAndWhatIsNoNumber(double value) {
    assertThatThrownBy(() -> EXTENT.check(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lesion extent [% of head volume] must lie in 0.0..100.0, but was " + value);
  }

  @Test
  void turnsMinusZeroIntoZero() {
    assertThat(EXTENT.check(-0.0)).isEqualTo(0.0);
  }

  @Test
  void refusesARangeThatHoldsNothing() {
    assertThatThrownBy(() -> Quantity.of("depression", "mm", 5, 5))
        .hasMessage(
            "depression [mm] needs a finite range from low to high, but was given 5.0..5.0");
  }
}
