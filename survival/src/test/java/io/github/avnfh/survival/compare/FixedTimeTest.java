package io.github.avnfh.survival.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.IntervalType;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedTimeTest {
  private static FixedTimeResult test(FixedTime comparison, FollowUp hips) {
    return comparison.test(KaplanMeier.withDefaults().estimate(hips));
  }

  /** Eyes of one patient lie in different groups. */
  @Test
  void threeGroupsThatSharePatientsAreComparedAsInR() {
    ChiSquare usual = test(FixedTime.at(24).with(IntervalType.LOG_LOG), Golden.inThirds())
        .chiSquare()
        .orElseThrow();
    ChiSquare plain = test(FixedTime.at(24).with(IntervalType.PLAIN), Golden.inThirds())
        .chiSquare()
        .orElseThrow();
    Golden.assertSame(usual.statistic(), "fixed time log-log");
    Golden.assertSame(plain.statistic(), "fixed time plain");
    assertThat(usual.degreesOfFreedom()).isEqualTo(2);
  }

  /** On day 6 both of A and none of B had failed; B has an event later, so that its curve falls. */
  @ParameterizedTest
  @EnumSource
  void saysNothingWhereAllOrNoneOfAGroupFailed(IntervalType scale) {
    FollowUp hips = FollowUp.ofDays(
            new int[] {4, 5, 6, 6, 7, 8, 4, 9},
            new boolean[] {true, true, false, false, true, false, true, false})
        .groups(List.of("A", "A", "B", "B", "B", "B", "C", "C"))
        .build();
    assertThat(test(FixedTime.at(6).with(scale), hips.only(List.of("B", "C"))).chiSquare())
        .isEmpty();
    assertThat(test(FixedTime.at(6).with(scale), hips.only(List.of("A", "C"))).chiSquare())
        .isEmpty();
    assertThat(test(FixedTime.at(7).with(scale), hips.only(List.of("B", "C"))).chiSquare())
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.MAX_VALUE})
  void acceptsTheFirstAndTheLastTimeThereIs(double time) {
    FixedTimeResult result = test(FixedTime.at(time).with(IntervalType.LOG_LOG), Golden.inThirds());
    assertThat(result.time()).isEqualTo(time);
    assertThat(result.chiSquare()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NaN})
  void refusesWhatIsNoTime(double time) {
    assertThatThrownBy(() -> FixedTime.at(time))
        .hasMessage("time [unit of the times] must be finite and 0.0 or more, but was " + time);
  }

  @Test
  void printsItsTimeAndItsScale() {
    KaplanMeierEstimate estimate = KaplanMeier.withDefaults().estimate(Golden.inThirds());
    FixedTime onScale = FixedTime.at(24).with(IntervalType.LOG_LOG);
    assertThat(onScale.test(estimate).scale()).contains(IntervalType.LOG_LOG);
    assertThat(onScale.test(estimate).method())
        .isEqualTo("difference on the log-log scale, chi-square");
    assertThat(onScale).hasToString("FixedTime{24.0, log-log}");
    assertThat(FixedTime.at(24).test(estimate).scale()).isEmpty();
    assertThat(FixedTime.at(24)).hasToString("FixedTime{24.0, combined limits}");
  }
}
