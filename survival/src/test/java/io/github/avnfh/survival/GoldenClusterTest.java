package io.github.avnfh.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.SurvivalCurve.Step;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Robust standard errors against R's {@code survfit(cluster = )}; {@code golden.R} made the file.
 */
class GoldenClusterTest {

  private static FollowUp eyes(GoldenRow row) {
    FollowUpBuilder eyes = Samples.eyes();
    if (row.get("group").equals("all")) {
      eyes.groups(new int[60], java.util.List.of("all"));
    }
    return row.get("variant").equals("weighted")
        ? eyes.weights(
                IntStream.rangeClosed(1, 60).mapToDouble(i -> 1 + i % 3 / 2.0).toArray())
            .build()
        : eyes.build();
  }

  @Test
  void robustAndNaiveErrorsAreThoseOfR() {
    for (GoldenRow row : GoldenFile.read("golden_cluster.csv", 214)) {
      SurvivalCurve curve = Samples.asInR().estimate(eyes(row)).curve(row.get("group"));
      Step step = curve.steps().stream()
          .filter(candidate -> candidate.time() == Double.parseDouble(row.get("time")))
          .findFirst()
          .orElseThrow();
      GoldenCurveTest.assertSame(step.atRisk(), row.get("at_risk"));
      GoldenCurveTest.assertSame(step.survival(), row.get("survival"));
      GoldenCurveTest.assertSame(step.standardError(), row.get("std_error"));
      GoldenCurveTest.assertSame(step.naiveStandardError(), row.get("naive_std_error"));
      if (row.hasNumber("lower")) {
        GoldenCurveTest.assertSame(step.lower(), row.get("lower"));
        GoldenCurveTest.assertSame(step.upper(), row.get("upper"));
      }
    }
  }

  /** R 4.2.2, survival 3.8.11, clusters 1 to 11 twice and 12, in the order of the file. */
  @Test
  void clustersInAFixedSetGiveTheKnownErrors() {
    int[] clusters = IntStream.range(0, 23).map(row -> row < 22 ? row % 11 : 11).toArray();
    FollowUp leukemia = Samples.leukemia()
        .groups(new int[23], java.util.List.of("all"))
        .clusters(clusters)
        .build();
    SurvivalCurve curve = Samples.asInR().estimate(leukemia).curve("all");
    SurvivalEstimate at23 = curve.at(23).estimate().orElseThrow();
    assertThat(at23.standardError().getAsDouble()).isCloseTo(0.13698709834, within(1e-11));
    assertThat(at23.naiveStandardError().getAsDouble()).isCloseTo(0.10725064174, within(1e-11));
    assertThat(curve.at(27).estimate().orElseThrow().standardError().getAsDouble())
        .isCloseTo(0.12961156176, within(1e-11));
  }

  /** R 4.2.2, survival 3.8.11: weights 0.5, 1.5, 2 in turn, each row its own cluster. */
  @Test
  void fractionalWeightsGiveTheKnownErrors() {
    FollowUp leukemia = Samples.leukemia()
        .groups(new int[23], java.util.List.of("all"))
        .weights(IntStream.range(0, 23)
            .mapToDouble(row -> new double[] {0.5, 1.5, 2}[row % 3])
            .toArray())
        .clusters(IntStream.range(0, 23).toArray())
        .build();
    SurvivalCurve curve = Samples.asInR().estimate(leukemia).curve("all");
    SurvivalEstimate at5 = curve.at(5).estimate().orElseThrow();
    assertThat(at5.survival()).isCloseTo(0.9166666667, within(1e-10));
    assertThat(at5.standardError().getAsDouble()).isCloseTo(0.06561673228, within(1e-11));
    assertThat(at5.naiveStandardError().getAsDouble()).isCloseTo(0.05046083923, within(1e-11));
    SurvivalEstimate at48 = curve.at(48).estimate().orElseThrow();
    assertThat(at48.standardError().getAsDouble()).isCloseTo(0.10257708504, within(1e-11));
    assertThat(at48.naiveStandardError().getAsDouble()).isCloseTo(0.08429467445, within(1e-11));
  }

  /** The sum over both hips of each patient, worked by hand: 1/4 of the hips fails at each time. */
  @Test
  void aPatientWhoseHipsFailTogetherCountsOnce() {
    FollowUp hips = FollowUp.ofDays(
            new int[] {10, 10, 20, 20}, new boolean[] {true, true, false, false})
        .clusters(new int[] {1, 1, 2, 2})
        .build();
    SurvivalEstimate at10 =
        Samples.asInR().estimate(hips).curve("all").at(10).estimate().orElseThrow();
    assertThat(at10.standardError().getAsDouble())
        .isCloseTo(Math.sqrt(0.5 * 0.5 / 2), within(1e-15));
    assertThat(at10.naiveStandardError().getAsDouble())
        .isCloseTo(Math.sqrt(0.5 * 0.5 / 4), within(1e-15));
  }

  @Test
  void onePatientAloneSaysNothingAboutTheError() {
    FollowUp hips = FollowUp.ofDays(new int[] {10, 20}, new boolean[] {true, false})
        .clusters(java.util.List.of("P01", "P01"))
        .build();
    SurvivalCurve curve = Samples.asInR().estimate(hips).curve("all");
    SurvivalEstimate at10 = curve.at(10).estimate().orElseThrow();
    assertThat(at10.standardError()).isEmpty();
    assertThat(at10.naiveStandardError()).isPresent();
    assertThat(at10.lower()).isEqualTo(0);
    assertThat(at10.upper()).isEqualTo(1);
    assertThat(at10.limits()).isEqualTo(LimitMethod.NOT_ESTIMABLE);
    assertThat(curve.restrictedMean(20).standardError()).isEmpty();
    assertThat(curve.median().lower()).isEmpty();
  }
}
