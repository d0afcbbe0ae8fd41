package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.synthetic.BundledCohort;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidenceTableTest {
  private static StudyReport report(String deathOfSecond) {
    return new GivenCohort()
        .with(
            "patients.csv",
            "patient_id,sex,age_years,death_day",
            List.of("A,F,40,", "B,F,40," + deathOfSecond, "C,F,40,", "D,F,40,", "E,M,50,"))
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage,last_seen_day,arthroplasty_day",
            List.of(
                "A,L,alcohol,I,800,100",
                "B,L,alcohol,I,200,",
                "C,L,alcohol,I,800,300",
                "D,L,alcohol,I,800,",
                "E,L,alcohol,II,800,"))
        .report();
  }

  /**
   * Of four hips one is replaced on day 100, one patient dies on day 200, and one of the two left
   * is replaced on day 300: 1/4 + 1/2 * 1/2, and by Kaplan-Meier 1 - 3/4 * 1/2.
   */
  @Test
  void takesDeathForACompetingEvent() {
    List<String> row = GivenCohort.row(report("200"), "incidence_by_stage", "I");
    assertThat(row.subList(0, 4)).containsExactly("4", "4", "2", "1");
    assertThat(Double.parseDouble(row.get(4))).isCloseTo(0.5, within(1e-12));
    assertThat(Double.parseDouble(row.get(7))).isCloseTo(0.25, within(1e-12));
    assertThat(Double.parseDouble(row.get(10))).isCloseTo(0.625, within(1e-12));
    assertThat(GivenCohort.row(report("200"), "incidence_by_stage", "all").get(0))
        .isEqualTo("5");
  }

  @Test
  void isLeftOutWhereNoPatientDiedWithTheHipInPlace() {
    assertThat(tables(report(""))).doesNotContain("incidence_by_stage");
    assertThat(tables(StudyReport.of(BundledCohort.read(), Analysis.study())))
        .doesNotContain("incidence_by_stage");
  }

  private static List<String> tables(StudyReport report) {
    return report.sections().stream()
        .flatMap(section -> section.tables().stream())
        .map(Table::name)
        .toList();
  }

  private static List<String> row(String... hips) {
    StudyReport report = new GivenCohort()
        .with(
            "patients.csv",
            "patient_id,sex,age_years,death_day",
            List.of("A,F,40,731", "B,F,40,732", "C,F,40,500", "D,F,40,"))
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage,last_seen_day,arthroplasty_day",
            List.of(hips))
        .report();
    return GivenCohort.row(report, "incidence_by_stage", "all");
  }

  /** Of day 731 the death of A and the replacement of D count; B died a day later. */
  @Test
  void countsWhatHappenedOnTheDayOfTheHorizon() {
    List<String> row = row(
        "A,L,alcohol,I,731,",
        "B,L,alcohol,I,732,",
        "C,L,alcohol,I,500,400",
        "D,L,alcohol,I,900,731");
    assertThat(row.subList(0, 4)).containsExactly("4", "4", "2", "1");
    assertThat(Double.parseDouble(row.get(4))).isCloseTo(0.5, within(1e-12));
    assertThat(Double.parseDouble(row.get(7))).isCloseTo(0.25, within(1e-12));
  }

  /** No hip is known up to day 731: what is known then is said to lie beyond follow-up. */
  @Test
  void saysWhereFollowUpEndsBefore() {
    List<String> row = row("C,L,alcohol,I,500,", "D,L,alcohol,I,600,");
    assertThat(row).containsExactly("2", "2", "0", "1", "", "", "", "", "", "", "");
  }
}
