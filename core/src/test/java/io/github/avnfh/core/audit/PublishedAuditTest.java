package io.github.avnfh.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Published tables: two with known errors, the others recompute. */
class PublishedAuditTest {
  private static final List<Finding> FINDINGS = findings();

  /** Each section of the file is a separate paper. */
  private static List<Finding> findings() {
    return Papers.resource("published.csv").claims().stream()
        .collect(Collectors.groupingBy(Claim::section, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(claims -> Audit.of(Paper.of(claims)).findings().stream())
        .toList();
  }

  private static Stream<String> claims(Verdict verdict) {
    return FINDINGS.stream()
        .filter(finding -> finding.verdict() == verdict)
        .flatMap(finding -> finding.claims().stream());
  }

  @Test
  void findsThePercentagesOfConfhdThatDoNotFollowFromItsCounts() {
    assertThat(Papers.finding(FINDINGS, Check.PERCENTAGE, "confhd-2").arithmetic())
        .isEqualTo(
            "941/2945 = 31.9524… % is 31.95 rounded half up or truncated, 31.96 rounded up; printed 31.99");
    assertThat(Papers.finding(FINDINGS, Check.PERCENTAGE, "confhd-3").arithmetic())
        .isEqualTo(
            "873/2945 = 29.6434… % is 29.64 rounded half up or truncated, 29.65 rounded up; printed 29.63");
    assertThat(Papers.finding(FINDINGS, Check.PERCENTAGE, "confhd-4").arithmetic())
        .isEqualTo(
            "603/2945 = 20.4753… % is 20.48 rounded half up or rounded up, 20.47 truncated; printed 20.46");
  }

  @Test
  void findsThePValueThatDoesNotFollowFromWangsCounts() {
    assertThat(Papers.finding(FINDINGS, Check.P_VALUE, "wang-p", "wang-below", "wang-above")
            .arithmetic())
        .isEqualTo("30/40 against 26/40: Fisher exact p = 0.465, chi-square p = 0.329,"
            + " chi-square with Yates p = 0.464; printed .001");
  }

  @Test
  void findsNothingElse() {
    assertThat(claims(Verdict.CONTRADICTS)).containsExactly("confhd-2", "confhd-3", "confhd-4");
    assertThat(claims(Verdict.UNEXPLAINED)).containsExactly("wang-p", "wang-below", "wang-above");
  }

  @Test
  void passesWhatRecomputes() {
    assertThat(claims(Verdict.CONSISTENT))
        .contains(
            "hernigou-decompression",
            "hernigou-graft",
            "mao-p",
            "zuo-p",
            "zuo-2",
            "zuo-3a",
            "zuo-3bc",
            "zuo-hips",
            "zuo-failures",
            "eswt-1-clinical",
            "eswt-2-clinical",
            "eswt-3-clinical",
            "eswt-1-imaging",
            "eswt-2-imaging",
            "eswt-3-imaging",
            "dambrosi-all",
            "dambrosi-early",
            "dambrosi-late",
            "confhd-hips");
  }

  @Test
  void namesTheTestByWhichAPValueRecomputes() {
    assertThat(Papers.finding(FINDINGS, Check.P_VALUE, "mao-p", "mao-rod", "mao-rod-and-cells")
            .arithmetic())
        .contains("Fisher exact p = 0.0583", "chi-square p = 0.0306", "with Yates p = 0.0643");
  }

  @Test
  void leavesOpenWhatHasNoDenominator() {
    assertThat(Papers.finding(FINDINGS, Check.PERCENTAGE, "kuroda-c1").verdict())
        .isEqualTo(Verdict.UNDECIDABLE);
  }
}
