package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.figure.Figure;
import io.github.avnfh.survival.Endpoint;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.regression.AdjustedSurvival;
import io.github.avnfh.survival.regression.Covariates;
import io.github.avnfh.survival.regression.CoxRegression;
import io.github.avnfh.survival.regression.RegressionCoefficient;
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
}
