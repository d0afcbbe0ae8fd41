package io.github.avnfh.core;

import io.github.avnfh.core.internal.Quoted;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A category that files write as a short code.
 *
 * <pre>{@code
 * Coded cause = Etiology.SICKLE_CELL;
 * cause.code();                                   // sickle_cell
 * cause.words();                                  // sickle cell
 * Coded.parse(Sex.values(), "F", "a sex").code(); // F
 * }</pre>
 */
public interface Coded {

  /**
   * Returns the code that files write.
   *
   * @return the code
   */
  String code();

  /**
   * Returns the category in words, for text and tables: the code, with blanks for underscores
   * unless the category has other words.
   *
   * @return the words
   */
  default String words() {
    return code().replace('_', ' ');
  }

  /**
   * Tells whether the category says anything: a stage, a sex or a cause that was not recorded has a
   * code too, and is no category that hips could be compared by.
   *
   * @return false for a category such as {@link Etiology#UNKNOWN}
   */
  default boolean isKnown() {
    return true;
  }

  /**
   * Finds a category by its code, which must be written exactly.
   *
   * @param <E> the type of category
   * @param values all categories of that type, in their order
   * @param text the text to read
   * @param what what the text should be, with its article: {@code a side of the body}
   * @return the category
   * @throws IllegalArgumentException if no category has that code, if there are none, or if it is
   *     not said what is read
   */
  static <E extends Coded> E parse(E[] values, String text, String what) {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(what, "what");
    if (values.length == 0 || what.isBlank()) {
      throw new IllegalArgumentException(
          "categories to read [codes] must be 1 or more, and of a kind that is named, but were "
              + values.length);
    }
    for (E value : values) {
      if (value.code().equals(text)) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        Quoted.of(text) + " is not " + what + "; one of " + codes(values) + " was expected");
  }

  private static String codes(Coded[] values) {
    return Arrays.stream(values)
        .map(value -> value.code().isEmpty() ? "an empty text" : value.code())
        .collect(Collectors.joining(", "));
  }
}
