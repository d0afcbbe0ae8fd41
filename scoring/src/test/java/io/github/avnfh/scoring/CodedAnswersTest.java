package io.github.avnfh.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.scoring.forgotten.ForgottenJointScore;
import io.github.avnfh.scoring.hoos.HoosPhysicalFunction;
import io.github.avnfh.scoring.hoos.HoosSubscale;
import io.github.avnfh.scoring.merle.CharnleyClass;
import io.github.avnfh.scoring.merle.MerleScore;
import io.github.avnfh.scoring.oxford.OxfordHipScore;
import io.github.avnfh.scoring.womac.WomacSubscale;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers to numbered items as a map by their codes. */
class CodedAnswersTest {
  /** An instrument's way from a map to answers, and back. */
  record Items(
      Function<Map<String, Object>, List<OptionalInt>> of,
      Function<List<OptionalInt>, Map<String, String>> codes) {}

  static Stream<Arguments> instruments() {
    return Stream.concat(
        Stream.of(
            Arguments.of("ohs", 12, new Items(OxfordHipScore::ofCodes, OxfordHipScore::codes)),
            Arguments.of(
                "fjs12", 12, new Items(ForgottenJointScore::ofCodes, ForgottenJointScore::codes)),
            Arguments.of(
                "hoos_ps",
                5,
                new Items(HoosPhysicalFunction::ofCodes, HoosPhysicalFunction::codes))),
        Stream.concat(
            Stream.of(HoosSubscale.values())
                .map(scale -> Arguments.of(
                    scale.code(), scale.items(), new Items(scale::ofCodes, scale::codes))),
            Stream.of(WomacSubscale.values())
                .map(scale -> Arguments.of(
                    scale.code(), scale.items(), new Items(scale::ofCodes, scale::codes)))));
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void areTheSameThereAndBack(String code, int count, Items items) {
    Random random = new Random(1);
    for (int round = 0; round < 20; round++) {
      List<OptionalInt> answers = IntStream.range(0, count)
          .mapToObj(item -> random.nextInt(5))
          .map(answer -> random.nextInt(4) == 0 ? OptionalInt.empty() : OptionalInt.of(answer))
          .toList();
      Map<String, String> codes = items.codes().apply(answers);
      assertThat(codes)
          .hasSize((int) answers.stream().filter(OptionalInt::isPresent).count());
      Map<String, Object> sent = new HashMap<>(codes);
      sent.replaceAll((item, text) -> random.nextBoolean() ? Double.valueOf((String) text) : text);
      assertThat(items.of().apply(sent)).isEqualTo(answers);
    }
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void areCountedFromOne(String code, int count, Items items) {
    assertThat(items.of().apply(Map.of(code + "_1", 4, code + "_" + count, "2")))
        .hasSize(count)
        .startsWith(OptionalInt.of(4))
        .endsWith(OptionalInt.of(2));
    for (String unknown : List.of(code + "_0", code + "_" + (count + 1), code)) {
      assertThatThrownBy(() -> items.of().apply(Map.of(unknown, 1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("[code] must be one of " + code + "_1");
    }
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void refuseWhatIsNoAnswer(String code, int count, Items items) {
    for (Object wrong : List.of(5, -1, 1.5, "often", true)) {
      assertThatThrownBy(() -> items.of().apply(Map.of(code + "_2", wrong)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(code + "_2 of ");
    }
    assertThatThrownBy(() -> items.codes().apply(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void makeAScoreOfMerle() {
    MerleScore score = MerleScore.ofCodes(
        Map.of("pain", 5, "walking", "4", "mobility", 6.0, "charnley_class", CharnleyClass.B));
    assertThat(score.total()).hasValue(15);
    assertThat(score.codes()).hasToString("{pain=5, walking=4, mobility=6, charnley_class=B}");
    assertThat(MerleScore.ofCodes(score.codes())).isEqualTo(score);
    assertThat(MerleScore.ofCodes(Map.of()).codes()).isEmpty();
    assertThatThrownBy(() -> MerleScore.ofCodes(Map.of("pain", 7)))
        .hasMessage(
            "pain of score of Merle d'Aubigné and Postel: pain of Merle d'Aubigné and Postel"
                + " [points] must lie in 0.0..6.0, but was 7.0");
  }
}
