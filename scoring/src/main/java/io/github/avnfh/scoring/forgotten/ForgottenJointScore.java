package io.github.avnfh.scoring.forgotten;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instrument.Direction;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.csv.Codes;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.scoring.License;
import io.github.avnfh.scoring.internal.AwellScore;
import io.github.avnfh.scoring.internal.ItemAnswers;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The Forgotten Joint Score (FJS-12): twelve items of 0 (never aware) to 4, 100 minus 25 times
 * their mean, higher is better. At least eight items must be answered.
 *
 * <pre>{@code
 * List<OptionalInt> answers = new ArrayList<>(Collections.nCopies(8, OptionalInt.of(1)));
 * answers.addAll(Collections.nCopies(4, OptionalInt.empty()));
 * ForgottenJointScore.points(answers); // OptionalDouble[75.0]
 * }</pre>
 *
 * @see "awell-score, Forgotten Joint Score-12 (hip), revision c37843e"
 */
public final class ForgottenJointScore {
  /** The instrument under which points become a score of a visit. */
  public static final Instrument INSTRUMENT = Instrument.of(
      "fjs12", Quantity.of("Forgotten Joint Score", "points", 0, 100), Direction.HIGHER_IS_BETTER);

  /** The developers license the score. */
  public static final License LICENSE = License.REQUIRED;

  private static final Rule RULE = Rule.of(
      "FJS12-MEAN",
      "1.0",
      "100 minus 25 times the mean of the items that were answered, each 0 (never aware) to 4, if at"
          + " least eight of twelve were",
      AwellScore.of("Forgotten Joint Score-12 (hip)"));
  private static final int ITEMS = 12;
  private static final int ENOUGH = 8;
  private static final int HIGHEST_ANSWER = 4;

  private ForgottenJointScore() {}

  /**
   * Makes answers of a map by the codes of the items, {@code fjs12_1} to {@code fjs12_12}.
   *
   * <pre>{@code
   * List<OptionalInt> sent = ForgottenJointScore.ofCodes(Map.of("fjs12_1", 4, "fjs12_12", "3"));
   * ForgottenJointScore.codes(sent); // {fjs12_1=4, fjs12_12=3}
   * }</pre>
   *
   * @param codes answers of 0 to 4, each as {@link Codes} allows; what is not there is missing
   * @return the answers in the order of the items
   * @throws IllegalArgumentException if a code is unknown or an answer is impossible
   */
  public static List<OptionalInt> ofCodes(Map<String, ? extends @Nullable Object> codes) {
    return ItemAnswers.ofCodes(
        codes, INSTRUMENT.code(), "Forgotten Joint Score", ITEMS, HIGHEST_ANSWER);
  }

  /**
   * Returns answers as texts by the codes of the items.
   *
   * @param answers an answer of 0 to 4 for each item, or nothing where it is missing
   * @return the answers that are not missing; {@link #ofCodes(Map)} makes equal ones of it
   * @throws IllegalArgumentException if the number of items is another or an answer is impossible
   */
  public static Map<String, String> codes(List<OptionalInt> answers) {
    return ItemAnswers.codes(
        answers, INSTRUMENT.code(), "Forgotten Joint Score", ITEMS, HIGHEST_ANSWER);
  }

  /**
   * Returns the points, if at least eight items were answered.
   *
   * @param answers twelve answers of 0 to 4, or nothing where one is missing
   * @return 0 to 100 points, not rounded
   * @throws IllegalArgumentException if the number of items is another or an answer is impossible
   */
  public static OptionalDouble points(List<OptionalInt> answers) {
    return points(checked(answers));
  }

  private static ItemAnswers checked(List<OptionalInt> answers) {
    return ItemAnswers.of(answers, "Forgotten Joint Score", ITEMS, HIGHEST_ANSWER);
  }

  private static OptionalDouble points(ItemAnswers answers) {
    return answers.scaledMean(100, -25, ENOUGH);
  }

  /**
   * Explains the points.
   *
   * @param answers twelve answers of 0 to 4, or nothing where one is missing
   * @return the points, and the rule with the answers; the obstacles are the items that are missing
   * @throws IllegalArgumentException if the number of items is another or an answer is impossible
   */
  public static Explanation explain(List<OptionalInt> answers) {
    ItemAnswers checked = checked(answers);
    return checked.explain(points(checked), RULE);
  }
}
