package io.github.avnfh.examples.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.examples.synthetic.BundledCohort;
import io.github.avnfh.staging.response.ImagingChange;
import io.github.avnfh.staging.response.ImagingResponse;
import io.github.avnfh.staging.response.ResponseRule;
import io.github.avnfh.staging.steinberg.Steinberg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The synthetic cohort, staged and assessed from its findings. */
class SyntheticResponseTest {
  /** The minimal change that the cohort was made with, in percentage points of head volume. */
  private static final double MINIMAL_CHANGE = 2.0;

  private static final Cohort COHORT = BundledCohort.read();

  @Test
  void stagesEveryHipAsItWasEnrolled() {
    assertThat(COHORT.hips()).hasSize(58).allSatisfy(hip -> {
      ImageReading first = agreed(hip).get(0);
      var reading = Steinberg.PENNSYLVANIA_1995.read(first.findings());
      assertThat(reading.stage().decided()).contains(hip.baselineStage());
      assertThat(reading.grade().decided()).isEqualTo(hip.baselineGrade());
    });
  }

  /** The images as all readers agreed on them. */
  private static List<ImageReading> agreed(Hip hip) {
    return hip.imageReadings().stream().filter(ImageReading::isConsensus).toList();
  }

  /** Table 3 of the study. */
  @ParameterizedTest
  @CsvSource({"I,10,4,0,0", "II,16,7,6,0", "III,3,6,6,6"})
  void givesTableThreeOfTheStudy(
      String stage, int improved, int stable, int progressed, int replaced) {
    List<ImagingResponse> responses = COHORT.hips().stream()
        .filter(hip -> hip.baselineStage() == SteinbergStage.parse(stage))
        .map(SyntheticResponseTest::assess)
        .toList();
    assertThat(count(responses, ImagingResponse.Outcome.IMPROVED)).isEqualTo(improved);
    assertThat(count(responses, ImagingResponse.Outcome.STABLE)).isEqualTo(stable);
    assertThat(count(responses, ImagingResponse.Outcome.PROGRESSED)).isEqualTo(progressed);
    assertThat(count(responses, ImagingResponse.Outcome.NOT_EVALUABLE)).isZero();
    assertThat(responses.stream().filter(one -> one.arthroplasty().isPresent())).hasSize(replaced);
  }

  @Test
  void tellsWhenEachHipProgressed() {
    assertThat(COHORT.hips().stream().map(SyntheticResponseTest::assess))
        .allSatisfy(response -> assertThat(response.interval().isPresent())
            .isEqualTo(response.outcome() == ImagingResponse.Outcome.PROGRESSED));
  }

  private static long count(List<ImagingResponse> responses, ImagingResponse.Outcome outcome) {
    return responses.stream().filter(response -> response.outcome() == outcome).count();
  }

  private static ImagingResponse assess(Hip hip) {
    return ResponseRule.study(MINIMAL_CHANGE).assess(hip);
  }

  /** Decreased edema by 6 and by 12 months; a hip replaced before has no images to tell. */
  @ParameterizedTest
  @CsvSource({"6, 41", "12, 48"})
  void findsEdemaGoneInAsManyHipsAsTheStudyPrints(int months, int hips) {
    assertThat(COHORT.hipsWhere(hip -> edemaIsGone(hip, Timepoint.ofMonths(months))))
        .hasSize(hips);
  }

  private static boolean edemaIsGone(Hip hip, Timepoint later) {
    List<ImageReading> pair = hip.imageReadings().stream()
        .filter(examination -> examination.timepoint().equals(Timepoint.baseline())
            || examination.timepoint().equals(later))
        .toList();
    return ResponseRule.study(MINIMAL_CHANGE).assess(pair).presence(ImagingChange.EDEMA_RESOLUTION)
        == Presence.PRESENT;
  }

  /** The mean over hips of how much of the lesion was gone at 24 months. */
  @ParameterizedTest
  @CsvSource({"I, 18.4", "II, 12.2"})
  void findsTheLesionsAsMuchSmallerAsTheStudyPrints(String stage, String percent) {
    double mean = COHORT.hipsWhere(hip -> hip.baselineStage().code().equals(stage)).stream()
        .mapToDouble(SyntheticResponseTest::reductionPercent)
        .average()
        .orElseThrow();
    assertThat(BigDecimal.valueOf(mean).setScale(1, RoundingMode.HALF_UP)).isEqualTo(percent);
  }

  private static double reductionPercent(Hip hip) {
    List<ImageReading> images = agreed(hip);
    double before = images.get(0).findings().lesionPercent().orElseThrow();
    double after = images.get(images.size() - 1).findings().lesionPercent().orElseThrow();
    return 100 * (before - after) / before;
  }
}
