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

  private final List<String> events;
  private final List<String> censorings;

  private EventCodes(List<String> events, List<String> censorings) {
    this.events = events;
    this.censorings = censorings;
  }

  static EventCodes of(List<String> events, List<String> censorings) {
    if (events.stream().anyMatch(code -> matches(censorings, code))) {
      throw new IllegalArgumentException(
          "event code and censor code [text] must differ, but one means both");
    }
    return new EventCodes(List.copyOf(events), List.copyOf(censorings));
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
        "is neither an event code nor a censor code; one of " + String.join(", ", events)
            + " (event) and " + String.join(", ", censorings) + " (censored) was expected");
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

  private static boolean matches(List<String> codes, String text) {
    Optional<Double> number = number(text);
    return codes.stream()
        .anyMatch(code -> code.equals(text) || (number.isPresent() && number.equals(number(code))));
  }

  private static Optional<Double> number(String text) {
    return NUMBER.matcher(text).matches()
        ? Optional.of(Double.parseDouble(text) + 0.0)
        : Optional.empty();
  }
}
