package io.github.avnfh.survival.internal;

import io.github.avnfh.core.statistics.Distribution;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * Confidence limits and tests of a difference, from the limits of each estimate: the method of
 * variance estimates recovery (MOVER).
 *
 * <p>The distance of an estimate from its limit, squared, is the variance near that limit times the
 * square of the critical value. For estimates e1 and e2 with limits l and u and correlation r, the
 * difference d = e1 - e2 has the lower limit d - sqrt((e1-l1)<sup>2</sup> + (u2-e2)<sup>2</sup> - 2
 * r (e1-l1)(u2-e2)), and the upper one likewise with u1 and l2.
 *
 * @see <a href="https://doi.org/10.1002/sim.3095">Zou GY, Donner A. Construction of confidence
 *     limits about effect measures: a general approach. Stat Med 2008;27:1693-702</a>
 */
public final class RecoveredVariance {
  private static final double LARGEST_STATISTIC = 1_000;
  private static final double SMALLEST_STATISTIC = 1e-12;
  private static final double ROUNDING = 1e-13;
  private static final int STEPS = 150;

  private RecoveredVariance() {}

  /**
   * An estimate with its limits, infinite where there are none.
   *
   * @param estimate the estimate
   * @param lower its lower limit
   * @param upper its upper limit
   */
  public record Limits(double estimate, double lower, double upper) {

    /**
     * Returns Wilson's limits of a proportion p known as well as from n independent units.
     *
     * <p>They are the values q at which (p - q)<sup>2</sup> = c<sup>2</sup> q(1-q)/n, with c the
     * critical value: with a = n/c<sup>2</sup>, (ap + 1/2 -/+ sqrt(ap(1-p) + 1/4))/(a + 1). At p =
     * 1 the lower limit is a/(a + 1), so that there is an answer without events too.
     *
     * @param p the proportion, 0 to 1
     * @param size the effective sample size, if it is known
     * @param units the independent units, one more than the degrees of freedom of t
     * @param student true for the quantile of t, false for the normal one
     * @param tail the probability beyond each limit
     * @return the limits
     * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson EB. Probable inference,
     *     the law of succession, and statistical inference. J Am Stat Assoc 1927;22:209-12</a>
     */
    public static Limits wilson(
        double p, OptionalDouble size, double units, boolean student, double tail) {
      if (!(size.orElse(0) > 0) || (student && units <= 1)) {
        return new Limits(p, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      }
      double critical = CriticalQuantile.ofTail(tail, units, student);
      double n = size.getAsDouble();
      // the lower limit of p is 1 less the upper one of 1 - p
      return new Limits(p, 1 - wilsonUpper(1 - p, n, critical), wilsonUpper(p, n, critical));
    }

    private static double wilsonUpper(double p, double size, double critical) {
      double a = size / critical / critical;
      // beyond, the limit is the proportion to the last digit
      if (a > 1e300) {
        return p;
      }
      double limit = (a * p + 0.5 + Math.sqrt(a * p * (1 - p) + 0.25)) / (a + 1);
      return Math.max(p, Math.min(1, limit));
    }

    /**
     * Returns how far a limit lies from the estimate.
     *
     * @param below true for the lower limit, false for the upper one
     * @return the distance, 0 or more, perhaps infinite
     */
    public double reach(boolean below) {
      return below ? estimate - lower : upper - estimate;
    }
  }

  /**
   * Returns the limits of a difference and the chi-square statistic of its test.
   *
   * @param first the limits of the first estimate for any tail
   * @param second those of the second
   * @param correlation the correlation of both
   * @param level the confidence level
   * @return the difference, its lower and its upper limit, and the statistic; infinite where there
   *     is none
   */
  public static double[] difference(
      DoubleFunction<Limits> first,
      DoubleFunction<Limits> second,
      double correlation,
      double level) {
    Limits one = first.apply((1 - level) / 2);
    Limits other = second.apply((1 - level) / 2);
    double difference = one.estimate() - other.estimate();
    // down: e1 to its lower limit and e2 to its upper one; up the other way round
    double down = reach(one.reach(true), other.reach(false), correlation);
    double up = reach(one.reach(false), other.reach(true), correlation);
    boolean known = down <= Double.MAX_VALUE && up <= Double.MAX_VALUE;
    double statistic = known && difference != 0
        ? statistic(tail -> square(first, second, correlation, difference, tail), 1)
        : known ? 0 : Double.POSITIVE_INFINITY;
    return new double[] {difference, difference - down, difference + up, statistic};
  }

  private static double square(
      DoubleFunction<Limits> first,
      DoubleFunction<Limits> second,
      double correlation,
      double difference,
      double tail) {
    boolean positive = difference > 0;
    double reach =
        reach(first.apply(tail).reach(positive), second.apply(tail).reach(!positive), correlation);
    // (d / reach z)^2: the reach is z standard errors, z the normal quantile of the same tail
    double quotient = Math.abs(difference) / reach * CriticalQuantile.ofTail(tail, 0, false);
    return quotient * quotient;
  }

  /**
   * Returns how far the limit of a difference lies from it.
   *
   * @param first how far the limit of the first estimate lies from it, on the side in question
   * @param second how far that of the second lies from it, on the other side
   * @param correlation the correlation of both
   * @return the distance, 0 or more
   */
  public static double reach(double first, double second, double correlation) {
    double largest = Math.max(first, second);
    if (!(largest > 0) || Double.isInfinite(largest)) {
      return largest;
    }
    // as multiples of the larger, whose square may be no number
    double one = first / largest;
    double other = second / largest;
    double square = one * one + other * other - 2 * correlation * one * other;
    return largest * Math.sqrt(Math.max(0, square));
  }

  /**
   * Finds the chi-square statistic whose p value is the level at which a test just rejects.
   *
   * @param form for an upper tail of half that level, the quadratic form of the differences in the
   *     inverse of the variances recovered from limits of that tail; it falls with the statistic
   * @param degreesOfFreedom the degrees of freedom, at least 1
   * @return the statistic; infinite where the test rejects at any level
   */
  public static double statistic(DoubleUnaryOperator form, int degreesOfFreedom) {
    double low = 0;
    double atLow = Double.POSITIVE_INFINITY;
    double high = LARGEST_STATISTIC;
    double atHigh = excess(form, high, degreesOfFreedom);
    if (atHigh > 0) {
      return Double.POSITIVE_INFINITY;
    }
    // the usual statistics are small
    for (double trial = 1; trial < high; trial *= 4) {
      double at = excess(form, trial, degreesOfFreedom);
      if (at > 0) {
        low = trial;
        atLow = at;
      } else {
        high = trial;
        atHigh = at;
      }
    }
    boolean lowMoved = false;
    boolean highMoved = false;
    for (int i = 0; i < STEPS && isWide(low, high); i++) {
      double middle = low + (high - low) * part(atLow, atHigh, i);
      double at = excess(form, middle, degreesOfFreedom);
      // the excess falls faster than the statistic rises: the root is no farther than its size
      if (Math.abs(at) <= ROUNDING * middle) {
        low = middle;
        high = middle;
      } else if (at > 0) {
        low = middle;
        atLow = at;
        // Illinois: an end that stays twice counts half, so that the line moves it too
        atHigh /= lowMoved ? 2 : 1;
        lowMoved = true;
        highMoved = false;
      } else {
        high = middle;
        atHigh = at;
        atLow /= highMoved ? 2 : 1;
        highMoved = true;
        lowMoved = false;
      }
    }
    return high < SMALLEST_STATISTIC ? 0 : low + (high - low) / 2;
  }

  private static boolean isWide(double low, double high) {
    return high >= SMALLEST_STATISTIC && high - low > ROUNDING * high;
  }

  /** Where the line between both ends meets 0, by every third step the middle. */
  private static double part(double atLow, double atHigh, int step) {
    double part = atLow / (atLow - atHigh);
    return step % 3 < 2 && part > 0 && part < 1 ? part : 0.5;
  }

  private static double excess(DoubleUnaryOperator form, double statistic, int df) {
    // at the root, limits at the level of the p value just reach 0
    double tail = Distribution.chiSquare(df).upperTail(statistic) / 2;
    return form.applyAsDouble(Math.max(Double.MIN_NORMAL, tail)) - statistic;
  }
}
