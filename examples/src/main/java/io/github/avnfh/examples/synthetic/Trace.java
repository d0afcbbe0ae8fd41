package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.Timepoint;

/** A number for every visit of the schedule: a score over time, in tenths of a point. */
final class Trace {
  private final int[] tenths = new int[Schedule.VISITS.size()];

  int at(Timepoint visit) {
    return tenths[Schedule.VISITS.indexOf(visit)];
  }

  void set(Timepoint visit, int value) {
    tenths[Schedule.VISITS.indexOf(visit)] = value;
  }
}
