package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RadixSortProperties {

  /** Keys spread evenly, crowded together, or crowded with one far away. */
  @Provide
  Arbitrary<long[]> keys() {
    return Arbitraries.oneOf(
            Arbitraries.longs().between(0, Long.MAX_VALUE),
            Arbitraries.longs().between(0, 40),
            Arbitraries.longs().between(1L << 50, (1L << 50) + 3_000))
        .array(long[].class)
        .ofMinSize(1)
        .ofMaxSize(400);
  }

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
  void putsKeysInAscendingOrderAndRemembersTheirRows(@ForAll("keys") long[] keys) {
    long[] sorted = keys.clone();
    int[] rows = RadixSort.sort(sorted);
    long[] expected = keys.clone();
    Arrays.sort(expected);
    assertThat(sorted).containsExactly(expected);
    for (int i = 0; i < rows.length; i++) {
      assertThat(keys[rows[i]]).isEqualTo(sorted[i]);
      assertThat(i == 0 || sorted[i - 1] < sorted[i] || rows[i - 1] < rows[i]).isTrue();
    }
  }

  @Property(tries = 20)
  void sortsManyKeysWhoseHighestBitsAreTheSame(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] keys = random.longs(5_000, 0, 1 << 20).toArray();
    keys[17] = Long.MAX_VALUE;
    long[] expected = keys.clone();
    Arrays.sort(expected);
    RadixSort.sort(keys);
    assertThat(keys).containsExactly(expected);
  }

  @Property
  void putsTheBitsOfTimesInTheOrderOfTheTimes(@ForAll("times") double[] times) {
    long[] bits = Arrays.stream(times)
        .mapToLong(time -> Double.doubleToRawLongBits(time + 0.0))
        .toArray();
    int[] rows = RadixSort.sort(bits);
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
