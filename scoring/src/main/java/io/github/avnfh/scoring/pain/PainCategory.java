package io.github.avnfh.scoring.pain;

import io.github.avnfh.core.Coded;

/**
 * How strong pain is, in words; which numbers they stand for is told by a {@link PainScheme}.
 *
 * @see PainScheme
 */
public enum PainCategory implements Coded {
  /** No pain, where a scheme tells it from mild pain. */
  NONE("none"),

  /** Mild, no pain included where the scheme does not tell it apart. */
  MILD("mild"),

  /** Moderate. */
  MODERATE("moderate"),

  /** Severe. */
  SEVERE("severe");

  private final String code;

  PainCategory(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
