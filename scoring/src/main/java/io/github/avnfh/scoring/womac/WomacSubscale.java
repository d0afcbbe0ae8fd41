package io.github.avnfh.scoring.womac;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instrument.Direction;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.csv.Codes;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.scoring.License;
import io.github.avnfh.scoring.internal.AwellScore;
import io.github.avnfh.scoring.internal.ItemAnswers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A subscale of the WOMAC on its Likert scale: the sum of items of 0 (none) to 4, higher is worse.
 *
 * <p>A missing item is no item without trouble, so there is no sum unless all were answered, or the
 * rule is chosen that is published for the physical function.
 *
 * <pre>{@code
 * List<OptionalInt> answers = List.of(OptionalInt.of(2), OptionalInt.of(3));
 * WomacSubscale.STIFFNESS.score(answers).map(Score::points);                      // Optional[5.0]
 * WomacSubscale.STIFFNESS.score(List.of(OptionalInt.of(2), OptionalInt.empty())); // Optional.empty
 * List<OptionalInt> function = new ArrayList<>(Collections.nCopies(14, OptionalInt.of(2)));
 * function.addAll(Collections.nCopies(3, OptionalInt.empty()));
 * WomacSubscale.FUNCTION
 *     .score(function, WomacSubscale.MissingRule.MEAN_FOR_UP_TO_THREE)
 *     .map(Score::points); // Optional[34.0]
 * }</pre>
 *
 * @see "awell-score, WOMAC, revision c37843e"
 */
public enum WomacSubscale implements Coded {
  /** Pain, 5 items, 0 to 20 points. */
  PAIN("womac_pain", 5),

  /** Stiffness, 2 items, 0 to 8 points. */
  STIFFNESS("womac_stiffness", 2),

  /** Physical function, 17 items, 0 to 68 points. */
  FUNCTION("womac_function", 17);

  /**
   * What becomes of unanswered items.
   *
   * @see <a href="https://doi.org/10.1302/0301-620X.86BSUPP_IV.0860469b">Whitehouse SL, Learmonth
   *     ID, Crawford RW. Validation and treatment of missing values for the reduced WOMAC function
   *     scale. J Bone Joint Surg Br 2004;86-B(Suppl IV):469</a>
   */
  public enum MissingRule implements Coded {
    /** No score unless all items were answered. */
    COMPLETE("complete", RULE),

    /**
     * Up to three unanswered items of the physical function count as the mean of the others; with
     * four or more there is no score. The other subscales must be complete.
     */
    MEAN_FOR_UP_TO_THREE(
        "mean_for_up_to_three",
        Rule.of(
            "WOMAC-MISSING-UP-TO-THREE",
            "1.0",
            "one to three of the 17 items of physical function that are missing count as the mean of"
                + " the others; no score if four or more are",
            Citation.of(
                "Whitehouse SL, Learmonth ID, Crawford RW",
                "Validation and treatment of missing values for the reduced WOMAC function scale",
                "J Bone Joint Surg Br 2004;86-B(Suppl IV):469",
                "10.1302/0301-620X.86BSUPP_IV.0860469b")));

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

  /** The index is proprietary. */
  public static final License LICENSE = License.REQUIRED;

  private static final Rule RULE = Rule.of(
      "WOMAC-SUM",
      "1.0",
      "the sum of items of 0 (none) to 4: pain 5 items, stiffness 2, physical function 17; none may be"
          + " missing",
      AwellScore.of("WOMAC"));
  private static final int HIGHEST_ANSWER = 4;
  private static final int MOST_MISSING = 3;

  private final String code;
  private final int items;

  WomacSubscale(String code, int items) {
    this.code = code;
    this.items = items;
  }

  /**
   * Returns how many items the subscale has.
   *
   * @return 5, 2 or 17
   */
  public int items() {
    return items;
  }

  /**
   * Returns the instrument under which a sum becomes a score of a visit.
   *
   * @return the instrument, whose code is that of the subscale
   */
  public Instrument instrument() {
    return Instrument.of(
        code,
        Quantity.of("WOMAC subscale " + code, "points", 0, (double) HIGHEST_ANSWER * items),
        Direction.LOWER_IS_BETTER);
  }

  /**
   * Makes answers of a map by the codes of the items, the code of the subscale with the number of
   * the item.
   *
   * <pre>{@code
   * List<OptionalInt> sent = WomacSubscale.STIFFNESS.ofCodes(Map.of("womac_stiffness_2", 4));
   * WomacSubscale.STIFFNESS.codes(sent); // {womac_stiffness_2=4}
   * }</pre>
   *
   * @param codes answers of 0 to 4, each as {@link Codes} allows; what is not there is missing
   * @return the answers in the order of the items
   * @throws IllegalArgumentException if a code is unknown or an answer is impossible
   */
  public List<OptionalInt> ofCodes(Map<String, ? extends @Nullable Object> codes) {
    return ItemAnswers.ofCodes(codes, code, "WOMAC subscale " + code, items, HIGHEST_ANSWER);
  }

  /**
   * Returns answers as texts by the codes of the items.
   *
   * @param answers an answer of 0 to 4 for each item, or nothing where it is missing
   * @return the answers that are not missing; {@link #ofCodes(Map)} makes equal ones of it
   * @throws IllegalArgumentException if the number of items is another or an answer is impossible
   */
  public Map<String, String> codes(List<OptionalInt> answers) {
    return ItemAnswers.codes(answers, code, "WOMAC subscale " + code, items, HIGHEST_ANSWER);
  }

  /**
   * Returns the score, if no item is missing.
   *
   * @param answers an answer of 0 to 4 for each item, or nothing where it is missing
   * @return the sum as a score
   * @throws IllegalArgumentException if the number of items is another or an answer is impossible
   */
  public Optional<Score> score(List<OptionalInt> answers) {
    OptionalInt sum = checked(answers).sum();
    return sum.isPresent() ? Optional.of(Score.of(instrument(), sum.getAsInt())) : Optional.empty();
  }

  /**
   * Returns the score, if enough items were answered.
   *
   * @param answers an answer of 0 to 4 for each item, or nothing where it is missing
   * @param rule what becomes of missing items
   * @return the sum as a score, not rounded
   * @throws IllegalArgumentException if the number of items is another or an answer is impossible
   */
  public Optional<Score> score(List<OptionalInt> answers, MissingRule rule) {
    OptionalDouble points = points(checked(answers), rule);
    return points.isPresent()
        ? Optional.of(Score.of(instrument(), points.getAsDouble()))
        : Optional.empty();
  }

  private OptionalDouble points(ItemAnswers answers, MissingRule rule) {
    boolean mayMiss = this == FUNCTION && rule == MissingRule.MEAN_FOR_UP_TO_THREE;
    return answers.scaledMean(0, items, mayMiss ? items - MOST_MISSING : items);
  }

  private ItemAnswers checked(List<OptionalInt> answers) {
    return ItemAnswers.of(answers, "WOMAC subscale " + code, items, HIGHEST_ANSWER);
  }

  /**
   * Explains the sum.
   *
   * @param answers an answer of 0 to 4 for each item, or nothing where it is missing
   * @return the sum, and the rule with the answers; the obstacles are the items that are missing
   * @throws IllegalArgumentException if the number of items is another or an answer is impossible
   */
  public Explanation explain(List<OptionalInt> answers) {
    ItemAnswers checked = checked(answers);
    OptionalInt sum = checked.sum();
    return checked.explain(
        sum.isPresent() ? OptionalDouble.of(sum.getAsInt()) : OptionalDouble.empty(), RULE);
  }

  /**
   * Explains the score under a rule for missing items.
   *
   * @param answers an answer of 0 to 4 for each item, or nothing where it is missing
   * @param rule what becomes of missing items
   * @return the score, both rules with the answers; the obstacles are the items that are missing
   * @throws IllegalArgumentException if the number of items is another or an answer is impossible
   */
  public Explanation explain(List<OptionalInt> answers, MissingRule rule) {
    ItemAnswers checked = checked(answers);
    return rule == MissingRule.COMPLETE
        ? explain(answers)
        : checked.explain(points(checked, rule), RULE, rule.rule());
  }

  @Override
  public String code() {
    return code;
  }
}
