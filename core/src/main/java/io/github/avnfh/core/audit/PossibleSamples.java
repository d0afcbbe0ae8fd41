package io.github.avnfh.core.audit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All samples of a number of values on a scale that print with a given mean and standard deviation,
 * and what they leave open.
 *
 * <p>A sample is a multiset: how often each value of the scale occurs, in any order. Both numbers
 * are rounded to the nearest, and halves of both in one way (up, to even or down). The standard
 * deviation is that of a sample, with the divisor n - 1. The samples are counted exactly, by how
 * many values, which sum and which sum of squares are left from each value of the scale downwards;
 * a scale or a sample for which that takes more than 1,000,000 partial counts is refused.
 *
 * <pre>{@code
 * PossibleSamples samples = PossibleSamples.of(8, "2.25", "1.16", "1", "5", "1");
 * samples.count();         // 3
 * samples.all(10).get(0);  // [3, 1, 3, 1, 0]
 * samples.medians();       // [2, 2.5]
 * samples.maxima();        // [4, 5]
 * samples.draw(100, 20220101).size(); // 100
 * }</pre>
 *
 * <p>Source of the question: Heathers JA, Anaya J, van der Zee T, Brown NJL. Recovering data from
 * summary statistics: Sample Parameter Reconstruction via Iterative TEchniques (SPRITE). PeerJ
 * Preprints 2018;6:e26968v1. doi:10.7287/peerj.preprints.26968v1. That method looks for samples by
 * shifting values at random; here they are counted, so that all are found and each is drawn with
 * the same probability.
 */
public final class PossibleSamples {
  private static final int MOST_VALUES = 1_000;
  private static final int MOST_STEPS = 1_000;
  private static final int MOST_PARTS = 1_000_000;
  private static final int MOST_SAMPLES = 1_000_000;
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final int n;
  private final BigDecimal step;
  private final BigInteger lowest;
  private final PartialCounts parts;
  /** The sums of all values, by the number of samples that come before theirs. */
  private final NavigableMap<BigInteger, Part> sums = new TreeMap<>();

  private final BigInteger count;
  private final Open open;

  private PossibleSamples(int n, Scale scale, SortedSet<Part> printing) {
    this.n = n;
    this.step = scale.step;
    this.lowest = scale.lowest;
    this.parts = new PartialCounts(scale.width);
    BigInteger before = BigInteger.ZERO;
    for (Part part : printing) {
      BigInteger ways = parts.count(scale.width, part);
      if (ways.signum() > 0) {
        sums.put(before, part);
        before = before.add(ways);
      }
    }
    this.count = before;
    this.open = new Open();
  }

  /**
   * Returns the samples that print so, none if the numbers contradict each other.
   *
   * @param n the number of values, 2 to 1,000
   * @param mean the printed mean with its decimals, such as {@code 3.40}
   * @param standardDeviation the printed standard deviation with its decimals, 0 or above
   * @param low the least possible value
   * @param high the greatest possible value
   * @param step the distance between neighboring values, which are its multiples from {@code low}
   *     to {@code high}: 1 to 1,001 of them
   * @return the samples
   * @throws IllegalArgumentException if a text is no printed number
   *     ({@link PrintedNumber#of(String)}), a number lies outside its range, or more than 1,000,000
   *     partial counts are needed
   */
  public static PossibleSamples of(
      int n, String mean, String standardDeviation, String low, String high, String step) {
    PrintedNumber center = PrintedNumber.of(Objects.requireNonNull(mean, "mean"));
    PrintedNumber spread =
        PrintedNumber.of(Objects.requireNonNull(standardDeviation, "standardDeviation"));
    check("number of values [values]", n, 2, MOST_VALUES);
    if (spread.value().signum() < 0) {
      throw new IllegalArgumentException(
          "standard deviation must lie at 0 or above, but was " + spread.text());
    }
    Scale scale = Scale.of(
        PrintedNumber.of(Objects.requireNonNull(low, "low")).value(),
        PrintedNumber.of(Objects.requireNonNull(high, "high")).value(),
        PrintedNumber.of(Objects.requireNonNull(step, "step")).value());
    return new PossibleSamples(n, scale, printing(n, center, spread, scale));
  }

  private static void check(String what, int number, int least, int greatest) {
    if (number < least || number > greatest) {
      throw new IllegalArgumentException(
          what + " must lie in " + least + ".." + greatest + ", but was " + number);
    }
  }

  private static IllegalArgumentException tooLarge() {
    return new IllegalArgumentException("partial counts of the samples must be at most "
        + MOST_PARTS + ", but are more; fewer values, a shorter scale or more decimals have fewer");
  }

  /** Sums and sums of squares above the least value that print so by rounding to the nearest. */
  private static SortedSet<Part> printing(
      int n, PrintedNumber mean, PrintedNumber deviation, Scale scale) {
    PossibleSums sums = new PossibleSums(n, Fraction.of(scale.step));
    if (!sums.areFew(mean)) {
      throw tooLarge();
    }
    SumsOfSquares squares = new SumsOfSquares(sums, mean, deviation);
    SortedSet<Part> printing = new TreeSet<>();
    Stream.of(PrintedRounding.values()).filter(PrintedRounding::isNearest).forEach(rounding -> {
      for (BigInteger sum : sums.printing(mean, rounding)) {
        add(printing, scale, n, sum, squares.printing(sum, rounding));
      }
    });
    return printing;
  }

  private static void add(
      SortedSet<Part> printing, Scale scale, int n, BigInteger sum, List<BigInteger> squares) {
    BigInteger values = BigInteger.valueOf(n);
    BigInteger above = sum.subtract(scale.lowest.multiply(values));
    BigInteger most = values.multiply(BigInteger.valueOf(scale.width));
    if (above.signum() < 0 || above.compareTo(most) > 0) {
      return;
    }
    // sum of (x - L)^2 = Q - 2 L S + n L^2 = Q - L (S + (S - n L))
    BigInteger shift = scale.lowest.multiply(sum.add(above));
    long s = above.longValueExact();
    Part alike = new Part(n, s, 0);
    BigInteger least = squares.get(0).subtract(shift).max(BigInteger.valueOf(alike.least()));
    BigInteger greatest =
        squares.get(1).subtract(shift).min(BigInteger.valueOf(alike.greatest(scale.width)));
    if (greatest.subtract(least).shiftRight(1).compareTo(BigInteger.valueOf(MOST_PARTS)) > 0) {
      throw tooLarge();
    }
    // a sum of squares is even or odd as the sum is
    for (long q = least.longValueExact(); q <= greatest.longValueExact(); q++) {
      if ((q - s) % 2 == 0) {
        printing.add(new Part(n, s, q));
      }
    }
    if (printing.size() > MOST_PARTS) {
      throw tooLarge();
    }
  }

  /**
   * Returns the number of samples that print so.
   *
   * @return the number of multisets, 0 if no sample prints so
   */
  public BigInteger count() {
    return count;
  }

  /**
   * Returns the values of the scale.
   *
   * @return the multiples of the step, from the least to the greatest
   */
  public List<BigDecimal> values() {
    return IntStream.rangeClosed(0, parts.width).mapToObj(this::value).toList();
  }

  private BigDecimal value(int steps) {
    return step.multiply(new BigDecimal(lowest.add(BigInteger.valueOf(steps))));
  }

  /**
   * Lists all samples in an order that is always the same.
   *
   * @param limit the greatest number of samples to list, 0 to 1,000,000
   * @return for each sample how often each of the {@link #values()} occurs
   * @throws IllegalArgumentException if there are more samples than the limit, or if the limit lies
   *     outside its range
   */
  public List<List<Integer>> all(int limit) {
    check("limit [samples]", limit, 0, MOST_SAMPLES);
    if (count.compareTo(BigInteger.valueOf(limit)) > 0) {
      throw new IllegalArgumentException(
          "samples to list must be at most " + limit + ", but are " + count);
    }
    return IntStream.range(0, count.intValueExact())
        .mapToObj(rank -> sample(BigInteger.valueOf(rank)))
        .toList();
  }

  /**
   * Draws samples at random with replacement: each multiset that prints so has the same
   * probability, however many orders its values have.
   *
   * @param draws the number of samples to draw, 0 to 1,000,000
   * @param seed the seed of the draws, which give the same samples everywhere
   * @return for each draw how often each of the {@link #values()} occurs; empty if no sample prints
   *     so
   * @throws IllegalArgumentException if the number of draws lies outside its range
   */
  public List<List<Integer>> draw(int draws, long seed) {
    check("draws [samples]", draws, 0, MOST_SAMPLES);
    if (count.signum() == 0) {
      return List.of();
    }
    Random random = new Random(seed);
    return IntStream.range(0, draws).mapToObj(draw -> sample(rank(random))).toList();
  }

  /** A number below the count, each with the same probability. */
  private BigInteger rank(Random random) {
    // rejection, at most two draws on average, so that no rank is more probable
    BigInteger rank = new BigInteger(count.bitLength(), random);
    while (rank.compareTo(count) >= 0) {
      rank = new BigInteger(count.bitLength(), random);
    }
    return rank;
  }

  /** The sample before which so many others come. */
  private List<Integer> sample(BigInteger rank) {
    Map.Entry<BigInteger, Part> start = Objects.requireNonNull(sums.floorEntry(rank));
    BigInteger before = rank.subtract(start.getKey());
    Part part = start.getValue();
    List<Integer> counts = new ArrayList<>();
    for (int value = parts.width; value >= 0; value--) {
      int times = 0;
      // samples with 0, 1, 2, ... of this value come one after the other, so many of each
      BigInteger ways = parts.count(value - 1, part);
      while (before.compareTo(ways) >= 0) {
        before = before.subtract(ways);
        times++;
        ways = parts.count(value - 1, part.without(times, value));
      }
      counts.add(times);
      part = part.without(times, value);
    }
    Collections.reverse(counts);
    return List.copyOf(counts);
  }

  /**
   * Returns the least count of each value over all samples.
   *
   * @return for each of the {@link #values()} how often it occurs at least; empty if no sample
   *     prints so
   */
  public List<Integer> leastCounts() {
    return open.counts(open.fewest);
  }

  /**
   * Returns the greatest count of each value over all samples.
   *
   * @return for each of the {@link #values()} how often it occurs at most; empty if no sample
   *     prints so
   */
  public List<Integer> greatestCounts() {
    return open.counts(open.most);
  }

  /**
   * Returns the medians that samples have.
   *
   * @return the possible medians from the least to the greatest, for an even number of values
   *     halfway between the two in the middle; empty if no sample prints so
   */
  public List<BigDecimal> medians() {
    return open.medians.stream()
        .mapToObj(
            twice -> twice % 2 == 0 ? value(twice / 2) : value(twice / 2).add(step.multiply(HALF)))
        .toList();
  }

  /**
   * Returns the least observed values that samples have.
   *
   * @return the possible minima from the least to the greatest; empty if no sample prints so
   */
  public List<BigDecimal> minima() {
    return open.minima.stream().mapToObj(this::value).toList();
  }

  /**
   * Returns the greatest observed values that samples have.
   *
   * @return the possible maxima from the least to the greatest; empty if no sample prints so
   */
  public List<BigDecimal> maxima() {
    return open.maxima.stream().mapToObj(this::value).toList();
  }

  /** What all samples together leave open, in steps above the least value of the scale. */
  private final class Open {
    private static final BitSet NONE = new BitSet(0);
    private final int[] fewest = new int[parts.width + 1];
    private final int[] most = new int[parts.width + 1];
    private final BitSet minima = new BitSet();
    private final BitSet maxima = new BitSet();
    /** Twice the medians. */
    private final BitSet medians = new BitSet();

    /** Goes down the scale through all parts that some sample has. */
    Open() {
      Arrays.fill(fewest, n);
      Map<Part, BitSet> layer = new HashMap<>();
      sums.values().forEach(part -> layer.put(part, NONE));
      Map<Part, BitSet> next = layer;
      for (int value = parts.width; value >= 0; value--) {
        next = below(value, next);
      }
    }

    List<Integer> counts(int[] counts) {
      return count.signum() == 0 ? List.of() : Arrays.stream(counts).boxed().toList();
    }

    /**
     * The parts that are left for lower values. Where one half of the values is left, the part
     * keeps what the least of the upper half may be.
     */
    private Map<Part, BitSet> below(int value, Map<Part, BitSet> layer) {
      Map<Part, BitSet> next = new HashMap<>();
      layer.forEach((part, upper) -> {
        for (int times = 0; times <= part.most(value); times++) {
          Part rest = part.without(times, value);
          if (parts.count(value - 1, rest).signum() > 0) {
            note(value, part, times, upper);
            next.merge(rest, times == 0 ? upper : middle(rest, value), Open::union);
          }
        }
      });
      if (next.size() > MOST_PARTS) {
        throw tooLarge();
      }
      return next;
    }

    private BitSet middle(Part rest, int value) {
      BitSet middle = new BitSet(0);
      middle.set(value);
      return 2 * rest.n == n ? middle : NONE;
    }

    private static BitSet union(BitSet some, BitSet others) {
      BitSet union = (BitSet) some.clone();
      union.or(others);
      return others.isEmpty() ? some : union;
    }

    private void note(int value, Part part, int times, BitSet upper) {
      fewest[value] = Math.min(fewest[value], times);
      most[value] = Math.max(most[value], times);
      if (times == 0) {
        return;
      }
      // nothing was placed above: this is the greatest value; or all that is left: the least
      maxima.set(value, maxima.get(value) || part.n == n);
      minima.set(value, minima.get(value) || part.n == times);
      // counted from above, the middle values are number (n + 1) / 2 and n / 2 + 1
      int above = n - part.n;
      if (above < (n + 1) / 2 && above + times > n / 2) {
        medians.set(2 * value);
      }
      // n even, one half above: the median lies halfway between the least of that half and this
      upper.stream().forEach(middle -> medians.set(middle + value));
    }
  }

  /** The multiples of a step between two ends. */
  private record Scale(BigDecimal step, BigInteger lowest, int width) {
    static Scale of(BigDecimal low, BigDecimal high, BigDecimal step) {
      if (step.signum() <= 0) {
        throw new IllegalArgumentException(
            "step of the scale must lie above 0, but was " + step.toPlainString());
      }
      BigInteger lowest = Fraction.of(low).over(Fraction.of(step)).ceiling();
      BigInteger width = Fraction.of(high).over(Fraction.of(step)).floor().subtract(lowest);
      if (width.signum() < 0 || width.compareTo(BigInteger.valueOf(MOST_STEPS)) > 0) {
        throw new IllegalArgumentException("scale from " + low.toPlainString() + " to "
            + high.toPlainString() + " must have 1.." + (MOST_STEPS + 1)
            + " multiples of its step, but has " + width.add(BigInteger.ONE).max(BigInteger.ZERO));
      }
      return new Scale(step, lowest, width.intValueExact());
    }
  }

  /** So many values with their sum and their sum of squares, in steps above the least value. */
  private record Part(int n, long sum, long squares) implements Comparable<Part> {
    Part without(int times, int value) {
      long less = (long) times * value;
      return new Part(n - times, sum - less, squares - less * value);
    }

    /** How often a value may occur by the number and the sum. */
    long most(int value) {
      return value == 0 ? n : Math.min(n, sum / value);
    }

    /** The sum of squares of values as alike as the sum allows. */
    long least() {
      // S = n a + r: r values are a + 1 and n - r are a
      long low = sum / n;
      // n a^2 + r ((a + 1)^2 - a^2)
      return n * low * low + sum % n * (2 * low + 1);
    }

    /** The sum of squares of values at the ends of a scale from 0, as far as the sum allows. */
    long greatest(int highest) {
      if (highest == 0) {
        return 0;
      }
      // k values are H and one is r: k H^2 + r^2 = (S - r) H + r^2
      long rest = sum % highest;
      return (sum - rest) * highest + rest * rest;
    }

    /** Whether values from 0 to the highest may be so, by the bounds that hold for every sample. */
    boolean isBounded(int highest) {
      if (n == 0 || highest <= 0) {
        return sum == 0 && squares == 0 && (n == 0 || highest == 0);
      }
      return sum >= 0
          && sum <= (long) n * highest
          // x^2 - x is even for each value
          && (sum - squares) % 2 == 0
          && squares >= least()
          && squares <= greatest(highest);
    }

    @Override
    public int compareTo(Part other) {
      return sum == other.sum ? Long.compare(squares, other.squares) : Long.compare(sum, other.sum);
    }
  }

  /** The multisets of values from 0 to a highest one, counted down the scale. */
  private static final class PartialCounts {
    private final int width;
    private final List<Map<Part, BigInteger>> counts = new ArrayList<>();
    private int counted;

    PartialCounts(int width) {
      this.width = width;
      IntStream.rangeClosed(0, width).forEach(value -> counts.add(new HashMap<>()));
    }

    /**
     * The number of multisets that a part can be. Of 0, 1 and 2 there is one within the bounds: the
     * sum of squares is above the sum by 2 for each 2.
     */
    BigInteger count(int highest, Part part) {
      if (!part.isBounded(highest)) {
        return BigInteger.ZERO;
      }
      if (highest <= 2) {
        return BigInteger.ONE;
      }
      BigInteger known = counts.get(highest).get(part);
      return known == null ? add(highest, part) : known;
    }

    private BigInteger add(int highest, Part part) {
      BigInteger sum = BigInteger.ZERO;
      for (int times = 0; times <= part.most(highest); times++) {
        // multisets with so many of the highest value: what is left is made of lower ones
        sum = sum.add(count(highest - 1, part.without(times, highest)));
      }
      if (++counted > MOST_PARTS) {
        throw tooLarge();
      }
      counts.get(highest).put(part, sum);
      return sum;
    }
  }
}
