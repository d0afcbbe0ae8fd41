package io.github.avnfh.core.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PillarsTest {

  @Test
  void readWhatTheyWrite() {
    for (Involvement medial : Involvement.values()) {
      for (Involvement lateral : Involvement.values()) {
        Pillars pillars = Pillars.of(medial, Involvement.PART, lateral);
        assertThat(Pillars.parse(pillars.code())).isEqualTo(pillars);
      }
    }
    assertThat(Pillars.parse("whole/part/none").lateral()).isEqualTo(Involvement.NONE);
  }

  @ParameterizedTest
  @CsvSource({"whole/part", "whole/part/none/none", "whole", "''"})
  void refuseAnythingButThree(String text) {
    assertThatThrownBy(() -> Pillars.parse(text))
        .hasMessageEndingWith("is not the involvement of three pillars; none, part or whole for"
            + " each was expected, as in whole/part/none");
  }

  @Test
  void refuseAnotherWord() {
    assertThatThrownBy(() -> Pillars.parse("whole/some/none"))
        .hasMessage(
            "a text of 4 characters is not an involvement; one of none, part, whole was expected");
  }
}
