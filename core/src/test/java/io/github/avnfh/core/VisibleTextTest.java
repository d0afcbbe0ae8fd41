package io.github.avnfh.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "stage II",
        "é",
        "نخر",
        "股骨头",
        "a\u200Db",
        "\uD83D\uDE00",
        "a\\u001b",
        " a\u00A0"
      })
  void leavesWordsAsTheyAre(String text) {
    assertThat(VisibleText.of(text)).isSameAs(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r\nb", "a\tb", "a\u000Bb", "a\u0085b", "a\u2028\u2029b"})
  void putsATextOnOneLine(String text) {
    assertThat(VisibleText.of(text)).isEqualTo("a b");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00, 0x07, 0x08, 0x0E, 0x1B, 0x1F, 0x7F, 0x84, 0x86, 0x9B, 0x9F, 0x202A, 0x202E, 0x2066,
        0x2069, 0xD800, 0xDFFF
      })
  void showsWhatActs(int point) {
    assertThat(VisibleText.of("a" + Character.toString(point) + "\uD83D\uDE00"))
        .isEqualTo("a\\u" + String.format(java.util.Locale.ROOT, "%04x", point) + "\uD83D\uDE00");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x20, 0x7E, 0xA0, 0x2027, 0x202F, 0x2065, 0x206A, 0xE000})
  void leavesTheirNeighborsAlone(int point) {
    assertThat(VisibleText.of(Character.toString(point))).isEqualTo(Character.toString(point));
  }

  @Test
  void showsASequenceThatColors() {
    assertThat(VisibleText.of("\u001b[31mred\u001b[0m")).isEqualTo("\\u001b[31mred\\u001b[0m");
  }
}
