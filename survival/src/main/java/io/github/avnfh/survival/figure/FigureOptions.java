package io.github.avnfh.survival.figure;

import io.github.avnfh.survival.compare.LogRankResult;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a figure shows besides the curves, and how it words it.
 *
 * <pre>{@code
 * FollowUp hips = Endpoint.arthroplasty().followUp(cohort.hips(), Hip::baselineStage);
 * KaplanMeierEstimate estimate = KaplanMeier.withDefaults().estimate(hips);
 * FigureOptions inMonths = FigureOptions.builder()
 *     .title("Hips not replaced")
 *     .timeLabel("Months from treatment")
 *     .timesPerUnit(Timepoint.DAYS_PER_MONTH)
 *     .build();
 * String svg = KaplanMeierFigure.of(estimate).with(inMonths).svg();
 * svg.contains("Months from treatment"); // true
 * }</pre>
 */
@Value.Immutable
public sealed interface FigureOptions permits ImmutableFigureOptions {

  /**
   * Returns the heading, which is also the picture's name for those who cannot see it.
   *
   * @return the heading, {@code Kaplan-Meier survival} unless set
   */
  @Value.Default
  default String title() {
    return "Kaplan-Meier survival";
  }

  /**
   * Returns what stands along the time axis.
   *
   * @return the label, {@code Time} unless set
   */
  @Value.Default
  default String timeLabel() {
    return "Time";
  }

  /**
   * Returns what stands along the other axis.
   *
   * @return the label, {@code Survival} unless set
   */
  @Value.Default
  default String survivalLabel() {
    return "Survival";
  }

  /**
   * Returns how many units of the data make one unit of the axis.
   *
   * @return a number above 0, 1 unless set; 30.4375 prints days as months
   */
  @Value.Default
  default double timesPerUnit() {
    return 1;
  }

  /**
   * Returns where the axis has its marks and the risk table its columns, in units of the axis.
   *
   * @return the marks in ascending order; round numbers unless set
   */
  List<Double> ticks();

  /**
   * Returns the test whose p value is printed in the picture.
   *
   * @return the test, none unless set
   */
  Optional<LogRankResult> test();

  /**
   * Tells whether lines lead to the medians that are reached.
   *
   * @return false unless set
   */
  @Value.Default
  default boolean showsMedians() {
    return false;
  }

  /**
   * Tells whether the curves have confidence bands.
   *
   * @return true unless set
   */
  @Value.Default
  default boolean showsBands() {
    return true;
  }

  /**
   * Refuses units and marks that are no places on an axis.
   *
   * @throws IllegalArgumentException if a number is not finite, negative, or out of order
   */
  @Value.Check
  default void check() {
    if (!(timesPerUnit() > 0 && timesPerUnit() <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "unit of the time axis [units of the data] must be finite and above 0.0, but was "
              + timesPerUnit());
    }
    double before = Math.nextDown(0.0);
    for (double tick : ticks()) {
      if (!(tick > before && tick <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException("marks of the time axis [units of the axis] must be"
            + " finite, 0.0 or more and ascending, but one was " + tick);
      }
      before = tick;
    }
  }

  /**
   * Starts options.
   *
   * @return a builder; nothing is required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds options. */
  final class Builder extends ImmutableFigureOptions.Builder {
    Builder() {}
  }
}
