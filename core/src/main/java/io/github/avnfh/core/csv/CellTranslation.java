package io.github.avnfh.core.csv;

import io.github.avnfh.core.internal.Quoted;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How the texts of a caller's column become those of a cohort's file. */
record CellTranslation(Map<String, String> codes, List<DateTimeFormatter> dates) {

  static CellTranslation none() {
    return new CellTranslation(Map.of(), List.of());
  }

  CellTranslation withCodes(Map<String, String> declared) {
    return new CellTranslation(new LinkedHashMap<>(declared), dates);
  }

  CellTranslation withDates(List<String> patterns) {
    return new CellTranslation(
        codes, patterns.stream().map(CellTranslation::formatter).toList());
  }

  /** A year of the era needs no era. */
  private static DateTimeFormatter formatter(String pattern) {
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
    try {
      builder.appendPattern(pattern);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "pattern of a date [letters] must be one of java.time.format.DateTimeFormatter, such as"
              + " dd.MM.uuuu, but was " + Quoted.of(pattern),
          e);
    }
    return builder
        .parseDefaulting(ChronoField.ERA, 1)
        .toFormatter(Locale.ROOT)
        .withChronology(IsoChronology.INSTANCE)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  String of(String text) {
    if (!codes.isEmpty()) {
      return Optional.ofNullable(codes.get(text))
          .orElseThrow(() -> new IllegalArgumentException(Quoted.of(text)
              + " is no code that was declared; one of " + String.join(", ", codes.keySet())
              + " was expected"));
    }
    return dates.isEmpty() ? text : date(text).toString();
  }

  private LocalDate date(String text) {
    List<LocalDate> read = dates.stream()
        .map(format -> parse(text, format))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
    if (read.size() != 1) {
      throw new IllegalArgumentException(
          read.isEmpty()
              ? "the text is no date; a date of the calendar written as declared was expected"
              : "the text is two dates; one that all declared ways read alike was expected");
    }
    return Objects.requireNonNull(read.get(0));
  }

  private static Optional<LocalDate> parse(String text, DateTimeFormatter format) {
    try {
      return Optional.of(LocalDate.parse(text, format));
    } catch (DateTimeException otherwise) {
      return Optional.empty();
    }
  }
}
