package io.github.avnfh.survival.regression;

/**
 * How the partial likelihood treats events at the same time. R: {@code coxph(ties = )}.
 *
 * @see CoxRegression
 */
public enum TieMethod {
  /**
   * Each of d tied events sees the risk set less the average share of those that came before it. R:
   * {@code efron}, the default there and here.
   *
   * @see <a href="https://doi.org/10.1080/01621459.1977.10480613">Efron B. The efficiency of Cox's
   *     likelihood function for censored data. J Am Stat Assoc 1977;72:557-65</a>
   */
  EFRON("efron"),

  /**
   * Each of d tied events sees the whole risk set, which pulls coefficients toward 0 where ties are
   * many. R: {@code breslow}; the default of SAS.
   *
   * @see <a href="https://doi.org/10.2307/2529620">Breslow N. Covariance analysis of censored
   *     survival data. Biometrics 1974;30:89-99</a>
   */
  BRESLOW("breslow"),

  /**
   * The conditional probability that just these d of all at risk have the event, as if time were
   * discrete. R: {@code exact}; SAS: {@code discrete}. Its time grows with rows times ties, and it
   * takes neither weights nor clusters.
   *
   * @see <a href="https://www.jstor.org/stable/2985181">Cox DR. Regression models and life-tables.
   *     J R Stat Soc B 1972;34:187-220</a>
   */
  EXACT("exact");

  private final String code;

  TieMethod(String code) {
    this.code = code;
  }

  /**
   * Returns the word of the command line, which is R's.
   *
   * @return {@code efron}, {@code breslow} or {@code exact}
   */
  public String code() {
    return code;
  }
}
