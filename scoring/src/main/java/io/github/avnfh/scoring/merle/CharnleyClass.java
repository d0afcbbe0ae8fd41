package io.github.avnfh.scoring.merle;

import io.github.avnfh.core.Coded;

/**
 * Charnley's functional class: disease of one hip, of both hips, or another condition that limits
 * walking.
 *
 * @see <a href="https://doi.org/10.3109/17453674.2014.931199">Gordon 2014, Acta Orthop, on the
 *     meaning of the classes</a>
 * @see MerleScore
 */
public enum CharnleyClass implements Coded {
  /** One hip is involved, and nothing else limits walking. */
  A("A"),

  /** Both hips are involved, and nothing else limits walking. */
  B("B"),

  /** Another condition limits walking. */
  C("C");

  private final String code;

  CharnleyClass(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the class
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static CharnleyClass parse(String text) {
    return Coded.parse(values(), text, "a class of Charnley");
  }

  @Override
  public String code() {
    return code;
  }
}
