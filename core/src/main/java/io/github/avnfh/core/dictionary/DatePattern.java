package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.internal.Quoted;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One way to write a date: {@code d} day, {@code M} month by number, {@code MMM} month by name in
 * any case, {@code yyyy} year or {@code yy} year of two digits; or {@code excel}, days counted by a
 * spreadsheet.
 *
 * <p>Two digits fall into the hundred years from the pivot, {@code yy:1950} means 1950 to 2049. A
 * time of day behind the date is passed over. Names of months are read in English, German, French
 * and Spanish, whole or cut.
 */
final class DatePattern {
  private static final String EXCEL = "excel";
  private static final LocalDate EXCEL_START = LocalDate.of(1899, 12, 30);
  private static final int EXCEL_LAST = 2_958_465;
  private static final int DEFAULT_PIVOT = 1950;
  private static final int CENTURY = 100;
  private static final Map<String, Integer> MONTHS = months();

  private final String text;
  private final String letters;
  private final int pivot;

  private DatePattern(String text, String letters, int pivot) {
    this.text = text;
    this.letters = letters;
    this.pivot = pivot;
  }

  /** Reads a pattern, such as {@code dd/MM/yyyy}, {@code dd-MMM-yy:1950} or {@code excel}. */
  static DatePattern parse(String text) {
    int colon = text.indexOf(":1");
    int two = colon < 0 ? text.indexOf(":2") : colon;
    String letters = two < 0 ? text : text.substring(0, two);
    int pivot = two < 0 ? DEFAULT_PIVOT : year(text.substring(two + 1), text);
    boolean whole = letters.equals(EXCEL)
        || (letters.contains("d") && letters.contains("M") && letters.contains("yy"));
    if (!whole
        || letters.chars().anyMatch(c -> Character.isLetter(c) && "dMyexcl".indexOf(c) < 0)) {
      throw refused(text);
    }
    return new DatePattern(text, letters, pivot);
  }

  private static int year(String digits, String text) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw refused(text);
    }
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException(Quoted.of(text)
        + " is no way to write dates; d, M or MMM, and yy or yyyy with what stands between them, as"
        + " in dd/MM/yyyy, dd-MMM-yy:1950, or excel was expected");
  }

  String text() {
    return text;
  }

  /** Reads a date, or nothing where the text is written in another way. */
  Optional<LocalDate> read(String cell) {
    return letters.equals(EXCEL) ? serial(cell) : date(cell);
  }

  private static Optional<LocalDate> serial(String cell) {
    try {
      int days = new BigDecimal(cell).intValue();
      return days > 60 && days <= EXCEL_LAST
          ? Optional.of(EXCEL_START.plusDays(days))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Optional<LocalDate> date(String cell) {
    int day = 0;
    int month = 0;
    int year = -1;
    int at = 0;
    int place = 0;
    while (place < letters.length()) {
      char letter = letters.charAt(place);
      int width = width(place);
      int end = letter == 'M' && width > 2 ? wordEnd(cell, at) : digitsEnd(cell, at, letter, width);
      if (end == at && isLetter(letter)) {
        return Optional.empty();
      }
      switch (letter) {
        case 'd' -> day = Integer.parseInt(cell.substring(at, end));
        case 'M' -> month = width > 2 ? name(cell.substring(at, end)) : number(cell, at, end);
        case 'y' -> year = width == 2 ? century(number(cell, at, end)) : number(cell, at, end);
        default -> {
          if (at >= cell.length() || cell.charAt(at) != letter) {
            return Optional.empty();
          }
          end = at + 1;
        }
      }
      at = end;
      place += width;
    }
    return isEnd(cell, at) ? checked(year, month, day) : Optional.empty();
  }

  private static boolean isLetter(char letter) {
    return letter == 'd' || letter == 'M' || letter == 'y';
  }

  private static int number(String cell, int from, int to) {
    return Integer.parseInt(cell.substring(from, to));
  }

  private int century(int twoDigits) {
    int first = pivot - Math.floorMod(pivot, CENTURY) + twoDigits;
    return first < pivot ? first + CENTURY : first;
  }

  /** Letters of one kind belong together; others stand for themselves. */
  private int width(int place) {
    char letter = letters.charAt(place);
    int end = place + 1;
    while (isLetter(letter) && end < letters.length() && letters.charAt(end) == letter) {
      end++;
    }
    return end - place;
  }

  private static int digitsEnd(String cell, int from, char letter, int width) {
    int most = letter == 'y' ? width : 2;
    int end = from;
    while (end < cell.length()
        && end - from < most
        && cell.charAt(end) >= '0'
        && cell.charAt(end) <= '9') {
      end++;
    }
    return letter == 'y' && end - from < most ? from : end;
  }

  private static int wordEnd(String cell, int from) {
    int end = from;
    while (end < cell.length() && Character.isLetter(cell.charAt(end))) {
      end++;
    }
    return end;
  }

  /** A time of day may follow. */
  private static boolean isEnd(String cell, int at) {
    return at == cell.length()
        || cell.substring(at)
            .matches("[ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?( ?[AaPp][Mm])?");
  }

  private static Optional<LocalDate> checked(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int name(String word) {
    return MONTHS.getOrDefault(Vocabulary.plain(word), 0);
  }

  private static Map<String, Integer> months() {
    String[] names = {
      "january januar janvier enero jan ene janv",
      "february februar fevrier febrero feb fev fevr",
      "march marz maerz mars marzo mar mrz",
      "april avril abril apr avr abr",
      "may mai mayo",
      "june juni juin junio jun",
      "july juli juillet julio jul juil",
      "august aout agosto aug ago",
      "september septembre septiembre sep sept set",
      "october oktober octobre octubre oct okt",
      "november novembre noviembre nov",
      "december dezember decembre diciembre dec dez dic"
    };
    Map<String, Integer> months = new HashMap<>();
    for (int month = 0; month < names.length; month++) {
      for (String name : names[month].split(" ", -1)) {
        months.put(name.toLowerCase(Locale.ROOT), month + 1);
      }
    }
    return months;
  }
}
