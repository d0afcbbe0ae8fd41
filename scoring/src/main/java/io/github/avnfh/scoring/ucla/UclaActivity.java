package io.github.avnfh.scoring.ucla;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instrument.Direction;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.scoring.AnswerOption;
import io.github.avnfh.scoring.License;
import io.github.avnfh.scoring.internal.PointsText;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How active a patient is, from 1 to 10; higher is more active. A single item, so a missing answer
 * is a missing score.
 *
 * <pre>{@code
 * UclaActivity level = UclaActivity.SOMETIMES_MODERATE;
 * level.points();           // 5
 * level.toScore().points(); // 5.0
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1186/1749-799X-5-88">The table of levels: J Orthop Surg Res
 *     2010;5:88, Table 1</a>
 */
public enum UclaActivity implements AnswerOption, Explainable {
  /** Wholly inactive, dependent on others. 1 point. */
  INACTIVE("1", 1),

  /** Mostly inactive, the least of daily living. 2 points. */
  MOSTLY_INACTIVE("2", 2),

  /** Sometimes mild activities. 3 points. */
  SOMETIMES_MILD("3", 3),

  /** Regularly mild activities. 4 points. */
  REGULARLY_MILD("4", 4),

  /** Sometimes moderate activities. 5 points. */
  SOMETIMES_MODERATE("5", 5),

  /** Regularly moderate activities. 6 points. */
  REGULARLY_MODERATE("6", 6),

  /** Regularly active events, such as bicycling. 7 points. */
  REGULARLY_ACTIVE("7", 7),

  /** Regularly very active events, such as bowling or golf. 8 points. */
  REGULARLY_VERY_ACTIVE("8", 8),

  /** Sometimes impact sports. 9 points. */
  SOMETIMES_IMPACT("9", 9),

  /** Regularly impact sports. 10 points. */
  REGULARLY_IMPACT("10", 10);

  /** The instrument under which a level becomes a score of a visit. */
  public static final Instrument INSTRUMENT = Instrument.of(
      "ucla", Quantity.of("UCLA activity", "points", 1, 10), Direction.HIGHER_IS_BETTER);

  /** No holder of rights was found. */
  public static final License LICENSE = License.NONE_FOUND;

  private static final Rule RULE = Rule.of(
      "UCLA-LEVEL",
      "1.0",
      "1 point for a patient who is wholly inactive to 10 for regular impact sports, by ten levels;"
          + " a single item",
      Citation.of(
          "Sandiford NA, Muirhead-Allwood SK, Skinner JA",
          "Revision of failed hip resurfacing to total hip arthroplasty rapidly relieves pain and"
              + " improves function in the early post operative period",
          "J Orthop Surg Res 2010;5:88, Table 1",
          "10.1186/1749-799X-5-88"));

  private final String code;
  private final int points;

  UclaActivity(String code, int points) {
    this.code = code;
    this.points = points;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code, {@code 1} to {@code 10}
   * @return the level
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static UclaActivity parse(String text) {
    return Coded.parse(values(), text, "a level of UCLA activity");
  }

  /**
   * Returns the level as a score that a visit can hold.
   *
   * @return the score
   */
  public Score toScore() {
    return Score.of(INSTRUMENT, points);
  }

  /**
   * Explains the points of the level.
   *
   * @return the points, and the rule with the level
   */
  @Override
  public Explanation explanation() {
    OptionalDouble given = OptionalDouble.of(points);
    String inputs = "activity " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Explanation.of(
        PointsText.of(given, "no score"), List.of(Reason.of(RULE, inputs, given)), List.of());
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int points() {
    return points;
  }
}
