package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.figure.Figure;
import io.github.avnfh.survival.Endpoint;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.regression.AdjustedSurvival;
import io.github.avnfh.survival.regression.Covariates;
import io.github.avnfh.survival.regression.CoxRegression;
import io.github.avnfh.survival.regression.RegressionCoefficient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PredictorSectionTest {
  private static final List<String> CAUSES = List.of("alcohol", "idiopathic", "unknown", "unknown");

  /** Hips of one patient each, of which some are replaced; every fifth age rises with the stage. */
  private static Cohort cohort(int patients, int replaced, boolean isOfOneStage) {
    return new GivenCohort()
        .with(
            "patients.csv",
            "patient_id,sex,age_years",
            IntStream.range(0, patients)
                .mapToObj(i -> "P" + i + "," + (i % 7 < 3 ? "F" : "M") + "," + (30 + i * 13 % 31))
                .toList())
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage,arthroplasty_day,last_seen_day",
            IntStream.range(0, patients)
                .mapToObj(i -> "P" + i + ",L," + CAUSES.get(i % 4) + ","
                    + (isOfOneStage || i % 3 > 0 ? "II" : "III") + ","
                    + (i * 7 % patients < replaced ? 20 + i * 37 % 700 : "") + ",800")
                .toList())
        .read();
  }

  private static Section section(Cohort cohort) {
    return PredictorSection.of(cohort, Analysis.withoutProtocol());
  }

  private static List<String> rows(Section section, String table) {
    return section.tables().stream()
        .filter(each -> each.name().equals(table))
        .map(Table::csv)
        .flatMap(String::lines)
        .toList();
  }

  @Test
  void adjustsByPatientWhereEventsAreMany() {
    Cohort cohort = cohort(80, 37, false);
    Section section = section(cohort);
    FollowUp followUp = Endpoint.arthroplasty().followUp(cohort.hips());
    Covariates design = Covariates.ofRows(80)
        .factor(
            "stage",
            cohort.hips(),
            hip -> Optional.of(hip.baselineStage().code()),
            List.of("II", "III"))
        .number(
            "age", cohort.hips(), hip -> OptionalDouble.of(cohort.patientOf(hip).ageYears() / 10.0))
        .factor(
            "sex",
            cohort.hips(),
            hip -> Optional.of(cohort.patientOf(hip).sex().code()),
            List.of("M", "F"))
        .build();
    CoxRegression cox = CoxRegression.withDefaults();
    assertThat(rows(section, "hazard_ratios").get(2))
        .isEqualTo("Steinberg stage,III,27," + events(cohort, "III") + ","
            + numbers(cox.fit(followUp, design.only(List.of("stage"))).coefficient("stage[III]"))
            + "," + numbers(cox.fit(followUp, design).coefficient("stage[III]")));
    AdjustedSurvival adjusted = AdjustedSurvival.of(cox.fit(followUp, design), "stage");
    AdjustedSurvival.Estimate third = adjusted.at(731).get(1);
    assertThat(rows(section, "survival_adjusted").get(2))
        .startsWith("III," + third.value() + "," + third.lower().orElseThrow() + ","
            + third.upper().orElseThrow() + ","
            + adjusted.difference("III", "II", 731).orElseThrow().estimate() + ",");
    assertThat(section.paragraphs())
        .contains(
            "37 events for 3 coefficients, 10 or more for each.",
            "Not adjusted for cause, which is known in 40 of 80 hips.");
    assertThat(section.figures().stream().map(Figure::name))
        .containsExactly("hazard_ratios", "survival_adjusted");
    assertThat(PredictorSection.of(cohort, Analysis.withoutProtocol())
            .rules()
            .get(0)
            .id())
        .isEqualTo("COX-PARTIAL-LIKELIHOOD");
  }

  private static long events(Cohort cohort, String stage) {
    return cohort.hips().stream()
        .filter(hip -> hip.baselineStage().code().equals(stage))
        .filter(hip -> hip.arthroplasty().isPresent())
        .count();
  }

  private static String numbers(RegressionCoefficient each) {
    return each.ratio().orElseThrow() + "," + Math.exp(each.lower().orElseThrow()) + ","
        + Math.exp(each.upper().orElseThrow()) + "," + each.pValue().orElseThrow();
  }

  @Test
  void takesFirthsEstimatesAndFewerCovariatesWhereEventsAreFew() {
    Section section = section(cohort(60, 4, false));
    assertThat(section.paragraphs().get(1))
        .startsWith("Caution: 4 events for 2 coefficients. Below 10 a coefficient");
    assertThat(section.paragraphs()).contains("Not adjusted for sex: events are too few.");
    assertThat(rows(section, "survival_adjusted")).isEmpty();
    assertThat(rows(section, "hazard_ratios")).anyMatch(row -> row.startsWith("sex,F,"));
  }

  @Test
  void saysWhereThereIsTooLittleToAsk() {
    assertThat(section(cohort(60, 3, false)).paragraphs())
        .containsExactly("3 hips of 60 had an arthroplasty: too few to ask what predicts it.");
    assertThat(PredictorSection.of(cohort(60, 3, false), Analysis.withoutProtocol())
            .rules())
        .isEmpty();
    Cohort without = new GivenCohort()
        .with("patients.csv", "patient_id,sex,age_years", List.of("A,F,40"))
        .with("hips.csv", "patient_id,side,etiology,steinberg_stage", List.of("A,L,alcohol,II"))
        .read();
    assertThat(section(without).paragraphs())
        .containsExactly("Arthroplasties and the last days of follow-up: not recorded.");
  }

  @Test
  void leavesOutWhatDoesNotVary() {
    Section section = section(cohort(60, 30, true));
    assertThat(rows(section, "hazard_ratios"))
        .noneMatch(row -> row.startsWith("Steinberg stage"))
        .anyMatch(row -> row.startsWith("age per 10 years,,60,30,"));
    assertThat(section.paragraphs()).anyMatch(text -> text.startsWith("Without Steinberg stage: "));
  }

  /** Images at 6, 12 and 24 months, of which some show a flattening from one of them on. */
  private static Cohort withImages(int patients, int progressed) {
    List<String> images = new ArrayList<>();
    for (int i = 0; i < patients; i++) {
      int first = i * 7 % patients < progressed ? 1 + i % 3 : 9;
      int crescent = i % 3 > 0 ? 0 : 1;
      for (int visit = 0; visit < 4; visit++) {
        int flattening = visit >= first ? 1 : 0;
        images.add("P" + i + ",L," + List.of("BL", "M6", "M12", "M24").get(visit) + ","
            + List.of(0, 180 + i % 9, 360 + i % 9, 740).get(visit)
            + ",combined,consensus,1,1,1,20," + crescent + "," + 5 * crescent + "," + flattening
            + ","
            + 5 * flattening + "," + flattening + ",0,0,0");
      }
    }
    return new GivenCohort()
        .with(
            "patients.csv",
            "patient_id,sex,age_years",
            IntStream.range(0, patients)
                .mapToObj(i -> "P" + i + "," + (i % 7 < 3 ? "F" : "M") + "," + (30 + i * 13 % 31))
                .toList())
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage",
            IntStream.range(0, patients)
                .mapToObj(i -> "P" + i + ",L,alcohol," + (i % 3 > 0 ? "II" : "III"))
                .toList())
        .with(
            "imaging.csv",
            "patient_id,side,visit,day,modality,reader,mri_lesion,radiograph_abnormal,"
                + "sclerosis_or_cysts,lesion_percent,crescent,crescent_percent,flattening,"
                + "collapsed_surface_percent,depression_mm,joint_space_narrowing,"
                + "acetabular_changes,joint_space_obliterated",
            images)
        .read();
  }

  private static Section ofProgression(Cohort cohort) {
    return PredictorSection.ofProgression(
        cohort, ResponseSection.assess(cohort), Analysis.withoutProtocol());
  }

  /** Dated to the first images that show it, as the model that is written out here. */
  @Test
  void asksTheSameOfProgression() {
    Cohort cohort = withImages(80, 37);
    Section section = ofProgression(cohort);
    int[] days = new int[80];
    boolean[] events = new boolean[80];
    double[] third = new double[80];
    for (int i = 0; i < 80; i++) {
      events[i] = i * 7 % 80 < 37;
      days[i] = events[i] ? List.of(180 + i % 9, 360 + i % 9, 740).get(i % 3) : 740;
      third[i] = i % 3 > 0 ? 0 : 1;
    }
    RegressionCoefficient alone = CoxRegression.withDefaults()
        .fit(
            FollowUp.ofDays(days, events)
                .clusters(IntStream.range(0, 80).toArray())
                .build(),
            Covariates.ofRows(80).number("stage III", third).build())
        .coefficient("stage III");
    String[] cells = rows(section, "hazard_ratios_progression").get(2).split(",", -1);
    assertThat(cells).startsWith("Steinberg stage", "III", "27");
    assertThat(Double.parseDouble(cells[4])).isCloseTo(alone.ratio().orElseThrow(), within(1e-9));
    assertThat(rows(section, "survival_adjusted_progression")).hasSize(3);
    assertThat(section.paragraphs().get(0))
        .contains("above 1 progression comes sooner.")
        .contains("dated to the first images that show it");
    assertThat(ofProgression(withImages(60, 3)).paragraphs())
        .containsExactly(
            "3 hips of 60 had progression on images: too few to ask what predicts it.");
    assertThat(ofProgression(cohort(20, 3, false)).paragraphs())
        .containsExactly("Findings on images after baseline that allow a judgment: not recorded.");
  }

  /** Forty events for four coefficients are enough, 39 are not; the age of 10 years is one step. */
  @Test
  void takesTenEventsForACoefficientAsEnough() {
    assertThat(section(cohort(80, 30, false)).paragraphs())
        .contains("30 events for 3 coefficients, 10 or more for each.");
    assertThat(section(cohort(80, 29, false)).paragraphs().get(1))
        .startsWith("Caution: 29 events for 3 coefficients. Below 10 a coefficient");
  }

  @Test
  void givesTheReferenceStageNoDifference() {
    Section section = section(cohort(80, 37, false));
    assertThat(MarkdownPage.section(section))
        .containsPattern("\\| II \\| 0\\.\\d+ \\([^|]*\\) \\| reference \\|")
        .containsPattern("\\| III \\| 0\\.\\d+ \\([^|]*\\) \\| -?0\\.\\d+ \\(")
        .contains("Limits and p by patient.")
        .contains("Adjusted model: 80 hips, 37 events. Alone: ");
    assertThat(MarkdownPage.section(section(cohort(60, 4, false))))
        .contains("Limits and p by Firth's profile likelihood, which takes hips as independent.");
  }
}
