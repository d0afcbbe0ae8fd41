package io.github.avnfh.examples.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExactSpreadTest {

  @Test
  void printsAsAskedWithinItsBounds() {
    double[] shape = {-2, -1, -0.5, -0.2, 0, 0.3, 0.4, 1, 1.5, 2};
    Bounds bounds = Bounds.everywhere(shape.length, 0, 100);
    bounds.narrow(0, 40, 45);
    int[] values = new ExactSpread(PrintedSpread.of(6.3, 1.7), 10, new Draws(1)).fit(shape, bounds);
    List<BigDecimal> points =
        Arrays.stream(values).mapToObj(value -> BigDecimal.valueOf(value, 1)).toList();
    assertThat(Printed.mean(points)).isEqualTo("6.3");
    assertThat(Printed.standardDeviation(points)).isEqualTo("1.7");
    assertThat(values[0]).isBetween(40, 45);
    assertThat(Arrays.stream(values).boxed()).allMatch(value -> value >= 0 && value <= 100);
  }

  @Test
  void givesUpOnAMeanThatTheBoundsForbid() {
    ExactSpread spread = new ExactSpread(PrintedSpread.of(6.3, 1.7), 10, new Draws(1));
    Bounds bounds = Bounds.everywhere(3, 0, 50);
    assertThatThrownBy(() -> spread.fit(new double[] {1, 2, 3}, bounds))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no numbers within their bounds were found that print as 6.3 +/- 1.7");
  }
}
