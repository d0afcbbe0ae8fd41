package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.Quantity;

/** What the estimators of this package ask of their numbers. */
final class Requirements {
  private static final Quantity LEVEL = Quantity.of("confidence level", "fraction", 0, 1);

  private Requirements() {}

  static double[] finite(double[] values, int least, String what) {
    if (values.length < least) {
      throw new IllegalArgumentException(what + " [count] must lie in " + least + ".."
          + Integer.MAX_VALUE + ", but was " + values.length);
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(what + " [value] must be finite, but was " + value);
      }
    }
    return values.clone();
  }

  static void clusters(Clustered values, int least) {
    if (values.clusters() < least) {
      throw new IllegalArgumentException("clusters [count] must lie in " + least + ".."
          + Integer.MAX_VALUE + ", but was " + values.clusters());
    }
  }

  static double level(double level) {
    if (level == 0 || level == 1) {
      throw new IllegalArgumentException(
          LEVEL.legalRange() + " without the ends, but was " + level);
    }
    return LEVEL.check(level);
  }
}
