package io.github.avnfh.core.audit;

import static io.github.avnfh.core.audit.PrintedRows.assertFinding;
import static io.github.avnfh.core.audit.PrintedRows.audit;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic of each finding in full, by which a reader works it out again by hand. */
class ArithmeticTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a percent 33 of=3 ~ consistent ~ 33 % of 3: only 1/3 = 33.33… % prints so",
        "a percent 34 of=3 ~ only if truncated or rounded up ~ 34 % of 3: only 1/3 = 33.33… % prints so, rounded up; nearest possible: 33 or 67",
        "a percent 40 of=3 ~ contradicts ~ 40 % of 3: 1/3 = 33.33… %, 2/3 = 66.66… %; no count prints so; nearest possible: 33 or 67",
        "a percent 33 of=3|6|9 ~ undecidable ~ 33 % of 3 or 6 or 9: 1/3 = 33.33… %, 2/6 = 33.33… %, 3/9 = 33.33… % print so; the paper does not say which",
        "a percent 33 ~ undecidable ~ no total is printed for 33 %",
        "a percent 50 of=200 ~ not testable ~ 50 % of 200: the percentages of two counts in a row lie no further apart than 1, so that every one can be printed",
        "a count 10 / b count 20 / c percent 50 count=10 of=b ~ consistent ~ 10/20 = 50 % is 50 rounded half up or truncated; printed 50",
        "a percent 33.3 count=1 of=3|4 ~ consistent ~ 1/3 = 33.333… % is 33.3 rounded half up or truncated; 1/4 = 25 % is 25.0 rounded half up or truncated or rounded up; printed 33.3"
      })
  void ofPercentages(String rows, String verdict, String arithmetic) {
    assertFinding(rows, Check.PERCENTAGE, verdict, arithmetic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a mean 2.5 of=4 step=1 ~ consistent ~ 10/4 = 2.5; printed 2.5",
        "a mean 2.6 of=4|5 step=1 ~ undecidable ~ 10/4 = 2.5, 11/4 = 2.75; no sum of 4 values prints as 2.6; nearest possible: 2.5 or 2.8; 13/5 = 2.6; printed 2.6",
        "a mean 2.66 of=3 step=1 ~ only if truncated or rounded up ~ 8/3 = 2.6666…; printed 2.66, truncated; nearest possible: 2.33 or 2.67",
        "a mean 2.68 of=3 step=1 ~ contradicts ~ 8/3 = 2.6666…, 9/3 = 3; no sum of 3 values prints as 2.68; nearest possible: 2.67 or 3.00",
        "a mean 11.02 of=3 step=1 low=0 high=10 ~ contradicts ~ 33/3 = 11, 34/3 = 11.3333…; no sum of 3 values prints as 11.02; nearest possible: 10.00",
        "a mean 0.02 of=3 step=1 low=1 high=10 ~ contradicts ~ 0/3 = 0, 1/3 = 0.3333…; no sum of 3 values prints as 0.02; nearest possible: 1.00",
        "a mean 2.02 of=100 step=1 ~ not testable ~ means of 100 values in steps of 1 lie 0.01 apart, no more than 0.01, so that every one can be printed",
        "a mean 2.02 of=60 step=1 ~ not testable ~ 121/60 = 2.0166…; printed 2.02, as every mean can be by some rounding",
        "a mean 2.02 step=1 ~ undecidable ~ the number of values is not printed",
        "a mean 2.02 of=3 ~ not testable ~ the step of the scale is not known; between any two numbers lies another mean",
        "a mean - of=3 step=1 ~ undecidable ~ announced or needed, and nothing is printed"
      })
  void ofMeans(String rows, String verdict, String arithmetic) {
    assertFinding(rows, rows.contains(" - ") ? Check.PRINTED : Check.MEAN, verdict, arithmetic);
  }

  /** 1, 2, 3 and 4 have the squares 30, and 2, 2, 3 and 3 have 26. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a mean 2.50 sd=0.58 of=4 step=1 ~ consistent ~ for a sum of 10 the sum of squares must be even in 25.99…..26.02…; printed 0.58",
        "a mean 2.50 sd=0.60 of=4 step=1 ~ contradicts ~ for a sum of 10 the sum of squares must be even in 26.06…..26.09…: no values have one; printed 0.60",
        "a mean 2.50 sd=0.57 of=4 step=1 ~ only if truncated or rounded up ~ for a sum of 10 the sum of squares must be even in 25.97…..26.00…; printed 0.57, truncated",
        "a mean 2.50 sd=0.58 of=4|5 step=1 ~ consistent ~ for a sum of 10 the sum of squares must be even in 25.99…..26.02…; printed 0.58",
        "a mean 3.00 sd=1.58 of=5 step=1 ~ consistent ~ for a sum of 15 the sum of squares must be odd in 54.92…..55.04…; printed 1.58"
      })
  void ofStandardDeviations(String rows, String verdict, String arithmetic) {
    assertFinding(rows, Check.STANDARD_DEVIATION, verdict, arithmetic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a mean 2.50 sd=4.4 of=4 low=0 high=10 ~ consistent ~ at most sqrt((10 - 2.5) * (2.5 - 0) * 4/3) = 5.000…; printed 4.4",
        "a mean 2.50 sd=5.1 of=4|40 low=0 high=10 ~ undecidable ~ at most sqrt((10 - 2.5) * (2.5 - 0) * 4/3) = 5.000…; at most sqrt((10 - 2.5) * (2.5 - 0) * 40/39) = 4.385…; printed 5.1",
        "a mean 12 sd=5.1 of=4 low=0 high=10 ~ contradicts ~ the mean 12 lies outside 0..10; printed 5.1",
        "a mean -1 sd=5.1 of=4 low=0 high=10 ~ contradicts ~ the mean -1 lies outside 0..10; printed 5.1",
        "a mean 0 sd=0 of=4 low=0 high=10 ~ consistent ~ at most sqrt((10 - 0) * (0 - 0) * 4/3) = 0.000…; printed 0",
        "a mean 10 sd=0 of=4 low=0 high=10 ~ consistent ~ at most sqrt((10 - 10) * (10 - 0) * 4/3) = 0.000…; printed 0"
      })
  void ofTheEndsOfAScale(String rows, String verdict, String arithmetic) {
    assertFinding(rows, Check.RANGE, verdict, arithmetic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a mean 5 min=0 max=10 of=4 ~ consistent ~ 4 values from 0 to 10 have a mean in 2.5..7.5; printed 5",
        "a mean 8 sd=2 min=0 max=10 of=4 ~ contradicts ~ 4 values from 0 to 10 have a mean in 2.5..7.5; printed 8 (SD 2)",
        "a mean 7 sd=4.4 min=0 max=10 of=4 ~ consistent ~ 4 values from 0 to 10 have a mean in 2.5..7.5 and with this mean an SD in 4.690…5.292; printed 7 (SD 4.4)",
        "a mean 5 sd=4 min=0 max=10 of=4|5 ~ consistent ~ 4 values from 0 to 10 have a mean in 2.5..7.5 and with this mean an SD in 4.082…5.774; 5 values from 0 to 10 have a mean in 2..8 and with this mean an SD in 3.535…5.591; printed 5 (SD 4)",
        "a mean 5 sd=7 min=0 max=10 of=2 ~ consistent ~ 2 values from 0 to 10 have a mean in 5 and with this mean an SD in 7.071…7.072; printed 5 (SD 7)",
        "a mean 37.5 sd=4.8 low=21 high=54 unit=years of=21 ~ contradicts ~ 21 values from 21 to 54 have a mean in 22.571…..52.428… and with this mean an SD in 5.217…16.908; printed 37.5 (SD 4.8)"
      })
  void ofObservedExtremes(String rows, String verdict, String arithmetic) {
    assertFinding(rows, Check.EXTREMES, verdict, arithmetic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a median 2.5 of=5 step=1 ~ contradicts ~ the median of 5 values in steps of 1 is one of them; printed 2.5",
        "a median 2.5 step=1 ~ consistent ~ the median of an unknown number of values in steps of 1 is a value or halfway between two; printed 2.5",
        "a median 2.3 of=4|5 step=1 ~ contradicts ~ the median of 4 values in steps of 1 is a value or halfway between two; the median of 5 values in steps of 1 is one of them; printed 2.3",
        "a median 2.5 of=5 unit=years ~ unexplained ~ the step of the scale is not known; the median of an odd number of whole years is one of them, printed 2.5",
        "a median 2.5 of=4 unit=years ~ not testable ~ the step of the scale is not known",
        "a median 2.5 of=5|6 unit=years ~ not testable ~ the step of the scale is not known",
        "a median 2.5 of=5 unit=kg ~ not testable ~ the step of the scale is not known",
        "a median 2.4 of=5 unit=years ~ not testable ~ the step of the scale is not known",
        "a median 2.5 unit=years ~ not testable ~ the step of the scale is not known",
        "a median 2.25 min=1 max=4 q1=1.75 q3=3.3 of=4 step=1 ~ consistent ~ 1 <= 1.75 <= 2.25 <= 3.3 <= 4",
        "a median 2.25 q1=1.75 of=4 step=1 ~ consistent ~ the lower quartile lies on quarters of a step by the usual definitions; printed 1.75",
        "a median 2.25 q3=3.37 of=4 step=1 ~ unexplained ~ the upper quartile lies on quarters of a step by the usual definitions; printed 3.37"
      })
  void ofMedians(String rows, String verdict, String arithmetic) {
    assertFinding(rows, Check.MEDIAN, verdict, arithmetic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "r ratio 0.69 low=0.40 high=1.20 ~ consistent ~ limits symmetric on the logarithmic scale need 0.69^2 = 0.40 * 1.20: 0.4761 against 0.48",
        "r ratio 1.30 low=0.40 high=1.20 ~ contradicts ~ 1.30 lies outside its limits 0.40 and 1.20",
        "a count 1 of=10 / b count 5 of=10 / r ratio 0.2 basis=ratio a b ~ consistent ~ 1/10 against 5/10: odds ratio 0.1111…, risk ratio 0.2; printed 0.2",
        "a count 1 of=10 / b count 0 of=10 / r ratio 0.2 basis=ratio a b ~ unexplained ~ 1/10 against 0/10: odds ratio not defined, risk ratio not defined; printed 0.2",
        "a count 1 of=10 / b count 10 of=10 / r ratio 0.2 basis=odds a b ~ contradicts ~ 1/10 against 10/10: odds ratio 0; printed 0.2",
        "a count 1 of=10|11 / b count 5 of=10 / r ratio 0.11 basis=odds a b ~ undecidable ~ the counts or totals are not settled",
        "a percent 33 of=7 / b count 5 of=10 / r ratio 0.11 basis=odds a b ~ undecidable ~ the counts or totals are not settled"
      })
  void ofRatios(String rows, String verdict, String arithmetic) {
    assertFinding(rows, Check.RATIO, verdict, arithmetic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a mean 10.0 sd=2.0 of=10 / b mean 20.0 sd=2.0 of=10 / w mean 15.0 sd=5.5 of=20 basis=parts a b ~ consistent ~ rounded to the nearest, the parts have a mean in 14.95..15.05; printed 15.0, sum of squares 548.645..595.845 against 564.347…..585.247…",
        "a mean 10.0 sd=2.0 of=10 / b mean 20.0 sd=2.0 of=10 / w mean 25.0 of=20 basis=parts a b ~ contradicts ~ rounded to the nearest, the parts have a mean in 14.95..15.05; printed 25.0",
        "a mean 10.0 of=10 / b mean 20.0 of=10 / w mean 15.0 of=25 basis=parts a b ~ undecidable ~ the parts have 20 values, and all have 25",
        "a mean 10.0 / b mean 20.0 of=10 / w mean 15.0 basis=parts a b ~ consistent ~ rounded to the nearest, the parts have a mean between 9.95..20.05; printed 15.0",
        "a mean - of=10 / b mean 20.0 of=10 / w mean 15.0 of=20 basis=parts a b ~ undecidable ~ a mean that is needed is not printed"
      })
  void ofSubgroups(String rows, String verdict, String arithmetic) {
    assertFinding(rows, Check.SUBGROUPS, verdict, arithmetic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a count 10 / b count 7 / c count 4 / r relation - basis=a = b + c ~ contradicts ~ 10 = 7 + 4: 10 against 11, which does not hold",
        "a count 10 / b count 7 / c count 3 / r relation - basis=a - b = c ~ consistent ~ 10 - 7 = 3: 3 against 3",
        "a count 10 / b count 7 / r relation - basis=a > b ~ consistent ~ 10 > 7",
        "a count - of=20 / b count 7 / c count 3 / r relation - basis=a = b + c ~ consistent ~ 10 = 7 + 3: 10 against 10",
        "a count - of=20 / b count 7 / c count - of=5 / r relation - basis=a = b + c ~ undecidable ~ 7..12 = 7 + 0..5: 7..12 against 7..12",
        "a count - of=20 / b count 7 / c count - of=5 / r relation - basis=a >= b + c ~ undecidable ~ 0..20 >= 7 + 0..5: 0..20 against 7..12",
        "a count - of=5 / b count - of=5 / r relation - basis=a = b ~ undecidable ~ 0..5 = 0..5",
        "a count 40 of=50 / b percent 60 of=50 / r relation - basis=a + b = 100 ~ contradicts ~ 40 + 30 = 100: 70 against 100, which does not hold",
        "a percent 34 of=3 / b percent 34 of=3 / c percent 34 of=3 / r relation - basis=a + b + c = 100% ~ only if truncated or rounded up ~ percentages before rounding: 100 = 100",
        "a percent - of=10 / b percent 40 of=10 / r relation - basis=a + b = 100% ~ consistent ~ percentages before rounding: 40..140 = 100",
        "a number 0 / b number -0.6 / r relation - basis=a = b ~ consistent ~ 0 = -0.6",
        "a number 0 / b number 0.6 / r relation - basis=a = b ~ consistent ~ 0 = 0.6",
        "a number 7.8 / b number - / r relation - basis=a = b ~ undecidable ~ a number that is needed is not printed",
        "a percent 33 of=3 / b percent 67 of=3 / r relation - basis=a + b = 100% ~ consistent ~ percentages before rounding: 100 = 100",
        "a percent 33 / b percent 60 / r relation - basis=a + b = 100% ~ contradicts ~ percentages before rounding: 92..94 = 100, which does not hold"
      })
  void ofRelations(String rows, String verdict, String arithmetic) {
    assertFinding(rows, Check.RELATION, verdict, arithmetic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "b count 7 / c count 3 / r relation - basis=a = b + c / a count - of=20 ~ consistent ~ not printed; only 10 fits what is printed elsewhere",
        "b count - of=10 / c count 5 of=10 / r relation - basis=a = b / s relation - basis=b = c / a count - of=10 ~ consistent ~ not printed; only 5 fits what is printed elsewhere",
        "b count - of=10 / c count 5 of=10 / r relation - basis=a = b - 2 + 1 / s relation - basis=c = b / a count - of=10 ~ consistent ~ not printed; only 4 fits what is printed elsewhere",
        "b count 6 of=10 / r relation - basis=a + a = b / a count - of=10 ~ undecidable ~ not printed; 0..6 fit what is printed elsewhere",
        "b count 7 / c count - of=5 / r relation - basis=a = b + c / a count - of=20 ~ undecidable ~ not printed; 7..12 fit what is printed elsewhere"
      })
  void ofCountsThatAreNotPrinted(String rows, String verdict, String arithmetic) {
    assertFinding(rows, Check.PRINTED, verdict, arithmetic);
  }

  /** 19/58 = 32.758 %, 32/46 = 69.565 % and 1/8 = 12.5 %, in sections S and T. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a percent 32.7 count=19 of=58 section=S / b percent 69.6 count=32 of=46 ~ contradicts (rounding): S, T: rounding of percentages between sections: truncated in S; rounded to the nearest or rounded up in T",
        "a percent 32.8 count=19 of=58 section=S / b percent 69.6 count=32 of=46 ~ consistent (rounding): S, T: rounding of percentages between sections: rounded to the nearest or rounded up in S, T",
        "a percent 32.7 count=19 of=58 section=S / b percent 12.5 count=1 of=8 ~ not testable (rounding): T: rounding of percentages: 12.5 is the same by every rounding",
        "a percent 32.7 count=19 of=58 section=S / b percent 32.8 count=19 of=58 ~ contradicts (rounding): S, T: one proportion printed in two ways: 19/58 = 32.758… % is printed 32.7 in S, 32.8 in T",
        "a percent 32.7 count=19 of=58 / b percent 69.6 count=32 of=46 ~ contradicts (rounding): T: rounding of percentages: no one rounding explains all: 32.7 truncated; 69.6 rounded to the nearest or rounded up"
      })
  void ofRoundings(String rows, String text) {
    assertThat(audit(rows).findings()).extracting(Finding::text).contains(text);
  }

  /** One section alone, one that tells nothing or everything, and other decimals. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a percent 32.7 count=19 of=58 / b percent 32.7 count=19 of=58",
        "a percent 32.7 count=19 of=58 section=S / b percent 12.5 count=1 of=8",
        "a percent 32.7 count=19 of=58 section=S / b percent 33 count=19 of=58 / c percent 69.5 count=32 of=46",
        "a percent 33 of=3|6 section=S / b percent 34 of=3|6",
        "a mean 2.5 of=4 step=1"
      })
  void ofNoRoundingThatIsNotCompared(String rows) {
    assertThat(audit(rows).findings().stream().map(Finding::subject))
        .doesNotContain("one proportion printed in two ways", "rounding of means");
    if (!rows.contains("/ c") && !rows.contains("34")) {
      assertThat(audit(rows).findings().stream().map(Finding::subject))
          .doesNotContain("rounding of percentages between sections");
    }
  }

  /** The number that the fewest roundings explain stands for its section. */
  @Test
  void nameTheNumberThatTellsMostOfARounding() {
    assertThat(
            audit("a percent 12.5 count=1 of=8 section=S / b percent 32.7 count=19 of=58 section=S"
                    + " / c percent 69.6 count=32 of=46 / d percent 12.5 count=1 of=8")
                .findings(Verdict.CONTRADICTS))
        .filteredOn(finding -> finding.check() == Check.ROUNDING)
        .singleElement()
        .satisfies(finding -> assertThat(finding.claims()).containsExactly("b", "c"));
  }
}
