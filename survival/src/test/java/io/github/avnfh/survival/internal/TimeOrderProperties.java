package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TimeOrderProperties {

  @Provide
  Arbitrary<double[]> times() {
    return Arbitraries.oneOf(
            Arbitraries.doubles().between(0, 10_000).ofScale(9),
            Arbitraries.doubles().between(0, Double.MAX_VALUE))
        .array(double[].class)
        .ofMaxSize(200);
  }

  @Provide
  Arbitrary<double[]> wholeTimes() {
    return Arbitraries.integers()
        .between(0, 50)
        .map(Integer::doubleValue)
        .array(double[].class)
        .ofMinSize(1)
        .ofMaxSize(100);
  }

  @Property
  void putsTimesInAscendingOrderAndRemembersTheirRows(@ForAll("times") double[] times) {
    long[] bits = Arrays.stream(times)
        .mapToLong(time -> Double.doubleToRawLongBits(time + 0.0))
        .toArray();
    int[] rows = TimeOrder.sort(bits);
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length; i++) {
      assertThat(Double.longBitsToDouble(bits[i])).isEqualTo(sorted[i]);
      assertThat(times[rows[i]]).isEqualTo(sorted[i]);
    }
  }

  @Property
  void givesEveryTimeItsPlaceInTheGrid(@ForAll("wholeTimes") double[] times) {
    int[] places = new int[times.length];
    TimeGrid grid = TimeGrid.ofTimes(times, true, places);
    assertThat(grid.size()).isEqualTo((int) Arrays.stream(times).distinct().count());
    for (int row = 0; row < times.length; row++) {
      assertThat(grid.time(places[row])).isEqualTo(times[row]);
    }
  }
}
