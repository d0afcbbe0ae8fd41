package io.github.avnfh.scoring.change;

import static io.github.avnfh.core.Instruments.HARRIS_HIP_SCORE;
import static io.github.avnfh.core.Instruments.PAIN_VAS_CM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.evidence.Boundary;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.evidence.Threshold;
import io.github.avnfh.core.table.Count;
import io.github.avnfh.scoring.proportion.ClusteredOutcomes;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairingTest {
  private static final Timepoint BASELINE = Timepoint.baseline();
  private static final Timepoint YEAR = Timepoint.ofMonths(12);

  /** Gains of 30, 20 and 20.5; one hip replaced, one without a second score. */
  private static final List<Hip> FIVE = List.of(
      Hips.hip("P1", HARRIS_HIP_SCORE, 50, 60, 80),
      Hips.hip("P2", HARRIS_HIP_SCORE, 50, 60, 70),
      Hips.hip("P3", HARRIS_HIP_SCORE, 50, 60, 70.5),
      Hips.replaced("P4", 300, HARRIS_HIP_SCORE, 50, 55, 95),
      Hips.hip("P5", HARRIS_HIP_SCORE, 50));

  private static PairedScores pair(ArthroplastyPolicy policy) {
    return Pairing.of(HARRIS_HIP_SCORE, BASELINE, YEAR, policy).pair(FIVE);
  }

  @Test
  void pairsEachHipWithItselfAndCountsTheOthersByReason() {
    PairedScores paired = pair(ArthroplastyPolicy.EXCLUDE_AFTER);
    assertThat(paired.improvements()).containsExactly(30, 20, 20.5);
    assertThat(paired.hips()).isEqualTo(5);
    assertThat(paired.count(ScoreStatus.TAKEN)).isEqualTo(3);
    assertThat(paired.count(ScoreStatus.EXCLUDED)).isEqualTo(1);
    assertThat(paired.count(ScoreStatus.MISSING)).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}: {1} of {2} gain more than 20 points, {3} %")
  @CsvSource({
    "INCLUDE, 3, 4, 75.0",
    "EXCLUDE_AFTER, 2, 3, 66.7",
    "CARRY_LAST_BEFORE, 2, 4, 50.0",
    "COUNT_AS_FAILURE, 2, 4, 50.0"
  })
  void countsRespondersUnderEachPolicy(
      ArthroplastyPolicy policy, int responders, int judged, BigDecimal percent) {
    Responders counted = pair(policy).responders(StudyRules.MORE_THAN_20_POINTS);
    assertThat(counted.responders()).isEqualTo(responders);
    assertThat(counted.judged()).isEqualTo(judged);
    assertThat(counted.notJudged()).isEqualTo(5 - judged);
    assertThat(counted.count().percent(1)).isEqualTo(percent);
    assertThat(counted.pairing().policy()).isEqualTo(policy);
  }

  @ParameterizedTest(name = "a gain from 50 to {0} responds: {1}")
  @CsvSource({"70, false", "70.00000000000001, true", "69.99999999999999, false", "71, true"})
  void doesNotCountExactly20PointsAsMoreThan20(double after, boolean responds) {
    List<Hip> hip = List.of(Hips.hip("P1", HARRIS_HIP_SCORE, 50, 60, after));
    Responders counted = Pairing.of(HARRIS_HIP_SCORE, BASELINE, YEAR, ArthroplastyPolicy.INCLUDE)
        .pair(hip)
        .responders(StudyRules.MORE_THAN_20_POINTS);
    assertThat(counted.responders()).isEqualTo(responds ? 1 : 0);
  }

  @Test
  void countsTheThresholdItselfWhereTheRuleIsInclusive() {
    Responders counted =
        pair(ArthroplastyPolicy.EXCLUDE_AFTER).responders(gainOf(20, Boundary.INCLUSIVE));
    assertThat(counted.responders()).isEqualTo(3);
  }

  private static Threshold gainOf(double points, Boundary cut) {
    return Threshold.builder()
        .rule(Rule.of("TEST", "1.0", "made up", Citation.of("Nobody", "Nothing", "Nowhere")))
        .instrument(HARRIS_HIP_SCORE)
        .population("nobody")
        .kind(Threshold.Kind.STUDY)
        .measure(Threshold.Measure.IMPROVEMENT)
        .value(points)
        .cut(cut)
        .build();
  }

  @Test
  void judgesPercentOnlyWhereTheBaselineIsNotZero() {
    Threshold half = Threshold.builder()
        .rule(Rule.of("TEST", "1.0", "made up", Citation.of("Nobody", "Nothing", "Nowhere")))
        .instrument(PAIN_VAS_CM)
        .population("nobody")
        .kind(Threshold.Kind.SCB)
        .measure(Threshold.Measure.PERCENT_IMPROVEMENT)
        .value(50)
        .cut(Boundary.INCLUSIVE)
        .build();
    List<Hip> hips = List.of(
        Hips.hip("P1", PAIN_VAS_CM, 8, 6, 4),
        Hips.hip("P2", PAIN_VAS_CM, 8, 6, 4.5),
        Hips.hip("P3", PAIN_VAS_CM, 0, 0, 0));
    Responders counted = Pairing.of(PAIN_VAS_CM, BASELINE, YEAR, ArthroplastyPolicy.INCLUDE)
        .pair(hips)
        .responders(half);
    assertThat(counted.responders()).isEqualTo(1);
    assertThat(counted.judged()).isEqualTo(2);
    assertThat(counted.notJudged()).isEqualTo(1);
  }

  @ParameterizedTest(name = "pain of {0} cm is acceptable: {1}")
  @CsvSource({"3.5, true", "3.5000000000000004, false", "3.4999999999999996, true"})
  void judgesAnThresholdByTheLaterScoreAlone(double after, boolean acceptable) {
    Threshold state = Threshold.builder()
        .rule(Rule.of("TEST", "1.0", "made up", Citation.of("Nobody", "Nothing", "Nowhere")))
        .instrument(PAIN_VAS_CM)
        .population("nobody")
        .kind(Threshold.Kind.PASS)
        .measure(Threshold.Measure.LATER_SCORE)
        .value(3.5)
        .cut(Boundary.INCLUSIVE)
        .build();
    List<Hip> hip = List.of(Hips.hip("P1", PAIN_VAS_CM, 1, 6, after));
    Responders counted = Pairing.of(PAIN_VAS_CM, BASELINE, YEAR, ArthroplastyPolicy.INCLUDE)
        .pair(hip)
        .responders(state);
    assertThat(counted.responders()).isEqualTo(acceptable ? 1 : 0);
  }

  @Test
  void printsThePercentageOfTheStudyFromItsCounts() {
    Responders counted = ImmutableResponders.builder()
        .pairing(Pairing.of(HARRIS_HIP_SCORE, BASELINE, YEAR, ArthroplastyPolicy.INCLUDE))
        .threshold(StudyRules.MORE_THAN_20_POINTS)
        .outcomes(ClusteredOutcomes.of(
            IntStream.range(0, 58).mapToObj(hip -> hip < 48).toList(), Collections.nCopies(58, 1)))
        .notJudged(0)
        .build();
    assertThat(counted.count().percent(0)).isEqualTo("83");
    assertThat(counted.count().percent(2)).isEqualTo("82.76");
  }

  @Test
  void explainsWhoRespondsByWhichRule() {
    assertThat(pair(ArthroplastyPolicy.EXCLUDE_AFTER)
            .responders(StudyRules.MORE_THAN_20_POINTS)
            .explanation()
            .text())
        .isEqualTo("""
            2 of 3 hips respond
              HHS-GAIN-OVER-20: hhs from BL to M12, after an arthroplasty exclude_after, study\
             threshold: improvement > 20.0 points (avascular necrosis of the femoral head,\
             Steinberg I to III, cell injections) (Manuscript, Al-Iraqi Hospital, Najaf, 2022-2024)
              lacks: 2 hips could not be judged
            """);
  }

  @Test
  void takesADetectableChangeForNoResponse() {
    Threshold detectable = Threshold.builder()
        .rule(Rule.of("TEST", "1.0", "made up", Citation.of("Nobody", "Nothing", "Nowhere")))
        .instrument(HARRIS_HIP_SCORE)
        .population("nobody")
        .kind(Threshold.Kind.MDC)
        .measure(Threshold.Measure.CHANGE_EITHER_WAY)
        .value(7)
        .cut(Boundary.STRICT)
        .build();
    assertThatThrownBy(() -> pair(ArthroplastyPolicy.INCLUDE).responders(detectable))
        .hasMessage("kind of a threshold for responders [word] must be one of MCID, MCII, SCB,"
            + " PASS, study, but was MDC");
  }

  @Test
  void countsNoRespondersOutOfNoHips() {
    Responders counted = Pairing.of(HARRIS_HIP_SCORE, BASELINE, YEAR, ArthroplastyPolicy.INCLUDE)
        .pair(List.of())
        .responders(StudyRules.MORE_THAN_20_POINTS);
    assertThat(counted.count()).isEqualTo(Count.of(0, 0));
  }

  @Test
  void refusesARuleOfAnotherInstrumentAndMomentsInTheWrongOrder() {
    PairedScores pain =
        Pairing.of(PAIN_VAS_CM, BASELINE, YEAR, ArthroplastyPolicy.INCLUDE).pair(FIVE);
    assertThatThrownBy(() -> pain.responders(StudyRules.MORE_THAN_20_POINTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("instrument of a threshold [code] must be vas, but was hhs");
    assertThatThrownBy(() -> Pairing.of(PAIN_VAS_CM, YEAR, BASELINE, ArthroplastyPolicy.INCLUDE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timepoints of a pairing [months] must lie in order, but were M12 and BL");
    assertThatThrownBy(() -> Pairing.of(PAIN_VAS_CM, YEAR, YEAR, ArthroplastyPolicy.INCLUDE))
        .hasMessage("timepoints of a pairing [months] must lie in order, but were M12 and M12");
  }

  @Property
  void makesNoResponderUnderAThresholdThatIsNoneUnderASmaller(
      @ForAll @Size(max = 20) List<@DoubleRange(max = 100) Double> after,
      @ForAll @DoubleRange(min = -50, max = 50) double threshold,
      @ForAll @DoubleRange(max = 50) double less,
      @ForAll Boundary cut) {
    List<Hip> hips = after.stream()
        .map(points -> Hips.hip("P1", HARRIS_HIP_SCORE, 50, 50, points))
        .toList();
    PairedScores paired =
        Pairing.of(HARRIS_HIP_SCORE, BASELINE, YEAR, ArthroplastyPolicy.INCLUDE).pair(hips);
    assertThat(paired.responders(gainOf(threshold - less, cut)).responders())
        .isGreaterThanOrEqualTo(paired.responders(gainOf(threshold, cut)).responders());
  }
}
