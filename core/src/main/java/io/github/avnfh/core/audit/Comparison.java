package io.github.avnfh.core.audit;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A printed p value: its limit or number, and the test that it is said to come from. */
final class Comparison {
  private static final Pattern PRINTED =
      Pattern.compile("(?:[pP]\\s*(?=[<>=≤≥]))?([<>=≤≥]?)\\s*(0?[.][0-9]{1,9}|[01]|1[.]0{1,9})");
  private static final Pattern NOT_SIGNIFICANT = Pattern.compile("[nN][.]?[sS][.]?");
  private static final Pattern STATISTIC = Pattern.compile(
      "(t|F|z|[cC]hi-square|χ²)\\s*(?:\\(\\s*(N)(?:(?:[,;]\\s*|\\s+)(N))?\\s*\\))?\\s*=\\s*"
              .replace("N", "[0-9]{1,9}(?:[.][0-9]{1,9})?")
          + "([-−]?[0-9]*[.]?[0-9]+)");

  /** The tests that compare means, and the least number of means that they compare. */
  private static final List<String> OF_MEANS = List.of("paired", "student", "welch", "anova");
  /** The tests that compare proportions. */
  private static final List<String> OF_PROPORTIONS = List.of("fisher", "chi-square", "yates");
  /** The tests that compare just two groups. */
  private static final List<String> OF_TWO = List.of("paired", "student", "welch", "yates");

  /** A p value differs from the exact one by less than this part of it. */
  private static final double ERROR = 1e-9;

  final String test;
  final List<String> ids;
  final Optional<Statistic> statistic;
  private final String limit;
  private final Optional<PrintedNumber> number;

  private Comparison(
      List<String> words,
      Optional<Statistic> statistic,
      String limit,
      Optional<PrintedNumber> number) {
    this.test = words.get(0);
    this.ids = statistic.isPresent() ? List.of() : words.subList(1, words.size());
    this.statistic = statistic;
    this.limit = limit;
    this.number = number;
  }

  /** The least and the greatest p value that a test can have given. */
  record Bounds(double least, double greatest) {
    /** Whether every p value lies between them. */
    boolean areOpen() {
      return least < Double.MIN_NORMAL && greatest > 1 - ERROR;
    }
  }

  /** A test statistic with its degrees of freedom, as in {@code t(58) = 2.31}. */
  record Statistic(String name, List<PrintedNumber> freedom, PrintedNumber value) {
    static Optional<Statistic> of(String basis) {
      Matcher found = STATISTIC.matcher(basis.strip());
      if (!found.matches()) {
        return Optional.empty();
      }
      List<PrintedNumber> freedom = Stream.of(found.group(2), found.group(3))
          .filter(Objects::nonNull)
          .map(PrintedNumber::of)
          .filter(number -> number.value().signum() > 0)
          .toList();
      String name = found.group(1);
      int needed = name.equals("z") ? 0 : name.equals("F") ? 2 : 1;
      return freedom.size() == needed
          ? Optional.of(new Statistic(name, freedom, PrintedNumber.of(digits(found.group(4)))))
          : Optional.empty();
    }
  }

  static Comparison of(Optional<String> basis, Optional<String> printed) {
    String text = basis.orElse("").strip();
    Optional<Statistic> statistic = Statistic.of(text);
    List<String> words = List.of(text.split("\\s+"));
    if (statistic.isEmpty() && !isTest(words)) {
      throw new IllegalArgumentException(
          "basis [of a p value] must be 'paired' with the ids of two means, 'compare' with those of two"
              + " or more proportions or means, a named test (student, welch, anova, fisher, chi-square,"
              + " yates, log-rank) with its ids, 'limits' with that of a ratio, blanks between them, or a"
              + " statistic such as t(58) = 2.31");
    }
    if (printed.isEmpty()) {
      return new Comparison(words, statistic, "", Optional.empty());
    }
    String value = printed.get().strip();
    Matcher matcher = PRINTED.matcher(NOT_SIGNIFICANT.matcher(value).matches() ? "≥0.05" : value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "p [printed] must be a number in 0..1 such as 0.031, or a limit such as <0.001");
    }
    return new Comparison(
        words,
        statistic,
        matcher.group(1),
        Optional.of(PrintedNumber.of(digits(matcher.group(2)))));
  }

  private static boolean isTest(List<String> words) {
    String test = words.get(0);
    int groups = words.size() - 1;
    boolean fits = test.equals("limits")
        ? groups == 1
        : OF_TWO.contains(test)
            ? groups == 2
            : groups >= 2
                && (isAny(test) || OF_MEANS.contains(test) || OF_PROPORTIONS.contains(test));
    return fits && words.stream().skip(1).allMatch(id -> Equation.ID.matcher(id).matches());
  }

  private static boolean isAny(String test) {
    return test.equals("compare") || test.equals("log-rank");
  }

  private static String digits(String typed) {
    String digits = typed.replace('−', '-');
    return digits.replaceFirst("^(-?)[.]", "$10.");
  }

  /** The kinds of claims that the test compares, of which the first one is given. */
  Set<Claim.Kind> kinds(boolean isOfMeans) {
    if (test.equals("limits")) {
      return EnumSet.of(Claim.Kind.RATIO);
    }
    if (test.equals("log-rank")) {
      return EnumSet.complementOf(EnumSet.of(Claim.Kind.P, Claim.Kind.RELATION));
    }
    return OF_MEANS.contains(test) || (test.equals("compare") && isOfMeans)
        ? EnumSet.of(Claim.Kind.MEAN)
        : EnumSet.of(Claim.Kind.COUNT, Claim.Kind.PERCENT);
  }

  boolean isPrinted() {
    return number.isPresent();
  }

  /**
   * Whether some p value within the bounds would have been printed so, rounded to the nearest or in
   * any way.
   */
  boolean allows(Bounds p, boolean byAnyRounding) {
    PrintedNumber printed = number.orElseThrow();
    double value = printed.value().doubleValue();
    double unit = printed.unit().doubleValue();
    double least = p.least() * (1 - ERROR);
    double greatest = p.greatest() * (1 + ERROR);
    return switch (limit) {
      case "<" -> p.least() < value;
      case "≤" -> least <= value;
      case ">" -> p.greatest() > value;
      case "≥" -> greatest >= value;
      default ->
        byAnyRounding
            ? p.least() < value + unit && p.greatest() > value - unit
            : least <= value + unit / 2 && greatest >= value - unit / 2;
    };
  }
}
