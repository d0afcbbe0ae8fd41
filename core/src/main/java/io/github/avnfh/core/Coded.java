package io.github.avnfh.core;

import io.github.avnfh.core.internal.Quoted;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A word that files write as a short code.
 *
 * <pre>{@code
 * Coded cause = Etiology.SICKLE_CELL;
 * cause.code();                                   // sickle_cell
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
   * Finds a word by its code, which must be written exactly.
   *
   * @param <E> the kind of word
   * @param words all words of that kind, in their order
   * @param text the text to read
   * @param what what the text should be, with its article: {@code a side of the body}
   * @return the word
   * @throws IllegalArgumentException if no word has that code
   */
  static <E extends Coded> E parse(E[] words, String text, String what) {
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(text, "text");
    for (E word : words) {
      if (word.code().equals(text)) {
        return word;
      }
    }
    throw new IllegalArgumentException(
        Quoted.of(text) + " is not " + what + "; one of " + codes(words) + " was expected");
  }

  private static String codes(Coded[] words) {
    return Arrays.stream(words).map(Coded::code).collect(Collectors.joining(", "));
  }
}
