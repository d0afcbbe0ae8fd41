package io.github.avnfh.survival;

/**
 * How the limits of a confidence interval came about.
 *
 * <pre>{@code
 * FollowUp hips = FollowUp.ofDays(new int[] {730, 731, 735}, new boolean[3]).build();
 * SurvivalEstimate estimate =
 *     KaplanMeier.withDefaults().estimate(hips).curves().get(0).at(365).estimate().orElseThrow();
 * estimate.survival();                    // 1.0
 * estimate.lower();                       // 0.2924…
 * LimitMethod method = estimate.limits(); // BETA_PRODUCT
 * }</pre>
 */
public enum LimitMethod {
  /**
   * From the standard error, on the scale of an {@link IntervalType}. They change at events only:
   * with few at risk long after the last event they say more than is known, as R's do. Before the
   * first event {@link KaplanMeier#withoutExactLimits()} has limits of 1 and 1, as R has.
   */
  STANDARD_ERROR,

  /**
   * From the beta distribution, because the standard error says nothing before the first event and
   * where S is 0.
   *
   * <p>Before the first event the lower limit at a time is (alpha/2)<sup>1/n</sup>, the exact limit
   * of Clopper and Pearson for no event among the n at risk at that time, and the upper limit is 1.
   * Under delayed entry n is the smallest number at risk so far. With clusters it counts clusters,
   * as if the hips of a patient could only fail together; a hip whose follow-up is split into
   * several rows of one cluster counts once. Where S is 0, the lower limit is 0, and the upper one
   * comes from the product over all event times of independent beta variables with parameters Y - d
   * + 1 and d, approximated by the beta variable of the same mean and variance; without censoring
   * it is the exact limit of Clopper and Pearson.
   *
   * @see <a href="https://doi.org/10.1093/biostatistics/kxt016">Fay MP, Brittain EH, Proschan MA.
   *     Pointwise confidence intervals for a survival distribution with small samples or heavy
   *     censoring. Biostatistics 2013;14:723-36</a>
   */
  BETA_PRODUCT,

  /**
   * None: with all rows in one cluster nothing is known about the error, and the limits are 0 and
   * 1.
   */
  NOT_ESTIMABLE
}
