package io.github.avnfh.core.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An equation or inequality between claims and numbers: {@code a = b + c - 2}. */
final class Equation {
  /** How the id of a claim is written. */
  static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}([.][0-9]{1,9})?%?");

  private static final long HUNDRED = 100;
  private static final String RANDOMIZED = "randomized";

  final List<Term> left;
  final List<Term> right;
  final Sign sign;

  private Equation(List<Term> left, Sign sign, List<Term> right) {
    this.left = left;
    this.sign = sign;
    this.right = right;
  }

  /** How the two sides compare. */
  enum Sign {
    EQUAL("="),
    AT_LEAST(">="),
    AT_MOST("<="),
    MORE(">"),
    LESS("<");

    final String text;

    Sign(String text) {
      this.text = text;
    }

    /** Whether some difference of the sides in the range would do. */
    boolean isPossible(Range difference) {
      return switch (this) {
        case EQUAL -> difference.low.signum() <= 0 && difference.high.signum() >= 0;
        case AT_LEAST -> difference.high.signum() >= 0;
        case AT_MOST -> difference.low.signum() <= 0;
        case MORE -> difference.high.signum() > 0;
        case LESS -> difference.low.signum() < 0;
      };
    }

    /** Whether every difference of the sides in the range would do. */
    boolean isCertain(Range difference) {
      return switch (this) {
        case EQUAL -> difference.low.signum() == 0 && difference.high.signum() == 0;
        case AT_LEAST -> difference.low.signum() >= 0;
        case AT_MOST -> difference.high.signum() <= 0;
        case MORE -> difference.low.signum() > 0;
        case LESS -> difference.high.signum() < 0;
      };
    }
  }

  /** A claim or a number, added or taken away. */
  record Term(boolean isTakenAway, String word) {
    boolean isNumber() {
      return NUMBER.matcher(word).matches();
    }

    Optional<Fraction> number() {
      return isNumber()
          ? Optional.of(Fraction.of(new BigDecimal(word.replace("%", ""))))
          : Optional.empty();
    }

    boolean isPercentage() {
      return word.endsWith("%");
    }
  }

  /** Tells whether a relation says that the groups of its section were formed by chance. */
  static boolean isRandomized(Optional<String> basis) {
    return basis.map(String::strip).filter(RANDOMIZED::equals).isPresent();
  }

  static Equation of(Optional<String> basis) {
    String[] words = basis.orElse("").strip().split("\\s+");
    int middle = -1;
    for (int index = 0; index < words.length; index++) {
      if (signOf(words[index]).isPresent()) {
        middle = middle < 0 ? index : words.length;
      }
    }
    if (middle < 0 || middle == words.length) {
      throw new IllegalArgumentException(
          "basis [of a relation] must have one of = >= <= > < between blanks");
    }
    return new Equation(
        terms(List.of(words).subList(0, middle)),
        signOf(words[middle]).orElseThrow(),
        terms(List.of(words).subList(middle + 1, words.length)));
  }

  private static Optional<Sign> signOf(String word) {
    for (Sign sign : Sign.values()) {
      if (sign.text.equals(word)) {
        return Optional.of(sign);
      }
    }
    return Optional.empty();
  }

  /** Reads terms with + or - between them, all between blanks. */
  private static List<Term> terms(List<String> words) {
    List<Term> terms = new ArrayList<>();
    boolean takenAway = false;
    for (int index = 0; index < words.size(); index++) {
      String word = words.get(index);
      boolean isTerm = index % 2 == 0;
      boolean fits = isTerm
          ? ID.matcher(word).matches() || NUMBER.matcher(word).matches()
          : word.equals("+") || word.equals("-");
      if (!fits) {
        throw malformed();
      }
      if (isTerm) {
        terms.add(new Term(takenAway, word));
      } else {
        takenAway = word.equals("-");
      }
    }
    if (words.size() % 2 == 0) {
      throw malformed();
    }
    return terms;
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        "basis [of a relation] must have ids or numbers with + or - between them, and blanks between"
            + " all of them");
  }

  /** Whether percentages are added, and not the counts that they are of. */
  boolean isOfPercentages() {
    return terms().stream().anyMatch(Term::isPercentage);
  }

  /** Whether the parts are said to make up 100, be it of a hundred things or percent. */
  boolean addsUpToHundred() {
    List<Term> side = right.size() == 1 ? right : left;
    return sign == Sign.EQUAL
        && side.size() == 1
        && side.get(0).number().filter(Fraction.of(HUNDRED)::equals).isPresent();
  }

  private List<Term> terms() {
    List<Term> all = new ArrayList<>(left);
    all.addAll(right);
    return all;
  }

  List<String> ids() {
    return terms().stream()
        .filter(term -> term.number().isEmpty())
        .map(Term::word)
        .distinct()
        .toList();
  }
}
