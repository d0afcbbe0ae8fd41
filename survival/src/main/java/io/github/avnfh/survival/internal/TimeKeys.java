package io.github.avnfh.survival.internal;

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
    TieRule rule = new TieRule(mean(keys, shift));
    long lowest = (1L << shift) - 1;
    long original = keys[0] >>> shift;
    long smallest = original;
    double before = time(original);
    for (int i = 1; i < keys.length; i++) {
      long key = keys[i] >>> shift;
      if (key != original) {
        double time = time(key);
        smallest = rule.ties(before, time) ? smallest : key;
        original = key;
        before = time;
      }
      if (smallest != key) {
        keys[i] = smallest << shift | (keys[i] & lowest);
      }
    }
  }

  private double mean(long[] keys, int shift) {
    int distinct = 1;
    for (int i = 1; i < keys.length; i++) {
      distinct += keys[i] >>> shift == keys[i - 1] >>> shift ? 0 : 1;
    }
    double mean = time(keys[0] >>> shift) / distinct;
    for (int i = 1; i < keys.length; i++) {
      if (keys[i] >>> shift != keys[i - 1] >>> shift) {
        mean += time(keys[i] >>> shift) / distinct;
      }
    }
    return mean;
  }
}
