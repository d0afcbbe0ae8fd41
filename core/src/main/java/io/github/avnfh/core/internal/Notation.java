package io.github.avnfh.core.internal;

import java.util.regex.Pattern;

/** How identifiers and codes are written. */
public final class Notation {
  private static final String VISIBLE = "[^\\p{Cc}\\p{Cs}\\p{Z}\uFFFD]";
  private static final String VISIBLE_OR_BLANK = "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\uFFFD]";

  private static final int LONGEST_ID = 64;

  /** Up to 64 visible characters, with blanks only inside. */
  public static final Pattern PATIENT_ID =
      Pattern.compile(VISIBLE + "(" + VISIBLE_OR_BLANK + "{0,62}" + VISIBLE + ")?");

  /** Any number of visible characters, with blanks only inside. */
  public static final Pattern ONE_LINE =
      Pattern.compile(VISIBLE + "(" + VISIBLE_OR_BLANK + "*" + VISIBLE + ")?");

  /** A planned visit after baseline. */
  public static final Pattern MONTHS = Pattern.compile("M([1-9][0-9]{0,3})");

  /** One word, which a list may join to others by blanks or semicolons. */
  public static final Pattern RULE_ID = Pattern.compile("[^\\s;]+");

  /** Numbers with dots between them. */
  public static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+)*");

  private Notation() {}

  /**
   * Tells whether a text can be the identifier of a patient.
   *
   * @param text the text
   * @return true if it has the form of {@link #PATIENT_ID}
   */
  public static boolean isPatientId(String text) {
    return isPlain(text)
        ? text.length() <= LONGEST_ID
        : PATIENT_ID.matcher(text).matches();
  }

  /**
   * Tells whether a text is one line of visible characters with blanks only inside.
   *
   * @param text the text
   * @return true if it has the form of {@link #ONE_LINE}
   */
  public static boolean isOneLine(String text) {
    return isPlain(text) || ONE_LINE.matcher(text).matches();
  }

  /** Most texts are plain, and patterns are slow. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
