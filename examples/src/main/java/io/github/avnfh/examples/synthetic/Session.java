package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.Timepoint;

/** The marrow that was made up for one day, and the cells from it; volumes in tenths of 1 mL. */
final class Session {
  final Timepoint timepoint;
  final int day;

  int aspirated;
  int aliquots;
  int smallestAliquot;
  int largestAliquot;
  int prepared;
  int viability;
  int minutes;

  Session(Timepoint timepoint, int day) {
    this.timepoint = timepoint;
    this.day = day;
  }
}
