package io.github.avnfh.scoring.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryStatisticsTest {

  /** Squares of 3, 1, 1, 1, 0, 0, 2 and 4 add up to 32, over 7. */
  @Test
  void describesEightNumbersWorkedByHand() {
    SummaryStatistics eight = SummaryStatistics.of(9, 4, 5, 2, 4, 7, 5, 4);
    assertThat(eight.count()).isEqualTo(8);
    assertThat(eight.mean()).hasValue(5);
    assertThat(eight.standardDeviation().getAsDouble()).isEqualTo(2.13808993529939, within(1e-14));
    assertThat(eight.minimum()).hasValue(2);
    assertThat(eight.lowerQuartile()).hasValue(4);
    assertThat(eight.median()).hasValue(4.5);
    assertThat(eight.upperQuartile()).hasValue(5.5);
    assertThat(eight.maximum()).hasValue(9);
  }

  @Test
  void hasNoStandardDeviationOfOneNumberAndNothingButACountOfNone() {
    SummaryStatistics one = SummaryStatistics.of(84.2);
    assertThat(one.mean()).hasValue(84.2);
    assertThat(one.median()).hasValue(84.2);
    assertThat(one.standardDeviation()).isEmpty();
    assertThat(one.meanSd(1).printed()).isEqualTo("84.2");
    SummaryStatistics none = SummaryStatistics.of();
    assertThat(none.count()).isZero();
    assertThat(none.mean()).isEmpty();
    assertThat(none.median()).isEmpty();
    assertThat(none.minimum()).isEmpty();
    assertThat(none.meanSd(1).parts()).containsExactly("", "");
  }

  @Test
  void losesNothingOfASmallSpreadAroundAFarMean() {
    SummaryStatistics far = SummaryStatistics.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16);
    assertThat(far.mean()).hasValue(1e9 + 10);
    assertThat(far.standardDeviation().getAsDouble()).isEqualTo(Math.sqrt(30), within(1e-14));
  }

  /** Sorted, the two ones come between what cancels: 2 out of 4. */
  @Test
  void losesNothingOfASmallSumBetweenLargeNumbers() {
    assertThat(SummaryStatistics.of(1, 1e100, 1, -1e100).mean()).hasValue(0.5);
  }

  @Test
  void knowsNoMinusZero() {
    assertThat(SummaryStatistics.of(-0.0, -0.0)).isEqualTo(SummaryStatistics.of(0.0, 0.0));
    assertThat(SummaryStatistics.of(-Double.MIN_VALUE, 0).mean()).hasValue(0.0);
    assertThat(SummaryStatistics.quantile(new double[] {-0.0}, 1)).isEqualTo(0.0);
  }

  /** Three quarters of the way from 2 to 4, one quarter of that from 7 to 9; then the ends. */
  @Test
  void interpolatesAQuantileOfNumbersInAnyOrder() {
    double[] four = {9, 2, 7, 4};
    assertThat(SummaryStatistics.quantile(four, 0.25)).isEqualTo(3.5);
    assertThat(SummaryStatistics.quantile(four, 0.75)).isEqualTo(7.5);
    assertThat(SummaryStatistics.quantile(four, 0)).isEqualTo(2);
    assertThat(SummaryStatistics.quantile(four, 1)).isEqualTo(9);
  }

  @Test
  void refusesAQuantileOfNothingOrBeyondTheEnds() {
    assertThatThrownBy(() -> SummaryStatistics.quantile(new double[] {}, 0.5))
        .hasMessage("numbers to be described [count] must lie in 1..2147483647, but was 0");
    assertThatThrownBy(() -> SummaryStatistics.quantile(new double[] {1, Double.NaN}, 0.5))
        .hasMessage("number to be described [value] must be finite, but was NaN");
    assertThatThrownBy(() -> SummaryStatistics.quantile(new double[] {1}, Math.nextUp(1.0)))
        .hasMessage("probability of a quantile [fraction] must lie in 0.0..1.0, but was "
            + "1.0000000000000002");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNoNumber(double value) {
    assertThatThrownBy(() -> SummaryStatistics.of(1, value, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("number to be described [value] must be finite, but was " + value);
  }

  @Test
  void printsMeanAndDeviationAsPapersDo() {
    assertThat(SummaryStatistics.of(50, 60, 71).meanSd(1).printed()).isEqualTo("60.3 ± 10.5");
  }

  @Property
  void doesNotCareInWhichOrderNumbersCome(
      @ForAll List<@DoubleRange(max = 100) Double> values, @ForAll Random random) {
    SummaryStatistics description = describe(values);
    Collections.shuffle(values, random);
    assertThat(describe(values)).isEqualTo(description);
  }

  @Property
  void keepsItsNumbersInOrder(@ForAll List<@DoubleRange(max = 100) Double> values) {
    SummaryStatistics all = describe(values);
    if (all.count() > 0) {
      assertThat(all.lowerQuartile().getAsDouble())
          .isBetween(all.minimum().getAsDouble(), all.median().getAsDouble());
      assertThat(all.upperQuartile().getAsDouble())
          .isBetween(all.median().getAsDouble(), all.maximum().getAsDouble());
    }
  }

  private static SummaryStatistics describe(List<Double> values) {
    return SummaryStatistics.of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
