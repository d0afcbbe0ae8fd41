package io.github.avnfh.core.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class CellParserProperties {
  private static double decimal(String text, char decimalSign) {
    char[] characters = ("x" + text + "9").toCharArray();
    return CellParser.PlainNumber.decimal(characters, 1, 1 + text.length(), decimalSign);
  }

  private static int whole(String text) {
    char[] characters = ("7" + text + "7").toCharArray();
    return CellParser.PlainNumber.whole(characters, 1, 1 + text.length());
  }

  @Property
  void readsTheDoubleNextToTheNumberWritten(
      @ForAll @LongRange(min = -999_999_999_999_999L, max = 999_999_999_999_999L) long digits,
      @ForAll @IntRange(max = 14) int scale) {
    String text = BigDecimal.valueOf(digits, scale).toPlainString();
    double read = decimal(text, '.');
    // zeros before the first digit count as digits
    assertThat(Double.isNaN(read) || read == Double.parseDouble(text)).as(text).isTrue();
    if (text.length() <= 15) {
      assertThat(read).isEqualTo(Double.parseDouble(text));
      assertThat(decimal(text.replace('.', ','), ',')).isEqualTo(read);
    }
  }

  @Property
  void readsWholeNumbers(@ForAll @IntRange(min = -999_999_999, max = 999_999_999) int number) {
    assertThat(whole(Integer.toString(number))).isEqualTo(number);
  }

  @Example
  void leavesEveryOtherFormToTheReadersOfTexts() {
    for (String text : new String[] {
      "", "-", ".", ".5", "+1", "1e3", "1.2.3", "1,5", "--1", " 1", "\u0663", "1234567890123456"
    }) {
      assertThat(decimal(text, '.')).as(text).isNaN();
    }
    for (String text : new String[] {"", "-", "1.0", "+1", "1e3", "1234567890", "\u0663"}) {
      assertThat(whole(text)).as(text).isEqualTo(CellParser.PlainNumber.NONE);
    }
  }

  /** The largest double is read, also from digits that round to it; what rounds beyond is not. */
  @Example
  void refusesNumbersBeyondTheLargestDouble() {
    for (String text :
        new String[] {"1.7976931348623157e308", "1.7976931348623158e308", "-1.7976931348623157E+308"
        }) {
      assertThat(Math.abs(CellParser.number(text, false))).as(text).isEqualTo(Double.MAX_VALUE);
    }
    for (String text : new String[] {"1.7976931348623159e308", "-1e309", "9".repeat(400)}) {
      assertThatThrownBy(() -> CellParser.number(text, false))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageEndingWith(" is too large; a number of at most 308 digits was expected");
    }
    assertThat(CellParser.number("1e-999", false)).isZero();
  }
}
