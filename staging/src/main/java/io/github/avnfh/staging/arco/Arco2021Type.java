package io.github.avnfh.staging.arco;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.staging.PossibleStages;
import io.github.avnfh.staging.internal.RadiographicSigns;
import java.util.EnumSet;
import java.util.Set;

/**
 * A type of lesion before collapse by ARCO 2021: how far its lateral margin reaches.
 *
 * <pre>{@code
 * Findings findings = Findings.builder()
 *     .mriLesion(Presence.PRESENT)
 *     .beyondHeadApex(Presence.PRESENT)
 *     .build();
 * PossibleStages<Arco2021Type> type = Arco2021Type.of(findings);
 * type.text(); // at least 2
 * }</pre>
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
   * @return the type
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
   * <p>A margin on or medial to the apex is type 1, one beyond the acetabular edge is type 3. A
   * margin that is said to lie beyond the edge and not beyond the apex has no type. The types are
   * meant for hips before collapse; that is for the caller to see to.
   *
   * @param findings what was found and what was not assessed
   * @return the type, or those that the edge and the apex leave possible; none where no lesion is
   *     there or the findings exclude each type
   */
  public static PossibleStages<Arco2021Type> of(Findings findings) {
    if (new RadiographicSigns(findings).lesion().isAbsent()) {
      return PossibleStages.none();
    }
    Set<Arco2021Type> possible = EnumSet.allOf(Arco2021Type.class);
    switch (findings.beyondAcetabularEdge()) {
      case PRESENT -> possible.retainAll(EnumSet.of(TYPE_3));
      case ABSENT -> possible.remove(TYPE_3);
      case NOT_ASSESSED -> {}
    }
    switch (findings.beyondHeadApex()) {
      case PRESENT -> possible.remove(TYPE_1);
      case ABSENT -> possible.retainAll(EnumSet.of(TYPE_1));
      case NOT_ASSESSED -> {}
    }
    return PossibleStages.among(possible);
  }
}
