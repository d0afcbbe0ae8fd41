package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.Timepoint;
import java.util.List;
import java.util.stream.IntStream;

/** The visits and images of the protocol. */
final class Schedule {
  static final Timepoint BASELINE = Timepoint.baseline();
  static final Timepoint MONTH_1 = Timepoint.ofMonths(1);
  static final Timepoint MONTH_3 = Timepoint.ofMonths(3);
  static final Timepoint MONTH_6 = Timepoint.ofMonths(6);
  static final Timepoint MONTH_12 = Timepoint.ofMonths(12);
  static final Timepoint MONTH_18 = Timepoint.ofMonths(18);
  static final Timepoint MONTH_24 = Timepoint.ofMonths(24);

  static final List<Timepoint> VISITS =
      List.of(BASELINE, MONTH_1, MONTH_3, MONTH_6, MONTH_12, MONTH_18, MONTH_24);
  static final List<Timepoint> IMAGES = List.of(BASELINE, MONTH_6, MONTH_12, MONTH_24);

  /** The visits for which means are printed, and those for which the decrease of edema is. */
  static final List<Timepoint> PRINTED_PAIN =
      List.of(BASELINE, MONTH_3, MONTH_6, MONTH_12, MONTH_24);

  static final List<Timepoint> PRINTED_HARRIS = List.of(BASELINE, MONTH_6, MONTH_12, MONTH_24);
  static final List<Timepoint> PRINTED_EDEMA = List.of(MONTH_6, MONTH_12);

  /** The cells are injected at baseline, 3 and 6 months. */
  static final List<Timepoint> INJECTIONS = List.of(BASELINE, MONTH_3, MONTH_6);

  private Schedule() {}

  /** Draws the days of a patient's visits; the last one is never before 24 months are complete. */
  static int[] days(Draws draws) {
    return IntStream.range(0, VISITS.size())
        .map(visit -> VISITS.get(visit).nominalDay().orElseThrow() + shift(visit, draws))
        .toArray();
  }

  private static int shift(int visit, Draws draws) {
    return switch (VISITS.get(visit).code()) {
      case "BL" -> draws.between(-14, 0);
      case "M1" -> draws.between(-4, 4);
      case "M3" -> draws.between(-7, 7);
      case "M6" -> draws.between(-10, 14);
      case "M24" -> draws.between(0, 28);
      default -> draws.between(-21, 21);
    };
  }
}
