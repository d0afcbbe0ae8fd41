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
 * // log-time-lost-added-event: 142.0 to 358.4
 * // log-time-lost: 229.1 to 358.4
 * // plain: 289.7 to 365.0
 * }</pre>
 */
public enum RestrictedMeanScale {
  /**
   * The logarithm of the time lost, for the lower limit of the mean with one event more than was
   * observed: the default.
   *
   * <p>With two or three events that happened to come late, the time lost and its error are both
   * small, and {@link #LOG_TIME_LOST} promises too much: in simulated cohorts of 46 patients with 5
   * % events its intervals held the truth in 91 to 93 of 100. An event at time t adds the area A(t)
   * under the curve from t to the horizon, divided by the number at risk Y(t), to the time lost L.
   * With w the mean of A/Y over the time at risk and w2 that of its square, the lower limit is
   * horizon - L' exp(q se'/L') with L' = L + w and se'<sup>2</sup> = se<sup>2</sup> + w2. With
   * clusters Y(t) is a sum of weights over the mean weight of a cluster: one patient more has the
   * event, in either hip. The upper limit is that of {@link #LOG_TIME_LOST}. Fay and Feuer add the
   * largest weight to the upper limit of a weighted sum of counts, Tiwari and others the mean one;
   * the scale here is the logarithm with the critical value of the curve, since theirs knows no
   * clusters.
   *
   * @see <a
   *     href="https://doi.org/10.1002/(SICI)1097-0258(19970415)16:7%3C791::AID-SIM500%3E3.0.CO;2-%23">Fay
   *     MP, Feuer EJ. Confidence intervals for directly standardized rates: a method based on the
   *     gamma distribution. Stat Med 1997;16:791-801</a>
   * @see <a href="https://doi.org/10.1177/0962280206070621">Tiwari RC, Clegg LX, Zou Z. Efficient
   *     interval estimation for age-adjusted cancer rates. Stat Methods Med Res 2006;15:547-69</a>
   */
  LOG_TIME_LOST_ADDED_EVENT("log-time-lost-added-event"),

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
   * @return the name, such as {@code log-time-lost} or {@code plain}
   */
  public String code() {
    return code;
  }
}
