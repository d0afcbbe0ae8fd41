package io.github.avnfh.core.study.protocol;

import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.evidence.Sources;

/** The limits that the study sets to the processing of marrow, both ends allowed. */
final class StudyLimits {
  static final Limit ASPIRATED = Limit.of(
      rule("ASPIRATE-VOLUME", "60 to 120 mL of marrow are aspirated"),
      Quantity.of("aspirated volume", "mL", 60, 120));

  static final Limit ALIQUOT = Limit.of(
      rule("ALIQUOT-VOLUME", "Marrow is aspirated in aliquots of 5 to 10 mL"),
      Quantity.of("aliquot", "mL", 5, 10));

  static final Limit FINAL = Limit.of(
      rule("FINAL-VOLUME", "The final volume of cells is 8 to 14 mL"),
      Quantity.of("final volume", "mL", 8, 14));

  private StudyLimits() {}

  private static Rule rule(String id, String statement) {
    return Rule.of("STUDY-" + id, "1.0", statement, Sources.STUDY);
  }
}
