package io.github.avnfh.scoring.satisfaction;

import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.table.Count;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says whose answers count as satisfied. */
final class SatisfactionExplanation {
  private static final Rule UPPER_TWO = Rule.of(
      "SATISFACTION-UPPER-TWO",
      "1.0",
      "satisfied and very satisfied patients count as satisfied, of all who answered; neutral ones do"
          + " not",
      Citation.of(
          "Authors of the review",
          "[Method of extracting percentage satisfied, a review]",
          "Osteoarthr Cartil Open 2020;2(1):100032, Table 2",
          "10.1016/j.ocarto.2020.100032"));

  private SatisfactionExplanation() {}

  static Explanation of(SatisfactionSummary summary) {
    Count satisfied = summary.satisfied();
    String inputs = Stream.of(Satisfaction.values())
        .map(
            level -> level.code().replace('_', ' ') + " " + summary.share(level).count())
        .collect(Collectors.joining(", "));
    return Explanation.of(
        satisfied.count() + " of " + satisfied.total() + " patients satisfied",
        List.of(Reason.of(UPPER_TWO, inputs)),
        summary.patients() == 0 ? List.of("answers") : List.of());
  }
}
