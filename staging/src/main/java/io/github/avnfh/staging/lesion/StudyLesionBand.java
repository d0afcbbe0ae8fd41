package io.github.avnfh.staging.lesion;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.imaging.Findings;
import java.util.Optional;

/**
 * The bands of lesion size by which the study of sequential marrow cell injections divides its
 * hips.
 *
 * <p>The bands are a separate stratifier and not Steinberg's grades: exactly 30 % belongs to the
 * upper band here and to grade B there. The study names no band above 50 %.
 *
 * <pre>{@code
 * StudyLesionBand.of(30);   // Optional[FROM_30_TO_50]
 * StudyLesionBand.of(29.9); // Optional[BELOW_30]
 * StudyLesionBand.of(51);   // Optional.empty
 * }</pre>
 */
public enum StudyLesionBand implements Coded {
  /** Below 30 % of the head. */
  BELOW_30("<30"),

  /** From 30 to 50 % of the head, both included. */
  FROM_30_TO_50("30-50");

  private final String code;

  StudyLesionBand(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the band
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static StudyLesionBand parse(String text) {
    return Coded.parse(values(), text, "a band of lesion size");
  }

  /**
   * Returns the band of a lesion.
   *
   * @param percent the extent in % of the head
   * @return the band, or nothing above 50 %
   * @throws IllegalArgumentException if the extent lies outside 0 to 100 %
   */
  public static Optional<StudyLesionBand> of(double percent) {
    double extent = Findings.LESION_EXTENT.check(percent);
    if (extent > 50) {
      return Optional.empty();
    }
    return Optional.of(extent < 30 ? BELOW_30 : FROM_30_TO_50);
  }

  @Override
  public String code() {
    return code;
  }
}
