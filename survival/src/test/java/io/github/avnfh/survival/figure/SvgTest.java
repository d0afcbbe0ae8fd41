package io.github.avnfh.survival.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvgTest {

  /** Production 2 of Extensible Markup Language (XML) 1.0, fifth edition. */
  @ParameterizedTest
  @ValueSource(ints = {0x20, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF})
  void writesEveryCharacterThatADocumentMayHold(int point) {
    assertThat(Svg.escaped(Character.toString(point))).isEqualTo(Character.toString(point));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0, 0x8, 0xE, 0x1B, 0x1F, 0x7F, 0x9B, 0x202E, 0xD800, 0xDFFF})
  void showsWhatActsOnAPage(int point) {
    assertThat(Svg.escaped(Character.toString(point)))
        .isEqualTo(String.format(Locale.ROOT, "\\u%04x", point));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x9, 0xA, 0xB, 0xC, 0xD, 0x85, 0x2028})
  void putsATextOnOneLine(int point) {
    assertThat(Svg.escaped("a" + Character.toString(point) + "b")).isEqualTo("a b");
  }

  @ParameterizedTest
  @ValueSource(ints = {0xFFFE, 0xFFFF})
  void replacesWhatIsNoCharacter(int point) {
    assertThat(Svg.escaped(Character.toString(point))).isEqualTo("\uFFFD");
  }

  @Test
  void lettersOfEastAsiaAreAsWideAsTheyAreHigh() {
    assertThat(Svg.width("\u1100\uB300\u9AA8", 10)).isEqualTo(30);
    assertThat(Svg.width("\u10FF", 10)).isLessThan(10);
  }

  /** The widths of Helvetica's letters, in thousandths: h 556, i 222, p 556, W 944, blank 278. */
  @Test
  void measuresLettersByTheirOwnWidths() {
    assertThat(Svg.width("hip", 10)).isCloseTo(13.34, within(1e-12));
    assertThat(Svg.width("W ~", 10)).isCloseTo(9.44 + 2.78 + 5.84, within(1e-12));
    assertThat(Svg.width("e\u0301", 10)).isCloseTo(5.56, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "hip, 13.34, hip",
    "hip, 13.33, ...",
    "stage two, 60, stage two",
    "stage two, 40, sta...two",
    "one    two, 43, one...two",
    "\uD83D\uDE00\uD83D\uDE01\uD83D\uDE02\uD83D\uDE03, 30, \uD83D\uDE00...\uD83D\uDE03",
    "WWW, 1, ..."
  })
  void shortensInTheMiddle(String text, double available, String shortened) {
    assertThat(Svg.shortened(text, 10, available)).isEqualTo(shortened);
  }
}
