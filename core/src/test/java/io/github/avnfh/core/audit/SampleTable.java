package io.github.avnfh.core.audit;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The sums and sums of squares of all samples of up to so many whole values from 0 to a width.
 *
 * <p>Samples are multisets, counted up value by value as coins are: a sample of k values with the
 * sum s has no value v, or is one of k - 1 values with the sum s - v and one v more.
 */
final class SampleTable {
  private final int width;
  private final BigInteger[][] squares;

  SampleTable(int most, int width) {
    this.width = width;
    this.squares = new BigInteger[most + 1][];
    for (int n = 0; n <= most; n++) {
      squares[n] = new BigInteger[n * width + 1];
      Arrays.fill(squares[n], n == 0 ? BigInteger.ONE : BigInteger.ZERO);
      if (n > 0) {
        squares[n][0] = BigInteger.ONE;
      }
    }
    for (int value = 1; value <= width; value++) {
      for (int n = 1; n <= most; n++) {
        add(n, value);
      }
    }
  }

  private void add(int n, int value) {
    BigInteger[] fewer = squares[n - 1];
    for (int sum = value; sum <= n * width && sum - value < fewer.length; sum++) {
      squares[n][sum] = squares[n][sum].or(fewer[sum - value].shiftLeft(value * value));
    }
  }

  /** A bit for each sum of squares of some sample of n values with that sum. */
  BigInteger squares(int n, int sum) {
    return squares[n][sum];
  }

  /** The sums of squares in rising order. */
  int[] list(int n, int sum) {
    BigInteger bits = squares[n][sum];
    int[] list = new int[bits.bitCount()];
    int place = 0;
    for (int square = 0; square < bits.bitLength(); square++) {
      if (bits.testBit(square)) {
        list[place++] = square;
      }
    }
    return list;
  }
}
