package io.github.avnfh.scoring.internal;

import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.csv.Codes;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The answers to numbered items, each a whole number from 0 or missing. */
public final class ItemAnswers {
  private final String what;
  private final List<OptionalInt> answers;

  private ItemAnswers(String what, List<OptionalInt> answers) {
    this.what = what;
    this.answers = answers;
  }

  /**
   * Checks answers.
   *
   * @param answers the answers in the order of the items
   * @param what the name of the instrument or subscale
   * @param count how many items it has
   * @param highest the highest answer
   * @return the answers
   * @throws IllegalArgumentException if their number is another or an answer is impossible
   */
  public static ItemAnswers of(List<OptionalInt> answers, String what, int count, int highest) {
    if (answers.size() != count) {
      throw new IllegalArgumentException(what + " [items] must have " + count + ".." + count
          + ", missing ones included, but had " + answers.size());
    }
    for (OptionalInt answer : answers) {
      if (answer.isPresent() && (answer.getAsInt() < 0 || answer.getAsInt() > highest)) {
        throw new IllegalArgumentException(what + " [points of an item] must lie in 0.." + highest
            + ", but was " + answer.getAsInt());
      }
    }
    return new ItemAnswers(what, List.copyOf(answers));
  }

  /**
   * Reads answers of a map by the codes of their items.
   *
   * @param codes the answers, each as {@link Codes} allows; what is not there is missing
   * @param code the code of the instrument or subscale, to which the number of the item is added
   * @param what the name of the instrument or subscale
   * @param count how many items it has
   * @param highest the highest answer
   * @return the answers in the order of the items
   * @throws IllegalArgumentException if a code is unknown or an answer is impossible
   */
  public static List<OptionalInt> ofCodes(
      Map<String, ? extends @Nullable Object> codes,
      String code,
      String what,
      int count,
      int highest) {
    Quantity points = Quantity.of("answer", "points", 0, highest);
    Codes items = items(code, what, count);
    return items.read(
        codes,
        row -> Optional.of(
            items.columns().stream().map(item -> row.wholeNumber(item, points)).toList()));
  }

  /**
   * Returns answers as texts by the codes of their items.
   *
   * @param answers the answers in the order of the items
   * @param code the code of the instrument or subscale, to which the number of the item is added
   * @param what the name of the instrument or subscale
   * @param count how many items it has
   * @param highest the highest answer
   * @return the answers that are not missing
   * @throws IllegalArgumentException if their number is another or an answer is impossible
   */
  public static Map<String, String> codes(
      List<OptionalInt> answers, String code, String what, int count, int highest) {
    Objects.requireNonNull(answers, "answers")
        .forEach(answer -> Objects.requireNonNull(answer, "answers"));
    return items(code, what, count)
        .texts(of(answers, what, count, highest).answers.stream()
            .map(CsvOutput::number)
            .toList());
  }

  private static Codes items(String code, String what, int count) {
    return Codes.of(
        what,
        IntStream.rangeClosed(1, count).mapToObj(item -> code + "_" + item).toList());
  }

  /**
   * Counts the answers.
   *
   * @return items that are not missing
   */
  public int answered() {
    return (int) answers.stream().filter(OptionalInt::isPresent).count();
  }

  /**
   * Returns a constant plus a factor times the mean of the answers, if enough items were answered.
   *
   * @param constant what is added to
   * @param factor by what the mean is multiplied
   * @param atLeast how many answers are enough
   * @return constant plus factor times the mean over the items that were answered, rounded once
   */
  public OptionalDouble scaledMean(int constant, int factor, int atLeast) {
    int answered = answered();
    int points = answers.stream()
        .filter(OptionalInt::isPresent)
        .mapToInt(OptionalInt::getAsInt)
        .sum();
    // whole numbers up to the one division
    return answered < Math.max(1, atLeast)
        ? OptionalDouble.empty()
        : OptionalDouble.of((constant * answered + factor * points) / (double) answered);
  }

  /**
   * Returns the sum of the answers, if none is missing.
   *
   * @return the sum
   */
  public OptionalInt sum() {
    return answered() < answers.size()
        ? OptionalInt.empty()
        : OptionalInt.of(answers.stream().mapToInt(OptionalInt::getAsInt).sum());
  }

  /**
   * Explains a score.
   *
   * @param points what the answers give, if they give anything
   * @param scoring the rule that makes points of answers
   * @return the points, the rule with the answers, and the numbers of the items that are missing
   */
  public Explanation explain(OptionalDouble points, Rule scoring) {
    return explained(points, List.of(scored(points, scoring)));
  }

  /**
   * Explains a score under a rule for missing items.
   *
   * @param points what the answers give, if they give anything
   * @param scoring the rule that makes points of answers
   * @param missing the rule that says how many answers are enough
   * @return the points, both rules with the answers, and the numbers of the items that are missing
   */
  public Explanation explain(OptionalDouble points, Rule scoring, Rule missing) {
    String inputs = what + ": " + answered() + " of " + answers.size() + " items answered";
    return explained(points, List.of(Reason.of(missing, inputs), scored(points, scoring)));
  }

  private Reason scored(OptionalDouble points, Rule scoring) {
    String inputs = answers.stream()
        .map(answer -> answer.isPresent() ? String.valueOf(answer.getAsInt()) : "missing")
        .collect(Collectors.joining(", ", what + ": ", ""));
    return Reason.of(scoring, inputs, points);
  }

  private Explanation explained(OptionalDouble points, List<Reason> reasons) {
    List<String> missing = IntStream.range(0, answers.size())
        .filter(item -> answers.get(item).isEmpty())
        .mapToObj(item -> "item " + (item + 1))
        .toList();
    return Explanation.of(PointsText.of(points, "no score"), reasons, missing);
  }
}
