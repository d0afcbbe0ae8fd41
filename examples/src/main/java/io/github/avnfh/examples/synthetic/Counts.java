package io.github.avnfh.examples.synthetic;

/** Counts that must agree with each other before any data can be made to meet them. */
final class Counts {
  private Counts() {}

  static int notNegative(String what, int count) {
    if (count < 0) {
      throw new IllegalArgumentException(what + " [count] must not be negative, but was " + count);
    }
    return count;
  }

  static int within(String what, int count, int highest) {
    if (count < 0 || count > highest) {
      throw new IllegalArgumentException(
          what + " [count] must lie in 0.." + highest + ", but was " + count);
    }
    return count;
  }

  static void agree(String what, int count, int expected) {
    if (count != expected) {
      throw new IllegalArgumentException(
          what + " [count] must be " + expected + ", but was " + count);
    }
  }
}
