package io.github.avnfh.core.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Quantity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the cells of a row are read as, and what a table, a header and a line are refused for. */
class CsvCellsOfARowTest {
  private static final Quantity DAY = Quantity.of("day", "days", 0, 100);
  private final Problems problems = new Problems();

  private static CsvInput input(byte[] bytes, CsvFormat format) {
    return CsvInput.of("t.csv", () -> new ByteArrayInputStream(bytes), format);
  }

  private static CsvInput input(String text) {
    return input(text.getBytes(StandardCharsets.UTF_8), CsvFormat.withDefaults());
  }

  private long read(CsvInput input, Consumer<CsvRow> action) {
    return input.forEachRow(problems, action);
  }

  private List<String> told() {
    return problems.list().stream().map(Problem::text).toList();
  }

  @Test
  void knowsItsColumnsAndWhichOfThemAreEmpty() {
    CsvInput table = input("day,vas,note\n1,,#N/A\n").withOptional(List.of("day", "pain"));
    assertThat(read(table, row -> {
          assertThat(row.columns()).containsExactly("day", "vas", "note");
          assertThat(row.hasColumn("vas")).isTrue();
          assertThat(row.hasColumn("pain")).isFalse();
          assertThat(row.hasColumn("other")).isFalse();
          assertThat(row.isEmpty("day")).isFalse();
          assertThat(row.isEmpty("vas")).isTrue();
          assertThat(row.isEmpty("pain")).isTrue();
          assertThat(row.areEmpty(List.of())).isTrue();
          assertThat(row.areEmpty(List.of("vas", "pain"))).isTrue();
          assertThat(row.areEmpty(List.of("vas", "day"))).isFalse();
          assertThat(row.holds("day", "1")).isTrue();
          assertThat(row.holds("day", "2")).isFalse();
          assertThat(row.holds("day", "11")).isFalse();
          assertThat(row.holds("vas", "")).isTrue();
          assertThat(row.holds("pain", "")).isFalse();
          assertThat(row.isSpreadsheetError("note")).isTrue();
          assertThat(row.isSpreadsheetError("day")).isFalse();
          assertThat(row.isSpreadsheetError("vas")).isFalse();
          assertThat(row.isSpreadsheetError("pain")).isFalse();
          assertThat(row.isSound()).isTrue();
          assertThat(row).hasToString("CsvRow{line=2}");
        }))
        .isEqualTo(1);
    assertThat(told()).isEmpty();
  }

  @Test
  void hasNoColumnOfAnyOtherName() {
    read(input("day,vas\n1,2\n"), row -> {
      assertThat(row.hasColumn("")).isFalse();
      for (char letter = 'a'; letter <= 'z'; letter++) {
        assertThat(row.hasColumn(String.valueOf(letter))).isFalse();
        assertThat(row.text("da" + letter).isPresent()).isEqualTo(letter == 'y');
      }
    });
  }

  @Test
  void reportsASpreadsheetErrorOnce() {
    read(input("day,vas\n#REF!,2\n"), row -> {
      row.reportSpreadsheetError("day");
      row.report("vas", "is wrong");
      assertThat(row.isSound()).isFalse();
      assertThat(row.isEmpty("day")).isFalse();
      assertThat(row.isEmpty("vas")).isFalse();
    });
    assertThat(told())
        .containsExactly(
            "t.csv:2: column day: holds an error of a spreadsheet or is merged into another cell;"
                + " a value or an empty cell was expected",
            "t.csv:2: column vas: is wrong");
  }

  @Test
  void readsNumbersDaysAndYesAndNo() {
    read(input("day,vas,date,flag\n7,3.25,2021-03-04,1\n007.0,+2.5e0,,0\n"), row -> {
      boolean first = row.line() == 2;
      assertThat(row.wholeNumber("day", DAY)).hasValue(7);
      assertThat(row.requiredWholeNumber("day", DAY)).hasValue(7);
      assertThat(row.number("vas", DAY)).hasValue(first ? 3.25 : 2.5);
      assertThat(row.requiredNumber("vas")).hasValue(first ? 3.25 : 2.5);
      assertThat(row.flag("flag")).contains(first);
      if (first) {
        assertThat(row.date("date")).contains(LocalDate.of(2021, 3, 4));
        assertThat(row.required("date", LocalDate::parse)).contains(LocalDate.of(2021, 3, 4));
      } else {
        assertThat(row.date("date")).isEmpty();
        assertThat(row.number("date", DAY)).isEmpty();
        assertThat(row.wholeNumber("date", DAY)).isEmpty();
      }
    });
    assertThat(told()).isEmpty();
  }

  @Test
  void readsTheEndsOfARangeAndRefusesWhatLiesBeyond() {
    List<OptionalInt> days = new ArrayList<>();
    read(input("day\n0\n100\n101\n-1\n-0\n"), row -> days.add(row.wholeNumber("day", DAY)));
    assertThat(days)
        .containsExactly(
            OptionalInt.of(0),
            OptionalInt.of(100),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.of(0));
    assertThat(told())
        .containsExactly(
            "t.csv:4: column day: day [days] must lie in 0.0..100.0, but was 101.0",
            "t.csv:5: column day: day [days] must lie in 0.0..100.0, but was -1.0");
    assertThat(problems.rows()).isEqualTo(2);
  }

  @Test
  void reportsARequiredWholeNumberThatIsEmpty() {
    read(
        input("day,x\n,1\n"),
        row -> assertThat(row.requiredWholeNumber("day", DAY)).isEmpty());
    assertThat(told()).containsExactly("t.csv:2: column day: is empty; a value was expected");
    assertThat(problems).hasToString("Problems{1}");
  }

  @Test
  void countsTheRowsOfItsProblemsAndNotTheProblems() {
    read(input("a,b\n1,2\n3,4\n"), row -> {
      row.report("a", "is wrong");
      row.report("b", "is wrong");
    });
    assertThat(problems.size()).isEqualTo(4);
    assertThat(problems.rows()).isEqualTo(2);
  }

  /** Texts of one hash, such as Aa and BB, share a place of what is kept. */
  @Test
  void parsesATextAgainOnlyWhereAnotherTookItsPlace() {
    List<String> parsed = new ArrayList<>();
    Function<String, String> parser = CsvRow.caching(1 << 4, text -> {
      parsed.add(text);
      return text + "!";
    });
    List<String> read = new ArrayList<>();
    read(
        input("x,word\n1,Aa\n2,Aa\n3,BB\n4,Aa\n5,ab\n6,ba\n7,Aa\n"),
        row -> read.add(row.optional("word", parser).orElse("")));
    assertThat(read).containsExactly("Aa!", "Aa!", "BB!", "Aa!", "ab!", "ba!", "Aa!");
    assertThat(parsed).containsExactly("Aa", "BB", "Aa", "ab", "ba");
    assertThat(parser.apply("x")).isEqualTo("x!");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 3, 1 << 17, Integer.MIN_VALUE})
  void refusesToKeepANumberOfTextsThatIsNoPowerOfTwo(int places) {
    assertThatThrownBy(() -> CsvRow.caching(places, text -> text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "texts kept by a parser [count] must be a power of two in 1..65536, but was " + places);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 1 << 16})
  void keepsAPowerOfTwoOfTexts(int places) {
    assertThat(CsvRow.caching(places, text -> text).apply("a")).isEqualTo("a");
  }

  @Test
  void readsRowsOfMaps() {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("vas", 3.5);
    more.put("flag", true);
    CsvInput rows = CsvInput.ofRows("form", List.of(Map.of("day", 1), more, Map.of("flag", false)));
    List<String> read = new ArrayList<>();
    assertThat(read(
            rows,
            row -> read.add(row.columns().stream()
                .map(column -> row.text(column).orElse("-"))
                .toList()
                .toString())))
        .isEqualTo(3);
    assertThat(read).containsExactly("[1, -, -]", "[-, 3.5, 1]", "[-, -, 0]");
    read(rows, row -> {});
    assertThat(told()).isEmpty();
  }

  @Test
  void refusesRowsOfMapsWithANullColumnOrAnotherKindOfValue() {
    Map<String, Object> unnamed = new LinkedHashMap<>();
    unnamed.put(null, 1);
    assertThatThrownBy(() -> CsvInput.ofRows("form", List.of(unnamed)))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> CsvInput.ofRows("form", List.of(Map.of("day", List.of()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("value of a row [cell] must be a text of at most 4096 characters, a finite"
            + " number, true or false, but was another");
    read(CsvInput.ofRows("form", List.of()), row -> {});
    assertThat(told())
        .containsExactly("form:1: column 1: the file is empty; a header line was expected");
  }

  @Test
  void tellsAFileThatIsNotThereFromOneThatCannotBeRead() {
    CsvInput.absent("a.csv", CsvFormat.withDefaults())
        .withRequired(List.of("day"))
        .forEachRow(problems, row -> {});
    Supplier<InputStream> broken = () -> {
      throw new UncheckedIOException(new IOException("disk"));
    };
    CsvInput.of("b.csv", broken, CsvFormat.withDefaults()).forEachRow(problems, row -> {});
    CsvInput.of("c.csv", broken, CsvFormat.withDefaults())
        .forEachRow(problems, List.of(), cells -> true, row -> {});
    assertThat(told())
        .containsExactly(
            "a.csv:1: column day: the file is not there; a readable CSV file was expected",
            "b.csv:1: column 1: the file cannot be read; a readable CSV file was expected",
            "c.csv:1: column 1: the file cannot be read; a readable CSV file was expected");
  }

  /** A spreadsheet quotes a comment with a comma. */
  @Test
  void passesOverCommentsBeforeAndAfterTheHeader() {
    String text = "# a;b;c\n\n\"# d, e\"\nday,vas\n1,2\n#3,4\n\"# f, g\",\n5,6\n";
    CsvFormat comments = CsvFormat.withDefaults().withComments(true);
    List<String> days = new ArrayList<>();
    assertThat(read(
            input(text.getBytes(StandardCharsets.UTF_8), comments),
            row -> days.add(row.text("day").orElse(""))))
        .isEqualTo(2);
    assertThat(days).containsExactly("1", "5");
    assertThat(told()).isEmpty();
    read(input("day,vas\n#3,4\n"), row -> days.add(row.text("day").orElse("")));
    assertThat(days).endsWith("#3");
  }

  @Test
  void refusesUnknownColumnsInStrictReadingOnly() {
    CsvFormat strict = CsvFormat.withDefaults().withStrict(true);
    byte[] bytes = "day,vas,seat\n1,2,3\n".getBytes(StandardCharsets.UTF_8);
    CsvInput table = input(bytes, strict).withRequired(List.of("day")).withOptional(List.of("vas"));
    assertThat(read(table, row -> {})).isZero();
    assertThat(told())
        .containsExactly("t.csv:1: column seat: is unknown; only known columns are allowed in"
            + " strict reading");
    assertThat(read(table.withUnknownIgnored(), row -> {})).isEqualTo(1);
    assertThat(read(table.withFormat(CsvFormat.withDefaults()), row -> {})).isEqualTo(1);
    assertThat(problems.size()).isEqualTo(1);
    assertThat(table.format()).isEqualTo(strict);
    assertThat(table).hasToString("CsvInput{1 required columns}");
  }

  /** The name of a column is repeated only where the header is one of names throughout. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "day,vas\\n1\\n | 2: column vas: is missing from the line; 2 fields were expected, but there are 1",
        "day,vas\\n1,2,3\\n | 2: column vas: is followed by more fields; 2 fields were expected, but there are 3",
        "day,vas,1x\\n1\\n | 2: column vas: is missing from the line; 3 fields were expected, but there are 1",
        "day,vas,1x\\n1,2\\n | 2: column number 3: is missing from the line; 3 fields were expected, but there are 2",
        "day,vas,pain\\n1,2\\n | 2: column pain: is missing from the line; 3 fields were expected, but there are 2",
        "day,vas,vas\\n | 1: column vas: occurs twice in the header; one column of that name was expected",
        "day,vas,,x\\n | 1: column number 3: has no name in the header; a name was expected",
        "day,vas,x\uFFFD\\n | 1: column number 3: has a name with bytes that are not UTF-8; text in UTF-8 was expected",
        "day,vas,\"x\\ny\"\\n | 1: column number 3: has a name with a line break; a header in one line was expected",
        "day,vas,\"x\\ry\"\\n | 1: column number 3: has a name with a line break; a header in one line was expected",
        "day,vas,x\\n1,2,a\uFFFD\\n | 2: column x: holds bytes that are not UTF-8 at character 2; text in UTF-8 was expected",
      })
  void namesTheColumnThatALineOrAHeaderIsRefusedFor(String text, String words) {
    read(
        input(text.replace("\\n", "\n").replace("\\r", "\r")).withRequired(List.of("day", "vas")),
        row -> assertThat(row.line()).isZero());
    assertThat(told()).containsExactly("t.csv:" + words);
  }

  @Test
  void refusesAHeaderOfOneEmptyName() {
    read(input("\"\"\n1\n"), row -> {});
    assertThat(told())
        .containsExactly(
            "t.csv:1: column number 1: has no name in the header; a name was expected");
  }

  @Test
  void readsACellAndARowOfTheGreatestSize() {
    String cell = "9".repeat(1 << 20);
    read(
        input("day,vas\n1," + cell + "\n"),
        row -> assertThat(row.holds("vas", cell)).isTrue());
    String names = ",x".repeat((1 << 14) - 1);
    input("day" + names + "\n").forEachRow(problems, row -> {});
    assertThat(told())
        .hasSize((1 << 14) - 2)
        .allMatch(words -> words.contains("occurs twice in the header"));
  }

  @Test
  void keepsEveryCellOfALongRow() {
    List<String> names = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int column = 0; column < 70; column++) {
      names.add("c" + "x".repeat(column));
      texts.add(("\u00E4" + column).repeat(1 + column % 9));
    }
    names.set(69, "last");
    for (String separator : List.of(",", ";", "\t")) {
      List<String> read = new ArrayList<>();
      String table = String.join(separator, names) + "\n" + String.join(separator, texts) + "\n";
      read(input(table), row -> names.forEach(name -> read.add(row.text(name).orElse(""))));
      assertThat(read).isEqualTo(texts);
      List<String> characters = new ArrayList<>();
      input(table)
          .forEachRow(
              problems,
              names,
              cells -> {
                for (int column = 0; column < names.size(); column++) {
                  characters.add(cells.text(column));
                }
                return true;
              },
              row -> {});
      assertThat(characters).isEqualTo(texts);
    }
    assertThat(told()).isEmpty();
  }

  @Test
  void keepsTheStrippedTextAndTheLineOfEveryRow() {
    List<CsvRow> rows = new ArrayList<>();
    read(input("day,note\n 1 ,\" a\r\nb \"\n2,\n").withRequired(List.of("day")), rows::add);
    assertThat(told()).isEmpty();
    assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 4L);
    assertThat(rows.get(0).text("day")).contains("1");
    assertThat(rows.get(0).text("note")).contains("a\r\nb");
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252, Bj\u00F6rn \u00FCber Andr\u00E9, windows-1252",
    "windows-1256, \u0648\u0631\u0643 \u0623\u064A\u0645\u0646 b, windows-1256",
    "windows-1256, \u0648\u0631\u0643 x \u00E9 \u00E9 \u00E9 b, windows-1252",
    "windows-1256, \u0648\u0631\u0643 x \u00E9 \u00E9 b, windows-1256",
    "windows-1256, \u0648\u0631 x, windows-1252"
  })
  void tellsTheAlphabetThatWordsOfThreeLettersAreLikelyIn(
      String charset, String text, String likely) {
    CsvInput input = input(
        ("day,vas,who\n1,2," + text + "\n").getBytes(Charset.forName(charset)),
        CsvFormat.withDefaults());
    read(input, row -> {});
    assertThat(input.likelyCharset()).contains(likely);
    assertThat(told()).hasSize(1);
    CsvInput named =
        input.withFormat(CsvFormat.withDefaults().withCharset(Charset.forName(charset)));
    List<String> who = new ArrayList<>();
    read(named, row -> who.add(row.text("who").orElse("")));
    assertThat(who).containsExactly(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.000001, 0.000001",
    "0.00000099, 9.9E-7",
    "1e15, 1000000000000000",
    "9.5e15, 9500000000000000",
    "1e16, 1E+16",
    "1.5e-6, 0.0000015",
    "-2.50, -2.5",
    "0, 0",
    "-0.0, 0",
    "2e-323, 2E-323",
    "0.1, 0.1"
  })
  void writesANumberWithoutExponentFromAMillionthToAThousandMillionMillions(
      double value, String text) {
    assertThat(CsvOutput.number(value)).isEqualTo(text);
    assertThat(CsvOutput.number(OptionalDouble.of(value))).isEqualTo(text);
  }

  @Test
  void writesAMissingNumberAsAnEmptyCell() {
    assertThat(CsvOutput.number(OptionalDouble.empty())).isEmpty();
    assertThat(CsvOutput.number(OptionalInt.empty())).isEmpty();
    assertThat(CsvOutput.number(OptionalInt.of(-7))).isEqualTo("-7");
    CsvOutput output = CsvOutput.withHeader("a", "b").row("1", "x,y");
    assertThat(output.text()).isEqualTo("a,b\n1,\"x,y\"\n");
    assertThat(output).hasToString("CsvOutput{2 columns}");
  }

  @Test
  void readsTheLongestPlainNumbersAtOnceAndOneDigitMoreAsText() {
    assertThat(decimal("909090909090909")).isEqualTo(909090909090909.0);
    assertThat(decimal("-90909090909.0909")).isEqualTo(-90909090909.0909);
    assertThat(decimal("9090909090909090")).isNaN();
    assertThat(decimal("5.")).isEqualTo(5);
    char[] digits = "909090909".toCharArray();
    assertThat(CellParser.PlainNumber.whole(digits, 0, 9)).isEqualTo(909090909);
    assertThat(CellParser.PlainNumber.whole(digits, 3, 3)).isEqualTo(CellParser.PlainNumber.NONE);
    assertThat(CsvFormat.withDefaults().withDecimalComma(true).number("2,5")).isEqualTo(2.5);
  }

  /** A column without a name is never told as the last one that has a name. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1,2,,a\uFFFD\\n | column number 4: holds bytes that are not UTF-8 at character 2; text in UTF-8 was expected",
        "1,2,,\"a\\nb\"\\n | column number 4: holds a line break, perhaps for a quote left open; one line was expected, and nothing up to line 3 was taken",
        "1,2,\"a\\nb\",\\n | column number 3: holds a line break, perhaps for a quote left open; one line was expected, and nothing up to line 3 was taken",
        "1,\"a\\r\\rb\",,\\n | column vas: holds a line break, perhaps for a quote left open; one line was expected, and nothing up to line 4 was taken",
        "1,2,,,\\n | column vas: is followed by more fields; 4 fields were expected, but there are 5",
      })
  void namesAColumnWithoutANameByItsNumber(String line, String words) {
    String text = "day,vas,,\n" + line.replace("\\n", "\n").replace("\\r", "\r");
    read(input(text).withRequired(List.of("day", "vas")), row -> {});
    assertThat(told()).containsExactly("t.csv:2: " + words);
  }

  @Test
  void tellsAfterWhichLineAFileBreaksOff() {
    byte[] start = ("day,vas\n" + "1,2\n".repeat(40_000)).getBytes(StandardCharsets.UTF_8);
    Supplier<InputStream> breaking =
        () -> new SequenceInputStream(new ByteArrayInputStream(start), new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
          }
        });
    CsvInput input = CsvInput.of("t.csv", breaking, CsvFormat.withDefaults());
    long rows = input.forEachPassingRow(problems, row -> {});
    long plain = input.forEachRow(problems, List.of("day"), cells -> true, row -> {});
    assertThat(rows).isBetween(10_000L, 40_000L);
    assertThat(problems.list())
        .extracting(Problem::text)
        .containsExactly(
            "t.csv:" + (rows + 2)
                + ": column 1: the file breaks off; nothing from there on was read",
            "t.csv:" + (plain + 2)
                + ": column 1: the file breaks off; nothing from there on was read");
  }

  @Test
  void tellsTheLineAfterARemarkInSeveralLines() {
    String text = "day,vas,note\n1,2,\"a\nb\"\n1,2,\"open\n";
    CsvInput input = input(text).withRequired(List.of("day", "vas"));
    read(input, row -> {});
    input.forEachRow(problems, List.of("day"), cells -> true, row -> {});
    assertThat(told()).hasSize(2).allMatch(words -> words.startsWith("t.csv:4: column day: a "));
  }

  @Test
  void forgetsInThePassingRowWhatTheRowBeforeWasRefusedFor() {
    List<Boolean> sound = new ArrayList<>();
    input("day,vas\n1,2\n,2\n").forEachPassingRow(problems, row -> {
      sound.add(row.isSound());
      if (row.line() == 2) {
        row.refuse("day", "1", "is wrong");
      }
      sound.add(row.isEmpty("day"));
    });
    assertThat(sound).containsExactly(true, false, true, true);
  }

  @Test
  void takesNoWordForYesInATable() {
    read(input("flag\ntrue\n"), row -> assertThat(row.flag("flag")).isEmpty());
    assertThat(told()).hasSize(1).first().asString().endsWith("one of 0, 1 was expected");
  }

  @Test
  void findsTheSeparatorInTheHeaderAndNotInAComment() {
    List<String> read = new ArrayList<>();
    Consumer<CsvRow> day =
        row -> read.add(row.text("day").orElse("") + row.columns().size());
    CsvFormat comments = CsvFormat.withDefaults().withComments(true);
    read(
        input("# a,b,c\n\n# d,e,f\nday;vas\n1;2\n".getBytes(StandardCharsets.UTF_8), comments),
        day);
    read(input("day,vas,a;b\n3,2,3\n"), day);
    assertThat(read).containsExactly("12", "33");
    assertThat(told()).isEmpty();
  }

  @Test
  void believesAByteOrderMarkMoreThanTheFormat(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(folder.resolve("t.csv"), "\uFEFFday,seat\n1,r\u00FCckw\u00E4rts\n");
    CsvFormat western = CsvFormat.withDefaults().withCharset(Charset.forName("windows-1252"));
    List<String> seats = new ArrayList<>();
    read(CsvInput.of(file, western), row -> seats.add(row.text("seat").orElse("")));
    assertThat(seats).containsExactly("r\u00FCckw\u00E4rts");
    assertThat(told()).isEmpty();
  }

  @Test
  void readsTheCellsOfAPlainRowWithinTheirBoundsOnly() {
    Function<String, String> remembered = CsvRow.caching(4, text -> text + "!");
    long rows = input("day,vas\n12,3.5\n")
        .forEachRow(
            problems,
            List.of("vas", "day"),
            cells -> {
              assertThat(cells.charAt(0, 0)).isEqualTo('3');
              assertThat(cells.charAt(0, 2)).isEqualTo('5');
              assertThat(cells.charAt(1, 1)).isEqualTo('2');
              assertThat(cells.<String>read(1, remembered)).isEqualTo("12!");
              assertThat(cells.<String>read(0, text -> text + "?")).isEqualTo("3.5?");
              assertThatThrownBy(() -> cells.charAt(1, 2))
                  .hasMessage("character of a cell [index] must lie in 0 to below 2, but was 2");
              assertThatThrownBy(() -> cells.charAt(1, -1))
                  .hasMessage("character of a cell [index] must lie in 0 to below 2, but was -1");
              assertThatThrownBy(() -> cells.text(2))
                  .hasMessage("column of a row [index] must lie in 0 to below 2, but was 2");
              assertThatThrownBy(() -> cells.text(-1))
                  .hasMessage("column of a row [index] must lie in 0 to below 2, but was -1");
              return true;
            },
            row -> {});
    assertThat(rows).isEqualTo(1);
    assertThat(told()).isEmpty();
  }

  @Test
  void writesACodeOfTheGreatestLengthAndNumbersOfThirtyZeros() {
    assertThat(Codes.written("x".repeat(1 << 12))).isPresent();
    assertThat(Codes.written("x".repeat((1 << 12) + 1))).isEmpty();
    assertThat(Codes.written(new BigDecimal("1E30"))).contains("1" + "0".repeat(30));
    assertThat(Codes.written(new BigDecimal("1E31"))).contains("1E+31");
  }

  private static double decimal(String text) {
    char[] characters = Arrays.copyOf(text.toCharArray(), text.length() + 1);
    return CellParser.PlainNumber.decimal(characters, 0, text.length(), '.');
  }
}
