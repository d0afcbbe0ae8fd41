package io.github.avnfh.survival.compare;

import java.util.Arrays;

/** The weight of each time of one stratum, in the order of the times. */
final class TimeWeight {
  private final Weighting weighting;
  private final double row;
  private double survival = 1;
  private double modified = 1;

  TimeWeight(Weighting weighting) {
    this(weighting, 1);
  }

  /**
   * Begins with how much a row counts on average, which takes the place of the 1 of Peto and Peto:
   * the unit of case weights that are not whole then does not matter.
   */
  TimeWeight(Weighting weighting, double row) {
    this.weighting = weighting;
    this.row = row;
  }

  /** The same weights for another stratum. */
  TimeWeight anew() {
    return new TimeWeight(weighting, row);
  }

  /** Writes down the weights of the next times. */
  void fill(double[] atRisk, double[] events, double[] weights, int size) {
    if (isPlain()) {
      Arrays.fill(weights, 0, size, 1);
      return;
    }
    for (int i = 0; i < size; i++) {
      weights[i] = next(atRisk[i], events[i]);
    }
  }

  private boolean isPlain() {
    return weighting.kind() == Weighting.Kind.FLEMING_HARRINGTON
        && weighting.rho() == 0
        && weighting.gamma() == 0;
  }

  double next(double atRisk, double events) {
    return switch (weighting.kind()) {
      case GEHAN -> atRisk;
      case TARONE_WARE -> Math.sqrt(atRisk);
      case PETO_PETO -> {
        // product of 1 - d / (n + 1) up to and including this time
        modified *= 1 - events / (atRisk + row);
        yield modified;
      }
      case FLEMING_HARRINGTON -> power(atRisk, events);
    };
  }

  private double power(double atRisk, double events) {
    if (isPlain()) {
      return 1;
    }
    // S(t-), so that the weight of a time does not depend on its own events
    double before = survival;
    survival *= (atRisk - events) / atRisk;
    return Math.pow(before, weighting.rho()) * Math.pow(1 - before, weighting.gamma());
  }
}
