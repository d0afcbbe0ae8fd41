package io.github.avnfh.core.audit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The sums of squares that stand behind a printed standard deviation, counted in squared steps.
 *
 * <p>With n values of sum S and sum of squares Q the variance is {@code (Q - S^2 / n) / (n - 1)}. Q
 * is a whole number, even or odd as S is, at least what n values as alike as possible have, and at
 * most what values at the ends of the scale have. Where the samples can be gone through, only sums
 * of squares that some sample has are counted: on the scale, or among all values that can stand in
 * a sample with such a mean and deviation, {@code |x - m| <= s (n - 1) / sqrt(n)} (Samuelson).
 * Where the least and the greatest value are printed in full, they are two of the n values and the
 * ends of the others.
 */
final class SumsOfSquares {
  private static final int DECIMALS = 2;
  private static final double MOST_STEPS = 2e7;
  private static final BigInteger TWO = BigInteger.TWO;

  private final PossibleSums sums;
  private final int n;
  private final PrintedNumber mean;
  private final PrintedNumber deviation;
  private final Optional<BigDecimal> low;
  private final Optional<BigDecimal> high;

  /** The least and the greatest value in steps, or nothing. */
  private final List<BigInteger> observed;

  private final Optional<Samples> samples;

  SumsOfSquares(Claim claim, int n, SampleTables tables) {
    this.sums = PossibleSums.of(claim, n);
    this.n = n;
    this.mean = claim.number().orElseThrow();
    this.deviation = claim.standardDeviation().orElseThrow();
    this.low = claim.low();
    this.high = claim.high();
    this.observed = n > 2 ? observed(claim) : List.of();
    this.samples = onScale(tables).or(() -> nearMean(tables));
  }

  /** Without regard to what samples can have. */
  SumsOfSquares(PossibleSums sums, PrintedNumber mean, PrintedNumber deviation) {
    this.sums = sums;
    this.n = sums.number();
    this.mean = mean;
    this.deviation = deviation;
    this.low = Optional.empty();
    this.high = Optional.empty();
    this.observed = List.of();
    this.samples = Optional.empty();
  }

  /** A value whose step is printed in full was not rounded. */
  private List<BigInteger> observed(Claim claim) {
    List<BigInteger> ends = Stream.of(claim.minimum(), claim.maximum())
        .flatMap(Optional::stream)
        .filter(end -> claim.step().orElseThrow().remainder(end.unit()).signum() == 0)
        .map(end -> Fraction.of(end.value()).over(sums.step()))
        .filter(Fraction::isWhole)
        .map(Fraction::floor)
        .toList();
    return ends.size() == 2 && ends.get(0).compareTo(ends.get(1)) <= 0 ? ends : List.of();
  }

  Verdict verdict() {
    if (!sums.areFew(mean)) {
      return alwaysPrint() ? Verdict.NOT_TESTABLE : Verdict.UNDECIDABLE;
    }
    Verdict verdict = Verdict.of(roundings());
    return verdict == Verdict.CONSISTENT && alwaysPrint() ? Verdict.NOT_TESTABLE : verdict;
  }

  /** The ways of rounding by which some values print with this mean and this deviation. */
  Set<PrintedRounding> roundings() {
    Set<PrintedRounding> fitting = EnumSet.noneOf(PrintedRounding.class);
    for (PrintedRounding rounding : PrintedRounding.values()) {
      if (sums.printing(mean, rounding).stream().anyMatch(sum -> fits(sum, rounding))) {
        fitting.add(rounding);
      }
    }
    return fitting;
  }

  /** Two whole numbers in a row fit, of which one is even and one odd. */
  private boolean alwaysPrint() {
    return width().compareTo(Fraction.of(2)) >= 0;
  }

  private Fraction width() {
    // (n - 1)((s + u/2)^2 - (s - u/2)^2) / step^2 = 2 (n - 1) s u / step^2 for a last digit of u
    return Fraction.of(deviation.value())
        .times(Fraction.of(deviation.unit()))
        .times(2L * (n - 1L))
        .over(sums.step().square());
  }

  private boolean fits(BigInteger sum, PrintedRounding rounding) {
    List<BigInteger> printing = printing(sum, rounding);
    // x^2 is even or odd as x is, so Q is even or odd as S is: start at the first such Q
    BigInteger least = printing.get(0).max(smallest(sum));
    BigInteger parity = sum.mod(TWO);
    BigInteger first = least.mod(TWO).equals(parity) ? least : least.add(BigInteger.ONE);
    BigInteger last = printing.get(1);
    BigInteger limit = largest(sum).map(last::min).orElse(last);
    return first.compareTo(limit) <= 0
        && samples.stream()
            .allMatch(all -> all.reach(
                sum.subtract(sum(observed)),
                first.subtract(squares(observed)),
                limit.subtract(squares(observed))));
  }

  /** The least and the greatest whole sum of squares that prints so; if none does, they fall. */
  List<BigInteger> printing(BigInteger sum, PrintedRounding rounding) {
    Range squares = squares(sum, rounding);
    return List.of(first(squares.low, rounding), last(squares.high, rounding));
  }

  /** The least deviation may print as another number, as s - u does when it is rounded up. */
  private BigInteger first(Fraction low, PrintedRounding rounding) {
    BigInteger first = low.ceiling();
    return !deviations(rounding).low.printsAs(deviation, rounding)
            && low.floor().equals(first)
        ? first.add(BigInteger.ONE)
        : first;
  }

  /** The greatest deviation may print as another number, as s + u does when it is truncated. */
  private BigInteger last(Fraction high, PrintedRounding rounding) {
    BigInteger last = high.floor();
    return !deviations(rounding).high.printsAs(deviation, rounding)
            && high.ceiling().equals(last)
        ? last.subtract(BigInteger.ONE)
        : last;
  }

  private Range deviations(PrintedRounding rounding) {
    return Range.before(rounding, deviation).positive();
  }

  private static BigInteger sum(List<BigInteger> values) {
    return values.stream().reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static BigInteger squares(List<BigInteger> values) {
    return sum(values.stream().map(value -> value.multiply(value)).toList());
  }

  private boolean hasEnds() {
    return !observed.isEmpty() || (low.isPresent() && high.isPresent());
  }

  private Optional<Samples> onScale(SampleTables tables) {
    return hasEnds() ? samples(tables, lowest(), highest()) : Optional.empty();
  }

  /** Values so far from the mean that no sample with this deviation has them are left out. */
  private Optional<Samples> nearMean(SampleTables tables) {
    Fraction unit = Fraction.of(mean.unit());
    Fraction most = Range.before(deviation, true).high.over(sums.step()).square();
    // s^2 (n - 1)^2 / n, and a step more for the root that is rounded down
    BigInteger distance =
        most.times((long) (n - 1) * (n - 1)).over(n).floor().sqrt().add(BigInteger.ONE);
    Fraction center = Fraction.of(mean.value());
    BigInteger below = center.minus(unit).over(sums.step()).floor().subtract(distance);
    BigInteger above = center.plus(unit).over(sums.step()).ceiling().add(distance);
    return samples(
        tables,
        hasEnds() || low.isPresent() ? below.max(lowest()) : below,
        hasEnds() || high.isPresent() ? above.min(highest()) : above);
  }

  /**
   * Of two values that differ by d, 2 or more, one step towards each other takes 2 (d - 1) from the
   * sum of squares: among so many in a row on a scale of width w, 2 (w - 1), one is possible.
   */
  private Optional<Samples> samples(SampleTables tables, BigInteger lowest, BigInteger highest) {
    Fraction gap = Fraction.of(highest.subtract(lowest).shiftLeft(1), BigInteger.ONE);
    // rounded up, the interval is narrower by (n - 1) u^2 / step^2
    Fraction lost = Fraction.of(deviation.unit()).over(sums.step()).square().times(n - 1L);
    return width().minus(lost).compareTo(gap) < 0
        ? tables.samples(n - observed.size(), lowest, highest)
        : Optional.empty();
  }

  private BigInteger lowest() {
    return observed.isEmpty()
        ? Fraction.of(low.orElseThrow()).over(sums.step()).ceiling()
        : observed.get(0);
  }

  private BigInteger highest() {
    return observed.isEmpty()
        ? Fraction.of(high.orElseThrow()).over(sums.step()).floor()
        : observed.get(1);
  }

  /** The sums of squares, whole or not, by which the standard deviation prints so. */
  private Range squares(BigInteger sum, PrintedRounding rounding) {
    // Q = (n - 1) s^2 + S^2 / n, from the least to the greatest s that prints so
    Range deviations = deviations(rounding);
    Fraction center = Fraction.of(sum.multiply(sum), BigInteger.valueOf(n));
    return new Range(steps(deviations.low).plus(center), steps(deviations.high).plus(center));
  }

  private Fraction steps(Fraction standardDeviation) {
    return standardDeviation.over(sums.step()).square().times(n - 1L);
  }

  /** All values but the observed ends as alike as the sum allows. */
  private BigInteger smallest(BigInteger all) {
    BigInteger number = BigInteger.valueOf(n - observed.size());
    BigInteger sum = all.subtract(sum(observed));
    // S = n a + r: r values are a + 1 and n - r are a
    BigInteger rest = sum.mod(number);
    BigInteger part = sum.subtract(rest).divide(number);
    BigInteger next = part.add(BigInteger.ONE);
    return part.multiply(part)
        .multiply(number.subtract(rest))
        .add(next.multiply(next).multiply(rest))
        .add(squares(observed));
  }

  /** As many values at the ends of the scale as the sum allows; nothing if it has no ends. */
  private Optional<BigInteger> largest(BigInteger sum) {
    if (!hasEnds()) {
      return Optional.empty();
    }
    BigInteger lowest = lowest();
    BigInteger highest = highest();
    BigInteger above = sum.subtract(lowest.multiply(BigInteger.valueOf(n)));
    BigInteger span = highest.subtract(lowest);
    if (span.signum() <= 0
        || above.signum() < 0
        || above.compareTo(span.multiply(BigInteger.valueOf(n))) > 0) {
      return Optional.of(BigInteger.ONE.negate());
    }
    // S - n L = k (H - L) + r: k values are H, one is L + r, and the rest are L
    BigInteger[] full = above.divideAndRemainder(span);
    BigInteger between = lowest.add(full[1]);
    BigInteger atLow = BigInteger.valueOf(n).subtract(full[0]).subtract(BigInteger.ONE);
    BigInteger squares =
        full[0].multiply(highest.multiply(highest)).add(atLow.multiply(lowest.multiply(lowest)));
    return Optional.of(squares.add(between.multiply(between)));
  }

  String arithmetic() {
    if (verdict() == Verdict.NOT_TESTABLE) {
      return "sums of squares of " + n + " values over a width of " + width().text(DECIMALS)
          + " print as " + deviation.text() + ", and among any two in a row one is possible";
    }
    if (!sums.areFew(mean)) {
      return "the mean of " + n + " values leaves too many sums to go through";
    }
    // to the nearest where that fits
    PrintedRounding rounding = roundings().stream().findFirst().orElse(PrintedRounding.HALF_UP);
    BigInteger sum = sums.printing(mean, rounding).stream()
        .filter(each -> fits(each, rounding))
        .findFirst()
        .orElseGet(() -> sums.printing(mean).get(0));
    Range squares = squares(sum, rounding);
    return "for a sum of " + sum + " the sum of squares must be " + parity(sum) + " in "
        + squares.text(DECIMALS) + (verdict() == Verdict.CONTRADICTS ? ": no values have one" : "")
        + "; printed " + deviation.text() + how();
  }

  private String how() {
    return verdict() == Verdict.ONLY_IF_TRUNCATED_OR_UP
        ? ", " + RoundingCheck.words(roundings())
        : "";
  }

  private static String parity(BigInteger sum) {
    return sum.testBit(0) ? "odd" : "even";
  }

  /** The sums and sums of squares of all samples of n values in steps from the lowest one. */
  private static final class Samples {
    private final BigInteger n;
    private final BigInteger lowest;
    private final BigInteger[] squares;

    Samples(int n, BigInteger lowest, BigInteger[] squares) {
      this.n = BigInteger.valueOf(n);
      this.lowest = lowest;
      this.squares = squares;
    }

    /** Whether some sample has this sum and a sum of squares from the first to the last. */
    boolean reach(BigInteger sum, BigInteger first, BigInteger last) {
      // with x = low + w: sum x = n low + sum w, and sum x^2 = sum w^2 + 2 low sum x - n low^2
      int above = sum.subtract(lowest.multiply(n)).intValueExact();
      BigInteger moved =
          lowest.multiply(sum).multiply(TWO).subtract(lowest.multiply(lowest).multiply(n));
      int from = first.subtract(moved).intValueExact();
      int to = last.subtract(moved).min(BigInteger.valueOf(Integer.MAX_VALUE)).intValueExact();
      return above >= 0
          && above < squares.length
          && IntStream.rangeClosed(from, Math.min(to, squares[above].bitLength()))
              .anyMatch(squares[above]::testBit);
    }
  }

  /** The sums of squares of samples by their number and the width of their scale. */
  static final class SampleTables {
    private static final int MOST_KEPT = 64;

    private final Map<List<Integer>, BigInteger[]> byWidth = new HashMap<>();

    /** Nothing where the samples are too many to go through. */
    Optional<Samples> samples(int n, BigInteger lowest, BigInteger highest) {
      BigInteger width = highest.subtract(lowest);
      if (byWidth.size() > MOST_KEPT) {
        byWidth.clear();
      }
      // n values, each for n w sums and w + 1 values, on n w^2 bits in words of 64
      double steps = Math.pow(n, 3) * Math.pow(width.doubleValue(), 4) / Long.SIZE;
      return width.signum() <= 0 || steps > MOST_STEPS
          ? Optional.empty()
          : Optional.of(new Samples(
              n,
              lowest,
              byWidth.computeIfAbsent(
                  List.of(n, width.intValueExact()), key -> squares(key.get(0), key.get(1)))));
    }

    /** For each sum of values from 0 to the width a bit for each sum of squares. */
    private static BigInteger[] squares(int n, int width) {
      BigInteger[] squares = new BigInteger[n * width + 1];
      Arrays.fill(squares, BigInteger.ZERO);
      squares[0] = BigInteger.ONE;
      for (int values = 1; values <= n; values++) {
        squares = withOneMore(squares, width);
      }
      return squares;
    }

    private static BigInteger[] withOneMore(BigInteger[] squares, int width) {
      BigInteger[] next = new BigInteger[squares.length];
      Arrays.fill(next, BigInteger.ZERO);
      for (int sum = 0; sum < squares.length; sum++) {
        int highest = Math.min(width, squares.length - 1 - sum);
        for (int value = 0; value <= highest && squares[sum].signum() > 0; value++) {
          // bit q of squares[S] stands for some sample with sum S and sum of squares q
          next[sum + value] = next[sum + value].or(squares[sum].shiftLeft(value * value));
        }
      }
      return next;
    }
  }
}
