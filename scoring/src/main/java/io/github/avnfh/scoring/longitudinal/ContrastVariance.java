package io.github.avnfh.scoring.longitudinal;

/** How large the error of a contrast of coefficients is, and how well that is known. */
interface ContrastVariance {
  /** The variance of a contrast. */
  double variance(double[] contrast);

  /** The degrees of freedom of that variance. */
  double degreesOfFreedom(double[] contrast);
}
