package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LongOrderProperties {

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

  @Property
  void putsKeysInAscendingOrder(@ForAll("keys") long[] keys) {
    long[] expected = keys.clone();
    Arrays.sort(expected);
    assertThat(LongOrder.sorted(keys.clone(), 0)).containsExactly(expected);
  }

  @Property
  void leavesTheLowestBitsInAnyOrder(
      @ForAll("keys") long[] keys, @ForAll @IntRange(max = 12) int lowest) {
    long[] sorted = LongOrder.sorted(keys.clone(), lowest);
    for (int i = 1; i < sorted.length; i++) {
      assertThat(sorted[i] >>> lowest).isGreaterThanOrEqualTo(sorted[i - 1] >>> lowest);
    }
    Arrays.sort(sorted);
    Arrays.sort(keys);
    assertThat(sorted).containsExactly(keys);
  }

  @Property(tries = 20)
  void sortsManyKeysWhoseHighestBitsAreTheSame(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] keys = random.longs(5_000, 0, 1 << 20).toArray();
    keys[17] = Long.MAX_VALUE;
    long[] expected = keys.clone();
    Arrays.sort(expected);
    assertThat(LongOrder.sorted(keys, 0)).containsExactly(expected);
  }
}
