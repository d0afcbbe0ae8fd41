package io.github.avnfh.survival.internal;

import java.util.Arrays;

/** The cluster of each row, such as the patient in whom the hip lies, as a number from 0. */
public final class ClusterColumn {
  private static final long NUMBERS_PER_ROW = 32;

  private final int[] numbers;
  private final int count;

  private ClusterColumn(int[] numbers, int count) {
    this.numbers = numbers;
    this.count = count;
  }

  /**
   * Returns the column of rows that belong to no cluster.
   *
   * @return no numbers
   */
  public static ClusterColumn none() {
    return new ClusterColumn(new int[0], 0);
  }

  /**
   * Takes numbers that leave none out.
   *
   * @param numbers numbers from 0, which the caller does not change afterwards
   * @param count how many there are
   * @return the column
   */
  public static ClusterColumn of(int[] numbers, int count) {
    return new ClusterColumn(numbers, count);
  }

  /**
   * Renumbers any numbers in their order, so that none is left out.
   *
   * @param column any numbers, which stay as they are
   * @return the column
   */
  public static ClusterColumn ranked(int[] column) {
    if (column.length == 0) {
      return none();
    }
    int smallest = column[0];
    int largest = column[0];
    for (int number : column) {
      smallest = Math.min(smallest, number);
      largest = Math.max(largest, number);
    }
    long range = (long) largest - smallest + 1;
    return range <= Math.min(Integer.MAX_VALUE, NUMBERS_PER_ROW * column.length)
        ? rankedByBits(column, smallest, (int) range)
        : rankedBySearch(column);
  }

  private static ClusterColumn rankedByBits(int[] column, int smallest, int range) {
    RankBitSet ranks = new RankBitSet(range);
    for (int number : column) {
      ranks.set(number - smallest);
    }
    int found = ranks.count();
    int[] numbers = column.clone();
    if (smallest != 0 || found < range) {
      for (int row = 0; row < numbers.length; row++) {
        numbers[row] = ranks.rank(numbers[row] - smallest);
      }
    }
    return new ClusterColumn(numbers, found);
  }

  private static ClusterColumn rankedBySearch(int[] column) {
    int[] sorted = column.clone();
    Arrays.sort(sorted);
    int found = 1;
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] != sorted[i - 1]) {
        sorted[found++] = sorted[i];
      }
    }
    int[] numbers = new int[column.length];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = Arrays.binarySearch(sorted, 0, found, column[row]);
    }
    return new ClusterColumn(numbers, found);
  }

  /**
   * Returns the cluster of a row.
   *
   * @param row a row from 0
   * @return its number
   */
  public int cluster(int row) {
    return numbers[row];
  }

  /**
   * Counts the clusters.
   *
   * @return the number of clusters
   */
  public int count() {
    return count;
  }

  /**
   * Tells whether rows belong to no cluster.
   *
   * @return true without clusters
   */
  public boolean isEmpty() {
    return numbers.length == 0;
  }

  ClusterColumn only(int[] rows) {
    int[] picked = new int[isEmpty() ? 0 : rows.length];
    Arrays.setAll(picked, i -> numbers[rows[i]]);
    return ranked(picked);
  }
}
