package io.github.avnfh.staging.arco;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.staging.Level;
import io.github.avnfh.staging.internal.HipSigns;
import java.util.List;

/**
 * A type of lesion before collapse by ARCO 2021: how far its lateral margin reaches.
 *
 * @see <a href="https://doi.org/10.1186/s12891-023-06587-4">Yue, et al. Reliability and
 *     repeatability of 2021 ARCO classification and its guiding significance in treatment of
 *     nontraumatic osteonecrosis of the femoral head. BMC Musculoskelet Disord 2023;24:469, which
 *     applies the types</a>
 */
public enum Arco2021Type implements Coded {
  /** The lateral margin lies medial to the apex of the head. */
  TYPE_1("1"),

  /** The lateral margin lies between the apex and the lateral edge of the acetabulum. */
  TYPE_2("2"),

  /** The lesion reaches beyond the lateral edge of the acetabulum. */
  TYPE_3("3");

  private final String code;

  Arco2021Type(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the word
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static Arco2021Type parse(String text) {
    return Coded.parse(values(), text, "an ARCO 2021 type");
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * Returns the types that findings leave possible.
   *
   * <p>Findings say whether a lesion reaches beyond the acetabular edge. They do not say on which
   * side of the apex its margin lies, so types 1 and 2 are not told apart. The types are meant for
   * hips before collapse; that is for the caller to see to.
   *
   * @param findings what was found and what was not assessed
   * @return type 3, or types 1 and 2, or all; none where no lesion is there
   */
  public static Level<Arco2021Type> of(Findings findings) {
    if (new HipSigns(findings).lesion().isAbsent()) {
      return Level.none();
    }
    return switch (findings.beyondAcetabularEdge()) {
      case PRESENT -> Level.of(TYPE_3);
      case ABSENT -> Level.among(List.of(TYPE_1, TYPE_2));
      case NOT_ASSESSED -> Level.among(List.of(values()));
    };
  }
}
