package io.github.avnfh.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * What a column of codes says about each row: the event, censored, or an event that competes.
 *
 * <p>Programs disagree: 1 is the event in R and censored in CDISC's CNSR, and R takes 2 for the
 * event where a column holds no 0. Whoever reads a column therefore names its coding, and a code
 * that the coding does not know is refused with its row. Messages hold no text of the column.
 *
 * <pre>{@code
 * boolean[] ended = EventCoding.cnsr().events(new int[] {0, 1, 1}); // [true, false, false]
 * EventCoding.named(Set.of("THA"), Set.of("alive", "lost"))
 *     .events(List.of("alive", "THA", "lost"));                         // [false, true, false]
 * EventCoding.zeroOne().withCompeting(Set.of("2"))
 *     .outcomes(List.of("0", "1", "2"));                                // [CENSORED, EVENT, COMPETING]
 * FollowUp hips = FollowUp.ofDays(new int[] {120, 730, 731}, ended).build();
 * hips.events(); // 1
 * }</pre>
 */
public final class EventCoding {

  private final Scheme scheme;
  private final Set<String> events;
  private final Set<String> censored;
  private final Set<String> competing;

  /** Where the codes come from. */
  private enum Scheme {
    R,
    CNSR,
    NAMED
  }

  private EventCoding(
      Scheme scheme, Set<String> events, Set<String> censored, Set<String> competing) {
    this.scheme = scheme;
    this.events = Set.copyOf(events);
    this.censored = Set.copyOf(censored);
    this.competing = Set.copyOf(competing);
  }

  /**
   * Returns R's coding by 0 and 1: 1 is the event, 0 is censored. A 2 is refused, because it is the
   * event where R's other coding by 1 and 2 was meant.
   *
   * @return the coding
   */
  public static EventCoding zeroOne() {
    return new EventCoding(Scheme.R, Set.of("1"), Set.of("0"), Set.of());
  }

  /**
   * Returns the coding of CDISC's time-to-event data sets, the variable CNSR: 0 is the event, 1 and
   * every greater whole number is censored, each for a separate reason.
   *
   * @return the coding
   */
  public static EventCoding cnsr() {
    return new EventCoding(Scheme.CNSR, Set.of("0"), Set.of(), Set.of());
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
    requireNone("codes of both the event and censoring", events, censored);
    return new EventCoding(Scheme.NAMED, events, censored, Set.of());
  }

  /**
   * Names the codes of events that compete with the one of interest, such as a death; of CNSR, the
   * reasons of censoring that are such events.
   *
   * @param codes the codes, none of them a code of the event or, but for CNSR, of censoring
   * @return a coding that knows these codes too
   * @throws IllegalArgumentException if a code means both
   */
  public EventCoding withCompeting(Set<String> codes) {
    requireNone("codes of both the event and a competing one", events, codes);
    requireNone("codes of both censoring and a competing event", censored, codes);
    return new EventCoding(scheme, events, censored, codes);
  }

  private static void requireNone(String what, Set<String> codes, Set<String> others) {
    long both = codes.stream().filter(others::contains).count();
    if (both > 0) {
      throw new IllegalArgumentException(what + " [count] must be 0, but were " + both);
    }
  }

  /**
   * Reads a column of codes.
   *
   * @param codes a code for each row
   * @return true for each row with the event, false for each that was censored
   * @throws IllegalArgumentException if the coding does not know a code, or a code means an event
   *     that competes, which is neither
   */
  public boolean[] events(List<String> codes) {
    return EventStatus.events(outcomes(codes));
  }

  /**
   * Reads a column of numeric codes.
   *
   * @param codes a code for each row
   * @return true for each row with the event, false for each that was censored
   * @throws IllegalArgumentException if the coding does not know a code, or a code means an event
   *     that competes, which is neither
   */
  public boolean[] events(int[] codes) {
    return EventStatus.events(outcomes(codes.length, row -> Integer.toString(codes[row])));
  }

  /**
   * Reads a column of codes, of events that compete too.
   *
   * @param codes a code for each row
   * @return what ended each row
   * @throws IllegalArgumentException if the coding does not know a code
   */
  public List<EventStatus> outcomes(List<String> codes) {
    return outcomes(codes.size(), codes::get);
  }

  private List<EventStatus> outcomes(int rows, IntFunction<String> code) {
    List<EventStatus> outcomes = new ArrayList<>(rows);
    for (int row = 0; row < rows; row++) {
      outcomes.add(outcome(code.apply(row), row));
    }
    return outcomes;
  }

  private EventStatus outcome(String code, int row) {
    if (events.contains(code)) {
      return EventStatus.EVENT;
    }
    if (competing.contains(code)) {
      return EventStatus.COMPETING;
    }
    if (isCensored(code)) {
      return EventStatus.CENSORED;
    }
    throw new IllegalArgumentException(rule() + ", but was another in row " + (row + 1));
  }

  private boolean isCensored(String code) {
    return scheme == Scheme.CNSR ? code.matches("[1-9][0-9]{0,8}") : censored.contains(code);
  }

  private String rule() {
    int named = events.size() + censored.size() + competing.size();
    return switch (scheme) {
      case R -> "event [code] must be 1 for the event or 0 for censored" + orCompeting();
      case CNSR -> "CNSR [code] must be 0 for the event or 1 or more for censored";
      case NAMED -> "event [code] must be one of the " + named + " named ones";
    };
  }

  private String orCompeting() {
    return competing.isEmpty() ? "" : " or one of the " + competing.size() + " competing ones";
  }

  @Override
  public String toString() {
    return "EventCoding{" + rule() + "}";
  }
}
