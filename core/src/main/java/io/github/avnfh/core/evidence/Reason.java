package io.github.avnfh.core.evidence;

import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * One step towards a result: a rule, the inputs that met it, and the points it gave if any.
 *
 * @see Explanation
 */
@Value.Immutable
public sealed interface Reason permits ImmutableReason {

  /**
   * Returns the rule that was met.
   *
   * @return the rule
   */
  Rule rule();

  /**
   * Returns the inputs that met the rule, with their units.
   *
   * @return the inputs in words, such as {@code depression 2.4 mm}
   */
  String inputs();

  /**
   * Returns the points that the rule gave, where it gives points.
   *
   * @return the points, not rounded
   */
  OptionalDouble points();

  /**
   * Returns a reason.
   *
   * @param rule the rule that was met
   * @param inputs the inputs that met it, with their units
   * @return the reason
   */
  static Reason of(Rule rule, String inputs) {
    return of(rule, inputs, OptionalDouble.empty());
  }

  /**
   * Returns a reason that gives points.
   *
   * @param rule the rule that was met
   * @param inputs the inputs that met it, with their units
   * @param points the points, if the inputs are complete
   * @return the reason
   * @throws IllegalArgumentException if the points are not finite
   */
  static Reason of(Rule rule, String inputs, OptionalDouble points) {
    if (points.isPresent() && !Double.isFinite(points.getAsDouble())) {
      throw new IllegalArgumentException(
          "points of a reason [points] must be finite, but were " + points.getAsDouble());
    }
    return ImmutableReason.builder().rule(rule).inputs(inputs).points(points).build();
  }

  /**
   * Returns the reason as one line.
   *
   * @return the points if there are any, the rule's identifier, the inputs and the source
   */
  default String text() {
    String given = points().isPresent() ? points().getAsDouble() + " points, " : "";
    return given + rule().id() + ": " + inputs() + " (" + rule().citation().source() + ")";
  }
}
