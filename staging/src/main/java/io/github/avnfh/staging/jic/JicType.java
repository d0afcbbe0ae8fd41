package io.github.avnfh.staging.jic;

import io.github.avnfh.core.Coded;

/**
 * The location of a lesion by the Japanese Investigation Committee's system of 2001.
 *
 * @see <a href="https://doi.org/10.1007/s007760200108">Sugano N, et al. The 2001 revised criteria
 *     for diagnosis, classification, and staging of idiopathic osteonecrosis of the femoral head. J
 *     Orthop Sci 2002;7:601-605</a>
 * @see Jic
 */
public enum JicType implements Coded {
  /** A third of the weight-bearing portion or less. */
  A("A"),

  /** More than a third and at most two thirds. */
  B("B"),

  /** More than two thirds, not beyond the edge of the acetabulum. */
  C1("C1"),

  /** More than two thirds and beyond the edge of the acetabulum. */
  C2("C2");

  private final String code;

  JicType(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the type
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static JicType parse(String text) {
    return Coded.parse(values(), text, "a JIC type");
  }

  @Override
  public String code() {
    return code;
  }
}
