package io.github.avnfh.survival.internal;

import java.util.Arrays;

/**
 * Times as whole numbers in the same order: 0 for the time 0, for others their bits counted from
 * those of the smallest.
 */
final class TimeKeys {
  private final long base;
  private final long largest;

  private TimeKeys(long base, long largest) {
    this.base = base;
    this.largest = largest;
  }

  static TimeKeys of(double[] times) {
    long smallest = Long.MAX_VALUE;
    long largest = 0;
    for (double time : times) {
      long bits = Double.doubleToRawLongBits(time);
      largest = Math.max(largest, bits);
      smallest = Math.min(smallest, bits == 0 ? Long.MAX_VALUE : bits);
    }
    return new TimeKeys(largest == 0 ? 0 : smallest - 1, largest);
  }

  /** How many bits the largest key has. */
  int bits() {
    return Long.SIZE - Long.numberOfLeadingZeros(largest - base);
  }

  long key(double time) {
    return Math.max(0, Double.doubleToRawLongBits(time) - base);
  }

  double time(long key) {
    return key == 0 ? 0 : Double.longBitsToDouble(key + base);
  }

  /**
   * Gives tied times the key of the smallest of them.
   *
   * @param keys keys in the order of their times, which lie in the highest bits
   * @param shift how many bits lie below the time
   */
  void merge(long[] keys, int shift) {
    double nearly = nearlyMean(keys, shift);
    boolean isKnown = nearly <= Double.MAX_VALUE;
    TieRule rule = new TieRule(isKnown ? nearly : mean(keys, shift));
    boolean tied = false;
    boolean doubtful = false;
    long last = keys[0] >>> shift;
    double before = time(last);
    for (long key : keys) {
      if (key >>> shift != last) {
        last = key >>> shift;
        double time = time(last);
        if (rule.mayTie(before, time)) {
          tied = true;
          doubtful |= rule.isDoubtful(before, time);
        }
        before = time;
      }
    }
    if (tied) {
      merge(keys, shift, doubtful ? new TieRule(mean(keys, shift)) : rule);
    }
  }

  private void merge(long[] keys, int shift, TieRule rule) {
    long lowest = (1L << shift) - 1;
    long last = keys[0] >>> shift;
    long smallest = last;
    double before = time(last);
    for (int i = 1; i < keys.length; i++) {
      long key = keys[i] >>> shift;
      if (key != last) {
        double time = time(key);
        smallest = rule.ties(before, time) ? smallest : key;
        last = key;
        before = time;
      }
      if (smallest != key) {
        keys[i] = smallest << shift | (keys[i] & lowest);
      }
    }
  }

  /** The mean of the distinct times but for rounding, which is all that most neighbors need. */
  private double nearlyMean(long[] keys, int shift) {
    int distinct = 0;
    double sum = 0;
    long last = -1;
    for (long key : keys) {
      if (key >>> shift != last) {
        last = key >>> shift;
        sum += time(last);
        distinct++;
      }
    }
    return sum / distinct;
  }

  private double mean(long[] keys, int shift) {
    double[] distinct = new double[keys.length];
    int count = 0;
    long last = -1;
    for (long key : keys) {
      if (key >>> shift != last) {
        last = key >>> shift;
        distinct[count++] = time(last);
      }
    }
    return TieRule.mean(Arrays.copyOf(distinct, count));
  }
}
