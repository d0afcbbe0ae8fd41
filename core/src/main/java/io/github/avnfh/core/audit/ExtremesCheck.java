package io.github.avnfh.core.audit;

import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Means and standard deviations against the least and the greatest value that were observed.
 *
 * <p>One of n values is the least, L, and one the greatest, H. That leaves the mean m between
 * {@code ((n - 1) L + H) / n} and {@code (L + (n - 1) H) / n}. The other n - 2 values are as alike
 * as possible where all equal {@code (n m - L - H) / (n - 2)}; the sum of squares about the mean is
 * then {@code (H - L)^2 / 2 + 2 n / (n - 2) ((L + H) / 2 - m)^2}, and no values have less. The
 * greatest variance is that of a scale from L to H.
 */
final class ExtremesCheck {
  private static final MathContext PRECISION = new MathContext(40);
  private static final int DECIMALS = 3;

  private final FindingList findings;

  ExtremesCheck(FindingList findings) {
    this.findings = findings;
  }

  void check(Claim claim) {
    boolean isTestable = claim.kind() == Claim.Kind.MEAN
        && claim.number().isPresent()
        && minimum(claim).isPresent()
        && maximum(claim).isPresent()
        && !claim.of().isEmpty();
    if (isTestable && claim.of().stream().allMatch(n -> n > 1)) {
      List<Verdict> verdicts = new ArrayList<>();
      List<String> arithmetic = new ArrayList<>();
      for (int n : claim.of()) {
        verdicts.add(Verdict.of(roundings(claim, n)));
        arithmetic.add(arithmetic(claim, n));
      }
      findings.add(
          Check.EXTREMES,
          verdicts.stream().reduce(Verdict::or).orElseThrow(),
          claim,
          String.join("; ", arithmetic) + "; printed " + claim.number().get().text()
              + claim.standardDeviation().map(sd -> " (SD " + sd.text() + ")").orElse(""));
    }
  }

  /** A quantity in such a unit has no scale: the ends that are printed beside it were observed. */
  private static boolean hasNoScale(Claim claim) {
    return claim
        .unit()
        .filter(Set.of("years", "months", "weeks", "days", "kg")::contains)
        .isPresent();
  }

  private static Optional<PrintedNumber> minimum(Claim claim) {
    return claim
        .minimum()
        .or(() -> claim.low().filter(low -> hasNoScale(claim)).map(Range::printed));
  }

  private static Optional<PrintedNumber> maximum(Claim claim) {
    return claim
        .maximum()
        .or(() -> claim.high().filter(high -> hasNoScale(claim)).map(Range::printed));
  }

  private static Set<PrintedRounding> roundings(Claim claim, int n) {
    Set<PrintedRounding> fitting = EnumSet.noneOf(PrintedRounding.class);
    for (PrintedRounding rounding : PrintedRounding.values()) {
      Range least = observed(claim, minimum(claim).orElseThrow(), rounding);
      Range greatest = observed(claim, maximum(claim).orElseThrow(), rounding);
      Range means =
          Range.before(rounding, claim.number().orElseThrow()).within(means(least, greatest, n));
      boolean fits = !means.isEmpty()
          && claim
              .standardDeviation()
              .map(sd -> Range.before(rounding, sd))
              .map(sd -> sd.high.square().compareTo(leastVariance(least, greatest, means, n)) >= 0
                  && isAtMostGreatest(sd, new Range(least.low, greatest.high), means, n))
              .orElse(true);
      if (fits) {
        fitting.add(rounding);
      }
    }
    return fitting;
  }

  /** A value whose step is printed in full was not rounded. */
  private static Range observed(Claim claim, PrintedNumber value, PrintedRounding rounding) {
    boolean isExact =
        claim.step().filter(step -> step.remainder(value.unit()).signum() == 0).isPresent();
    return isExact ? exact(value) : Range.before(rounding, value);
  }

  private static Range means(Range least, Range greatest, int n) {
    return new Range(
        // ((n - 1) L + H) / n to (L + (n - 1) H) / n, from the ends of what L and H can have been
        least.low.times(n - 1L).plus(greatest.low).over(n),
        greatest.high.times(n - 1L).plus(least.high).over(n));
  }

  /**
   * The least over all numbers that print so: L is as high and H as low as they can have been,
   * unless the mean lies beyond the middle between them. Then the end on its side moves towards the
   * value that all others have, {@code (n m - L) / (n - 1)}.
   */
  private static Fraction leastVariance(Range least, Range greatest, Range means, int n) {
    Fraction low = least.high;
    Fraction high = greatest.low;
    if (low.compareTo(high) > 0) {
      return Fraction.of(0);
    }
    if (n == 2) {
      return high.minus(low).square().over(2);
    }
    Fraction middle = low.plus(high).over(2);
    Fraction mean = middle;
    if (means.low.compareTo(middle) > 0) {
      mean = means.low;
      high = clamped(others(mean, low, n), greatest);
    } else if (means.high.compareTo(middle) < 0) {
      mean = means.high;
      low = clamped(others(mean, high, n), least);
    }
    Fraction off = low.plus(high).over(2).minus(mean);
    // [(H - L)^2 / 2 + 2 n / (n - 2) ((L + H) / 2 - m)^2] / (n - 1)
    return high.minus(low)
        .square()
        .over(2)
        .plus(off.square().times(Fraction.of(2L * n, n - 2L)))
        .over(n - 1L);
  }

  private static Fraction others(Fraction mean, Fraction end, int n) {
    return mean.times(n).minus(end).over(n - 1L);
  }

  private static Fraction clamped(Fraction value, Range range) {
    Fraction atLeast = value.compareTo(range.low) < 0 ? range.low : value;
    return atLeast.compareTo(range.high) > 0 ? range.high : atLeast;
  }

  private static boolean isAtMostGreatest(Range deviations, Range scale, Range means, int n) {
    return deviations.low.signum() <= 0
        || deviations
                .low
                .square()
                .compareTo(StandardDeviationCheck.largestVariance(means.within(scale), scale, n))
            <= 0;
  }

  private static String arithmetic(Claim claim, int n) {
    Range least = exact(minimum(claim).orElseThrow());
    Range greatest = exact(maximum(claim).orElseThrow());
    Range mean = exact(claim.number().orElseThrow());
    Range means = means(least, greatest, n);
    String words = n + " values from " + least.text(DECIMALS) + " to " + greatest.text(DECIMALS)
        + " have a mean in " + means.text(DECIMALS);
    return claim.standardDeviation().isEmpty() || !means.meets(mean)
        ? words
        : words + " and with this mean an SD in "
            + root(leastVariance(least, greatest, mean, n), RoundingMode.DOWN) + "…"
            + root(
                StandardDeviationCheck.largestVariance(
                    mean, new Range(least.low, greatest.high), n),
                RoundingMode.UP);
  }

  private static Range exact(PrintedNumber number) {
    Fraction value = Fraction.of(number.value());
    return new Range(value, value);
  }

  private static String root(Fraction square, RoundingMode mode) {
    return square.decimal(PRECISION).sqrt(PRECISION).setScale(DECIMALS, mode).toPlainString();
  }
}
