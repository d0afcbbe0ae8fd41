package io.github.avnfh.core.csv;

import io.github.avnfh.core.internal.IsoDate;
import io.github.avnfh.core.internal.Quoted;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Parses the text of a cell, or says why it is refused. */
final class CellParser {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,3})?");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,9}([.]0*)?");
  private static final Pattern WHOLE_NUMBER_WITH_COMMA = Pattern.compile("[+-]?[0-9]{1,9}");
  private static final Pattern VALUE = Pattern.compile(", but was [^,]*$");

  /** A number of many digits that is no end of a legal range, which is written with two points. */
  private static final Pattern LONG_NUMBER = Pattern.compile(
      "(?<![0-9A-Za-z.+-])[+-]?([0-9]{8,}([.][0-9]+)?|[0-9]+[.][0-9]+E([7-9]|[1-9][0-9]+))(?![0-9A-Za-z]|[.]+[0-9.])");

  private CellParser() {}

  /** Returns why a parser refused a text, without the text where the parser is that of Java. */
  static String refusal(String text, IllegalArgumentException e) {
    return e instanceof NumberFormatException
        ? Quoted.of(text) + " cannot be read as a number; a number was expected"
        : String.valueOf(e.getMessage());
  }

  /** Returns a message without the text or the number that it repeats. */
  static String withheld(String text, String message) {
    return VALUE
        .matcher(message.replace(Quoted.of(text), "the text"))
        .replaceFirst(", and this cell does not");
  }

  /** Returns a message without a number that is long enough for a date or a record number. */
  static String withoutLongNumber(String message) {
    return LONG_NUMBER.matcher(message).replaceAll("a number of 8 or more digits");
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
    double number = Double.parseDouble(point);
    if (Double.isInfinite(number)) {
      throw new IllegalArgumentException(
          Quoted.of(text) + " is too large; a number of at most 308 digits was expected");
    }
    return number;
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

  static boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> flag(text);
    };
  }

  static LocalDate date(String text) {
    try {
      return IsoDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "the text is no date; a date of the calendar written as yyyy-MM-dd was expected", e);
    }
  }

  /**
   * Numbers of the plainest form, a sign, a few digits and a decimal sign, read from characters
   * without a text in between.
   *
   * <p>Other forms are left to the parsers of texts, which also report what is wrong.
   */
  static final class PlainNumber {
    /** No whole number of the plainest form. */
    static final int NONE = Integer.MIN_VALUE;

    /** Up to here, digits and powers of ten are doubles without rounding. */
    private static final int MOST_DIGITS = 15;

    private static final int MOST_WHOLE_DIGITS = 9;
    private static final double[] POWERS = {
      1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private PlainNumber() {}

    /** The quotient of two doubles that are exact is the double next to the number written. */
    static double decimal(char[] text, int start, int end, char decimalSign) {
      int from = start + (start < end && text[start] == '-' ? 1 : 0);
      long digits = 0;
      int sign = end;
      for (int i = from; i < end; i++) {
        if (text[i] == decimalSign && sign == end && i > from) {
          sign = i;
        } else if (text[i] >= '0' && text[i] <= '9' && i - from <= MOST_DIGITS) {
          digits = 10 * digits + text[i] - '0';
        } else {
          return Double.NaN;
        }
      }
      int count = end - from - (sign < end ? 1 : 0);
      if (count == 0 || count > MOST_DIGITS) {
        return Double.NaN;
      }
      double value = digits / POWERS[Math.max(0, end - sign - 1)];
      return from > start ? -value : value;
    }

    static int whole(char[] text, int start, int end) {
      int from = start + (start < end && text[start] == '-' ? 1 : 0);
      if (from == end || end - from > MOST_WHOLE_DIGITS) {
        return NONE;
      }
      int value = 0;
      for (int i = from; i < end; i++) {
        if (text[i] < '0' || text[i] > '9') {
          return NONE;
        }
        value = 10 * value + text[i] - '0';
      }
      return from > start ? -value : value;
    }
  }

  /**
   * A parser that remembers what some texts said, for columns in which the same few come again and
   * again.
   *
   * @param <T> what a text says
   */
  static final class Caching<T> implements Function<String, T> {
    private static final int FEW = 1 << 8;

    private final Function<String, T> parser;
    private final List<Memory<T>> memories;

    /** What a text said. */
    private static final class Memory<T> {
      private final char[] text;
      private final Optional<T> said;

      Memory(String text, Optional<T> said) {
        this.text = text.toCharArray();
        this.said = said;
      }
    }

    Caching(Function<String, T> parser) {
      this(FEW, parser);
    }

    /** Remembers at most so many texts, a power of two. */
    Caching(int places, Function<String, T> parser) {
      this.parser = parser;
      this.memories =
          new ArrayList<>(Collections.nCopies(places, new Memory<>("", Optional.empty())));
    }

    @Override
    public T apply(String text) {
      return parser.apply(text);
    }

    /** Reads the text between two places. */
    Optional<T> read(char[] characters, int from, int to) {
      int mixed = 0;
      for (int i = from; i < to; i++) {
        mixed = 31 * mixed + characters[i];
      }
      int place = mixed & (memories.size() - 1);
      Memory<T> memory = memories.get(place);
      if (!Arrays.equals(characters, from, to, memory.text, 0, memory.text.length)
          || memory.said.isEmpty()) {
        String text = new String(characters, from, to - from);
        memory = new Memory<>(text, Optional.of(apply(text)));
        memories.set(place, memory);
      }
      return memory.said;
    }
  }
}
