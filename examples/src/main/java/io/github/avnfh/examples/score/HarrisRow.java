package io.github.avnfh.examples.score;

import io.github.avnfh.core.HipId;
import io.github.avnfh.scoring.harris.HarrisForm;

/** One row of the input that could be read: which hip, at which visit, and its form. */
final class HarrisRow {
  private final HipId hip;
  private final String visit;
  private final HarrisForm form;

  HarrisRow(HipId hip, String visit, HarrisForm form) {
    this.hip = hip;
    this.visit = visit;
    this.form = form;
  }

  HipId hip() {
    return hip;
  }

  String visit() {
    return visit;
  }

  HarrisForm form() {
    return form;
  }
}
