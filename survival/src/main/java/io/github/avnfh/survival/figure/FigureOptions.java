package io.github.avnfh.survival.figure;

import io.github.avnfh.core.Timepoint;
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
 * FigureOptions inMonths = FigureOptions.months()
 *     .title("Hips not replaced")
 *     .timeLabel("Months from treatment")
 *     .legendTitle("Steinberg stage")
 *     .palette(Palette.GRAY)
 *     .build();
 * String svg = KaplanMeierFigure.of(estimate).with(inMonths).svg();
 * svg.contains("Months from treatment"); // true
 * }</pre>
 */
@Value.Immutable
public sealed interface FigureOptions permits ImmutableFigureOptions {
  /** The number at risk from which on a band is drawn, unless another is set: 5. */
  int LEAST_AT_RISK = 5;

  /** The narrowest picture in pixels: 320. */
  int NARROWEST = 320;

  /** The widest picture in pixels: 2000. */
  int WIDEST = 2000;

  /** What of a survival curve is drawn. */
  enum Scale {
    /** The proportion free of the event, from 1 down. R: the default of {@code plot.survfit}. */
    SURVIVAL,
    /** The proportion with the event, from 0 up. R: {@code fun = "event"}. */
    EVENT
  }

  /**
   * Returns the heading, which is also the picture's name for those who cannot see it.
   *
   * @return the heading; that of the kind of figure unless set
   */
  Optional<String> title();

  /**
   * Returns what stands along the time axis.
   *
   * @return the label; {@code Months} if the axis is in months, {@code Time} otherwise, unless set
   */
  @Value.Default
  default String timeLabel() {
    return hasMonthTicks() ? "Months" : "Time";
  }

  /**
   * Returns what stands along the other axis.
   *
   * @return the label; what the values are unless set
   */
  Optional<String> survivalLabel();

  /**
   * Returns the variable that divides the groups, written before their labels.
   *
   * @return the name, none unless set
   */
  Optional<String> legendTitle();

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
   * Tells whether the axis is in months, and has its marks at whole 1, 2, 3, 6, 12, 24, 60 or 120
   * months where {@link #ticks} are not set.
   *
   * @return false unless set
   */
  @Value.Default
  default boolean hasMonthTicks() {
    return false;
  }

  /**
   * Returns the test whose p value is printed in the picture.
   *
   * @return the test, none unless set
   */
  Optional<LogRankResult> test();

  /**
   * Returns a line above the curves in place of that of the test.
   *
   * @return the line, none unless set
   */
  Optional<String> note();

  /**
   * Returns whether a figure of survival shows S or 1 - S.
   *
   * @return survival unless set
   */
  @Value.Default
  default Scale scale() {
    return Scale.SURVIVAL;
  }

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
   * Returns how many must be at risk for a band: it ends at the last time at which so many are, and
   * a group that never had so many has none.
   *
   * @return a number of 0 or more, {@value #LEAST_AT_RISK} unless set; 0 draws bands to the end
   */
  @Value.Default
  default int leastAtRisk() {
    return LEAST_AT_RISK;
  }

  /**
   * Tells whether a pointer that rests on a step is shown its time, value, limits and number at
   * risk; a curve has at most {@value CurveLine#MOST_TITLES} such texts, evenly apart where it has
   * more steps.
   *
   * @return true unless set
   */
  @Value.Default
  default boolean hasStepTitles() {
    return true;
  }

  /**
   * Tells whether each group has its own axes, in which the others are thin gray lines.
   *
   * @return false unless set
   */
  @Value.Default
  default boolean hasFacets() {
    return false;
  }

  /**
   * Returns how wide the picture is.
   *
   * @return a width of 320 to 2000 pixels, 480 unless set
   */
  @Value.Default
  default int width() {
    return 480;
  }

  /**
   * Returns the colors of the groups.
   *
   * @return the colors, {@link Palette#OKABE_ITO} unless set
   */
  @Value.Default
  default Palette palette() {
    return Palette.OKABE_ITO;
  }

  /**
   * Refuses units and marks that are no places on an axis.
   *
   * @throws IllegalArgumentException if a number is not finite, negative, out of its range, or out
   *     of order
   */
  @Value.Check
  default void check() {
    if (width() < NARROWEST || width() > WIDEST) {
      throw new IllegalArgumentException("width of a figure [pixels] must lie in " + NARROWEST
          + ".." + WIDEST + ", but was " + width());
    }
    if (leastAtRisk() < 0) {
      throw new IllegalArgumentException(
          "least number at risk of a band [count] must be 0 or more, but was " + leastAtRisk());
    }
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
   * Starts options of a figure in months, of data in days.
   *
   * @return a builder with a month of 30.4375 days as the unit, {@code Months} along the axis and
   *     marks at whole months
   */
  static Builder months() {
    return new Builder().timesPerUnit(Timepoint.DAYS_PER_MONTH).hasMonthTicks(true);
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
