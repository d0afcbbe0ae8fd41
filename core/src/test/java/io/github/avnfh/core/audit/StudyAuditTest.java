package io.github.avnfh.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.evidence.Sources;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every point that an audit of the study's printed numbers must find, and nothing else. */
class StudyAuditTest {
  private static final Audit AUDIT = Audit.of(Paper.study());

  private static Finding finding(Check check, String... claims) {
    return Papers.finding(AUDIT, check, claims);
  }

  private static void assertFinding(Finding finding, Verdict verdict, String arithmetic) {
    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.arithmetic()).contains(arithmetic);
  }

  @Test
  void citesTheStudy() {
    assertThat(Paper.study().citation()).contains(Sources.STUDY);
  }

  @ParameterizedTest
  @CsvSource({
    "mri-improved,  19/58 = 32.758… % is 32.8 rounded half up; 32.7 truncated; printed 32.7",
    "mri-stable,    27/58 = 46.551… % is 46.6 rounded half up; 46.5 truncated; printed 46.5",
    "mri-progressed,12/58 = 20.689… % is 20.7 rounded half up; 20.6 truncated; printed 20.6",
    "edema-6,       41/58 = 70.689… % is 70.7 rounded half up; 70.6 truncated; printed 70.6",
    "edema-12,      48/58 = 82.758… % is 82.8 rounded half up; 82.7 truncated; printed 82.7",
    "site-pain,     9/46 = 19.565… % is 19.6 rounded half up; 19.5 truncated; printed 19.5",
    "very-satisfied,28/46 = 60.869… % is 60.9 rounded half up; 60.8 truncated; printed 60.8",
    "neutral,       4/46 = 8.695… % is 8.7 rounded half up; 8.6 truncated; printed 8.6"
  })
  void showsTheTruncatedPercentages(String claim, String arithmetic) {
    Finding finding = finding(Check.PERCENTAGE, claim);
    assertThat(finding.verdict()).isEqualTo(Verdict.ONLY_IF_TRUNCATED_OR_UP);
    assertThat(finding.arithmetic()).isEqualTo(arithmetic.replaceFirst("; ", ", "));
  }

  @Test
  void solvesThePercentagesPrintedWithoutACount() {
    assertFinding(
        finding(Check.PERCENTAGE, "sub-3-stable"),
        Verdict.ONLY_IF_TRUNCATED_OR_UP,
        "46.6 % of 15: only 7/15 = 46.666… % prints so");
    assertFinding(
        finding(Check.PERCENTAGE, "corticosteroid-quiet"),
        Verdict.CONSISTENT,
        "67 % of 21: only 14/21 = 66.66… % prints so");
  }

  @ParameterizedTest
  @CsvSource({
    "Patient characteristics, are rounded to the nearest",
    "Table 1, are rounded to the nearest",
    "Table 3, are rounded to the nearest",
    "MRI assessment, are truncated",
    "Bone marrow edema, are truncated",
    "Subgroups by stage, are truncated",
    "Safety and complications, are truncated",
    "Patient satisfaction, are truncated"
  })
  void infersTheRoundingOfEachSection(String section, String words) {
    List<Finding> found = AUDIT.findings(Verdict.CONSISTENT).stream()
        .filter(finding -> finding.check() == Check.ROUNDING)
        .filter(finding -> finding.sections().equals(List.of(section)))
        .toList();
    assertThat(found).singleElement().extracting(Finding::arithmetic).asString().endsWith(words);
  }

  @Test
  void findsThatSectionsRoundInDifferentWays() {
    Finding finding = AUDIT.findings(Verdict.CONTRADICTS).stream()
        .filter(found -> found.subject().equals("rounding of percentages between sections"))
        .findFirst()
        .orElseThrow();
    assertThat(finding.arithmetic())
        .contains(
            "rounded to the nearest in Patient characteristics, Table 1, Subgroups by etiology, Table 3;")
        .contains(
            "truncated in MRI assessment, Bone marrow edema, Subgroups by stage, Safety and complications, Patient satisfaction");
  }

  @Test
  void findsNineteenOfFiftyEightPrintedInTwoWays() {
    assertFinding(
        finding(Check.ROUNDING, "idiopathic", "t1-idiopathic", "mri-improved"),
        Verdict.CONTRADICTS,
        "19/58 = 32.758… % is printed 32.8 in Patient characteristics, 32.8 in Table 1, 32.7 in MRI assessment");
  }

  @Test
  void findsThatTextAndTable3CountImprovedAndStableHipsDifferently() {
    assertFinding(
        finding(Check.RELATION, "t3-improved"),
        Verdict.CONTRADICTS,
        "19 = 10 + 16 + 3: 19 against 29");
    assertFinding(
        finding(Check.RELATION, "t3-stable"), Verdict.CONTRADICTS, "27 = 4 + 7 + 6: 27 against 17");
  }

  @Test
  void findsThatTextAndTable3AgreeOnTheirSumAndOnProgression() {
    assertFinding(finding(Check.RELATION, "t3-quiet"), Verdict.CONSISTENT, "46 against 46");
    assertFinding(finding(Check.RELATION, "t3-progressed"), Verdict.CONSISTENT, "12 = 0 + 6 + 6");
    assertFinding(
        finding(Check.PERCENTAGE, "discussion-quiet"),
        Verdict.CONSISTENT,
        "79.3 % of 58: only 46/58");
  }

  @ParameterizedTest
  @CsvSource({
    "text-1-improved,12",
    "text-1-stable,2",
    "text-2-stable,18",
    "text-2-progressed,6",
    "text-3-improved,2"
  })
  void solvesTheOneReadingOfTheText(String claim, int hips) {
    assertFinding(
        finding(Check.PRINTED, claim), Verdict.CONSISTENT, "not printed; only " + hips + " fits");
  }

  @Test
  void findsThatStageTwoDiffersBetweenTextAndTable3() {
    assertFinding(
        finding(Check.RIVALS, "sub-2-stable", "t3-2-stable"),
        Verdict.CONTRADICTS,
        "23 in Subgroups by stage, 7 in Table 3");
    assertFinding(
        finding(Check.RIVALS, "sub-2-improved", "t3-2-improved"),
        Verdict.CONTRADICTS,
        "5 in Subgroups by stage, 16 in Table 3");
  }

  @Test
  void findsThatStageThreeDiffersBetweenTextAndTable3() {
    assertFinding(
        finding(Check.RIVALS, "sub-3-stable", "t3-3-stable"),
        Verdict.CONTRADICTS,
        "7 in Subgroups by stage, 6 in Table 3");
  }

  @Test
  void findsThatEightyEightPercentOfNineteenFitsNoCount() {
    assertFinding(
        finding(Check.PERCENTAGE, "idiopathic-quiet"),
        Verdict.CONTRADICTS,
        "88 % of 19: 16/19 = 84.21… %, 17/19 = 89.47… %; no count prints so; nearest possible: 84 or 89");
  }

  @Test
  void findsThatProgressionByEtiologyNeedsAtLeastThirteenHips() {
    assertFinding(
        finding(Check.RELATION, "cause-progressed"),
        Verdict.CONTRADICTS,
        "12 = 7 + 4 + 2..3 + 0..7: 12 against 13..21");
  }

  @Test
  void findsThatProgressionWasNotConfinedToStageThree() {
    assertFinding(
        finding(Check.RELATION, "progression-confined"),
        Verdict.CONTRADICTS,
        "6 > 0 + 6: 6 against 6");
  }

  @Test
  void findsThatArthroplastyWasConfinedToStageThree() {
    assertFinding(finding(Check.RELATION, "tha-confined"), Verdict.CONSISTENT, "0 + 0 = 0");
    assertFinding(
        finding(Check.P_VALUE, "p-tha", "t3-3-tha", "tha-1-and-2"),
        Verdict.UNDECIDABLE,
        "6/15 against 0/43: Fisher exact p = 0.000124");
    assertFinding(
        finding(Check.P_VALUE, "p-tha-stages", "t3-1-tha", "t3-2-tha", "t3-3-tha"),
        Verdict.UNDECIDABLE,
        "Fisher exact p = 0.000198");
  }

  @Test
  void findsThatChangesAgreeWithTheMeans() {
    assertFinding(
        finding(Check.RELATION, "vas-difference"), Verdict.CONSISTENT, "-5.7 = 2.1 - 7.8");
    assertFinding(
        finding(Check.RELATION, "hhs-gain"),
        Verdict.CONSISTENT,
        "84.2 - 54.6 < 30: 29.6 against 30");
  }

  @Test
  void leavesOpenWhichHipsTheEightyThreePercentCount() {
    assertFinding(
        finding(Check.PERCENTAGE, "gain-over-20"),
        Verdict.UNDECIDABLE,
        "48/58 = 82.75… %, 43/52 = 82.69… % print so; the paper does not say which");
  }

  @Test
  void findsThatPercentagesCountHipsHereAndPatientsThere() {
    Finding finding = AUDIT.findings(Verdict.UNDECIDABLE).stream()
        .filter(found -> found.check() == Check.DENOMINATOR)
        .findFirst()
        .orElseThrow();
    assertThat(finding.arithmetic())
        .contains("patients in Patient characteristics, Table 1, Safety and complications")
        .contains("hips in Patient characteristics, Table 1, Function (Harris Hip Score)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "age", "vas-0", "vas-3", "vas-6", "vas-12", "vas-24", "hhs-0", "hhs-6", "hhs-12", "hhs-24"
      })
  void callsMeansNotTestableAndTheirDeviationsPossible(String claim) {
    assertThat(finding(Check.MEAN, claim).verdict()).isEqualTo(Verdict.NOT_TESTABLE);
    assertThat(finding(Check.STANDARD_DEVIATION, claim).verdict()).isEqualTo(Verdict.NOT_TESTABLE);
    assertThat(finding(Check.RANGE, claim).verdict()).isEqualTo(Verdict.CONSISTENT);
  }

  @ParameterizedTest
  @CsvSource({"p-vas-24,vas-24,18.87", "p-vas-3,vas-3,10.66"})
  void findsThatPainImprovedForEveryCorrelation(String p, String visit, String t) {
    Finding finding = finding(Check.P_VALUE, p, "vas-0", visit);
    assertFinding(finding, Verdict.CONSISTENT, "* sqrt(58) / (1.1 + ");
    assertThat(finding.arithmetic()).contains(" = " + t + "… for any correlation");
  }

  @Test
  void findsThatFunctionImprovedForEveryCorrelation() {
    assertFinding(
        finding(Check.P_VALUE, "p-hhs-24", "hhs-0", "hhs-24"),
        Verdict.CONSISTENT,
        "|t| >= |54.6 - 84.2| * sqrt(58) / (6.8 + 9.1) = 14.17… for any correlation");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vas-1",
        "vas-18",
        "hhs-1",
        "hhs-3",
        "hhs-18",
        "lesion-below-30",
        "lesion-30-to-50",
        "joint-space",
        "figure-at-risk",
        "figure-times",
        "figure-endpoint"
      })
  void missesWhatWasAnnouncedAndIsNotPrinted(String claim) {
    assertFinding(finding(Check.PRINTED, claim), Verdict.UNDECIDABLE, "nothing is printed");
  }

  @Test
  void fillsInTheLevelOfSatisfactionThatIsNotShown() {
    assertFinding(finding(Check.PRINTED, "very-dissatisfied"), Verdict.CONSISTENT, "only 0 fits");
  }

  @Test
  void findsNothingElse() {
    assertThat(AUDIT.findings(Verdict.CONTRADICTS))
        .extracting(finding -> finding.claims().get(0))
        .containsExactly(
            "idiopathic-quiet",
            "bilateral",
            "idiopathic",
            "sub-2-stable",
            "sub-2-improved",
            "sub-3-stable",
            "sub-3-stable",
            "cause-progressed",
            "t3-improved",
            "t3-stable",
            "progression-confined");
  }
}
