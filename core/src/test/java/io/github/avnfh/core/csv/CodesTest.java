package io.github.avnfh.core.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.Side;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CodesTest {
  private static final Quantity DAY = Quantity.of("day", "days", -10, 1000);
  private static final Codes CODES = Codes.of("visit", List.of("day", "side", "seen", "note"));

  private static Optional<String> read(CsvRow row) {
    return Optional.of(row.wholeNumber("day", DAY) + " " + row.optional("side", Side::parse) + " "
        + row.flag("seen") + " " + row.text("note").orElse("-"));
  }

  private static String of(String code, Object value) {
    return CODES.read(Collections.singletonMap(code, value), CodesTest::read);
  }

  static Stream<Object> oneHundred() {
    return Stream.of(
        100,
        100L,
        (short) 100,
        (byte) 100,
        100.0,
        100f,
        new BigDecimal("1E+2"),
        new BigDecimal("100.00"),
        BigInteger.valueOf(100),
        "100",
        " 100 ");
  }

  @ParameterizedTest
  @MethodSource("oneHundred")
  void takeAWholeNumberOfAnyKind(Object number) {
    assertThat(of("day", number)).startsWith("OptionalInt[100]");
  }

  @Test
  void writeANumberAsItsDigits() {
    assertThat(Stream.of(12.5, -0.0, 0.1f, 1e-300, new BigDecimal("0.30"), 1e22)
            .map(number -> of("note", number)))
        .extracting(text -> text.substring(text.lastIndexOf(' ') + 1))
        .containsExactly("12.5", "0", "0.1", "1E-300", "0.3", "1E+22");
    assertThat(of("note", new BigDecimal("1E+999999999"))).endsWith(" 1E+999999999");
  }

  @Test
  void takeYesAndNoInFourForms() {
    assertThat(Stream.of(true, "true", 1, "1", 1.0).map(yes -> of("seen", yes)))
        .allMatch(read -> read.contains("Optional[true]"));
    assertThat(Stream.of(false, "false", 0, "0", 0.0).map(no -> of("seen", no)))
        .allMatch(read -> read.contains("Optional[false]"));
  }

  @Test
  void takeACategoryByItsCode() {
    assertThat(of("side", Side.LEFT)).isEqualTo(of("side", "L"));
  }

  @Test
  void takeWhatIsEmptyNullOrNotThereAsMissing() {
    Map<String, String> empty = new HashMap<>(Map.of("day", "", "side", " "));
    empty.put("seen", null);
    assertThat(CODES.<String>read(empty, CodesTest::read))
        .isEqualTo(CODES.<String>read(Map.of(), CodesTest::read))
        .isEqualTo("OptionalInt.empty Optional.empty Optional.empty -");
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(
            "Day", 1, "visit [code] must be one of day, side, seen, note, but was another"),
        Arguments.of("dai", 1, "visit [code] must be one of day, side, seen, note, but was dai"),
        Arguments.of(null, 1, "visit [code] must be one of day, side, seen, note, but was another"),
        Arguments.of(
            "day", 1001, "day of visit: day [days] must lie in -10.0..1000.0, but was 1001.0"),
        Arguments.of(
            "day",
            1.5,
            "day of visit: '1.5' is not a whole number; digits 0 to 9 were expected, or nothing where"
                + " it is missing"),
        Arguments.of(
            "day",
            true,
            "day of visit: a text of 4 characters is not a whole number; digits 0 to 9 were expected,"
                + " or nothing where it is missing"),
        Arguments.of(
            "seen", 2, "seen of visit: '2' is neither yes nor no; one of 0, 1 was expected"),
        Arguments.of(
            "side",
            "Maria Muster",
            "side of visit: a text of 12 characters is not a side of the body; one of L, R was"
                + " expected"),
        Arguments.of("note", Double.NaN, OTHER),
        Arguments.of("note", Float.NEGATIVE_INFINITY, OTHER),
        Arguments.of("note", List.of("a"), OTHER),
        Arguments.of("note", "x".repeat(4097), OTHER));
  }

  private static final String OTHER =
      "note of visit [value] must be a text of at most 4096 characters, a finite number, true or"
          + " false, but was another";

  @ParameterizedTest
  @MethodSource
  void refused(String code, Object value, String words) {
    assertThatThrownBy(() -> of(code, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(words);
  }

  @Test
  void tellEveryThingThatIsWrong() {
    assertThatThrownBy(() -> CODES.read(Map.of("day", "x", "seen", "y"), CodesTest::read))
        .hasMessage(
            "day of visit: 'x' is not a whole number; digits 0 to 9 were expected, or nothing"
                + " where it is missing; seen of visit: 'y' is neither yes nor no; one of 0, 1 was"
                + " expected");
  }

  @Test
  void keepBackWhatTheyAreTold() {
    assertThatThrownBy(() -> CODES
            .withWithheld(text -> true)
            .read(Map.of("day", 1001, "seen", "P7"), CodesTest::read))
        .hasMessage("day of visit: day [days] must lie in -10.0..1000.0, and this cell does not;"
            + " seen of visit: the text is neither yes nor no; one of 0, 1 was expected");
  }

  @Test
  void refuseWhatIsNotWhole() {
    assertThatThrownBy(() -> CODES.read(Map.of(), row -> Optional.empty()))
        .hasMessage("visit [codes] must tell all that is required, but do not");
    assertThatThrownBy(() -> CODES.texts(List.of("1")))
        .hasMessage("row [cells] must have 4..4, but had 1");
  }

  @Test
  void areTextsWithoutWhatIsMissing() {
    assertThat(CODES.texts(List.of("1", "", "0", ""))).hasToString("{day=1, seen=0}");
    assertThat(CODES.columns()).containsExactly("day", "side", "seen", "note");
  }
}
