package io.github.avnfh.staging.agreement;

/**
 * How limits of agreement are computed from the differences between two readers.
 *
 * @see BlandAltman
 */
public enum AgreementLimits {
  /**
   * The mean difference plus and minus 1.96 standard deviations, with patients as independent.
   *
   * <p>Right where the differences are near normal. The interval of a limit combines that of the
   * mean with that of the standard deviation s, by t with patients less one as degrees of freedom
   * on the mean and on {@code ln s}, both with the jackknife over patients: with m the mean, (l, u)
   * its interval and (a, b) that of s, the lower limit m - 1.96 s lies between {@code m - 1.96 s -
   * sqrt((m - l)^2 + 1.96^2 (b - s)^2)} and {@code m - 1.96 s + sqrt((u - m)^2 + 1.96^2 (s -
   * a)^2)}, the upper one likewise.
   *
   * @see <a href="https://doi.org/10.1177/0962280211402548">Zou GY. Confidence interval estimation
   *     for the Bland-Altman limits of agreement with multiple observations per individual. Stat
   *     Methods Med 2013;22:630-642</a>
   */
  NORMAL("mean plus and minus 1.96 standard deviations; t intervals with patients - 1 degrees of"
      + " freedom, jackknife over patients"),

  /**
   * The quantiles 2.5 % and 97.5 % of the differences, with intervals from order statistics.
   *
   * <p>Right for differences of any shape. The quantile of proportion p is that of the sorted
   * differences at {@code (n - 1) p + 1}, between two of them in proportion (R's type 7). The
   * interval is from one of the sorted differences to another, by the binomial distribution of how
   * many lie below the quantile; n is divided by the design effect of the mean difference, at least
   * 1. Below 146 subjects at level 0.95 even the most extreme difference is no limit, and there is
   * no interval.
   *
   * @see <a href="https://doi.org/10.1177/096228029900800204">Bland JM, Altman DG. Measuring
   *     agreement in method comparison studies. Stat Methods Med 1999;8:135-160</a>
   */
  QUANTILE("quantiles 2.5 % and 97.5 % of the differences; intervals from order statistics"),

  /**
   * As {@link #NORMAL}, with every subject independent of every other, as in the Lancet of 1986.
   *
   * <p>The interval of the mean is the t interval; those of the limits take the standard error
   * {@code sqrt(3 / n)} standard deviations, with the same t quantile of {@code n - 1} degrees of
   * freedom. Too narrow where patients bring two hips, and wrong where differences are not normal.
   */
  INDEPENDENT_SUBJECTS("mean plus and minus 1.96 standard deviations; intervals of Bland and Altman"
      + " 1986, subjects independent");

  private final String convention;

  AgreementLimits(String convention) {
    this.convention = convention;
  }

  /**
   * Returns the method in words.
   *
   * @return the limits and their intervals
   */
  public String convention() {
    return convention;
  }
}
