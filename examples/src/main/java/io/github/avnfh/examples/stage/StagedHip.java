package io.github.avnfh.examples.stage;

import io.github.avnfh.core.HipId;
import io.github.avnfh.staging.Reading;

/** One row of the input that could be staged: which hip, at which visit, and its reading. */
final class StagedHip {
  private final HipId hip;
  private final String visit;
  private final Reading<?, ?> reading;

  StagedHip(HipId hip, String visit, Reading<?, ?> reading) {
    this.hip = hip;
    this.visit = visit;
    this.reading = reading;
  }

  HipId hip() {
    return hip;
  }

  String visit() {
    return visit;
  }

  Reading<?, ?> reading() {
    return reading;
  }
}
