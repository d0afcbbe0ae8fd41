package io.github.avnfh.core.internal;

/** Text that a cell of a file holds without loss: one line, no blanks around it. */
public final class OneLine {
  private OneLine() {}

  /**
   * Passes such a text on and refuses any other.
   *
   * @param what what the text is
   * @param text the text
   * @return the text
   * @throws IllegalArgumentException if the text is empty, has blanks around it, or holds line
   *     breaks or other characters that a file cannot hold
   */
  public static String check(String what, String text) {
    if (!Notation.isOneLine(text)) {
      throw new IllegalArgumentException(
          what + " [text] must have visible characters with blanks only inside, but was a text of "
              + text.length() + " characters");
    }
    return text;
  }
}
