package io.github.avnfh.core.imaging;

import io.github.avnfh.core.Coded;

/**
 * Where in the femoral head the lesion lies.
 *
 * <pre>{@code
 * LesionLocation location = LesionLocation.parse("lateral");            // LATERAL
 * Findings.builder().lesionLocation(location).build().lesionLocation(); // Optional[LATERAL]
 * }</pre>
 */
public enum LesionLocation implements Coded {
  /** Medial. */
  MEDIAL("medial"),

  /** Central. */
  CENTRAL("central"),

  /** Lateral. */
  LATERAL("lateral");

  private final String code;

  LesionLocation(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the category
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static LesionLocation parse(String text) {
    return Coded.parse(values(), text, "a lesion location");
  }

  @Override
  public String code() {
    return code;
  }
}
