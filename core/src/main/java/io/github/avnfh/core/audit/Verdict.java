package io.github.avnfh.core.audit;

import io.github.avnfh.core.Coded;
import java.util.Set;

/**
 * What a check says of printed numbers.
 *
 * @see Audit
 */
public enum Verdict implements Coded {
  /** No data print so. */
  CONTRADICTS("contradicts"),

  /**
   * None of the usual tests gives the printed p value, none of the usual definitions the printed
   * quartile, or no usual way the printed limits or ratio, and the paper names no other; or chance
   * hardly ever gives a table such as the printed one.
   */
  UNEXPLAINED("unexplained"),

  /** No data print so when rounded to the nearest; some do when truncated or rounded up. */
  ONLY_IF_TRUNCATED_OR_UP("only if truncated or rounded up"),

  /** The paper leaves open what the check needs: nothing is printed, or several readings fit. */
  UNDECIDABLE("undecidable"),

  /**
   * Every number that could stand there would pass by some rounding, so that passing says nothing.
   */
  NOT_TESTABLE("not testable"),

  /** Some data print so, rounded to the nearest, and other numbers would not have passed. */
  CONSISTENT("consistent");

  private final String code;

  Verdict(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Rounding to the nearest is the rule; a number that needs another rounding is told apart. */
  static Verdict of(Set<PrintedRounding> roundings) {
    if (roundings.isEmpty()) {
      return CONTRADICTS;
    }
    return roundings.stream().anyMatch(PrintedRounding::isNearest)
        ? CONSISTENT
        : ONLY_IF_TRUNCATED_OR_UP;
  }

  /** Two readings that differ leave the matter open. */
  Verdict or(Verdict other) {
    return this == other ? this : UNDECIDABLE;
  }
}
