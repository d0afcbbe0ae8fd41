package io.github.avnfh.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.csv.Problems;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small tables, each with the verdict that its arithmetic by hand gives. */
class PrintedCasesTest {
  @ParameterizedTest
  @CsvSource({
    "grim1, STANDARD_DEVIATION, a, CONTRADICTS",
    "r1-min-sd, STANDARD_DEVIATION, a, CONTRADICTS",
    "r2-debit, STANDARD_DEVIATION, a, CONTRADICTS",
    "r22-floor, STANDARD_DEVIATION, a, CONTRADICTS",
    "r22-floor, STANDARD_DEVIATION, b, CONTRADICTS",
    "r3-up, PERCENTAGE, a, ONLY_IF_TRUNCATED_OR_UP",
    "r4-apgar, MEAN, a, ONLY_IF_TRUNCATED_OR_UP",
    "r4-apgar, MEAN, b, ONLY_IF_TRUNCATED_OR_UP",
    "r5-two-roundings, MEAN, a, ONLY_IF_TRUNCATED_OR_UP",
    "r5-two-roundings, MEAN, b, ONLY_IF_TRUNCATED_OR_UP",
    "r8-leading-dot, PERCENTAGE, a, CONSISTENT",
    "r9-percent, PERCENTAGE, a, CONSISTENT",
    "r11-capital, PERCENTAGE, A1, CONSISTENT",
    "r12-percent-sum, RELATION, s, CONSISTENT",
    "r14-attained, EXTREMES, age, CONTRADICTS",
    "r14-low-high, EXTREMES, age, CONTRADICTS",
    "r15-median, MEDIAN, m, CONTRADICTS",
    "r15-number, MEDIAN, m, UNEXPLAINED",
    "r17-ratio, RATIO, or a b, CONSISTENT",
    "r24-subgroup, SUBGROUPS, all a b, CONTRADICTS",
    "r18-rival-sd, RIVALS, a b, CONTRADICTS",
    "r16-of-id, PERCENTAGE, b, CONSISTENT",
    "r20-up-percent, PERCENTAGE, a, ONLY_IF_TRUNCATED_OR_UP",
    "r33-n60, MEAN, a, NOT_TESTABLE",
    "r6-indep-t, P_VALUE, p a b, UNEXPLAINED",
    "r6b-indep-as-paired, P_VALUE, p a b, CONTRADICTS",
    "r7-ns, P_VALUE, p a a, CONSISTENT",
    "r19-wald, P_VALUE, p a b, UNEXPLAINED",
    "r21-inspect49, P_VALUE, p a b, CONSISTENT"
  })
  void givesTheVerdictWorkedOutByHand(String name, Check check, String claims, Verdict verdict) {
    Audit audit = Audit.of(Papers.resource("cases/" + name + ".csv"));
    assertThat(Papers.finding(audit, check, claims.split(" ", -1)).verdict()).isEqualTo(verdict);
  }

  /** 33 % of 3 is a third exactly, 33 % of 100 is 33, and 32 % of 60 is 19 of 60. */
  @ParameterizedTest
  @CsvSource({
    "33, 3, = 100%, CONSISTENT",
    "33, 3, = 3, CONSISTENT",
    "32, 60, = 57, CONSISTENT",
    "32, 60, = 100, CONTRADICTS",
    "33, 100, = 100%, CONTRADICTS",
    "33, '', = 100%, CONSISTENT",
    "32, '', = 100%, CONTRADICTS",
    "33, '', <= 100%, CONSISTENT",
    "34, '', <= 100%, ONLY_IF_TRUNCATED_OR_UP"
  })
  void addsPercentagesUpBeforeTheyWereRounded(
      String printed, String of, String rest, Verdict verdict) {
    String row = ",T,x,percent," + printed + ",,," + of + ",,,,,";
    Audit audit = Audit.of(Papers.read(
        Papers.HEADER + "a" + row + "\nb" + row + "\nc" + row
            + "\ns,T,sum,relation,,,,,,,,,a + b + c " + rest,
        new Problems()));
    Finding finding = audit.findings().stream()
        .filter(found -> found.check() == Check.RELATION)
        .findFirst()
        .orElseThrow();
    assertThat(finding.verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"'1,250', 1250", "'12,345,678', 12345678", "1250, 1250"})
  void readsThousands(String typed, String number) {
    Paper paper =
        Papers.read(Papers.HEADER + "a,T,x,count,\"" + typed + "\",,,,,,,,", new Problems());
    assertThat(paper.claims().get(0).printed()).contains(number);
  }

  /**
   * Of 30 values 8.96 is 269/30 truncated, 7.06 is 212/30 truncated and 7.04 is 211/30 rounded up.
   */
  @ParameterizedTest
  @CsvSource({"7.04, CONTRADICTS", "7.06, CONSISTENT"})
  void asksForOneRoundingOfTheMeansOfASection(String second, Verdict verdict) {
    Audit audit =
        Papers.audit("a,S,q,mean,8.96,,,30,,0,10,1,", "b,S,r,mean," + second + ",,,30,,0,10,1,");
    assertThat(Papers.finding(audit, Check.ROUNDING, "a", "b").verdict()).isEqualTo(verdict);
  }

  /**
   * R: t = 2 / sqrt((3.5^2 + 1.5^2) / 30) = 2.877 and {@code 2 * pt(-2.877, 58)} = 0.0056; the
   * means may be equal, so that every greater p value is possible.
   */
  @ParameterizedTest
  @CsvSource({
    "0.02, CONSISTENT",
    "0.006, CONSISTENT",
    "<0.01, CONSISTENT",
    "<0.005, ONLY_IF_TRUNCATED_OR_UP",
    "<0.000001, UNEXPLAINED"
  })
  void boundsThePValueOfIndependentMeans(String printed, Verdict verdict) {
    Audit audit = Papers.audit(
        "a,T,age one,mean,20,4,,30,,,,,",
        "b,T,age two,mean,21,2,,30,,,,,",
        "p,T,p,p," + printed + ",,,,,,,,compare a b");
    Finding finding = Papers.finding(audit, Check.P_VALUE, "p", "a", "b");
    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.arithmetic()).contains("p in 0.0056");
  }

  @ParameterizedTest
  @CsvSource({"of-nothing", "b"})
  void refusesATotalThatIsNoCountAbove(String id) {
    assertThat(Papers.problems("a,T,x,percent,50,,5," + id + ",,,,,", "b,T,n,count,10,,,,,,,,"))
        .singleElement()
        .asString()
        .contains("of must be a total, or the id of a printed count in a row above");
  }
}
