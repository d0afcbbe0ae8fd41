package io.github.avnfh.staging.agreement;

import io.github.avnfh.core.statistics.Distribution;
import java.util.function.DoubleUnaryOperator;

/**
 * Limits of an intraclass correlation that take patients for independent, and not their hips.
 *
 * <p>With F the mean square of subjects over that of error, the correlation of one reading is
 * {@code (F - 1) / (F + k - 1)} for k readers, and {@code ln F = ln((1 + (k - 1) r) / (1 - r))} is
 * twice Fisher's z. For absolute agreement the denominator grows by {@code x = k (R - 1) / n}, R
 * the mean square of readers over that of error.
 */
final class IccByPatient {
  private static final String GENERALIZED =
      "generalized interval: ln F by t with patients - 1 degrees"
          + " of freedom and the jackknife over patients, the mean square of readers by chi-square with"
          + " readers - 1 degrees of freedom";

  private static final int SUBJECTS = 0;
  private static final int READERS = 1;
  private static final int ERROR = 2;
  private static final int WITHIN = 3;

  /** Steps of Boole's rule, a multiple of 4. */
  private static final int STEPS = 240;

  private static final double[] BOOLE = {14, 32, 12, 32};

  /** Beyond so many standard deviations of a normal variate nothing is left to add. */
  private static final double REACH = 12;

  private static final double CLOSE = 1e-12;

  /** The exponential of more overflows. */
  private static final double LARGEST = 700;

  private static final double CANCELLED = 1e-12;

  private final MeanSquares squares;
  private final int n;
  private final int k;
  private final int patients;

  IccByPatient(MeanSquares squares) {
    this.squares = squares;
    this.n = squares.measurements().subjects();
    this.k = squares.measurements().readers();
    this.patients = squares.measurements().patients();
  }

  static String convention(boolean generalized) {
    return generalized ? GENERALIZED : BoundedInterval.CONVENTION;
  }

  /** The limits of {@code (1 + (k - 1) r) / (1 - r)}, r the correlation of one reading. */
  double[] limits(IccForm form, boolean generalized, double level) {
    double center = logRatio(form, generalized, squares.whole(), n);
    double error = squares
        .measurements()
        .jackknife()
        .standardError(
            squares.contributions(),
            sums -> logRatio(form, generalized, squares.ofPart(sums), sums[sums.length - 1]));
    if (!Double.isFinite(center + error)) {
      return new double[] {0, Double.POSITIVE_INFINITY};
    }
    if (generalized) {
      Pivot pivot = new Pivot(center, error);
      return new double[] {pivot.quantile((1 - level) / 2), pivot.quantile((1 + level) / 2)};
    }
    double reach = Distribution.studentT(patients - 1.0).upperQuantile((1 - level) / 2) * error;
    return new double[] {Math.exp(center - reach), Math.exp(center + reach)};
  }

  /** Twice Fisher's z of the form; of consistency where the readers are treated apart. */
  private double logRatio(IccForm form, boolean generalized, double[] mean, double size) {
    // F = S / E, one-way S / W
    double noise = mean[form.isOneWay() ? WITHIN : ERROR];
    if (form.isAgreement() && !generalized) {
      // (1 + (k - 1) r) / (1 - r) with r = (S - E) / (S + (k - 1) E + k (R - E) / n)
      double shift = (mean[READERS] - noise) / size;
      return Math.log(
          unlessRounding(mean[SUBJECTS] + shift, mean) / unlessRounding(noise + shift, mean));
    }
    return Math.log(mean[SUBJECTS] / noise);
  }

  /** A difference of mean squares that is a sum of rounding errors stands for none. */
  private static double unlessRounding(double difference, double... mean) {
    double largest = Math.max(mean[SUBJECTS], Math.max(mean[READERS], mean[ERROR]));
    return Math.abs(difference) <= CANCELLED * largest ? 0 : difference;
  }

  /**
   * The generalized pivotal quantity of absolute agreement, {@code (F - 1) / (F + k - 1 + x)} with
   * {@code ln F = center + error T}, T of Student, and {@code x = k max(0, R / C - 1) / n}, C of
   * chi-square over its degrees of freedom. Its distribution is the integral over T of that of C.
   */
  private final class Pivot {
    private final double center;
    private final double error;
    private final double reader;
    private final double degrees;
    private final double widest;
    private final Distribution student;

    Pivot(double center, double error) {
      this.degrees = patients - 1.0;
      this.center = center;
      this.error = error;
      this.reader = squares.whole()[READERS] / squares.whole()[ERROR];
      // cos(a)^(v - 1) is near exp(-v a^2 / 2), a normal density of standard deviation 1 / sqrt(v)
      this.widest = Math.min(Math.PI / 2, REACH / Math.sqrt(degrees));
      this.student = Distribution.studentT(degrees);
    }

    /**
     * The limit of F, sought by its logarithm, so that its relative error is small however close to
     * 0 it lies. The probability is 0 at 0 and 1 at infinity.
     */
    double quantile(double probability) {
      double low = -LARGEST;
      double high = LARGEST;
      while (high - low > CLOSE) {
        double middle = low + (high - low) / 2;
        if (probability(middle) < probability) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return Math.exp(low + (high - low) / 2);
    }

    /**
     * The probability that the correlation is at most that of the ratio {@code e = exp(edge)}:
     * {@code (e - 1) x >= k (F - e)}. The integrand jumps at the T where F = e, because x may be 0:
     * on one side of it the probability is that of T.
     */
    private double probability(double edge) {
      double jump = error > 0 ? (edge - center) / error : Math.copySign(LARGEST, edge - center);
      if (edge > 0) {
        return student.lowerTail(jump)
            + student.upperTail(jump) * mean(jump, widest, edge, this::readersAtLeast);
      }
      return edge == 0
          ? student.lowerTail(jump)
          : student.lowerTail(jump) * mean(jump, -widest, edge, shift -> 1 - readersAtLeast(shift));
    }

    /**
     * The mean of a probability over the T between the jump and an end. {@code T = sqrt(v) tan(a)}
     * turns the density of T into {@code cos(a)^(v - 1)}; near the jump, where the probability
     * changes fast, the angles lie close together, {@code a = jump + (end - jump) u^4}.
     */
    private double mean(double jump, double end, double edge, DoubleUnaryOperator probability) {
      double start = Math.max(-widest, Math.min(widest, Math.atan(jump / Math.sqrt(degrees))));
      double sum = 0;
      double weights = 0;
      for (int i = 1; i <= STEPS; i++) {
        double u = (double) i / STEPS;
        double angle = start + (end - start) * (u * u) * (u * u);
        double rule = i == STEPS ? BOOLE[0] / 2 : BOOLE[i % BOOLE.length];
        double weight = rule * (u * u * u) * Math.pow(Math.cos(angle), degrees - 1);
        double ratio = Math.exp(center + error * Math.sqrt(degrees) * Math.tan(angle));
        double shift = k * (Math.min(Double.MAX_VALUE, ratio) - Math.exp(edge)) / Math.expm1(edge);
        sum += weight * probability.applyAsDouble(Math.max(0, shift));
        weights += weight;
      }
      return weights > 0 ? sum / weights : 0;
    }

    /** The probability that x is at least so much: {@code C <= R / (1 + n x / k)}. */
    private double readersAtLeast(double shift) {
      double bound = reader / (1 + n * shift / k);
      return Distribution.chiSquare(k - 1.0).lowerTail(bound * (k - 1));
    }
  }
}
