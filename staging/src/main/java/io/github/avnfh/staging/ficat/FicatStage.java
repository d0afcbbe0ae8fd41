package io.github.avnfh.staging.ficat;

import io.github.avnfh.core.Coded;

/**
 * A stage of the Ficat-Arlet system, from 0 to IV.
 *
 * <p>Source: Ficat RP. Idiopathic bone necrosis of the femoral head: early diagnosis and treatment.
 * J Bone Joint Surg Br 1985;67-B:3-9.
 *
 * @see Ficat
 */
public enum FicatStage implements Coded {
  /** No sign on images. */
  STAGE_0("0"),

  /** A lesion on MRI or bone scan, the radiograph normal or nearly so. */
  STAGE_I("I"),

  /** Sclerosis or cysts, the head round. Without a crescent, where that is a separate stage. */
  STAGE_II("II"),

  /** The transition: a crescent on a round head, where it is a separate stage. */
  STAGE_IIB("IIB"),

  /** Collapse; the joint space is kept. */
  STAGE_III("III"),

  /** Narrowing of the joint space. */
  STAGE_IV("IV");

  private final String code;

  FicatStage(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the stage
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static FicatStage parse(String text) {
    return Coded.parse(values(), text, "a Ficat stage");
  }

  @Override
  public String code() {
    return code;
  }
}
