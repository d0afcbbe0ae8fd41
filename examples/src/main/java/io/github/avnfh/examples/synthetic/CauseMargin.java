package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.Etiology;
import org.immutables.value.Value;

/** How many hips had a cause, and how many of them progressed. */
@Value.Immutable
public sealed interface CauseMargin permits ImmutableCauseMargin {

  /**
   * Returns the cause.
   *
   * @return the etiology
   */
  Etiology cause();

  /**
   * Returns how many hips had the cause.
   *
   * @return a count of hips
   */
  int hips();

  /**
   * Returns how many of the hips progressed.
   *
   * @return a count of hips, at most {@link #hips()}
   */
  int progressed();

  /**
   * Returns the counts of one cause.
   *
   * @param cause the etiology
   * @param hips how many hips had it
   * @param progressed how many of them progressed
   * @return the counts
   * @throws IllegalArgumentException if a count is negative or more hips progressed than there were
   */
  static CauseMargin of(Etiology cause, int hips, int progressed) {
    Counts.within("hips progressed of a cause", progressed, Counts.notNegative("hips", hips));
    return ImmutableCauseMargin.builder()
        .cause(cause)
        .hips(hips)
        .progressed(progressed)
        .build();
  }
}
