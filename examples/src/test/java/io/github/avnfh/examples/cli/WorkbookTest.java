package io.github.avnfh.examples.cli;

import static io.github.avnfh.examples.cli.XlsxFile.date;
import static io.github.avnfh.examples.cli.XlsxFile.number;
import static io.github.avnfh.examples.cli.XlsxFile.row;
import static io.github.avnfh.examples.cli.XlsxFile.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the cells of a sheet say. */
class WorkbookTest {
  @TempDir
  private Path folder;

  private Path file(Map<String, String> sheets) throws IOException {
    Path file = folder.resolve("hips.xlsx");
    XlsxFile.write(file, sheets);
    return file;
  }

  private static String sheet(String cell) {
    return "<sheetData>" + row(1, text("id"), text("cell")) + row(2, number("1"), cell)
        + row(3, number("2"), text("below")) + "</sheetData>";
  }

  /** What the rows of a sheet hold in their second column. */
  private static List<String> cells(String name) {
    return cells(name, "cell");
  }

  private static List<String> cells(String name, String column) {
    Problems problems = new Problems();
    List<CsvRow> rows = new ArrayList<>();
    CsvInput table = Workbook.of(name).orElseThrow().table(CsvFormat.withDefaults());
    table.withRequired(List.of("id", column)).forEachRow(problems, rows::add);
    assertThat(problems.list()).isEmpty();
    return rows.stream().map(row -> row.text(column).orElse("")).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "<c><v>2.50</v></c>, 2.5",
    "<c><v>1E3</v></c>, 1000",
    "<c s='1'><v>44244</v></c>, 2021-02-17",
    "<c><f>A1</f><v>12.25</v></c>, 12.25",
    "<c><f>A1</f><v>-3</v></c>, -3",
    "<c s='1'><f>A1</f><v>44244</v></c>, 2021-02-17",
    "<c s='1' t='str'><f>A1</f><v>II</v></c>, II",
    "<c t='str'><f>A1</f><v>44244 d</v></c>, 44244 d",
    "<c t='b'><v>1</v></c>, 1",
    "<c t='b'><v>0</v></c>, 0",
    "<c s='1' t='b'><v>1</v></c>, 1",
    "<c t='e'><v>#N/A</v></c>, #N/A",
    "<c/>, ''"
  })
  void areReadAsTheyAreShown(String cell, String expected) throws IOException {
    Path file = file(Map.of("Hips", sheet(cell.replace('\'', '"'))));
    assertThat(cells(file.toString())).containsExactly(expected, "below");
  }

  @Test
  void ofTwoLinesAreOne() throws IOException {
    Path file = file(Map.of("Hips", sheet(text(" II \n  late "))));
    assertThat(cells(file.toString())).containsExactly("II late", "below");
  }

  @Test
  void areThoseOfTheSheetThatIsNamed() throws IOException {
    Path file = file(Map.of("Hips", sheet(number("5"))));
    assertThat(cells(file + "#Hips")).containsExactly("5", "below");
    assertThat(Workbook.of("hips.xlsx.csv")).isEmpty();
    assertThat(Workbook.of("hips.XLSX").orElseThrow().file()).hasFileName("hips.XLSX");
  }

  /** Cells B3 to C4 are one: B3 holds its value, and the rows are too short to hold the others. */
  @Test
  void areMergedIntoTheFirstOne() throws IOException {
    String rows = row(1, text("id"), text("cell"), text("more"))
        + row(2, number("1"), text("a"))
        + row(3, number("2"), text("b"))
        + row(4, number("3"))
        + row(5, number("4"), text("e"));
    Path file = file(Map.of(
        "Hips",
        "<sheetData>" + rows + "</sheetData><mergeCells><mergeCell ref=\"B3:C4\"/></mergeCells>"));
    assertThat(cells(file.toString())).containsExactly("a", "b", "#MERGED", "e");
    assertThat(cells(file.toString(), "more")).containsExactly("", "#MERGED", "#MERGED", "");
  }

  /** Without its styles no number of a workbook is known for a date. */
  @Test
  void areReadWithoutStyles() throws IOException {
    Path file = file(Map.of("Hips", sheet(date("44244"))));
    Path bare = folder.resolve("bare.xlsx");
    try (ZipInputStream from = new ZipInputStream(Files.newInputStream(file));
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(bare))) {
      for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
        if (!part.getName().endsWith("styles.xml")) {
          to.putNextEntry(new ZipEntry(part.getName()));
          from.transferTo(to);
          to.closeEntry();
        }
      }
    }
    assertThat(cells(bare.toString())).containsExactly("44244", "below");
  }
}
