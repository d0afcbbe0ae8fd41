package io.github.avnfh.scoring.hoos;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.scoring.internal.AwellScore;

/** The rules of the HOOS and of its short form, each with its source. */
final class HoosRules {
  private static final String VERSION = "1.0";

  private static final Citation INSTRUCTIONS = Citation.of(
      "Authors of the HOOS",
      "Hip disability and Osteoarthritis Outcome Score (HOOS): scoring instructions",
      "koos.nu, June 2013");

  static final Rule SUBSCALE = Rule.of(
      "HOOS-SUBSCALE",
      VERSION,
      "100 minus 25 times the mean of the items that were answered, each 0 (no problem) to 4; no"
          + " total of the five subscales",
      INSTRUCTIONS);

  static final Rule MISSING_2013 = Rule.of(
      "HOOS-MISSING-2013",
      VERSION,
      "a score if at least half of the items were answered: 3 of 5 symptoms, 5 of 10 of pain, 9 of"
          + " 17 of daily living, 2 of 4 of sport and 2 of 4 of quality of life",
      INSTRUCTIONS);

  static final Rule MISSING_2003 = Rule.of(
      "HOOS-MISSING-2003",
      VERSION,
      "a score if at most two items are missing: 3 of 5 symptoms, 8 of 10 of pain, 15 of 17 of daily"
          + " living, 2 of 4 of sport and 2 of 4 of quality of life were answered",
      INSTRUCTIONS);

  static final Rule PHYSICAL_FUNCTION_100_BEST = Rule.of(
      "HOOS-PS-100-BEST",
      VERSION,
      "the sum of five items of 0 to 4, none missing, looked up in a table that falls from 100 (no"
          + " difficulty) at 0 to 0 at 20",
      AwellScore.of("HOOS-PS, table of interval scores"));

  static final Rule PHYSICAL_FUNCTION_0_BEST = Rule.of(
      "HOOS-PS-0-BEST",
      VERSION,
      "the sum of five items of 0 to 4, none missing, looked up in the table of the other direction;"
          + " the score is 100 minus what stands there, and 0 is no difficulty",
      Citation.of("Authors of the HOOS-PS", "HOOS-PS user's guide", "koos.nu, March 2016"));

  private HoosRules() {}
}
