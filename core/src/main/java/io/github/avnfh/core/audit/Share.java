package io.github.avnfh.core.audit;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A count out of a total, and how it prints as a percentage. */
record Share(int count, int total) {
  private static final int MORE_DECIMALS = 2;

  Fraction percent() {
    return Fraction.of(100L * count, total);
  }

  /** The ways of rounding by which the share prints so. */
  Set<PrintedRounding> roundings(PrintedNumber printed) {
    Set<PrintedRounding> fitting = EnumSet.noneOf(PrintedRounding.class);
    for (PrintedRounding rounding : PrintedRounding.values()) {
      if (percent().printsAs(printed, rounding)) {
        fitting.add(rounding);
      }
    }
    return fitting;
  }

  /** The share and its percentage, such as {@code 19/58 = 32.758… %}. */
  String text(PrintedNumber printed) {
    return this + " = " + percent().text(printed.decimals() + MORE_DECIMALS) + " %";
  }

  /** What the share prints as, by the roundings that matter here. */
  String prints(PrintedNumber printed) {
    Map<String, String> words = new LinkedHashMap<>();
    for (PrintedRounding rounding : telling(printed)) {
      String number = percent().round(rounding, printed.decimals()).toPlainString();
      words.merge(number, rounding.words(), (first, second) -> first + " or " + second);
    }
    return words.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Half up and truncated always; the others if the printed number needs them. */
  private Set<PrintedRounding> telling(PrintedNumber printed) {
    Set<PrintedRounding> telling = EnumSet.of(PrintedRounding.HALF_UP, PrintedRounding.TRUNCATED);
    Set<PrintedRounding> fitting = roundings(printed);
    if (fitting.stream().noneMatch(telling::contains)) {
      telling.addAll(fitting.isEmpty() ? EnumSet.of(PrintedRounding.UP) : fitting);
    }
    return telling;
  }

  @Override
  public String toString() {
    return count + "/" + total;
  }
}
