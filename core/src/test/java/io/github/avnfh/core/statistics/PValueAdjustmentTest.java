package io.github.avnfh.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PValueAdjustmentTest {
  private static List<String[]> golden() throws IOException {
    try (var file =
        Objects.requireNonNull(PValueAdjustmentTest.class.getResourceAsStream("adjusted.csv"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void agreesWithR(PValueAdjustment adjustment) throws IOException {
    List<String[]> lines = golden();
    int column = Arrays.asList(lines.get(0)).indexOf(adjustment.code());
    assertThat(column).as(adjustment.code()).isPositive();
    Map<String, List<String[]>> families = lines.stream()
        .skip(1)
        .collect(Collectors.groupingBy(cells -> cells[0], TreeMap::new, Collectors.toList()));
    assertThat(lines).hasSize(1 + 252);
    assertThat(families).hasSize(24);
    for (List<String[]> family : families.values()) {
      double[] adjusted = adjustment.adjusted(numbers(family, 1));
      assertThat(adjusted).containsExactly(numbers(family, column), within(1e-15));
    }
  }

  private static double[] numbers(List<String[]> family, int column) {
    return family.stream()
        .mapToDouble(cells -> Double.parseDouble(cells[column]))
        .toArray();
  }

  /** By hand: Holm 3 * 0.01, 2 * 0.02, 0.03 raised to 0.04; Benjamini and Hochberg 0.03 thrice. */
  @Test
  void adjustsByHand() {
    double[] p = {0.03, 0.01, 0.02};
    assertThat(PValueAdjustment.HOLM.adjusted(p)).containsExactly(0.04, 0.03, 0.04);
    assertThat(PValueAdjustment.BENJAMINI_HOCHBERG.adjusted(p))
        .containsExactly(new double[] {0.03, 0.03, 0.03}, within(1e-17));
    assertThat(PValueAdjustment.NONE.adjusted(p)).containsExactly(p);
    assertThat(PValueAdjustment.HOLM.adjusted(1, 0.9)).containsExactly(1, 1);
    assertThat(PValueAdjustment.HOLM.adjusted(0, 0.9)).containsExactly(0, 0.9);
    assertThat(PValueAdjustment.HOLM.adjusted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-Double.MIN_VALUE, Double.NaN, 1.0000000000000002})
  void refusesWhatIsNoProbability(double p) {
    for (PValueAdjustment adjustment : PValueAdjustment.values()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> adjustment.adjusted(0.5, p))
          .withMessage("p value [probability] must lie in 0.0..1.0, but was " + p);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWhatIsNoConfidenceLevel(double level) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfidenceLevel.check(level))
        .withMessage(
            "confidence level [probability] must lie in 0.0..1.0 without the ends, but was "
                + level);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.MIN_VALUE, 0.5, 0.95, 0.9999999999999999})
  void takesEveryOtherConfidenceLevel(double level) {
    assertThat(ConfidenceLevel.check(level)).isEqualTo(level);
  }
}
