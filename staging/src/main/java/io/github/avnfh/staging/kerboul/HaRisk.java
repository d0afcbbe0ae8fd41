package io.github.avnfh.staging.kerboul;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import java.util.List;
import java.util.Objects;

/**
 * The risk group of a lesion by the modified Kerboul method, as the paper names it.
 *
 * <p>Exactly 190 degrees is low and exactly 240 high. The group describes what the paper saw in 37
 * hips; it is no advice.
 *
 * <p>The arcs are those of the middle coronal and the middle sagittal slice of MRI.
 *
 * <pre>{@code
 * HaRisk low = HaRisk.of(NecroticAngle.of(100, 90));   // LOW
 * HaRisk high = HaRisk.of(NecroticAngle.of(130, 110)); // HIGH
 * HaRisk.explain(NecroticAngle.of(100, 90)).answer();  // low risk
 * }</pre>
 *
 * @see <a href="https://doi.org/10.2106/JBJS.F.00535">Ha YC, Jung WH, Kim JR, Seong NH, Kim SY, Koo
 *     KH. Prediction of collapse in femoral head osteonecrosis: a modified Kerboul method with use
 *     of magnetic resonance images. J Bone Joint Surg Am 2006;88(Suppl 3):35-40</a>
 */
public enum HaRisk implements Coded {
  /** 190 degrees or less. */
  LOW("low"),

  /** Above 190 and below 240 degrees. */
  MODERATE("moderate"),

  /** 240 degrees or more. */
  HIGH("high");

  /** Low to 190, high from 240 degrees, moderate between them. */
  public static final Rule RULE = Rule.of(
      "KERBOUL-HA2006-RISK",
      "1.0",
      "Low risk of collapse to 190, moderate above and below 240, high from 240 degrees.",
      HaGrade.RULE.citation());

  private final String code;

  HaRisk(String code) {
    this.code = code;
  }

  /**
   * Explains the risk group of a combined angle.
   *
   * @param angle the angle
   * @return the group in words, and the rule with the angle
   */
  public static Explanation explain(NecroticAngle angle) {
    Objects.requireNonNull(angle, "angle");
    return Explanation.of(
        of(angle).code() + " risk",
        List.of(Reason.of(RULE, "combined angle " + angle.degrees() + " degrees")),
        List.of());
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the risk
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static HaRisk parse(String text) {
    return Coded.parse(values(), text, "a risk group by the modified Kerboul method");
  }

  /**
   * Returns the risk group of a combined angle.
   *
   * @param angle the angle
   * @return the risk group
   */
  public static HaRisk of(NecroticAngle angle) {
    double degrees = angle.degrees();
    if (degrees <= 190) {
      return LOW;
    }
    return degrees < 240 ? MODERATE : HIGH;
  }

  @Override
  public String code() {
    return code;
  }
}
