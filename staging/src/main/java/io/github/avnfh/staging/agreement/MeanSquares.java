package io.github.avnfh.staging.agreement;

/** The analysis of variance of subjects by readers, and the intraclass correlations from it. */
final class MeanSquares {
  private static final String CONVENTION =
      "F interval (Shrout and Fleiss 1979; McGraw and Wong 1996)";

  /** Below this share of the largest square a mean square is a sum of rounding errors. */
  private static final double ROUNDING = 1e-28;

  private final Measurements measurements;
  private final int n;
  private final int k;
  private final double subjects;
  private final double readers;
  private final double error;
  private final double within;

  MeanSquares(Measurements measurements) {
    this.measurements = measurements;
    this.n = measurements.subjects();
    this.k = measurements.readers();
    double[] ofSubject = new double[n];
    double[] ofReader = new double[k];
    double grand = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < k; j++) {
        ofSubject[i] += measurements.value(i, j) / k;
        ofReader[j] += measurements.value(i, j) / n;
        grand += measurements.value(i, j) / (n * (double) k);
      }
    }
    double betweenSubjects = 0;
    double residual = 0;
    double inside = 0;
    for (int i = 0; i < n; i++) {
      betweenSubjects += k * square(ofSubject[i] - grand);
      for (int j = 0; j < k; j++) {
        inside += square(measurements.value(i, j) - ofSubject[i]);
        residual += square(measurements.value(i, j) - ofSubject[i] - ofReader[j] + grand);
      }
    }
    double betweenReaders = 0;
    for (double mean : ofReader) {
      betweenReaders += n * square(mean - grand);
    }
    double rounding = ROUNDING * largestSquare();
    this.subjects = meanSquare(betweenSubjects, n - 1.0, rounding);
    this.readers = meanSquare(betweenReaders, k - 1.0, rounding);
    this.error = meanSquare(residual, (n - 1.0) * (k - 1), rounding);
    this.within = meanSquare(inside, n * (k - 1.0), rounding);
  }

  private double largestSquare() {
    double largest = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < k; j++) {
        largest = Math.max(largest, square(measurements.value(i, j)));
      }
    }
    return largest;
  }

  private static double meanSquare(double sum, double degrees, double rounding) {
    double meanSquare = sum / degrees;
    return meanSquare <= rounding ? 0 : meanSquare;
  }

  private static double square(double value) {
    return value * value;
  }

  Coefficient coefficient(IccForm form, double level) {
    Coefficient.Builder result = Coefficient.builder()
        .name(form.shroutFleiss() + " = " + form.mcGrawWong())
        .convention(CONVENTION)
        .subjects(n)
        .leftOut(measurements.leftOut());
    double single = single(form);
    double estimate = shown(form, single);
    if (!Double.isFinite(estimate)) {
      return result.build();
    }
    if (subjects > 0 && noise(form) > 0) {
      double upper = (1 + level) / 2;
      double[] limits = isAgreement(form) ? agreement(single, upper) : ratio(form, upper);
      result.interval(Limits.of(shown(form, limits[0]), shown(form, limits[1]), level));
    }
    return result.estimate(estimate).build();
  }

  /** What readers who agree would not show: for consistency a shift between them does not count. */
  private double noise(IccForm form) {
    return isOneWay(form) || isAgreement(form) ? within : error;
  }

  private static boolean isOneWay(IccForm form) {
    return form == IccForm.ONE_WAY_SINGLE || form == IccForm.ONE_WAY_MEAN;
  }

  private static boolean isAgreement(IccForm form) {
    return form == IccForm.AGREEMENT_SINGLE || form == IccForm.AGREEMENT_MEAN;
  }

  private double single(IccForm form) {
    double noise = isOneWay(form) ? within : error;
    double shift = isAgreement(form) ? k * (readers - error) / n : 0;
    return (subjects - noise) / (subjects + (k - 1) * noise + shift);
  }

  /** The step of Spearman and Brown from one reading to the mean of k. */
  private double shown(IccForm form, double single) {
    return form.isMean() ? k * single / (1 + (k - 1) * single) : single;
  }

  private double[] ratio(IccForm form, double upper) {
    boolean oneWay = isOneWay(form);
    double ratio = subjects / (oneWay ? within : error);
    double inner = oneWay ? n * (k - 1.0) : (n - 1.0) * (k - 1);
    double low = ratio / Quantiles.f(upper, n - 1.0, inner);
    double high = ratio * Quantiles.f(upper, inner, n - 1.0);
    return new double[] {(low - 1) / (low + k - 1), (high - 1) / (high + k - 1)};
  }

  private double[] agreement(double single, double upper) {
    double shift = k * single * readers;
    double rest = (n * (1 + (k - 1) * single) - k * single) * error;
    double degrees =
        (k - 1) * (n - 1.0) * square(shift + rest) / ((n - 1) * square(shift) + square(rest));
    double below = Quantiles.f(upper, n - 1.0, degrees);
    double above = Quantiles.f(upper, degrees, n - 1.0);
    double noise = k * readers + (k * (double) n - k - n) * error;
    return new double[] {
      n * (subjects - below * error) / (below * noise + n * subjects),
      n * (above * subjects - error) / (noise + n * above * subjects)
    };
  }
}
