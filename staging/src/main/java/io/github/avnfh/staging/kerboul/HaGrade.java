package io.github.avnfh.staging.kerboul;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import java.util.List;

/**
 * The grade of a lesion by the modified Kerboul method.
 *
 * <p>Printed are below 200 degrees, 200 to 249, 250 to 299, and 300 or more; what lies between 249
 * and 250, or 299 and 300, belongs to the lower grade here (the library's proposed reading).
 * Exactly 200, 250 and 300 belong to the higher grade.
 *
 * <p>The arcs are those of the middle coronal and the middle sagittal slice of MRI.
 *
 * <pre>{@code
 * NecroticAngle angle = NecroticAngle.of(130, 120);
 * HaGrade grade = HaGrade.of(angle); // GRADE_3
 * HaGrade.explain(angle).answer();   // grade 3
 * }</pre>
 *
 * @see <a href="https://doi.org/10.2106/JBJS.F.00535">Ha YC, Jung WH, Kim JR, Seong NH, Kim SY, Koo
 *     KH. Prediction of collapse in femoral head osteonecrosis: a modified Kerboul method with use
 *     of magnetic resonance images. J Bone Joint Surg Am 2006;88(Suppl 3):35-40</a>
 */
public enum HaGrade implements Coded {
  /** Below 200 degrees. */
  GRADE_1("1"),

  /** From 200 and below 250 degrees. */
  GRADE_2("2"),

  /** From 250 and below 300 degrees. */
  GRADE_3("3"),

  /** 300 degrees or more. */
  GRADE_4("4");

  /** Grade 1 below 200, 2 below 250, 3 below 300, 4 from 300 degrees. */
  public static final Rule RULE = Rule.of(
      "KERBOUL-HA2006-GRADE",
      "1.0",
      "Grade 1 below 200, 2 below 250, 3 below 300, 4 from 300 degrees.",
      Citation.of(
          "Ha YC, Jung WH, Kim JR, Seong NH, Kim SY, Koo KH",
          "Prediction of collapse in femoral head osteonecrosis: a modified Kerboul method with use"
              + " of magnetic resonance images",
          "J Bone Joint Surg Am 2006;88(Suppl 3):35-40",
          "10.2106/JBJS.F.00535"));

  private final String code;

  HaGrade(String code) {
    this.code = code;
  }

  /**
   * Explains the grade of a combined angle.
   *
   * @param angle the angle
   * @return the grade in words, and the rule with the angle
   */
  public static Explanation explain(NecroticAngle angle) {
    return Explanation.of(
        "grade " + of(angle).code(),
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
  public static HaGrade parse(String text) {
    return Coded.parse(values(), text, "a grade by the modified Kerboul method");
  }

  /**
   * Returns the grade of a combined angle.
   *
   * @param angle the angle
   * @return the grade
   */
  public static HaGrade of(NecroticAngle angle) {
    double degrees = angle.degrees();
    if (degrees < 200) {
      return GRADE_1;
    }
    if (degrees < 250) {
      return GRADE_2;
    }
    return degrees < 300 ? GRADE_3 : GRADE_4;
  }

  @Override
  public String code() {
    return code;
  }
}
