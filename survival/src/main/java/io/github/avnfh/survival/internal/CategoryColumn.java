package io.github.avnfh.survival.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * A category for each row, such as its group, as a whole number from 0.
 *
 * <p>An empty column stands for category 0 in every row.
 */
public final class CategoryColumn {
  private static final CategoryColumn NONE = new CategoryColumn(new int[0]);

  private final int[] categories;

  private CategoryColumn(int[] categories) {
    this.categories = categories;
  }

  /**
   * Returns the empty column.
   *
   * @return category 0 in every row
   */
  public static CategoryColumn none() {
    return NONE;
  }

  /**
   * Takes categories.
   *
   * @param categories numbers from 0, which the caller does not change afterwards
   * @return the column
   */
  public static CategoryColumn of(int[] categories) {
    return new CategoryColumn(categories);
  }

  /**
   * Copies numbers that may be out of range, and finds out which of them occur.
   *
   * @param numbers any numbers
   * @param used takes true at each number that occurs; its length is the bound of the numbers
   * @return the column, or nothing where a number is out of range
   */
  public static Optional<CategoryColumn> checked(int[] numbers, boolean[] used) {
    int[] copy = numbers.clone();
    for (int number : copy) {
      if (number < 0 || number >= used.length) {
        return Optional.empty();
      }
      used[number] = true;
    }
    return Optional.of(new CategoryColumn(copy));
  }

  /**
   * Returns the category of a row.
   *
   * @param row a row from 0
   * @return its number
   */
  public int category(int row) {
    return categories.length > 0 ? categories[row] : 0;
  }

  /**
   * Returns other categories in the place of these.
   *
   * @param replacement the other number for each number
   * @return the column with each number replaced
   */
  public CategoryColumn replaced(IntUnaryOperator replacement) {
    return new CategoryColumn(Arrays.stream(categories).map(replacement).toArray());
  }

  CategoryColumn only(int[] rows) {
    return categories.length == 0
        ? this
        : new CategoryColumn(Arrays.stream(rows).map(row -> categories[row]).toArray());
  }
}
