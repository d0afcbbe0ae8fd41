package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Instruments;

/**
 * The verbal grade of a Harris Hip Score.
 *
 * <p>The published bands are whole numbers, which leaves holes for totals such as 79.5. Here each
 * band holds its lower end and not its upper one, and the total is not rounded before: 79.999 is
 * fair and 80 is good.
 *
 * <pre>{@code
 * HarrisGrade good = HarrisGrade.of(80);   // GOOD
 * HarrisGrade fair = HarrisGrade.of(79.9); // FAIR
 * good.lowest();                           // 80
 * }</pre>
 */
public enum HarrisGrade implements Coded {
  /** Below 70 points. */
  POOR("poor", 0),

  /** 70 points to below 80. */
  FAIR("fair", 70),

  /** 80 points to below 90. */
  GOOD("good", 80),

  /** 90 to 100 points. */
  EXCELLENT("excellent", 90);

  private final String code;
  private final int lowest;

  HarrisGrade(String code, int lowest) {
    this.code = code;
    this.lowest = lowest;
  }

  /**
   * Returns the grade of a total.
   *
   * @param total points, 0 to 100, not rounded
   * @return the grade; a total on a cut belongs to the better grade
   * @throws IllegalArgumentException if the total lies outside its range
   */
  public static HarrisGrade of(double total) {
    double points = Instruments.HARRIS_HIP_SCORE.quantity().check(total);
    if (points < FAIR.lowest) {
      return POOR;
    }
    if (points < GOOD.lowest) {
      return FAIR;
    }
    return points < EXCELLENT.lowest ? GOOD : EXCELLENT;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the grade
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static HarrisGrade parse(String text) {
    return Coded.parse(values(), text, "a grade of the Harris Hip Score");
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * Returns the lowest total of the grade.
   *
   * @return 0, 70, 80 or 90 points, itself in the grade
   */
  public int lowest() {
    return lowest;
  }
}
