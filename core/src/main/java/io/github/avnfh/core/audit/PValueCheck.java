package io.github.avnfh.core.audit;

import io.github.avnfh.core.statistics.Distribution;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Printed p values against the statistic, the proportions, the means or the limits that they come
 * from.
 */
final class PValueCheck {
  private static final String EXACT = "Fisher exact";
  private static final String CHI_SQUARE = "chi-square";
  private static final String CORRECTED = "chi-square with Yates";
  private static final int DIGITS = 3;
  private static final double SMALLEST = 1e-30;

  /** The quantile of the normal distribution that limits at 95 % are made with. */
  private static final double QUANTILE = Distribution.normal().upperQuantile(0.025);

  /** Stands for the logarithm of 0, which a limit can have been before it was rounded. */
  private static final double LOWEST_LOGARITHM = -1e4;

  private final Findings findings;
  private final Map<String, Claim> byId;

  PValueCheck(Findings findings, Map<String, Claim> byId) {
    this.findings = findings;
    this.byId = byId;
  }

  /** A test, and what it can have given from numbers rounded to the nearest and in any way. */
  private record Test(String name, Comparison.Bounds nearest, Comparison.Bounds any) {
    static Test exact(String name, double p) {
      Comparison.Bounds bounds = new Comparison.Bounds(p, p);
      return new Test(name, bounds, bounds);
    }

    Test oneSided() {
      return new Test(name, half(nearest), half(any));
    }

    private static Comparison.Bounds half(Comparison.Bounds p) {
      return new Comparison.Bounds(p.least() / 2, p.greatest() / 2);
    }
  }

  void check(Claim claim) {
    if (claim.kind() != Claim.Kind.P) {
      return;
    }
    Comparison comparison = Comparison.of(claim.basis(), claim.printed());
    List<Claim> compared =
        Stream.concat(Stream.of(claim), comparison.ids.stream().map(byId::get)).toList();
    if (comparison.statistic.isPresent()) {
      checkStatistic(comparison, comparison.statistic.get(), compared);
    } else if (comparison.test.equals("paired")) {
      checkPaired(comparison, compared);
    } else if (comparison.test.equals("limits")) {
      checkLimits(comparison, compared);
    } else if (comparison.test.equals("log-rank")) {
      add(
          Verdict.UNDECIDABLE,
          compared,
          "the log-rank test needs the times, not only how many; " + printed(claim));
    } else if (compared.get(1).kind() == Claim.Kind.MEAN) {
      checkIndependent(comparison, compared);
    } else {
      checkProportions(comparison, compared);
    }
  }

  /** Which of the tests can have given what is printed. */
  private static Verdict verdict(Comparison comparison, List<Test> tests, Verdict none) {
    if (!comparison.isPrinted()) {
      return Verdict.UNDECIDABLE;
    }
    if (tests.stream().anyMatch(test -> comparison.allows(test.nearest, false))) {
      return tests.stream().allMatch(test -> test.nearest.areOpen())
          ? Verdict.NOT_TESTABLE
          : Verdict.CONSISTENT;
    }
    return tests.stream().anyMatch(test -> comparison.allows(test.any, true))
        ? Verdict.ONLY_IF_TRUNCATED_OR_UP
        : none;
  }

  /** The tests as they are, and by any rounding where that matters. */
  private static String words(List<Test> tests, Verdict verdict) {
    String nearest = tests.stream()
        .map(test -> test.name + " p " + text(test.nearest))
        .collect(Collectors.joining(", "));
    boolean isClear = verdict == Verdict.CONSISTENT || verdict == Verdict.NOT_TESTABLE;
    return isClear
        ? nearest
        : nearest + "; by any rounding p "
            + tests.stream().map(test -> text(test.any)).collect(Collectors.joining(", "));
  }

  private static String text(Comparison.Bounds p) {
    if (p.least() == p.greatest()) {
      return "= " + text(p.least(), RoundingMode.HALF_UP);
    }
    return p.least() < SMALLEST
        ? "at most " + text(p.greatest(), RoundingMode.UP)
        : "in " + text(p.least(), RoundingMode.DOWN) + ".." + text(p.greatest(), RoundingMode.UP);
  }

  private static String text(double p, RoundingMode mode) {
    return p < SMALLEST
        ? "below " + BigDecimal.valueOf(SMALLEST)
        : new BigDecimal(p).round(new MathContext(DIGITS, mode)).toString();
  }

  private static String printed(Claim claim) {
    return claim.printed().map(text -> "printed " + text).orElse("no p value is printed");
  }

  private void add(Verdict verdict, List<Claim> compared, String arithmetic) {
    findings.add(Check.P_VALUE, verdict, compared, arithmetic);
  }

  private void add(
      Comparison comparison, List<Claim> compared, List<Test> tests, Verdict none, String from) {
    Verdict verdict = verdict(comparison, tests, none);
    add(verdict, compared, from + words(tests, verdict) + "; " + printed(compared.get(0)));
  }

  /** The test is printed with its statistic, so that only half its p value may be meant. */
  private void checkStatistic(
      Comparison comparison, Comparison.Statistic statistic, List<Claim> compared) {
    Test test = new Test("two-sided", bounds(statistic, false), bounds(statistic, true));
    boolean isOfSquares = !statistic.name().equals("t") && !statistic.name().equals("z");
    boolean mayBeOneSided = !isOfSquares
        && comparison.isPrinted()
        && verdict(comparison, List.of(test.oneSided()), Verdict.CONTRADICTS)
            != Verdict.CONTRADICTS;
    add(
        comparison,
        compared,
        List.of(isOfSquares ? new Test("", test.nearest, test.any) : test),
        mayBeOneSided ? Verdict.UNDECIDABLE : Verdict.CONTRADICTS,
        compared.get(0).basis().orElse("").strip() + ": "
            + (mayBeOneSided ? "half of it if the test is one-sided, " : ""));
  }

  private static Comparison.Bounds bounds(Comparison.Statistic statistic, boolean byAnyRounding) {
    Range size = Range.before(statistic.value(), byAnyRounding).distance();
    double low = size.low.value();
    double high = size.high.value();
    List<PrintedNumber> freedom = statistic.freedom();
    return switch (statistic.name()) {
      case "z" -> tails(Distribution.chiSquare(1), low * low, high * high);
      case "t" -> tails(Distribution.f(1, value(freedom.get(0))), low * low, high * high);
      case "F" -> tails(Distribution.f(value(freedom.get(0)), value(freedom.get(1))), low, high);
      default -> tails(Distribution.chiSquare(value(freedom.get(0))), low, high);
    };
  }

  private static double value(PrintedNumber number) {
    return number.value().doubleValue();
  }

  private static Comparison.Bounds tails(Distribution distribution, double low, double high) {
    return new Comparison.Bounds(distribution.upperTail(high), distribution.upperTail(low));
  }

  private void checkPaired(Comparison comparison, List<Claim> compared) {
    Claim one = compared.get(1);
    Claim other = compared.get(2);
    List<Integer> numbers = Stream.concat(one.of().stream(), other.of().stream())
        .distinct()
        .filter(n -> n > 1)
        .toList();
    boolean isTestable = Stream.of(one, other)
        .allMatch(mean -> mean.number().isPresent() && mean.standardDeviation().isPresent());
    if (numbers.isEmpty() || !isTestable) {
      add(Verdict.UNDECIDABLE, compared, "means, standard deviations or numbers are not printed");
      return;
    }
    List<Verdict> verdicts = new ArrayList<>();
    List<String> arithmetic = new ArrayList<>();
    for (int n : numbers) {
      PairedBounds any = new PairedBounds(one, other, n, true);
      List<Test> test = List.of(new Test("", new PairedBounds(one, other, n, false).p(), any.p()));
      Verdict verdict = verdict(comparison, test, Verdict.CONTRADICTS);
      verdicts.add(verdict);
      arithmetic.add(any.text() + "," + words(test, verdict));
    }
    add(
        verdicts.stream().reduce(Verdict::or).orElseThrow(),
        compared,
        String.join("; ", arithmetic) + "; " + printed(compared.get(0)));
  }

  private void checkIndependent(Comparison comparison, List<Claim> compared) {
    List<Claim> groups = compared.subList(1, compared.size());
    if (!IndependentMeans.areTestable(groups)) {
      add(
          Verdict.UNDECIDABLE,
          compared,
          "means with standard deviations and one number of two or more values each are needed");
      return;
    }
    IndependentMeans nearest = new IndependentMeans(groups, false);
    IndependentMeans any = new IndependentMeans(groups, true);
    boolean areTwo = groups.size() == 2;
    List<Test> tests = new ArrayList<>();
    if (!comparison.test.equals("welch")) {
      String name = areTwo ? "Student's t test" : "analysis of variance";
      tests.add(new Test(name, nearest.pooled(), any.pooled()));
    }
    if (areTwo && !comparison.test.equals("student") && !comparison.test.equals("anova")) {
      tests.add(new Test("Welch's t test", nearest.separate(), any.separate()));
    }
    add(comparison, compared, tests, Verdict.UNEXPLAINED, "");
  }

  /** Wald's limits at 95 % lie {@code QUANTILE} standard errors from the logarithm of the ratio. */
  private void checkLimits(Comparison comparison, List<Claim> compared) {
    Claim ratio = compared.get(1);
    boolean isTestable = Stream.of(
            ratio.number().map(PrintedNumber::value), ratio.low(), ratio.high())
        .allMatch(number -> number.filter(value -> value.signum() > 0).isPresent());
    if (!isTestable) {
      add(Verdict.UNDECIDABLE, compared, "the ratio or its limits above 0 are not printed");
      return;
    }
    add(
        comparison,
        compared,
        List.of(new Test("Wald's test", limits(ratio, false), limits(ratio, true))),
        Verdict.UNEXPLAINED,
        "limits at 95 %: ");
  }

  private static Comparison.Bounds limits(Claim ratio, boolean byAnyRounding) {
    double[] low = logarithms(Range.printed(ratio.low().orElseThrow()), byAnyRounding);
    double[] high = logarithms(Range.printed(ratio.high().orElseThrow()), byAnyRounding);
    double[] middle = logarithms(ratio.number().orElseThrow(), byAnyRounding);
    // the logarithm of the ratio lies halfway between those of its limits
    double least = Math.max(middle[0], (low[0] + high[0]) / 2);
    double greatest = Math.min(middle[1], (low[1] + high[1]) / 2);
    if (least > greatest) {
      least = middle[0];
      greatest = middle[1];
    }
    double near = least <= 0 && greatest >= 0 ? 0 : Math.min(Math.abs(least), Math.abs(greatest));
    double far = Math.max(Math.abs(least), Math.abs(greatest));
    double narrow = (high[0] - low[1]) / 2;
    double wide = (high[1] - low[0]) / 2;
    Distribution z = Distribution.chiSquare(1);
    return new Comparison.Bounds(
        narrow > 0 ? z.upperTail(square(QUANTILE * far / narrow)) : 0,
        z.upperTail(wide > 0 ? square(QUANTILE * near / wide) : 0));
  }

  private static double[] logarithms(PrintedNumber printed, boolean byAnyRounding) {
    Range range = Range.before(printed, byAnyRounding);
    double low = range.low.signum() > 0 ? Math.log(range.low.value()) : LOWEST_LOGARITHM;
    return new double[] {low, Math.log(range.high.value())};
  }

  private static double square(double number) {
    return number * number;
  }

  private void checkProportions(Comparison comparison, List<Claim> compared) {
    List<Candidates.Proportion> proportions = new ArrayList<>();
    compared.stream().skip(1).forEach(claim -> {
      List<Candidates.Proportion> own =
          Candidates.exist(claim) ? Candidates.of(claim).proportions : List.of();
      proportions.addAll(own.size() == 1 && Candidates.of(claim).fit ? own : List.of());
    });
    if (proportions.size() < compared.size() - 1) {
      add(Verdict.UNDECIDABLE, compared, "the counts or totals are not settled");
      return;
    }
    List<Test> tests = tests(proportions);
    List<Test> named =
        tests.stream().filter(test -> isNamed(comparison.test, test.name)).toList();
    String needed = comparison.test.equals("compare") ? EXACT : "";
    boolean isComplete = named.stream().anyMatch(test -> test.name.startsWith(needed));
    Verdict verdict =
        verdict(comparison, named, isComplete ? Verdict.UNEXPLAINED : Verdict.UNDECIDABLE);
    add(
        verdict,
        compared,
        proportions.stream()
                .map(Candidates.Proportion::toString)
                .collect(Collectors.joining(" against "))
            + ": "
            + tests.stream()
                .map(test -> test.name + " p " + text(test.nearest))
                .collect(Collectors.joining(", "))
            + "; " + printed(compared.get(0)));
  }

  private static boolean isNamed(String word, String test) {
    return switch (word) {
      case "fisher" -> test.equals(EXACT);
      case "chi-square" -> test.equals(CHI_SQUARE);
      case "yates" -> test.equals(CORRECTED);
      default -> true;
    };
  }

  private static List<Test> tests(List<Candidates.Proportion> proportions) {
    List<Test> tests = new ArrayList<>();
    ExactTest.of(proportions).ifPresent(p -> tests.add(Test.exact(EXACT, p.value())));
    double events =
        proportions.stream().mapToDouble(Candidates.Proportion::count).sum();
    double all = proportions.stream().mapToDouble(Candidates.Proportion::total).sum();
    if (events > 0 && events < all) {
      Distribution distribution = Distribution.chiSquare(proportions.size() - 1.0);
      tests.add(
          Test.exact(CHI_SQUARE, distribution.upperTail(chiSquare(proportions, events / all, 0))));
      if (proportions.size() == 2) {
        tests.add(Test.exact(
            CORRECTED, distribution.upperTail(chiSquare(proportions, events / all, 0.5))));
      }
    }
    return tests;
  }

  /**
   * Pearson's statistic, the sum over groups of {@code (|x - n p| - c)^2 / (n p (1 - p))} with the
   * proportion p of all; c = 1/2 is Yates' correction, by no more than the difference.
   */
  private static double chiSquare(
      List<Candidates.Proportion> proportions, double common, double correction) {
    return proportions.stream()
        .mapToDouble(own -> {
          double off = Math.abs(own.count() - own.total() * common);
          return square(Math.max(0, off - correction)) / (own.total() * common * (1 - common));
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

    private ExactTest(List<Candidates.Proportion> proportions) {
      this.events = proportions.stream().mapToInt(Candidates.Proportion::count).sum();
      proportions.forEach(
          proportion -> ways.add(ways(proportion.total(), Math.min(proportion.total(), events))));
    }

    /** The p value, unless there are too many tables to go through. */
    static Optional<Fraction> of(List<Candidates.Proportion> proportions) {
      long counted =
          proportions.stream().mapToLong(Candidates.Proportion::total).sum();
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

  /**
   * What a paired t test can have given, over all correlations of the two measurements and all
   * numbers that print as the means and standard deviations do.
   */
  private static final class PairedBounds {
    private static final int DECIMALS = 2;

    private final Claim one;
    private final Claim other;
    private final int number;
    private final Range difference;
    private final double widest;
    private final double narrowest;

    PairedBounds(Claim one, Claim other, int number, boolean byAnyRounding) {
      this.one = one;
      this.other = other;
      this.number = number;
      this.difference = Range.before(one.number().orElseThrow(), byAnyRounding)
          .minus(Range.before(other.number().orElseThrow(), byAnyRounding))
          .distance();
      Range first = spread(one, byAnyRounding);
      Range second = spread(other, byAnyRounding);
      this.widest = first.plus(second).high.value();
      this.narrowest = first.minus(second).distance().low.value();
    }

    private static Range spread(Claim claim, boolean byAnyRounding) {
      return Range.before(claim.standardDeviation().orElseThrow(), byAnyRounding)
          .positive();
    }

    private double leastSquaredT() {
      return square(difference.low.value() / widest) * number;
    }

    Comparison.Bounds p() {
      Distribution squared = Distribution.f(1, number - 1.0);
      return new Comparison.Bounds(
          narrowest == 0
              ? 0
              : squared.upperTail(square(difference.high.value() / narrowest) * number),
          squared.upperTail(leastSquaredT()));
    }

    String text() {
      BigDecimal first = one.number().orElseThrow().value();
      BigDecimal second = other.number().orElseThrow().value();
      PrintedNumber spread = one.standardDeviation().orElseThrow();
      PrintedNumber otherSpread = other.standardDeviation().orElseThrow();
      double sum = spread.value().add(otherSpread.value()).doubleValue();
      double gap = first.subtract(second).doubleValue();
      return "|t| >= |" + first + " - " + second + "| * sqrt(" + number + ") / (" + spread.text()
          + " + " + otherSpread.text() + ")"
          + (sum == 0 ? "" : " = " + root(square(gap / sum) * number))
          + " whatever the correlation, " + root(leastSquaredT()) + " whatever the rounding";
    }

    private static String root(double square) {
      return new BigDecimal(Math.sqrt(square)).setScale(DECIMALS, RoundingMode.DOWN) + "…";
    }
  }
}
