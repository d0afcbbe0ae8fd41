package io.github.avnfh.staging.chinese;

import io.github.avnfh.core.Coded;

/**
 * The size of the lesion, the crescent or the collapse within a stage of the Chinese guideline.
 *
 * @see <a href="https://doi.org/10.1111/os.12193">Joint Surgery Group of the Orthopaedic Branch of
 *     the Chinese Medical Association. Guideline for diagnostic and treatment of osteonecrosis of
 *     the femoral head. Orthop Surg 2015;7:200-207</a>
 * @see Chinese2015
 */
public enum ChineseGrade implements Coded {
  /** Below 15 %, or below 2 mm. */
  A("a"),

  /** From 15 to 30 %, or from 2 to 4 mm. */
  B("b"),

  /** Above 30 %, or above 4 mm. */
  C("c");

  private final String code;

  ChineseGrade(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the grade
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static ChineseGrade parse(String text) {
    return Coded.parse(values(), text, "a grade of the Chinese guideline");
  }

  @Override
  public String code() {
    return code;
  }
}
