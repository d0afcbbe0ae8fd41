package io.github.avnfh.scoring.merle;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Quantity;

/**
 * The modified grade of a total, as Matta uses it: 18, 15 to 17, 13 and 14, below 13.
 *
 * @see <a href="https://doi.org/10.1186/s12893-018-0362-y">The grades: BMC Surg 2018, Table 2</a>
 * @see MerleScore
 */
public enum MerleGrade implements Coded {
  /** Below 13 points. */
  POOR("poor"),

  /** 13 or 14 points. */
  FAIR("fair"),

  /** 15 to 17 points. */
  GOOD("good"),

  /** 18 points. */
  EXCELLENT("excellent");

  private static final Quantity TOTAL =
      Quantity.of("score of Merle d'Aubigné and Postel", "points", 0, 18);

  private final String code;

  MerleGrade(String code) {
    this.code = code;
  }

  /**
   * Returns the grade of a total.
   *
   * @param total whole points, 0 to 18
   * @return the grade
   * @throws IllegalArgumentException if the total lies outside its range
   */
  public static MerleGrade of(int total) {
    double points = TOTAL.check(total);
    if (points < 13) {
      return POOR;
    }
    if (points < 15) {
      return FAIR;
    }
    return points < 18 ? GOOD : EXCELLENT;
  }

  @Override
  public String code() {
    return code;
  }
}
