package io.github.avnfh.core.statistics;

/**
 * A continuous distribution of a test statistic or of a limit: its tails and quantiles.
 *
 * <p>Tails and quantiles have a relative error below 1e-13, in the far tails too: the upper tail of
 * the normal distribution at 37 is 5.7255712225245771e-300. Two-sided tails are twice the upper
 * tail of the absolute value; the two-sided quantile of a confidence level is the upper quantile of
 * (1 - level) / 2. With shapes or degrees of freedom below 0.01, which no test of data has, a small
 * upper tail loses digits: 3e-12 at 0.001, 3e-9 at 1e-6.
 *
 * <pre>{@code
 * Distribution.normal().upperQuantile(0.025);      // 1.95996398454005…
 * double p = 2 * Distribution.studentT(11).upperTail(2.2); // 0.0500861109818…
 * Distribution.chiSquare(2).upperTail(20.647);     // 3.28519320649…
 * Distribution.beta(14, 1).quantile(0.025);        // 0.76836423834988…
 * Distribution.normal().quantile(0);
 * // IllegalArgumentException: tail [probability] must lie in 0.0..1.0 without the ends, but was 0.0
 * }</pre>
 */
public abstract class Distribution {
  private static final String DEGREES = "degrees of freedom [number]";
  private static final String SHAPE = "shape of a distribution [number]";
  private static final double LARGEST_PARAMETER = 1e15;
  private static final int MOST_STEPS = 200;
  private static final double CONVERGED = 4e-16;
  private static final double ROUNDING = 1e-12;
  private static final double LONGEST_STEP = 700;

  private Distribution() {}

  /**
   * Returns the standard normal distribution.
   *
   * @return mean 0, variance 1
   */
  public static Distribution normal() {
    return Normal.STANDARD;
  }

  /**
   * Returns Student's t distribution.
   *
   * @param degreesOfFreedom a number above 0, at most 1e15, whole or not
   * @return the distribution
   * @throws IllegalArgumentException if the degrees of freedom lie outside their range
   */
  public static Distribution studentT(double degreesOfFreedom) {
    return new StudentT(positive(DEGREES, degreesOfFreedom));
  }

  /**
   * Returns Fisher's F distribution.
   *
   * @param numerator degrees of freedom of the numerator, a number above 0, at most 1e15
   * @param denominator degrees of freedom of the denominator, likewise
   * @return the distribution
   * @throws IllegalArgumentException if degrees of freedom lie outside their range
   */
  public static Distribution f(double numerator, double denominator) {
    return new VarianceRatio(positive(DEGREES, numerator), positive(DEGREES, denominator));
  }

  /**
   * Returns the beta distribution, with density proportional to x^(alpha - 1) (1 - x)^(beta - 1).
   *
   * @param alpha the first shape, a number above 0, at most 1e15
   * @param beta the second shape, likewise
   * @return the distribution
   * @throws IllegalArgumentException if a shape lies outside its range
   */
  public static Distribution beta(double alpha, double beta) {
    return new Beta(positive(SHAPE, alpha), positive(SHAPE, beta));
  }

  /**
   * Returns the chi-square distribution.
   *
   * @param degreesOfFreedom a number above 0, at most 1e15, whole or not
   * @return the distribution
   * @throws IllegalArgumentException if the degrees of freedom lie outside their range
   */
  public static Distribution chiSquare(double degreesOfFreedom) {
    return new ChiSquare(positive(DEGREES, degreesOfFreedom));
  }

  private static double positive(String what, double value) {
    if (value > 0 && value <= LARGEST_PARAMETER) {
      return value;
    }
    throw new IllegalArgumentException(
        what + " must lie in 0.0.." + LARGEST_PARAMETER + " without 0, but was " + value);
  }

  /**
   * Returns the probability of a value up to x.
   *
   * @param x a number, perhaps infinite
   * @return P(X &lt;= x), from 0 to 1
   * @throws IllegalArgumentException if x is not a number
   */
  public final double lowerTail(double x) {
    return tail(x, false);
  }

  /**
   * Returns the probability of a value above x.
   *
   * @param x a number, perhaps infinite
   * @return P(X &gt; x), from 0 to 1
   * @throws IllegalArgumentException if x is not a number
   */
  public final double upperTail(double x) {
    return tail(x, true);
  }

  /**
   * Returns the natural logarithm of the probability of a value above x.
   *
   * @param x a finite number
   * @return log P(X &gt; x), 0 or less; finite also where the upper tail itself is below the
   *     smallest double
   * @throws IllegalArgumentException if x is not finite, or lies at or beyond the upper end of the
   *     distribution, where the probability is 0
   */
  public final double logUpperTail(double x) {
    if (!Double.isFinite(x) || (this instanceof Beta && x >= 1)) {
      throw new IllegalArgumentException(
          "value of a logarithmic tail [number] must be finite and inside the distribution,"
              + " but was " + x);
    }
    double upper = upperTail(x);
    // near 1 the logarithm lives on what is missing to 1
    return upper > 0.5
        ? Math.log1p(-lowerTail(x))
        : upper > Double.MIN_NORMAL ? Math.log(upper) : logFarTail(x);
  }

  private double tail(double x, boolean upper) {
    if (Double.isNaN(x)) {
      throw new IllegalArgumentException("value of a tail [number] must be a number, but was NaN");
    }
    return Math.max(0, Math.min(1, upper ? above(x) : below(x)));
  }

  /**
   * Returns the value below which a probability lies.
   *
   * @param probability a number between 0 and 1, both excluded
   * @return x with P(X &lt;= x) of that probability
   * @throws IllegalArgumentException if the probability is not between 0 and 1, or the value is
   *     beyond the largest double
   */
  public final double quantile(double probability) {
    return quantileOf(probability, false);
  }

  /**
   * Returns the value above which a probability lies.
   *
   * @param probability a number between 0 and 1, both excluded
   * @return x with P(X &gt; x) of that probability
   * @throws IllegalArgumentException if the probability is not between 0 and 1, or the value is
   *     beyond the largest double
   */
  public final double upperQuantile(double probability) {
    return quantileOf(probability, true);
  }

  private double quantileOf(double probability, boolean upper) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException(
          "tail [probability] must lie in 0.0..1.0 without the ends, but was " + probability);
    }
    // the smaller tail is the one with all its digits
    double value =
        probability <= 0.5 ? valueOf(probability, upper) : valueOf(1 - probability, !upper);
    if (Double.isFinite(value)) {
      return value;
    }
    throw new IllegalArgumentException("quantile [number] must lie in " + -Double.MAX_VALUE + ".."
        + Double.MAX_VALUE + ", but that of probability " + probability + " does not");
  }

  abstract double below(double x);

  abstract double above(double x);

  /** The logarithm of an upper tail that underflows. */
  abstract double logFarTail(double x);

  /** The value with a tail of at most one half on the given side. */
  abstract double valueOf(double tail, boolean upper);

  /** A tail and the slope of the distribution function in the logarithm of its variable. */
  interface LogScale {
    double tail(double variable, boolean upper);

    double slope(double variable);

    /**
     * The positive variable with a given tail, by Newton's method for the logarithm of the tail in
     * the logarithm u of the variable: with tail T and slope s = |dT/du|, the step is log(T / p) T
     * / s. As log T is concave in u, all steps but the first come from one side; the first is
     * halved until the tail does not underflow.
     */
    default double solve(double start, double tail, boolean upper) {
      double sound = start;
      double step = 0;
      for (int i = 0; i < MOST_STEPS; i++) {
        double variable = sound * Math.exp(step);
        // the variable moves by a factor exp(step), so that it stays positive
        double here = tail(variable, upper);
        if (!(here >= Double.MIN_NORMAL)) {
          step /= 2;
          continue;
        }
        // Newton for log T(u) = log p: (log T - log p) / |T'(u) / T|
        double next = Math.log(here / tail) * here / slope(variable);
        // exp(700) is near the largest double: a longer step would leave the range
        next = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, upper ? next : -next));
        double size = Math.abs(next);
        // once rounding is all that is left, steps no longer shrink
        if (size <= CONVERGED || (size < ROUNDING && size > Math.abs(step) / 2)) {
          return variable * Math.exp(next);
        }
        sound = variable;
        step = next;
      }
      // the steps end without an answer only where it lies outside the range of doubles
      return upper ? Double.POSITIVE_INFINITY : 0;
    }
  }

  /** P and Q of the gamma distribution with shape a, as functions of x. */
  private record GammaScale(double a) implements LogScale {
    @Override
    public double tail(double x, boolean upper) {
      return upper ? IncompleteGamma.upper(a, x) : IncompleteGamma.lower(a, x);
    }

    @Override
    public double slope(double x) {
      return IncompleteGamma.kernel(a, x);
    }
  }

  /** The incomplete beta function as a function of the odds w = x / (1 - x). */
  private record OddsScale(double a, double b) implements LogScale {
    @Override
    public double tail(double odds, boolean upper) {
      double x = part(odds);
      double y = part(1 / odds);
      return upper ? IncompleteBeta.of(b, a, y, x) : IncompleteBeta.of(a, b, x, y);
    }

    @Override
    public double slope(double odds) {
      return IncompleteBeta.kernel(a, b, part(odds), part(1 / odds));
    }

    private static double part(double odds) {
      return Double.isInfinite(odds) ? 1 : odds / (1 + odds);
    }
  }

  /** Through the square of the value, which is a chi-square variable with one degree of freedom. */
  private static final class Normal extends Distribution {
    private static final Normal STANDARD = new Normal();
    private static final LogScale SQUARE = new GammaScale(0.5);

    @Override
    double below(double x) {
      return above(-x);
    }

    @Override
    double above(double x) {
      if (x < 0) {
        return 1 - above(-x);
      }
      if (Double.isInfinite(x)) {
        return 0;
      }
      double square = x * x;
      // what squaring rounds away counts in the exponent of a far tail
      double rounded = Double.isInfinite(square) ? 0 : Math.fma(x, x, -square);
      // P(Z > x) = Q(1/2, x^2 / 2) / 2
      return IncompleteGamma.upper(0.5, square / 2) * Math.exp(-rounded / 2) / 2;
    }

    @Override
    double logFarTail(double x) {
      return IncompleteGamma.logUpper(0.5, x / 2 * x) - Math.log(2);
    }

    @Override
    double valueOf(double tail, boolean upper) {
      // near the middle the mass between -x and x is the smaller and better known number
      double half = tail < 0.25
          ? SQUARE.solve(1, 2 * tail, true)
          : tail == 0.5 ? 0 : SQUARE.solve(0.1, 1 - 2 * tail, false);
      return upper ? Math.sqrt(2 * half) : 0 - Math.sqrt(2 * half);
    }
  }

  /** Through t^2 / df, the odds of a beta variable with shapes 1/2 and df/2. */
  private static final class StudentT extends Distribution {
    private final double degrees;

    private StudentT(double degrees) {
      this.degrees = degrees;
    }

    @Override
    double below(double x) {
      return above(-x);
    }

    @Override
    double above(double x) {
      return x < 0 ? 1 - above(-x) : ratio().above(x * x) / 2;
    }

    private VarianceRatio ratio() {
      return new VarianceRatio(1, degrees);
    }

    @Override
    double logFarTail(double x) {
      return ratio().logFarTail(x * x) - Math.log(2);
    }

    @Override
    double valueOf(double tail, boolean upper) {
      // P(|T| > t) = P(F > t^2) with 1 and df; near the middle by P(F < t^2), as for the normal
      double square = tail < 0.25
          ? ratio().valueOf(2 * tail, true)
          : tail == 0.5 ? 0 : ratio().valueOf(1 - 2 * tail, false);
      return upper ? Math.sqrt(square) : 0 - Math.sqrt(square);
    }
  }

  /** Through the odds d1 F / d2 of a beta variable with shapes d1/2 and d2/2. */
  private static final class VarianceRatio extends Distribution {
    private final double numerator;
    private final double denominator;

    private VarianceRatio(double numerator, double denominator) {
      this.numerator = numerator;
      this.denominator = denominator;
    }

    private OddsScale scale() {
      return new OddsScale(numerator / 2, denominator / 2);
    }

    @Override
    double below(double x) {
      return x <= 0 ? 0 : scale().tail(x * numerator / denominator, false);
    }

    @Override
    double above(double x) {
      return x <= 0 ? 1 : scale().tail(x * numerator / denominator, true);
    }

    @Override
    double logFarTail(double x) {
      // 1 / odds; P(F > x) = I(1 / (1 + odds); d2/2, d1/2)
      double y = denominator / numerator / x;
      return IncompleteBeta.logOf(denominator / 2, numerator / 2, y / (1 + y), 1 / (1 + y));
    }

    @Override
    double valueOf(double tail, boolean upper) {
      // F = odds d2 / d1, from odds of the mean on
      return scale().solve(numerator / denominator, tail, upper) * denominator / numerator;
    }
  }

  private static final class Beta extends Distribution {
    private final double alpha;
    private final double beta;

    private Beta(double alpha, double beta) {
      this.alpha = alpha;
      this.beta = beta;
    }

    @Override
    double below(double x) {
      return x <= 0 ? 0 : x >= 1 ? 1 : IncompleteBeta.of(alpha, beta, x, 1 - x);
    }

    @Override
    double above(double x) {
      return x <= 0 ? 1 : x >= 1 ? 0 : IncompleteBeta.of(beta, alpha, 1 - x, x);
    }

    @Override
    double logFarTail(double x) {
      return IncompleteBeta.logOf(beta, alpha, 1 - x, x);
    }

    @Override
    double valueOf(double tail, boolean upper) {
      // from the odds of the mean; a value close to 1 keeps its distance from 1 in the odds
      double odds = new OddsScale(alpha, beta).solve(alpha / beta, tail, upper);
      return OddsScale.part(odds);
    }
  }

  /** Twice a gamma variable of half the degrees of freedom. */
  private static final class ChiSquare extends Distribution {
    private final double degrees;

    private ChiSquare(double degrees) {
      this.degrees = degrees;
    }

    @Override
    double below(double x) {
      return x <= 0 ? 0 : IncompleteGamma.lower(degrees / 2, x / 2);
    }

    @Override
    double above(double x) {
      return x <= 0 ? 1 : IncompleteGamma.upper(degrees / 2, x / 2);
    }

    @Override
    double logFarTail(double x) {
      return IncompleteGamma.logUpper(degrees / 2, x / 2);
    }

    @Override
    double valueOf(double tail, boolean upper) {
      return 2 * new GammaScale(degrees / 2).solve(degrees / 2, tail, upper);
    }
  }
}
