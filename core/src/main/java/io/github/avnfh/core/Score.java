package io.github.avnfh.core;

import io.github.avnfh.core.statistics.Decimals;
import org.immutables.value.Value;

/**
 * The points that an instrument gave: a number that knows its scale.
 *
 * <pre>{@code
 * Score before = Score.of(Instruments.HARRIS_HIP_SCORE, 51);
 * Score after = Score.of(Instruments.HARRIS_HIP_SCORE, 84);
 * after.improvementOver(before); // 33.0
 * Score pain = Score.of(Instruments.PAIN_VAS_CM, 2);
 * pain.improvementOver(before);
 * // IllegalArgumentException: scores must come from one instrument, but were given hhs and vas
 * }</pre>
 */
@Value.Immutable
public sealed interface Score permits ImmutableScore {

  /**
   * Returns the instrument that gave the points.
   *
   * @return the instrument
   */
  Instrument instrument();

  /**
   * Returns the points.
   *
   * @return the points in the instrument's unit
   */
  double points();

  /**
   * Returns a score.
   *
   * @param instrument the instrument that gave the points
   * @param points the points in the instrument's unit
   * @return the score
   * @throws IllegalArgumentException if the points lie outside the instrument's range
   */
  static Score of(Instrument instrument, double points) {
    return ImmutableScore.builder()
        .instrument(instrument)
        .points(instrument.quantity().check(points))
        .build();
  }

  /**
   * Returns by how much this score is better than an earlier one.
   *
   * @param earlier a score of the same instrument
   * @return the difference of the decimals in points, positive where this score is the better one
   *     whichever way the scale runs
   * @throws IllegalArgumentException if the two scores come from different instruments
   */
  default double improvementOver(Score earlier) {
    if (!instrument().equals(earlier.instrument())) {
      throw new IllegalArgumentException("scores must come from one instrument, but were given "
          + earlier.instrument().code() + " and " + instrument().code());
    }
    return instrument().direction() == Instrument.Direction.HIGHER_IS_BETTER
        ? Decimals.difference(points(), earlier.points())
        : Decimals.difference(earlier.points(), points());
  }
}
