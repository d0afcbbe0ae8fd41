package io.github.avnfh.examples.survival;

import io.github.avnfh.core.csv.RowCells;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which codes mean that the event ended the time, which that another event did, and which that it
 * was censored; no code means two of these.
 */
final class EventCodes {
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,15}([.][0-9]*)?");
  private static final Pattern NUMBER_WITH_COMMA = Pattern.compile("[+-]?[0-9]{1,15}(,[0-9]*)?");

  /** What a message may repeat: a short number, or a word that tells of an event and no name. */
  private static final Pattern HARMLESS = Pattern.compile(
      "[+-]?[0-9]{1,4}([.,][0-9]{1,2})?|[a-z]|yes|no|true|false|event|censor(ed)?|dead|alive|died"
          + "|death|fail(ed|ure)?|revised|revision|tha|thr|lost|na|n/a|none",
      Pattern.CASE_INSENSITIVE);

  /** A code that is none of those named. */
  static final int UNKNOWN = -1;

  private static final String EVENT_LABEL = "event";
  private static final int CENSORED = 0;
  private static final int EVENT = 1;

  private final List<String> events;
  private final List<String> competing;
  private final List<String> censorings;
  private final boolean decimalComma;

  private EventCodes(
      List<String> events, List<String> competing, List<String> censorings, boolean decimalComma) {
    this.events = events;
    this.competing = competing;
    this.censorings = censorings;
    this.decimalComma = decimalComma;
  }

  static EventCodes of(List<String> events, List<String> competing, List<String> censorings) {
    EventCodes codes =
        new EventCodes(List.copyOf(events), List.copyOf(competing), List.copyOf(censorings), false);
    if (events.stream().anyMatch(code -> codes.matches(censorings, code))) {
      throw new IllegalArgumentException(
          "event code and censor code [text] must differ, but one means both");
    }
    for (int i = 0; i < competing.size(); i++) {
      String code = competing.get(i);
      if (code.equals(EVENT_LABEL)
          || codes.matches(events, code)
          || codes.matches(censorings, code)
          || codes.matches(competing.subList(0, i), code)) {
        throw new IllegalArgumentException("competing code [text] must differ from every other"
            + " code, but one means something else too");
      }
    }
    return codes;
  }

  /** The same codes in a table with that decimal sign. */
  EventCodes withDecimalComma(boolean comma) {
    return new EventCodes(events, competing, censorings, comma);
  }

  /** The labels of what may end a time: the event, then each competing code. */
  List<String> causes() {
    return Stream.concat(Stream.of(EVENT_LABEL), competing.stream()).toList();
  }

  /** The number of what ended the time: 0 censoring, 1 the event, 2 and on the competing codes. */
  int parse(String text) {
    if (matches(events, text)) {
      return EVENT;
    }
    if (matches(censorings, text)) {
      return CENSORED;
    }
    for (int i = 0; i < competing.size(); i++) {
      if (matches(List.of(competing.get(i)), text)) {
        return EVENT + 1 + i;
      }
    }
    String others = competing.isEmpty() ? "" : ", " + String.join(", ", competing) + " (competing)";
    String option = competing.isEmpty() ? "--event-code or" : "--event-code, --competing-code or";
    throw new IllegalArgumentException(shown(text) + " is neither an event code nor "
        + (competing.isEmpty() ? "" : "a competing code nor ") + "a censor code; one of "
        + String.join(", ", events) + " (event)" + others + " and "
        + String.join(", ", censorings) + " (censored) was expected, or another one named by "
        + option + " --censor-code");
  }

  private static String shown(String text) {
    return HARMLESS.matcher(text).matches()
        ? "'" + text + "'"
        : "a text of " + text.length() + " characters";
  }

  /** The number of what ended the time, where a cell holds one of the codes to the letter. */
  int cause(RowCells cells, int cell) {
    if (holdsOne(cells, cell, events)) {
      return EVENT;
    }
    if (holdsOne(cells, cell, censorings)) {
      return CENSORED;
    }
    for (int i = 0; i < competing.size(); i++) {
      if (cells.holds(cell, competing.get(i))) {
        return EVENT + 1 + i;
      }
    }
    return UNKNOWN;
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
