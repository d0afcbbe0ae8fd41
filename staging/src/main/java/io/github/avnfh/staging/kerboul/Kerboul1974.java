package io.github.avnfh.staging.kerboul;

import io.github.avnfh.core.Coded;

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
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1302/0301-620X.56B2.291">Kerboul M, et al. J Bone Joint Surg Br
 *     1974;56-B:291</a>
 */
public enum Kerboul1974 implements Coded {
  /** 160 degrees or less. */
  SMALL("small"),

  /** Above 160 and below 200 degrees. */
  MEDIUM("medium"),

  /** 200 degrees or more. */
  LARGE("large");

  private final String code;

  Kerboul1974(String code) {
    this.code = code;
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
