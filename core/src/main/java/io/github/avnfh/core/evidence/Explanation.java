package io.github.avnfh.core.evidence;

import java.util.List;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * Why a result is what it is: the answer in words, the reasons for it, and what stands in the way
 * of a fuller one.
 *
 * <p>Every kind of result explains itself in this form: a score by its items, a stage by the signs
 * that were met, a response by the changes that were looked for, a curve or a test by its method.
 * It holds findings and never a patient.
 *
 * <pre>{@code
 * Rule rule = Rule.of("MY-STAIRS", "1.0", "Stairs with the railing: 2 points", Sources.ANALYST);
 * Reason reason = Reason.of(rule, "stairs with railing", OptionalDouble.of(2));
 * Explanation why = Explanation.of("2 points", List.of(reason), List.of());
 * System.out.print(why.text());
 * // 2 points
 * //   2.0 points, MY-STAIRS: stairs with railing (not published)
 * }</pre>
 */
@Value.Immutable
public sealed interface Explanation permits ImmutableExplanation {

  /**
   * Returns the result in words.
   *
   * @return one line, such as {@code stage IV, grade at least B}
   */
  String answer();

  /**
   * Returns the rules that made the result, with their inputs, points and sources.
   *
   * @return the reasons in the order in which they were applied
   */
  List<Reason> reasons();

  /**
   * Returns what stands in the way of a fuller answer.
   *
   * @return names of missing inputs, or sentences on inputs that cannot be used; empty if nothing
   *     does
   */
  List<String> obstacles();

  /**
   * Returns an explanation.
   *
   * @param answer the result in words
   * @param reasons the rules that made it
   * @param obstacles what stands in the way of a fuller answer
   * @return the explanation
   */
  static Explanation of(String answer, List<Reason> reasons, List<String> obstacles) {
    return ImmutableExplanation.builder()
        .answer(answer)
        .addAllReasons(reasons)
        .addAllObstacles(obstacles)
        .build();
  }

  /**
   * Returns the rules that were applied, each once.
   *
   * @return the rules in the order of the reasons
   */
  default List<Rule> rules() {
    return reasons().stream().map(Reason::rule).distinct().toList();
  }

  /**
   * Returns the sources of the rules that were applied, each once.
   *
   * @return the sources in the order of the reasons
   */
  default List<Citation> sources() {
    return rules().stream().map(Rule::citation).distinct().toList();
  }

  /**
   * Returns the explanation as lines: the answer, a line for each reason, and one for each
   * obstacle.
   *
   * @return the text, each line ending with a line feed
   */
  default String text() {
    Stream<String> reasons = reasons().stream().map(reason -> "  " + reason.text() + "\n");
    Stream<String> obstacles = obstacles().stream().map(obstacle -> "  lacks: " + obstacle + "\n");
    StringBuilder text = new StringBuilder(answer()).append("\n");
    Stream.concat(reasons, obstacles).forEach(text::append);
    return text.toString();
  }
}
