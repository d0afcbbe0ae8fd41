package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.evidence.Reason;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/** The points of one scored item, and why it has them. */
@Value.Immutable
public sealed interface ItemPoints permits ImmutableItemPoints {

  /**
   * Returns the domain to which the points belong.
   *
   * @return the domain
   */
  HarrisDomain domain();

  /**
   * Returns the points, if the item is complete.
   *
   * @return the points, not rounded
   */
  OptionalDouble points();

  /**
   * Returns why.
   *
   * @return the rule, and the inputs that met it
   */
  Reason reason();

  /**
   * Returns the item as one line.
   *
   * @return the points and the reason
   */
  default String text() {
    String shown = points().isPresent() ? points().getAsDouble() + " points" : "no points";
    return shown + ", " + reason().text();
  }
}
