package io.github.avnfh.core.treatment;

import io.github.avnfh.core.Coded;

/**
 * The bone from which marrow was aspirated.
 *
 * @see MarrowAspiration
 */
public enum AspirationSite implements Coded {
  /** The posterior iliac crest. */
  POSTERIOR_ILIAC_CREST("posterior_iliac_crest"),

  /** The anterior iliac crest. */
  ANTERIOR_ILIAC_CREST("anterior_iliac_crest"),

  /** Another bone. */
  OTHER("other");

  private final String code;

  AspirationSite(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the category
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static AspirationSite parse(String text) {
    return Coded.parse(values(), text, "an aspiration site");
  }

  @Override
  public String code() {
    return code;
  }
}
