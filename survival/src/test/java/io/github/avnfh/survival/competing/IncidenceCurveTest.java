package io.github.avnfh.survival.competing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.EventStatus;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.IntervalType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncidenceCurveTest {
  private static IncidenceCurve curve(CompetingFollowUp hips) {
    return CumulativeIncidence.withDefaults().estimate(hips).get(0);
  }

  /** One hip with another event on day 2, three censored, the last of them seen from 3.5 on. */
  private static IncidenceCurve lateEntry() {
    return curve(CompetingFollowUp.of(
        List.of(
            EventStatus.COMPETING,
            EventStatus.CENSORED,
            EventStatus.CENSORED,
            EventStatus.CENSORED),
        ended -> FollowUp.ofTimes(new double[] {2, 3, 4, 6}, ended)
            .entry(new double[] {0, 0, 0, 3.5})
            .build()));
  }

  /** One hip at risk, and two thirds free of any event, is the fewest after day 3. */
  @ParameterizedTest
  @CsvSource({"2, 3", "3, 3", "4, 1.5", "6, 1.5"})
  void withoutTheEventTheUpperLimitRestsOnThoseKnown(double day, double known) {
    Incidence none = lateEntry().at(day).orElseThrow().event();
    assertThat(none.upper()).isCloseTo(1 - Math.pow(0.025, 1.0 / known), within(1e-15));
  }

  /** A hip is at risk after its entry, and on its last day still. */
  @ParameterizedTest
  @CsvSource({"0, 3", "2, 3", "2.5, 2", "3.5, 1", "3.75, 2", "4, 2", "6, 1"})
  void countsThoseAtRiskAtAnyTime(double time, double atRisk) {
    assertThat(lateEntry().at(time).orElseThrow().atRisk()).isEqualTo(atRisk);
  }

  /** By hand: 1 of 4, a binomial error; of two patients one moves the share by 1/8, one by -1/8. */
  @Test
  void knowsTheErrorsAtTheFirstTime() {
    CompetingFollowUp hips = CompetingFollowUp.of(
        List.of(
            EventStatus.EVENT, EventStatus.CENSORED, EventStatus.CENSORED, EventStatus.CENSORED),
        ended -> FollowUp.ofDays(new int[] {1, 2, 2, 2}, ended)
            .clusters(List.of("A", "A", "B", "B"))
            .build());
    Incidence first = curve(hips).steps().get(0).event();
    assertThat(first.naiveStandardError().getAsDouble()).isCloseTo(Math.sqrt(3) / 8, within(1e-15));
    assertThat(first.standardError().getAsDouble()).isCloseTo(Math.sqrt(2) / 8, within(1e-15));
  }

  private static IncidenceCurve endingAt(double time) {
    return curve(CompetingFollowUp.of(
        List.of(EventStatus.EVENT, EventStatus.CENSORED),
        ended -> FollowUp.ofTimes(new double[] {time / 2, time}, ended).build()));
  }

  /** 2^-26, and above 1 that share of the time, as for survival. */
  @Test
  void takesATimeForTheSameUpToTheTolerance() {
    double tolerance = 0x1.0p-26;
    assertThat(endingAt(1 - tolerance).at(1).orElseThrow().atRisk()).isEqualTo(1);
    assertThat(endingAt(Math.nextDown(1 - tolerance)).at(1)).isEmpty();
    assertThat(endingAt(1000 - 1e-5).at(1000)).isPresent();
    assertThat(endingAt(1000 - 2e-5).at(1000)).isEmpty();
    assertThat(endingAt(0.6).at(0.1 + 0.2).orElseThrow().atRisk()).isEqualTo(2);
  }

  @Test
  void acceptsTheLastTimeThereIs() {
    assertThat(endingAt(1).at(Double.MAX_VALUE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NaN})
  void refusesWhatIsNoTime(double time) {
    IncidenceCurve curve = endingAt(1);
    assertThatThrownBy(() -> curve.at(time))
        .hasMessage("time [unit of the times] must be finite and 0.0 or more, but was " + time);
  }

  @Test
  void printsItsScaleAndItsLevel() {
    assertThat(CumulativeIncidence.withDefaults().with(IntervalType.LOG).withLevel(0.9))
        .hasToString("CumulativeIncidence{log, level 0.9}");
  }
}
