package io.github.avnfh.scoring.internal;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The answers to numbered items, each a whole number from 0 or missing. */
public final class Items {
  private final List<OptionalInt> answers;

  private Items(List<OptionalInt> answers) {
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
  public static Items of(List<OptionalInt> answers, String what, int count, int highest) {
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
    return new Items(List.copyOf(answers));
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
   * Returns the mean of the answers, if enough items were answered.
   *
   * @param atLeast how many answers are enough
   * @return the mean over the items that were answered
   */
  public OptionalDouble mean(int atLeast) {
    return answered() < Math.max(1, atLeast)
        ? OptionalDouble.empty()
        : answers.stream()
            .filter(OptionalInt::isPresent)
            .mapToInt(OptionalInt::getAsInt)
            .average();
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
}
