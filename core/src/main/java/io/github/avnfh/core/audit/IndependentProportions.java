package io.github.avnfh.core.audit;

import io.github.avnfh.core.statistics.Distribution;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The p values of the tests between the proportions of independent groups. */
final class IndependentProportions {
  private static final double YATES = 0.5;

  private final List<PossibleCounts.Proportion> proportions;
  private final double events;
  private final double all;
  private final double common;

  IndependentProportions(List<PossibleCounts.Proportion> proportions) {
    this.proportions = proportions;
    this.events =
        proportions.stream().mapToDouble(PossibleCounts.Proportion::count).sum();
    this.all =
        proportions.stream().mapToDouble(PossibleCounts.Proportion::total).sum();
    this.common = events / all;
  }

  /** Fisher's exact test, unless there are too many tables to go through. */
  OptionalDouble exact() {
    return ExactTest.of(proportions).stream().mapToDouble(Fraction::value).findFirst();
  }

  /** The chi-square test; nothing where all or none have the event. */
  OptionalDouble chiSquare() {
    return chiSquare(0);
  }

  /** The chi-square test of two proportions with Yates' correction. */
  OptionalDouble corrected() {
    return proportions.size() == 2 ? chiSquare(YATES) : OptionalDouble.empty();
  }

  private OptionalDouble chiSquare(double correction) {
    return events > 0 && events < all
        ? OptionalDouble.of(
            Distribution.chiSquare(proportions.size() - 1.0).upperTail(statistic(correction)))
        : OptionalDouble.empty();
  }

  /**
   * Pearson's statistic, the sum over groups of {@code (|x - n p| - c)^2 / (n p (1 - p))} with the
   * proportion p of all; c = 1/2 is Yates' correction, by no more than the difference.
   */
  private double statistic(double correction) {
    return proportions.stream()
        .mapToDouble(own -> {
          // (x - np)^2 / (n p) + (x - np)^2 / (n (1 - p)) = (x - np)^2 / (n p (1 - p))
          double off = Math.abs(own.count() - own.total() * common);
          double counted = Math.max(0, off - correction);
          return counted * counted / (own.total() * common * (1 - common));
        })
        .sum();
  }

  /**
   * Fisher's exact test of proportions, two-sided: the probability of all tables with the same
   * margins that are no more probable than the one at hand.
   *
   * <p>The numbers of ways to come by a table are whole numbers, so that nothing is rounded.
   */
  static final class ExactTest {
    private static final int MOST_COUNTED = 5_000;
    private static final long MOST_TABLES = 1_000_000;

    private final List<BigInteger[]> ways = new ArrayList<>();
    private final int events;
    private BigInteger asRare = BigInteger.ZERO;
    private BigInteger all = BigInteger.ZERO;

    private ExactTest(List<PossibleCounts.Proportion> proportions) {
      this.events =
          proportions.stream().mapToInt(PossibleCounts.Proportion::count).sum();
      proportions.forEach(
          proportion -> ways.add(ways(proportion.total(), Math.min(proportion.total(), events))));
    }

    /** The p value, unless there are too many tables to go through. */
    static Optional<Fraction> of(List<PossibleCounts.Proportion> proportions) {
      long counted =
          proportions.stream().mapToLong(PossibleCounts.Proportion::total).sum();
      long tables = proportions.stream()
          .skip(1)
          .mapToLong(proportion -> proportion.total() + 1L)
          .reduce(1, (one, other) -> Math.min(MOST_TABLES + 1, one * other));
      if (counted > MOST_COUNTED || tables > MOST_TABLES) {
        return Optional.empty();
      }
      ExactTest test = new ExactTest(proportions);
      BigInteger observed = BigInteger.ONE;
      for (int group = 0; group < proportions.size(); group++) {
        observed = observed.multiply(test.ways.get(group)[proportions.get(group).count()]);
      }
      test.add(observed, 0, test.events, BigInteger.ONE);
      return Optional.of(Fraction.of(test.asRare, test.all));
    }

    /** The ways to choose 0, 1, 2 and so on out of a total. */
    private static BigInteger[] ways(int total, int most) {
      BigInteger[] ways = new BigInteger[most + 1];
      ways[0] = BigInteger.ONE;
      for (int chosen = 1; chosen <= most; chosen++) {
        // C(n, k) = C(n, k - 1) (n - k + 1) / k, always a whole number
        ways[chosen] = ways[chosen - 1]
            .multiply(BigInteger.valueOf(total - chosen + 1L))
            .divide(BigInteger.valueOf(chosen));
      }
      return ways;
    }

    /** Goes through all ways to deal the remaining events to the groups from this one on. */
    private void add(BigInteger observed, int group, int remaining, BigInteger soFar) {
      BigInteger[] own = ways.get(group);
      if (group == ways.size() - 1) {
        if (remaining < own.length) {
          BigInteger table = soFar.multiply(own[remaining]);
          // the probability of a table is its product of C(n_i, x_i) over the sum of these products
          all = all.add(table);
          asRare = table.compareTo(observed) <= 0 ? asRare.add(table) : asRare;
        }
        return;
      }
      for (int chosen = 0; chosen < own.length && chosen <= remaining; chosen++) {
        add(observed, group + 1, remaining - chosen, soFar.multiply(own[chosen]));
      }
    }
  }
}
