package io.github.avnfh.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DecimalsProperties {
  private static double hundredths(int units) {
    return units / 100.0;
  }

  @Property
  void differencesAreThoseOfWholeNumbers(
      @ForAll @IntRange(min = -20_000, max = 20_000) int one,
      @ForAll @IntRange(min = -20_000, max = 20_000) int other) {
    assertThat(Decimals.difference(hundredths(one), hundredths(other)))
        .isEqualTo(hundredths(one - other));
  }

  /** Whether 100 (to - from) / from reaches a threshold of t hundredths of a percent. */
  @Property
  void percentagesJudgeLikeWholeNumbers(
      @ForAll @IntRange(min = 1, max = 10_000) int from,
      @ForAll @IntRange(min = 0, max = 10_000) int to,
      @ForAll @IntRange(min = -10_000, max = 10_000) int threshold) {
    double percent = Decimals.percentChange(hundredths(from), hundredths(to));
    long exact = Long.compare(10_000L * (to - from), (long) threshold * from);
    assertThat(Double.compare(percent, hundredths(threshold))).isEqualTo(Long.signum(exact));
  }

  @Property
  void anyDoublesAreTakenAsTheDecimalsThatPrintThem(@ForAll double one, @ForAll double other) {
    BigDecimal exact = BigDecimal.valueOf(one).subtract(BigDecimal.valueOf(other));
    if (Double.isFinite(exact.doubleValue())) {
      assertThat(Decimals.difference(one, other)).isEqualTo(exact.doubleValue() + 0.0);
      assertThat(Decimals.sum(one, -other)).isEqualTo(exact.doubleValue() + 0.0);
    }
  }

  @Property
  void meanAndSpreadAreThoseOfTheDecimals(
      @ForAll @Size(min = 2, max = 60) int[] units, @ForAll @IntRange(max = 9) int places) {
    BigDecimal[] exact = Arrays.stream(units)
        .mapToObj(unit -> BigDecimal.valueOf(unit, places))
        .toArray(BigDecimal[]::new);
    double[] values = Arrays.stream(exact).mapToDouble(BigDecimal::doubleValue).toArray();
    BigDecimal sum = Arrays.stream(exact).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal mean = sum.divide(BigDecimal.valueOf(exact.length), MathContext.DECIMAL128);
    BigDecimal squares = Arrays.stream(exact)
        .map(value -> value.subtract(mean).pow(2))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    double spread = Math.sqrt(squares.doubleValue() / (exact.length - 1));
    Decimals decimals = Decimals.of(values);
    assertThat(decimals.mean()).isEqualTo(mean.doubleValue() + 0.0);
    assertThat(decimals.total()).isEqualTo(sum.doubleValue() + 0.0);
    assertThat(decimals.standardDeviation()).isCloseTo(spread, within(1e-14 * spread));
    int[] all = IntStream.range(0, exact.length).toArray();
    assertThat(decimals.sumOfDeviations(all)).isZero();
  }
}
