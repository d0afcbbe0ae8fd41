package io.github.avnfh.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  @ParameterizedTest
  @CsvSource({
    "75.9, 55.9, 20.0",
    "0.3, 0.1, 0.2",
    "6.5, 8.8, -2.3",
    "100, 0.0000001, 99.9999999",
    "1e20, 1, 99999999999999999999",
    "123456789.123456, 0.1, 123456789.023456",
    "999999999999999, 0.000001, 999999999999998.999999",
    "0.1, 0.1, 0",
    "-0.0, 0, 0",
    "1e-320, 0, 1e-320"
  })
  void subtractsDecimals(double minuend, double subtrahend, double expected) {
    assertThat(Decimals.difference(minuend, subtrahend)).isEqualTo(expected);
    assertThat(Decimals.sum(minuend, -subtrahend)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "7.5, 5.1, -32",
    "46.7, 31.4, -32.76231263383298",
    "0.3, 0.6, 100",
    "80, 80, 0",
    "-10, -5, -50",
    "3, 4, 33.333333333333336",
    "1e-9, 2e-9, 100",
    "1e300, 2e300, 100"
  })
  void dividesDecimals(double from, double to, double expected) {
    assertThat(Decimals.percentChange(from, to)).isEqualTo(expected);
  }

  @Test
  void equalNumbersHaveNoSpread() {
    Decimals changes = Decimals.of(-2.3, -2.3, -2.3, -2.3, -2.3, -2.3);
    assertThat(changes.mean()).isEqualTo(-2.3);
    assertThat(changes.standardDeviation()).isZero();
    assertThat(changes.sumOfDeviations(0, 1)).isZero();
    assertThat(changes.size()).isEqualTo(6);
    assertThat(changes).hasToString("Decimals{6 numbers}");
  }

  @Test
  void describesNumbersOfOneDecimal() {
    Decimals pain = Decimals.of(7.5, 8, 6.5, 9);
    assertThat(pain.mean()).isEqualTo(7.75);
    assertThat(pain.total()).isEqualTo(31);
    // squares of the deviations: 0.0625 + 0.0625 + 1.5625 + 1.5625 = 3.25
    assertThat(pain.standardDeviation()).isCloseTo(Math.sqrt(3.25 / 3), within(1e-15));
    assertThat(pain.sumOfDeviations(0, 3)).isEqualTo(1);
    assertThat(pain.sumOfDeviations()).isZero();
  }

  /** 2.2 + 2.4 lie 0.0 about the mean of 2.3; with doubles 4e-16 are left. */
  @Test
  void deviationsCancelWhereDecimalsDo() {
    assertThat(Decimals.of(2.2, 2.4, 2.3).sumOfDeviations(0, 1)).isZero();
  }

  @Test
  void comparesMeansOfDecimals() {
    assertThat(Decimals.of(2.2, 2.4).meanDifference(Decimals.of(2.3))).isZero();
    assertThat(Decimals.of(20, 21, 20).meanDifference(Decimals.of(0, 1, 0))).isEqualTo(20);
    assertThat(Decimals.of(1e20, 2e20).meanDifference(Decimals.of(0.5))).isEqualTo(1.5e20);
  }

  @Test
  void staysFiniteWhereSquaresOverflow() {
    assertThat(Decimals.of(1.7e308, 1.7e308).mean()).isEqualTo(1.7e308);
    assertThat(Decimals.of(1e200, 3e200).standardDeviation())
        .isCloseTo(Math.sqrt(2) * 1e200, within(1e185));
    assertThat(Decimals.of(1e-200, 3e-200).standardDeviation())
        .isCloseTo(Math.sqrt(2) * 1e-200, within(1e-215));
    assertThat(Decimals.of(1e14, 1e14, 4e14).mean()).isEqualTo(2e14);
    assertThat(Decimals.of(9e14, -9e14).standardDeviation())
        .isCloseTo(Math.sqrt(2) * 9e14, within(1.0));
    assertThat(Decimals.of(999_999_999_999_999.0, 0.1).mean()).isEqualTo(499_999_999_999_999.56);
    double[] many = new double[20_000];
    Arrays.fill(many, 9e14);
    assertThat(Decimals.of(many).total()).isEqualTo(1.8e19);
    assertThat(Decimals.of(many).standardDeviation()).isZero();
    Arrays.fill(many, 2e9);
    many[0] = 0;
    assertThat(Decimals.of(many).mean()).isEqualTo(1_999_900_000);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.2, 0.5, 0.15",
    "2.3, 2.3, 0.25, 2.3",
    "1, 2, 0, 1",
    "1, 2, 1, 2",
    "7.5, 8, 0.25, 7.625",
    "-1, 1, 0.5, 0"
  })
  void interpolatesDecimals(double low, double high, double weight, double expected) {
    assertThat(Decimals.between(low, high, weight)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNotFinite(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.difference(1, value))
        .withMessage("number [decimal] must lie in -1.7976931348623157E308..1.7976931348623157E308,"
            + " but was " + value);
    assertThatIllegalArgumentException().isThrownBy(() -> Decimals.difference(value, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Decimals.sum(value));
    assertThatIllegalArgumentException().isThrownBy(() -> Decimals.percentChange(value, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Decimals.percentChange(1, value));
    assertThatIllegalArgumentException().isThrownBy(() -> Decimals.between(value, 1, 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> Decimals.between(1, value, 0.5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.between(0, 1, 2 + value))
        .withMessage("weight [fraction] must lie in 0.0..1.0, but was " + value);
  }

  @Test
  void refusesResultsBeyondTheLargestDouble() {
    assertThatIllegalArgumentException().isThrownBy(() -> Decimals.difference(1.7e308, -1.7e308));
    assertThatIllegalArgumentException().isThrownBy(() -> Decimals.sum(1.7e308, 1.7e308));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.of(-1.7e308, 1.7e308).standardDeviation());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.percentChange(0, 1))
        .withMessage("earlier number of a percentage [decimal] must not be 0, but was 0.0");
    assertThatIllegalArgumentException().isThrownBy(() -> Decimals.percentChange(1e-300, 1e300));
  }

  @Test
  void refusesTooFewNumbersAndWrongIndexes() {
    assertThat(Decimals.of().total()).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.of().mean())
        .withMessage("numbers [count] must lie in 1..2147483647, but was 0");
    assertThatIllegalArgumentException().isThrownBy(() -> Decimals.of(1).standardDeviation());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.of(1, 2).sumOfDeviations(2))
        .withMessage("index of a number [count from 0] must lie in 0..1, but was 2");
    assertThatIllegalArgumentException().isThrownBy(() -> Decimals.of(1, 2).sumOfDeviations(-1));
  }

  /** The printed number tells 0.0 from -0.0, which compare as equal. */
  @Test
  void givesNoNegativeZero() {
    assertThat(Double.toString(Decimals.difference(-0.0, 0))).isEqualTo("0.0");
    assertThat(Double.toString(Decimals.difference(-1e-9, -1e-9))).isEqualTo("0.0");
    assertThat(Double.toString(Decimals.percentChange(-7.5, -7.5))).isEqualTo("0.0");
    assertThat(Double.toString(Decimals.between(-0.0, 1, 0))).isEqualTo("0.0");
    assertThat(Double.toString(Decimals.between(-0.0, -0.0, 1))).isEqualTo("0.0");
    assertThat(Double.toString(Decimals.of(-0.0, -0.0).mean())).isEqualTo("0.0");
    assertThat(Double.toString(Decimals.of(-1, 1).mean())).isEqualTo("0.0");
    assertThat(Double.toString(Decimals.of(-Double.MIN_VALUE, 0).mean())).isEqualTo("0.0");
  }

  @Test
  void comparesNoMeansWithoutNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.of().meanDifference(Decimals.of(1)))
        .withMessage("numbers [count] must lie in 1..2147483647, but was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.of(1).meanDifference(Decimals.of()))
        .withMessage("numbers [count] must lie in 1..2147483647, but was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.of().sumOfDeviations())
        .withMessage("numbers [count] must lie in 1..2147483647, but was 0");
  }
}
