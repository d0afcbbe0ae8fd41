package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurvivalSectionTest {
  private static GivenCohort given(String... hips) {
    return new GivenCohort()
        .with("patients.csv", "patient_id,sex,age_years", List.of("P,F,40", "Q,F,40", "R,F,40"))
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage,last_seen_day,arthroplasty_day",
            List.of(hips));
  }

  /** Every 6 months up to 3 years, every year up to 10, every 5 years beyond. */
  @ParameterizedTest(name = "a horizon of {0} months: {1} and {2}, not {3}")
  @CsvSource({
    "24, 18, 24, 20",
    "36, 30, 36, 35",
    "37, 12, 36, 30",
    "120, 108, 120, 60.",
    "121, 60, 120, 108"
  })
  void marksTimesThatAreEasilyRead(int horizon, String one, String last, String none) {
    String svg = StudyReport.part(
            given("P,L,alcohol,I,700,", "Q,L,alcohol,II,700,").read(),
            Analysis.withoutProtocol().withHorizon(horizon),
            ReportPart.SURVIVAL)
        .figures()
        .get(0)
        .svg();
    assertThat(svg).contains(">" + one + "<", ">" + last + "<").doesNotContain(">" + none + "<");
  }

  @Test
  void saysHowManyHipsAreLeftOut() {
    String words = given("P,L,alcohol,I,700,", "Q,L,alcohol,II,700,", "R,L,alcohol,II,,")
        .part(ReportPart.SURVIVAL)
        .paragraphs()
        .get(0);
    assertThat(words).contains(" Of 1 hip nothing is known after the first day: left out. ");
    assertThat(SixPatients.part(ReportPart.SURVIVAL).paragraphs().get(0))
        .doesNotContain("left out");
  }

  /** Replaced and last seen on the day of the horizon: it counts. */
  @Test
  void countsAnArthroplastyOnTheDayOfTheHorizon() {
    Section section = given("P,L,alcohol,I,731,731", "Q,L,alcohol,I,731,", "R,L,alcohol,I,800,732")
        .part(ReportPart.SURVIVAL);
    assertThat(SixPatients.csv(section, "survival_by_stage").lines())
        .anyMatch(line -> line.startsWith("all,3,3,1,3,0.6666666666666"));
  }
}
