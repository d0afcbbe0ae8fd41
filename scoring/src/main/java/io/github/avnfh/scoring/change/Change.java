package io.github.avnfh.scoring.change;

import io.github.avnfh.core.Instrument.Direction;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Threshold;
import io.github.avnfh.core.statistics.Decimals;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * Two scores of one hip under one instrument, and what lies between them.
 *
 * <p>Differences and percentages are those of the recorded decimals: from 55.9 to 75.9 it is 20.0
 * points, not a little more.
 *
 * <pre>{@code
 * Score before = Score.of(Instruments.PAIN_VAS_CM, 7.5);
 * Score after = Score.of(Instruments.PAIN_VAS_CM, 3);
 * Change change = Change.between(before, after);
 * change.difference();         // -4.5
 * change.improvement();        // 4.5
 * change.percentImprovement(); // OptionalDouble[60.0]
 * }</pre>
 */
@Value.Immutable
public sealed interface Change permits ImmutableChange {

  /**
   * Returns the earlier score.
   *
   * @return the score from which the change is counted
   */
  Score before();

  /**
   * Returns the later score.
   *
   * @return the score to which the change is counted
   */
  Score after();

  /**
   * Returns the change between two scores.
   *
   * @param before the earlier score
   * @param after the later score
   * @return the change
   * @throws IllegalArgumentException if the scores come from different instruments
   */
  static Change between(Score before, Score after) {
    return ImmutableChange.builder().before(before).after(after).build();
  }

  /**
   * Returns by how much the later score is the better one.
   *
   * @return points, positive for improvement whichever way the scale runs
   */
  default double improvement() {
    return after().improvementOver(before());
  }

  /**
   * Returns the later points minus the earlier ones.
   *
   * @return points, in the direction of the scale
   */
  default double difference() {
    return Decimals.difference(after().points(), before().points());
  }

  /**
   * Returns the improvement as a percentage of the earlier score: 100 times improvement divided by
   * earlier points.
   *
   * @return percent, positive for improvement; nothing where the earlier score is 0
   */
  default OptionalDouble percentImprovement() {
    return before().points() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(percentImprovement(before().points(), after().points()));
  }

  private double percentImprovement(double earlier, double later) {
    double rise = Decimals.percentChange(earlier, later);
    return before().instrument().direction() == Direction.HIGHER_IS_BETTER ? rise : 0.0 - rise;
  }

  /**
   * Tells whether the change reaches a threshold, by what is held against it: the improvement, the
   * percentage, the later score alone, or the difference either way.
   *
   * @param threshold a threshold of the same instrument
   * @return true if it does; nothing where the threshold cannot judge, as with a percentage of 0
   * @throws IllegalArgumentException if the threshold belongs to another instrument
   */
  default Optional<Boolean> reaches(Threshold threshold) {
    if (!threshold.instrument().equals(after().instrument())) {
      throw new IllegalArgumentException("instrument of a threshold [code] must be "
          + after().instrument().code() + ", but was " + threshold.instrument().code());
    }
    OptionalDouble measured = measured(threshold.measure());
    return measured.isPresent()
        ? Optional.of(threshold.isReachedBy(measured.getAsDouble()))
        : Optional.empty();
  }

  /**
   * Explains whether the change reaches a threshold.
   *
   * @param threshold a threshold of the same instrument
   * @return reached, not reached or not judged, and the rule with what was held against it
   * @throws IllegalArgumentException if the threshold belongs to another instrument
   */
  default Explanation explain(Threshold threshold) {
    OptionalDouble measured = measured(threshold.measure());
    String inputs = threshold.text() + ", "
        + (measured.isPresent() ? measured.getAsDouble() + " " + threshold.unit() : "undefined");
    return Explanation.of(
        reaches(threshold).map(reached -> reached ? "reached" : "not reached").orElse("not judged"),
        List.of(Reason.of(threshold.rule(), inputs)),
        List.of());
  }

  private OptionalDouble measured(Threshold.Measure measure) {
    return switch (measure) {
      case IMPROVEMENT -> OptionalDouble.of(improvement());
      case PERCENT_IMPROVEMENT -> percentImprovement();
      case LATER_SCORE -> OptionalDouble.of(after().points());
      case CHANGE_EITHER_WAY -> OptionalDouble.of(Math.abs(difference()));
    };
  }

  /**
   * Refuses scores of different instruments.
   *
   * @throws IllegalArgumentException if the scores come from different instruments
   */
  @Value.Check
  default void check() {
    after().improvementOver(before());
  }
}
