package io.github.avnfh.scoring.compare;

/** Checks of samples: as many values and clusters as an estimator needs, all values finite. */
final class SampleChecks {
  private SampleChecks() {}

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

  static void clusters(ClusteredSample values, int least) {
    if (values.clusters() < least) {
      throw new IllegalArgumentException("clusters [count] must lie in " + least + ".."
          + Integer.MAX_VALUE + ", but was " + values.clusters());
    }
  }
}
