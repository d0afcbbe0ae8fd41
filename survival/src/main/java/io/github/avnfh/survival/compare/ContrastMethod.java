package io.github.avnfh.survival.compare;

/**
 * How the confidence interval of a difference of two groups comes about.
 *
 * @see CurveContrast
 */
public enum ContrastMethod {
  /**
   * From the limits of each group, by the method of variance estimates recovery (MOVER). Each group
   * brings its own variance near the limit and its own degrees of freedom, so that a small group is
   * not judged by the size of the other, and a group without events still has an interval.
   *
   * @see <a href="https://doi.org/10.1002/sim.3095">Zou GY, Donner A. Construction of confidence
   *     limits about effect measures: a general approach. Stat Med 2008;27:1693-702</a>
   */
  MOVER("limits of both groups combined (MOVER)"),

  /**
   * The difference with its standard error and the normal quantile, for a ratio on the scale of the
   * logarithm, as in R's survRM2. Nothing where either group has no standard error.
   */
  WALD("normal interval around the estimate (Wald)");

  private final String title;

  ContrastMethod(String title) {
    this.title = title;
  }

  /**
   * Returns the method in words.
   *
   * @return the words
   */
  public String title() {
    return title;
  }
}
