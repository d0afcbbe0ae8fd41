package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Side;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.internal.Quoted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Translates the texts of a column into those of the cohort's own files. */
final class CellTranslator {
  private static final int MOST_KEPT = 1 << 12;

  private final DictionaryLine line;
  private final Meaning meaning;
  private final boolean decimalComma;
  private final Map<String, String> codes;
  private final List<DatePattern> dates;
  private final BigDecimal factor;
  private final Map<String, String> kept = new HashMap<>();
  private final boolean plain;

  private CellTranslator(DictionaryLine line, Meaning meaning, boolean decimalComma) {
    this.line = line;
    this.meaning = meaning;
    this.decimalComma = decimalComma;
    this.codes = inLowerCase(line.codes());
    this.dates = line.dates().stream().map(DatePattern::parse).toList();
    this.factor = Units.factor(meaning, line.unit()).orElseThrow();
    this.plain = isPlain();
  }

  static CellTranslator of(DictionaryLine line, boolean decimalComma) {
    return new CellTranslator(line, Meaning.known(line.means()), decimalComma);
  }

  /** Codes that differ in case only must mean the same to be found in any case. */
  private static Map<String, String> inLowerCase(Map<String, String> codes) {
    Map<String, String> lower = new HashMap<>();
    Map<String, String> known = new HashMap<>();
    codes.forEach((code, text) -> {
      String key = code.toLowerCase(Locale.ROOT);
      String earlier = lower.putIfAbsent(key, text);
      if (earlier != null && !earlier.equals(text)) {
        known.put(key, "");
      }
    });
    known.keySet().forEach(lower::remove);
    return lower;
  }

  /** Returns the text that a line without a column gives to every row. */
  String constant() {
    return line.codes().getOrDefault("", "");
  }

  /**
   * Translates a text that is not empty and not missing.
   *
   * @throws IllegalArgumentException if it has no meaning
   */
  String translate(String text) {
    if (plain) {
      return text;
    }
    String known = kept.get(text);
    if (known != null) {
      return known;
    }
    String translated = translated(text);
    if (kept.size() < MOST_KEPT) {
      kept.put(text, translated);
    }
    return translated;
  }

  /** Numbers with a decimal point and texts are read by the cohort's files as they are. */
  private boolean isPlain() {
    return line.codes().isEmpty()
        && line.unit().isEmpty()
        && (meaning.kind() == Meaning.Kind.TEXT
            || (!decimalComma
                && meaning.kind() == Meaning.Kind.NUMBER
                && meaning.level() == Meaning.Level.VISIT));
  }

  private String translated(String text) {
    if (!line.codes().isEmpty()) {
      return code(text);
    }
    return switch (meaning.kind()) {
      case DATE -> date(text);
      case NUMBER, DAY -> number(text);
      case CODE -> category(text);
      case FLAG -> Vocabulary.whole(text);
      case TEXT -> text;
    };
  }

  private String code(String text) {
    String exact = line.codes().get(text);
    String whole = exact == null ? line.codes().get(Vocabulary.whole(text)) : exact;
    if (whole != null) {
      return whole;
    }
    return Optional.ofNullable(codes.get(text.toLowerCase(Locale.ROOT)))
        .orElseThrow(() -> new IllegalArgumentException(Quoted.of(text)
            + " is no code that was declared; one of "
            + String.join(", ", line.codes().keySet())
            + " was expected"));
  }

  private String date(String text) {
    List<LocalDate> read = dates.stream()
        .flatMap(pattern -> pattern.read(text).stream())
        .distinct()
        .toList();
    if (read.size() != 1) {
      throw new IllegalArgumentException(
          read.isEmpty()
              ? "the text is no date; a date of the calendar written as declared was expected"
              : "the text is two dates; one that all declared ways read alike was expected");
    }
    return read.get(0).toString();
  }

  private String number(String text) {
    if (decimalComma && text.indexOf('.') >= 0) {
      throw new IllegalArgumentException(Quoted.of(text)
          + " is not a number; digits 0 to 9 with ',' as decimal sign were expected, or nothing"
          + " where it is missing");
    }
    String point = decimalComma ? text.replace(',', '.') : text;
    if (meaning.name().equals("age_years")) {
      return Units.number(point).setScale(0, RoundingMode.FLOOR).toPlainString();
    }
    if (meaning.name().equals("birth_year")) {
      return Units.number(point).toPlainString();
    }
    return line.unit().isEmpty()
        ? point
        : Units.converted(point, factor, meaning.kind() == Meaning.Kind.DAY);
  }

  private String category(String text) {
    return switch (meaning.name()) {
      case Meaning.SIDE ->
        text.equals(Vocabulary.BOTH) ? text : Side.parse(text).code();
      case Meaning.VISIT -> line.unit().isEmpty() ? Timepoint.parse(text).code() : months(text);
      case "steinberg_stage" ->
        Vocabulary.steinberg(text)
            .map(parts -> String.join("", parts))
            .orElseThrow(() -> new IllegalArgumentException(
                Quoted.of(text) + " is not a Steinberg stage; one of 0, I, II, III, IV, V, VI,"
                    + " perhaps with a grade as in IIB, was expected"));
      default -> stage(text);
    };
  }

  private String stage(String text) {
    if (!meaning.name().startsWith(Meaning.STAGE)) {
      return text;
    }
    return Vocabulary.code(meaning, text)
        .orElseThrow(() -> new IllegalArgumentException(Quoted.of(text) + " is no stage; one of "
            + Vocabulary.expected(meaning) + " was expected"));
  }

  /** A moment that is written as a number of months, years or weeks. */
  private String months(String text) {
    BigDecimal days = Units.number(decimalComma ? text.replace(',', '.') : text).multiply(factor);
    BigDecimal months = days.divide(new BigDecimal("30.4375"), 6, RoundingMode.HALF_UP);
    return Timepoint.ofMonths(months.setScale(0, RoundingMode.HALF_UP).intValue())
        .code();
  }
}
