package io.github.avnfh.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {
  private static final double RELATIVE = 1e-13;

  static List<String> golden() {
    try (var file =
        Objects.requireNonNull(DistributionTest.class.getResourceAsStream("distributions.csv"))) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void thereAreAllGoldenValues() {
    assertThat(golden()).hasSize(74);
  }

  @ParameterizedTest
  @MethodSource("golden")
  void agreesWithRToThirteenDigits(String line) {
    String[] cells = line.split(",", -1);
    Distribution distribution =
        distribution(cells[0], Double.parseDouble(cells[1]), Double.parseDouble(cells[2]));
    double argument = Double.parseDouble(cells[5]);
    double expected = Double.parseDouble(cells[6]);
    double found = switch (cells[3] + " " + cells[4]) {
      case "quantile upper" -> distribution.upperQuantile(argument);
      case "quantile lower" -> distribution.quantile(argument);
      case "tail upper" -> distribution.upperTail(argument);
      case "tail both" -> 2 * distribution.upperTail(argument);
      default -> distribution.lowerTail(argument);
    };
    assertThat(found).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
  }

  private static Distribution distribution(String name, double first, double second) {
    return switch (name) {
      case "normal" -> Distribution.normal();
      case "student" -> Distribution.studentT(first);
      case "f" -> Distribution.f(first, second);
      case "beta" -> Distribution.beta(first, second);
      default -> Distribution.chiSquare(first);
    };
  }

  /** Cauchy: P(T > t) = 1/2 - atan(t)/pi; two degrees: (1 - t / sqrt(2 + t^2))/2. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 1, 12.7, 300})
  void agreesWithClosedFormsOfStudent(double t) {
    assertThat(Distribution.studentT(1).upperTail(t))
        .isCloseTo(Math.atan2(1, t) / Math.PI, within(1e-15));
    assertThat(Distribution.studentT(2).upperTail(t))
        .isCloseTo((1 - t / Math.sqrt(2 + t * t)) / 2, within(1e-15));
  }

  /** With two degrees of freedom the tail is exp(-x/2), whose logarithm never underflows. */
  @ParameterizedTest
  @ValueSource(doubles = {0.001, 1, 10, 1400, 1500, 1e6, 1e12})
  void givesTheLogarithmOfTailsThatUnderflow(double x) {
    assertThat(Distribution.chiSquare(2).logUpperTail(x)).isCloseTo(-x / 2, within(1e-13 * x));
  }

  private static final int[] SHAPES = {1, 2, 3, 5, 8, 12};

  /** P(B <= x) for whole shapes is the chance of a or more successes in a + b - 1 trials. */
  @Test
  void tailsOfBetaAreSumsOfBinomialTerms() {
    for (int a : SHAPES) {
      for (int b : SHAPES) {
        for (int k = 1; k < 20; k++) {
          int trials = a + b - 1;
          double[] sums = new double[2];
          BigInteger ways = BigInteger.ONE;
          for (int j = 0; j <= trials; j++) {
            // of 20^trials outcomes, C(trials, j) k^j (20 - k)^(trials - j) have j successes
            double term = new BigDecimal(ways.multiply(BigInteger.valueOf(k).pow(j))
                    .multiply(BigInteger.valueOf(20 - k).pow(trials - j)))
                .divide(new BigDecimal(BigInteger.valueOf(20).pow(trials)), MathContext.DECIMAL128)
                .doubleValue();
            sums[j < a ? 1 : 0] += term;
            ways = ways.multiply(BigInteger.valueOf(trials - j)).divide(BigInteger.valueOf(j + 1));
          }
          Distribution beta = Distribution.beta(a, b);
          double x = k / 20.0;
          assertThat(beta.lowerTail(x)).isCloseTo(sums[0], within(1e-13 * sums[0]));
          assertThat(beta.upperTail(x)).isCloseTo(sums[1], within(1e-13 * sums[1]));
          // the smaller tail is the one that tells the value
          assertThat(sums[0] < sums[1] ? beta.quantile(sums[0]) : beta.upperQuantile(sums[1]))
              .isCloseTo(x, within(1e-12));
        }
      }
    }
  }

  /** P(X > x) of chi-square with 2a degrees of freedom is that of fewer than a events of x / 2. */
  @Test
  void tailsOfChiSquareAreSumsOfPoissonTerms() {
    for (int a = 1; a <= 15; a++) {
      for (double half = 0.25; half < 60; half *= 1.3) {
        double term = Math.exp(-half);
        double fewer = 0;
        double others = 0;
        for (int j = 0; j < 400; j++) {
          fewer += j < a ? term : 0;
          others += j < a ? 0 : term;
          term *= half / (j + 1);
        }
        Distribution chiSquare = Distribution.chiSquare(2 * a);
        assertThat(chiSquare.upperTail(2 * half)).isCloseTo(fewer, within(1e-12 * fewer));
        assertThat(chiSquare.lowerTail(2 * half)).isCloseTo(others, within(1e-12 * others));
        assertThat(fewer < others ? chiSquare.upperQuantile(fewer) : chiSquare.quantile(others))
            .isCloseTo(2 * half, within(1e-11 * half));
      }
    }
  }

  /**
   * Tails that end in a sum of few terms: exp(-x/2) (1 + x/2) of chi-square with 4 degrees of
   * freedom, and y^b (1 + b (1 - y)) of F with 4 and 2b, where 1 / y = 1 + 2x / b.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1500, 1600, 2500, 1e4})
  void givesTheLogarithmOfTailsOfFewTerms(double x) {
    assertThat(Distribution.chiSquare(4).logUpperTail(x))
        .isCloseTo(-x / 2 + Math.log1p(x / 2), within(2e-15 * x));
    double b = 1000;
    double y = 1 / (1 + 2 * x / b);
    assertThat(Distribution.f(4, 2 * b).logUpperTail(x))
        .isCloseTo(b * Math.log(y) + Math.log1p(b * (1 - y)), within(1e-11));
    assertThat(Distribution.f(2, 2 * b).logUpperTail(x))
        .isCloseTo(-b * Math.log1p(x / b), within(1e-11));
    assertThat(Distribution.beta(2, b).logUpperTail(1 - y))
        .isCloseTo(b * Math.log(y) + Math.log1p(b * (1 - y)), within(1e-11));
  }

  /** The asymptotic expansion: log(phi(z) / z (1 - 1/z^2 + 3/z^4 - 15/z^6)). */
  @Test
  void givesTheLogarithmOfTheFarNormalTail() {
    double z = 100;
    double square = 1 / (z * z);
    double expected = -z * z / 2
        - Math.log(z * Math.sqrt(2 * Math.PI))
        + Math.log1p(-square + 3 * square * square - 15 * square * square * square);
    assertThat(Distribution.normal().logUpperTail(z)).isCloseTo(expected, within(1e-11));
    assertThat(Distribution.normal().upperTail(z)).isZero();
    assertThat(Distribution.studentT(57).logUpperTail(1e8))
        .isCloseTo(-937.6966911791, within(1e-9));
    assertThat(Distribution.f(2, 1e6).logUpperTail(1e5)).isCloseTo(-91160.7783969, within(1e-4));
    assertThat(Distribution.beta(2, 1000).logUpperTail(0.75))
        .isCloseTo(1000 * Math.log(0.25) + Math.log1p(1000 * 0.75), within(1e-9));
  }

  /** I(x; 1, b) = 1 - (1 - x)^b. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 0.001, 0.5, 0.999})
  void agreesWithTheClosedFormOfBeta(double x) {
    double expected = -Math.expm1(58 * Math.log1p(-x));
    assertThat(Distribution.beta(1, 58).lowerTail(x)).isCloseTo(expected, within(1e-14 * expected));
  }

  @Test
  void knowsTheEndsOfItsRange() {
    List<Distribution> positive =
        List.of(Distribution.f(3, 44), Distribution.chiSquare(3), Distribution.beta(3, 44));
    for (Distribution distribution : positive) {
      assertThat(distribution.lowerTail(-1)).isZero();
      assertThat(distribution.upperTail(-1)).isOne();
      assertThat(distribution.lowerTail(0)).isZero();
      assertThat(distribution.upperTail(Double.POSITIVE_INFINITY)).isZero();
      assertThat(distribution.lowerTail(Double.POSITIVE_INFINITY)).isOne();
    }
    for (Distribution distribution : List.of(Distribution.normal(), Distribution.studentT(7))) {
      assertThat(distribution.upperTail(0)).isEqualTo(0.5);
      assertThat(distribution.quantile(0.5)).isZero();
      assertThat(distribution.upperTail(Double.POSITIVE_INFINITY)).isZero();
      assertThat(distribution.upperTail(Double.NEGATIVE_INFINITY)).isOne();
      assertThat(distribution.upperTail(Double.MAX_VALUE)).isZero();
    }
  }

  static Stream<Double> noProbabilities() {
    return Stream.of(0.0, 1.0, -0.1, 1.1, Double.NaN);
  }

  @ParameterizedTest
  @MethodSource("noProbabilities")
  void refusesWhatHasNoQuantile(double probability) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Distribution.normal().quantile(probability))
        .withMessage(
            "tail [probability] must lie in 0.0..1.0 without the ends, but was " + probability);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Distribution.normal().upperQuantile(probability));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1.1e15})
  void refusesImpossibleParameters(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Distribution.studentT(value))
        .withMessage(
            "degrees of freedom [number] must lie in 0.0..1.0E15 without 0, but was " + value);
    assertThatIllegalArgumentException().isThrownBy(() -> Distribution.chiSquare(value));
    assertThatIllegalArgumentException().isThrownBy(() -> Distribution.f(value, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Distribution.f(1, value));
    assertThatIllegalArgumentException().isThrownBy(() -> Distribution.beta(1, value));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Distribution.beta(value, 1))
        .withMessage(
            "shape of a distribution [number] must lie in 0.0..1.0E15 without 0, but was " + value);
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Distribution.normal().upperTail(Double.NaN))
        .withMessage("value of a tail [number] must be a number, but was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Distribution.beta(1, 2).logUpperTail(1))
        .withMessage("value of a logarithmic tail [number] must be finite and inside the"
            + " distribution, but was 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Distribution.normal().logUpperTail(Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Distribution.f(0.01, 0.01).upperQuantile(1e-300))
        .withMessageStartingWith("quantile [number] must lie in -1.7976931348623157E308..");
  }

  /**
   * Near the middle: of one degree of freedom tan(pi (p - 1/2)), of two by t^2 = 2 q^2 / (1 - q^2).
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.2501, 0.3, 0.45, 0.4999, 0.5001, 0.6, 0.74})
  void quantilesOfStudentNearTheMiddle(double p) {
    double expected = Math.tan(Math.PI * (p - 0.5));
    assertThat(Distribution.studentT(1).quantile(p))
        .isCloseTo(expected, within(1e-12 * Math.abs(expected)));
    double q = 2 * p - 1;
    double second = Math.signum(q) * Math.sqrt(2 * q * q / (1 - q * q));
    assertThat(Distribution.studentT(2).quantile(p))
        .isCloseTo(second, within(1e-12 * Math.abs(second)));
    assertThat(Distribution.studentT(2).upperQuantile(p))
        .isCloseTo(-second, within(1e-12 * Math.abs(second)));
  }

  /** log(n!) as a sum of logarithms. */
  private static double logFactorial(int n) {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 2; i <= n; i++) {
      sum.add(Math.log(i));
    }
    return sum.value();
  }

  /**
   * The logarithm of the chance of fewer than a events where x are expected, from the last down.
   */
  private static double logPoisson(int a, double x) {
    double sum = 1;
    double term = 1;
    for (int j = a - 1; j > 0 && term > 1e-20 * sum; j--) {
      term *= j / x;
      sum += term;
    }
    return (a - 1) * Math.log(x) - x - logFactorial(a - 1) + Math.log(sum);
  }

  /** The powers of the kernel overflow alone, and the tail of thousands of events does not. */
  @Test
  void tailsOfManyEventsAreSumsOfPoissonAndBinomialTerms() {
    double few = logPoisson(10_000, 11_200);
    assertThat(Distribution.chiSquare(20_000).upperTail(22_400))
        .isCloseTo(Math.exp(few), within(1e-9 * Math.exp(few)));
    assertThat(Distribution.chiSquare(20_000).logUpperTail(38_000))
        .isCloseTo(logPoisson(10_000, 19_000), within(1e-9));
    // 1015 or more heads of 1024: the sum of C(1024, k) / 2^1024 up to 9
    BigInteger ways = BigInteger.ONE;
    BigInteger sum = BigInteger.ZERO;
    for (int k = 0; k <= 9; k++) {
      sum = sum.add(ways);
      ways = ways.multiply(BigInteger.valueOf(1024 - k)).divide(BigInteger.valueOf(k + 1));
    }
    double heads = new BigDecimal(sum)
        .divide(new BigDecimal(BigInteger.TWO.pow(1024)), MathContext.DECIMAL128)
        .doubleValue();
    assertThat(Distribution.beta(1015, 10).lowerTail(0.5)).isCloseTo(heads, within(1e-11 * heads));
    assertThat(Distribution.beta(10, 1015).upperTail(0.5)).isCloseTo(heads, within(1e-11 * heads));
    for (int a : new int[] {10_000, 100_000}) {
      double log = logBinomial(2 * a - 1, a - 1, 0.56);
      assertThat(Distribution.beta(a, a).logUpperTail(0.56)).isCloseTo(log, within(1e-8));
      assertThat(Distribution.beta(a, a).upperTail(0.56))
          .isCloseTo(Math.exp(log), within(1e-8 * Math.exp(log)));
    }
  }

  /** The logarithm of the chance of so many successes or fewer, from the last term down. */
  private static double logBinomial(int n, int most, double p) {
    double sum = 1;
    double term = 1;
    for (int j = most; j > 0 && term > 1e-20 * sum; j--) {
      term *= j / (n - j + 1.0) * (1 - p) / p;
      sum += term;
    }
    return logFactorial(n)
        - logFactorial(most)
        - logFactorial(n - most)
        + most * Math.log(p)
        + (n - most) * Math.log1p(-p)
        + Math.log(sum);
  }

  /** The largest parameter is allowed, where Student's distribution is the normal one. */
  @Test
  void takesTheLargestDegreesOfFreedom() {
    assertThat(Distribution.studentT(1e15).upperTail(1.96))
        .isCloseTo(Distribution.normal().upperTail(1.96), within(1e-12));
  }
}
