package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.SteinbergStage;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/** What became of the hips of one baseline stage within 24 months. */
@Value.Immutable
public sealed interface StageMargin permits ImmutableStageMargin {

  /**
   * Returns the Steinberg stage at baseline.
   *
   * @return the stage
   */
  SteinbergStage stage();

  /**
   * Returns how many hips improved.
   *
   * @return a count of hips
   */
  int improved();

  /**
   * Returns how many hips stayed as they were.
   *
   * @return a count of hips
   */
  int stable();

  /**
   * Returns how many hips progressed.
   *
   * @return a count of hips
   */
  int progressed();

  /**
   * Returns how many hips were replaced.
   *
   * @return a count of hips, at most {@link #progressed()}: every replaced hip had progressed
   */
  int replaced();

  /**
   * Returns the printed mean reduction of the lesion from baseline to 24 months, each hip's change
   * taken relative to its own baseline.
   *
   * @return percent with one decimal, if it was printed
   */
  OptionalDouble lesionReductionPercent();

  /**
   * Returns how many hips had the stage.
   *
   * @return a count of hips
   */
  default int hips() {
    return improved() + stable() + progressed();
  }

  /**
   * Refuses negative counts and more replaced hips than progressed ones.
   *
   * @throws IllegalArgumentException if the counts contradict each other
   */
  @Value.Check
  default void check() {
    Counts.notNegative("hips improved", improved());
    Counts.notNegative("hips stable", stable());
    Counts.notNegative("hips progressed", progressed());
    Counts.within("hips replaced of a stage", replaced(), progressed());
  }

  /**
   * Starts the counts of one stage.
   *
   * @return a builder; only the reduction may be left out
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds the counts of one stage. */
  final class Builder extends ImmutableStageMargin.Builder {
    Builder() {}
  }
}
