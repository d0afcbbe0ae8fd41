package io.github.avnfh.core.dictionary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the cells of one column have in common: distinct texts, numbers, and ways to write dates.
 */
final class ColumnProfile {
  private static final int MOST_TEXTS = 200;
  private static final int MOST_CODES = 30;
  private static final Set<String> MISSING = Set.of(
      "-",
      "--",
      "n/a",
      "na",
      "#n/a",
      "#na",
      "nd",
      "n.d.",
      "ni",
      "nan",
      "null",
      "none",
      ".",
      "..",
      "?",
      "k.a.",
      "ka",
      "missing",
      "unk",
      "s/d",
      "#value!",
      "#ref!",
      "#div/0!",
      "#null!",
      "#name?",
      "#num!",
      "#spill!",
      "#calc!",
      "#getting_data",
      "sysmis",
      "not done",
      "n.a.",
      "inconnu",
      "nc");
  private static final String MERGED = "#MERGED";
  private static final Set<String> SENTINELS = Set.of(
      "-1", "-9", "-99", "-999", "-9999", "9", "99", "999", "9999", "-99.0", "-999.0", "-8", "-88",
      "-888", "888", "99.9", "999.9");
  private static final List<String> PATTERNS = List.of(
      "yyyy-MM-dd",
      "dd/MM/yyyy",
      "MM/dd/yyyy",
      "dd.MM.yyyy",
      "dd-MM-yyyy",
      "MM-dd-yyyy",
      "yyyy/MM/dd",
      "dd-MMM-yyyy",
      "dd MMM yyyy",
      "dd/MM/yy",
      "MM/dd/yy",
      "dd.MM.yy",
      "dd-MMM-yy",
      "MMM dd, yyyy",
      "yyyyMMdd",
      "dd. MMM yyyy",
      "dd-MM-yy",
      "dd/MMM/yyyy",
      "dd.MMM.yyyy");
  private static final BigDecimal EXCEL_FROM = BigDecimal.valueOf(20_000);
  private static final BigDecimal EXCEL_TO = BigDecimal.valueOf(60_000);

  private final String name;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private boolean open;
  private final List<DateSpan> dates = new ArrayList<>(
      PATTERNS.stream().map(DatePattern::parse).map(DateSpan::new).toList());
  private int points = 0;
  private int commas = 0;
  private int numbers = 0;
  private int texts = 0;
  private BigDecimal low = BigDecimal.ZERO;
  private BigDecimal high = BigDecimal.ZERO;

  /** A way to write dates, with the first and the last date that are written so. */
  private static final class DateSpan {
    private final DatePattern pattern;
    private LocalDate first = LocalDate.MAX;
    private LocalDate last = LocalDate.MIN;

    DateSpan(DatePattern pattern) {
      this.pattern = pattern;
    }

    boolean takes(String text) {
      Optional<LocalDate> date = pattern.read(text);
      date.ifPresent(day -> {
        first = day.isBefore(first) ? day : first;
        last = day.isAfter(last) ? day : last;
      });
      return date.isPresent();
    }
  }

  ColumnProfile(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** Adds a cell that is not empty; one that is merged into another tells nothing of its column. */
  void add(String text) {
    if (text.equals(MERGED)) {
      return;
    }
    String code = Vocabulary.whole(text);
    if (counts.size() < MOST_TEXTS || counts.containsKey(code)) {
      counts.merge(code, 1, Integer::sum);
    } else {
      open = true;
    }
    if (isMissingText(text)) {
      return;
    }
    texts++;
    if (!SENTINELS.contains(code)) {
      dates.removeIf(span -> !span.takes(text));
    }
    number(text).ifPresent(value -> {
      points += text.indexOf('.') >= 0 ? 1 : 0;
      commas += text.indexOf(',') >= 0 ? 1 : 0;
      numbers++;
      if (!SENTINELS.contains(code)) {
        low = numbers == 1 || value.compareTo(low) < 0 ? value : low;
        high = numbers == 1 || value.compareTo(high) > 0 ? value : high;
      }
    });
  }

  private static Optional<BigDecimal> number(String text) {
    return text.matches("[+-]?[0-9]{1,12}([.,][0-9]{1,12})?")
        ? Optional.of(new BigDecimal(text.replace(',', '.')))
        : Optional.empty();
  }

  static boolean isMissingText(String text) {
    return MISSING.contains(text.toLowerCase(Locale.ROOT));
  }

  boolean isEmpty() {
    return texts == 0;
  }

  /** Returns the distinct texts that are no code for a missing value, numbers in their order. */
  List<String> texts() {
    List<String> texts = new ArrayList<>(counts.keySet());
    texts.removeIf(ColumnProfile::isMissingText);
    if (isNumeric()) {
      texts.sort(Comparator.comparing(text -> number(text).orElse(BigDecimal.ZERO)));
    }
    return texts;
  }

  /** Tells whether the texts are few enough to be categories. */
  boolean isCategorical() {
    return !open && !isEmpty() && texts().size() <= MOST_CODES;
  }

  boolean allTexts(Predicate<String> condition) {
    return !open && !isEmpty() && texts().stream().allMatch(condition);
  }

  boolean isNumeric() {
    return numbers > 0 && numbers == texts;
  }

  boolean hasDecimalComma() {
    return isNumeric() && commas > 0 && points == 0;
  }

  boolean hasDecimalPoint() {
    return isNumeric() && points > 0;
  }

  /** Tells whether all numbers but codes for a missing value lie in a range. */
  boolean liesIn(double from, double to) {
    return isNumeric() && low.doubleValue() >= from && high.doubleValue() <= to;
  }

  boolean isDate() {
    return !isEmpty() && !dates.isEmpty() && !isNumericDay();
  }

  /** Eight digits are a date in one way and a number in another. */
  private boolean isNumericDay() {
    return isNumeric() && !liesIn(19_000_101, 21_001_231);
  }

  /** Returns the ways in which all dates of the column can be written. */
  List<String> datePatterns() {
    return isDate() ? dates.stream().map(span -> span.pattern.text()).toList() : List.of();
  }

  /** Returns the months of the first and the last date, if it is clear how dates are written. */
  List<YearMonth> months() {
    return isDate() && dates.size() == 1
        ? List.of(YearMonth.from(dates.get(0).first), YearMonth.from(dates.get(0).last))
        : List.of();
  }

  /** Tells whether the numbers may be days counted by a spreadsheet. */
  boolean isExcelDate() {
    return isNumeric() && low.compareTo(EXCEL_FROM) > 0 && high.compareTo(EXCEL_TO) < 0;
  }

  /** Returns the codes for a missing value: texts, and numbers outside of a range. */
  List<String> missing(double from, double to) {
    return counts.keySet().stream()
        .filter(text -> isMissingText(text)
            || (SENTINELS.contains(text)
                && number(text)
                    .filter(value -> value.doubleValue() < from || value.doubleValue() > to)
                    .isPresent()))
        .toList();
  }

  /** Returns the texts that mean a missing value in a column of dates. */
  List<String> missingDates() {
    return counts.keySet().stream()
        .filter(text -> isMissingText(text) || SENTINELS.contains(text))
        .toList();
  }
}
