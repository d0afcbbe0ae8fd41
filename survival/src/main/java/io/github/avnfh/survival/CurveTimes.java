package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.Tally;

/** How a time that is asked for meets the times of a curve. */
final class CurveTimes {
  /** R's tolerance for times, the root of the machine precision. */
  static final double TOLERANCE = 0x1.0p-26;

  private CurveTimes() {}

  /** The time of the data that is the given one up to rounding, or the given one. */
  static double matched(double[] times, double time) {
    double slack = slack(time);
    int next = Tally.firstAtOrAfter(times, time);
    if (next < times.length && times[next] - time <= slack) {
      return times[next];
    }
    return next > 0 && time - times[next - 1] <= slack ? times[next - 1] : time;
  }

  /** The given time or what differs from it by rounding, whichever is later. */
  static double withSlack(double time) {
    return time + slack(time);
  }

  private static double slack(double time) {
    if (!(time >= 0 && time <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "time [unit of the times] must be finite and 0.0 or more, but was " + time);
    }
    // neighboring days stay apart however late they are
    return Math.min(0.25, TOLERANCE * Math.max(1, time));
  }

  /** The index of the last time not after the given one, -1 if there is none. */
  static int lastUpTo(double[] times, double time) {
    int next = Tally.firstAtOrAfter(times, time);
    return next < times.length && times[next] == time ? next : next - 1;
  }
}
