package io.github.avnfh.core.audit;

import io.github.avnfh.core.statistics.Distribution;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
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

  private static final double ROUNDING_ERROR = 1e-12;

  /** Stands for z where the limits are one number. */
  private static final double MOST_ERRORS = 1e3;

  private final FindingList findings;
  private final Map<String, Claim> byId;

  PValueCheck(FindingList findings, Map<String, Claim> byId) {
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
    // chi-square and F have no sign, and no one-sided test
    boolean isOfSquares = !statistic.name().equals("t") && !statistic.name().equals("z");
    Verdict oneSided = !isOfSquares && comparison.isPrinted()
        ? verdict(comparison, List.of(test.oneSided()), Verdict.CONTRADICTS)
        : Verdict.CONTRADICTS;
    boolean isNearest = oneSided == Verdict.CONSISTENT || oneSided == Verdict.NOT_TESTABLE;
    add(
        comparison,
        compared,
        List.of(isOfSquares ? new Test("", test.nearest, test.any) : test),
        isNearest ? Verdict.UNDECIDABLE : oneSided,
        compared.get(0).basis().orElse("").strip() + ":" + (isOfSquares ? "" : " ")
            + (oneSided == Verdict.CONTRADICTS ? "" : "half of it if the test is one-sided, "));
  }

  private static Comparison.Bounds bounds(Comparison.Statistic statistic, boolean byAnyRounding) {
    Range size = Range.before(statistic.value(), byAnyRounding).distance();
    double low = size.low.value();
    double high = size.high.value();
    List<PrintedNumber> freedom = statistic.freedom();
    return switch (statistic.name()) {
      // squares, whose upper tails are two-sided p values
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
      PairedMeans any = new PairedMeans(one, other, n, true);
      List<Test> test = List.of(new Test("", new PairedMeans(one, other, n, false).p(), any.p()));
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
    List<double[]> corners = corners(low, high, middle);
    double[] z = corners.isEmpty()
        ? DoubleStream.of(middle)
            .flatMap(point ->
                DoubleStream.of(score(point, high[0] - low[1]), score(point, high[1] - low[0])))
            .toArray()
        : corners.stream()
            .mapToDouble(end -> score((end[0] + end[1]) / 2, end[1] - end[0]))
            .toArray();
    double least = DoubleStream.of(z).min().orElseThrow();
    double greatest = DoubleStream.of(z).max().orElseThrow();
    double near = least <= 0 && greatest >= 0 ? 0 : Math.min(Math.abs(least), Math.abs(greatest));
    double far = Math.max(Math.abs(least), Math.abs(greatest));
    Distribution normal = Distribution.chiSquare(1);
    return new Comparison.Bounds(normal.upperTail(square(far)), normal.upperTail(square(near)));
  }

  /** Wald's z from the logarithm of the ratio and the distance between those of its limits. */
  private static double score(double middle, double width) {
    // half of the width of the limits is z(0.975) standard errors
    return width > 0 ? 2 * QUANTILE * middle / width : Math.signum(middle) * MOST_ERRORS;
  }

  /**
   * The corners of the logarithms of the limits that print so and have that of the ratio halfway
   * between them: a quotient of two linear functions, as z is, has its extremes there. There are
   * none where the limits are not symmetric.
   */
  private static List<double[]> corners(double[] low, double[] high, double[] middle) {
    List<double[]> corners = new ArrayList<>();
    for (double end : low) {
      for (double other :
          new double[] {high[0], high[1], 2 * middle[0] - end, 2 * middle[1] - end}) {
        corners.add(new double[] {end, other});
      }
    }
    for (double end : high) {
      corners.add(new double[] {2 * middle[0] - end, end});
      corners.add(new double[] {2 * middle[1] - end, end});
    }
    return corners.stream()
        .filter(ends ->
            holds(low, ends[0]) && holds(high, ends[1]) && holds(middle, (ends[0] + ends[1]) / 2))
        .toList();
  }

  private static boolean holds(double[] range, double number) {
    return number >= range[0] - ROUNDING_ERROR && number <= range[1] + ROUNDING_ERROR;
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
    List<PossibleCounts.Proportion> proportions = new ArrayList<>();
    compared.stream().skip(1).forEach(claim -> {
      List<PossibleCounts.Proportion> own =
          PossibleCounts.exist(claim) ? PossibleCounts.of(claim).proportions : List.of();
      proportions.addAll(own.size() == 1 && PossibleCounts.of(claim).fit ? own : List.of());
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
                .map(PossibleCounts.Proportion::toString)
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

  private static List<Test> tests(List<PossibleCounts.Proportion> proportions) {
    IndependentProportions groups = new IndependentProportions(proportions);
    List<Test> tests = new ArrayList<>();
    groups.exact().ifPresent(p -> tests.add(Test.exact(EXACT, p)));
    groups.chiSquare().ifPresent(p -> tests.add(Test.exact(CHI_SQUARE, p)));
    groups.corrected().ifPresent(p -> tests.add(Test.exact(CORRECTED, p)));
    return tests;
  }
}
