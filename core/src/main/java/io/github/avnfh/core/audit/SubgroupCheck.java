package io.github.avnfh.core.audit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Whether a mean and standard deviation of all agree with those of the groups that make them up.
 *
 * <p>Groups of n1, n2, … values with means m1, m2, … have together the mean {@code m = sum(ni mi) /
 * N} and the sum of squares {@code (N - 1) s^2 = sum((ni - 1) si^2) + sum(ni (mi - m)^2)}. Where
 * the numbers are not printed, the mean of all lies between the least and the greatest of the
 * groups.
 */
final class SubgroupCheck {
  private static final String PARTS = "parts";
  private static final int DECIMALS = 3;

  private final FindingList findings;
  private final Map<String, Claim> byId;

  SubgroupCheck(FindingList findings, Map<String, Claim> byId) {
    this.findings = findings;
    this.byId = byId;
  }

  /** The ids of the means of groups that a mean names; nothing if it names none. */
  static List<String> ids(Claim claim) {
    if (claim.kind() != Claim.Kind.MEAN || claim.basis().isEmpty()) {
      return List.of();
    }
    List<String> words = List.of(claim.basis().get().strip().split("\\s+"));
    List<String> ids = words.subList(1, words.size());
    if (!words.get(0).equals(PARTS)
        || ids.size() < 2
        || !ids.stream().allMatch(id -> Equation.ID.matcher(id).matches())) {
      throw new IllegalArgumentException(
          "basis [of a mean] must be 'parts' with the ids of two or more means that make it up, and"
              + " blanks between them");
    }
    return ids;
  }

  void check(Claim whole) {
    List<Claim> parts =
        ids(whole).stream().map(id -> Objects.requireNonNull(byId.get(id))).toList();
    if (!parts.isEmpty()) {
      List<Claim> all = new ArrayList<>(List.of(whole));
      all.addAll(parts);
      check(whole, parts, all);
    }
  }

  private void check(Claim whole, List<Claim> parts, List<Claim> all) {
    if (all.stream().anyMatch(claim -> claim.number().isEmpty())) {
      add(Verdict.UNDECIDABLE, all, "a mean that is needed is not printed");
      return;
    }
    boolean areCounted = all.stream().allMatch(claim -> claim.of().size() == 1);
    long sum = areCounted ? parts.stream().mapToLong(SubgroupCheck::number).sum() : 0;
    if (areCounted && sum != number(whole)) {
      add(
          Verdict.UNDECIDABLE,
          all,
          "the parts have " + sum + " values, and all have " + number(whole));
      return;
    }
    boolean areSpread =
        areCounted && all.stream().allMatch(claim -> claim.standardDeviation().isPresent());
    Set<PrintedRounding> fitting = EnumSet.noneOf(PrintedRounding.class);
    for (PrintedRounding rounding : PrintedRounding.values()) {
      Range mean = areCounted ? pooled(parts, rounding) : between(parts, rounding);
      boolean fits = mean.meets(mean(whole, rounding))
          && (!areSpread || squares(parts, mean, rounding).meets(squares(whole, rounding)));
      if (fits) {
        fitting.add(rounding);
      }
    }
    add(Verdict.of(fitting), all, arithmetic(whole, parts, areCounted, areSpread));
  }

  private static long number(Claim claim) {
    return claim.of().get(0);
  }

  private static Range mean(Claim claim, PrintedRounding rounding) {
    return Range.before(rounding, claim.number().orElseThrow());
  }

  private static Range pooled(List<Claim> parts, PrintedRounding rounding) {
    Range sum = Range.of(0, 0);
    long number = 0;
    for (Claim part : parts) {
      sum = sum.plus(times(mean(part, rounding), number(part)));
      number += number(part);
    }
    return new Range(sum.low.over(number), sum.high.over(number));
  }

  private static Range between(List<Claim> parts, PrintedRounding rounding) {
    List<Range> means = parts.stream().map(part -> mean(part, rounding)).toList();
    return new Range(
        means.stream().map(mean -> mean.low).min(Fraction::compareTo).orElseThrow(),
        means.stream().map(mean -> mean.high).max(Fraction::compareTo).orElseThrow());
  }

  /** The sum of squares within a claim: {@code (n - 1) s^2}. */
  private static Range squares(Claim claim, PrintedRounding rounding) {
    Range deviation = Range.before(rounding, claim.standardDeviation().orElseThrow());
    Fraction low = deviation.low.signum() < 0 ? Fraction.of(0) : deviation.low;
    return times(new Range(low.square(), deviation.high.square()), number(claim) - 1);
  }

  /** The sum of squares of all parts about their common mean. */
  private static Range squares(List<Claim> parts, Range mean, PrintedRounding rounding) {
    Range sum = Range.of(0, 0);
    for (Claim part : parts) {
      Range off = mean(part, rounding).minus(mean).distance();
      Range between = new Range(off.low.square(), off.high.square());
      sum = sum.plus(squares(part, rounding)).plus(times(between, number(part)));
    }
    return sum;
  }

  private static Range times(Range range, long number) {
    return new Range(range.low.times(number), range.high.times(number));
  }

  private static String arithmetic(
      Claim whole, List<Claim> parts, boolean areCounted, boolean areSpread) {
    PrintedRounding nearest = PrintedRounding.HALF_UP;
    Range mean = areCounted ? pooled(parts, nearest) : between(parts, nearest);
    String spread = areSpread
        ? ", sum of squares " + squares(parts, mean, nearest).text(DECIMALS) + " against "
            + squares(whole, nearest).text(DECIMALS)
        : "";
    return "rounded to the nearest, the parts have a mean "
        + (areCounted ? "in " : "between ") + mean.text(DECIMALS) + "; printed "
        + whole.number().map(PrintedNumber::text).orElse("") + spread;
  }

  private void add(Verdict verdict, List<Claim> claims, String arithmetic) {
    findings.add(Check.SUBGROUPS, verdict, claims, arithmetic);
  }
}
