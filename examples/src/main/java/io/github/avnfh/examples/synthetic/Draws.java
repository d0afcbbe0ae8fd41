package io.github.avnfh.examples.synthetic;

import java.util.Collections;
import java.util.List;

/**
 * Pseudo-random numbers by SplitMix64 (Steele GL, Lea D, Flood CH. Fast splittable pseudorandom
 * number generators. OOPSLA 2014:453-472), written out so that a seed gives the same bytes on every
 * release of the JDK. Everything but the integers is plain IEEE 754 arithmetic, without a
 * transcendental function.
 */
final class Draws {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double ULP_OF_ONE = 0x1.0p-53;
  private static final int UNIFORMS_PER_NORMAL = 12;

  private long state;

  Draws(long seed) {
    this.state = seed;
  }

  long next() {
    state += GOLDEN_GAMMA;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** Starts an independent sequence, so that how much one part draws does not shift the next. */
  Draws split() {
    return new Draws(next());
  }

  /** A number from 0 up to, but not reaching, 1. */
  double uniform() {
    return (next() >>> 11) * ULP_OF_ONE;
  }

  double uniform(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** A whole number in the closed range. */
  int between(int low, int high) {
    return low + (int) Long.remainderUnsigned(next(), high - low + 1L);
  }

  /** Near enough to a standard normal variate: the sum of twelve uniform ones, less six. */
  double normal() {
    double sum = 0;
    for (int i = 0; i < UNIFORMS_PER_NORMAL; i++) {
      sum += uniform();
    }
    return sum - UNIFORMS_PER_NORMAL / 2.0;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(between(0, choices.size() - 1));
  }

  void shuffle(List<?> items) {
    for (int i = items.size() - 1; i > 0; i--) {
      Collections.swap(items, i, between(0, i));
    }
  }
}
