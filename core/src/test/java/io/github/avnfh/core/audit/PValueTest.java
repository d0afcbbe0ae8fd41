package io.github.avnfh.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.statistics.Distribution;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P values of named and usual tests against R, whose script lies beside the numbers. */
class PValueTest {
  private static final String GROUPS = "a,T,one,mean,20,4,,30,,,,,";

  @Test
  void agreeWithR() {
    Audit audit = Audit.of(Papers.resource("p_values.csv"));
    List<Finding> findings = audit.findings().stream()
        .filter(finding -> finding.check() == Check.P_VALUE)
        .toList();
    assertThat(findings).hasSize(148);
    for (Finding finding : findings) {
      boolean isRight = finding.claims().get(0).startsWith("p-");
      assertThat(finding.verdict() == Verdict.CONSISTENT)
          .as(finding.claims() + " " + finding.arithmetic())
          .isEqualTo(isRight);
      assertThat(finding.verdict()).isNotEqualTo(Verdict.UNDECIDABLE);
    }
  }

  /** R: fisher.test(rbind(c(0, 0, 6), c(14, 29, 9))), p-value = 0.0001978488. */
  @Test
  void goOverThreeGroups() {
    List<PossibleCounts.Proportion> proportions = List.of(
        new PossibleCounts.Proportion(0, 14),
        new PossibleCounts.Proportion(0, 29),
        new PossibleCounts.Proportion(6, 15));
    assertThat(IndependentProportions.ExactTest.of(proportions).orElseThrow().value())
        .isCloseTo(0.0001978488, within(5e-11));
  }

  @Test
  void refuseToGoThroughTooManyTables() {
    assertThat(IndependentProportions.ExactTest.of(List.of(
            new PossibleCounts.Proportion(3, 4_000), new PossibleCounts.Proportion(3, 2_000))))
        .isEmpty();
  }

  /** t(58) = 2.31 has p = 0.0245, and half of it is 0.0122. */
  @ParameterizedTest
  @CsvSource({
    "t(58) = 2.31, .024, CONSISTENT",
    "t(58) = 2.31, .025, CONSISTENT",
    "t(58) = 2.31, .02, CONSISTENT",
    "t(58) = 2.31, .03, ONLY_IF_TRUNCATED_OR_UP",
    "t(58) = 2.31, .012, UNDECIDABLE",
    "t(58) = 2.31, .05, CONTRADICTS",
    "t(58) = 2.31, <.05, CONSISTENT",
    "t(58) = 2.31, NS, CONTRADICTS",
    "t(58) = 2.31, '', UNDECIDABLE",
    "z = .31, .76, CONSISTENT",
    "χ²(2) = 7.4, .0247, CONSISTENT",
    "chi-square(2) = 7.4, .012, CONTRADICTS",
    "'F(2, 45) = 3.1', .055, CONSISTENT",
    "'F(2, 45) = 3.1', .027, CONTRADICTS"
  })
  void followFromAStatisticAndItsDegreesOfFreedom(String basis, String printed, Verdict verdict) {
    Audit audit = Papers.audit("p,T,p,p," + printed + ",,,,,,,,\"" + basis + "\"");
    assertThat(Papers.finding(audit, Check.P_VALUE, "p").verdict()).isEqualTo(verdict);
  }

  /** R, over the corners of the means and standard deviations: 0.00011179 to 0.56169. */
  @Test
  void boundTheAnalysisOfVarianceOverAllNumbersThatPrintSo() {
    Audit audit = Papers.audit(
        GROUPS,
        "b,T,two,mean,21,2,,30,,,,,",
        "c,T,three,mean,22,3,,30,,,,,",
        "p,T,p,p,.04,,,,,,,,compare a b c");
    assertThat(Papers.finding(audit, Check.P_VALUE, "p", "a", "b", "c").arithmetic())
        .isEqualTo("analysis of variance p in 0.000111..0.562; printed .04");
  }

  /** R: the least p of Welch's test is 0.013323, with 40.0 degrees of freedom or fewer. */
  @Test
  void boundWelchsTest() {
    Audit audit =
        Papers.audit(GROUPS, "b,T,two,mean,21,2,,12,,,,,", "p,T,p,p,.04,,,,,,,,welch a b");
    assertThat(Papers.finding(audit, Check.P_VALUE, "p", "a", "b").arithmetic())
        .startsWith("Welch's t test p in 0.013");
  }

  /** Fisher's test gives 0.058, Pearson's 0.0306, and with Yates 0.0643. */
  @ParameterizedTest
  @CsvSource({
    "compare, .0306, CONSISTENT",
    "compare, .5, UNEXPLAINED",
    "fisher, .0306, UNEXPLAINED",
    "fisher, .058, CONSISTENT",
    "chi-square, .0306, CONSISTENT",
    "chi-square, .0643, UNEXPLAINED",
    "yates, .0643, CONSISTENT",
    "log-rank, .0306, UNDECIDABLE"
  })
  void followFromTheTestThatIsNamed(String test, String printed, Verdict verdict) {
    Audit audit = Papers.audit(
        "a,S,qa,count,9,,,41,,,,,",
        "b,S,qb,count,3,,,48,,,,,",
        "p,S,qp,p," + printed + ",,,,,,,," + test + " a b");
    assertThat(Papers.finding(audit, Check.P_VALUE, "p", "a", "b").verdict()).isEqualTo(verdict);
  }

  /**
   * ln 3.60 = 1.281 lies 1.281 / ((ln 15.25 - ln 0.85) / 3.92) = 1.739 standard errors from 0: p =
   * 0.082.
   */
  @ParameterizedTest
  @CsvSource({
    "3.60, 0.85, 15.25, .082, CONSISTENT",
    "3.60, 0.85, 15.25, <.05, UNEXPLAINED",
    "3.60, 0.85, 15.25, .1, CONSISTENT",
    "3.60, '', 15.25, .1, UNDECIDABLE",
    "3.60, 0, 15.25, .9, UNDECIDABLE",
    "1.0, 1.0, 1.0, .9, NOT_TESTABLE"
  })
  void followFromTheLimitsOfARatio(
      String ratio, String low, String high, String printed, Verdict verdict) {
    Audit audit = Papers.audit(
        "r,T,odds ratio,ratio," + ratio + ",,,,," + low + "," + high + ",,",
        "p,T,p,p," + printed + ",,,,,,,,limits r");
    assertThat(Papers.finding(audit, Check.P_VALUE, "p", "r").verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "t = 2.3",
        "t(0) = 2.3",
        "t(2, 3) = 2.3",
        "F(2) = 3.1",
        "z(3) = 1",
        "welch a",
        "fisher a 1b",
        "limits a b"
      })
  void needATestThatIsKnown(String basis) {
    assertThat(Papers.problems("p,T,p,p,.04,,,,,,,,\"" + basis + "\""))
        .singleElement()
        .asString()
        .contains("column basis: basis [of a p value] must be");
  }

  @Test
  void compareWhatTheirTestCompares() {
    assertThat(Papers.problems(
            GROUPS,
            "b,T,n,count,3,,,9,,,,,",
            "p,T,p,p,.04,,,,,,,,fisher a b",
            "q,T,q,p,.04,,,,,,,,limits b"))
        .hasSize(2)
        .allMatch(problem -> problem.contains("another kind was expected"));
  }

  /** The samples themselves, by formulas for raw values, with any decimals in print. */
  @Property(tries = 100)
  void neverFaultAnHonestComparison(
      @ForAll @IntRange(min = 2, max = 4) int groups,
      @ForAll @IntRange(min = 0, max = 3) int decimals,
      @ForAll long seed) {
    Random random = new Random(seed);
    double[][] samples = new double[groups][];
    String[] rows = new String[groups + 1];
    StringBuilder ids = new StringBuilder("compare");
    for (int group = 0; group < groups; group++) {
      double center = 50 + 4 * random.nextGaussian();
      double spread = 1 + random.nextInt(9);
      samples[group] = DoubleStream.generate(() -> center + spread * random.nextGaussian())
          .limit(2 + random.nextInt(20))
          .toArray();
      rows[group] = "m" + group + ",T,x" + group + ",mean," + print(mean(samples[group]), decimals)
          + "," + print(Math.sqrt(variance(samples[group])), decimals) + ",,"
          + samples[group].length
          + ",,,,,";
      ids.append(" m").append(group);
    }
    double p = groups == 2 && random.nextBoolean() ? welch(samples) : variances(samples);
    rows[groups] = "p,T,p,p," + print(p, 4) + ",,,,,,,," + ids;
    assertThat(Papers.audit(rows).findings())
        .filteredOn(finding -> finding.check() == Check.P_VALUE)
        .singleElement()
        .extracting(Finding::verdict)
        .isIn(Verdict.CONSISTENT, Verdict.NOT_TESTABLE);
  }

  private static double variances(double[][] samples) {
    double[] all = DoubleStream.of().toArray();
    double within = 0;
    for (double[] sample : samples) {
      all = DoubleStream.concat(DoubleStream.of(all), DoubleStream.of(sample)).toArray();
      within += variance(sample) * (sample.length - 1);
    }
    double between = variance(all) * (all.length - 1) - within;
    double freedom = all.length - samples.length;
    return Distribution.f(samples.length - 1.0, freedom)
        .upperTail(Math.max(0, between) / (samples.length - 1) / (within / freedom));
  }

  private static double welch(double[][] samples) {
    double one = variance(samples[0]) / samples[0].length;
    double other = variance(samples[1]) / samples[1].length;
    double freedom = Math.pow(one + other, 2)
        / (one * one / (samples[0].length - 1) + other * other / (samples[1].length - 1));
    double t = Math.abs(mean(samples[0]) - mean(samples[1])) / Math.sqrt(one + other);
    return 2 * Distribution.studentT(freedom).upperTail(t);
  }

  private static double mean(double[] sample) {
    return DoubleStream.of(sample).average().orElseThrow();
  }

  private static double variance(double[] sample) {
    double mean = mean(sample);
    return DoubleStream.of(sample).map(x -> (x - mean) * (x - mean)).sum() / (sample.length - 1);
  }

  private static String print(double number, int decimals) {
    return new BigDecimal(number).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
