package io.github.avnfh.core.internal;

import java.util.regex.Pattern;

/**
 * Text of unknown origin, made fit for a message.
 *
 * <p>A cell that cannot be read may hold anything, a name in the wrong column included. Only what
 * looks like a short number or a short code is repeated; everything else is told by its length.
 */
public final class Quoted {
  private static final Pattern HARMLESS =
      Pattern.compile("[+-]?\\p{Nd}{1,5}([.,\u066B]\\p{Nd}{1,4})?|[IVX]{1,4}|[A-Za-z]{1,2}");

  private Quoted() {}

  /**
   * Returns the text in quotes, or what may be said of it.
   *
   * @param text text of unknown origin
   * @return the quoted text, or its length
   */
  public static String of(String text) {
    if (HARMLESS.matcher(text).matches()) {
      return "'" + text + "'";
    }
    return text.isEmpty() ? "an empty text" : "a text of " + text.length() + " characters";
  }
}
