package io.github.avnfh.core.audit;

import static io.github.avnfh.core.audit.PrintedRows.assertFinding;
import static io.github.avnfh.core.audit.PrintedRows.audit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The p values that each test can have given, in full, by which a reader works them out again. */
class PValueArithmeticTest {
  /** Fisher's test of 1 of 1 against 0 of 3 gives 1/4, as one of four has the event. */
  @ParameterizedTest
  @CsvSource({
    "<0.25, UNEXPLAINED",
    "≤0.25, CONSISTENT",
    "≤0.24, UNEXPLAINED",
    ">0.25, UNEXPLAINED",
    ">0.24, CONSISTENT",
    "≥0.25, CONSISTENT",
    "≥0.26, UNEXPLAINED",
    "0.25, CONSISTENT",
    "0.24, UNEXPLAINED",
    "0.26, UNEXPLAINED",
    "0.2, CONSISTENT",
    "0.3, CONSISTENT",
    "0.1, UNEXPLAINED",
    "0.4, UNEXPLAINED"
  })
  void ofAPValueOnItsLimit(String printed, Verdict verdict) {
    String rows = "a count 1 of=1 / b count 0 of=3 / p p " + printed + " basis=fisher a b";
    assertThat(audit(rows).findings().stream()
            .filter(finding -> finding.check() == Check.P_VALUE)
            .map(Finding::verdict))
        .containsExactly(verdict);
  }

  /**
   * Welch's degrees of freedom are n1 + n2 - 2 where the print allows (s1^2 / n1) / (n1 - 1) to be
   * (s2^2 / n2) / (n2 - 1).
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a mean 5 sd=1 of=5 / b mean 3 sd=1 of=5 / p p .1 basis=welch a b ~ consistent ~ Welch's t test p in 0.0000125..0.342; printed .1",
        "a mean 5 sd=2 of=3 / b mean 3 sd=4 of=9 / p p .5 basis=welch a b ~ consistent ~ Welch's t test p in 0.0662..0.652; printed .5",
        "a mean 5 sd=2 of=3 / b mean 3 sd=5 of=9 / p p .5 basis=welch a b ~ consistent ~ Welch's t test p in 0.113..0.682; printed .5",
        "a mean 3 sd=4 of=9 / b mean 5 sd=2 of=3 / p p .5 basis=welch a b ~ consistent ~ Welch's t test p in 0.0662..0.652; printed .5",
        "a mean 3 sd=5 of=9 / b mean 5 sd=2 of=3 / p p .5 basis=welch a b ~ consistent ~ Welch's t test p in 0.113..0.682; printed .5",
        "a mean 5 sd=0 of=5 / b mean 3 sd=0 of=5 / p p .5 basis=compare a b ~ consistent ~ Student's t test p at most 0.0134, Welch's t test p at most 1; printed .5",
        "a mean 5 sd=0 of=5 / b mean 5 sd=0 of=5 / p p .5 basis=student a b ~ not testable ~ Student's t test p at most 1; printed .5",
        "a mean 5.0 sd=1.0 of=1 / b mean 4.0 sd=1.0 of=12 / p p 0.04 basis=anova a b ~ undecidable ~ means with standard deviations and one number of two or more values each are needed"
      })
  void ofTestsBetweenTwoMeans(String rows, String verdict, String arithmetic) {
    assertFinding(rows, Check.P_VALUE, verdict, arithmetic);
  }

  /** Up to 12 means are taken at all their ends, of more a bound is enough. */
  @ParameterizedTest
  @CsvSource({"12, 0.999", "13, 0.995"})
  void ofManyMeans(int groups, String least) {
    String rows = IntStream.range(0, groups)
        .mapToObj(group -> "g" + group + " mean 5.0 sd=1.0 of=10 / ")
        .collect(Collectors.joining());
    String ids =
        IntStream.range(0, groups).mapToObj(group -> " g" + group).collect(Collectors.joining());
    assertFinding(
        rows + "p p 1 basis=anova" + ids,
        Check.P_VALUE,
        "consistent",
        "analysis of variance p in " + least + "..1; printed 1");
  }

  /** Of 9 of 41 against 3 of 48, and of a difference of 1 between means with SD 1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a count 9 of=41 / b count 3 of=48 / p p 0.01 basis=fisher a b ~ unexplained ~ 9/41 against 3/48: Fisher exact p = 0.0583, chi-square p = 0.0306, chi-square with Yates p = 0.0643; printed 0.01",
        "a count 9 of=41 / b count 3 of=48 / p p - basis=yates a b ~ undecidable ~ 9/41 against 3/48: Fisher exact p = 0.0583, chi-square p = 0.0306, chi-square with Yates p = 0.0643; no p value is printed",
        "a count 0 of=4 / b count 0 of=5 / p p 1 basis=compare a b ~ consistent ~ 0/4 against 0/5: Fisher exact p = 1; printed 1",
        "a count 4 of=4 / b count 5 of=5 / p p 1 basis=compare a b ~ consistent ~ 4/4 against 5/5: Fisher exact p = 1; printed 1",
        "a count 0 of=14 / b count 0 of=29 / c count 6 of=15 / p p 0.9 basis=compare a b c ~ unexplained ~ 0/14 against 0/29 against 6/15: Fisher exact p = 0.000198, chi-square p = 0.0000683; printed 0.9",
        "a percent 33 of=3|6 / b count 3 of=48 / p p 0.01 basis=compare a b ~ undecidable ~ the counts or totals are not settled",
        "a percent 50 of=200 / b count 3 of=48 / p p 0.01 basis=compare a b ~ undecidable ~ the counts or totals are not settled",
        "a mean 5 sd=3 of=10 / b mean 5.3 sd=1 of=10 / p p 0.5 basis=paired a b ~ consistent ~ |t| >= |5 - 5.3| * sqrt(10) / (3 + 1) = 0.23… for any correlation, 0.00… for any rounding, p in 0.0248..1; printed 0.5",
        "a count 9 of=41 / b count 3 of=48 / p p 0.01 basis=log-rank a b ~ undecidable ~ the log-rank test needs the times, not only how many; printed 0.01",
        "a mean 5.0 sd=1.0 of=10 / b mean 4.0 sd=1.0 of=10 / p p 0.04 basis=paired a b ~ consistent ~ |t| >= |5.0 - 4.0| * sqrt(10) / (1.0 + 1.0) = 1.58… for any correlation, 1.14… for any rounding, p at most 0.209; printed 0.04",
        "a mean 5.0 sd=1.0 of=10 / b mean 4.0 sd=1.5 of=10 / p p 0.9 basis=paired a b ~ contradicts ~ |t| >= |5.0 - 4.0| * sqrt(10) / (1.0 + 1.5) = 1.26… for any correlation, 0.93… for any rounding, p in 0.0000112..0.303; by any rounding p in 4.90E-7..0.374; printed 0.9",
        "a mean 5.0 sd=1.0 of=10 / b mean 4.0 sd=1.0 of=12 / p p 0.04 basis=paired a b ~ consistent ~ |t| >= |5.0 - 4.0| * sqrt(10) / (1.0 + 1.0) = 1.58… for any correlation, 1.14… for any rounding, p at most 0.209; |t| >= |5.0 - 4.0| * sqrt(12) / (1.0 + 1.0) = 1.73… for any correlation, 1.25… for any rounding, p at most 0.166; printed 0.04",
        "a mean 5.0 sd=1.0 of=1 / b mean 4.0 sd=1.0 of=1 / p p 0.04 basis=paired a b ~ undecidable ~ means, standard deviations or numbers are not printed",
        "a count 30 of=4000 / b count 20 of=2000 / p p 0.9 basis=compare a b ~ undecidable ~ 30/4000 against 20/2000: chi-square p = 0.315, chi-square with Yates p = 0.393; printed 0.9",
        "a mean 5.0 of=10 / b mean 4.0 sd=1.0 of=12 / p p 0.04 basis=paired a b ~ undecidable ~ means, standard deviations or numbers are not printed",
        "a mean 5.0 sd=1.0 of=10 / b mean 4.0 sd=1.0 of=12 / p p 0.04 basis=compare a b ~ consistent ~ Student's t test p in 0.0136..0.0591, Welch's t test p in 0.0137..0.0603; printed 0.04",
        "a mean 5.0 sd=1.0 of=10 / b mean 4.0 sd=1.0 of=12 / p p 0.9 basis=student a b ~ unexplained ~ Student's t test p in 0.0136..0.0591; by any rounding p in 0.00546..0.105; printed 0.9",
        "a mean 5.0 sd=1.0 of=10 / b mean 4.0 sd=1.0 of=12|13 / p p 0.04 basis=anova a b ~ undecidable ~ means with standard deviations and one number of two or more values each are needed"
      })
  void ofTestsBetweenGroups(String rows, String verdict, String arithmetic) {
    assertFinding(rows, Check.P_VALUE, verdict, arithmetic);
  }

  /**
   * t(58) = 2.31 has p = 0.0245, F(2, 45) = 3.1 p = 0.0548 and chi-square(2) = 7.4 p = 0.0247. Of a
   * ratio of 3 its limits 1 and 4 are not symmetric: z is 1.96 * 2 ln 2.95 / (ln 4.05 - ln 0.95) =
   * 2.92 or more, where p = 0.0034.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "p p 0.024 basis=t(58) = 2.31 ~ consistent ~ t(58) = 2.31: two-sided p in 0.0241..0.0248; printed 0.024",
        "p p 0.012 basis=t(58) = 2.31 ~ undecidable ~ t(58) = 2.31: half of it if the test is one-sided, two-sided p in 0.0241..0.0248; by any rounding p in 0.0238..0.0251; printed 0.012",
        "p p <0.001 basis=z = 40 ~ consistent ~ z = 40: half of it if the test is one-sided, two-sided p = below 1.0E-30; printed <0.001",
        "p p 0.02 basis=F(2, 45) = 3.1 ~ contradicts ~ F(2, 45) = 3.1: p in 0.0524..0.0573; by any rounding p in 0.0501..0.0599; printed 0.02",
        "p p 0.9 basis=chi-square(2) = 7.4 ~ contradicts ~ chi-square(2) = 7.4: p in 0.0241..0.0254; by any rounding p in 0.0235..0.0260; printed 0.9",
        "r ratio 3.60 low=0.85 high=15.25 / p p .5 basis=limits r ~ unexplained ~ limits at 95 %: Wald's test p in 0.0813..0.0828; by any rounding p in 0.0806..0.0835; printed .5",
        "r ratio 2.0 low=1.0 high=4.0 / p p .05 basis=limits r ~ consistent ~ limits at 95 %: Wald's test p in 0.0353..0.0688; printed .05",
        "r ratio 2.00 low=1.00 high=4 / p p .05 basis=limits r ~ consistent ~ limits at 95 %: Wald's test p in 0.0483..0.0517; printed .05",
        "r ratio 3.0 low=1.0 high=4.0 / p p .9 basis=limits r ~ unexplained ~ limits at 95 %: Wald's test p in 0.000969..0.00345; by any rounding p in 0.000458..0.00592; printed .9",
        "r ratio 1 low=1 high=1 / p p .9 basis=limits r ~ not testable ~ limits at 95 %: Wald's test p at most 1; printed .9",
        "r ratio 3.60 high=15.25 / p p .5 basis=limits r ~ undecidable ~ the ratio or its limits above 0 are not printed"
      })
  void ofStatisticsAndLimits(String rows, String verdict, String arithmetic) {
    assertFinding(rows, Check.P_VALUE, verdict, arithmetic);
  }
}
