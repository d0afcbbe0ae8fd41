package io.github.avnfh.staging.arco;

import io.github.avnfh.core.Coded;

/**
 * A stage of the ARCO system as revised in 2019, from I to IV; the revision has no stage 0.
 *
 * @see <a href="https://doi.org/10.1016/j.arth.2019.11.029">Yoon BH, et al. The 2019 revised
 *     version of Association Research Circulation Osseous staging system of osteonecrosis of the
 *     femoral head. J Arthroplasty 2020;35:933-940</a>
 * @see Arco2019
 */
public enum Arco2019Stage implements Coded {
  /** No sign on images, which the revision gives no stage. */
  UNAFFECTED("none"),

  /** A lesion on MRI or a cold spot, the radiograph normal. */
  STAGE_I("I"),

  /** Sclerosis, cysts or focal osteoporosis without fracture or flattening. */
  STAGE_II("II"),

  /** Subchondral fracture or flattening, depressed by 2 mm or less. */
  STAGE_IIIA("IIIA"),

  /** Flattening, depressed by more than 2 mm. */
  STAGE_IIIB("IIIB"),

  /** Osteoarthritis. */
  STAGE_IV("IV");

  private final String code;

  Arco2019Stage(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the stage
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static Arco2019Stage parse(String text) {
    return Coded.parse(values(), text, "an ARCO 2019 stage");
  }

  @Override
  public String code() {
    return code;
  }
}
