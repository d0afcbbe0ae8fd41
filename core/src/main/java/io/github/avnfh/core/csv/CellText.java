package io.github.avnfh.core.csv;

import io.github.avnfh.core.internal.Quoted;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the text of a cell says, or in which words it is refused. */
final class CellText {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,3})?");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,9}([.]0*)?");
  private static final Pattern WHOLE_NUMBER_WITH_COMMA = Pattern.compile("[+-]?[0-9]{1,9}");
  private static final Pattern VALUE = Pattern.compile(", but was [^,]*$");
  private static final Pattern LONG_NUMBER =
      Pattern.compile("but was [+-]?([0-9]{8,}([.][0-9]*)?|[0-9.]+E([7-9]|[1-9][0-9]+))(?![0-9.])");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
          "uuuu-MM-dd", Locale.ROOT)
      .withResolverStyle(ResolverStyle.STRICT);

  private CellText() {}

  /** Returns why a parser refused a text, in our own words where the parser is that of Java. */
  static String refusal(String text, IllegalArgumentException refused) {
    return refused instanceof NumberFormatException
        ? Quoted.of(text) + " cannot be read as a number; a number was expected"
        : String.valueOf(refused.getMessage());
  }

  /** Returns a message without the text or the number that it repeats. */
  static String withheld(String text, String message) {
    return VALUE
        .matcher(message.replace(Quoted.of(text), "the text"))
        .replaceFirst(", and this cell does not");
  }

  /** Returns a message without a number that is long enough for a date or a record number. */
  static String withoutLongNumber(String message) {
    return LONG_NUMBER.matcher(message).replaceAll("but was a number of 8 or more digits");
  }

  /** Reads a number; where the comma is the decimal sign, a point may part thousands. */
  static double number(String text, boolean decimalComma) {
    String point = decimalComma ? text.replace(',', '.') : text;
    boolean otherSign = decimalComma && text.indexOf('.') >= 0;
    if (otherSign || !NUMBER.matcher(point).matches()) {
      throw new IllegalArgumentException(Quoted.of(text) + " is not a number; digits 0 to 9 with '"
          + (decimalComma ? ',' : '.')
          + "' as decimal sign were expected, or nothing where it is missing");
    }
    return Double.parseDouble(point);
  }

  /** Reads a whole number; zeros behind a decimal sign might be thousands where it is a comma. */
  static int wholeNumber(String text, boolean decimalComma) {
    Pattern allowed = decimalComma ? WHOLE_NUMBER_WITH_COMMA : WHOLE_NUMBER;
    if (!allowed.matcher(text).matches()) {
      throw new IllegalArgumentException(Quoted.of(text)
          + " is not a whole number; digits 0 to 9 were expected, or nothing where it is missing");
    }
    int point = text.indexOf('.');
    return Integer.parseInt(point < 0 ? text : text.substring(0, point));
  }

  static boolean flag(String text) {
    return switch (text) {
      case "1" -> true;
      case "0" -> false;
      default ->
        throw new IllegalArgumentException(
            Quoted.of(text) + " is neither yes nor no; one of 0, 1 was expected");
    };
  }

  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text, DATE);
    } catch (DateTimeException refused) {
      throw new IllegalArgumentException(
          "the text is no date; a date of the calendar written as yyyy-MM-dd was expected",
          refused);
    }
  }
}
