package io.github.avnfh.core.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Standard deviations against the ends of the scale and against sums of squares. */
final class StandardDeviationCheck {
  private static final MathContext PRECISION = new MathContext(40);
  private static final int DECIMALS = 3;

  private final FindingList findings;
  private final SumsOfSquares.SampleTables tables = new SumsOfSquares.SampleTables();

  StandardDeviationCheck(FindingList findings) {
    this.findings = findings;
  }

  void check(Claim claim) {
    boolean isSpread = claim.number().isPresent() && claim.standardDeviation().isPresent();
    if (isSpread && !claim.of().isEmpty() && claim.of().stream().allMatch(n -> n > 1)) {
      if (claim.low().isPresent() && claim.high().isPresent()) {
        checkRange(claim);
      }
      if (claim.step().isPresent()) {
        checkSquares(claim);
      }
    }
  }

  private void checkRange(Claim claim) {
    List<Verdict> verdicts = new ArrayList<>();
    List<String> arithmetic = new ArrayList<>();
    for (int n : claim.of()) {
      verdicts.add(isWithinRange(claim, n) ? Verdict.CONSISTENT : Verdict.CONTRADICTS);
      arithmetic.add(range(claim, n));
    }
    findings.add(
        Check.RANGE,
        verdicts.stream().reduce(Verdict::or).orElseThrow(),
        claim,
        String.join("; ", arithmetic) + "; printed "
            + claim.standardDeviation().orElseThrow().text());
  }

  private static boolean isWithinRange(Claim claim, int n) {
    PrintedNumber mean = claim.number().orElseThrow();
    Range scale = scale(claim);
    for (PrintedRounding rounding : PrintedRounding.values()) {
      Range means = Range.before(rounding, mean).within(scale);
      Fraction least = Range.before(rounding, claim.standardDeviation().orElseThrow()).low;
      boolean fits = !means.isEmpty()
          // squares are compared, not roots, so that nothing is rounded
          && (least.signum() <= 0
              || least.square().compareTo(largestVariance(means, scale, n)) <= 0);
      if (fits) {
        return true;
      }
    }
    return false;
  }

  private static Range scale(Claim claim) {
    return new Range(
        Fraction.of(claim.low().orElseThrow()), Fraction.of(claim.high().orElseThrow()));
  }

  /** The bound rises towards the middle of the scale. */
  static Fraction largestVariance(Range means, Range scale, int n) {
    // (H - m)(m - L) is a parabola with its top at (L + H) / 2: take the nearest possible mean
    Fraction middle = scale.low.plus(scale.high).over(2);
    Range nearest = new Range(middle, middle).within(means);
    Fraction mean = nearest.isEmpty() && middle.compareTo(means.high) > 0 ? means.high : means.low;
    return largestVariance(nearest.isEmpty() ? mean : middle, scale, n);
  }

  private static Fraction largestVariance(Fraction mean, Range scale, int n) {
    // (H - m)(m - L) n / (n - 1)
    return scale.high.minus(mean).times(mean.minus(scale.low)).times(Fraction.of(n, n - 1L));
  }

  private static String range(Claim claim, int n) {
    Range scale = scale(claim);
    Fraction mean = Fraction.of(claim.number().orElseThrow().value());
    String low = scale.low.text(DECIMALS);
    String high = scale.high.text(DECIMALS);
    if (mean.compareTo(scale.low) < 0 || mean.compareTo(scale.high) > 0) {
      return "the mean " + mean.text(DECIMALS) + " lies outside " + low + ".." + high;
    }
    String bound =
        root(largestVariance(mean, scale, n)).setScale(DECIMALS, RoundingMode.DOWN) + "…";
    String m = mean.text(DECIMALS);
    return "at most sqrt((" + high + " - " + m + ") * (" + m + " - " + low + ") * " + n + "/"
        + (n - 1) + ") = " + bound;
  }

  private static BigDecimal root(Fraction square) {
    return square.decimal(PRECISION).sqrt(PRECISION);
  }

  /** A mean that no sum gives is a separate finding, and its deviation is not looked at. */
  private void checkSquares(Claim claim) {
    PrintedNumber mean = claim.number().orElseThrow();
    List<Verdict> verdicts = new ArrayList<>();
    List<String> arithmetic = new ArrayList<>();
    for (int n : claim.of()) {
      PossibleSums sums = PossibleSums.of(claim, n);
      if (sums.alwaysPrint(mean) || !sums.printing(mean).isEmpty()) {
        SumsOfSquares squares = new SumsOfSquares(claim, n, tables);
        verdicts.add(squares.verdict());
        arithmetic.add(squares.arithmetic());
      }
    }
    verdicts.stream()
        .reduce(Verdict::or)
        .ifPresent(verdict ->
            findings.add(Check.STANDARD_DEVIATION, verdict, claim, String.join("; ", arithmetic)));
  }
}
