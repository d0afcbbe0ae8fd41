package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.study.protocol.Protocol;
import io.github.avnfh.core.study.protocol.ProtocolReader;
import io.github.avnfh.examples.synthetic.BundledCohort;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConductSectionTest {
  private static Protocol protocol() {
    byte[] text = """
        item,name,from,to
        protocol,mine,,
        include,age_years,18,55
        visit,BL,,
        visit,M6,,
        """.getBytes(StandardCharsets.UTF_8);
    Problems problems = new Problems();
    return ProtocolReader.read(
            CsvInput.of(
                "protocol.csv", () -> new ByteArrayInputStream(text), CsvFormat.withDefaults()),
            CohortReader.INSTRUMENTS,
            problems)
        .orElseThrow();
  }

  private static Section section(String age, String... visits) {
    GivenCohort cohort = new GivenCohort()
        .with("patients.csv", "patient_id,sex,age_years", List.of("P,F," + age))
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage,last_seen_day",
            List.of("P,L,alcohol,I,400"))
        .with("visits.csv", "patient_id,side,visit,day,hhs", List.of(visits));
    return StudyReport.part(cohort.read(), Analysis.by(protocol()), ReportPart.CONDUCT);
  }

  @Test
  void countsDeviationsInWords() {
    assertThat(section("40", "P,L,BL,0,50", "P,L,M6,183,60").paragraphs().get(2))
        .startsWith("No deviation from the protocol was found. Windows of the visits: ");
    assertThat(section("40", "P,L,BL,0,50").paragraphs().get(2))
        .startsWith("1 deviation from the protocol was found. Windows of the visits: ");
    assertThat(section("70", "P,L,BL,0,50").paragraphs().get(2))
        .startsWith("2 deviations from the protocol were found. Windows of the visits: ")
        .contains(" What the cohort does not record at all cannot be judged: whether ");
  }

  /** Everything that the protocol of the study asks for is recorded in the bundled cohort. */
  @Test
  void judgesEveryKindOfDeviationWhereEverythingIsRecorded() {
    Section section = StudyReport.part(BundledCohort.read(), Analysis.study(), ReportPart.CONDUCT);
    assertThat(section.paragraphs().subList(1, 3))
        .containsExactly(
            "Of 46 patients, 58 hips, all criteria are known to be met by 46 patients, 58 hips.",
            "No deviation from the protocol was found. Windows of the visits: half-way to the"
                + " neighboring visits, not published.");
    assertThat(SixPatients.csv(section, "deviations").lines())
        .containsExactly(
            "deviation,times,patients,hips", "any of the 26 kinds that can be judged,0,0,0");
  }

  @Test
  void countsNoScreeningThatIsNotRecorded() {
    Section section = section("40", "P,L,BL,0,50");
    assertThat(section.tables().get(0).counted()).isEqualTo("1 patient, 1 hip");
    assertThat(SixPatients.csv(section, "participant_flow").lines())
        .contains("screened,,", "excluded,,", "excluded for another reason,,", "enrolled,1,1");
    assertThat(SixPatients.part(ReportPart.CONDUCT).tables().get(0).counted())
        .isEqualTo("7 patients, 9 hips screened");
  }
}
