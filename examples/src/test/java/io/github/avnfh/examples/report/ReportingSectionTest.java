package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.synthetic.BundledCohort;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportingSectionTest {
  /** R: mean, sd and range of the columns of procedures.csv of the bundled cohort. */
  @Test
  void answersWhatIsAskedOfCellTherapy() {
    Section section = ReportingSection.of(BundledCohort.read(), List.of());
    assertThat(section.tables().get(1).counted())
        .isEqualTo("138 aspirations, 138 preparations, 174 injections");
    assertThat(SixPatients.csv(section, "mibo")).isEqualTo("""
        item,answer
        "patients: age, sex, cause, stage",not recorded
        tissue,"bone marrow of the patient, aspirated"
        site of harvest,posterior iliac crest: 138 of 138
        volume harvested,"90.1 ± 16.7 (60.0 to 120.0) mL, 138 of 138"
        aliquots,"11.7 ± 2.1 (8.0 to 15.0), 138 of 138"
        smallest aliquot,"5.7 ± 0.4 (5.0 to 6.4) mL, 138 of 138"
        largest aliquot,"9.0 ± 0.5 (8.2 to 10.0) mL, 138 of 138"
        spins: speed and time,1200 rpm for 10 min and 3000 rpm for 7 min: 138 of 138
        density gradient,no: 138 of 138
        final volume,"10.8 ± 1.7 (8.0 to 14.0) mL, 138 of 138"
        viability,"92.4 ± 3.5 (86.0 to 98.5) %, 138 of 138"
        nucleated cells,not recorded
        mononuclear cells,not recorded
        colony-forming units,not recorded
        "surface markers, differentiation",not recorded
        cultured,no: 138 of 138
        passage,"none, since cells were not cultured"
        cryopreserved,no: 138 of 138
        core decompression,"drill 3.2 ± 0.0 (3.2 to 3.2) mm, 58 of 58"
        injections of a hip,"3.0 ± 0.0 (3.0 to 3.0), 58 of 58"
        volume injected,"8.5 ± 3.0 (4.0 to 14.0) mL, 174 of 174"
        time of an injection,"5.1 ± 0.6 (4.0 to 6.0) min, 174 of 174"
        "route, guidance, carrier, rehabilitation",not recorded
        "follow-up, outcomes",not recorded
        adverse events,not recorded
        """);
  }
}
