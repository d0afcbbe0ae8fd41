package io.github.avnfh.examples.survival;

import io.github.avnfh.core.csv.RowCells;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which codes mean that the event ended the time, and which that it was censored; no code means
 * both.
 */
final class EventCodes {
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,15}([.][0-9]*)?");
  private static final Pattern NUMBER_WITH_COMMA = Pattern.compile("[+-]?[0-9]{1,15}(,[0-9]*)?");

  /** What a message may repeat: a short number, or a word that tells of an event and no name. */
  private static final Pattern HARMLESS = Pattern.compile(
      "[+-]?[0-9]{1,4}([.,][0-9]{1,2})?|[a-z]|yes|no|true|false|event|censor(ed)?|dead|alive|died"
          + "|death|fail(ed|ure)?|revised|revision|tha|thr|lost|na|n/a|none",
      Pattern.CASE_INSENSITIVE);

  private final List<String> events;
  private final List<String> censorings;
  private final boolean decimalComma;

  private EventCodes(List<String> events, List<String> censorings, boolean decimalComma) {
    this.events = events;
    this.censorings = censorings;
    this.decimalComma = decimalComma;
  }

  static EventCodes of(List<String> events, List<String> censorings) {
    EventCodes codes = new EventCodes(List.copyOf(events), List.copyOf(censorings), false);
    if (events.stream().anyMatch(code -> codes.matches(censorings, code))) {
      throw new IllegalArgumentException(
          "event code and censor code [text] must differ, but one means both");
    }
    return codes;
  }

  /** The same codes in a table with that decimal sign. */
  EventCodes withDecimalComma(boolean comma) {
    return new EventCodes(events, censorings, comma);
  }

  /** Tells whether the event happened. */
  boolean parse(String text) {
    if (matches(events, text)) {
      return true;
    }
    if (matches(censorings, text)) {
      return false;
    }
    throw new IllegalArgumentException(
        shown(text) + " is neither an event code nor a censor code; one of "
            + String.join(", ", events) + " (event) and " + String.join(", ", censorings)
            + " (censored) was expected, or another one named by --event-code or --censor-code");
  }

  private static String shown(String text) {
    return HARMLESS.matcher(text).matches()
        ? "'" + text + "'"
        : "a text of " + text.length() + " characters";
  }

  /** Tells whether a cell holds one of the event codes to the letter. */
  boolean isEvent(RowCells cells, int cell) {
    return holdsOne(cells, cell, events);
  }

  /** Tells whether a cell holds one of the censor codes to the letter. */
  boolean isCensoring(RowCells cells, int cell) {
    return holdsOne(cells, cell, censorings);
  }

  private static boolean holdsOne(RowCells cells, int cell, List<String> codes) {
    for (int code = 0; code < codes.size(); code++) {
      if (cells.holds(cell, codes.get(code))) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(List<String> codes, String text) {
    Optional<Double> number = number(text, decimalComma);
    return codes.stream()
        .anyMatch(code ->
            code.equals(text) || (number.isPresent() && number.equals(number(code, false))));
  }

  private static Optional<Double> number(String text, boolean decimalComma) {
    Pattern allowed = decimalComma ? NUMBER_WITH_COMMA : NUMBER;
    return allowed.matcher(text).matches()
        ? Optional.of(Double.parseDouble(text.replace(',', '.')) + 0.0)
        : Optional.empty();
  }
}
