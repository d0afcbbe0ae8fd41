package io.github.avnfh.scoring.change;

import io.github.avnfh.core.Score;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/** Two scores of one hip under one instrument, and what lies between them. */
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
    return after().points() - before().points() + 0.0;
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
        : OptionalDouble.of(100 * improvement() / before().points());
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
