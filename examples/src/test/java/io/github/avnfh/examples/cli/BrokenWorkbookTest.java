package io.github.avnfh.examples.cli;

import static io.github.avnfh.examples.cli.XlsxFile.date;
import static io.github.avnfh.examples.cli.XlsxFile.error;
import static io.github.avnfh.examples.cli.XlsxFile.number;
import static io.github.avnfh.examples.cli.XlsxFile.row;
import static io.github.avnfh.examples.cli.XlsxFile.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A workbook that cannot be read rightly is refused with its sheet, line and column. */
class BrokenWorkbookTest {
  private static final String HEADER = row(1, text("stage"), text("days"), text("event"));
  private static final String SECOND = row(2, text("II"), number("730"), number("0"));

  private static final String NAME = "hips.xlsx";
  private static final String ERROR = ": holds an error of a spreadsheet or is merged into another"
      + " cell; a value or an empty cell was expected";
  private static final String NUMBER = "is not a number; digits 0 to 9 with '.' as decimal sign"
      + " were expected, or nothing where it is missing";
  private static final String NO_EVENT = "neither an event code nor a censor code; one of 1 (event)"
      + " and 0 (censored) was expected, or another one named by --event-code or --censor-code";
  private static final String UNREADABLE =
      ":1: column days: the file cannot be read; a readable CSV file was expected";

  @TempDir
  Path folder;

  private static String sheet(String... rows) {
    return "<sheetData>" + String.join("", rows) + "</sheetData>";
  }

  /** The third row is broken, or what is given stands for the header. */
  private static String third(String stage, String days, String event) {
    return sheet(HEADER, SECOND, row(3, stage, days, event));
  }

  private static Arguments refused(String what, String sheet, String... problems) {
    return Arguments.of(what, sheet, problems);
  }

  static Stream<Arguments> sheets() {
    String ok = text("III");
    return Stream.of(
        refused(
            "a cell merged into the one above",
            third(ok, "<c/>", number("1")) + "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>",
            ":3: column days" + ERROR),
        refused(
            "cells merged beside each other",
            third(ok, number("5"), "<c/>") + "<mergeCells><mergeCell ref=\"B3:C3\"/></mergeCells>",
            ":3: column event" + ERROR),
        refused(
            "a reference that is gone",
            third(ok, error("#REF!"), number("1")),
            ":3: column days" + ERROR),
        refused(
            "a division by zero",
            third(ok, number("300"), error("#DIV/0!")),
            ":3: column event" + ERROR),
        refused(
            "an error for a group",
            third(error("#N/A"), number("300"), number("1")),
            ":3: column stage" + ERROR),
        refused(
            "a formula without a value",
            third(ok, "<c><f>A1+1</f></c>", number("1")),
            ":3: column days: is empty; a value was expected"),
        refused(
            "words for a number",
            third(ok, text("12 months"), number("1")),
            ":3: column days: a text of 9 characters " + NUMBER),
        refused(
            "a date for a number of days",
            third(ok, date("44244"), number("1")),
            ":3: column days: a text of 10 characters " + NUMBER),
        refused(
            "a number with a comma as text",
            third(ok, text("1,5"), number("1")),
            ":3: column days: '1,5' " + NUMBER),
        refused(
            "days before the start",
            third(ok, number("-3"), number("1")),
            ":3: column days: time [unit of the table] must be finite and 0.0 or more,"
                + " but was -3.0"),
        refused(
            "another event than 0 and 1",
            third(ok, number("300"), number("2")),
            ":3: column event: '2' is " + NO_EVENT),
        refused(
            "two columns of one name",
            sheet(row(1, text("stage"), text("days"), text("days"), text("event"))),
            ":1: column days: occurs twice in the header; one column of that name was expected"),
        refused(
            "a title above the header",
            sheet(row(1, text("Hips of 2020")), row(2, text("stage"), text("days"), text("event"))),
            ":1: column days: is missing from the header; it is required",
            ":1: column event: is missing from the header; it is required",
            ":1: column stage: is missing from the header; it is required"),
        refused(
            "a column of another name",
            sheet(row(1, text("stage"), text("Tage"), text("event")), SECOND),
            ":1: column days: is missing from the header; it is required"),
        refused(
            "a header alone",
            sheet(HEADER),
            ":2: column days: no row follows the header; at least one was expected"),
        refused(
            "nothing", sheet(), ":1: column days: the file is empty; a header line was expected"),
        refused("XML that breaks off", "<sheetData><row r=\"1\"><c>", UNREADABLE));
  }

  private Run survival(String table) {
    return Run.of(
        "survival",
        "--input",
        table,
        "--time",
        "days",
        "--event",
        "event",
        "--group",
        "stage",
        "--out",
        folder.resolve("out").toString());
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void isRefusedWithItsPlace(String what, String sheet, String[] problems) throws IOException {
    Path file = folder.resolve("hips.xlsx");
    XlsxFile.write(file, Map.of("Hips", sheet));
    assertRefused(survival(file.toString()), problems);
  }

  private void assertRefused(Run run, String... problems) {
    assertThat(run.code()).as(run.err()).isEqualTo(RunOutcome.PROBLEMS);
    assertThat(run.err().lines().filter(line -> line.startsWith(NAME)))
        .containsExactly(Arrays.stream(problems).map(NAME::concat).toArray(String[]::new));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void isReadWhereNothingIsBroken() throws IOException {
    Path file = folder.resolve("hips.xlsx");
    XlsxFile.write(file, Map.of("Hips", third(text("III"), number("300"), number("1"))));
    Run run = survival(file.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(RunOutcome.DONE);
    Run other = survival(file + "#Visits");
    assertThat(other.code()).isEqualTo(RunOutcome.PROBLEMS);
    assertThat(other.err()).startsWith("hips.xlsx#Visits:1: column days: the file is not there; ");
  }

  @Test
  void isParsedOnceHoweverOftenItsRowsAreRead() throws IOException {
    Path file = folder.resolve("hips.xlsx");
    XlsxFile.write(file, Map.of("Hips", third(text("III"), number("300"), number("1"))));
    CsvInput table = new InputOptions().table(file.toString());
    Problems problems = new Problems();
    assertThat(table.forEachRow(problems, row -> {})).isEqualTo(2);
    Files.delete(file);
    assertThat(table.forEachRow(problems, row -> {})).isEqualTo(2);
    assertThat(problems.isEmpty()).isTrue();
  }

  /** A file of the old format, a workbook cut short, and a table that only bears the name. */
  @Test
  void isRefusedWhereItIsNoWorkbook() throws IOException {
    Path file = folder.resolve("hips.xlsx");
    XlsxFile.write(file, Map.of("Hips", third(text("III"), number("300"), number("1"))));
    byte[] whole = Files.readAllBytes(file);
    byte[] old = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    for (byte[] bytes : new byte[][] {
      old,
      Arrays.copyOf(whole, whole.length / 2),
      "stage,days,event\nII,730,0\n".getBytes(StandardCharsets.UTF_8),
      new byte[0]
    }) {
      Files.write(file, bytes);
      assertRefused(survival(file.toString()), UNREADABLE);
    }
  }
}
