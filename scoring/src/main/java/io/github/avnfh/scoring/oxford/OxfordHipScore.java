package io.github.avnfh.scoring.oxford;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instrument.Direction;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.Score;
import io.github.avnfh.scoring.License;
import io.github.avnfh.scoring.internal.Items;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

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
  /** What becomes of a form with unanswered items; the rule of the authors could not be read. */
  public enum MissingRule implements Coded {
    /** No total unless all twelve items were answered. */
    COMPLETE("complete"),

    /** Up to two unanswered items count as the mean of the others; with more there is no total. */
    MEAN_FOR_UP_TO_TWO("mean_for_up_to_two");

    private final String code;

    MissingRule(String code) {
      this.code = code;
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
   * Returns the total, if enough items were answered.
   *
   * @param answers twelve answers of 0 to 4 (best), or nothing where one is missing
   * @param rule what becomes of missing items
   * @return 0 to 48 points, not rounded
   * @throws IllegalArgumentException if the number of items is another or an answer is impossible
   */
  public static OptionalDouble total(List<OptionalInt> answers, MissingRule rule) {
    OptionalDouble mean = Items.of(answers, "Oxford Hip Score", ITEMS, HIGHEST_ANSWER)
        .mean(rule == MissingRule.COMPLETE ? ITEMS : ITEMS - 2);
    return mean.isPresent()
        ? OptionalDouble.of(ITEMS * mean.getAsDouble())
        : OptionalDouble.empty();
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
}
