package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowNumbersTest {
  private static int[] read(RowNumbers numbers, int rows) {
    return IntStream.range(0, rows).map(numbers::of).toArray();
  }

  private static int[] upTo(int count) {
    return IntStream.range(0, count).toArray();
  }

  @ParameterizedTest
  @CsvSource({"1, true", "128, true", "129, false", "300, false"})
  void holdsNumbersInBytesWhereTheyFit(int count, boolean narrow) {
    RowNumbers numbers = RowNumbers.of(upTo(count), count);
    assertThat(read(numbers, count)).containsExactly(upTo(count));
    assertThat(numbers.narrow().length > 0).isEqualTo(narrow);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 128, 129})
  void takesEveryNumberBelowTheBound(int bound) {
    boolean[] used = new boolean[bound];
    RowNumbers numbers = RowNumbers.checked(upTo(bound), used).orElseThrow();
    assertThat(read(numbers, bound)).containsExactly(upTo(bound));
    assertThat(used).containsOnly(true);
    assertThat(numbers.narrow()).hasSize(bound > 128 ? 0 : bound);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 128, 129})
  void refusesTheBoundAndNumbersBelowZero(int bound) {
    for (int outside : new int[] {-1, Integer.MIN_VALUE, bound, Integer.MAX_VALUE}) {
      Optional<RowNumbers> refused =
          RowNumbers.checked(new int[] {bound - 1, outside, 0}, new boolean[bound]);
      assertThat(refused).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 64, 65, 200})
  void findsOutWhichNumbersOccur(int bound) {
    boolean[] used = new boolean[bound];
    assertThat(RowNumbers.checked(new int[] {3, bound - 1, 3}, used)).isPresent();
    assertThat(IntStream.range(0, bound).filter(number -> used[number]))
        .containsExactly(3, bound - 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 129})
  void replacesNumbersAndPicksRowsHoweverTheyAreHeld(int bound) {
    RowNumbers numbers = RowNumbers.of(new int[] {5, 0, 127, 9}, bound);
    assertThat(read(numbers.replaced(number -> 127 - number), 4)).containsExactly(122, 127, 0, 118);
    RowNumbers some = numbers.only(new int[] {0, 2});
    assertThat(read(some, 2)).containsExactly(5, 127);
    assertThat(read(numbers, 4)).containsExactly(5, 0, 127, 9);
  }

  @Test
  void isZeroInEveryRowWithoutNumbers() {
    assertThat(read(RowNumbers.none(), 3)).containsOnly(0);
    assertThat(read(RowNumbers.none().only(new int[] {0, 2}), 2)).containsOnly(0);
  }
}
