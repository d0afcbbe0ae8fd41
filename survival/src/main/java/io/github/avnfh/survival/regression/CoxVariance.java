package io.github.avnfh.survival.regression;

/**
 * Where the standard errors of coefficients come from.
 *
 * @see CoxRegression
 */
public enum CoxVariance {
  /**
   * The inverse of the information, which takes rows as independent and the model as true. R:
   * {@code naive.var} of a robust fit, {@code var} of any other.
   */
  MODEL("model"),

  /**
   * The sandwich, in which the score residuals are summed by cluster, or by row without clusters.
   * It holds also where the model is not quite true, and is too small where few clusters have the
   * event. R: {@code coxph(cluster = )}.
   */
  ROBUST("robust"),

  /**
   * The inverse of the information with the cross-products of score residuals within clusters added
   * between its two sides: it allows for two hips in one patient and equals {@link #MODEL} where no
   * cluster has two rows.
   */
  WITHIN_CLUSTERS("within clusters");

  private final String text;

  CoxVariance(String text) {
    this.text = text;
  }

  /**
   * Returns its name in words.
   *
   * @return {@code model}, {@code robust} or {@code within clusters}
   */
  public String text() {
    return text;
  }
}
