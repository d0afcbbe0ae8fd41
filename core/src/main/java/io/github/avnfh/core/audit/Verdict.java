package io.github.avnfh.core.audit;

import io.github.avnfh.core.Coded;

/**
 * What a check says of printed numbers.
 *
 * @see Audit
 */
public enum Verdict implements Coded {
  /** No data print so. */
  CONTRADICTS("contradicts"),

  /** The paper leaves open what the check needs: nothing is printed, or several readings fit. */
  UNDECIDABLE("undecidable"),

  /** Every number that could stand there would pass, so that passing says nothing. */
  NOT_TESTABLE("not testable"),

  /** Some data print so, and other numbers would not have passed. */
  CONSISTENT("consistent");

  private final String code;

  Verdict(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Two readings that differ leave the matter open. */
  Verdict or(Verdict other) {
    return this == other ? this : UNDECIDABLE;
  }
}
