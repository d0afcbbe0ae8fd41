package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.examples.synthetic.BundledCohort;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTableTest {
  private static final double Z = 1.959963984540054;
  private static final Cohort BUNDLED = BundledCohort.read();

  private static List<Double> numbers(String stages, int from) {
    Section part = StudyReport.part(BUNDLED, Analysis.study(), ReportPart.SURVIVAL);
    return GivenCohort.row(part, "survival_differences", stages).subList(from, from + 3).stream()
        .map(Double::valueOf)
        .toList();
  }

  /** A limit of Wilson's for a proportion of n, on the side of the sign. */
  private static double wilson(double p, int n, int sign) {
    double center = p + Z * Z / (2 * n);
    double reach = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4.0 * n * n));
    return (center + sign * reach) / (1 + Z * Z / n);
  }

  /**
   * No hip was censored before, so that the naive limits are Newcombe's of two proportions: 14 of
   * 14 hips less 9 of 15.
   */
  @Test
  void combinesTheLimitsOfBothStages() {
    List<Double> naive = numbers("I less III", 4);
    double down = Math.hypot(1 - wilson(1, 14, -1), wilson(0.6, 15, 1) - 0.6);
    double up = 0.6 - wilson(0.6, 15, -1);
    assertThat(naive.get(0)).isCloseTo(0.4, within(1e-12));
    assertThat(naive.get(1)).isCloseTo(0.4 - down, within(1e-9));
    assertThat(naive.get(2)).isCloseTo(0.4 + up, within(1e-9));
  }

  /** The limits by patient are wider; without an event in either stage there are limits too. */
  @Test
  void allowsForTwoHipsOfAPatient() {
    for (String stages : List.of("I less II", "I less III", "II less III")) {
      List<Double> byPatient = numbers(stages, 0);
      List<Double> naive = numbers(stages, 4);
      assertThat(byPatient.get(0)).isEqualTo(naive.get(0));
      assertThat(byPatient.get(1)).isLessThan(naive.get(1));
      assertThat(byPatient.get(2)).isGreaterThan(naive.get(2));
    }
  }

  private static List<String> pairs(Section section) {
    return SixPatients.csv(section, "survival_differences")
        .lines()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(',')))
        .toList();
  }

  @Test
  void comparesEveryStageWithEveryLaterOne() {
    assertThat(pairs(StudyReport.part(BUNDLED, Analysis.study(), ReportPart.SURVIVAL)))
        .containsExactly("I less II", "I less III", "II less III");
    GivenCohort two = new GivenCohort()
        .with("patients.csv", "patient_id,sex,age_years", List.of("P,F,40", "Q,F,40"))
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage,last_seen_day",
            List.of("P,L,alcohol,I,800", "Q,L,alcohol,II,800"));
    assertThat(pairs(two.part(ReportPart.SURVIVAL))).containsExactly("I less II");
  }
}
