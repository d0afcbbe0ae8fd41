package io.github.avnfh.examples.survival;

/** One row of the table, its labels as numbers; the next row takes its place. */
final class HipCells {
  double time;
  boolean event;
  double entry;
  double weight;
  int group;
  int stratum;
  int cluster;

  HipCells() {}

  /** Whether the time is a day that an array can have a place for. */
  boolean isOnWholeDay() {
    return time == Math.rint(time) && time < Integer.MAX_VALUE >> 2;
  }
}
