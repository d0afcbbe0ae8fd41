package io.github.avnfh.scoring.oxford;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.scoring.internal.AwellScore;

/** The rules of the score, each with its source. */
final class OxfordRules {
  private static final String VERSION = "1.0";

  private static final Citation SOURCE = AwellScore.of("Oxford Hip Score");

  static final Rule SUM = Rule.of(
      "OHS-SUM", VERSION, "the sum of twelve items of 0 to 4 (best), 0 to 48 points", SOURCE);

  static final Rule COMPLETE =
      Rule.of("OHS-MISSING-COMPLETE", VERSION, "a total if all twelve items were answered", SOURCE);

  static final Rule MEAN_FOR_UP_TO_TWO = Rule.of(
      "OHS-MISSING-UP-TO-TWO",
      VERSION,
      "no total if more than two of twelve items are missing; that up to two count as the mean of"
          + " the others is this library's reading",
      SOURCE);

  static final Rule OLD_SCALE = Rule.of(
      "OHS-OLD-SCALE",
      VERSION,
      "60 minus the total of items that are counted from 1 (best) to 5, 12 to 60 points",
      SOURCE);

  private OxfordRules() {}
}
