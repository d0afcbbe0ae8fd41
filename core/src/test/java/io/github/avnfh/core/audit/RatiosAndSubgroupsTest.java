package io.github.avnfh.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ratios with limits and proportions, and parts against the whole, by hand and against samples. */
class RatiosAndSubgroupsTest {
  /** Of 1/10 and 5/10 the odds ratio is (1/9) / (5/5) = 0.111 and the risk ratio 0.2. */
  @ParameterizedTest
  @CsvSource({
    "0.11, odds, CONSISTENT",
    "0.12, odds, ONLY_IF_TRUNCATED_OR_UP",
    "0.20, odds, CONTRADICTS",
    "0.20, risk, CONSISTENT",
    "0.11, risk, CONTRADICTS",
    "0.20, ratio, CONSISTENT",
    "0.11, ratio, CONSISTENT",
    "0.50, ratio, UNEXPLAINED"
  })
  void holdsARatioAgainstItsProportions(String ratio, String basis, Verdict verdict) {
    Audit audit = Papers.audit(
        "a,T,one,percent,10,,1,10,,,,,",
        "b,T,other,percent,50,,5,10,,,,,",
        "r,T,ratio,ratio," + ratio + ",,,,,,,," + basis + " a b");
    assertThat(Papers.finding(audit, Check.RATIO, "r", "a", "b").verdict()).isEqualTo(verdict);
  }

  /** A relation names the printed ratio; what the ratio calls itself tells which it is. */
  @ParameterizedTest
  @CsvSource({
    "OR, 0.11, CONSISTENT",
    "odds ratio, 0.20, CONTRADICTS",
    "RR, 0.20, CONSISTENT",
    "relative risk, 0.11, CONTRADICTS",
    "effect, 0.11, CONSISTENT",
    "effect, 0.20, CONSISTENT",
    "effect, 0.50, UNEXPLAINED"
  })
  void holdsAQuotientAgainstItsProportions(String quantity, String ratio, Verdict verdict) {
    Audit audit = Papers.audit(
        "a,T,one,percent,10,,1,10,,,,,",
        "b,T,other,percent,50,,5,10,,,,,",
        "or,T," + quantity + ",number," + ratio + ",,,,,,,,",
        "r,T,quotient,relation,,,,,,,,,or = a / b");
    assertThat(Papers.finding(audit, Check.RATIO, "r", "or", "a", "b").verdict())
        .isEqualTo(verdict);
  }

  /**
   * sqrt(0.40 * 1.20) = 0.693. Rounded to the nearest the limits allow 0.687 to 0.699, truncated
   * 0.693 to 0.704, rounded up 0.681 to 0.693.
   */
  @ParameterizedTest
  @CsvSource({
    "0.69, 0.40, 1.20, CONSISTENT",
    "0.70, 0.40, 1.20, CONSISTENT",
    "0.80, 0.40, 1.20, UNEXPLAINED",
    "0.39, 0.40, 1.20, CONTRADICTS",
    "0.40, 0.40, 1.20, UNEXPLAINED",
    "1.20, 0.40, 1.20, UNEXPLAINED",
    "1.21, 0.40, 1.20, CONTRADICTS",
    "0.39, 0.42, 1.20, CONTRADICTS",
    "1.30, 0.40, 1.20, CONTRADICTS",
    "0.693, 0.40, 1.2, CONSISTENT",
    "0.50, 0.50, 0.50, CONSISTENT",
    "0.700, 0.40, 1.20, ONLY_IF_TRUNCATED_OR_UP",
    "0.69, -0.40, 1.20, CONTRADICTS",
    "0.69, -1.20, -0.40, CONTRADICTS",
    "-0.69, 0.40, 1.20, CONTRADICTS",
    "0.69, 1.20, 0.40, CONTRADICTS"
  })
  void expectsLimitsAtEqualDistancesOnTheLogarithmicScale(
      String ratio, String low, String high, Verdict verdict) {
    Audit audit = Papers.audit("r,T,hazard,ratio," + ratio + ",,,,," + low + "," + high + ",,");
    assertThat(Papers.finding(audit, Check.RATIO, "r").verdict()).isEqualTo(verdict);
  }

  /**
   * 10 values with mean 10 and SD 2 and 10 with mean 20 and SD 2 have together mean 15 and SD
   * sqrt((2 * 9 * 4 + 20 * 25) / 19) = 5.487.
   */
  @ParameterizedTest
  @CsvSource({
    "15.0, 5.5, 20, CONSISTENT",
    "15.0, '', 20, CONSISTENT",
    "15.3, '', 20, CONTRADICTS",
    "15.0, 5.0, 20, CONTRADICTS",
    "15.0, 6.0, 20, CONTRADICTS",
    "15.0, 5.5, 25, UNDECIDABLE",
    "19.9, '', '', CONSISTENT",
    "20.3, '', '', CONTRADICTS",
    "9.7, '', '', CONTRADICTS"
  })
  void holdsTheWholeAgainstItsParts(String mean, String sd, String of, Verdict verdict) {
    Audit audit = Papers.audit(
        "a,T,one,mean,10.0,2.0,,10,,,,,",
        "b,T,other,mean,20.0,2.0,,10,,,,,",
        "w,T,all,mean," + mean + "," + sd + ",," + of + ",,,,,parts a b");
    assertThat(Papers.finding(audit, Check.SUBGROUPS, "w", "a", "b").verdict()).isEqualTo(verdict);
  }

  @Property(tries = 100)
  void neverFaultsAWholeRoundedAsItsParts(
      @ForAll @IntRange(min = 2, max = 20) int first,
      @ForAll @IntRange(min = 2, max = 20) int second,
      @ForAll @IntRange(min = 0, max = 3) int decimals,
      @ForAll long seed) {
    List<Double> values =
        new Random(seed).doubles(first + second, 0, 100).boxed().toList();
    Audit audit = Papers.audit(
        row("a", values.subList(0, first), decimals, ""),
        row("b", values.subList(first, first + second), decimals, ""),
        row("w", values, decimals, "parts a b"));
    assertThat(Papers.finding(audit, Check.SUBGROUPS, "w", "a", "b").verdict())
        .isEqualTo(Verdict.CONSISTENT);
  }

  private static String row(String id, List<Double> values, int decimals, String basis) {
    double mean = values.stream().mapToDouble(x -> x).average().orElseThrow();
    double squares = values.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
    double deviation = Math.sqrt(squares / (values.size() - 1));
    return id + ",T," + id + ",mean," + print(mean, decimals) + "," + print(deviation, decimals)
        + ",," + values.size() + ",,,,," + basis;
  }

  @Property(tries = 200)
  void neverFaultsWaldsLimitsRoundedToTheNearest(
      @ForAll @IntRange(min = 5, max = 400) int hundredths,
      @ForAll @IntRange(min = 5, max = 300) int error,
      @ForAll @IntRange(min = 1, max = 3) int decimals) {
    double ratio = hundredths / 100.0;
    double width = Math.exp(error / 100.0);
    Audit audit = Papers.audit("r,T,hazard,ratio," + print(ratio, decimals) + ",,,,,"
        + print(ratio / width, decimals) + "," + print(ratio * width, decimals) + ",,");
    assertThat(Papers.finding(audit, Check.RATIO, "r").verdict()).isEqualTo(Verdict.CONSISTENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a,S,q,mean,5,,,,,,,,compare b c ~ basis [of a mean] must be",
        "a,S,q,mean,5,,,,,,,,parts b ~ basis [of a mean] must be",
        "a,S,q,ratio,5,,,,,,,,hazard b c ~ basis [of a ratio] must be",
        "a,S,q,ratio,5,,,,,,,,odds b 1c ~ basis [of a ratio] must be",
        "a,S,q,ratio,5,,,,,,,,odds b ~ basis [of a ratio] must be",
        "a,S,q,mean,5,,,,,,,,parts b 1c ~ basis [of a mean] must be",
        "a,S,q,ratio,5,,,,,,,,odds a a ~ which is a ratio; another kind was expected"
      })
  void refusesABasisThatSaysNothing(String row, String message) {
    assertThat(Papers.problems(row)).singleElement().asString().contains(message);
  }

  private static String print(double number, int decimals) {
    return new BigDecimal(number).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
