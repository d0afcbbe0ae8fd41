package io.github.avnfh.survival.competing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.EventStatus;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.IntervalType;
import io.github.avnfh.survival.compare.Contrast;
import io.github.avnfh.survival.compare.ContrastMethod;
import java.util.List;
import java.util.stream.IntStream;
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

  private static CompetingFollowUpBuilder twoGroups(int... second) {
    int[] days = IntStream.concat(IntStream.rangeClosed(1, 20), IntStream.of(second))
        .map(day -> 10 * day)
        .toArray();
    int[] causes =
        IntStream.range(0, days.length).map(row -> row % 20 % 5 == 4 ? 2 : 1).toArray();
    int[] groups = IntStream.range(0, days.length).map(row -> row / 20).toArray();
    return CompetingFollowUp.ofDays(days, causes, List.of("replaced", "died"))
        .groups(groups, List.of("I", "II"));
  }

  private static List<IncidenceCurve> curves(CompetingFollowUpBuilder hips, double level) {
    return CumulativeIncidence.withDefaults().withLevel(level).estimate(hips.build());
  }

  private static Contrast difference(List<IncidenceCurve> curves, double proportion) {
    return IncidenceContrast.between(curves, "II", "I").quantile(proportion).orElseThrow();
  }

  private static int[] later(int days) {
    return IntStream.rangeClosed(1 + days, 20 + days).toArray();
  }

  /** Of independent groups the squares of the distances add up; by hand from both quantiles. */
  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.4, 0.5})
  void differencesOfQuantilesCombineTheirLimits(double proportion) {
    List<IncidenceCurve> curves = curves(twoGroups(later(7)), 0.95);
    IncidenceCurve.Quantile one = curves.get(0).quantile(proportion);
    IncidenceCurve.Quantile other = curves.get(1).quantile(proportion);
    Contrast difference = difference(curves, proportion);
    assertThat(difference.estimate()).isEqualTo(70);
    assertThat(difference.method()).isEqualTo(ContrastMethod.MOVER);
    double down = other.time().orElseThrow() - other.lower().orElseThrow();
    double up = one.upper().orElseThrow() - one.time().orElseThrow();
    assertThat(difference.lower().orElseThrow()).isCloseTo(70 - Math.hypot(down, up), within(1e-9));
    // the p value is the level at which the interval reaches 0
    double p = difference.chiSquare().orElseThrow().pValue();
    assertThat(lower(1 - p * 1.001, proportion)).isPositive();
    assertThat(lower(1 - p * 0.999, proportion)).isNotPositive();
  }

  private static double lower(double level, double proportion) {
    return difference(curves(twoGroups(later(7)), level), proportion).lower().orElse(-1);
  }

  /**
   * Hips of both groups that share a patient and a fate differ by the gap of the distances only.
   */
  @Test
  void differencesOfQuantilesKnowOfSharedPatients() {
    int[] patients = IntStream.range(0, 40).map(row -> row % 20).toArray();
    List<IncidenceCurve> shared = curves(twoGroups(later(0)).clusters(patients), 0.95);
    IncidenceCurve.Quantile one = shared.get(0).quantile(0.4);
    double down = one.time().orElseThrow() - one.lower().orElseThrow();
    double up = one.upper().orElseThrow() - one.time().orElseThrow();
    Contrast same = difference(shared, 0.4);
    assertThat(same.estimate()).isZero();
    assertThat(same.lower().orElseThrow()).isCloseTo(-Math.abs(up - down), within(1e-4));
    assertThat(same.upper().orElseThrow()).isCloseTo(Math.abs(up - down), within(1e-4));
    assertThat(same.chiSquare().orElseThrow().pValue()).isEqualTo(1);
    Contrast alone = difference(curves(twoGroups(later(0)), 0.95), 0.4);
    assertThat(alone.upper().orElseThrow()).isGreaterThan(Math.abs(up - down) + 1);
  }

  @Test
  void differencesOfQuantilesThatWereNotReachedAreNotEstimable() {
    List<IncidenceCurve> curves = curves(twoGroups(later(3)), 0.95);
    IncidenceContrast contrast = IncidenceContrast.between(curves, "II", "I");
    assertThat(contrast.quantile(0.8)).isPresent();
    assertThat(contrast.quantile(0.81)).isEmpty();
    // the lower limit of the incidence never reaches what only the last hips do
    assertThat(curves.get(0).quantile(0.8).upper()).isEmpty();
    assertThat(contrast.quantile(0.8).orElseThrow().upper()).isEmpty();
    assertThat(contrast.quantile(0.8).orElseThrow().lower()).isEmpty();
    assertThat(contrast.quantile(0.8).orElseThrow().chiSquare()).isEmpty();
    // one patient alone has no error
    List<IncidenceCurve> one = curves(twoGroups(later(3)).clusters(new int[40]), 0.95);
    assertThat(difference(one, 0.4).lower()).isEmpty();
    assertThat(difference(one, 0.4).upper()).isEmpty();
    assertThatThrownBy(() -> contrast.quantile(0))
        .hasMessage("proportion must lie above 0.0 and below 1.0, but was 0.0");
  }

  @Test
  void printsItsScaleAndItsLevel() {
    assertThat(CumulativeIncidence.withDefaults().with(IntervalType.LOG).withLevel(0.9))
        .hasToString("CumulativeIncidence{log, level 0.9}");
  }
}
