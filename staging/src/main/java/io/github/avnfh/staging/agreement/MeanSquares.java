package io.github.avnfh.staging.agreement;

import io.github.avnfh.core.statistics.Distribution;
import java.util.Optional;

/** The analysis of variance of subjects by readers, and the intraclass correlations from it. */
final class MeanSquares {
  private static final String CONVENTION =
      "F interval (Shrout and Fleiss 1979; McGraw and Wong 1996)";

  /** Below this proportion of the largest square a mean square is a sum of rounding errors. */
  private static final double ROUNDING = 1e-28;

  /**
   * Below this proportion of the whole a sum of squares of a part is a difference of rounded sums.
   */
  private static final double CANCELLED = 1e-12;

  private static final double LARGEST = 1e300;

  private final Measurements measurements;
  private final int n;
  private final int k;
  private final double[] ofSubject;
  private final double[] ofReader;
  private final double grand;
  private final double subjects;
  private final double readers;
  private final double error;
  private final double within;
  private final double rounding;

  MeanSquares(Measurements measurements) {
    this.measurements = measurements;
    this.n = measurements.subjects();
    this.k = measurements.readers();
    this.ofSubject = new double[n];
    this.ofReader = new double[k];
    double mean = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < k; j++) {
        ofSubject[i] += measurements.value(i, j) / k;
        ofReader[j] += measurements.value(i, j) / n;
        mean += measurements.value(i, j) / (n * (double) k);
      }
    }
    this.grand = mean;
    double betweenSubjects = 0;
    double residual = 0;
    double inside = 0;
    for (int i = 0; i < n; i++) {
      // each sum of squares from deviations, none as the difference of two others
      betweenSubjects += k * square(ofSubject[i] - grand);
      for (int j = 0; j < k; j++) {
        inside += square(measurements.value(i, j) - ofSubject[i]);
        residual += square(residual(i, j));
      }
    }
    double betweenReaders = 0;
    for (double reader : ofReader) {
      betweenReaders += n * square(reader - grand);
    }
    this.rounding = ROUNDING * largestSquare();
    this.subjects = meanSquare(betweenSubjects, n - 1.0);
    this.readers = meanSquare(betweenReaders, k - 1.0);
    this.error = meanSquare(residual, (n - 1.0) * (k - 1));
    this.within = meanSquare(inside, n * (k - 1.0));
  }

  private double residual(int subject, int reader) {
    // x_ij - x_i. - x_.j + x_..
    return measurements.value(subject, reader) - ofSubject[subject] - ofReader[reader] + grand;
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

  private double meanSquare(double sum, double degrees) {
    double meanSquare = sum / degrees;
    return meanSquare <= rounding ? 0 : meanSquare;
  }

  private static double square(double value) {
    return value * value;
  }

  Coefficient coefficient(IccForm form, double level, AgreementInterval interval) {
    boolean byPatient = interval != AgreementInterval.INDEPENDENT_SUBJECTS;
    boolean generalized = interval == AgreementInterval.BY_PATIENT && form.isAgreement();
    Coefficient.Builder result = Coefficient.builder()
        .name(form.shroutFleiss() + " = " + form.mcGrawWong())
        .convention(byPatient ? IccByPatient.convention(generalized) : CONVENTION)
        .subjects(n)
        .patients(measurements.patients())
        .leftOut(measurements.leftOut());
    double ratio = ratio(form);
    double estimate = shown(form, ratio);
    if (!Double.isFinite(estimate)) {
      return result.build();
    }
    boolean spread = subjects > 0 && noise(form) > 0;
    if (spread && byPatient && measurements.patients() > 1) {
      result.interval(
          interval(form, new IccByPatient(this).limits(form, generalized, level), level));
    }
    if (spread && !byPatient) {
      double tail = (1 - level) / 2;
      double[] limits = form.isAgreement() ? agreement(single(ratio), tail) : ratios(form, tail);
      result.interval(interval(form, limits, level));
    }
    return result.estimate(estimate).build();
  }

  /**
   * Of each subject: its deviation from the grand mean, the square, its residuals, squared, and 1.
   */
  double[][] contributions() {
    double[][] contributions = new double[n][k + 4];
    for (int i = 0; i < n; i++) {
      double away = ofSubject[i] - grand;
      contributions[i][k] = away;
      contributions[i][k + 1] = away * away;
      contributions[i][k + 3] = 1;
      for (int j = 0; j < k; j++) {
        contributions[i][j] = residual(i, j);
        contributions[i][k + 2] += square(residual(i, j));
      }
    }
    return contributions;
  }

  /**
   * The mean squares of subjects, readers, error and within subjects of a part of the subjects.
   * Deviations are from the means of all subjects; those of the part are shifted by theirs.
   */
  double[] ofPart(double[] sums) {
    double size = sums[k + 3];
    // sum of (x - mean of part)^2 = sum of d^2 - (sum of d)^2 / m, d from the mean of all
    double betweenSubjects = k * (sums[k + 1] - square(sums[k]) / size);
    double residual = sums[k + 2];
    double betweenReaders = 0;
    for (int j = 0; j < k; j++) {
      residual -= square(sums[j]) / size;
      // the mean residual of a reader in the part is what its deviation moves by
      betweenReaders += size * square(ofReader[j] - grand + sums[j] / size);
    }
    return new double[] {
      unlessRounding(betweenSubjects, (n - 1) * subjects) / (size - 1),
      betweenReaders / (k - 1),
      unlessRounding(residual, (n - 1.0) * (k - 1) * error) / ((size - 1) * (k - 1)),
      // within subjects = error + readers
      unlessRounding(residual + betweenReaders, n * (k - 1) * within) / (size * (k - 1))
    };
  }

  /** What a part leaves of a sum of squares may be the rounding of the whole. */
  private static double unlessRounding(double part, double whole) {
    return part <= CANCELLED * whole ? 0 : part;
  }

  double[] whole() {
    return new double[] {subjects, readers, error, within};
  }

  Measurements measurements() {
    return measurements;
  }

  /**
   * The limits of what is shown; nothing where they are not finite numbers in order, or where the
   * ratio of the form falls below 0, as no correlation does.
   */
  private Optional<Limits> interval(IccForm form, double[] ratios, double level) {
    double lower = shown(form, ratios[0]);
    double upper = shown(form, ratios[1]);
    boolean isBelow = form.isMean() && ratios[0] <= 0;
    return isBelow || !Double.isFinite(lower + upper) || lower > upper
        ? Optional.empty()
        : Optional.of(Limits.of(lower, upper, level));
  }

  /** What readers who agree would not show: for consistency a shift between them does not count. */
  private double noise(IccForm form) {
    return form.isOneWay() || form.isAgreement() ? within : error;
  }

  /**
   * The ratio {@code (1 + (k - 1) r) / (1 - r)} of the correlation r of one reading, from which
   * both correlations follow without a difference of close numbers: S / E, for absolute agreement
   * {@code (S + x) / (E + x)} with {@code x = (R - E) / n}.
   */
  private double ratio(IccForm form) {
    double shift = form.isAgreement() ? (readers - error) / n : 0;
    double noise = (form.isOneWay() ? within : error) + shift;
    double whole = CANCELLED * (subjects + readers + error);
    return subjects + shift + (k - 1) * noise <= whole
        ? Double.NaN
        : unless(whole, subjects + shift) / unless(whole, noise);
  }

  private static double unless(double rounding, double value) {
    return Math.abs(value) <= rounding ? 0 : value;
  }

  private double shown(IccForm form, double ratio) {
    return form.isMean() ? 1 - 1 / ratio : single(ratio);
  }

  private double single(double ratio) {
    // (F - 1) / (F + k - 1), which does not overflow
    return 1 - k / (ratio + k - 1);
  }

  private double[] ratios(IccForm form, double tail) {
    boolean oneWay = form.isOneWay();
    double ratio = subjects / (oneWay ? within : error);
    double inner = oneWay ? n * (k - 1.0) : (n - 1.0) * (k - 1);
    return new double[] {
      // F / F(n - 1, v) and F F(v, n - 1)
      ratio / Distribution.f(n - 1.0, inner).upperQuantile(tail),
      ratio * Distribution.f(inner, n - 1.0).upperQuantile(tail)
    };
  }

  /** With a tiny part of a degree of freedom the quantile is no number: then there is no limit. */
  private static double quantile(Distribution f, double tail) {
    return f.upperTail(LARGEST) < tail ? f.upperQuantile(tail) : Double.POSITIVE_INFINITY;
  }

  private double[] agreement(double single, double tail) {
    // v = (k - 1)(n - 1)(k r R + [n (1 + (k - 1) r) - k r] E)^2
    // / ((n - 1)(k r R)^2 + ([n (1 + (k - 1) r) - k r] E)^2), Satterthwaite
    double shift = k * single * readers;
    double rest = (n * (1 + (k - 1) * single) - k * single) * error;
    double degrees =
        (k - 1) * (n - 1.0) * square(shift + rest) / ((n - 1) * square(shift) + square(rest));
    if (!(degrees > 0)) {
      return new double[] {Double.NaN, Double.NaN};
    }
    double below = quantile(Distribution.f(n - 1.0, degrees), tail);
    double above = quantile(Distribution.f(degrees, n - 1.0), tail);
    // the ratios of the limits n (S - F E) / (F (k R + (k n - k - n) E) + n S) and its counterpart
    double spread = readers + (n - 1) * error;
    return new double[] {
      (n * subjects + below * (readers - error)) / (below * spread),
      (n * subjects * above + readers - error) / spread
    };
  }
}
