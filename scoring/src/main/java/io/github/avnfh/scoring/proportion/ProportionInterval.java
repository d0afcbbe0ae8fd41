package io.github.avnfh.scoring.proportion;

import io.github.avnfh.core.statistics.ConfidenceLevel;
import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.core.table.Count;
import org.immutables.value.Value;

/**
 * A proportion with its confidence interval, and the method that made it.
 *
 * <pre>{@code
 * ProportionInterval interval = ProportionInterval.Method.CLOPPER_PEARSON.of(Count.of(9, 15), 0.95);
 * interval.proportion(); // 0.6
 * interval.lower();      // 0.3228…
 * interval.upper();      // 0.8366…
 * }</pre>
 */
@Value.Immutable
public sealed interface ProportionInterval permits ImmutableProportionInterval {

  /** How the interval is found. */
  enum Method {
    /**
     * The exact interval of Clopper and Pearson, from quantiles of beta distributions. A count of 0
     * has the lower limit 0, a count of all the upper limit 1. R: {@code binom.test(x, n)}.
     */
    CLOPPER_PEARSON {
      @Override
      double lower(Count count, double tail) {
        return count.count() == 0
            ? 0
            // P(X >= x) at p is the lower tail of Beta(x, n - x + 1) at p
            : Distribution.beta(count.count(), count.total() - count.count() + 1.0)
                .quantile(tail);
      }

      @Override
      double upper(Count count, double tail) {
        return count.count() == count.total()
            ? 1
            // P(X <= x) at p is the upper tail of Beta(x + 1, n - x) at p
            : Distribution.beta(count.count() + 1.0, count.total() - count.count())
                .upperQuantile(tail);
      }
    },

    /** The score interval of Wilson. R: {@code prop.test(x, n, correct = FALSE)}. */
    WILSON {
      @Override
      double lower(Count count, double tail) {
        return count.count() == 0
            ? 0
            : Math.max(0, wilson(count, -Distribution.normal().upperQuantile(tail)));
      }

      @Override
      double upper(Count count, double tail) {
        return count.count() == count.total()
            ? 1
            : Math.min(1, wilson(count, Distribution.normal().upperQuantile(tail)));
      }
    };

    abstract double lower(Count count, double tail);

    abstract double upper(Count count, double tail);

    private static double wilson(Count count, double z) {
      double n = count.total();
      return scoreLimit(count.count() / n, n, z);
    }

    /**
     * The score limit of a proportion p of n, above p for a positive z and below for a negative.
     */
    static double scoreLimit(double p, double n, double z) {
      // (p + z^2/2n +- z sqrt(p (1 - p) / n + z^2/4n^2)) / (1 + z^2/n), the sign being that of z
      double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
      return (p + z * z / (2 * n) + half) / (1 + z * z / n);
    }

    /**
     * Returns the interval of a proportion.
     *
     * @param count a count out of a total of at least 1
     * @param level the confidence level, between 0 and 1
     * @return the interval
     * @throws IllegalArgumentException if the total is 0 or the level is not between 0 and 1
     */
    public ProportionInterval of(Count count, double level) {
      if (count.total() == 0) {
        throw new IllegalArgumentException(
            "total of a proportion [count] must lie in 1.." + Integer.MAX_VALUE + ", but was 0");
      }
      double tail = (1 - ConfidenceLevel.check(level)) / 2;
      return ImmutableProportionInterval.builder()
          .count(count)
          .method(this)
          .level(level)
          .lower(lower(count, tail))
          .upper(upper(count, tail))
          .build();
    }
  }

  /**
   * Returns the count behind the proportion.
   *
   * @return count and total
   */
  Count count();

  /**
   * Returns how the interval was found.
   *
   * @return the method
   */
  Method method();

  /**
   * Returns the confidence level.
   *
   * @return a fraction between 0 and 1
   */
  double level();

  /**
   * Returns the lower confidence limit.
   *
   * @return a fraction, 0 to 1
   */
  double lower();

  /**
   * Returns the upper confidence limit.
   *
   * @return a fraction, 0 to 1
   */
  double upper();

  /**
   * Returns the proportion.
   *
   * @return count divided by total
   */
  default double proportion() {
    return (double) count().count() / count().total();
  }

  /**
   * Returns the upper 95 % limit of a proportion of which nothing was seen, by the rule of three: 3
   * / n.
   *
   * @param total out of how many nothing was seen, at least 1
   * @return the limit as a fraction; above 1 is said as 1
   * @throws IllegalArgumentException if the total is less than 1
   */
  static double ruleOfThree(int total) {
    if (total < 1) {
      throw new IllegalArgumentException("total of a proportion [count] must lie in 1.."
          + Integer.MAX_VALUE + ", but was " + total);
    }
    // (1 - p)^n = 0.05 has p near -log(0.05) / n = 2.996 / n
    return Math.min(1, 3.0 / total);
  }
}
