package io.github.avnfh.survival.interval;

import java.util.Comparator;
import java.util.OptionalDouble;

/** One end of an interval; at one time a closed left end comes first, an open one last. */
record IntervalEnd(double time, Kind kind) implements Comparable<IntervalEnd> {
  private static final Comparator<IntervalEnd> ORDER =
      Comparator.comparingDouble(IntervalEnd::time).thenComparing(IntervalEnd::kind);

  /** Which end, in the order in which ends of one time come. */
  enum Kind {
    CLOSED_LEFT,
    RIGHT,
    OPEN_LEFT
  }

  static IntervalEnd left(EventInterval interval) {
    return new IntervalEnd(
        interval.after().orElse(Double.NEGATIVE_INFINITY),
        interval.isExact() ? Kind.CLOSED_LEFT : Kind.OPEN_LEFT);
  }

  static IntervalEnd right(EventInterval interval) {
    return new IntervalEnd(interval.until().orElse(Double.POSITIVE_INFINITY), Kind.RIGHT);
  }

  boolean isLeft() {
    return kind != Kind.RIGHT;
  }

  /** Whether what begins here may have happened by a time. */
  boolean isBefore(double limit) {
    return time < limit || (time == limit && kind == Kind.CLOSED_LEFT);
  }

  OptionalDouble finite() {
    return Double.isInfinite(time) ? OptionalDouble.empty() : OptionalDouble.of(time);
  }

  @Override
  public int compareTo(IntervalEnd other) {
    return ORDER.compare(this, other);
  }
}
