package io.github.avnfh.core.audit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Means against the number of values and their step: the GRIM test. */
final class MeanCheck {
  private static final int MORE_DECIMALS = 2;

  private final FindingList findings;

  MeanCheck(FindingList findings) {
    this.findings = findings;
  }

  void check(Claim claim) {
    if (claim.kind() == Claim.Kind.MEAN && claim.number().isPresent()) {
      PrintedNumber mean = claim.number().get();
      if (claim.of().isEmpty()) {
        add(Verdict.UNDECIDABLE, claim, "the number of values is not printed");
      } else if (claim.step().isEmpty()) {
        add(
            Verdict.NOT_TESTABLE,
            claim,
            "the step of the scale is not known; between any two numbers lies another mean");
      } else {
        List<Verdict> verdicts = new ArrayList<>();
        List<String> arithmetic = new ArrayList<>();
        claim.of().forEach(n -> {
          PossibleSums sums = PossibleSums.of(claim, n);
          verdicts.add(verdict(sums, mean));
          arithmetic.add(arithmetic(sums, mean) + nearest(claim, sums, mean));
        });
        add(
            verdicts.stream().reduce(Verdict::or).orElseThrow(),
            claim,
            String.join("; ", arithmetic));
      }
    }
  }

  static Verdict verdict(PossibleSums sums, PrintedNumber mean) {
    if (sums.alwaysPrint(mean)) {
      return Verdict.NOT_TESTABLE;
    }
    Verdict verdict = Verdict.of(sums.roundings(mean));
    return verdict == Verdict.CONSISTENT && sums.alwaysPrintSomehow(mean)
        ? Verdict.NOT_TESTABLE
        : verdict;
  }

  private static String arithmetic(PossibleSums sums, PrintedNumber mean) {
    int decimals = mean.decimals() + MORE_DECIMALS;
    if (sums.alwaysPrint(mean)) {
      return "means of " + sums.number() + " values in steps of " + sums.step().text(decimals)
          + " lie " + sums.mean(BigInteger.ONE).text(decimals) + " apart, no more than "
          + mean.unit().toPlainString() + ", so that every one can be printed";
    }
    List<BigInteger> printing = sums.printing(mean);
    List<BigInteger> shown = printing.isEmpty() ? sums.beside(mean) : printing;
    String means = shown.stream()
        .map(sum -> sums.text(sum) + " = " + sums.mean(sum).text(decimals))
        .collect(Collectors.joining(", "));
    return means
        + (printing.isEmpty()
            ? "; no sum of " + sums.number() + " values prints as "
            : "; printed ")
        + mean.text()
        + how(sums, mean);
  }

  private static String how(PossibleSums sums, PrintedNumber mean) {
    return switch (verdict(sums, mean)) {
      case NOT_TESTABLE -> ", as every mean can be by some rounding";
      case ONLY_IF_TRUNCATED_OR_UP -> ", " + RoundingCheck.words(sums.roundings(mean));
      default -> "";
    };
  }

  /** The nearest numbers that some mean on the scale prints as, where none prints so. */
  private static String nearest(Claim claim, PossibleSums sums, PrintedNumber mean) {
    Verdict verdict = verdict(sums, mean);
    boolean isOffered =
        verdict == Verdict.CONTRADICTS || verdict == Verdict.ONLY_IF_TRUNCATED_OR_UP;
    return isOffered
        ? RoundingCheck.nearest(
            mean, sums.beside(mean).stream().map(sum -> onScale(claim, sums, sums.mean(sum))))
        : "";
  }

  /** The mean itself, or the end of the scale in whole steps beyond which it lies. */
  private static Fraction onScale(Claim claim, PossibleSums sums, Fraction mean) {
    Fraction lowest = claim
        .low()
        .map(low -> sums.value(Fraction.of(low).over(sums.step()).ceiling()))
        .orElse(mean);
    Fraction highest = claim
        .high()
        .map(high -> sums.value(Fraction.of(high).over(sums.step()).floor()))
        .orElse(mean);
    Fraction above = mean.compareTo(lowest) < 0 ? lowest : mean;
    return above.compareTo(highest) > 0 ? highest : above;
  }

  private void add(Verdict verdict, Claim claim, String arithmetic) {
    findings.add(Check.MEAN, verdict, claim, arithmetic);
  }
}
