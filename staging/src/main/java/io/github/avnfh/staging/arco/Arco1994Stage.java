package io.github.avnfh.staging.arco;

import io.github.avnfh.core.Coded;

/**
 * A stage of the ARCO system of 1994, from 0 to IV.
 *
 * @see Arco1994
 */
public enum Arco1994Stage implements Coded {
  /** No sign on images; in the system histology shows the necrosis. */
  STAGE_0("0"),

  /** A lesion on MRI or bone scan, radiograph and CT normal. */
  STAGE_I("I"),

  /** Changes on the radiograph without collapse. */
  STAGE_II("II"),

  /** A crescent or flattening. */
  STAGE_III("III"),

  /** Osteoarthritis. */
  STAGE_IV("IV");

  private final String code;

  Arco1994Stage(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the stage
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static Arco1994Stage parse(String text) {
    return Coded.parse(values(), text, "an ARCO 1994 stage");
  }

  @Override
  public String code() {
    return code;
  }
}
