package io.github.avnfh.staging.chinese;

import io.github.avnfh.core.Coded;

/**
 * A stage of the Chinese guideline of 2015, from 1 to 5; the guideline has no stage 0.
 *
 * @see <a href="https://doi.org/10.1111/os.12193">Joint Surgery Group of the Orthopaedic Branch of
 *     the Chinese Medical Association. Guideline for diagnostic and treatment of osteonecrosis of
 *     the femoral head. Orthop Surg 2015;7:200-207</a>
 * @see Chinese2015
 */
public enum ChineseStage implements Coded {
  /** No sign on images, which the guideline gives no stage. */
  UNAFFECTED("none"),

  /** A lesion on MRI or bone scan, no sign on the radiograph. */
  STAGE_1("1"),

  /** Sclerosis or cysts without fracture or collapse. */
  STAGE_2("2"),

  /** A crescent, the subchondral fracture, on a round head. */
  STAGE_3("3"),

  /** Collapse: the head is flattened. */
  STAGE_4("4"),

  /** Osteoarthritis. */
  STAGE_5("5");

  private final String code;

  ChineseStage(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the stage
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static ChineseStage parse(String text) {
    return Coded.parse(values(), text, "a stage of the Chinese guideline");
  }

  @Override
  public String code() {
    return code;
  }
}
