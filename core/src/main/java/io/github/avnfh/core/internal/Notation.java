package io.github.avnfh.core.internal;

import java.util.regex.Pattern;

/** How identifiers and codes are written. */
public final class Notation {
  /** Visible characters, with blanks only inside. */
  public static final Pattern PATIENT_ID =
      Pattern.compile("[^\\p{Cntrl}\\s]([^\\p{Cntrl}]{0,62}[^\\p{Cntrl}\\s])?");

  /** A planned visit after baseline. */
  public static final Pattern MONTHS = Pattern.compile("M([1-9][0-9]{0,3})");

  private Notation() {}
}
