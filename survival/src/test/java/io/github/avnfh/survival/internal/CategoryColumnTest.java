package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CategoryColumnTest {
  private static int[] read(CategoryColumn column, int rows) {
    return IntStream.range(0, rows).map(column::category).toArray();
  }

  private static int[] upTo(int count) {
    return IntStream.range(0, count).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 128, 129, 300})
  void holdsOneCategoryPerRow(int count) {
    assertThat(read(CategoryColumn.of(upTo(count)), count)).containsExactly(upTo(count));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 128, 129})
  void takesEveryNumberBelowTheBound(int bound) {
    boolean[] used = new boolean[bound];
    CategoryColumn column = CategoryColumn.checked(upTo(bound), used).orElseThrow();
    assertThat(read(column, bound)).containsExactly(upTo(bound));
    assertThat(used).containsOnly(true);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 128, 129})
  void refusesTheBoundAndNumbersBelowZero(int bound) {
    for (int outside : new int[] {-1, Integer.MIN_VALUE, bound, Integer.MAX_VALUE}) {
      Optional<CategoryColumn> refused =
          CategoryColumn.checked(new int[] {bound - 1, outside, 0}, new boolean[bound]);
      assertThat(refused).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 64, 65, 200})
  void findsOutWhichNumbersOccur(int bound) {
    boolean[] used = new boolean[bound];
    assertThat(CategoryColumn.checked(new int[] {3, bound - 1, 3}, used)).isPresent();
    assertThat(IntStream.range(0, bound).filter(number -> used[number]))
        .containsExactly(3, bound - 1);
  }

  @Test
  void copiesNumbersThatItChecks() {
    int[] numbers = {1, 0};
    CategoryColumn column = CategoryColumn.checked(numbers, new boolean[2]).orElseThrow();
    numbers[0] = 0;
    assertThat(read(column, 2)).containsExactly(1, 0);
  }

  @Test
  void replacesNumbersAndPicksRows() {
    CategoryColumn column = CategoryColumn.of(new int[] {5, 0, 127, 9});
    assertThat(read(column.replaced(number -> 127 - number), 4)).containsExactly(122, 127, 0, 118);
    CategoryColumn some = column.only(new int[] {0, 2});
    assertThat(read(some, 2)).containsExactly(5, 127);
    assertThat(read(column, 4)).containsExactly(5, 0, 127, 9);
  }

  @Test
  void isZeroInEveryRowWithoutNumbers() {
    assertThat(read(CategoryColumn.none(), 3)).containsOnly(0);
    assertThat(read(CategoryColumn.none().only(new int[] {0, 2}), 2)).containsOnly(0);
  }
}
