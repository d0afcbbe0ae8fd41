package io.github.avnfh.examples.stage;

import io.github.avnfh.core.HipId;

/** One row of the input that could be staged: which hip, at which visit, and its stage. */
final class StagedHip {
  private final HipId hip;
  private final String visit;
  private final StageCells cells;

  StagedHip(HipId hip, String visit, StageCells cells) {
    this.hip = hip;
    this.visit = visit;
    this.cells = cells;
  }

  HipId hip() {
    return hip;
  }

  String visit() {
    return visit;
  }

  StageCells cells() {
    return cells;
  }
}
