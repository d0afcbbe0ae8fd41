package io.github.avnfh.survival;

/**
 * The scale on which a confidence interval for a restricted mean is symmetric.
 *
 * <pre>{@code
 * FollowUp hips = FollowUp.ofDays(
 *         new int[] {210, 340, 500, 731, 731, 740},
 *         new boolean[] {true, true, false, false, false, false})
 *     .build();
 * for (RestrictedMeanScale scale : RestrictedMeanScale.values()) {
 *   RestrictedMean mean =
 *       KaplanMeier.withDefaults().with(scale).estimate(hips).curves().get(0).restrictedMean(365);
 *   System.out.println(scale.code() + ": " + Digits.halfUp(1).print(mean.lower().getAsDouble())
 *       + " to " + Digits.halfUp(1).print(mean.upper().getAsDouble()));
 * }
 * // log-time-lost: 229.1 to 358.4
 * // plain: 289.7 to 365.0
 * }</pre>
 */
public enum RestrictedMeanScale {
  /**
   * The logarithm of the time lost, the horizon less the mean. With few events the time lost is
   * skewed: a symmetric interval around the mean misses it too often, and may pass the horizon,
   * which this one cannot.
   */
  LOG_TIME_LOST("log-time-lost"),

  /** The mean itself, as R's neighbors have it, cut to 0 and the horizon. */
  PLAIN("plain");

  private final String code;

  RestrictedMeanScale(String code) {
    this.code = code;
  }

  /**
   * Returns the name in words of results.
   *
   * @return the name, {@code log-time-lost} or {@code plain}
   */
  public String code() {
    return code;
  }
}
