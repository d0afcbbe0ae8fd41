package io.github.avnfh.core.audit;

import io.github.avnfh.core.statistics.Distribution;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Means of several groups in one table: rows and columns that are printed twice, last digits, and
 * groups said to be randomized that are more alike or more different than chance makes them.
 *
 * <p>What is rare by chance is <em>unexplained</em> and never <em>contradicts</em>: there are data
 * that print so.
 */
final class BaselineCheck {
  /** A probability that chance is not believed for, of one test in a paper of many. */
  private static final double RARE = 1e-4;

  private static final int DIGITS = 10;

  /** Five digits of each kind are expected then, the least that the chi-square test is used for. */
  private static final int FEWEST_DIGITS = 5 * DIGITS;

  /** The last of three digits or more is even, that of fewer need not be. */
  private static final int THREE_DIGITS = 100;

  private static final int FEWEST_ROWS = 3;
  private static final double NEVER = 1e-15;
  private static final MathContext SHOWN = new MathContext(2);

  private final FindingList findings;
  private final List<Claim> claims;

  BaselineCheck(FindingList findings, List<Claim> claims) {
    this.findings = findings;
    this.claims = claims;
  }

  void check() {
    Map<String, Map<String, Map<String, Claim>>> sections = new LinkedHashMap<>();
    claims.stream()
        .filter(BaselineCheck::isOfGroup)
        .forEach(claim -> sections
            .computeIfAbsent(claim.section(), section -> new LinkedHashMap<>())
            .computeIfAbsent(
                claim.quantity() + claim.time().map(time -> ", " + time).orElse(""),
                row -> new LinkedHashMap<>())
            .putIfAbsent(claim.arm().orElseThrow(), claim));
    sections.values().forEach(rows -> {
      List<Map<String, Claim>> compared =
          rows.values().stream().filter(row -> row.size() > 1).toList();
      checkRows(compared);
      checkColumns(compared);
      checkLastDigits(compared);
    });
    claims.stream()
        .filter(
            claim -> claim.kind() == Claim.Kind.RELATION && Equation.isRandomized(claim.basis()))
        .forEach(claim -> checkBalance(
            claim, List.copyOf(sections.getOrDefault(claim.section(), Map.of()).values())));
  }

  private static boolean isOfGroup(Claim claim) {
    return claim.kind() == Claim.Kind.MEAN
        && claim.arm().isPresent()
        && claim.number().isPresent()
        && claim.standardDeviation().isPresent();
  }

  private static String printed(Claim claim) {
    return claim.number().orElseThrow().text() + " ("
        + claim.standardDeviation().orElseThrow().text() + ")";
  }

  /** Two quantities with the same means and standard deviations in all groups. */
  private void checkRows(List<Map<String, Claim>> rows) {
    Map<String, List<Claim>> first = new LinkedHashMap<>();
    for (Map<String, Claim> row : rows) {
      List<Claim> cells = List.copyOf(row.values());
      String text = row.entrySet().stream()
          .map(cell -> cell.getKey() + " " + printed(cell.getValue()))
          .collect(Collectors.joining(", "));
      List<Claim> earlier = first.putIfAbsent(text, cells);
      if (earlier != null && !text.matches("[^0-9]*0[.0]* .*")) {
        add(
            Verdict.UNEXPLAINED,
            List.of(cells.get(0), earlier.get(0)),
            "the row " + text + " is also printed for " + earlier.get(0).quantity());
      }
    }
  }

  /** Two groups with the same mean and standard deviation of every quantity. */
  private void checkColumns(List<Map<String, Claim>> rows) {
    Set<String> arms = new LinkedHashSet<>();
    rows.forEach(row -> arms.addAll(row.keySet()));
    List<String> order = List.copyOf(arms);
    for (int one = 0; one < order.size(); one++) {
      for (int other = one + 1; other < order.size(); other++) {
        checkColumns(rows, order.get(one), order.get(other));
      }
    }
  }

  private void checkColumns(List<Map<String, Claim>> rows, String one, String other) {
    List<List<Claim>> pairs = new ArrayList<>();
    for (Map<String, Claim> row : rows) {
      Optional<Claim> left = Optional.ofNullable(row.get(one));
      Optional<Claim> right = Optional.ofNullable(row.get(other));
      if (left.isPresent() && right.isPresent()) {
        pairs.add(List.of(left.get(), right.get()));
      }
    }
    boolean areSame = pairs.size() >= FEWEST_ROWS
        && pairs.stream().allMatch(pair -> printed(pair.get(0)).equals(printed(pair.get(1))));
    if (areSame) {
      add(
          Verdict.UNEXPLAINED,
          pairs.get(0),
          "all " + pairs.size() + " means and standard deviations of " + one
              + " are also printed for " + other);
    }
  }

  /** Pearson's chi-square against ten digits that are equally frequent, 9 degrees of freedom. */
  private void checkLastDigits(List<Map<String, Claim>> rows) {
    List<Claim> cells = rows.stream().flatMap(row -> row.values().stream()).toList();
    int[] counts = new int[DIGITS];
    int all = 0;
    for (Claim cell : cells) {
      for (PrintedNumber number :
          List.of(cell.number().orElseThrow(), cell.standardDeviation().orElseThrow())) {
        int digits = number.value().unscaledValue().abs().intValue();
        if (digits >= THREE_DIGITS) {
          counts[digits % DIGITS]++;
          all++;
        }
      }
    }
    if (all < FEWEST_DIGITS) {
      return;
    }
    double expected = (double) all / DIGITS;
    double statistic = 0;
    for (int count : counts) {
      statistic += (count - expected) * (count - expected) / expected;
    }
    double p = Distribution.chiSquare(DIGITS - 1.0).upperTail(statistic);
    add(
        p < RARE ? Verdict.UNEXPLAINED : Verdict.CONSISTENT,
        List.of(cells.get(0)),
        "last digits 0 to 9 of " + all + " numbers of three digits or more: "
            + Arrays.stream(counts).mapToObj(Integer::toString).collect(Collectors.joining(" "))
            + "; chi-square p " + shown(p));
  }

  /**
   * Stouffer's sum of the analyses of variance: of the p values that the print allows the one
   * nearest to a half, so that rounding makes no table remarkable.
   */
  private void checkBalance(Claim claim, List<Map<String, Claim>> rows) {
    List<Double> values = new ArrayList<>();
    double sum = 0;
    for (Map<String, Claim> row : rows) {
      List<Claim> groups = List.copyOf(row.values());
      if (groups.size() > 1 && IndependentMeans.areTestable(groups)) {
        Comparison.Bounds bounds = new IndependentMeans(groups, false).pooled();
        double p = Math.max(bounds.least(), Math.min(bounds.greatest(), 0.5));
        values.add(p);
        sum += Distribution.normal().quantile(Math.max(NEVER, Math.min(1 - NEVER, p)));
      }
    }
    if (values.size() < 2) {
      add(
          Verdict.UNDECIDABLE,
          List.of(claim),
          "two or more means with standard deviations and numbers of each group are needed");
      return;
    }
    double z = sum / Math.sqrt(values.size());
    double different = Distribution.normal().lowerTail(z);
    double alike = Distribution.normal().upperTail(z);
    add(
        Math.min(different, alike) < RARE ? Verdict.UNEXPLAINED : Verdict.CONSISTENT,
        List.of(claim),
        values.size() + " means, analysis of variance p "
            + values.stream().map(BaselineCheck::shown).collect(Collectors.joining(", "))
            + "; together, groups as different or more have p " + shown(different)
            + ", as alike or more " + shown(alike)
            + ", were the quantities independent, normal and the groups drawn one by one:"
            + " related quantities, blocks and strata, or a standard error printed as an SD give"
            + " small p as well");
  }

  private static String shown(double p) {
    return p < NEVER ? "below 1E-15" : new BigDecimal(p).round(SHOWN).toString();
  }

  private void add(Verdict verdict, List<Claim> about, String arithmetic) {
    findings.add(Check.BASELINE, verdict, about, arithmetic);
  }
}
