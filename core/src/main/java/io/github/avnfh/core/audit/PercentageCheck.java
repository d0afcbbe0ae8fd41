package io.github.avnfh.core.audit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Percentages against their counts, or against every count out of their totals. */
final class PercentageCheck {
  private final FindingList findings;

  PercentageCheck(FindingList findings) {
    this.findings = findings;
  }

  void check(Claim claim) {
    if (claim.kind() == Claim.Kind.PERCENT && claim.number().isPresent()) {
      PrintedNumber printed = claim.number().get();
      if (claim.of().isEmpty()) {
        add(Verdict.UNDECIDABLE, claim, "no total is printed for " + printed.text() + " %");
      } else if (claim.count().isPresent()) {
        checkCount(claim, printed, PossibleCounts.of(claim).proportions);
      } else {
        checkTotals(claim, printed, PossibleCounts.of(claim));
      }
    }
  }

  private void checkCount(
      Claim claim, PrintedNumber printed, List<PossibleCounts.Proportion> proportions) {
    Set<PrintedRounding> roundings = proportions.stream()
        .flatMap(proportion -> proportion.roundings(printed).stream())
        .collect(Collectors.toSet());
    String arithmetic = proportions.stream()
        .map(proportion -> proportion.text(printed) + " is " + proportion.prints(printed))
        .collect(Collectors.joining("; "));
    add(Verdict.of(roundings), claim, arithmetic + "; printed " + printed.text());
  }

  private void checkTotals(Claim claim, PrintedNumber printed, PossibleCounts candidates) {
    String of = printed.text() + " % of "
        + claim.of().stream().map(String::valueOf).collect(Collectors.joining(" or "));
    String proportions = candidates.proportions.stream()
        .map(proportion -> proportion.text(printed))
        .collect(Collectors.joining(", "));
    if (candidates.always) {
      add(
          Verdict.NOT_TESTABLE,
          claim,
          of + ": the percentages of two counts in a row lie no further apart than "
              + printed.unit().toPlainString() + ", so that every one can be printed");
    } else if (!candidates.fit) {
      add(
          Verdict.CONTRADICTS,
          claim,
          of + ": " + proportions + "; no count prints so" + nearest(claim, printed));
    } else if (candidates.proportions.size() == 1) {
      Set<PrintedRounding> roundings = candidates.roundings(printed);
      Verdict verdict = Verdict.of(roundings);
      String how = verdict == Verdict.CONSISTENT
          ? ""
          : ", " + RoundingCheck.words(roundings) + nearest(claim, printed);
      add(verdict, claim, of + ": only " + proportions + " prints so" + how);
    } else {
      add(
          Verdict.UNDECIDABLE,
          claim,
          of + ": " + proportions + " print so; the paper does not say which");
    }
  }

  private static String nearest(Claim claim, PrintedNumber printed) {
    return RoundingCheck.nearest(
        printed,
        claim.of().stream()
            .flatMap(total -> PossibleCounts.beside(printed, total).stream())
            .map(PossibleCounts.Proportion::percent));
  }

  private void add(Verdict verdict, Claim claim, String arithmetic) {
    findings.add(Check.PERCENTAGE, verdict, claim, arithmetic);
  }
}
