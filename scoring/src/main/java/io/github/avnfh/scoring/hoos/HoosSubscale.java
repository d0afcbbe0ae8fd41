package io.github.avnfh.scoring.hoos;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instrument.Direction;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.csv.Codes;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.scoring.License;
import io.github.avnfh.scoring.internal.ItemAnswers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A subscale of the HOOS: 0 to 100 points, higher is better, 100 minus 25 times the mean of the
 * items that were answered, each 0 to 4. There is no official total of the subscales, and none
 * here.
 *
 * <pre>{@code
 * List<OptionalInt> answers =
 *     List.of(OptionalInt.of(1), OptionalInt.of(2), OptionalInt.empty(), OptionalInt.empty());
 * HoosSubscale.SPORT.points(answers, HoosMissingRule.GUIDE_2013); // OptionalDouble[62.5]
 * HoosSubscale.SPORT.enough(HoosMissingRule.GUIDE_2013);          // 2
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1186/1471-2474-4-10">Nilsdotter 2003, BMC Musculoskelet Disord
 *     4:10, for the items and subscales; scoring instructions of June 2013, koos.nu, for the
 *     formula</a>
 */
public enum HoosSubscale implements Coded {
  /** Symptoms, 5 items. */
  SYMPTOMS("hoos_symptoms", 5, 3, 3),

  /** Pain, 10 items. */
  PAIN("hoos_pain", 10, 5, 8),

  /** Activities of daily living, 17 items. */
  DAILY_LIVING("hoos_adl", 17, 9, 15),

  /** Sport and recreation, 4 items. */
  SPORT("hoos_sport", 4, 2, 2),

  /** Quality of life, 4 items. */
  QUALITY_OF_LIFE("hoos_qol", 4, 2, 2);

  /** Called nonproprietary in the literature. */
  public static final License LICENSE = License.NONE_FOUND;

  private static final int HIGHEST_ANSWER = 4;

  private final String code;
  private final int items;
  private final int enoughIn2013;
  private final int enoughIn2003;

  HoosSubscale(String code, int items, int enoughIn2013, int enoughIn2003) {
    this.code = code;
    this.items = items;
    this.enoughIn2013 = enoughIn2013;
    this.enoughIn2003 = enoughIn2003;
  }

  /**
   * Returns how many items the subscale has.
   *
   * @return 4 to 17
   */
  public int items() {
    return items;
  }

  /**
   * Returns how many items must be answered.
   *
   * @param rule the rule
   * @return the least number of answers
   */
  public int enough(HoosMissingRule rule) {
    return rule == HoosMissingRule.GUIDE_2013 ? enoughIn2013 : enoughIn2003;
  }

  /**
   * Returns the instrument under which points become a score of a visit.
   *
   * @return the instrument, whose code is that of the subscale
   */
  public Instrument instrument() {
    return Instrument.of(
        code, Quantity.of("HOOS subscale " + code, "points", 0, 100), Direction.HIGHER_IS_BETTER);
  }

  /**
   * Makes answers of a map by the codes of the items, the code of the subscale with the number of
   * the item.
   *
   * <pre>{@code
   * List<OptionalInt> sent = HoosSubscale.SPORT.ofCodes(Map.of("hoos_sport_1", 4));
   * HoosSubscale.SPORT.codes(sent); // {hoos_sport_1=4}
   * }</pre>
   *
   * @param codes answers of 0 to 4, each as {@link Codes} allows; what is not there is missing
   * @return the answers in the order of the items
   * @throws IllegalArgumentException if a code is unknown or an answer is impossible
   */
  public List<OptionalInt> ofCodes(Map<String, ? extends @Nullable Object> codes) {
    return ItemAnswers.ofCodes(codes, code, "HOOS subscale " + code, items, HIGHEST_ANSWER);
  }

  /**
   * Returns answers as texts by the codes of the items.
   *
   * @param answers an answer of 0 to 4 for each item, or nothing where it is missing
   * @return the answers that are not missing; {@link #ofCodes(Map)} makes equal ones of it
   * @throws IllegalArgumentException if the number of items is another or an answer is impossible
   */
  public Map<String, String> codes(List<OptionalInt> answers) {
    return ItemAnswers.codes(answers, code, "HOOS subscale " + code, items, HIGHEST_ANSWER);
  }

  /**
   * Returns the points, if enough items were answered.
   *
   * @param answers an answer of 0 (no problem) to 4 for each item, or nothing where it is missing
   * @param rule how many are enough
   * @return 0 to 100 points, not rounded
   * @throws IllegalArgumentException if the number of items is another or an answer is impossible
   */
  public OptionalDouble points(List<OptionalInt> answers, HoosMissingRule rule) {
    return points(checked(answers), rule);
  }

  private ItemAnswers checked(List<OptionalInt> answers) {
    return ItemAnswers.of(answers, "HOOS subscale " + code, items, HIGHEST_ANSWER);
  }

  private OptionalDouble points(ItemAnswers answers, HoosMissingRule rule) {
    return answers.scaledMean(100, -25, enough(rule));
  }

  /**
   * Explains the points.
   *
   * @param answers an answer of 0 to 4 for each item, or nothing where it is missing
   * @param rule how many are enough
   * @return the points, the rule for missing items and that of the subscale with the answers; the
   *     obstacles are the items that are missing
   * @throws IllegalArgumentException if the number of items is another or an answer is impossible
   */
  public Explanation explain(List<OptionalInt> answers, HoosMissingRule rule) {
    ItemAnswers checked = checked(answers);
    return checked.explain(points(checked, rule), HoosRules.SUBSCALE, rule.rule());
  }

  /**
   * Returns the points as a score that a visit can hold, if enough items were answered.
   *
   * @param answers an answer of 0 to 4 for each item, or nothing where it is missing
   * @param rule how many are enough
   * @return the score
   * @throws IllegalArgumentException if the number of items is another or an answer is impossible
   */
  public Optional<Score> score(List<OptionalInt> answers, HoosMissingRule rule) {
    OptionalDouble points = points(answers, rule);
    return points.isPresent()
        ? Optional.of(Score.of(instrument(), points.getAsDouble()))
        : Optional.empty();
  }

  @Override
  public String code() {
    return code;
  }
}
