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
    double before = survival;
    survival *= (atRisk - events) / atRisk;
    modified *= 1 - events / (atRisk + 1);
    return switch (weighting.kind()) {
      case GEHAN -> atRisk;
      case TARONE_WARE -> Math.sqrt(atRisk);
      case PETO_PETO -> modified;
      case FLEMING_HARRINGTON ->
        Math.pow(before, weighting.rho()) * Math.pow(1 - before, weighting.gamma());
    };
  }
}
