package io.github.avnfh.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.HazardCurve.HazardEstimate;
import io.github.avnfh.survival.SurvivalCurve.QuantileEstimate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HazardTest {

  private static HazardCurve curve(GoldenRow row) {
    FollowUp followUp =
        row.get("set").equals("eyes") ? Samples.eyes().build() : Samples.named(row.get("set"));
    NelsonAalen plain = NelsonAalen.withDefaults().withoutExactLimits();
    NelsonAalen asked = row.get("ctype").equals("1") ? plain : plain.correctedForTies();
    return asked.estimate(followUp).stream()
        .filter(curve -> curve.group().equals(row.get("group")))
        .findFirst()
        .orElseThrow();
  }

  /** R's {@code survfit(stype = 2)}; {@code golden_hazard.R} made the file. */
  @Test
  void isThatOfR() {
    for (GoldenRow row : GoldenFile.read("golden_hazard.csv", 155)) {
      HazardEstimate at = curve(row).at(Double.parseDouble(row.get("time"))).orElseThrow();
      assertSame(at.hazard(), row.get("hazard"));
      assertSame(at.standardError().getAsDouble(), row.get("std_error"));
      assertSame(at.survival(), row.get("survival"));
      assertSame(at.survivalStandardError().getAsDouble(), row.get("survival_std_error"));
    }
  }

  private static void assertSame(double actual, String expected) {
    double value = Double.parseDouble(expected);
    // R and this library sum in different orders
    assertThat(actual).isCloseTo(value, within(1e-12 * Math.abs(value)));
  }

  /** By hand: 1/6, then 2/4 or 1/4 + 1/3, then 1. */
  @Test
  void agreesWithSixHipsWorkedByHand() {
    FollowUp hips = Samples.ungrouped(new int[] {9, 1, 1, 6, 6, 8}, 2, 5);
    assertThat(NelsonAalen.withDefaults().estimate(hips).get(0).steps())
        .extracting(HazardEstimate::hazard)
        .containsExactly(1.0 / 6, 1.0 / 6 + 2.0 / 4, 1.0 / 6 + 2.0 / 4, 1.0 / 6 + 2.0 / 4 + 1);
    HazardCurve corrected =
        NelsonAalen.withDefaults().correctedForTies().estimate(hips.counts()).get(0);
    assertThat(corrected.at(6).orElseThrow().hazard())
        .isCloseTo(1.0 / 6 + 1.0 / 4 + 1.0 / 3, within(1e-15));
    assertThat(corrected.at(0).orElseThrow().hazard()).isZero();
    assertThat(corrected.at(9.5)).isEmpty();
    assertThat(corrected).hasToString("HazardCurve{all, 6 rows, 4 times}");
    assertThat(NelsonAalen.withDefaults())
        .hasToString("NelsonAalen{ties as they are, log, level 0.95}");
    assertThat(NelsonAalen.withDefaults().correctedForTies())
        .hasToString("NelsonAalen{corrected for ties, log, level 0.95}");
  }

  @Test
  void hasNoErrorWithoutEventsOrWithOnePatient() {
    HazardCurve quiet = NelsonAalen.withDefaults().estimate(Samples.series()).get(0);
    assertThat(quiet.at(100).orElseThrow().standardError()).isEmpty();
    assertThat(quiet.at(100).orElseThrow().survivalStandardError()).isEmpty();
    assertThat(quiet.at(100).orElseThrow().survival()).isEqualTo(1);
    FollowUp onePatient = FollowUp.ofDays(new int[] {1, 2}, new boolean[] {true, true})
        .clusters(new int[] {7, 7})
        .build();
    HazardEstimate end =
        NelsonAalen.withDefaults().estimate(onePatient).get(0).at(2).orElseThrow();
    assertThat(end.standardError()).isEmpty();
    assertThat(end.naiveStandardError()).isPresent();
  }

  @Test
  void correctsWholeNumbersForTiesOnly() {
    FollowUp weighted = FollowUp.ofDays(new int[] {1, 2}, new boolean[] {true, true})
        .weights(new double[] {1.5, 1})
        .build();
    assertThatThrownBy(() -> NelsonAalen.withDefaults().correctedForTies().estimate(weighted))
        .hasMessage("events of one time [hips] must be a whole number to correct for ties, but"
            + " were 1.5");
  }

  /** R 4.2.2: quantile(survfit(Surv(weeks, 1 - event) ~ 1, conf.type = "log"), 0.5). */
  @Test
  void tellsTheMedianFollowUp() {
    FollowUp leukemia = Samples.leukemia().groups(new int[23], List.of("all")).build();
    QuantileEstimate median = KaplanMeier.withDefaults()
        .with(IntervalType.LOG)
        .estimate(leukemia.reversed())
        .curve("all")
        .median();
    assertThat(median.time()).hasValue(161);
    assertThat(median.lower()).hasValue(45);
    assertThat(median.upper()).isEmpty();
    assertThat(leukemia.reversed().events()).isEqualTo(23 - leukemia.events());
  }

  /** R 4.2.2: survfit(start.time = 12), which still counts the event in week 12. */
  @Test
  void tellsTheSurvivalOfThoseWhoCameSoFar() {
    FollowUp leukemia = Samples.leukemia().groups(new int[23], List.of("all")).build();
    SurvivalEstimate at24 = KaplanMeier.withDefaults()
        .estimate(leukemia.after(11))
        .curve("all")
        .at(24)
        .estimate()
        .orElseThrow();
    assertThat(at24.survival()).isCloseTo(0.6984126984, within(5e-11));
    assertThat(at24.standardError().getAsDouble()).isCloseTo(0.1135322719, within(5e-11));
  }

  @Test
  void conditionalSurvivalIsAQuotient() {
    for (FollowUp whole : List.of(Samples.eyes().build(), Samples.named("gehan"))) {
      for (double start : new double[] {0, 5, 10.5, 13}) {
        KaplanMeierEstimate estimate = KaplanMeier.withDefaults().estimate(whole);
        for (SurvivalCurve curve :
            KaplanMeier.withDefaults().estimate(whole.after(start)).curves()) {
          SurvivalCurve all = estimate.curve(curve.group());
          double quotient = survival(all, 20) / survival(all, start);
          assertThat(survival(curve, 20)).isCloseTo(quotient, within(1e-14));
        }
      }
    }
  }

  private static double survival(SurvivalCurve curve, double time) {
    return curve.at(time).estimate().orElseThrow().survival();
  }

  @Test
  void losesGroupsOfWhichNoHipIsLeft() {
    FollowUp hips = FollowUp.ofTimes(new double[] {0.1 + 0.2, 1}, new boolean[] {true, true})
        .groups(List.of("A", "B"))
        .clusters(List.of("P1", "P2"))
        .build();
    FollowUp left = hips.after(0.3);
    assertThat(left.groups()).containsExactly("B");
    assertThat(left.clusters()).hasValue(1);
    assertThat(left.entry(0)).hasValue(0.1 + 0.2);
    assertThatThrownBy(() -> hips.after(1))
        .hasMessage("follow-up [rows] must be at least 1 after the time, but were 0 after 1.0");
    assertThatThrownBy(() -> hips.after(-1))
        .hasMessage("time [unit of the times] must be finite and 0.0 or more, but was -1.0");
  }
}
