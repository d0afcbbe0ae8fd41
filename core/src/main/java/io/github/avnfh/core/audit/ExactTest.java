package io.github.avnfh.core.audit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fisher's exact test of shares, two-sided: the probability of all tables with the same margins
 * that are no more probable than the one at hand.
 *
 * <p>The numbers of ways to come by a table are whole numbers, so that nothing is rounded.
 */
final class ExactTest {
  private static final int MOST_COUNTED = 5_000;
  private static final long MOST_TABLES = 1_000_000;

  private final List<BigInteger[]> ways = new ArrayList<>();
  private final int events;
  private BigInteger asRare = BigInteger.ZERO;
  private BigInteger all = BigInteger.ZERO;

  private ExactTest(List<Share> shares) {
    this.events = shares.stream().mapToInt(Share::count).sum();
    shares.forEach(share -> ways.add(ways(share.total(), Math.min(share.total(), events))));
  }

  /** The p value, unless there are too many tables to go through. */
  static Optional<Fraction> of(List<Share> shares) {
    long counted = shares.stream().mapToLong(Share::total).sum();
    long tables = shares.stream()
        .skip(1)
        .mapToLong(share -> share.total() + 1L)
        .reduce(1, (one, other) -> Math.min(MOST_TABLES + 1, one * other));
    if (counted > MOST_COUNTED || tables > MOST_TABLES) {
      return Optional.empty();
    }
    ExactTest test = new ExactTest(shares);
    BigInteger observed = BigInteger.ONE;
    for (int group = 0; group < shares.size(); group++) {
      observed = observed.multiply(test.ways.get(group)[shares.get(group).count()]);
    }
    test.add(observed, 0, test.events, BigInteger.ONE);
    return Optional.of(Fraction.of(test.asRare, test.all));
  }

  /** The ways to choose 0, 1, 2 and so on out of a total. */
  private static BigInteger[] ways(int total, int most) {
    BigInteger[] ways = new BigInteger[most + 1];
    ways[0] = BigInteger.ONE;
    for (int chosen = 1; chosen <= most; chosen++) {
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
