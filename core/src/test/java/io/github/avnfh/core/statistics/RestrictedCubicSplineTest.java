package io.github.avnfh.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RestrictedCubicSplineTest {
  /** With knots 0, 6 and 12 the second column is x^3 / 144 up to 6 and a line beyond 12. */
  @Test
  void isCubicInsideAndLinearOutside() {
    RestrictedCubicSpline spline = RestrictedCubicSpline.of(0, 6, 12);
    double[][] columns = spline.columns(-5, 0, 3, 6, 12, 18, 24);
    assertThat(columns[0]).containsExactly(-5, 0, 3, 6, 12, 18, 24);
    assertThat(columns[1]).containsExactly(0, 0, 27.0 / 144, 1.5, 9, 18, 27);
  }

  /**
   * Knots 1, 2 and 4: ((x - 1)^3 - (x - 2)^3 3/2 + (x - 4)^3 1/2) / 9 with cubes of what is above
   * 0, whose slope is 1 from 4 on. Knots 1, 2, 4 and 7, the divisor 36: slopes of 3/2 and 10/9 from
   * 7.
   */
  @Test
  void allowsForKnotsThatAreNotEquallyFarApart() {
    double[][] three = RestrictedCubicSpline.of(1, 2, 4).columns(1, 2, 3, 4, 6, 10);
    assertThat(three[1])
        .containsExactly(
            new double[] {0, 1.0 / 9, 6.5 / 9, 15.0 / 9, 33.0 / 9, 69.0 / 9}, within(1e-14));
    double[][] four = RestrictedCubicSpline.of(1, 2, 4, 7).columns(2, 4, 7, 9);
    assertThat(four[1])
        .containsExactly(new double[] {1.0 / 36, 27.0 / 36, 4.5, 7.5}, within(1e-14));
    assertThat(four[2])
        .containsExactly(new double[] {0, 8.0 / 36, 80.0 / 36, 140.0 / 36}, within(1e-14));
  }

  /** R: quantile(c(2, 4, 9, 10, 16), c(.1, .5, .9)). */
  @Test
  void hasKnotsAtQuantiles() {
    double[] knots =
        RestrictedCubicSpline.ofQuantiles(new double[] {9, 2, 16, 4, 10}, 3).knots();
    assertThat(knots).containsExactly(new double[] {2.8, 9, 13.6}, within(1e-12));
    assertThat(RestrictedCubicSpline.of(knots)).hasToString("RestrictedCubicSpline{3 knots}");
  }

  @Test
  void refusesKnotsThatDoNotAscend() {
    assertThatThrownBy(() -> RestrictedCubicSpline.of(0, 6, 6))
        .hasMessage("knots of a spline must be 3 or more that ascend, but were [0.0, 6.0, 6.0]");
    assertThatThrownBy(() -> RestrictedCubicSpline.of(0, 6))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RestrictedCubicSpline.ofQuantiles(new double[] {1, 2}, 8))
        .hasMessage("knots [count] must lie in 3..7, but were 8");
    assertThatThrownBy(() -> RestrictedCubicSpline.ofQuantiles(new double[] {5}, 3))
        .hasMessage("knots of a spline must be 3 or more that ascend, but were [5.0, 5.0, 5.0]");
    assertThatThrownBy(() -> RestrictedCubicSpline.ofQuantiles(new double[0], 3))
        .hasMessage("known values [count] must be 1 or more, but were 0");
  }
}
