package io.github.avnfh.survival.compare;

/** The weight of each time of one stratum, in the order of the times. */
final class TimeWeight {
  private final Weighting weighting;
  private double survival = 1;
  private double modified = 1;

  TimeWeight(Weighting weighting) {
    this.weighting = weighting;
  }

  double next(double atRisk, double events) {
    return switch (weighting.kind()) {
      case GEHAN -> atRisk;
      case TARONE_WARE -> Math.sqrt(atRisk);
      case PETO_PETO -> {
        modified *= 1 - events / (atRisk + 1);
        yield modified;
      }
      case FLEMING_HARRINGTON -> power(atRisk, events);
    };
  }

  private double power(double atRisk, double events) {
    if (weighting.rho() == 0 && weighting.gamma() == 0) {
      return 1;
    }
    double before = survival;
    survival *= (atRisk - events) / atRisk;
    return Math.pow(before, weighting.rho()) * Math.pow(1 - before, weighting.gamma());
  }
}
