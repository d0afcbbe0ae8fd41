package io.github.avnfh.staging.jic;

import io.github.avnfh.core.Coded;

/**
 * A stage of the Japanese Investigation Committee's system of 2001, from 1 to 4.
 *
 * @see <a href="https://doi.org/10.1007/s007760200108">Sugano N, et al. The 2001 revised criteria
 *     for diagnosis, classification, and staging of idiopathic osteonecrosis of the femoral head. J
 *     Orthop Sci 2002;7:601-605</a>
 * @see Jic
 */
public enum JicStage implements Coded {
  /** No sign on images, which the system gives no stage. */
  UNAFFECTED("none"),

  /** A lesion on MRI or bone scan, no sign on the radiograph. */
  STAGE_1("1"),

  /** Demarcating sclerosis without collapse. */
  STAGE_2("2"),

  /** Collapse of less than 3 mm, a crescent included. */
  STAGE_3A("3A"),

  /** Collapse of 3 mm or more. */
  STAGE_3B("3B"),

  /** Osteoarthritis. */
  STAGE_4("4");

  private final String code;

  JicStage(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the stage
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static JicStage parse(String text) {
    return Coded.parse(values(), text, "a JIC stage");
  }

  @Override
  public String code() {
    return code;
  }
}
