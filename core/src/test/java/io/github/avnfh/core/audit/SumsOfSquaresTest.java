package io.github.avnfh.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.csv.Problems;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The means and standard deviations that samples print, by the sums and sums of squares of all
 * samples, which are counted up as coins are.
 *
 * <p>{@code -Davnfh.samples=30} takes every number of values up to 30 whose samples the audit goes
 * through (all on ten steps, 20 values on twenty), every mean that a sample has, and every third
 * deviation up to the width of the scale, a third of its own for each sum; it prints how many pairs
 * were compared.
 */
class SumsOfSquaresTest {
  private static final int FEW = 5;
  private static final int MOST = Integer.getInteger("avnfh.samples", FEW);

  private final SumsOfSquares.SampleTables tables = new SumsOfSquares.SampleTables();

  /** Whole values from the lower to the upper end, times the step. */
  private record Scale(int low, int high, BigDecimal step) {
    Claim.Builder on(Claim.Builder claim, boolean hasEnds) {
      claim.step(step);
      return hasEnds
          ? claim
              .low(step.multiply(BigDecimal.valueOf(low)))
              .high(step.multiply(BigDecimal.valueOf(high)))
          : claim;
    }
  }

  /** No number that some sample prints is faulted, and every number that none prints is. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 2, 2",
    "1, 3, 1, 2, 2",
    "1, 5, 1, 2, 2",
    "1, 7, 1, 2, 1",
    "-3, 3, 1, 1, 1",
    "0, 10, 1, 1, 2",
    "0, 10, 0.5, 2, 2",
    "0, 4, 0.25, 3, 1"
  })
  void faultsJustWhatNoSamplePrints(
      int low, int high, BigDecimal step, int decimals, int deviationDecimals) {
    Scale scale = new Scale(low, high, step);
    long compared = 0;
    for (int n = 2; n <= MOST && areFew(n, high - low); n += MOST > FEW || n < 3 ? 1 : 2) {
      compared += compare(n, scale, true, decimals, deviationDecimals);
    }
    if (MOST > FEW) {
      System.out.println(scale + ": " + compared + " pairs of a mean and a deviation");
    }
  }

  /** Whether the audit goes through all samples of n values on a scale of so many steps. */
  private static boolean areFew(int n, int width) {
    return Math.pow(n, 3) * Math.pow(width, 4) / Long.SIZE <= 2e7;
  }

  private static Finding finding(String row) {
    Problems problems = new Problems();
    Paper paper = Papers.read(
        "id,section,quantity,kind,printed,sd,min,max,of,low,high,step\na,T,x,mean," + row,
        problems);
    assertThat(problems.list()).isEmpty();
    return Papers.finding(Audit.of(paper), Check.STANDARD_DEVIATION, "a");
  }

  /**
   * Of any two whole numbers in a row one is even: 2 (n - 1) s u / step^2 of 2 hold such a pair.
   */
  @ParameterizedTest
  @CsvSource({
    "'5.0,1.0,,,11,,,1', NOT_TESTABLE, 11 values over a width of 2 print as 1.0",
    "'5.0,1.2,,,20,,,1', NOT_TESTABLE, 20 values over a width of 4.56 print as 1.2",
    "'5.0,1.0,,,9,,,1', CONSISTENT, for a sum of 45 the sum of squares must be odd in 232.22..233.82"
  })
  void saysOverWhatWidthEveryDeviationPrints(String row, Verdict verdict, String words) {
    Finding finding = finding(row);
    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.arithmetic()).contains(words);
  }

  /** With a step of a half, 1 and 5 can be 1.5 and 4.5: 1.5, 3 and 4.5 have an SD of 1.5. */
  @ParameterizedTest
  @CsvSource({
    "'3.00,1.50,1,5,3,,,0.5', CONSISTENT",
    "'3.00,1.50,1.0,5.0,3,,,0.5', CONTRADICTS",
    "'3.00,2.00,1.0,5.0,3,,,0.5', CONSISTENT",
    "'3.00,2.00,1,5,3,,,1', CONSISTENT",
    "'3.00,1.00,1,5,3,,,1', CONTRADICTS"
  })
  void takesExtremesForValuesWhereTheyAreExact(String row, Verdict verdict) {
    assertThat(finding(row).verdict()).isEqualTo(verdict);
  }

  /** Without ends a sample with such a deviation lies close enough to its mean to be found. */
  @ParameterizedTest
  @CsvSource({"2, 12", "3, 8", "4, 6"})
  void faultsJustWhatNoSamplePrintsOnAScaleWithoutEnds(int n, int width) {
    // means of the middle, and deviations that no sample beyond the ends has
    Scale scale = new Scale(-width, width, BigDecimal.ONE);
    compare(n, scale, false, 2, 2);
  }

  private long compare(int n, Scale scale, boolean hasEnds, int decimals, int deviationDecimals) {
    Map<PrintedRounding, Set<Long>> printed = printed(n, scale, decimals, deviationDecimals);
    BigDecimal most = scale.step.multiply(BigDecimal.valueOf(scale.high - scale.low));
    int sums = hasEnds ? n * (scale.high - scale.low) : n / 2;
    long compared = 0;
    for (int sum = 0; sum <= sums; sum++) {
      BigDecimal mean = Fraction.of(scale.step)
          .times(hasEnds ? (long) n * scale.low + sum : sum)
          .over(n)
          .round(PrintedRounding.HALF_UP, decimals);
      // two values at distance d have a deviation of d / sqrt(2): far below half of the ends
      BigDecimal limit =
          hasEnds ? most : scale.step.multiply(BigDecimal.valueOf((scale.high - 1) / 2));
      BigDecimal unit = BigDecimal.ONE.movePointLeft(deviationDecimals);
      int stride = MOST > FEW ? 3 : 40;
      for (BigDecimal deviation = unit.multiply(BigDecimal.valueOf(sum % stride));
          deviation.compareTo(limit) <= 0;
          deviation = deviation.add(unit.multiply(BigDecimal.valueOf(stride)))) {
        compare(n, scale.on(claim(mean, deviation), hasEnds).build(), printed);
        compared++;
      }
    }
    return compared;
  }

  private void compare(int n, Claim claim, Map<PrintedRounding, Set<Long>> printed) {
    PrintedNumber mean = claim.number().orElseThrow();
    PrintedNumber deviation = claim.standardDeviation().orElseThrow();
    String numbers = mean.text() + " " + deviation.text();
    long code = code(mean.value(), deviation.value());
    boolean isNearest = printed.entrySet().stream()
        .anyMatch(entry -> entry.getKey().isNearest() && entry.getValue().contains(code));
    boolean isPossible = printed.values().stream().anyMatch(all -> all.contains(code));
    Verdict verdict = new SumsOfSquares(claim, n, tables).verdict();
    assertThat(verdict == Verdict.CONTRADICTS).as(n + ": " + numbers).isEqualTo(!isPossible);
    assertThat(verdict == Verdict.ONLY_IF_TRUNCATED_OR_UP)
        .as(n + ": " + numbers)
        .isEqualTo(isPossible && !isNearest);
  }

  private static Claim.Builder claim(BigDecimal mean, BigDecimal deviation) {
    return Claim.builder()
        .id("a")
        .section("S")
        .quantity("q")
        .kind(Claim.Kind.MEAN)
        .printed(mean.toPlainString())
        .standardDeviation(PrintedNumber.of(deviation.toPlainString()));
  }

  private static long code(BigDecimal mean, BigDecimal deviation) {
    return (mean.unscaledValue().longValueExact() << 32)
        + deviation.unscaledValue().longValueExact();
  }

  private static Map<PrintedRounding, Set<Long>> printed(
      int n, Scale scale, int decimals, int deviationDecimals) {
    Map<PrintedRounding, Set<Long>> printed = new EnumMap<>(PrintedRounding.class);
    int width = scale.high - scale.low;
    SampleTable samples = new SampleTable(n, width);
    Fraction step = Fraction.of(scale.step);
    BigDecimal unit = BigDecimal.ONE.movePointLeft(deviationDecimals);
    Fraction units = step.over(Fraction.of(unit)).square();
    for (PrintedRounding rounding : PrintedRounding.values()) {
      Set<Long> all = new HashSet<>();
      for (int above = 0; above <= n * width; above++) {
        BigDecimal mean =
            step.times((long) n * scale.low + above).over(n).round(rounding, decimals);
        for (int squares : samples.list(n, above)) {
          long variance = (long) squares * n - (long) above * above;
          Fraction square = units.times(Fraction.of(variance, (long) n * (n - 1)));
          all.add(code(mean, new BigDecimal(root(square, rounding), deviationDecimals)));
        }
      }
      printed.put(rounding, all);
    }
    return printed;
  }

  /** The root k of the whole part, or k + 1, by comparison with the squares of k and k + 1/2. */
  private static BigInteger root(Fraction square, PrintedRounding rounding) {
    BigInteger root = square.floor().sqrt();
    Fraction half =
        Fraction.of(root.shiftLeft(1).add(BigInteger.ONE), BigInteger.TWO).square();
    int side = square.compareTo(half);
    boolean isUp = switch (rounding) {
      case HALF_UP -> side >= 0;
      case HALF_EVEN -> side > 0 || (side == 0 && root.testBit(0));
      case HALF_DOWN -> side > 0;
      case TRUNCATED -> false;
      case UP -> square.compareTo(Fraction.of(root.multiply(root), BigInteger.ONE)) > 0;
    };
    return isUp ? root.add(BigInteger.ONE) : root;
  }
}
