package io.github.avnfh.scoring.hoos;

import static io.github.avnfh.scoring.hoos.HoosMissingRule.GUIDE_2013;
import static io.github.avnfh.scoring.hoos.HoosMissingRule.ORIGINAL_2003;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Score;
import io.github.avnfh.scoring.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HoosTest {

  @ParameterizedTest
  @EnumSource
  void runsFromAHundredToZero(HoosSubscale subscale) {
    assertThat(subscale.points(Answers.all(subscale.items(), 0), GUIDE_2013)).hasValue(100);
    assertThat(subscale.points(Answers.all(subscale.items(), 4), GUIDE_2013)).hasValue(0);
    assertThat(subscale.score(Answers.all(subscale.items(), 2), ORIGINAL_2003))
        .contains(Score.of(subscale.instrument(), 50));
  }

  @Test
  void hasFortyItems() {
    assertThat(List.of(HoosSubscale.values()).stream()
            .mapToInt(HoosSubscale::items)
            .sum())
        .isEqualTo(40);
  }

  /** Answers of 1, 2 and 3 have the mean 2 whatever is missing beside them. */
  @ParameterizedTest(name = "{0} needs {1} or {2} answers")
  @CsvSource({
    "SYMPTOMS, 3, 3",
    "PAIN, 5, 8",
    "DAILY_LIVING, 9, 15",
    "SPORT, 2, 2",
    "QUALITY_OF_LIFE, 2, 2"
  })
  void needsAsManyAnswersAsItsRuleSays(HoosSubscale subscale, int in2013, int in2003) {
    for (int answered = 0; answered <= subscale.items(); answered++) {
      List<OptionalInt> answers = new ArrayList<>(Answers.all(subscale.items(), 3));
      for (int i = answered; i < answers.size(); i++) {
        answers.set(i, OptionalInt.empty());
      }
      assertThat(subscale.points(answers, GUIDE_2013).isPresent()).isEqualTo(answered >= in2013);
      assertThat(subscale.points(answers, ORIGINAL_2003).isPresent()).isEqualTo(answered >= in2003);
      subscale
          .points(answers, GUIDE_2013)
          .ifPresent(points -> assertThat(points).isEqualTo(25));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 100", "1, 95.4", "2, 91.2", "3, 87.3", "4, 83.6", "5, 80.0", "6, 76.6", "7, 73.1",
    "8, 69.6", "9, 66.1", "10, 62.3", "11, 58.3", "12, 53.9", "13, 49.2", "14, 44.1", "15, 38.4",
    "16, 32.1", "17, 25.2", "18, 17.6", "19, 9.2", "20, 0"
  })
  void looksTheShortFormUpInItsTable(int sum, double points) {
    List<OptionalInt> answers = new ArrayList<>();
    for (int i = 0, rest = sum; i < 5; i++) {
      answers.add(OptionalInt.of(Math.min(4, rest)));
      rest -= Math.min(4, rest);
    }
    assertThat(HoosPhysicalFunction.HUNDRED_IS_BEST.points(answers)).hasValue(points);
    assertThat(HoosPhysicalFunction.ZERO_IS_BEST.points(answers).orElseThrow() + points)
        .isEqualTo(100);
  }

  @Test
  void givesEachDirectionOfTheShortFormASeparateInstrument() {
    Instrument best = HoosPhysicalFunction.HUNDRED_IS_BEST.instrument();
    Instrument least = HoosPhysicalFunction.ZERO_IS_BEST.instrument();
    assertThat(Score.of(best, 90).improvementOver(Score.of(best, 60))).isEqualTo(30);
    assertThat(Score.of(least, 10).improvementOver(Score.of(least, 40))).isEqualTo(30);
    assertThatThrownBy(() -> Score.of(least, 10).improvementOver(Score.of(best, 60)))
        .hasMessage("scores must come from one instrument, but were given hoos_ps_100_best and"
            + " hoos_ps_0_best");
  }

  @Test
  void allowsNoMissingItemInTheShortForm() {
    assertThat(HoosPhysicalFunction.HUNDRED_IS_BEST.points(Answers.of("0000."))).isEmpty();
  }

  @Test
  void refusesImpossibleAnswersAndTooFewItems() {
    assertThatThrownBy(() -> HoosSubscale.SPORT.points(Answers.of("0051"), GUIDE_2013))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("HOOS subscale hoos_sport [points of an item] must lie in 0..4, but was 5");
    assertThatThrownBy(() -> HoosSubscale.SPORT.points(Answers.of("000"), GUIDE_2013))
        .hasMessage(
            "HOOS subscale hoos_sport [items] must have 4..4, missing ones included, but had 3");
    assertThatThrownBy(() -> HoosPhysicalFunction.ZERO_IS_BEST.points(Answers.of("00008")))
        .hasMessage("HOOS-PS [points of an item] must lie in 0..4, but was 8");
  }

  @Property
  void fallsWithEveryItem(
      @ForAll @Size(5) List<@IntRange(max = 3) Integer> answers,
      @ForAll @IntRange(max = 4) int item) {
    List<OptionalInt> one = answers.stream().map(OptionalInt::of).toList();
    List<OptionalInt> worse = Answers.with(one, item, answers.get(item) + 1);
    assertThat(HoosSubscale.SYMPTOMS.points(worse, GUIDE_2013).orElseThrow())
        .isLessThan(HoosSubscale.SYMPTOMS.points(one, GUIDE_2013).orElseThrow())
        .isBetween(0.0, 100.0);
    assertThat(HoosPhysicalFunction.HUNDRED_IS_BEST.points(worse).orElseThrow())
        .isLessThan(HoosPhysicalFunction.HUNDRED_IS_BEST.points(one).orElseThrow())
        .isBetween(0.0, 100.0);
  }
}
