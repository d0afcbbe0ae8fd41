package io.github.avnfh.survival.internal;

import io.github.avnfh.core.statistics.Distribution;

/** The quantile that multiplies a standard error, for groups of any number of units. */
public final class CriticalQuantile {
  private static final double LARGEST = 1e150;

  /** From here on the t and the normal distribution are the same to the last digit. */
  private static final double MOST_DEGREES = 1e15;

  private final double tail;
  private final boolean student;
  private final double normal;
  private volatile Known known = new Known(Double.NaN, 0);

  /** The last answer, since most questions are the same. */
  private record Known(double units, double quantile) {}

  /**
   * Chooses the probability and the distribution.
   *
   * @param level the confidence level, above 0 and below 1
   * @param student true for Student's t, false for the normal distribution
   */
  public CriticalQuantile(double level, boolean student) {
    this(student, (1 - level) / 2);
  }

  private CriticalQuantile(boolean student, double tail) {
    this.tail = tail;
    this.student = student;
    this.normal = Distribution.normal().upperQuantile(tail);
  }

  /**
   * Chooses the probability beyond each limit, which may be too small for a level to tell.
   *
   * @param tail the probability above the quantile, above 0 and at most 0.5
   * @param student true for Student's t, false for the normal distribution
   * @return the quantile for any number of units
   */
  public static CriticalQuantile beyond(double tail, boolean student) {
    return new CriticalQuantile(student, tail);
  }

  /**
   * Returns the quantile.
   *
   * @param units the independent units, such as patients, one more than the degrees of freedom
   * @return the quantile, infinite for Student's t without a degree of freedom
   */
  public double of(double units) {
    if (!student) {
      return normal;
    }
    Known last = known;
    if (last.units() != units) {
      last = new Known(units, ofTail(tail, units, true));
      known = last;
    }
    return last.quantile();
  }

  /**
   * Returns the quantile of an upper tail.
   *
   * @param tail the probability above the quantile, above 0 and at most 0.5
   * @param units the independent units, such as patients, one more than the degrees of freedom
   * @param student true for Student's t, false for the normal distribution
   * @return the quantile, infinite for Student's t without a degree of freedom
   */
  public static double ofTail(double tail, double units, boolean student) {
    if (!student) {
      return Distribution.normal().upperQuantile(tail);
    }
    if (!(units > 1)) {
      return Double.POSITIVE_INFINITY;
    }
    // t with G - 1 degrees of freedom, as the variance is estimated from G units
    Distribution t = Distribution.studentT(Math.min(units - 1, MOST_DEGREES));
    // the square of a quantile beyond is no number, and no limit depends on it
    return t.upperTail(LARGEST) < tail ? t.upperQuantile(tail) : Double.POSITIVE_INFINITY;
  }
}
