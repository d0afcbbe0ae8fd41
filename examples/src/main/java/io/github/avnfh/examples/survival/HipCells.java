package io.github.avnfh.examples.survival;

/** One row of the table, its labels as numbers; the next row takes its place. */
final class HipCells {
  double time;
  /** What ended the time: 0 censoring, 1 the event, 2 and on what competes. */
  int cause;

  double entry;
  double weight;
  int group;
  int stratum;
  int cluster;

  HipCells() {}

  boolean isEvent() {
    return cause == 1;
  }

  /** Whether the time is a day that an array can have a place for. */
  boolean isOnWholeDay() {
    return time == Math.rint(time) && time < Integer.MAX_VALUE >> 2;
  }
}
