package io.github.avnfh.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {
  private static Finding finding(Check check, String claim, String... rows) {
    return Papers.finding(Papers.audit(rows), check, claim);
  }

  /** One of eight is 12.5 %, a half at one decimal less. */
  @ParameterizedTest
  @CsvSource({
    "13, CONSISTENT, '1/8 = 12.5 % is 13 rounded half up, 12 truncated; printed 13'",
    "12, CONSISTENT, '1/8 = 12.5 % is 13 rounded half up, 12 truncated; printed 12'",
    "14, CONTRADICTS, '1/8 = 12.5 % is 13 rounded half up or rounded up, 12 truncated; printed 14'",
    "11, CONTRADICTS, '1/8 = 12.5 % is 13 rounded half up or rounded up, 12 truncated; printed 11'",
    "12.5, CONSISTENT, '1/8 = 12.5 % is 12.5 rounded half up or truncated; printed 12.5'",
    "12.50, CONSISTENT, '1/8 = 12.5 % is 12.50 rounded half up or truncated; printed 12.50'",
    "12.6, CONTRADICTS, '1/8 = 12.5 % is 12.5 rounded half up or truncated or rounded up; printed 12.6'"
  })
  void comparesAPercentageWithItsCount(String printed, Verdict verdict, String arithmetic) {
    Finding finding = finding(Check.PERCENTAGE, "a", "a,S,q,percent," + printed + ",,1,8,,,,,");
    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.arithmetic()).isEqualTo(arithmetic);
  }

  @Test
  void namesTheRoundingThatAloneExplainsAPercentage() {
    assertThat(finding(Check.PERCENTAGE, "a", "a,S,q,percent,34,,1,3,,,,,").arithmetic())
        .isEqualTo("1/3 = 33.33… % is 33 rounded half up or truncated, 34 rounded up; printed 34");
    assertThat(finding(Check.PERCENTAGE, "a", "a,S,q,percent,62.5,,5,8,,,,,").verdict())
        .isEqualTo(Verdict.CONSISTENT);
  }

  @Test
  void callsPercentagesOfManyNotTestable() {
    assertThat(finding(Check.PERCENTAGE, "a", "a,S,q,percent,33,,,100,,,,,").verdict())
        .isEqualTo(Verdict.NOT_TESTABLE);
    assertThat(finding(Check.PERCENTAGE, "a", "a,S,q,percent,33,,,99,,,,,").verdict())
        .isNotEqualTo(Verdict.NOT_TESTABLE);
  }

  @Test
  void refusesAPercentageAboveAHundred() {
    assertThat(finding(Check.PERCENTAGE, "a", "a,S,q,percent,280,,,58,,,,,").verdict())
        .isEqualTo(Verdict.CONTRADICTS);
  }

  @Test
  void findsTwoRoundingsInOneSection() {
    Audit audit = Papers.audit("a,S,q,percent,32.7,,19,58,,,,,", "b,S,r,percent,69.6,,32,46,,,,,");
    Finding finding = Papers.finding(audit, Check.ROUNDING, "a", "b");
    assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(finding.arithmetic())
        .isEqualTo(
            "no one rounding explains all: 32.7 truncated; 69.6 rounded to the nearest or rounded up");
  }

  /**
   * 19/58 = 32.758, 32/46 = 69.565 and 5/11 = 45.454: of two that differ neither is the odd one.
   */
  @Test
  void namesTheOneNumberThatWasRoundedOtherwise() {
    Audit audit = Papers.audit(
        "a,S,q,percent,32.7,,19,58,,,,,",
        "b,S,r,percent,69.6,,32,46,,,,,",
        "c,S,t,percent,45.5,,5,11,,,,,");
    assertThat(Papers.finding(audit, Check.ROUNDING, "a", "b", "c").arithmetic())
        .endsWith("; all but 32.7 (q) are rounded to the nearest or rounded up");
    Audit even = Papers.audit(
        "a,S,q,percent,32.7,,19,58,,,,,",
        "b,S,r,percent,69.6,,32,46,,,,,",
        "c,S,t,percent,45.5,,5,11,,,,,",
        "d,S,u,percent,45.4,,5,11,,,,,");
    assertThat(Papers.finding(even, Check.ROUNDING, "a", "b", "c", "d").arithmetic())
        .doesNotContain("all but");
  }

  /** All numbers of one decimal against all counts out of a total. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 18, 19, 46})
  void offersTheNearestPercentagesThatCountsHave(int total) {
    TreeSet<BigDecimal> possible = IntStream.rangeClosed(0, total)
        .mapToObj(count -> Fraction.of(100L * count, total).round(PrintedRounding.HALF_UP, 1))
        .collect(Collectors.toCollection(TreeSet::new));
    for (int tenths = 0; tenths <= 1000; tenths += 11) {
      BigDecimal printed = BigDecimal.valueOf(tenths, 1);
      Finding finding =
          finding(Check.PERCENTAGE, "a", "a,S,q,percent," + printed + ",,," + total + ",,,,,");
      assertThat(finding.arithmetic()).endsWith(offered(finding, possible, printed));
    }
  }

  /** All means of two decimals on a scale from 0 to 10 against all sums. */
  @ParameterizedTest
  @CsvSource({"1, 1", "3, 1", "28, 1", "7, 0.5"})
  void offersTheNearestMeansThatSumsHave(int number, BigDecimal step) {
    long most = BigDecimal.TEN.divide(step).longValueExact() * number;
    TreeSet<BigDecimal> possible = LongStream.rangeClosed(0, most)
        .mapToObj(
            sum -> Fraction.of(step).times(sum).over(number).round(PrintedRounding.HALF_UP, 2))
        .collect(Collectors.toCollection(TreeSet::new));
    for (int hundredths = 0; hundredths <= 1010; hundredths += 11) {
      BigDecimal printed = BigDecimal.valueOf(hundredths, 2);
      Finding finding = finding(
          Check.MEAN, "a", "a,S,q,mean," + printed + ",,," + number + ",,0,10," + step + ",");
      assertThat(finding.arithmetic()).endsWith(offered(finding, possible, printed));
    }
  }

  private static String offered(
      Finding finding, NavigableSet<BigDecimal> possible, BigDecimal printed) {
    Verdict verdict = finding.verdict();
    return verdict != Verdict.CONTRADICTS && verdict != Verdict.ONLY_IF_TRUNCATED_OR_UP
        ? finding.arithmetic().replaceAll("; nearest.*", "")
        : "; nearest possible: "
            + Stream.of(possible.floor(printed), possible.ceiling(printed))
                .flatMap(Stream::ofNullable)
                .map(BigDecimal::toPlainString)
                .collect(Collectors.joining(" or "));
  }

  /**
   * Of 15 values of 0 and 15 of 10 the deviation is sqrt(750 / 29) = 5.0855; one of 1 and one of 9
   * in the place of two give sqrt(732 / 29) = 5.0241, and nothing lies between.
   */
  @ParameterizedTest
  @CsvSource({"5.09, NOT_TESTABLE", "5.05, CONTRADICTS", "5.02, NOT_TESTABLE"})
  void faultsADeviationBetweenTheGreatestTwo(String deviation, Verdict verdict) {
    String row = "a,S,q,mean,5.00," + deviation + ",,30,,0,10,1,";
    assertThat(finding(Check.STANDARD_DEVIATION, "a", row).verdict()).isEqualTo(verdict);
  }

  @Test
  void infersNoRoundingFromAPercentageOfMany() {
    Audit audit = Papers.audit(
        "a,S,q,percent,32.7,,19,58,,,,,",
        "b,S,r,percent,33,,,100000,,,,,",
        "c,T,s,percent,33,,,100000,,,,,");
    assertThat(audit.findings(Verdict.CONTRADICTS)).isEmpty();
    assertThat(Papers.finding(audit, Check.ROUNDING, "a", "b").arithmetic())
        .isEqualTo("32.7, 33 are truncated");
    assertThat(Papers.finding(audit, Check.ROUNDING, "c").verdict())
        .isEqualTo(Verdict.NOT_TESTABLE);
  }

  /** GRIM: 28 whole numbers cannot have the mean 5.19; 145/28 = 5.179 and 146/28 = 5.214. */
  @Test
  void findsAMeanThatNoSumGives() {
    Finding finding = finding(Check.MEAN, "a", "a,S,q,mean,5.19,,,28,,,,1,");
    assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(finding.arithmetic())
        .isEqualTo("145/28 = 5.1785…, 146/28 = 5.2142…; no sum of 28 values prints as 5.19;"
            + " nearest possible: 5.18 or 5.21");
    assertThat(finding(Check.MEAN, "a", "a,S,q,mean,5.18,,,28,,,,1,").verdict())
        .isEqualTo(Verdict.CONSISTENT);
  }

  /**
   * 0.01 is no mean of 50 values in print, but 0.02 is 1/50; 1/51 = 0.0196 can be truncated to it.
   */
  @ParameterizedTest
  @CsvSource({
    "50, 1, 0.01, CONTRADICTS",
    "50, 1, 0.02, CONSISTENT",
    "51, 1, 0.01, ONLY_IF_TRUNCATED_OR_UP",
    "51, 1, 0.02, NOT_TESTABLE",
    "99, 1, 0.01, NOT_TESTABLE",
    "100, 1, 0.01, NOT_TESTABLE",
    "25, 0.5, 0.01, CONTRADICTS",
    "26, 0.5, 0.02, NOT_TESTABLE"
  })
  void callsMeansNotTestableFromTheNumberOnThatGivesEveryMean(
      int number, String step, String mean, Verdict verdict) {
    String row = "a,S,q,mean," + mean + ",,," + number + ",,,," + step + ",";
    assertThat(finding(Check.MEAN, "a", row).verdict()).isEqualTo(verdict);
  }

  @Test
  void asksForTheStepOfAScaleAndForTheNumberOfValues() {
    assertThat(finding(Check.MEAN, "a", "a,S,q,mean,5.19,,,28,,,,,").verdict())
        .isEqualTo(Verdict.NOT_TESTABLE);
    assertThat(finding(Check.MEAN, "a", "a,S,q,mean,5.19,,,,,,,1,").verdict())
        .isEqualTo(Verdict.UNDECIDABLE);
  }

  /** GRIMMER, the example of the R package scrutiny: mean 7.3, SD 2.51, 12 whole numbers. */
  @Test
  void findsADeviationThatNoSumOfSquaresGives() {
    assertThat(finding(Check.STANDARD_DEVIATION, "a", "a,S,q,mean,7.3,2.51,,12,,,,1,")
            .verdict())
        .isEqualTo(Verdict.CONTRADICTS);
  }

  /** 1, 2, 3, 4, 5: mean 3, SD sqrt(2.5) = 1.5811. */
  @ParameterizedTest
  @CsvSource({
    "1.58,CONSISTENT",
    "1.59,ONLY_IF_TRUNCATED_OR_UP",
    "1.57,CONTRADICTS",
    "1.60,CONTRADICTS"
  })
  void comparesADeviationWithItsMean(String deviation, Verdict verdict) {
    String row = "a,S,q,mean,3.00," + deviation + ",,5,,,,1,";
    assertThat(finding(Check.STANDARD_DEVIATION, "a", row).verdict()).isEqualTo(verdict);
  }

  @Test
  void doesNotGoThroughMillionsOfSums() {
    Finding many = finding(Check.STANDARD_DEVIATION, "a", "a,S,q,mean,3,0.0,,900000000,,0,10,1,");
    assertThat(many.verdict()).isEqualTo(Verdict.UNDECIDABLE);
    assertThat(many.arithmetic()).contains("too many sums");
  }

  /** Of 4 values in 0..10 with mean 5 the SD is at most that of 0, 0, 10, 10: 5.7735. */
  @ParameterizedTest
  @CsvSource({"5.77,CONSISTENT", "5.78,CONSISTENT", "5.79,CONTRADICTS"})
  void comparesADeviationWithTheEndsOfTheScale(String deviation, Verdict verdict) {
    String row = "a,S,q,mean,5.00," + deviation + ",,4,,0,10,,";
    Finding finding = finding(Check.RANGE, "a", row);
    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.arithmetic())
        .isEqualTo("at most sqrt((10 - 5) * (5 - 0) * 4/3) = 5.773…; printed " + deviation);
  }

  @Test
  void findsAMeanBeyondTheScale() {
    assertThat(finding(Check.RANGE, "a", "a,S,q,mean,28,1.1,,58,,0,10,,").verdict())
        .isEqualTo(Verdict.CONTRADICTS);
  }

  @ParameterizedTest
  @CsvSource({
    "a = b + c, CONSISTENT",
    "a = b + c + 1, CONTRADICTS",
    "a >= b, CONSISTENT",
    "b >= a, CONTRADICTS",
    "a > b + c, CONTRADICTS",
    "b < a - 1, CONSISTENT",
    "a <= 9, CONTRADICTS"
  })
  void checksRelationsBetweenCounts(String basis, Verdict verdict) {
    Audit audit = Papers.audit(
        "a,S,qa,count,10,,,,,,,,",
        "b,S,qb,count,7,,,,,,,,",
        "c,S,qc,count,3,,,,,,,,",
        "r,S,qr,relation,,,,,,,,," + basis);
    assertThat(Papers.finding(audit, Check.RELATION, "r").verdict()).isEqualTo(verdict);
  }

  /** 7.8 - 2.1 can be anything in 5.6..5.8, for any rounding; 5.9 can be 5.8 rounded up. */
  @ParameterizedTest
  @CsvSource({
    "5.7,CONSISTENT",
    "5.9,CONSISTENT",
    "6.0,CONTRADICTS",
    "5.5,CONSISTENT",
    "5.4,CONTRADICTS"
  })
  void allowsForRoundingInRelationsBetweenNumbers(String difference, Verdict verdict) {
    Audit audit = Papers.audit(
        "a,S,qa,number,7.8,,,,,,,,",
        "b,S,qb,number,2.1,,,,,,,,",
        "c,S,qc,number," + difference + ",,,,,,,,",
        "r,S,qr,relation,,,,,,,,,c = a - b");
    assertThat(Papers.finding(audit, Check.RELATION, "r").verdict()).isEqualTo(verdict);
  }

  @Test
  void leavesARelationOpenIfAPartIsNotPrinted() {
    Audit audit = Papers.audit(
        "a,S,qa,number,,,,,,,,,", "b,S,qb,number,2.1,,,,,,,,", "r,S,qr,relation,,,,,,,,,a = b");
    assertThat(Papers.finding(audit, Check.RELATION, "r").verdict()).isEqualTo(Verdict.UNDECIDABLE);
  }

  @Test
  void letsRivalsDiffer() {
    Audit audit = Papers.audit("a,Text,q,count,19,,,,,,,,", "b,Table,q,count,29,,,,,,,,");
    Finding finding = Papers.finding(audit, Check.RIVALS, "a", "b");
    assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(finding.text())
        .isEqualTo("contradicts (rivals): Text, Table: q: differ: 19 in Text, 29 in Table");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0306, CONSISTENT",
    "0.031, CONSISTENT",
    "<0.05, CONSISTENT",
    "<0.01, UNEXPLAINED",
    "0.01, UNEXPLAINED",
    "0.058, CONSISTENT",
    "≥ 0.05, CONSISTENT"
  })
  void comparesAPValueWithTwoProportions(String printed, Verdict verdict) {
    Audit audit = Papers.audit(
        "a,S,qa,count,9,,,41,,,,,",
        "b,S,qb,count,3,,,48,,,,,",
        "p,S,qp,p," + printed + ",,,,,,,,compare a b");
    assertThat(Papers.finding(audit, Check.P_VALUE, "p", "a", "b").verdict()).isEqualTo(verdict);
  }

  /**
   * Means 5.0 and 4.0, both with SD 1.0, of 10: |t| is at least 1.58 and has no upper bound; the
   * least t beyond rounding to the nearest is 0.9 sqrt(10) / 2.1 = 1.355, whose p at 9 degrees of
   * freedom is 0.2084, and by any rounding 0.8 sqrt(10) / 2.2 = 1.15, whose p is 0.2798.
   */
  @ParameterizedTest
  @CsvSource({
    "<0.001,CONSISTENT",
    "0.04,CONSISTENT",
    "0.21,CONSISTENT",
    "0.25,ONLY_IF_TRUNCATED_OR_UP",
    "0.9,CONTRADICTS",
    ">0.5,CONTRADICTS"
  })
  void boundsThePValueOfAPairedTest(String printed, Verdict verdict) {
    Audit audit = Papers.audit(
        "a,S,qa,mean,5.0,1.0,,10,,,,,",
        "b,S,qb,mean,4.0,1.0,,10,,,,,",
        "p,S,qp,p," + printed + ",,,,,,,,paired a b");
    assertThat(Papers.finding(audit, Check.P_VALUE, "p", "a", "b").verdict()).isEqualTo(verdict);
  }

  @Test
  void citesThePublishedChecks() {
    assertThat(Check.MEAN.citation().orElseThrow().text()).contains("Brown NJL, Heathers JAJ");
    assertThat(Check.STANDARD_DEVIATION.citation().orElseThrow().text()).contains("Anaya J");
    assertThat(Check.RANGE.citation().orElseThrow().text()).contains("Bhatia R, Davis C");
    assertThat(Check.RELATION.citation()).isEmpty();
  }

  @Test
  void tellsThatPercentagesCountHipsHereAndPatientsThere() {
    String[] rows = {
      "a,S,q,percent,33,,1,3,hips,,,,",
      "b,T,r,percent,50,,2,4,patients,,,,",
      "c,T,s,percent,50,,2,4,hips,,,,"
    };
    assertThat(Papers.audit(rows).findings())
        .extracting(Finding::text)
        .contains("undecidable (denominator): S, T: what percentages are taken of: hips in S, T;"
            + " patients in T; a percentage without its unit can be either");
    assertThat(Papers.audit(rows[0], rows[2], "d,T,n,count,4,,,,patients,,,,").findings())
        .noneMatch(finding -> finding.check() == Check.DENOMINATOR);
  }

  /** 1/2 and 1/4 are two hips and 75 %; only what adds up to 100 may be percent. */
  @Test
  void addsCountsAndNoPercentages() {
    Audit audit = Papers.audit(
        "a,S,q,percent,50,,,2,,,,,",
        "b,S,r,percent,25,,,4,,,,,",
        "r,S,s,relation,,,,,,,,,a + b = 75");
    assertThat(Papers.finding(audit, Check.RELATION, "r").arithmetic())
        .isEqualTo("1 + 1 = 75: 2 against 75, which does not hold");
  }

  @Test
  void asksForTheNumberOfAQuotient() {
    Audit audit = Papers.audit(
        "a,T,one,percent,10,,1,10,,,,,",
        "b,T,other,percent,50,,5,10,,,,,",
        "or,T,odds ratio,number,,,,,,,,,",
        "r,T,quotient,relation,,,,,,,,,or = a / b");
    assertThat(Papers.finding(audit, Check.RATIO, "r", "or").text())
        .isEqualTo("undecidable (ratio): T: quotient: no number is printed");
  }

  /** One value has no deviation: any that is printed contradicts. */
  @Test
  void asksForNoDeviationOfOneValue() {
    assertThat(Papers.audit("a,S,q,mean,5,1.0,,1,,0,10,1,").findings())
        .noneMatch(finding ->
            finding.check() == Check.RANGE || finding.check() == Check.STANDARD_DEVIATION);
  }
}
