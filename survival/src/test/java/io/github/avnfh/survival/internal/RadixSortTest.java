package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadixSortTest {
  private static final int MANY = 600;

  private static void assertSorted(long[] keys) {
    long[] expected = keys.clone();
    Arrays.sort(expected);
    RadixSort.sort(keys);
    assertThat(keys).containsExactly(expected);
  }

  /** Bunches of keys that lie close together but far from the next bunch, all in falling order. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 20, 300, MANY})
  void sortsKeysThatCrowdInBunches(int bunch) {
    assertSorted(LongStream.range(0, MANY)
        .map(i -> (MANY - i) / bunch * (1L << 40) + (MANY - i) % bunch)
        .toArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 11, 22, 40, 62})
  void sortsKeysOfAnyLength(int bits) {
    assertSorted(LongStream.range(0, MANY)
        .map(i -> (i * 0x9E3779B97F4A7C15L) >>> (64 - bits))
        .toArray());
  }

  @Test
  void sortsNoKeysAndEqualOnes() {
    assertThat(RadixSort.sort(new long[0])).isEmpty();
    assertThat(RadixSort.sort(new long[] {7, 7, 7})).containsExactly(0, 1, 2);
  }

  /** Places begin at -1; rows of one place keep their order. */
  @Test
  void putsRowsInTheOrderOfTheirPlaces() {
    int[] places = {2, -1, 0, 2, 0, -1};
    RadixSort.Buckets buckets = RadixSort.Buckets.of(places.length, 4, row -> places[row]);
    assertThat(buckets.rows()).containsExactly(1, 5, 2, 4, 0, 3);
    assertThat(buckets.row(3)).isEqualTo(4);
    assertThat(
            new int[] {buckets.before(0), buckets.before(1), buckets.before(2), buckets.before(3)})
        .containsExactly(2, 4, 4, 6);
  }
}
