package io.github.avnfh.scoring.hoos;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instrument.Direction;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.csv.Codes;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.scoring.License;
import io.github.avnfh.scoring.internal.ItemAnswers;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The short form of the HOOS for physical function (HOOS-PS): five items of 0 to 4, whose sum of 0
 * to 20 is looked up in a table of interval scores. No item may be missing.
 *
 * <p>It circulates in two directions, which are two instruments.
 *
 * <pre>{@code
 * List<OptionalInt> answers =
 *     Stream.of(1, 0, 1, 2, 0).map(OptionalInt::of).toList();
 * HoosPhysicalFunction.HUNDRED_IS_BEST.points(answers); // OptionalDouble[83.6]
 * HoosPhysicalFunction.ZERO_IS_BEST.points(answers);    // OptionalDouble[16.4]
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1016/j.joca.2007.12.016">Davis 2008, Osteoarthritis Cartilage
 *     16:551-9; the table as awell-score prints it, revision c37843e; the directions after the
 *     user's guide of March 2016, koos.nu</a>
 */
public enum HoosPhysicalFunction implements Coded {
  /** 100 is no difficulty: higher is better. */
  HUNDRED_IS_BEST(
      "hoos_ps_100_best", Direction.HIGHER_IS_BETTER, HoosRules.PHYSICAL_FUNCTION_100_BEST),

  /** 0 is no difficulty, the direction of the first publication: lower is better. */
  ZERO_IS_BEST("hoos_ps_0_best", Direction.LOWER_IS_BETTER, HoosRules.PHYSICAL_FUNCTION_0_BEST);

  /** Called nonproprietary in the literature. */
  public static final License LICENSE = License.NONE_FOUND;

  private static final int ITEMS = 5;
  private static final int HIGHEST_ANSWER = 4;

  /** Tenths of points by sum, 100 is best. */
  private static final int[] TENTHS = {
    1000, 954, 912, 873, 836, 800, 766, 731, 696, 661, 623, 583, 539, 492, 441, 384, 321, 252, 176,
    92, 0
  };

  private final String code;
  private final Direction direction;

  @SuppressWarnings("ImmutableEnumChecker") // a rule is immutable, without an annotation
  private final Rule rule;

  HoosPhysicalFunction(String code, Direction direction, Rule rule) {
    this.code = code;
    this.direction = direction;
    this.rule = rule;
  }

  /**
   * Returns the instrument under which points become a score of a visit.
   *
   * @return the instrument, whose code is that of the direction
   */
  public Instrument instrument() {
    return Instrument.of(code, Quantity.of("HOOS-PS, " + code, "points", 0, 100), direction);
  }

  /**
   * Makes answers of a map by the codes of the items, {@code hoos_ps_1} to {@code hoos_ps_5}, which
   * are those of both directions.
   *
   * <pre>{@code
   * List<OptionalInt> sent = HoosPhysicalFunction.ofCodes(Map.of("hoos_ps_1", 4));
   * HoosPhysicalFunction.codes(sent); // {hoos_ps_1=4}
   * }</pre>
   *
   * @param codes answers of 0 to 4, each as {@link Codes} allows; what is not there is missing
   * @return the answers in the order of the items
   * @throws IllegalArgumentException if a code is unknown or an answer is impossible
   */
  public static List<OptionalInt> ofCodes(Map<String, ? extends @Nullable Object> codes) {
    return ItemAnswers.ofCodes(codes, "hoos_ps", "HOOS-PS", ITEMS, HIGHEST_ANSWER);
  }

  /**
   * Returns answers as texts by the codes of the items.
   *
   * @param answers an answer of 0 to 4 for each item, or nothing where it is missing
   * @return the answers that are not missing; {@link #ofCodes(Map)} makes equal ones of it
   * @throws IllegalArgumentException if the number of items is another or an answer is impossible
   */
  public static Map<String, String> codes(List<OptionalInt> answers) {
    return ItemAnswers.codes(answers, "hoos_ps", "HOOS-PS", ITEMS, HIGHEST_ANSWER);
  }

  /**
   * Returns the points, if no item is missing.
   *
   * @param answers five answers of 0 (no difficulty) to 4, or nothing where one is missing
   * @return 0 to 100 points
   * @throws IllegalArgumentException if the number of items is another or an answer is impossible
   */
  public OptionalDouble points(List<OptionalInt> answers) {
    return points(checked(answers));
  }

  private static ItemAnswers checked(List<OptionalInt> answers) {
    return ItemAnswers.of(answers, "HOOS-PS", ITEMS, HIGHEST_ANSWER);
  }

  private OptionalDouble points(ItemAnswers answers) {
    OptionalInt sum = answers.sum();
    if (sum.isEmpty()) {
      return OptionalDouble.empty();
    }
    int tenths = TENTHS[sum.getAsInt()];
    return OptionalDouble.of((this == HUNDRED_IS_BEST ? tenths : 1000 - tenths) / 10.0);
  }

  /**
   * Explains the points.
   *
   * @param answers five answers of 0 to 4, or nothing where one is missing
   * @return the points, and the rule of the direction with the answers; the obstacles are the items
   *     that are missing
   * @throws IllegalArgumentException if the number of items is another or an answer is impossible
   */
  public Explanation explain(List<OptionalInt> answers) {
    ItemAnswers checked = checked(answers);
    return checked.explain(points(checked), rule);
  }

  @Override
  public String code() {
    return code;
  }
}
