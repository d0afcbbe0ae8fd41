package io.github.avnfh.core.audit;

import java.math.BigDecimal;

/**
 * What a t test between two independent groups can have given, from their means, standard
 * deviations and numbers: the bounds over Student's and Welch's test and over all numbers that
 * print so.
 *
 * <p>Student's statistic is {@code t^2 = d^2 / (p (1/n1 + 1/n2))} with the pooled variance {@code p
 * = ((n1 - 1) s1^2 + (n2 - 1) s2^2) / (n1 + n2 - 2)} and n1 + n2 - 2 degrees of freedom; Welch's is
 * {@code d^2 / (s1^2/n1 + s2^2/n2)}, whose degrees of freedom lie between the smaller n - 1 and n1
 * + n2 - 2. The tails shrink with t and with the degrees of freedom, so that the ends of all ranges
 * enclose every p value.
 */
final class IndependentMeans {
  private final int one;
  private final int other;
  private final Range difference;
  private final Range first;
  private final Range second;

  private IndependentMeans(Claim one, Claim other, boolean byAnyRounding) {
    this.one = one.of().get(0);
    this.other = other.of().get(0);
    this.difference = before(one.number().orElseThrow(), byAnyRounding)
        .minus(before(other.number().orElseThrow(), byAnyRounding))
        .distance();
    this.first = squared(before(one.standardDeviation().orElseThrow(), byAnyRounding));
    this.second = squared(before(other.standardDeviation().orElseThrow(), byAnyRounding));
  }

  /** Whether both print a mean, a standard deviation and one number of two or more values. */
  static boolean areTestable(Claim one, Claim other) {
    return isTestable(one) && isTestable(other);
  }

  private static boolean isTestable(Claim claim) {
    return claim.number().isPresent()
        && claim.standardDeviation().isPresent()
        && claim.of().size() == 1
        && claim.of().get(0) > 1;
  }

  static IndependentMeans toTheNearest(Claim one, Claim other) {
    return new IndependentMeans(one, other, false);
  }

  static IndependentMeans byAnyRounding(Claim one, Claim other) {
    return new IndependentMeans(one, other, true);
  }

  private static Range before(PrintedNumber printed, boolean byAnyRounding) {
    Range nearest = Range.before(PrintedRounding.HALF_UP, printed);
    Fraction half = nearest.high.minus(nearest.low).over(2);
    return byAnyRounding ? new Range(nearest.low.minus(half), nearest.high.plus(half)) : nearest;
  }

  private static Range squared(Range deviations) {
    Fraction low = deviations.low.signum() < 0 ? Fraction.of(0) : deviations.low;
    return new Range(low.square(), deviations.high.square());
  }

  BigDecimal leastP() {
    Fraction pooled = pooled(first.low, second.low);
    Fraction separate = separate(first.low, second.low);
    if (pooled.signum() == 0 || separate.signum() == 0) {
      return BigDecimal.ZERO;
    }
    Fraction squared = difference.high.square();
    return ExactTails.StudentT.lower(squared.over(pooled), freedom())
        .min(ExactTails.StudentT.lower(squared.over(separate), freedom()));
  }

  BigDecimal greatestP() {
    Fraction pooled = pooled(first.high, second.high);
    Fraction separate = separate(first.high, second.high);
    if (pooled.signum() == 0 || separate.signum() == 0) {
      return BigDecimal.ONE;
    }
    Fraction squared = difference.low.square();
    return ExactTails.StudentT.upper(squared.over(pooled), freedom())
        .max(ExactTails.StudentT.upper(squared.over(separate), Math.min(one, other) - 1));
  }

  private int freedom() {
    return one + other - 2;
  }

  private Fraction pooled(Fraction variance, Fraction otherVariance) {
    return variance
        .times(one - 1L)
        .plus(otherVariance.times(other - 1L))
        .over(freedom())
        .times(Fraction.of((long) one + other, (long) one * other));
  }

  private Fraction separate(Fraction variance, Fraction otherVariance) {
    return variance.over(one).plus(otherVariance.over(other));
  }
}
