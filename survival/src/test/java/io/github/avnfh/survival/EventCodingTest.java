package io.github.avnfh.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodingTest {
  private static EventCoding named() {
    return EventCoding.named(Set.of("THA", "revision"), Set.of("alive", "lost"));
  }

  @Test
  void takesOneForTheEventInR() {
    assertThat(EventCoding.zeroOne().events(new int[] {1, 0})).containsExactly(true, false);
    assertThat(EventCoding.zeroOne().events(List.of("0", "1"))).containsExactly(false, true);
  }

  /** R itself takes 2 for the event where there is no 0, and everyone for dead if all are 1. */
  @ParameterizedTest
  @ValueSource(strings = {"2", "-1", "", " 1", "1.0", "true", "NA", "\u0661"})
  void refusesWhatIsNeitherZeroNorOne(String code) {
    assertThatThrownBy(() -> EventCoding.zeroOne().events(List.of("1", code)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("event [code] must be 1 for the event or 0 for censored, but was another in"
            + " row 2");
  }

  @Test
  void takesZeroForTheEventInCdisc() {
    assertThat(EventCoding.cnsr().events(new int[] {0, 1, 2, 10}))
        .containsExactly(true, false, false, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "", "01", "0.0", "N", "\u0661", "12345678901"})
  void refusesWhatIsNoCensoringCode(String code) {
    assertThatThrownBy(() -> EventCoding.cnsr().events(List.of(code)))
        .hasMessage("CNSR [code] must be 0 for the event or 1 or more for censored, but was another"
            + " in row 1");
  }

  @Test
  void knowsTheCodesThatWereNamed() {
    assertThat(named().events(List.of("alive", "THA", "lost", "revision")))
        .containsExactly(false, true, false, true);
    assertThatThrownBy(() -> named().events(List.of("THA", "tha")))
        .hasMessage("event [code] must be one of the 4 named ones, but was another in row 2");
  }

  /** Whoever passes times for events is told so. */
  @Test
  void refusesTimesInThePlaceOfCodes() {
    assertThatThrownBy(() -> EventCoding.zeroOne().events(new int[] {1, 365}))
        .hasMessageEndingWith("but was another in row 2");
  }

  @Test
  void refusesACodeThatMeansBoth() {
    assertThatThrownBy(() -> EventCoding.named(Set.of("1", "2"), Set.of("2")))
        .hasMessage("codes of both the event and censoring [count] must be 0, but were 1");
    assertThatThrownBy(() -> EventCoding.named(Set.of(), Set.of("0")))
        .hasMessage("codes of the event [count] must be 1 or more, but were 0");
  }

  @Test
  void readsEventsThatCompete() {
    EventCoding three = EventCoding.zeroOne().withCompeting(Set.of("2"));
    assertThat(three.outcomes(List.of("1", "0", "2")))
        .containsExactly(EventStatus.EVENT, EventStatus.CENSORED, EventStatus.COMPETING);
    EventCoding deaths = EventCoding.cnsr().withCompeting(Set.of("3"));
    assertThat(deaths.outcomes(List.of("3", "2", "0")))
        .containsExactly(EventStatus.COMPETING, EventStatus.CENSORED, EventStatus.EVENT);
    assertThatThrownBy(() -> three.outcomes(List.of("0", "3")))
        .hasMessage("event [code] must be 1 for the event or 0 for censored or one of the 1"
            + " competing ones, but was another in row 2");
  }

  /** Whether a death counts as censored is for the reader to say. */
  @Test
  void takesNoCompetingEventForACensoring() {
    EventCoding three = EventCoding.zeroOne().withCompeting(Set.of("2"));
    String message = "outcome [EVENT or CENSORED] must say what a competing event counts for, but"
        + " was COMPETING in row 2";
    assertThatThrownBy(() -> three.events(List.of("0", "2"))).hasMessage(message);
    assertThatThrownBy(() -> three.events(new int[] {1, 2})).hasMessage(message);
    assertThat(EventStatus.events(List.of(EventStatus.EVENT, EventStatus.CENSORED)))
        .containsExactly(true, false);
    assertThatThrownBy(() -> EventCoding.zeroOne().withCompeting(Set.of("1", "2")))
        .hasMessage("codes of both the event and a competing one [count] must be 0, but were 1");
    assertThatThrownBy(() -> EventCoding.zeroOne().withCompeting(Set.of("0")))
        .hasMessage("codes of both censoring and a competing event [count] must be 0, but were 1");
  }

  @Test
  void printsItsRule() {
    assertThat(named()).hasToString("EventCoding{event [code] must be one of the 4 named ones}");
    assertThat(named().withCompeting(Set.of("dead")))
        .hasToString("EventCoding{event [code] must be one of the 5 named ones}");
  }
}
