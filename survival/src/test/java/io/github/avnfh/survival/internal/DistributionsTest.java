package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.GoldenFile;
import io.github.avnfh.survival.GoldenRow;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against R 4.2.2, printed with 17 digits; relative differences come from rounding alone. */
class DistributionsTest {
  private static final double RELATIVE = 1e-13;

  /** R: {@code qnorm((1 + level) / 2)}. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.67448975019608171",
    "0.9, 1.6448536269514715",
    "0.95, 1.9599639845400536",
    "0.99, 2.5758293035488999",
    "0.999999, 4.8916384756710842"
  })
  void knowsTheNormalQuantile(double level, double expected) {
    // R takes the quantile of 0.9999995, which the double nearest to it misses by 1e-10 of its tail
    double tolerance = level > 0.999 ? 1e-10 : RELATIVE;
    assertThat(Distributions.normalQuantile(level))
        .isCloseTo(expected, within(tolerance * expected));
  }

  /** R: {@code pchisq(value, df, lower.tail = FALSE)}, and the same with {@code log.p = TRUE}. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 0",
    "0.5, 1, 0.47950012218695348, -0.73501112983708439",
    "3.841458820694124, 1, 0.049999999999999975, -2.9957322735539913",
    "20, 2, 4.5399929762484854e-05, -10",
    "100, 3, 1.5541594313896051e-21, -47.913352111990129",
    "4971.6, 1, 0, -2490.2817408935243",
    "2000, 7, 0, -983.92908478218237",
    "1, 5, 0.96256577324729642, -0.03815287931363813"
  })
  void knowsTheUpperTailOfChiSquare(double value, int df, double tail, double logTail) {
    assertThat(Distributions.chiSquareTail(value, df)).isCloseTo(tail, within(RELATIVE * tail));
    assertThat(Distributions.logChiSquareTail(value, df))
        .isCloseTo(logTail, within(RELATIVE * Math.abs(logTail)));
  }

  /** R: {@code qbeta(0.975, alpha, beta)}. */
  @ParameterizedTest
  @CsvSource({"1, 12, 0.26464846939705111", "2.5, 7.5, 0.54382443311934747"})
  void knowsTheBetaQuantile(double alpha, double beta, double expected) {
    assertThat(Distributions.betaQuantile(0.975, alpha, beta))
        .isCloseTo(expected, within(1e-12 * expected));
  }

  /** Those of 47 values that limits and tests of curves need. */
  @Test
  void knowsFarTails() {
    int compared = 0;
    for (GoldenRow row : GoldenFile.read("distributions.csv", 47)) {
      String[] words = row.get("function").split(" ", -1);
      double expected = Double.parseDouble(row.get("value"));
      OptionalDouble actual = actual(words[0], numbers(words));
      if (actual.isPresent()) {
        assertThat(actual.getAsDouble())
            .as(row.get("function"))
            .isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(25);
  }

  private static double[] numbers(String[] words) {
    return Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
  }

  private static OptionalDouble actual(String function, double[] x) {
    return switch (function) {
      case "qnormC" -> OptionalDouble.of(Distributions.normalQuantile(x[0]));
      case "qnormU" -> OptionalDouble.of(Distributions.normalUpperQuantile(x[0]));
      case "qtU" -> OptionalDouble.of(Distributions.tUpperQuantile(x[0], x[1]));
      case "qbeta" -> OptionalDouble.of(Distributions.betaQuantile(x[0], x[1], x[2]));
      case "pchiU" -> OptionalDouble.of(Distributions.chiSquareTail(x[0], (int) x[1]));
      default -> OptionalDouble.empty();
    };
  }
}
