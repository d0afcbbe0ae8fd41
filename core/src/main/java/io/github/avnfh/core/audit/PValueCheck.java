package io.github.avnfh.core.audit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Printed p values against the proportions or means that they compare. */
final class PValueCheck {
  private static final String EXACT = "Fisher exact";
  private static final int DIGITS = 3;
  /** A p value and the two groups that it compares. */
  private static final int TWO_GROUPS = 3;

  private static final BigDecimal SMALLEST = BigDecimal.ONE.movePointLeft(30);

  private final Findings findings;
  private final Map<String, Claim> byId;

  PValueCheck(Findings findings, Map<String, Claim> byId) {
    this.findings = findings;
    this.byId = byId;
  }

  void check(Claim claim) {
    if (claim.kind() == Claim.Kind.P) {
      Comparison comparison = Comparison.of(claim.basis(), claim.printed());
      List<Claim> compared = Stream.concat(
              Stream.of(claim), comparison.ids.stream().map(byId::get))
          .toList();
      if (comparison.isPaired) {
        checkMeans(comparison, compared);
      } else if (compared.get(1).kind() == Claim.Kind.MEAN) {
        checkIndependent(comparison, compared);
      } else {
        checkProportions(comparison, compared);
      }
    }
  }

  private void checkMeans(Comparison comparison, List<Claim> compared) {
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
      PairedBounds bounds = PairedBounds.of(one, other, n);
      verdicts.add(verdict(comparison, bounds));
      arithmetic.add(bounds.text() + ", p " + between(bounds.leastP(), bounds.greatestP()));
    }
    add(
        verdicts.stream().reduce(Verdict::or).orElseThrow(),
        compared,
        String.join("; ", arithmetic) + "; " + printed(compared.get(0)));
  }

  private void checkIndependent(Comparison comparison, List<Claim> compared) {
    Claim one = compared.get(1);
    Claim other = compared.get(2);
    if (compared.size() != TWO_GROUPS || !IndependentMeans.areTestable(one, other)) {
      add(
          Verdict.UNDECIDABLE,
          compared,
          "two means with standard deviations and one number of values each are needed");
      return;
    }
    IndependentMeans nearest = IndependentMeans.toTheNearest(one, other);
    IndependentMeans any = IndependentMeans.byAnyRounding(one, other);
    add(
        verdict(comparison, nearest, any),
        compared,
        "Student's and Welch's t test, whatever becomes of halves: p "
            + between(nearest.leastP(), nearest.greatestP()) + "; by any rounding: p "
            + between(any.leastP(), any.greatestP()) + "; " + printed(compared.get(0)));
  }

  private static Verdict verdict(
      Comparison comparison, IndependentMeans nearest, IndependentMeans any) {
    if (!comparison.isPrinted()) {
      return Verdict.UNDECIDABLE;
    }
    if (comparison.allowsBetween(nearest.leastP(), nearest.greatestP())) {
      return Verdict.CONSISTENT;
    }
    return comparison.allowsBetween(any.leastP(), any.greatestP())
        ? Verdict.ONLY_IF_TRUNCATED_OR_UP
        : Verdict.UNEXPLAINED;
  }

  private static Verdict verdict(Comparison comparison, PairedBounds bounds) {
    if (!comparison.isPrinted()) {
      return Verdict.UNDECIDABLE;
    }
    if (!comparison.allowsBetween(bounds.leastP(), bounds.greatestP())) {
      return Verdict.CONTRADICTS;
    }
    return comparison.allowsAllBetween(bounds.leastP(), bounds.greatestP())
        ? Verdict.CONSISTENT
        : Verdict.UNDECIDABLE;
  }

  private static String between(BigDecimal least, BigDecimal greatest) {
    return least.compareTo(SMALLEST) < 0
        ? "at most " + text(greatest, RoundingMode.UP)
        : "in " + text(least, RoundingMode.DOWN) + ".." + text(greatest, RoundingMode.UP);
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
    Map<String, BigDecimal> tests = tests(proportions);
    boolean complete = tests.containsKey(EXACT);
    boolean fits = comparison.isPrinted() && tests.values().stream().anyMatch(comparison::allows);
    Verdict otherwise =
        comparison.isPrinted() && complete ? Verdict.UNEXPLAINED : Verdict.UNDECIDABLE;
    String words = tests.entrySet().stream()
        .map(test -> test.getKey() + " p = " + text(test.getValue(), RoundingMode.HALF_UP))
        .collect(Collectors.joining(", "));
    add(
        fits ? Verdict.CONSISTENT : otherwise,
        compared,
        proportions.stream()
                .map(Candidates.Proportion::toString)
                .collect(Collectors.joining(" against "))
            + ": " + words + "; " + printed(compared.get(0)));
  }

  private static Map<String, BigDecimal> tests(List<Candidates.Proportion> proportions) {
    Map<String, BigDecimal> tests = new LinkedHashMap<>();
    ExactTest.of(proportions).ifPresent(p -> tests.put(EXACT, p.decimal(new MathContext(60))));
    if (proportions.size() == 2) {
      chiSquare(proportions, Fraction.of(0))
          .ifPresent(value -> tests.put("chi-square", ExactTails.ChiSquare.upper(value)));
      chiSquare(proportions, Fraction.of(1, 2))
          .ifPresent(
              value -> tests.put("chi-square with Yates", ExactTails.ChiSquare.upper(value)));
    }
    return tests;
  }

  /**
   * Pearson's statistic n (|ad - bc| - c n)^2 / (product of the margins), c = 1/2 with Yates'
   * correction.
   */
  private static Optional<Fraction> chiSquare(
      List<Candidates.Proportion> proportions, Fraction correction) {
    Candidates.Proportion one = proportions.get(0);
    Candidates.Proportion other = proportions.get(1);
    long events = (long) one.count() + other.count();
    long all = (long) one.total() + other.total();
    if (events == 0 || events == all) {
      return Optional.empty();
    }
    Fraction cross = Fraction.of(one.count())
        .times(other.total())
        .minus(Fraction.of(other.count()).times(one.total()));
    Fraction distance = new Range(cross, cross).distance().low.minus(correction.times(all));
    Fraction shown = distance.signum() < 0 ? Fraction.of(0) : distance;
    return Optional.of(shown
        .square()
        .times(all)
        .over(one.total())
        .over(other.total())
        .over(events)
        .over(all - events));
  }

  private static String text(BigDecimal p, RoundingMode mode) {
    return p.compareTo(SMALLEST) < 0
        ? "below " + SMALLEST
        : p.round(new MathContext(DIGITS, mode)).toString();
  }

  private static String printed(Claim claim) {
    return claim.printed().map(text -> "printed " + text).orElse("no p value is printed");
  }

  private void add(Verdict verdict, List<Claim> compared, String arithmetic) {
    findings.add(Check.P_VALUE, verdict, compared, arithmetic);
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
    private static final MathContext PRECISION = new MathContext(40);
    private static final int DECIMALS = 2;

    private final Claim one;
    private final Claim other;
    private final int number;
    private final Range difference;
    private final Fraction widest;
    private final Fraction narrowest;

    private PairedBounds(Claim one, Claim other, int number) {
      this.one = one;
      this.other = other;
      this.number = number;
      this.difference = any(one.number().orElseThrow())
          .minus(any(other.number().orElseThrow()))
          .distance();
      Range first = spread(one);
      Range second = spread(other);
      this.widest = first.plus(second).high;
      this.narrowest = first.minus(second).distance().low;
    }

    static PairedBounds of(Claim one, Claim other, int number) {
      return new PairedBounds(one, other, number);
    }

    /** The range of what prints so by any rounding. */
    private static Range any(PrintedNumber printed) {
      Fraction value = Fraction.of(printed.value());
      Fraction unit = Fraction.of(printed.unit());
      return new Range(value.minus(unit), value.plus(unit));
    }

    private static Range spread(Claim claim) {
      Range any = any(claim.standardDeviation().orElseThrow());
      return any.low.signum() < 0 ? new Range(Fraction.of(0), any.high) : any;
    }

    private Fraction leastSquaredT() {
      return difference.low.square().times(number).over(widest.square());
    }

    BigDecimal greatestP() {
      return ExactTails.StudentT.upper(leastSquaredT(), number - 1);
    }

    BigDecimal leastP() {
      return narrowest.signum() == 0
          ? BigDecimal.ZERO
          : ExactTails.StudentT.lower(
              difference.high.square().times(number).over(narrowest.square()), number - 1);
    }

    String text() {
      BigDecimal first = one.number().orElseThrow().value();
      BigDecimal second = other.number().orElseThrow().value();
      BigDecimal sum = spread(one.standardDeviation().orElseThrow())
          .add(spread(other.standardDeviation().orElseThrow()));
      String formula = "|" + first + " - " + second + "| * sqrt(" + number + ") / ("
          + one.standardDeviation().orElseThrow().text() + " + "
          + other.standardDeviation().orElseThrow().text() + ")";
      String value = sum.signum() == 0
          ? ""
          : " = "
              + root(Fraction.of(first.subtract(second))
                  .square()
                  .times(number)
                  .over(Fraction.of(sum).square()));
      return "|t| >= " + formula + value + " whatever the correlation, " + root(leastSquaredT())
          + " whatever the rounding";
    }

    private static BigDecimal spread(PrintedNumber printed) {
      return printed.value();
    }

    private static String root(Fraction square) {
      return square.decimal(PRECISION).sqrt(PRECISION).setScale(DECIMALS, RoundingMode.DOWN) + "…";
    }
  }
}
