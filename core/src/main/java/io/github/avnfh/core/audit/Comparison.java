package io.github.avnfh.core.audit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A printed p value: its limit or number, and the claims that it compares. */
final class Comparison {
  private static final Pattern PRINTED =
      Pattern.compile("(?:[pP]\\s*(?=[<>=≤≥]))?([<>=≤≥]?)\\s*(0?[.][0-9]{1,9}|[01]|1[.]0{1,9})");
  private static final Pattern NOT_SIGNIFICANT = Pattern.compile("[nN][.]?[sS][.]?");
  private static final String PAIRED = "paired";
  private static final String COMPARE = "compare";

  final boolean isPaired;
  final List<String> ids;
  private final String limit;
  private final Optional<PrintedNumber> number;

  private Comparison(List<String> words, String limit, Optional<PrintedNumber> number) {
    this.isPaired = words.get(0).equals(PAIRED);
    this.ids = words.subList(1, words.size());
    this.limit = limit;
    this.number = number;
  }

  static Comparison of(Optional<String> basis, Optional<String> printed) {
    List<String> words = List.of(basis.orElse("").strip().split("\\s+"));
    boolean paired = words.get(0).equals(PAIRED) && words.size() == 3;
    boolean compared = words.get(0).equals(COMPARE) && words.size() >= 3;
    if (!(paired || compared)
        || !words.stream().skip(1).allMatch(id -> Equation.ID.matcher(id).matches())) {
      throw new IllegalArgumentException(
          "basis [of a p value] must be 'paired' with the ids of two means, or 'compare' with those of"
              + " two or more shares or of two means, and blanks between them");
    }
    if (printed.isEmpty()) {
      return new Comparison(words, "", Optional.empty());
    }
    String text = printed.get().strip();
    Matcher matcher = PRINTED.matcher(NOT_SIGNIFICANT.matcher(text).matches() ? "≥0.05" : text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "p [printed] must be a number in 0..1 such as 0.031, or a limit such as <0.001");
    }
    String digits = matcher.group(2);
    return new Comparison(
        words,
        matcher.group(1),
        Optional.of(PrintedNumber.of(digits.startsWith(".") ? "0" + digits : digits)));
  }

  boolean isPrinted() {
    return number.isPresent();
  }

  /** Whether a p value of that size would have been printed so, by any rounding. */
  boolean allows(BigDecimal p) {
    BigDecimal printed = number.orElseThrow().value();
    return switch (limit) {
      case "<" -> p.compareTo(printed) < 0;
      case "≤" -> p.compareTo(printed) <= 0;
      case ">" -> p.compareTo(printed) > 0;
      case "≥" -> p.compareTo(printed) >= 0;
      default -> isRoundedTo(p);
    };
  }

  private boolean isRoundedTo(BigDecimal p) {
    PrintedNumber printed = number.orElseThrow();
    for (PrintedRounding rounding : PrintedRounding.values()) {
      if (p.setScale(printed.decimals(), rounding.mode()).compareTo(printed.value()) == 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether some p value between the two would have been printed so. */
  boolean allowsBetween(BigDecimal low, BigDecimal high) {
    BigDecimal printed = number.orElseThrow().value();
    boolean inside = low.compareTo(printed) <= 0 && printed.compareTo(high) <= 0;
    return allows(low) || allows(high) || (isNumber() && inside);
  }

  /** Whether every p value between the two would have been printed so. */
  boolean allowsAllBetween(BigDecimal low, BigDecimal high) {
    return allows(low) && allows(high);
  }

  private boolean isNumber() {
    return limit.isEmpty() || limit.equals("=");
  }
}
