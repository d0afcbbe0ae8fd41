package io.github.avnfh.core.audit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The counts that may stand behind a claim. */
final class PossibleCounts {
  /** Beyond that many a percentage without its count says nothing that a list would show. */
  static final int MOST = 50;

  /** Whether some count prints as the claim does. */
  final boolean fit;
  /** Whether some count prints as any number that could stand there. */
  final boolean always;
  /** The counts with their totals; where none fits, those on either side of the printed number. */
  final List<Proportion> proportions;
  /** The least and the greatest count. */
  final Range range;

  private PossibleCounts(boolean fit, boolean always, List<Proportion> proportions, Range range) {
    this.fit = fit;
    this.always = always;
    this.proportions = proportions;
    this.range = range;
  }

  static boolean exist(Claim claim) {
    return switch (claim.kind()) {
      case COUNT -> true;
      case PERCENT -> !claim.of().isEmpty();
      default -> false;
    };
  }

  static PossibleCounts of(Claim claim) {
    if (claim.count().isPresent()) {
      return printed(claim, claim.count().getAsInt());
    }
    if (claim.printed().isEmpty()) {
      int most = claim.of().stream().mapToInt(Integer::intValue).max().orElseThrow();
      return new PossibleCounts(true, false, List.of(), Range.of(0, most));
    }
    PrintedNumber number = claim.number().orElseThrow();
    return claim.kind() == Claim.Kind.COUNT
        ? printed(claim, number.value().intValueExact())
        : fitting(claim, number);
  }

  private static PossibleCounts printed(Claim claim, int count) {
    List<Proportion> proportions =
        claim.of().stream().map(total -> new Proportion(count, total)).toList();
    return new PossibleCounts(true, false, proportions, Range.of(count, count));
  }

  private static PossibleCounts fitting(Claim claim, PrintedNumber number) {
    List<Proportion> fitting = new ArrayList<>();
    List<Proportion> beside = new ArrayList<>();
    boolean always = false;
    for (int total : claim.of()) {
      Range counts = around(number, total);
      // percentages of neighboring counts are 100 / n apart
      always |= Fraction.of(100, total).compareTo(Fraction.of(number.unit())) <= 0;
      for (long count = whole(counts.low); count <= whole(counts.high); count++) {
        Proportion proportion = new Proportion((int) count, total);
        if (!proportion.roundings(number).isEmpty()) {
          fitting.add(proportion);
        }
        if (fitting.size() >= MOST) {
          break;
        }
      }
      beside.addAll(beside(number, total));
    }
    boolean fit = !fitting.isEmpty();
    List<Proportion> proportions = fit ? fitting : beside;
    return new PossibleCounts(
        fit, always, proportions, always ? wide(claim.of(), number) : range(proportions));
  }

  private static Range wide(List<Integer> totals, PrintedNumber number) {
    Range wide = around(number, totals.get(0));
    for (int total : totals) {
      Range next = around(number, total);
      wide = new Range(least(wide.low, next.low), greatest(wide.high, next.high));
    }
    return wide;
  }

  private static Range range(List<Proportion> proportions) {
    return Range.of(
        proportions.stream().mapToInt(Proportion::count).min().orElseThrow(),
        proportions.stream().mapToInt(Proportion::count).max().orElseThrow());
  }

  private static Fraction least(Fraction one, Fraction other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Fraction greatest(Fraction one, Fraction other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** All counts whose percentage lies within a unit of the printed number, and no others. */
  private static Range around(PrintedNumber number, int total) {
    Fraction unit = Fraction.of(number.unit());
    Fraction value = Fraction.of(number.value());
    return new Range(
        clamp(value.minus(unit).times(total).over(100).ceiling(), total),
        clamp(value.plus(unit).times(total).over(100).floor(), total));
  }

  /** The counts just below and just above the printed number. */
  static List<Proportion> beside(PrintedNumber number, int total) {
    Fraction exact = Fraction.of(number.value()).times(total).over(100);
    long below = whole(clamp(exact.floor(), total));
    long above = whole(clamp(exact.ceiling(), total));
    return below == above
        ? List.of(new Proportion((int) below, total))
        : List.of(new Proportion((int) below, total), new Proportion((int) above, total));
  }

  private static Fraction clamp(BigInteger count, int total) {
    BigInteger inside = count.max(BigInteger.ZERO).min(BigInteger.valueOf(total));
    return Fraction.of(inside, BigInteger.ONE);
  }

  private static long whole(Fraction number) {
    return number.floor().longValueExact();
  }

  /** The ways of rounding by which one of the counts prints so. */
  Set<PrintedRounding> roundings(PrintedNumber number) {
    if (always) {
      return EnumSet.allOf(PrintedRounding.class);
    }
    Set<PrintedRounding> all = EnumSet.noneOf(PrintedRounding.class);
    proportions.forEach(proportion -> all.addAll(proportion.roundings(number)));
    return all;
  }

  /** A count out of a total, and how it prints as a percentage. */
  record Proportion(int count, int total) {
    private static final int MORE_DECIMALS = 2;

    Fraction percent() {
      return Fraction.of(100L * count, total);
    }

    /** The ways of rounding by which the percentage prints so. */
    Set<PrintedRounding> roundings(PrintedNumber printed) {
      Set<PrintedRounding> fitting = EnumSet.noneOf(PrintedRounding.class);
      for (PrintedRounding rounding : PrintedRounding.values()) {
        if (percent().printsAs(printed, rounding)) {
          fitting.add(rounding);
        }
      }
      return fitting;
    }

    /** The proportion and its percentage, such as {@code 19/58 = 32.758… %}. */
    String text(PrintedNumber printed) {
      return this + " = " + percent().text(printed.decimals() + MORE_DECIMALS) + " %";
    }

    /** How the percentage prints, by the roundings that matter here. */
    String prints(PrintedNumber printed) {
      Map<String, String> words = new LinkedHashMap<>();
      for (PrintedRounding rounding : shown(printed)) {
        String number = percent().round(rounding, printed.decimals()).toPlainString();
        words.merge(number, rounding.words(), (first, second) -> first + " or " + second);
      }
      return words.entrySet().stream()
          .map(entry -> entry.getKey() + " " + entry.getValue())
          .collect(Collectors.joining(", "));
    }

    /** Half up and truncated always; the others if the printed number needs them. */
    private Set<PrintedRounding> shown(PrintedNumber printed) {
      Set<PrintedRounding> shown = EnumSet.of(PrintedRounding.HALF_UP, PrintedRounding.TRUNCATED);
      Set<PrintedRounding> fitting = roundings(printed);
      if (fitting.stream().noneMatch(shown::contains)) {
        shown.addAll(fitting.isEmpty() ? EnumSet.of(PrintedRounding.UP) : fitting);
      }
      return shown;
    }

    @Override
    public String toString() {
      return count + "/" + total;
    }
  }
}
