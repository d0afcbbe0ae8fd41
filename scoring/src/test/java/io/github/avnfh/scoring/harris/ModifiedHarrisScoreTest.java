package io.github.avnfh.scoring.harris;

import static io.github.avnfh.scoring.harris.ModifiedHarrisScore.Scale.NORMALIZED_100;
import static io.github.avnfh.scoring.harris.ModifiedHarrisScore.Scale.RAW_91;
import static io.github.avnfh.scoring.harris.ModifiedHarrisScore.Scale.TIMES_1_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Score;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.scoring.harris.HarrisAnswer.Limp;
import io.github.avnfh.scoring.harris.HarrisAnswer.Pain;
import io.github.avnfh.scoring.harris.HarrisAnswer.PublicTransport;
import io.github.avnfh.scoring.harris.HarrisAnswer.ShoesAndSocks;
import io.github.avnfh.scoring.harris.HarrisAnswer.Sitting;
import io.github.avnfh.scoring.harris.HarrisAnswer.Stairs;
import io.github.avnfh.scoring.harris.HarrisAnswer.Support;
import io.github.avnfh.scoring.harris.HarrisAnswer.WalkingDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModifiedHarrisScoreTest {

  @ParameterizedTest
  @CsvSource({"RAW_91, 91", "TIMES_1_1, 100.1", "NORMALIZED_100, 100"})
  void reachesItsOwnMaximumExactly(ModifiedHarrisScore.Scale variant, double maximum) {
    ModifiedHarrisScore score = ModifiedHarrisScore.of(Forms.answered().build(), variant);
    assertThat(score.total()).hasValue(maximum);
    assertThat(variant.maximum()).isEqualTo(maximum);
    assertThat(score.toScore()).contains(Score.of(variant.instrument(), maximum));
  }

  @ParameterizedTest
  @EnumSource
  void isExactlyZeroForTheWorstHip(ModifiedHarrisScore.Scale variant) {
    assertThat(ModifiedHarrisScore.of(Forms.worst(), variant).total()).hasValue(0);
  }

  /** 44 + 11 + 11 + 11 + 4 + 4 + 5 + 1, with railing and a slight limp: 86. */
  @Test
  void scalesASumWorkedByHand() {
    HarrisForm.Builder form = HarrisForm.builder();
    form.pain(Pain.NONE).limp(Limp.SLIGHT).support(Support.NONE);
    form.distance(WalkingDistance.UNLIMITED).stairs(Stairs.WITH_RAILING);
    form.shoesAndSocks(ShoesAndSocks.WITH_EASE).sitting(Sitting.ANY_CHAIR_ONE_HOUR);
    HarrisForm answered = form.transport(PublicTransport.ABLE).build();
    assertThat(ModifiedHarrisScore.of(answered, RAW_91).total()).hasValue(86);
    assertThat(ModifiedHarrisScore.of(answered, TIMES_1_1).total()).hasValue(94.6);
    assertThat(ModifiedHarrisScore.of(answered, NORMALIZED_100).total())
        .hasValue(94.50549450549451);
  }

  @Test
  void hasNoTotalWithoutAllEightAnswers() {
    HarrisForm.Builder form = HarrisForm.builder();
    form.pain(Pain.NONE).limp(Limp.NONE).support(Support.NONE);
    form.distance(WalkingDistance.UNLIMITED).stairs(Stairs.NORMAL);
    form.shoesAndSocks(ShoesAndSocks.WITH_EASE).sitting(Sitting.ANY_CHAIR_ONE_HOUR);
    form.deformity(Forms.none());
    ModifiedHarrisScore score = ModifiedHarrisScore.of(form.build(), RAW_91);
    assertThat(score.total()).isEmpty();
    assertThat(score.toScore()).isEmpty();
    assertThat(score.missing()).containsExactly(HarrisItem.Question.TRANSPORT);
    assertThat(score.explanation().answer()).isEqualTo("no total");
    assertThat(score.explanation().obstacles()).containsExactly("transport");
  }

  /** 91 points times 1.1. */
  @Test
  void explainsItselfByEightItemsAndItsScale() {
    Explanation explanation = ModifiedHarrisScore.of(Forms.perfect(), TIMES_1_1).explanation();
    assertThat(explanation.answer()).isEqualTo("100.1 points");
    assertThat(explanation.obstacles()).isEmpty();
    assertThat(explanation.reasons()).hasSize(9);
    assertThat(explanation.reasons().stream()
            .limit(8)
            .mapToDouble(item -> item.points().orElseThrow())
            .sum())
        .isEqualTo(91);
    assertThat(explanation.reasons().get(8).inputs()).isEqualTo("scale mhhs_times_1_1");
  }

  @Test
  void doesNotMeetTheFullScoreOrAnotherVariant() {
    HarrisForm perfect = Forms.perfect();
    Score full =
        HarrisScore.of(perfect, RangeOfMotionMethod.TOTAL_ARC).toScore().orElseThrow();
    Score normalized = ModifiedHarrisScore.of(perfect, NORMALIZED_100).toScore().orElseThrow();
    assertThatThrownBy(() -> normalized.improvementOver(full))
        .hasMessage("scores must come from one instrument, but were given hhs and"
            + " mhhs_normalized_100");
  }

  @Test
  void refusesPointsBeyondTheScale() {
    assertThatThrownBy(() -> Score.of(TIMES_1_1.instrument(), 100.2))
        .hasMessage("modified Harris Hip Score, mhhs_times_1_1 [points] must lie in 0.0..100.1, but"
            + " was 100.2");
  }

  @Test
  void readsItsCodes() {
    assertThat(ModifiedHarrisScore.Scale.parse("mhhs_raw_91")).isEqualTo(RAW_91);
  }
}
