package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.evidence.Sources;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.figure.Figure;
import io.github.avnfh.scoring.compare.ClusteredSample;
import io.github.avnfh.scoring.compare.Comparison;
import io.github.avnfh.scoring.compare.Estimate;
import io.github.avnfh.scoring.proportion.ClusteredOutcomes;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The tables of the report on six patients: every count, mean and standard deviation is worked out
 * by hand from their files; limits and p values are those of the library's methods for the hips and
 * values that are listed here.
 */
class ReportTablesTest {
  private static final double EXACT = 1e-12;

  /** The patients of the hips with both Harris Hip Scores at 24 months: A twice, B, F, G twice. */
  private static final List<String> PAIRED = List.of("A", "A", "B", "F", "G", "G");

  private static final double[] HHS_BEFORE = {50, 45, 60, 62, 58, 52};
  private static final double[] HHS_GAIN = {30, 45, 20, -4, 24.5, 18};
  private static final double[] VAS_CHANGE = {-5, -7, -4, 1, -4, -3};

  private static void assertNumbers(List<String> cells, Double... expected) {
    assertThat(cells.stream().map(Double::valueOf).toList())
        .usingElementComparator(
            (one, other) -> Math.abs(one - other) <= EXACT * Math.max(1, Math.abs(other)) ? 0 : 1)
        .containsExactly(expected);
  }

  private static Double[] limits(Estimate estimate) {
    return new Double[] {estimate.estimate(), estimate.lower(), estimate.upper()};
  }

  private static Comparison.Result mean(double[] values, List<String> patients) {
    return Comparison.withDefaults()
        .ofMean(ClusteredSample.of(values, patients.stream().map(PatientId::of).toList()));
  }

  private static double mean(double... values) {
    return DoubleStream.of(values).sum() / values.length;
  }

  private static double deviation(double... values) {
    double mean = mean(values);
    return Math.sqrt(
        DoubleStream.of(values).map(value -> (value - mean) * (value - mean)).sum()
            / (values.length - 1));
  }

  @Test
  void countsWhoTookPart() {
    assertThat(SixPatients.csv(ReportPart.CONDUCT, "participant_flow").lines())
        .contains(
            "screened,7,9",
            "excluded,1,1",
            "\"excluded, not met: STUDY-IN-STAGE\",1,1",
            "\"excluded, unknown: STUDY-IN-STAGE\",0,0",
            "\"excluded, not met: STUDY-IN-ATTENDANCE\",0,0",
            "\"excluded, unknown: STUDY-IN-ATTENDANCE\",1,1",
            "excluded for another reason,0,0",
            "enrolled,6,8",
            "lost to follow-up,2,2",
            "died,1,1",
            "hip replaced,2,2");
    assertThat(SixPatients.report().title()).endsWith("6 patients, 8 hips");
  }

  /** The months 1, 3 and 18 are planned, and no patient came. */
  @Test
  void countsHipsAtThePlannedVisits() {
    assertThat(SixPatients.csv(ReportPart.CONDUCT, "visit_flow")).isEqualTo("""
        visit,patients,analyzed,seen_after_arthroplasty,died_before,lost_to_follow-up_before,missed,not_recorded
        baseline,6,8,0,0,0,0,0
        1 month,0,0,0,0,0,0,8
        3 months,0,0,0,0,0,0,8
        6 months,5,7,0,0,0,1,0
        12 months,4,4,0,0,1,0,3
        18 months,0,0,0,1,1,0,6
        24 months,4,5,1,1,1,0,0
        """);
  }

  /** Met and not met out of those known: of C, one says no; of D, E and F nothing is known. */
  @Test
  void tellsUnknownCriteriaFromThoseNotMet() {
    assertThat(SixPatients.csv(ReportPart.CONDUCT, "eligibility")
            .lines()
            .map(line -> line.replaceAll(",.*,(patients|hips),", ",$1,")))
        .contains(
            "STUDY-IN-AGE,patients,6,7,1,7,0,7",
            "STUDY-IN-ATTENDANCE,patients,3,4,1,4,3,7",
            "STUDY-IN-STAGE,hips,8,9,1,9,0,9",
            "STUDY-IN-WILLING,patients,,,,,7,7");
  }

  /**
   * Not met: the age of D, the attendance of C. Missing: months 1 and 3 of eight hips, 12 of G's
   * two, 18 of the five that had not left. Images: months 6 and 12 of G's hips, 6 of A's left, B's
   * and D's, all four of F's.
   */
  @Test
  void countsDeviations() {
    assertThat(SixPatients.csv(ReportPart.CONDUCT, "deviations")).isEqualTo("""
        deviation,times,patients,hips
        enrolled though a criterion is not met,2,2,0
        a planned visit is not recorded,23,6,8
        a planned visit was missed,1,1,1
        planned images are not recorded,11,5,6
        any of the 7 kinds that can be judged,37,6,8
        """);
  }

  @Test
  void describesWhoWasEnrolled() {
    assertThat(SixPatients.csv(ReportPart.BASELINE, "baseline")).isEqualTo("""
        characteristic,level,counted,stage_i_n,stage_i_of,stage_ii_n,stage_ii_of,stage_iii_n,stage_iii_of,all_n,all_of
        patients,,patients,2,6,4,6,2,6,6,6
        sex,male,patients,1,2,1,3,0,2,2,5
        sex,female,patients,1,2,2,3,2,2,3,5
        sex,not recorded,patients,0,2,1,4,0,2,1,6
        both hips,,patients,1,2,2,4,1,2,2,6
        hips,,hips,2,8,4,8,2,8,8,8
        etiology,corticosteroid,hips,0,2,1,3,1,2,2,7
        etiology,alcohol,hips,1,2,0,3,0,2,1,7
        etiology,idiopathic,hips,0,2,0,3,1,2,1,7
        etiology,sickle cell,hips,1,2,2,3,0,2,3,7
        etiology,not recorded,hips,0,2,1,4,0,2,1,8
        """);
  }

  @Test
  void describesMeasuresAtBaselineByStage() {
    assertNumbers(
        SixPatients.row(
            ReportPart.BASELINE, "baseline_measures", "age at enrollment [years],all,patients"),
        6.0,
        0.0,
        40.5,
        Math.sqrt(767.5 / 5),
        37.5,
        28.0,
        60.0);
    assertNumbers(
        SixPatients.row(
            ReportPart.BASELINE, "baseline_measures", "Harris Hip Score [points],II,hips"),
        4.0,
        0.0,
        mean(50, 55, 62, 52),
        deviation(50, 55, 62, 52),
        53.5,
        50.0,
        62.0);
    assertThat(SixPatients.csv(ReportPart.BASELINE, "baseline_measures"))
        .contains("lesion extent [% of head volume],II,hips,3,1,")
        .doesNotContain("[mm]");
  }

  /**
   * Days to the arthroplasty or the last known one: 740, 300, 740, 200, 500, 740, 1000, 900. In
   * reverse 7/8 are followed beyond day 200, 7/8 5/6 beyond day 500, and times 2/5 beyond day 740.
   */
  @Test
  void tellsHowLongHipsWereFollowed() {
    assertNumbers(
        SixPatients.row(ReportPart.BASELINE, "follow_up", "all").subList(0, 5),
        8.0,
        0.0,
        2.0,
        5120 / 365.25,
        740 / Timepoint.DAYS_PER_MONTH);
    assertNumbers(
        SixPatients.row(ReportPart.BASELINE, "follow_up", "I").subList(0, 4),
        2.0,
        0.0,
        0.0,
        1740 / 365.25);
  }

  /** The first table of a report has the number 1. */
  @Test
  void numbersTablesAndFiguresThroughout() {
    StudyReport report = SixPatients.report();
    List<String> titles = report.sections().stream()
        .flatMap(section -> section.tables().stream())
        .map(Table::title)
        .toList();
    for (int i = 0; i < titles.size(); i++) {
      assertThat(titles.get(i)).startsWith("Table " + (i + 1) + ". ");
    }
    List<String> captions = report.sections().stream()
        .flatMap(section -> section.figures().stream())
        .map(Figure::caption)
        .toList();
    for (int i = 0; i < captions.size(); i++) {
      assertThat(captions.get(i)).startsWith("Figure " + (i + 1) + ". ");
    }
    assertThat(titles).hasSizeGreaterThan(20);
    assertThat(captions).hasSizeGreaterThan(3);
  }

  @Test
  void beginsWithWhatAReaderShouldKnow() {
    StudyReport report = SixPatients.report();
    assertThat(report.keyResults())
        .containsExactly(
            "6 patients with 8 hips, both hips of 2, followed for a median of 24.3 months (reverse"
                + " Kaplan-Meier).",
            "Mean change since baseline (95 % interval by patient): pain on the visual analog scale"
                + " [cm] -3.7 (-8.1 to 0.8) at 24 months in 6 hips of 4 patients; Harris Hip Score"
                + " [points] 22.3 (-4.9 to 49.4) at 24 months in 6 hips of 4 patients.",
            "On images, of 7 hips that could be judged, in % (95 % interval by patient): progressed"
                + " 28.6 (4.5 to 77.3), improved 28.6 (5.2 to 74.4).",
            "Free of arthroplasty at 24 months, by patient: 0.857 (0.233 to 0.984); arthroplasties"
                + " until then: 1 of 8 hips.",
            "The stages compared: p = 0.438 by the permutation of the log-rank test among patients,"
                + " which is primary because fewer than 10 patients had an arthroplasty.");
    assertThat(MarkdownPage.of(report)).contains("## Key results\n\n- 6 patients with 8 hips");
    assertThat(HtmlPage.of(report)).contains("<h2>Key results</h2>");
  }

  @Test
  void describesScoresByVisit() {
    assertNumbers(
        SixPatients.row(ReportPart.SCORES, "hhs_by_visit", "baseline").subList(0, 4),
        8.0,
        0.0,
        mean(50, 45, 60, 55, 40, 62, 58, 52),
        deviation(50, 45, 60, 55, 40, 62, 58, 52));
    assertNumbers(
        SixPatients.row(ReportPart.SCORES, "hhs_by_visit", "12 months"),
        4.0,
        0.0,
        mean(70, 75, 50, 60),
        deviation(70, 75, 50, 60),
        4.0,
        mean(20, 15, 10, -2),
        deviation(20, 15, 10, -2));
    assertNumbers(
        SixPatients.row(ReportPart.SCORES, "vas_by_visit", "24 months"),
        6.0,
        1.0,
        mean(2, 1, 2, 6, 2, 3),
        deviation(2, 1, 2, 6, 2, 3),
        6.0,
        mean(VAS_CHANGE),
        deviation(VAS_CHANGE));
  }

  @Test
  void estimatesChangesByPatientAndNaively() {
    Comparison.Result change = mean(HHS_GAIN, PAIRED);
    List<String> cells = SixPatients.row(ReportPart.SCORES, "hhs_change", "24 months");
    assertNumbers(cells.subList(0, 2), 6.0, 4.0);
    assertNumbers(cells.subList(2, 5), limits(change.clustered()));
    assertNumbers(cells.subList(5, 6), change.clustered().pValue().orElseThrow());
    assertNumbers(cells.subList(7, 10), limits(change.naive()));
    assertNumbers(cells.subList(10, 11), change.naive().pValue().orElseThrow());
    assertNumbers(
        cells.subList(11, 13), 22.25 / deviation(HHS_GAIN), 22.25 / deviation(HHS_BEFORE));
    assertNumbers(
        SixPatients.row(ReportPart.SCORES, "vas_change", "24 months").subList(2, 5),
        limits(mean(VAS_CHANGE, PAIRED).clustered()));
  }

  /** The smallest of three times 3, the next times 2, the largest as it is, none below another. */
  @Test
  void adjustsByHolmOverTheVisits() {
    List<double[]> rows = Stream.of("6 months", "12 months", "24 months")
        .map(visit -> SixPatients.row(ReportPart.SCORES, "hhs_change", visit))
        .map(cells ->
            new double[] {Double.parseDouble(cells.get(5)), Double.parseDouble(cells.get(6))})
        .sorted((one, other) -> Double.compare(one[0], other[0]))
        .toList();
    double last = 0;
    for (int i = 0; i < 3; i++) {
      last = Math.max(last, Math.min(1, (3 - i) * rows.get(i)[0]));
      assertThat(rows.get(i)[1]).isEqualTo(last);
    }
    assertThat(rows.get(0)[1]).isNotEqualTo(rows.get(0)[0]);
  }

  /** A gain of exactly 20 is none; C and D have no later score. */
  @Test
  void countsWhoGainedMoreThanTwentyPoints() {
    List<String> cells = SixPatients.row(ReportPart.SCORES, "responders", "HHS-GAIN-OVER-20");
    assertThat(cells.subList(0, 3)).containsExactly("3", "6", "2");
    assertThat(cells.subList(3, 6))
        .isEqualTo(percent(List.of(true, true, false, false, true, false), PAIRED));
  }

  private static List<String> percent(List<Boolean> answers, List<String> patients) {
    Cell cell = ClusteredOutcomes.of(answers, patients).proportion().percent(1);
    return cell.parts();
  }

  /**
   * A's right hip was replaced on day 300, after a gain of 5 by day 183; G's right hip after its
   * last score.
   */
  @Test
  void countsRespondersByEveryChoice() {
    assertThat(SixPatients.csv(ReportPart.SCORES, "sensitivity")
            .lines()
            .map(line -> line.replaceAll("^([^,]*,[^,]*,[^,]*,[^,]*,[^,]*),.*", "$1")))
        .containsExactly(
            "rule,policy,unit,responders_n,responders_of",
            "HHS-GAIN-OVER-20,include,hips,3,6",
            "HHS-GAIN-OVER-20,include,patients_any_hip,2,4",
            "HHS-GAIN-OVER-20,include,patients_every_hip,1,4",
            "HHS-GAIN-OVER-20,exclude_after,hips,2,5",
            "HHS-GAIN-OVER-20,exclude_after,patients_any_hip,2,4",
            "HHS-GAIN-OVER-20,exclude_after,patients_every_hip,1,4",
            "HHS-GAIN-OVER-20,carry_last_before,hips,2,6",
            "HHS-GAIN-OVER-20,carry_last_before,patients_any_hip,2,4",
            "HHS-GAIN-OVER-20,carry_last_before,patients_every_hip,0,4",
            "HHS-GAIN-OVER-20,count_as_failure,hips,2,6",
            "HHS-GAIN-OVER-20,count_as_failure,patients_any_hip,2,4",
            "HHS-GAIN-OVER-20,count_as_failure,patients_every_hip,0,4");
    List<String> counted = List.of("A", "B", "F", "G");
    assertThat(SixPatients.row(
                ReportPart.SCORES, "sensitivity", "HHS-GAIN-OVER-20,include,patients_any_hip")
            .subList(2, 5))
        .isEqualTo(percent(List.of(true, false, false, true), counted));
    assertThat(
            SixPatients.row(ReportPart.SCORES, "sensitivity", "HHS-GAIN-OVER-20,exclude_after,hips")
                .subList(2, 5))
        .isEqualTo(
            percent(List.of(true, false, false, true, false), List.of("A", "B", "F", "G", "G")));
  }

  private static String rules(StudyReport report) {
    List<Section> sections = report.sections();
    return sections.stream()
        .filter(section -> section.title().equals("Methods and sources"))
        .map(section -> SixPatients.csv(section, "rules"))
        .findFirst()
        .orElseThrow();
  }

  /** A rule of the study is cited only where the report uses it. */
  @Test
  void listsTheRulesThatWereUsed() {
    assertThat(rules(SixPatients.report())
            .lines()
            .skip(1)
            .map(line -> line.substring(0, line.indexOf(','))))
        .containsExactly(
            "HHS-GAIN-OVER-20",
            "PROPORTION-EFFECTIVE-SIZE",
            "PROPORTION-WILSON-T",
            "LONGITUDINAL-RANDOM-INTERCEPTS",
            "LONGITUDINAL-KENWARD-ROGER",
            "RESPONSE-STAGE-ADVANCE",
            "RESPONSE-NEW-CRESCENT",
            "RESPONSE-COLLAPSE-CHANGE",
            "RESPONSE-LESION-REDUCTION",
            "KM-PRODUCT-LIMIT",
            "KM-CLUSTER-JACKKNIFE",
            "KM-LIMITS-SCALE",
            "KM-LIMITS-T",
            "KM-LIMITS-EXACT",
            "KM-GREENWOOD",
            "LOG-RANK",
            "LOG-RANK-CLUSTERED",
            "PERMUTATION");
    Cohort withoutScores = new GivenCohort()
        .with("patients.csv", "patient_id,sex,age_years", List.of("A,F,40", "B,M,41"))
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage,arthroplasty_day,last_seen_day",
            List.of("A,L,alcohol,II,,800", "B,R,alcohol,I,100,800"))
        .read();
    assertThat(MarkdownPage.of(StudyReport.of(withoutScores, Analysis.withoutProtocol())))
        .contains("KM-PRODUCT-LIMIT")
        .doesNotContain(Sources.STUDY.title(), "HHS-GAIN-OVER-20");
  }

  @Test
  void countsOutcomesOnImagesOfThoseJudged() {
    assertThat(SixPatients.csv(ReportPart.RESPONSE, "response_by_stage")
            .lines()
            .map(line -> line.replaceAll("^((?:[^,]*,){11}[^,]*),.*", "$1")))
        .containsExactly(
            "stage,hips,improved_n,improved_of,stable_n,stable_of,progressed_n,progressed_of,"
                + "not_evaluable_n,not_evaluable_of,arthroplasty_n,arthroplasty_of",
            "I,2,1,2,0,2,1,2,0,2,0,2",
            "II,4,1,3,2,3,0,3,1,4,1,4",
            "III,2,0,2,1,2,1,2,0,2,1,2",
            "all,8,2,7,3,7,2,7,1,8,2,8");
    assertThat(SixPatients.row(ReportPart.RESPONSE, "response_by_cause", "not recorded")
            .subList(0, 11))
        .containsExactly("1", "", "", "", "", "", "", "1", "1", "0", "1");
    // two patients of one hip each, one of which progressed: n = 2, t with 1 degree of freedom
    assertThat(SixPatients.row(ReportPart.RESPONSE, "response_by_stage", "I").subList(11, 14))
        .isEqualTo(percent(List.of(true, false), List.of("x", "y")));
  }

  /** B between days 365 and 735, D between 0 and 365; A's right and C's hip seen to day 183. */
  @Test
  void tellsTheRangeOfProgression() {
    assertThat(SixPatients.csv(ReportPart.PROGRESSION, "progression_by_stage")
            .lines()
            .limit(4))
        .containsExactly(
            "stage,hips,patients,progressed,free_lowest_6,free_highest_6,free_lowest_12,"
                + "free_highest_12,free_lowest_24,free_highest_24",
            "I,2,2,1,1,1,1,1,0.5,1",
            "II,3,3,0,1,1,1,1,1,1",
            "III,2,2,1,1,1,0,0,0,0");
    assertThat(SixPatients.row(ReportPart.PROGRESSION, "progression_by_stage", "all")
            .subList(0, 3))
        .containsExactly("7", "5", "2");
  }

  /** Images of A's right hip after its replacement do not count. */
  @Test
  void countsEdemaThatIsGone() {
    assertThat(SixPatients.row(ReportPart.IMAGES, "edema_by_visit", "6 months").subList(0, 3))
        .containsExactly("2", "1", "2");
    assertThat(SixPatients.row(ReportPart.IMAGES, "edema_by_visit", "12 months").subList(0, 3))
        .containsExactly("2", "2", "2");
    List<String> last = SixPatients.row(ReportPart.IMAGES, "edema_by_visit", "24 months");
    assertThat(last.subList(0, 3)).containsExactly("2", "2", "2");
    assertThat(last.subList(3, 6)).isEqualTo(percent(List.of(true, true), List.of("A", "B")));
    assertThat(last.get(5)).isEqualTo("100");
  }

  @Test
  void measuresLesions() {
    assertNumbers(
        SixPatients.row(ReportPart.IMAGES, "lesion_by_stage", "II").subList(0, 5),
        3.0,
        mean(25, 35, 55),
        deviation(25, 35, 55),
        mean(18, 35, 56),
        deviation(18, 35, 56));
    assertNumbers(
        SixPatients.row(ReportPart.IMAGES, "lesion_by_stage", "II").subList(5, 8),
        limits(mean(new double[] {100 * 7.0 / 25, 0, -100 * 1.0 / 55}, List.of("A", "C", "G"))
            .clustered()));
    assertNumbers(
        SixPatients.row(ReportPart.IMAGES, "lesion_by_stage", "III").subList(0, 5),
        2.0,
        45.0,
        Math.sqrt(50),
        45.0,
        Math.sqrt(50));
  }

  /** What happened on day 900 is not known at 24 months; in stage III no hip was seen as long. */
  @Test
  void tellsSurvivalAtTheHorizon() {
    assertThat(SixPatients.row(ReportPart.SURVIVAL, "survival_by_stage", "I").subList(0, 4))
        .containsExactly("2", "2", "0", "2");
    assertThat(SixPatients.row(ReportPart.SURVIVAL, "survival_by_stage", "II").subList(0, 4))
        .containsExactly("4", "4", "0", "3");
    assertThat(SixPatients.row(ReportPart.SURVIVAL, "survival_by_stage", "III"))
        .containsExactly("2", "2", "1", "0", "", "", "", "", "", "", "", "");
    List<String> all = SixPatients.row(ReportPart.SURVIVAL, "survival_by_stage", "all");
    assertThat(all.subList(0, 4)).containsExactly("8", "6", "1", "5");
    FollowUp hips = FollowUp.ofDays(
            new int[] {731, 300, 731, 200, 500, 731, 731, 731},
            new boolean[] {false, true, false, false, false, false, false, false})
        .clusters(List.of("A", "A", "B", "C", "D", "F", "G", "G"))
        .build();
    assertNumbers(all.subList(4, 8), survival(hips));
    assertNumbers(all.subList(8, 12), survival(hips.ignoringClusters()));
    assertNumbers(all.subList(4, 5), 6.0 / 7);
  }

  private static Double[] survival(FollowUp hips) {
    var at = KaplanMeier.withDefaults()
        .estimate(hips)
        .curve("all")
        .at(731)
        .estimate()
        .orElseThrow();
    return new Double[] {
      at.survival(), at.lower(), at.upper(), at.standardError().orElseThrow()
    };
  }

  /** Lesions of A's left and B's hip lie below 30 %, those of A's right, C, D and G's left not. */
  @Test
  void setsSubgroupsApart() {
    assertThat(SixPatients.csv(ReportPart.SUBGROUPS, "subgroups").lines().limit(1))
        .containsExactly("by,group,hips,patients,hhs_hips,hhs,hhs_lower,hhs_upper,vas_hips,vas,"
            + "vas_lower,vas_upper,responders_n,responders_of,progressed_n,progressed_of,"
            + "arthroplasty_n,arthroplasty_of");
    List<String> below =
        SixPatients.row(ReportPart.SUBGROUPS, "subgroups", "lesion at baseline,below 30 %");
    assertThat(below.subList(0, 3)).containsExactly("2", "2", "2");
    assertNumbers(
        below.subList(3, 6),
        limits(mean(new double[] {30, 20}, List.of("A", "B")).clustered()));
    assertNumbers(
        below.subList(7, 10),
        limits(mean(new double[] {-5, -4}, List.of("A", "B")).clustered()));
    assertThat(below.subList(10, 16)).containsExactly("1", "2", "1", "2", "0", "2");
    List<String> above =
        SixPatients.row(ReportPart.SUBGROUPS, "subgroups", "lesion at baseline,30 to 50 %");
    assertThat(above.subList(0, 3)).containsExactly("4", "4", "2");
    assertNumbers(
        above.subList(7, 10),
        limits(mean(new double[] {-7, -4}, List.of("A", "G")).clustered()));
    assertThat(above.subList(10, 16)).containsExactly("2", "2", "1", "4", "1", "4");
    assertThat(SixPatients.row(ReportPart.SUBGROUPS, "subgroups", "cause,corticosteroid")
            .subList(0, 3))
        .containsExactly("2", "1", "2");
    assertThat(SixPatients.row(ReportPart.SUBGROUPS, "subgroups", "cause,sickle cell")
            .subList(0, 3))
        .containsExactly("3", "2", "2");
    assertThat(
            SixPatients.row(ReportPart.SUBGROUPS, "subgroups", "lesion at baseline,not assessed"))
        .containsExactly("1", "1", "1", "", "", "", "1", "", "", "", "0", "1", "", "", "0", "1");
  }

  /** 34.75 less 25: 9.75 more in the larger lesions. */
  @Test
  void comparesTheBandsOfLesionSize() {
    Estimate more = Comparison.withDefaults()
        .ofDifference(
            ClusteredSample.of(
                new double[] {30, 20, 45, 24.5},
                Stream.of("A", "B", "A", "G").map(PatientId::of).toList()),
            new boolean[] {false, false, true, true})
        .clustered();
    assertThat(more.estimate()).isEqualTo(9.75);
    assertThat(MarkdownPage.section(SixPatients.part(ReportPart.SUBGROUPS)))
        .contains("Hips with lesions of 30 to 50 % changed by "
            + Cell.estimate(more.estimate(), more.lower(), more.upper(), 1).printed());
  }

  @Test
  void countsAdverseEventsInPatients() {
    assertThat(SixPatients.csv(ReportPart.SAFETY, "safety")
            .lines()
            .map(line -> line.replaceAll("^([^,]*,[^,]*,[^,]*).*,", "$1,")))
        .containsExactly(
            "event,patients_n,patients_of,events",
            "fever,2,6,3",
            "wound infection,1,6,1",
            "hematoma,0,6,0",
            "drainage,0,6,0",
            "thrombosis,0,6,0",
            "nerve or vessel injury,0,6,0",
            "any,3,6,4");
    assertNumbers(
        SixPatients.row(ReportPart.SAFETY, "safety", "hematoma").subList(2, 5),
        0.0,
        0.0,
        100 * (1 - Math.pow(0.025, 1.0 / 6)));
  }

  @Test
  void countsAnswersOnSatisfaction() {
    assertThat(MarkdownPage.section(SixPatients.part(ReportPart.SATISFACTION)))
        .contains("2 of 3 patients with an answer were satisfied or very satisfied")
        .contains("3 patients gave no answer.");
  }

  /** Of four images: 1-1, 1-0, 1-1, 0-0; (0.75 - 0.5) / 0.5. Other days and modalities differ. */
  @Test
  void comparesReadersOfTheSameImages() {
    List<String> kappa = SixPatients.row(ReportPart.AGREEMENT, "agreement", "edema,Cohen's kappa");
    assertNumbers(kappa.subList(0, 5), 4.0, 3.0, 4.0, 50.0, 0.5);
    String difference = SixPatients.csv(ReportPart.AGREEMENT, "agreement")
        .lines()
        .filter(line -> line.contains("mean of second less first"))
        .findFirst()
        .orElseThrow();
    assertThat(difference).contains(",4,,,,0.75,");
  }

  @Test
  void doesNotCareInWhichOrderRowsCome() {
    Cohort turned = CohortReader.withDefaults().read(ReportTablesTest::turned).orThrow();
    Cohort same = CohortReader.withDefaults().read(SixPatients::file).orThrow();
    assertThat(MarkdownPage.of(StudyReport.of(turned, Analysis.study())))
        .isEqualTo(MarkdownPage.of(StudyReport.of(same, Analysis.study())));
    assertThat(csvs(turned)).isEqualTo(csvs(same));
  }

  private static List<String> csvs(Cohort cohort) {
    return StudyReport.of(cohort, Analysis.study()).sections().stream()
        .flatMap(section -> section.tables().stream())
        .map(Table::csv)
        .toList();
  }

  private static Optional<InputStream> turned(String name) {
    return Optional.ofNullable(SixPatients.FILES.get(name)).map(text -> {
      List<String> lines = new ArrayList<>(text.lines().toList());
      Collections.reverse(lines.subList(1, lines.size()));
      return new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    });
  }
}
