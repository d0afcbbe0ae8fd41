package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongOrderTest {
  private static final int MANY = 600;

  private static void assertSorted(long[] keys) {
    long[] expected = keys.clone();
    Arrays.sort(expected);
    assertThat(LongOrder.sorted(keys, 0)).containsExactly(expected);
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
  void leavesTheLowestBitsAsTheyCome() {
    long[] keys = LongStream.range(0, MANY)
        .map(i -> (MANY - i) / 2 * (1L << 50) + (MANY - i) % 2 * 256 + i % 256)
        .toArray();
    assertThat(Arrays.stream(LongOrder.sorted(keys.clone(), 8)).map(key -> key >>> 8))
        .isSorted();
    assertThat(LongOrder.sorted(keys.clone(), 8)).containsExactlyInAnyOrder(keys);
  }
}
