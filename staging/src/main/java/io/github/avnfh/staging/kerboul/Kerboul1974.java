package io.github.avnfh.staging.kerboul;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import java.util.List;
import java.util.Objects;

/**
 * The size of a lesion by the combined necrotic angle on anteroposterior and lateral radiographs.
 *
 * <p>Printed are 160 degrees or less, 161 to 199, and 200 or more; what lies between 160 and 161,
 * or 199 and 200, is medium here (the library's proposed reading). Exactly 160 is small, exactly
 * 200 large.
 *
 * <pre>{@code
 * Kerboul1974 small = Kerboul1974.of(NecroticAngle.of(90, 70));  // SMALL
 * Kerboul1974 large = Kerboul1974.of(NecroticAngle.of(110, 90)); // LARGE
 * Kerboul1974.explain(NecroticAngle.of(90, 70)).answer();        // small lesion
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1302/0301-620X.56B2.291">Kerboul M, Thomine J, Postel M, Merle
 *     d'Aubigné R. The conservative surgical treatment of idiopathic aseptic necrosis of the
 *     femoral head. J Bone Joint Surg Br 1974;56-B:291-6</a>
 */
public enum Kerboul1974 implements Coded {
  /** 160 degrees or less. */
  SMALL("small"),

  /** Above 160 and below 200 degrees. */
  MEDIUM("medium"),

  /** 200 degrees or more. */
  LARGE("large");

  /** Small to 160, large from 200 degrees, medium between them. */
  public static final Rule RULE = Rule.of(
      "KERBOUL-1974-SIZE",
      "1.0",
      "Small to 160, medium above and below 200, large from 200 degrees.",
      Citation.of(
          "Kerboul M, Thomine J, Postel M, Merle d'Aubigné R",
          "The conservative surgical treatment of idiopathic aseptic necrosis of the femoral head",
          "J Bone Joint Surg Br 1974;56-B:291-6",
          "10.1302/0301-620X.56B2.291"));

  private final String code;

  Kerboul1974(String code) {
    this.code = code;
  }

  /**
   * Explains the size of a combined angle.
   *
   * @param angle the angle
   * @return the size in words, and the rule with the angle
   */
  public static Explanation explain(NecroticAngle angle) {
    Objects.requireNonNull(angle, "angle");
    return Explanation.of(
        of(angle).code() + " lesion",
        List.of(Reason.of(RULE, "combined angle " + angle.degrees() + " degrees")),
        List.of());
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the grade
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static Kerboul1974 parse(String text) {
    return Coded.parse(values(), text, "a size of lesion");
  }

  /**
   * Returns the size of a combined angle.
   *
   * @param angle the angle
   * @return the size
   */
  public static Kerboul1974 of(NecroticAngle angle) {
    double degrees = angle.degrees();
    if (degrees <= 160) {
      return SMALL;
    }
    return degrees < 200 ? MEDIUM : LARGE;
  }

  @Override
  public String code() {
    return code;
  }
}
