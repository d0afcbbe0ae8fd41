package io.github.avnfh.survival.internal;

/**
 * Wilson's limits of a proportion p known as well as from n independent units.
 *
 * <p>They are the values q at which (p - q)<sup>2</sup> = c<sup>2</sup> q(1-q)/n, with c the
 * critical value: with a = n/c<sup>2</sup>, (ap + 1/2 -/+ sqrt(ap(1-p) + 1/4))/(a + 1). At p = 1
 * the lower limit is a/(a + 1), so that there is an answer without events too.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson EB. Probable inference, the
 *     law of succession, and statistical inference. J Am Stat Assoc 1927;22:209-12</a>
 */
public final class WilsonInterval {
  private WilsonInterval() {}

  /**
   * Returns the lower limit.
   *
   * @param p the proportion, 0 to 1
   * @param size the effective sample size, positive
   * @param critical the critical value, positive, perhaps infinite
   * @return the limit, from 0 to the proportion
   */
  public static double lower(double p, double size, double critical) {
    return 1 - upper(1 - p, size, critical);
  }

  /**
   * Returns the upper limit.
   *
   * @param p the proportion, 0 to 1
   * @param size the effective sample size, positive
   * @param critical the critical value, positive, perhaps infinite
   * @return the limit, from the proportion to 1
   */
  public static double upper(double p, double size, double critical) {
    double a = size / critical / critical;
    if (a > 1e300) {
      return p;
    }
    double limit = (a * p + 0.5 + Math.sqrt(a * p * (1 - p) + 0.25)) / (a + 1);
    return Math.max(p, Math.min(1, limit));
  }
}
