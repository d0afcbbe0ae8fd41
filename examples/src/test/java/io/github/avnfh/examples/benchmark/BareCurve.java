package io.github.avnfh.examples.benchmark;

/** The columns of a survival curve with log-log limits, filled step by step in order of time. */
final class BareCurve {
  private static final double Z = 1.959963984540054;

  final double[] times;
  final double[] atRisk;
  final double[] events;
  final double[] survival;
  final double[] errors;
  final double[] lower;
  final double[] upper;
  int size;
  double survivalNow = 1;

  private double greenwood;

  BareCurve(int capacity) {
    times = new double[capacity];
    atRisk = new double[capacity];
    events = new double[capacity];
    survival = new double[capacity];
    errors = new double[capacity];
    lower = new double[capacity];
    upper = new double[capacity];
  }

  /** A time with Greenwood's variance. */
  void step(double time, int riskSet, int failed) {
    greenwood += failed == 0 ? 0 : failed / ((double) riskSet * (riskSet - failed));
    step(time, riskSet, failed, greenwood);
  }

  /** A time with a given variance of log S. */
  void step(double time, int riskSet, int failed, double variance) {
    times[size] = time;
    atRisk[size] = riskSet;
    events[size] = failed;
    if (failed > 0) {
      survivalNow *= (riskSet - failed) / (double) riskSet;
      limits(Math.sqrt(variance));
    } else {
      repeat();
    }
    survival[size] = survivalNow;
    size++;
  }

  private void limits(double logError) {
    double log = Math.log(survivalNow);
    double power = Math.exp(-Z * logError / log);
    errors[size] = survivalNow * logError;
    lower[size] = survivalNow > 0 ? Math.exp(log * power) : 0;
    upper[size] = survivalNow > 0 ? Math.exp(log / power) : 0;
  }

  private void repeat() {
    boolean first = size == 0;
    errors[size] = first ? 0 : errors[size - 1];
    lower[size] = first ? 1 : lower[size - 1];
    upper[size] = first ? 1 : upper[size - 1];
  }
}
