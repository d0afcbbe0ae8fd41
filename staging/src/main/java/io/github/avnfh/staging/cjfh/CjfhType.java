package io.github.avnfh.staging.cjfh;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.Involvement;
import io.github.avnfh.core.imaging.Pillars;
import java.util.Optional;

/**
 * The type of a lesion by the China-Japan Friendship Hospital (CJFH): which of the three pillars of
 * the femoral head are involved on the middle coronal slice of MRI.
 *
 * <p>The types are defined as printed and nothing is put in between: a lesion that no definition
 * names, such as one of the central pillar alone, or one of all of the lateral and the central and
 * a part of the medial pillar, has no type. Whether the medial pillar is involved is not asked for
 * in L2, because the definition does not say.
 *
 * <pre>{@code
 * CjfhType.of(Pillars.of(Involvement.WHOLE, Involvement.WHOLE, Involvement.PART)); // Optional[L1]
 * CjfhType.of(Pillars.of(Involvement.NONE, Involvement.WHOLE, Involvement.NONE));  // Optional.empty
 * }</pre>
 *
 * @see <a
 *     href="https://discovery.researcher.life/article/comparative-evaluation-of-osteonecrosis-of-the-femoral-head-classification-cjfh-classification-versus-jic-classification/e5407ee25ab43e2b9d10e775ab1e2698">Comparative
 *     evaluation of osteonecrosis of the femoral head classification: CJFH classification versus
 *     JIC classification, abstract</a>
 * @see <a href="https://doi.org/10.12173/j.issn.1004-5511.202303027">Liu TY, Sun W, Gao FQ, Li ZR.
 *     A systematic review of the CJFH classification of osteonecrosis of the femoral head. Yixue
 *     Xinzhi Zazhi 2024;34:744-755</a>
 */
public enum CjfhType implements Coded {
  /** The medial pillar alone. */
  M("M"),

  /** The medial and the central pillar. */
  C("C"),

  /** All three pillars, a part of the lateral one not necrotic. */
  L1("L1"),

  /** All of the lateral and a part of the central pillar. */
  L2("L2"),

  /** The whole head. */
  L3("L3");

  private final String code;

  CjfhType(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the type
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static CjfhType parse(String text) {
    return Coded.parse(values(), text, "a CJFH type");
  }

  /**
   * Returns the type of findings.
   *
   * @param findings what was found and what was not assessed
   * @return the type; nothing where the pillars were not assessed or no definition names them
   */
  public static Optional<CjfhType> of(Findings findings) {
    return findings.pillars().flatMap(CjfhType::of);
  }

  /**
   * Returns the type of a lesion by the pillars it takes in.
   *
   * @param pillars the involvement of each pillar
   * @return the type; nothing where no definition names the lesion
   */
  public static Optional<CjfhType> of(Pillars pillars) {
    boolean medial = pillars.medial() != Involvement.NONE;
    boolean central = pillars.central() != Involvement.NONE;
    return switch (pillars.lateral()) {
      case NONE -> medial ? Optional.of(central ? C : M) : Optional.empty();
      case PART -> medial && central ? Optional.of(L1) : Optional.empty();
      case WHOLE -> ofWholeLateral(pillars);
    };
  }

  private static Optional<CjfhType> ofWholeLateral(Pillars pillars) {
    if (pillars.central() == Involvement.PART) {
      return Optional.of(L2);
    }
    boolean whole = pillars.central() == Involvement.WHOLE && pillars.medial() == Involvement.WHOLE;
    return whole ? Optional.of(L3) : Optional.empty();
  }

  @Override
  public String code() {
    return code;
  }
}
