package io.github.avnfh.scoring.longitudinal;

import io.github.avnfh.core.Coded;

/**
 * What a visit is to a model: a factor with a mean for each visit, or a time.
 *
 * @see MixedModel
 */
public enum TimeEffect implements Coded {
  /** A separate mean for each visit. */
  FACTOR("factor", 0),

  /** A straight line over the times of the visits. */
  SLOPE("slope", 0),

  /** A restricted cubic spline over the times of the visits, with 3 knots. */
  SPLINE3("spline3", 3),

  /** A restricted cubic spline over the times of the visits, with 4 knots. */
  SPLINE4("spline4", 4),

  /** A restricted cubic spline over the times of the visits, with 5 knots. */
  SPLINE5("spline5", 5);

  private final String code;
  private final int knots;

  TimeEffect(String code, int knots) {
    this.code = code;
    this.knots = knots;
  }

  int knots() {
    return knots;
  }

  @Override
  public String code() {
    return code;
  }
}
