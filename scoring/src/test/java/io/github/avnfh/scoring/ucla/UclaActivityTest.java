package io.github.avnfh.scoring.ucla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Score;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UclaActivityTest {

  @Test
  void runsFromOneToTen() {
    assertThat(Stream.of(UclaActivity.values()).map(UclaActivity::points))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 10).boxed().toList());
    assertThat(UclaActivity.parse("10")).isEqualTo(UclaActivity.REGULARLY_IMPACT);
    assertThat(UclaActivity.SOMETIMES_MODERATE.toScore())
        .isEqualTo(Score.of(UclaActivity.INSTRUMENT, 5));
  }

  @Test
  void refusesALevelThatDoesNotExist() {
    assertThatThrownBy(() -> UclaActivity.parse("0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'0' is not a level of UCLA activity; one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 was"
            + " expected");
    assertThatThrownBy(() -> Score.of(UclaActivity.INSTRUMENT, 0.5))
        .hasMessage("UCLA activity [points] must lie in 1.0..10.0, but was 0.5");
  }
}
