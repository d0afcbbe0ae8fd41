package io.github.avnfh.examples.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.csv.CohortReader;
import io.github.avnfh.core.imaging.Examination;
import io.github.avnfh.core.study.Cohort;
import io.github.avnfh.core.study.Hip;
import io.github.avnfh.examples.synthetic.StudyMargins;
import io.github.avnfh.examples.synthetic.SyntheticCohort;
import io.github.avnfh.staging.response.Outcome;
import io.github.avnfh.staging.response.Response;
import io.github.avnfh.staging.response.ResponseRule;
import io.github.avnfh.staging.steinberg.Steinberg;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The synthetic cohort, staged and assessed from its findings. */
class SyntheticResponseTest {
  /** The minimal change that the cohort was made with, in percentage points of head volume. */
  private static final double MINIMAL_CHANGE = 2.0;

  @TempDir
  static Path folder;

  private static Cohort cohort;

  @BeforeAll
  static void readTheCohort() {
    SyntheticCohort.generate(StudyMargins.table3(), SyntheticCohort.BUNDLED_SEED)
        .writeTo(folder);
    cohort = CohortReader.withDefaults().read(folder).sound();
  }

  @Test
  void stagesEveryHipAsItWasEnrolled() {
    assertThat(cohort.hips()).hasSize(58).allSatisfy(hip -> {
      Examination first = hip.examinations().get(0);
      var reading = Steinberg.PENNSYLVANIA_1995.read(first.findings());
      assertThat(reading.stage().decided()).contains(hip.baselineStage());
      assertThat(reading.grade().decided()).isEqualTo(hip.baselineGrade());
    });
  }

  /** Table 3 of the study. */
  @ParameterizedTest
  @CsvSource({"I,10,4,0,0", "II,16,7,6,0", "III,3,6,6,6"})
  void givesTableThreeOfTheStudy(
      String stage, int improved, int stable, int progressed, int replaced) {
    List<Response> responses = cohort.hips().stream()
        .filter(hip -> hip.baselineStage() == SteinbergStage.parse(stage))
        .map(SyntheticResponseTest::assess)
        .toList();
    assertThat(count(responses, Outcome.IMPROVED)).isEqualTo(improved);
    assertThat(count(responses, Outcome.STABLE)).isEqualTo(stable);
    assertThat(count(responses, Outcome.PROGRESSED)).isEqualTo(progressed);
    assertThat(count(responses, Outcome.NOT_EVALUABLE)).isZero();
    assertThat(responses.stream().filter(one -> one.arthroplasty().isPresent())).hasSize(replaced);
  }

  @Test
  void tellsWhenEachHipProgressed() {
    assertThat(cohort.hips().stream().map(SyntheticResponseTest::assess))
        .allSatisfy(response -> assertThat(response.interval().isPresent())
            .isEqualTo(response.outcome() == Outcome.PROGRESSED));
  }

  private static long count(List<Response> responses, Outcome outcome) {
    return responses.stream().filter(response -> response.outcome() == outcome).count();
  }

  private static Response assess(Hip hip) {
    return ResponseRule.study(MINIMAL_CHANGE).assess(hip);
  }
}
