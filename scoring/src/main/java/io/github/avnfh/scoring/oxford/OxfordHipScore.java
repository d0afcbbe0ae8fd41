package io.github.avnfh.scoring.oxford;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instrument.Direction;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.csv.Codes;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.scoring.License;
import io.github.avnfh.scoring.internal.AwellScore;
import io.github.avnfh.scoring.internal.ItemAnswers;
import io.github.avnfh.scoring.internal.PointsText;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The Oxford Hip Score: twelve items of 0 to 4, summed to 0 to 48 points, higher is better.
 *
 * <p>An older scoring counts items from 1 to 5 and sums to 12 to 60 points, lower is better; see
 * {@link #ofOldTotal(int)}.
 *
 * <pre>{@code
 * List<OptionalInt> answers = new ArrayList<>(Collections.nCopies(11, OptionalInt.of(3)));
 * answers.add(OptionalInt.empty());
 * OxfordHipScore.total(answers, OxfordHipScore.MissingRule.COMPLETE);           // OptionalDouble.empty
 * OxfordHipScore.total(answers, OxfordHipScore.MissingRule.MEAN_FOR_UP_TO_TWO); // OptionalDouble[36.0]
 * OxfordHipScore.ofOldTotal(20).points();                                       // 40.0
 * }</pre>
 *
 * @see "awell-score, Oxford Hip Score, revision c37843e, for both scorings"
 */
public final class OxfordHipScore {
  /**
   * What becomes of a form with unanswered items.
   *
   * @see <a href="https://doi.org/10.1302/0301-620X.89B8.19424">Murray DW, Fitzpatrick R, Rogers K,
   *     Pandit H, Beard DJ, Carr AJ, Dawson J. The use of the Oxford hip and knee scores. J Bone
   *     Joint Surg Br 2007;89-B:1010-4</a>
   */
  public enum MissingRule implements Coded {
    /** No total unless all twelve items were answered. */
    COMPLETE("complete", Rules.COMPLETE),

    /** Up to two unanswered items count as the mean of the others; with more there is no total. */
    MEAN_FOR_UP_TO_TWO("mean_for_up_to_two", Rules.MEAN_FOR_UP_TO_TWO);

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // a rule is immutable, without an annotation
    private final Rule rule;

    MissingRule(String code, Rule rule) {
      this.code = code;
      this.rule = rule;
    }

    /**
     * Returns the rule with its source.
     *
     * @return the rule
     */
    public Rule rule() {
      return rule;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** The instrument under which a total becomes a score of a visit. */
  public static final Instrument INSTRUMENT = Instrument.of(
      "ohs", Quantity.of("Oxford Hip Score", "points", 0, 48), Direction.HIGHER_IS_BETTER);

  /** Oxford University Innovation licenses the score. */
  public static final License LICENSE = License.REQUIRED;

  private static final Quantity OLD_TOTAL =
      Quantity.of("Oxford Hip Score of 1996", "points", 12, 60);
  private static final int ITEMS = 12;
  private static final int HIGHEST_ANSWER = 4;

  private OxfordHipScore() {}

  /**
   * Makes answers of a map by the codes of the items, {@code ohs_1} to {@code ohs_12}.
   *
   * <pre>{@code
   * List<OptionalInt> sent = OxfordHipScore.ofCodes(Map.of("ohs_1", 4, "ohs_12", "3"));
   * OxfordHipScore.codes(sent); // {ohs_1=4, ohs_12=3}
   * }</pre>
   *
   * @param codes answers of 0 to 4, each as {@link Codes} allows; what is not there is missing
   * @return the answers in the order of the items
   * @throws IllegalArgumentException if a code is unknown or an answer is impossible
   */
  public static List<OptionalInt> ofCodes(Map<String, ? extends @Nullable Object> codes) {
    return ItemAnswers.ofCodes(codes, INSTRUMENT.code(), "Oxford Hip Score", ITEMS, HIGHEST_ANSWER);
  }

  /**
   * Returns answers as texts by the codes of the items.
   *
   * @param answers an answer of 0 to 4 for each item, or nothing where it is missing
   * @return the answers that are not missing; {@link #ofCodes(Map)} makes equal ones of it
   * @throws IllegalArgumentException if the number of items is another or an answer is impossible
   */
  public static Map<String, String> codes(List<OptionalInt> answers) {
    return ItemAnswers.codes(answers, INSTRUMENT.code(), "Oxford Hip Score", ITEMS, HIGHEST_ANSWER);
  }

  /**
   * Returns the total, if enough items were answered.
   *
   * @param answers twelve answers of 0 to 4 (best), or nothing where one is missing
   * @param rule what becomes of missing items
   * @return 0 to 48 points, not rounded
   * @throws IllegalArgumentException if the number of items is another or an answer is impossible
   */
  public static OptionalDouble total(List<OptionalInt> answers, MissingRule rule) {
    return total(checked(answers), rule);
  }

  private static ItemAnswers checked(List<OptionalInt> answers) {
    return ItemAnswers.of(answers, "Oxford Hip Score", ITEMS, HIGHEST_ANSWER);
  }

  private static OptionalDouble total(ItemAnswers answers, MissingRule rule) {
    return answers.scaledMean(0, ITEMS, rule == MissingRule.COMPLETE ? ITEMS : ITEMS - 2);
  }

  /**
   * Explains the total.
   *
   * @param answers twelve answers of 0 to 4 (best), or nothing where one is missing
   * @param rule what becomes of missing items
   * @return the total, the rule for missing items and the sum with the answers; the obstacles are
   *     the items that are missing
   * @throws IllegalArgumentException if the number of items is another or an answer is impossible
   */
  public static Explanation explain(List<OptionalInt> answers, MissingRule rule) {
    ItemAnswers checked = checked(answers);
    return checked.explain(total(checked, rule), Rules.SUM, rule.rule());
  }

  /**
   * Returns the score of a total on the older scale: 60 minus that total.
   *
   * @param oldTotal 12 (best) to 60 points
   * @return the score under {@link #INSTRUMENT}
   * @throws IllegalArgumentException if the total lies outside its range
   */
  public static Score ofOldTotal(int oldTotal) {
    return Score.of(INSTRUMENT, 60 - OLD_TOTAL.check(oldTotal));
  }

  /**
   * Explains the score of a total on the older scale.
   *
   * @param oldTotal 12 (best) to 60 points
   * @return the points, and the rule with the total that was turned round
   * @throws IllegalArgumentException if the total lies outside its range
   */
  public static Explanation explainOldTotal(int oldTotal) {
    OptionalDouble points = OptionalDouble.of(ofOldTotal(oldTotal).points());
    String inputs = OLD_TOTAL.name() + " " + oldTotal + " " + OLD_TOTAL.unit();
    return Explanation.of(
        PointsText.of(points, "no score"),
        List.of(Reason.of(Rules.OLD_SCALE, inputs, points)),
        List.of());
  }

  /** The rules of the score, each with its source. */
  private static final class Rules {
    private static final String VERSION = "1.0";

    private static final Citation SOURCE = AwellScore.of("Oxford Hip Score");

    static final Rule SUM = Rule.of(
        "OHS-SUM", VERSION, "the sum of twelve items of 0 to 4 (best), 0 to 48 points", SOURCE);

    static final Rule COMPLETE = Rule.of(
        "OHS-MISSING-COMPLETE", VERSION, "a total if all twelve items were answered", SOURCE);

    static final Rule MEAN_FOR_UP_TO_TWO = Rule.of(
        "OHS-MISSING-UP-TO-TWO",
        VERSION,
        "up to two of twelve items that are missing count as the mean of the others; no total if more"
            + " are",
        Citation.of(
            "Murray DW, Fitzpatrick R, Rogers K, Pandit H, Beard DJ, Carr AJ, Dawson J",
            "The use of the Oxford hip and knee scores",
            "J Bone Joint Surg Br 2007;89-B(8):1010-4",
            "10.1302/0301-620X.89B8.19424"));

    static final Rule OLD_SCALE = Rule.of(
        "OHS-OLD-SCALE",
        VERSION,
        "60 minus the total of items that are counted from 1 (best) to 5, 12 to 60 points",
        SOURCE);

    private Rules() {}
  }
}
