package io.github.avnfh.survival.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * A whole number from 0 for each row, such as that of its group, in a byte where it fits.
 *
 * <p>An empty column stands for a 0 in every row.
 */
public final class RowNumbers {
  private static final int FEW = 1 << (Byte.SIZE - 1);
  private static final int BITS_OF_A_MASK = Long.SIZE;

  private final byte[] narrow;
  private final int[] wide;

  private RowNumbers(byte[] narrow, int[] wide) {
    this.narrow = narrow;
    this.wide = wide;
  }

  /**
   * Returns the empty column.
   *
   * @return zeros
   */
  public static RowNumbers none() {
    return new RowNumbers(new byte[0], new int[0]);
  }

  /**
   * Takes numbers.
   *
   * @param numbers numbers from 0, which the caller does not change afterwards
   * @param count how many different numbers there may be
   * @return the column
   */
  public static RowNumbers of(int[] numbers, int count) {
    return count > FEW ? new RowNumbers(new byte[0], numbers) : narrowed(numbers);
  }

  private static RowNumbers narrowed(int[] numbers) {
    byte[] narrow = new byte[numbers.length];
    for (int row = 0; row < narrow.length; row++) {
      narrow[row] = (byte) numbers[row];
    }
    return new RowNumbers(narrow, new int[0]);
  }

  /**
   * Copies numbers that may be out of range, and finds out which of them occur.
   *
   * @param numbers any numbers
   * @param used takes true at each number that occurs; its length is the bound of the numbers
   * @return the column, or nothing where a number is out of range
   */
  public static Optional<RowNumbers> checked(int[] numbers, boolean[] used) {
    return used.length > BITS_OF_A_MASK ? checkedMany(numbers, used) : checkedFew(numbers, used);
  }

  private static Optional<RowNumbers> checkedFew(int[] numbers, boolean[] used) {
    byte[] narrow = new byte[numbers.length];
    int last = used.length - 1;
    int outside = 0;
    long occur = 0;
    for (int row = 0; row < narrow.length; row++) {
      int number = numbers[row];
      outside |= number | (last - number);
      occur |= 1L << number;
      narrow[row] = (byte) number;
    }
    for (int number = 0; number < used.length; number++) {
      used[number] = (occur >>> number & 1) != 0;
    }
    return outside < 0 ? Optional.empty() : Optional.of(new RowNumbers(narrow, new int[0]));
  }

  private static Optional<RowNumbers> checkedMany(int[] numbers, boolean[] used) {
    int[] copy = numbers.clone();
    for (int number : copy) {
      if (number < 0 || number >= used.length) {
        return Optional.empty();
      }
      used[number] = true;
    }
    return Optional.of(of(copy, used.length));
  }

  /**
   * Returns the number of a row.
   *
   * @param row a row from 0
   * @return its number
   */
  public int of(int row) {
    if (narrow.length > 0) {
      return narrow[row];
    }
    return wide.length > 0 ? wide[row] : 0;
  }

  /** The numbers as bytes, or an empty array where they do not fit or there are none. */
  byte[] narrow() {
    return narrow;
  }

  /**
   * Returns other numbers in the place of these.
   *
   * @param replacement the other number for each number
   * @return the column with each number replaced
   */
  public RowNumbers replaced(IntUnaryOperator replacement) {
    byte[] bytes = narrow.clone();
    int[] numbers = wide.clone();
    for (int row = 0; row < bytes.length; row++) {
      bytes[row] = (byte) replacement.applyAsInt(bytes[row]);
    }
    Arrays.setAll(numbers, row -> replacement.applyAsInt(wide[row]));
    return new RowNumbers(bytes, numbers);
  }

  RowNumbers only(int[] rows) {
    byte[] bytes = new byte[narrow.length == 0 ? 0 : rows.length];
    int[] numbers = new int[wide.length == 0 ? 0 : rows.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = narrow[rows[i]];
    }
    Arrays.setAll(numbers, i -> wide[rows[i]]);
    return new RowNumbers(bytes, numbers);
  }
}
