package io.github.avnfh.core.audit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Medians and quartiles against the number of values and the step of their scale.
 *
 * <p>The median of an odd number of values is one of them, and of an even number halfway between
 * two: a multiple of the step, or of half of it. The usual quartiles (types 1 to 7 of Hyndman and
 * Fan) divide the distance of two values into quarters. The least value, the quartiles, the median
 * and the greatest value never fall.
 */
final class MedianCheck {
  private static final int MORE_DECIMALS = 2;
  private static final int QUARTERS = 4;
  private static final Fraction HALF = Fraction.of(1, 2);
  private static final Pattern MEDIAN = Pattern.compile("(?i).*\\bmedian\\b.*");

  private final FindingList findings;

  MedianCheck(FindingList findings) {
    this.findings = findings;
  }

  void check(Claim claim) {
    if (isMedian(claim)) {
      checkOrder(claim);
      claim.number().ifPresent(median -> checkStep(claim, median));
      claim.lowerQuartile().ifPresent(quartile -> checkQuartile(claim, "lower", quartile));
      claim.upperQuartile().ifPresent(quartile -> checkQuartile(claim, "upper", quartile));
    }
  }

  /** A number of which the paper says that it is a median. */
  private static boolean isMedian(Claim claim) {
    return claim.kind() == Claim.Kind.MEDIAN
        || (claim.kind() == Claim.Kind.NUMBER
            && MEDIAN.matcher(claim.quantity()).matches());
  }

  private void checkStep(Claim claim, PrintedNumber median) {
    if (claim.step().isEmpty()) {
      checkWhole(claim, median);
      return;
    }
    List<Verdict> verdicts = new ArrayList<>();
    List<String> arithmetic = new ArrayList<>();
    // where the number of values is not known, it may be even
    for (int n : claim.of().isEmpty() ? List.of(2) : claim.of()) {
      PossibleSums values = PossibleSums.of(claim, n % 2 == 0 ? 2 : 1);
      verdicts.add(MeanCheck.verdict(values, median));
      String known = claim.of().isEmpty() ? "an unknown number of" : String.valueOf(n);
      arithmetic.add("the median of " + known + " values in steps of "
          + values.step().text(median.decimals() + MORE_DECIMALS) + " is "
          + (n % 2 == 0 ? "a value or halfway between two" : "one of them"));
    }
    Verdict verdict = verdicts.stream().reduce(Verdict::or).orElseThrow();
    add(verdict, claim, String.join("; ", arithmetic) + "; printed " + median.text());
  }

  /** Years are usually whole where no step is printed: half of one then lies between two values. */
  private void checkWhole(Claim claim, PrintedNumber median) {
    boolean isOdd = !claim.of().isEmpty() && claim.of().stream().allMatch(n -> n % 2 == 1);
    boolean isHalf = Fraction.of(median.value()).minus(HALF).isWhole();
    boolean isBetween = isOdd && isHalf && claim.unit().filter("years"::equals).isPresent();
    add(
        isBetween ? Verdict.UNEXPLAINED : Verdict.NOT_TESTABLE,
        claim,
        "the step of the scale is not known"
            + (isBetween
                ? "; the median of an odd number of whole years is one of them, printed "
                    + median.text()
                : ""));
  }

  /** Rarer definitions (types 8 and 9) divide by 12 and 16: other quartiles are unexplained. */
  private void checkQuartile(Claim claim, String side, PrintedNumber quartile) {
    if (claim.step().isEmpty()) {
      return;
    }
    Verdict verdict = MeanCheck.verdict(PossibleSums.of(claim, QUARTERS), quartile);
    add(
        verdict == Verdict.CONTRADICTS ? Verdict.UNEXPLAINED : verdict,
        claim,
        "the " + side + " quartile lies on quarters of a step by the usual definitions; printed "
            + quartile.text());
  }

  private void checkOrder(Claim claim) {
    List<PrintedNumber> rising = rising(claim);
    if (rising.size() > 1) {
      Set<PrintedRounding> fitting = EnumSet.noneOf(PrintedRounding.class);
      for (PrintedRounding rounding : PrintedRounding.values()) {
        if (Range.canRise(rising, rounding)) {
          fitting.add(rounding);
        }
      }
      String numbers =
          String.join(" <= ", rising.stream().map(PrintedNumber::text).toList());
      add(Verdict.of(fitting), claim, numbers);
    }
  }

  private static List<PrintedNumber> rising(Claim claim) {
    return Stream.of(
            claim.minimum(),
            claim.lowerQuartile(),
            claim.number(),
            claim.upperQuartile(),
            claim.maximum())
        .flatMap(Optional::stream)
        .toList();
  }

  private void add(Verdict verdict, Claim claim, String arithmetic) {
    findings.add(Check.MEDIAN, verdict, claim, arithmetic);
  }
}
