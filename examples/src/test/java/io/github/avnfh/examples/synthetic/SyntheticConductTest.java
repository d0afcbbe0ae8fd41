package io.github.avnfh.examples.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.study.adherence.Deviation;
import io.github.avnfh.core.study.adherence.Deviations;
import io.github.avnfh.core.study.adherence.Eligibility;
import io.github.avnfh.core.study.adherence.ParticipantCount;
import io.github.avnfh.core.study.adherence.ParticipantFlow;
import io.github.avnfh.core.study.adherence.ParticipantFlow.VisitFlow.Attendance;
import io.github.avnfh.core.study.protocol.Protocol;
import io.github.avnfh.core.study.protocol.StudyProtocol;
import io.github.avnfh.core.study.protocol.VisitAssignment;
import io.github.avnfh.core.study.protocol.VisitSchedule;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The made-up cohort keeps to the study's protocol; with one fault planted, that one is found. */
class SyntheticConductTest {
  private static final String ALL = "io.github.avnfh.examples.synthetic.TestCohort#all";
  private static final Protocol STUDY = StudyProtocol.withHalfwayWindows();
  private static final Cohort BUNDLED = BundledCohort.read();

  private static Cohort read(Map<String, String> files) {
    return CohortReader.withDefaults()
        .read(file -> Optional.ofNullable(files.get(file))
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .map(ByteArrayInputStream::new))
        .orThrow();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everybodyIsEligibleAndNothingDeviates(TestCohort files) {
    Cohort cohort = read(files.files());
    assertThat(Eligibility.of(STUDY, cohort).eligible()).isEqualTo(ParticipantCount.of(46, 58));
    Deviations deviations = Deviations.of(STUDY, cohort);
    assertThat(deviations.findings()).extracting(Deviation::text).isEmpty();
    assertThat(deviations.notJudged()).isEmpty();
  }

  /** Without the visit of 1 month its days, 1 to 60, belong to no window. */
  @Test
  void leavesAVisitOutsideWhereNoneIsPlanned() {
    VisitSchedule visits = VisitSchedule.of(
        "half-way, without 1 month",
        VisitSchedule.halfway(StudyProtocol.timepoints()).visits().stream()
            .filter(visit -> visit.timepoint().months().orElseThrow() != 1)
            .toList());
    assertThat(BUNDLED.hips())
        .allSatisfy(
            hip -> assertThat(VisitAssignment.of(visits, hip.visits(), VisitAssignment.Tie.EARLIER)
                    .outside())
                .hasSize(1));
  }

  @Test
  void daysAloneTellWhichVisitIsWhich() {
    for (Hip hip : BUNDLED.hips()) {
      VisitAssignment assignment =
          VisitAssignment.of(STUDY.visits(), hip.visits(), VisitAssignment.Tie.EARLIER);
      assertThat(assignment.assigned()).hasSize(7);
      assignment
          .assigned()
          .forEach((timepoint, visit) -> assertThat(visit.timepoint()).isEqualTo(timepoint));
    }
  }

  @Test
  void flowsThroughTheStudyWithoutALoss() {
    ParticipantFlow flow = ParticipantFlow.of(STUDY, BUNDLED);
    ParticipantCount all = ParticipantCount.of(46, 58);
    assertThat(flow.screened()).isEqualTo(all);
    assertThat(flow.enrolled()).isEqualTo(all);
    assertThat(flow.excluded()).isEqualTo(ParticipantCount.of(0, 0));
    assertThat(flow.reasons()).isEmpty();
    assertThat(flow.lost()).isEqualTo(ParticipantCount.of(0, 0));
    assertThat(flow.replaced().hips()).isEqualTo(6);
    assertThat(flow.visits().get(0).count(Attendance.ANALYZED)).isEqualTo(all);
    assertThat(flow.visits().get(6).count(Attendance.ANALYZED).hips()).isEqualTo(52);
    assertThat(flow.visits().get(6).count(Attendance.AFTER_ARTHROPLASTY).hips()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      patients.csv   | S02,M,46,      | S02,M,56,      | criterion_not_met
      patients.csv   | S02,M,46,179,78,169000 | S02,M,46,179,78,79999 | criterion_not_met
      procedures.csv | S01,,aspiration,86,,103.0 | S01,,aspiration,86,,120.5 | aspirate_volume
      procedures.csv | S01,,preparation,86,,13.7 | S01,,preparation,86,,7.9  | final_volume
      procedures.csv | S01,L,injection,86,2,     | S01,L,injection,86,5,     | injection_missing injection_unplanned
      procedures.csv | S01,R,decompression,0,    | S01,R,decompression,1,    | decompression_apart
      visits.csv     | S01,L,M1,30,done | S01,L,M1,61,done | visit_outside_window
      imaging.csv    | S01,L,M6,191     | S01,L,UNS,191    | images_missing
      """)
  void findsExactlyThePlantedFault(String file, String sound, String faulty, String expected) {
    Map<String, String> files = new TreeMap<>(TestCohort.bundled().files());
    String text = Objects.requireNonNull(files.get(file), file);
    assertThat(text).contains("\n" + sound);
    files.put(file, text.replace("\n" + sound, "\n" + faulty));
    List<String> codes = Deviations.of(STUDY, read(files)).findings().stream()
        .map(deviation -> deviation.kind().code())
        .toList();
    assertThat(codes).containsExactly(expected.split(" "));
  }
}
