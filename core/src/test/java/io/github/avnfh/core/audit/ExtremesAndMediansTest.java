package io.github.avnfh.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.csv.Problems;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Observed extremes, medians and quartiles, by hand and against samples. */
class ExtremesAndMediansTest {
  private static final String HEADER =
      "id,section,quantity,kind,printed,sd,min,q1,q3,max,of,step\n";

  /**
   * 21 values from 21 to 54 with mean 37.5 have an SD of at least 33 / sqrt(40) = 5.218 and at most
   * 16.5 sqrt(21/20) = 16.907; 4 values from 0 to 10 have a mean from 2.5 to 7.5, and with mean 5
   * an SD of at least sqrt(50 / 3) = 4.082.
   */
  @ParameterizedTest
  @CsvSource({
    "37.5, 4.8, 21, 54, 21, CONTRADICTS",
    "37.5, 5.1, 21, 54, 21, CONTRADICTS",
    "37.5, 5.2, 21, 54, 21, CONSISTENT",
    "37.5, 16.9, 21, 54, 21, CONSISTENT",
    "37.5, 17.0, 21, 54, 21, ONLY_IF_TRUNCATED_OR_UP",
    "37.5, 17.1, 21, 54, 21, CONTRADICTS",
    "5.00, 4.08, 0, 10, 4, CONSISTENT",
    "5.00, 4.06, 0, 10, 4, CONTRADICTS",
    "2.50, '', 0, 10, 4, CONSISTENT",
    "2.40, '', 0, 10, 4, CONTRADICTS",
    "7.60, '', 0, 10, 4, CONTRADICTS",
    "5.00, '', 10, 0, 4, CONTRADICTS"
  })
  void boundsMeanAndDeviationByTheObservedExtremes(
      String mean, String sd, String min, String max, int n, Verdict verdict) {
    assertThat(verdicts(Check.EXTREMES, "mean," + mean, sd, min, "", "", max, n + "", "1"))
        .containsExactly(verdict);
  }

  /** Without a step 21 may be 21.5 and 54 be 53.5, and 32 / sqrt(40) = 5.06. */
  @ParameterizedTest
  @CsvSource({"5.1, CONSISTENT", "5.0, ONLY_IF_TRUNCATED_OR_UP", "4.9, CONTRADICTS"})
  void takesExtremesForRoundedWhereTheStepIsUnknown(String sd, Verdict verdict) {
    assertThat(verdicts(Check.EXTREMES, "mean,37.5", sd, "21", "", "", "54", "21", ""))
        .containsExactly(verdict);
  }

  /** With a step of a half, 21 can be 20.5 or 21.5; with one of a tenth, 9.9 was not rounded. */
  @ParameterizedTest
  @CsvSource({
    "37.5, 5.1, 21, 54, 21, 0.5, CONSISTENT",
    "4.95, 4.9, 0.0, 9.9, 3, 0.1, CONSISTENT",
    "4.95, 4.8, 0.0, 9.9, 3, 0.1, CONTRADICTS"
  })
  void takesExtremesForExactWhereTheStepIsPrinted(
      String mean, String sd, String min, String max, String n, String step, Verdict verdict) {
    assertThat(verdicts(Check.EXTREMES, "mean," + mean, sd, min, "", "", max, n, step))
        .containsExactly(verdict);
  }

  @Test
  void asksNothingOfTheExtremesOfOneValue() {
    assertThat(verdicts(Check.EXTREMES, "mean,5.0", "", "4", "", "", "6", "1", "1"))
        .isEmpty();
    assertThat(verdicts(Check.EXTREMES, "mean,5.0", "", "4", "", "", "6", "1|9", "1"))
        .isEmpty();
    assertThat(verdicts(Check.EXTREMES, "mean,5.0", "", "4", "", "", "6", "2", "1"))
        .hasSize(1);
  }

  /** The ends of a scale need not have been observed; those of an age were. */
  @ParameterizedTest
  @CsvSource({
    "years, '', '', 0, 10, CONTRADICTS",
    "points, '', '', 0, 10, ",
    "'', '', '', 0, 10, ",
    "points, 0, '', '', 10, ",
    "points, '', 10, 0, '', ",
    "points, 0, 10, '', '', CONTRADICTS",
    "years, 0, '', '', 10, CONTRADICTS",
    "years, '', 10, 0, '', CONTRADICTS"
  })
  void takesTheEndsOfAScaleForExtremesOnlyWhereThereIsNone(
      String unit, String min, String max, String low, String high, @Nullable Verdict verdict) {
    Problems problems = new Problems();
    Paper paper = Papers.read(
        "id,section,quantity,kind,printed,min,max,of,unit,low,high,step\n"
            + String.join(",", "a,T,x,mean,7.60", min, max, "4", unit, low, high, "1"),
        problems);
    assertThat(problems.list()).isEmpty();
    assertThat(Audit.of(paper).findings().stream()
            .filter(finding -> finding.check() == Check.EXTREMES)
            .map(Finding::verdict))
        .isEqualTo(Stream.ofNullable(verdict).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "37.5, 21, 1, CONTRADICTS",
    "37.5, 20, 1, CONSISTENT",
    "37.5, 20|21, 1, UNDECIDABLE",
    "37.5, '', 1, CONSISTENT",
    "37.4, '', 1, CONTRADICTS",
    "37.5, 21, '', NOT_TESTABLE",
    "37, 21, 1, NOT_TESTABLE",
    "37.5, 21, 0.5, CONSISTENT",
    "37.3, 21, 0.5, CONTRADICTS",
    "37.4, 20, 0.5, CONTRADICTS"
  })
  void holdsAMedianAgainstTheStep(String median, String of, String step, Verdict verdict) {
    assertThat(verdicts(Check.MEDIAN, "median," + median, "", "", "", "", "", of, step))
        .containsExactly(verdict);
  }

  /** 37.5 prints as 37 or as 38 by each rounding, never as both; 37.4 and 37 may be one number. */
  @ParameterizedTest
  @CsvSource({
    "21, 30, 37, 40, 54, CONSISTENT",
    "21, 37, 37, 37, 37, CONSISTENT",
    "21, 38, 37, 40, 54, CONTRADICTS",
    "21, 37.4, 37, 40, 54, CONSISTENT",
    "21, 37.5, 37, 40, 54, CONSISTENT",
    "21, 37.6, 37, 40, 54, ONLY_IF_TRUNCATED_OR_UP",
    "21, 37.9, 37, 40, 54, ONLY_IF_TRUNCATED_OR_UP",
    "21, 38.0, 37, 40, 54, CONTRADICTS",
    "37.4, 37.4, 37, 37.4, 37.4, CONSISTENT",
    "37.4, 37, 37.4, 37, 38, CONSISTENT",
    "21, 30, 37, 40.0, 39, CONTRADICTS",
    "21, 39, 37, 40, 54, CONTRADICTS",
    "21, 30, 37, 40, 38, CONTRADICTS",
    "'', 50, 37, '', '', CONTRADICTS"
  })
  void expectsTheQuartilesInOrder(
      String min, String q1, String median, String q3, String max, Verdict verdict) {
    assertThat(verdicts(Check.MEDIAN, "median," + median, "", min, q1, q3, max, "", ""))
        .contains(verdict);
  }

  @ParameterizedTest
  @CsvSource({"30.25, CONSISTENT", "30.3, NOT_TESTABLE", "30.35, UNEXPLAINED"})
  void holdsQuartilesAgainstQuartersOfTheStep(String quartile, Verdict verdict) {
    assertThat(verdicts(Check.MEDIAN, "median,37", "", "", quartile, "", "", "21", "1"))
        .contains(verdict);
  }

  @Property(tries = 200)
  void neverFaultsWhatASamplePrints(
      @ForAll @Size(min = 2, max = 30) List<@IntRange(min = 0, max = 40) Integer> sample,
      @ForAll @IntRange(min = 0, max = 2) int decimals) {
    int[] sorted = sample.stream().mapToInt(Integer::intValue).sorted().toArray();
    int n = sorted.length;
    double mean = Arrays.stream(sorted).average().orElseThrow();
    double squares =
        Arrays.stream(sorted).mapToDouble(x -> (x - mean) * (x - mean)).sum();
    String min = sorted[0] + "";
    String max = sorted[n - 1] + "";
    String sd = print(Math.sqrt(squares / (n - 1)), decimals);
    assertThat(verdicts(
            Check.EXTREMES, "mean," + print(mean, decimals), sd, min, "", "", max, n + "", "1"))
        .containsExactly(Verdict.CONSISTENT);
    assertThat(verdicts(
            Check.MEDIAN,
            "median," + print(quantile(sorted, 0.5), decimals),
            "",
            min,
            print(quantile(sorted, 0.25), decimals),
            print(quantile(sorted, 0.75), decimals),
            max,
            n + "",
            "1"))
        .hasSize(4)
        .allMatch(verdict -> verdict == Verdict.CONSISTENT || verdict == Verdict.NOT_TESTABLE);
  }

  /** Type 7 of Hyndman and Fan, the default of R. */
  private static double quantile(int[] sorted, double probability) {
    double place = (sorted.length - 1) * probability;
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private static String print(double number, int decimals) {
    return new BigDecimal(number).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  private static List<Verdict> verdicts(Check check, String... cells) {
    String row = "a,T,x," + String.join(",", cells);
    Problems problems = new Problems();
    Paper paper = Papers.read(HEADER + row, problems);
    assertThat(problems.list()).isEmpty();
    return Audit.of(paper).findings().stream()
        .filter(finding -> finding.check() == check)
        .map(Finding::verdict)
        .toList();
  }
}
