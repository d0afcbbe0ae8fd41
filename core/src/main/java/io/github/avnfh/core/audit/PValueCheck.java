package io.github.avnfh.core.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Printed p values against the shares or means that they compare. */
final class PValueCheck {
  private static final String EXACT = "Fisher exact";
  private static final int DIGITS = 3;
  private static final BigDecimal SMALLEST = BigDecimal.ONE.movePointLeft(30);

  private final Findings findings;
  private final Map<String, Claim> byId;

  PValueCheck(Findings findings, Map<String, Claim> byId) {
    this.findings = findings;
    this.byId = byId;
  }

  void check(Claim claim) {
    if (claim.kind() == Claim.Kind.P) {
      Comparison comparison = Comparison.of(claim);
      List<Claim> compared = Stream.concat(
              Stream.of(claim), comparison.ids.stream().map(byId::get))
          .toList();
      if (comparison.isPaired) {
        checkMeans(comparison, compared);
      } else {
        checkShares(comparison, compared);
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

  private void checkShares(Comparison comparison, List<Claim> compared) {
    List<Share> shares = new ArrayList<>();
    compared.stream().skip(1).forEach(claim -> {
      List<Share> own = Candidates.exist(claim) ? Candidates.of(claim).shares : List.of();
      shares.addAll(own.size() == 1 && Candidates.of(claim).fit ? own : List.of());
    });
    if (shares.size() < compared.size() - 1) {
      add(Verdict.UNDECIDABLE, compared, "the counts or totals are not settled");
      return;
    }
    Map<String, BigDecimal> tests = tests(shares);
    boolean complete = tests.containsKey(EXACT);
    boolean fits = comparison.isPrinted() && tests.values().stream().anyMatch(comparison::allows);
    Verdict otherwise =
        comparison.isPrinted() && complete ? Verdict.CONTRADICTS : Verdict.UNDECIDABLE;
    String words = tests.entrySet().stream()
        .map(test -> test.getKey() + " p = " + text(test.getValue(), RoundingMode.HALF_UP))
        .collect(Collectors.joining(", "));
    add(
        fits ? Verdict.CONSISTENT : otherwise,
        compared,
        shares.stream().map(Share::toString).collect(Collectors.joining(" against ")) + ": " + words
            + "; " + printed(compared.get(0)));
  }

  private static Map<String, BigDecimal> tests(List<Share> shares) {
    Map<String, BigDecimal> tests = new LinkedHashMap<>();
    ExactTest.of(shares).ifPresent(p -> tests.put(EXACT, p.decimal(new MathContext(60))));
    if (shares.size() == 2) {
      chiSquare(shares, Fraction.of(0))
          .ifPresent(value -> tests.put("chi-square", ChiSquareTail.of(value)));
      chiSquare(shares, Fraction.of(1, 2))
          .ifPresent(value -> tests.put("chi-square with Yates", ChiSquareTail.of(value)));
    }
    return tests;
  }

  /** Pearson's statistic, less a share of the total where it is corrected. */
  private static Optional<Fraction> chiSquare(List<Share> shares, Fraction correction) {
    Share one = shares.get(0);
    Share other = shares.get(1);
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
}
