package io.github.avnfh.survival;

import java.util.List;
import java.util.Set;

/**
 * What a column of codes says about each row: the event, or censored.
 *
 * <p>Programs disagree: 1 is the event in R and censored in CDISC's CNSR, and R takes 2 for the
 * event where a column holds no 0. Whoever reads a column therefore names its coding, and a code
 * that the coding does not know is refused with its row. Messages hold no text of the column.
 *
 * <pre>{@code
 * FollowUp.ofDays(days, EventCoding.cnsr().events(cnsr));
 * FollowUp.ofDays(days, EventCoding.named(Set.of("THA"), Set.of("alive", "lost")).events(status));
 * }</pre>
 */
public final class EventCoding {

  private final Scheme scheme;
  private final Set<String> events;
  private final Set<String> censored;

  /** Where the codes come from. */
  private enum Scheme {
    R,
    CNSR,
    NAMED
  }

  private EventCoding(Scheme scheme, Set<String> events, Set<String> censored) {
    this.scheme = scheme;
    this.events = Set.copyOf(events);
    this.censored = Set.copyOf(censored);
  }

  /**
   * Returns R's coding by 0 and 1: 1 is the event, 0 is censored. A 2 is refused, because it is the
   * event where R's other coding by 1 and 2 was meant.
   *
   * @return the coding
   */
  public static EventCoding zeroOne() {
    return new EventCoding(Scheme.R, Set.of("1"), Set.of("0"));
  }

  /**
   * Returns the coding of CDISC's time-to-event data sets, the variable CNSR: 0 is the event, 1 and
   * every greater whole number is censored, each for a reason of its own.
   *
   * @return the coding
   */
  public static EventCoding cnsr() {
    return new EventCoding(Scheme.CNSR, Set.of("0"), Set.of());
  }

  /**
   * Returns a coding by names.
   *
   * @param events the codes of the event, at least one
   * @param censored the codes of censored rows, none of them a code of the event
   * @return the coding; any other code is refused
   * @throws IllegalArgumentException if there is no code of the event, or a code means both
   */
  public static EventCoding named(Set<String> events, Set<String> censored) {
    if (events.isEmpty()) {
      throw new IllegalArgumentException(
          "codes of the event [count] must be 1 or more, but were 0");
    }
    long both = events.stream().filter(censored::contains).count();
    if (both > 0) {
      throw new IllegalArgumentException(
          "codes of both the event and censoring [count] must be 0, but were " + both);
    }
    return new EventCoding(Scheme.NAMED, events, censored);
  }

  /**
   * Reads a column of codes.
   *
   * @param codes a code for each row
   * @return true for each row with the event, false for each that was censored
   * @throws IllegalArgumentException if the coding does not know a code
   */
  public boolean[] events(List<String> codes) {
    boolean[] read = new boolean[codes.size()];
    for (int row = 0; row < read.length; row++) {
      read[row] = isEvent(codes.get(row), row);
    }
    return read;
  }

  /**
   * Reads a column of numeric codes.
   *
   * @param codes a code for each row
   * @return true for each row with the event, false for each that was censored
   * @throws IllegalArgumentException if the coding does not know a code
   */
  public boolean[] events(int[] codes) {
    boolean[] read = new boolean[codes.length];
    for (int row = 0; row < read.length; row++) {
      read[row] = isEvent(Integer.toString(codes[row]), row);
    }
    return read;
  }

  private boolean isEvent(String code, int row) {
    boolean event = events.contains(code);
    if (event || isCensored(code)) {
      return event;
    }
    throw new IllegalArgumentException(rule() + ", but was another in row " + (row + 1));
  }

  private boolean isCensored(String code) {
    return scheme == Scheme.CNSR ? code.matches("[1-9][0-9]{0,8}") : censored.contains(code);
  }

  private String rule() {
    return switch (scheme) {
      case R -> "event [code] must be 1 for the event or 0 for censored";
      case CNSR -> "CNSR [code] must be 0 for the event or 1 or more for censored";
      case NAMED ->
        "event [code] must be one of the " + (events.size() + censored.size()) + " named ones";
    };
  }

  @Override
  public String toString() {
    return "EventCoding{" + rule() + "}";
  }
}
