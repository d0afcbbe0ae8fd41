package io.github.avnfh.survival.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SvgTest {

  /** Production 2 of Extensible Markup Language (XML) 1.0, fifth edition. */
  @ParameterizedTest
  @ValueSource(ints = {0x9, 0xA, 0xD, 0x20, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF})
  void writesEveryCharacterThatADocumentMayHold(int point) {
    assertThat(Svg.escaped(Character.toString(point))).isEqualTo(Character.toString(point));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0, 0x8, 0xB, 0xC, 0xE, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF})
  void replacesEveryOther(int point) {
    assertThat(Svg.escaped(Character.toString(point))).isEqualTo("\uFFFD");
  }

  @Test
  void lettersOfEastAsiaAreAsWideAsTheyAreHigh() {
    assertThat(Svg.width("\u1100\uB300\u9AA8", 10)).isEqualTo(30);
    assertThat(Svg.width("\u10FF", 10)).isLessThan(10);
    assertThat(Svg.width("hip", 10)).isCloseTo(3 * Svg.width("n", 10), within(1e-12));
  }
}
