package io.github.avnfh.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Quantity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets and exports make of one table, and what is refused as a whole. */
class TableFormsTest {
  private static final Quantity PAIN = Quantity.of("pain", "cm", 0, 10);
  private final Problems problems = new Problems();

  private List<String> read(String text, CsvFormat format) {
    List<String> rows = new ArrayList<>();
    CsvInput.of("t.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), format)
        .withRequired(List.of("day", "vas"))
        .forEachRow(
            problems,
            row -> rows.add(row.line() + ":" + row.text("day").orElse("") + "/"
                + row.number("vas", PAIN).orElse(-1)));
    return rows;
  }

  private List<String> read(String text) {
    return read(text, CsvFormat.withDefaults());
  }

  /** The same through the reader of characters. */
  private List<String> readCells(String text) {
    List<String> rows = new ArrayList<>();
    CsvInput.of(
            "t.csv",
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            CsvFormat.withDefaults())
        .withRequired(List.of("day", "vas"))
        .forEachRow(
            new Problems(),
            List.of("day", "vas"),
            cells -> rows.add(
                cells.line() + ":" + cells.text(0) + "/" + Double.parseDouble(cells.text(1))),
            row -> rows.add(row.line() + ":" + row.text("day").orElse("") + "/"
                + row.number("vas", PAIN).orElse(-1)));
    return rows;
  }

  private List<String> told() {
    return problems.list().stream().map(Problem::text).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "day,vas\n1,3.5\n2,4\n",
        "day;vas\n1;3.5\n2;4\n",
        "day\tvas\n1\t3.5\n2\t4\n",
        "\uFEFFday,vas\r\n1,3.5\r\n2,4",
        "day,vas,,\n1,3.5,,\n2,4,,\n",
        "day,vas,,\n1,3.5\n2,4,,\n",
        "\"a;b;c;d\",day,vas\n,1,3.5\n,2,4\n",
      })
  void readsTheTableHoweverItIsWritten(String text) {
    assertThat(read(text)).containsExactly("2:1/3.5", "3:2/4.0");
    assertThat(told()).isEmpty();
    assertThat(readCells(text)).containsExactly("2:1/3.5", "3:2/4.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sep=;", "SEP=;", "\"sep=;\"", "\uFEFFsep=;"})
  void passesOverTheLineThatNamesTheSeparatorAndCountsIt(String first) {
    assertThat(read(first + "\nday;vas;a,b,c,d\n1;3.5;\n")).containsExactly("3:1/3.5");
    assertThat(read(first.replace(';', '\t') + "\r\nday\tvas\n1\t3.5\n"))
        .containsExactly("3:1/3.5");
    assertThat(told()).isEmpty();
  }

  @Test
  void passesOverRowsOfSeparatorsOnly() {
    String text = "day,vas\n,\n1,3.5\n , \n\"\",\"\"\n2,4\n,\n";
    assertThat(read(text)).containsExactly("3:1/3.5", "6:2/4.0");
    assertThat(readCells(text)).containsExactly("3:1/3.5", "6:2/4.0");
    assertThat(told()).isEmpty();
  }

  @Test
  void refusesAValueUnderNoName() {
    assertThat(read("day,vas,,\n1,3.5,,x\n")).isEmpty();
    assertThat(told())
        .containsExactly("t.csv:2: column number 4: has no name in the header, but holds a value;"
            + " an empty cell was expected");
    assertThat(problems.concernFiles()).isFalse();
  }

  @Test
  void readsRemarksInSeveralLinesInAColumnThatIsNotRead() {
    String text = "day,vas,remark\n1,3.5,\"lost tel\nno answer\"\n2,4,\"a\r\nb\r\nc\"\n3,5,\n";
    assertThat(read(text)).containsExactly("2:1/3.5", "4:2/4.0", "7:3/5.0");
    assertThat(readCells(text)).containsExactly("2:1/3.5", "4:2/4.0", "7:3/5.0");
    assertThat(told()).isEmpty();
  }

  @Test
  void takesALineBreakInAColumnThatIsReadForOneBadRow() {
    assertThat(read("day,vas,x,y\n1,\"3\n.5\",,\n2,4,,\n")).containsExactly("4:2/4.0");
    assertThat(told()).hasSize(1);
    assertThat(problems.concernFiles()).isFalse();
  }

  /** A quote opened in one row and closed in another, for every pair of rows and every column. */
  @Test
  void neverTakesRowsThatAQuoteSwallowedForARemark() {
    for (int from = 1; from < 6; from++) {
      for (int to = from + 1; to < 7; to++) {
        for (int column = 0; column < 4; column++) {
          assertSwallowed(from, to, column);
        }
      }
    }
  }

  private void assertSwallowed(int from, int to, int column) {
    List<String> lines = new ArrayList<>(List.of("day,vas,remark,more"));
    IntStream.range(1, 8).forEach(day -> lines.add(day + ",4,note " + day + ",x"));
    lines.set(from, quoted(lines.get(from), column, true));
    lines.set(to, quoted(lines.get(to), column, false));
    Problems found = new Problems();
    List<String> rows = new ArrayList<>();
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    CsvInput.of("t.csv", new ByteArrayInputStream(bytes), CsvFormat.withDefaults())
        .withRequired(List.of("day", "vas"))
        .forEachRow(found, row -> rows.add(row.text("day").orElse("")));
    assertThat(found.concernFiles()).as(from + " to " + to + " in " + column).isTrue();
    assertThat(rows).hasSize(7 - (to - from + 1));
  }

  private static String quoted(String line, int column, boolean before) {
    String[] cells = line.split(",");
    cells[column] = before ? '"' + cells[column] : cells[column] + '"';
    return String.join(",", cells);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "day\n1\n",
        "day,vas,vas\n1,2,3\n",
        "day,,vas\n1,2,3\n",
        "day,vas\n1,\"2\n",
        "day,vas\n",
      })
  void concernsTheFileWhereNoRowIsToBlame(String text) {
    Problems found = new Problems();
    CsvInput input = CsvInput.of(
            "t.csv",
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            CsvFormat.withDefaults())
        .withRequired(List.of("day", "vas"));
    if (input.forEachRow(found, CsvRow::line) == 0 && found.isEmpty()) {
      input.reportNoRows(found);
    }
    assertThat(found.concernFiles()).isTrue();
  }

  @Test
  void namesACellAndARowThatAreTooLarge() {
    read("day,vas\n1," + "9".repeat(1_100_000) + "\n");
    read("day,vas" + ",x".repeat(17_000) + "\n");
    read("day,vas\n1,\"" + "9\n".repeat(9_000_000));
    assertThat(told())
        .containsExactly(
            "t.csv:2: column day: a cell here or below is larger than can be read, perhaps for a"
                + " quote left open; 1048576 characters at most were expected; nothing from there"
                + " on was read",
            "t.csv:1: column day: the row that begins here or below has more columns than can be"
                + " read; 16384 at most were expected; nothing from there on was read",
            "t.csv:2: column day: a cell here or below is larger than can be read, perhaps for a"
                + " quote left open; 1048576 characters at most were expected; nothing from there"
                + " on was read");
    assertThat(problems.concernFiles()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"20190412", "20190412.0", "123456789", "1e9", "-20190412"})
  void neverRepeatsANumberAsLongAsADateOrARecordNumber(String number) {
    read("day,vas\n1," + number + "\n");
    assertThat(told())
        .containsExactly("t.csv:2: column vas: pain [cm] must lie in 0.0..10.0, but was a number of"
            + " 8 or more digits");
  }

  /** Wherever in the sentence a number of the row stands; the ends of a legal range stay. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "must lie before the time 1.23456789012E11, but was 5.0 | must lie before the time #, but was 5.0",
        "must lie before the time 20190412, but was 20190413.5 | must lie before the time #, but was #",
        "must lie in 1..2147483647, but was -20190412 | must lie in 1..2147483647, but was #",
        "must lie in -1.7E308..1.7E308, but was 1.0E9 | must lie in -1.7E308..1.7E308, but was #",
        "must lie in 0.0..1.0E9, but was 1234567.5 | must lie in 0.0..1.0E9, but was 1234567.5",
        "ended on 12345678. | ended on #.",
        "hip A1234567890 of 2021-02-03 at 1.0E-9 | hip A1234567890 of 2021-02-03 at 1.0E-9"
      })
  void withholdsEveryLongNumberOfASentence(String told, String shown) {
    assertThat(CellParser.withoutLongNumber(told))
        .isEqualTo(shown.replace("#", "a number of 8 or more digits"));
  }

  @Test
  void repeatsAShortNumber() {
    read("day,vas\n1,1234567\n");
    assertThat(told())
        .containsExactly("t.csv:2: column vas: pain [cm] must lie in 0.0..10.0, but was 1234567.0");
  }

  /** With a decimal comma a point may part thousands, and so may a comma before three zeros. */
  @ParameterizedTest
  @ValueSource(strings = {"1.000", "1,000", "1.0", "1,0", "2.5", "."})
  void takesNoOtherSignInAWholeNumberOfATableWithDecimalComma(String number) {
    CsvFormat comma = CsvFormat.withDefaults().withDecimalComma(true);
    CsvInput.of(
            "t.csv",
            new ByteArrayInputStream(
                ("day;vas\n" + number + ";1\n").getBytes(StandardCharsets.UTF_8)),
            comma)
        .withRequired(List.of("day", "vas"))
        .forEachRow(
            problems,
            row -> assertThat(row.wholeNumber("day", Quantity.of("day", "days", 0, 2000)))
                .isEmpty());
    assertThat(problems.list()).hasSize(1);
  }

  @Test
  void readsOneDecimalSignAndRefusesTheOther() {
    CsvFormat comma = CsvFormat.withDefaults().withDecimalComma(true);
    assertThat(read("day;vas\n1;3,5\n2;3.5\n3;3\n", comma))
        .containsExactly("2:1/3.5", "3:2/-1.0", "4:3/3.0");
    assertThat(told())
        .containsExactly("t.csv:3: column vas: '3.5' is not a number; digits 0 to 9 with ',' as"
            + " decimal sign were expected, or nothing where it is missing");
  }

  @Test
  void tellsWhereBytesAreNotUtf8() {
    byte[] bytes = "day,vas,who\n1,2,Bj\u00F6rn\n".getBytes(StandardCharsets.ISO_8859_1);
    CsvInput.of("t.csv", new ByteArrayInputStream(bytes), CsvFormat.withDefaults())
        .withRequired(List.of("day", "vas"))
        .forEachRow(problems, row -> assertThat(row.line()).isZero());
    assertThat(told())
        .containsExactly("t.csv:2: column who: holds bytes that are not UTF-8 at character 3; text"
            + " in UTF-8 was expected, and this is likely windows-1252, which the format can name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
  void readsTheCharactersThatTheByteOrderMarkTells(String charset) throws IOException {
    byte[] text = "\uFEFFday,vas,seat\n183,3.5,r\u00FCckw\u00E4rts\n".getBytes(charset);
    List<String> seats = new ArrayList<>();
    CsvInput.of("t.csv", new ByteArrayInputStream(text), CsvFormat.withDefaults())
        .withRequired(List.of("day", "vas"))
        .forEachRow(problems, row -> seats.add(row.text("seat").orElse("")));
    assertThat(problems.list()).isEmpty();
    assertThat(seats).containsExactly("r\u00FCckw\u00E4rts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE"})
  void tellsUtf16WithoutAByteOrderMark(String charset) throws IOException {
    byte[] text = "day,vas\n183,3.5\n".getBytes(charset);
    CsvInput.of("t.csv", new ByteArrayInputStream(text), CsvFormat.withDefaults())
        .forEachRow(problems, row -> {});
    assertThat(problems.list())
        .isNotEmpty()
        .first()
        .satisfies(problem -> assertThat(problem.message())
            .isEqualTo("has a name with null characters, as text in UTF-16 without a byte order"
                + " mark has; UTF-8 was expected"));
    assertThat(problems.concernFiles()).isTrue();
  }
}
