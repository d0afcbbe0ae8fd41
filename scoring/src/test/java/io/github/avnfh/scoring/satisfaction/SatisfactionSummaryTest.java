package io.github.avnfh.scoring.satisfaction;

import static io.github.avnfh.core.Satisfaction.DISSATISFIED;
import static io.github.avnfh.core.Satisfaction.NEUTRAL;
import static io.github.avnfh.core.Satisfaction.SATISFIED;
import static io.github.avnfh.core.Satisfaction.VERY_DISSATISFIED;
import static io.github.avnfh.core.Satisfaction.VERY_SATISFIED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Satisfaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SatisfactionSummaryTest {

  /** The 46 patients of the study: 28, 12, 4, 2 and none. */
  private static SatisfactionSummary study() {
    List<Satisfaction> answers = new ArrayList<>(Collections.nCopies(28, VERY_SATISFIED));
    answers.addAll(Collections.nCopies(12, SATISFIED));
    answers.addAll(Collections.nCopies(4, NEUTRAL));
    answers.addAll(Collections.nCopies(2, DISSATISFIED));
    return SatisfactionSummary.of(answers);
  }

  @ParameterizedTest
  @CsvSource({
    "VERY_SATISFIED, 28, 60.870",
    "SATISFIED, 12, 26.087",
    "NEUTRAL, 4, 8.696",
    "DISSATISFIED, 2, 4.348",
    "VERY_DISSATISFIED, 0, 0.000"
  })
  void countsPatientsByLevel(Satisfaction level, int patients, String percent) {
    assertThat(study().proportion(level).count()).isEqualTo(patients);
    assertThat(study().proportion(level).percent(3)).hasToString(percent);
  }

  @Test
  void doesNotCountTheNeutralAsSatisfied() {
    assertThat(study().patients()).isEqualTo(46);
    assertThat(study().satisfied().count()).isEqualTo(40);
    assertThat(study().satisfied().percent(2)).hasToString("86.96");
    assertThat(study().dissatisfied().count()).isEqualTo(2);
  }

  @Test
  void printsEveryLevelEvenWithoutAnswers() {
    assertThat(study().table().rows()).hasSize(5);
    assertThat(study().table().csv()).contains("very dissatisfied,0,46");
    assertThat(SatisfactionSummary.of(List.of()).satisfied().total()).isZero();
    assertThat(SatisfactionSummary.of(List.of(VERY_DISSATISFIED)).dissatisfied().count())
        .isEqualTo(1);
  }
}
