package io.github.avnfh.survival.published;

/**
 * Where in an interval between two numbers at risk those who left it without the event are put.
 *
 * <p>A printed curve does not tell when hips were censored. Even censoring is the usual assumption,
 * the two others are its extremes.
 *
 * @see CurveReconstruction
 */
public enum CensoringPattern {
  /** Evenly over the interval. */
  EVEN(0, 1),

  /** In the first tenth of the interval: fewer remain at risk, and fewer events explain a drop. */
  EARLY(0, 0.1),

  /** In the last tenth of the interval: more remain at risk, and more events explain a drop. */
  LATE(0.9, 0.1);

  private final double start;
  private final double width;

  CensoringPattern(double start, double width) {
    this.start = start;
    this.width = width;
  }

  /** The time of one of so many censored between two times, in order. */
  double time(int index, int censored, double from, double until) {
    return from + (until - from) * (start + width * (index + 0.5) / censored);
  }
}
