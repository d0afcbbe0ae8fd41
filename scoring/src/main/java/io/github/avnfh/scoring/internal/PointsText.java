package io.github.avnfh.scoring.internal;

import java.util.OptionalDouble;

/** How points stand in the answer of an explanation. */
public final class PointsText {
  private PointsText() {}

  /**
   * Writes points.
   *
   * @param points the points, if there are any
   * @param without what to say where there are none
   * @return the points with their unit, or what is said without them
   */
  public static String of(OptionalDouble points, String without) {
    return points.isPresent() ? points.getAsDouble() + " points" : without;
  }
}
