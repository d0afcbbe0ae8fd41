package io.github.avnfh.core.internal;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Calendar dates written as ISO 8601 writes them, four digits of the year first. */
public final class IsoDate {
  private static final int LENGTH = 10;
  private static final int MONTH = 5;
  private static final int DAY = 8;

  private IsoDate() {}

  /**
   * Reads a date, without a formatter: tables have one in every row.
   *
   * @param text {@code yyyy-MM-dd}
   * @return the date
   * @throws DateTimeException if the text is written otherwise, or if there is no such day
   */
  public static LocalDate parse(String text) {
    if (text.length() != LENGTH || text.charAt(MONTH - 1) != '-' || text.charAt(DAY - 1) != '-') {
      throw new DateTimeException("text that is not written as yyyy-MM-dd");
    }
    return LocalDate.of(
        number(text, 0, MONTH - 1), number(text, MONTH, DAY - 1), number(text, DAY, LENGTH));
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeException("character that is no digit");
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
