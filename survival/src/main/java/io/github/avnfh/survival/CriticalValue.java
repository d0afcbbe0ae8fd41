package io.github.avnfh.survival;

/**
 * The distribution whose quantile multiplies the standard error of a confidence limit.
 *
 * <p>A robust standard error is estimated from as many independent pieces as there are patients.
 * With few of them it varies by itself, and the normal quantile gives intervals that are too short;
 * that of Student's t with one degree of freedom less than there are patients allows for it.
 * {@link KaplanMeier#withDefaults()} takes t where rows belong to clusters and the normal quantile
 * where they do not, as R does in either case.
 *
 * <pre>{@code
 * FollowUp hips = FollowUp.ofDays(new int[] {210, 340, 500, 731}, new boolean[] {true, true, false, false})
 *     .clusters(List.of("P01", "P01", "P02", "P03"))
 *     .build();
 * KaplanMeier asInR = KaplanMeier.withDefaults().with(CriticalValue.NORMAL);
 * asInR.estimate(hips).method();
 * // Kaplan-Meier, infinitesimal jackknife standard error grouped by cluster, log-log interval at level 0.95, normal quantile
 * }</pre>
 */
public enum CriticalValue {
  /** The standard normal quantile, 1.96 at the level 0.95. R's. */
  NORMAL("normal"),

  /**
   * The quantile of Student's t. Its degrees of freedom are one less than the clusters of the group
   * that had come under observation by the time in question; without clusters, one less than the
   * rows. With a single cluster there is no limit.
   */
  T("t");

  private final String code;

  CriticalValue(String code) {
    this.code = code;
  }

  /**
   * Returns the name that the command line uses.
   *
   * @return the name, {@code t} or {@code normal}
   */
  public String code() {
    return code;
  }

  /**
   * Reads the name that {@link #code()} writes.
   *
   * @param text a name
   * @return the constant
   * @throws IllegalArgumentException if the text is none of the names
   */
  public static CriticalValue parse(String text) {
    for (CriticalValue value : values()) {
      if (value.code.equals(text)) {
        return value;
      }
    }
    throw new IllegalArgumentException("critical value [distribution] must be one of t, normal,"
        + " but was a text of " + text.length() + " characters");
  }

  /** Names the quantile as a part of a method's name. */
  String words(boolean clustered) {
    return this == NORMAL
        ? "normal quantile"
        : "t quantile with " + (clustered ? "clusters" : "rows")
            + " less one as degrees of freedom";
  }
}
