package io.github.avnfh.survival.regression;

import io.github.avnfh.survival.regression.TimeDistribution.LogTime;

/**
 * What one row adds to the logarithm of the likelihood of a parametric model: an exact, censored or
 * interval-censored log time z = r log t - x'd, with the derivatives by the linear predictor x'd
 * and by the rate r = 1 / scale.
 */
final class CensoredLogTime {
  double value;
  double byPredictor;
  double byPredictorTwice;
  double byBoth;
  double byRate;
  double byRateTwice;

  private final LogTime logTime;
  private final double center;
  private final double rate;
  private double predictor;

  /**
   * At one rate.
   *
   * @param logTime the standard distribution of log times
   * @param center what is subtracted from every log time
   * @param rate one over the scale
   */
  CensoredLogTime(LogTime logTime, double center, double rate) {
    this.logTime = logTime;
    this.center = center;
    this.rate = rate;
  }

  void set(ParametricRows.Row row, double linearPredictor) {
    predictor = linearPredictor;
    value = byPredictor = byPredictorTwice = byBoth = byRate = byRateTwice = 0;
    double after = row.interval().after().orElse(0);
    if (row.interval().isExact()) {
      addExact(after);
    } else if (row.interval().until().isEmpty()) {
      addSurvival(after, 1);
    } else if (after > 0) {
      addInterval(after, row.interval().until().getAsDouble());
    } else {
      addProbability(row.interval().until().getAsDouble());
    }
    // given survival up to the entry: log f - log S(entry)
    addSurvival(row.entry().orElse(0), -1);
  }

  private double log(double time) {
    return Math.log(time) - center;
  }

  private void addExact(double time) {
    double y = log(time);
    double z = rate * y - predictor;
    // f(t) = f(z) dz/dt = f(z) r / t
    value += logTime.logDensity(z) + Math.log(rate) - Math.log(time);
    byRate += 1 / rate;
    byRateTwice -= 1 / (rate * rate);
    add(y, logTime.slope(z), logTime.curvature(z));
  }

  /** log S, whose derivatives are -h and -h(s + h) with h = f / S and s the slope of log f. */
  private void addSurvival(double time, int sign) {
    if (time == 0) {
      return;
    }
    double y = log(time);
    double z = rate * y - predictor;
    double logSurvival = logTime.logSurvival(z);
    // h = f / S by their logarithms, both of which may underflow
    double hazard = Math.exp(logTime.logDensity(z) - logSurvival);
    value += sign * logSurvival;
    add(y, -sign * hazard, -sign * hazard * (logTime.slope(z) + hazard));
  }

  /** log F, whose derivatives are q and q(s - q) with q = f / F. */
  private void addProbability(double time) {
    double y = log(time);
    double z = rate * y - predictor;
    double logProbability = logTime.logProbability(z);
    double ratio = Math.exp(logTime.logDensity(z) - logProbability);
    value += logProbability;
    add(y, ratio, ratio * (logTime.slope(z) - ratio));
  }

  /** log(S(left) - S(right)), by the logarithms of both, which keep their digits in the tails. */
  private void addInterval(double left, double right) {
    double y = log(left);
    double v = log(right);
    double zLeft = rate * y - predictor;
    double zRight = rate * v - predictor;
    double logSurvival = logTime.logSurvival(zLeft);
    double logMass = logSurvival + Math.log(-Math.expm1(logTime.logSurvival(zRight) - logSurvival));
    double f = Math.exp(logTime.logDensity(zLeft) - logMass);
    double g = Math.exp(logTime.logDensity(zRight) - logMass);
    value += logMass;
    // d log(S(a) - S(b)) = -f da + g db, both densities over the mass; second derivatives
    // -f s - f^2 and g s - g^2, and f g for both ends
    add(y, -f, -f * logTime.slope(zLeft) - f * f);
    add(v, g, g * logTime.slope(zRight) - g * g);
    double cross = f * g;
    byPredictorTwice += 2 * cross;
    byBoth -= cross * (y + v);
    byRateTwice += 2 * cross * y * v;
  }

  /** A term of z = r y - x'd, by its first and second derivative in z. */
  private void add(double y, double first, double second) {
    // dz/d(x'd) = -1 and dz/dr = y
    byPredictor -= first;
    byPredictorTwice += second;
    byBoth -= second * y;
    byRate += first * y;
    byRateTwice += second * y * y;
  }
}
