package io.github.avnfh.examples.cli;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * A workbook in xlsx, one sheet of which is read as a table: {@code hips.xlsx} is its first sheet,
 * {@code hips.xlsx#Visits} the one of that name.
 *
 * <p>Lines are the rows of the sheet. Dates are written {@code yyyy-MM-dd}, however the sheet shows
 * them; formulas give their last result, errors their name, such as {@code #N/A}. Of merged cells
 * the first holds the value and the others {@code #MERGED}, which readers of tables refuse like an
 * error.
 */
final class Workbook {
  private static final String ENDING = ".xlsx";
  private static final char SHEET = '#';

  private final Path file;
  private final Optional<String> sheet;
  private Optional<byte[]> csv = Optional.empty();

  private Workbook(Path file, Optional<String> sheet) {
    this.file = file;
    this.sheet = sheet;
  }

  /** Returns the workbook that a name means, or nothing where it is that of another file. */
  static Optional<Workbook> of(String name) {
    int mark = name.toLowerCase(Locale.ROOT).lastIndexOf(ENDING + SHEET);
    if (mark >= 0) {
      int end = mark + ENDING.length();
      return Optional.of(
          new Workbook(Path.of(name.substring(0, end)), Optional.of(name.substring(end + 1))));
    }
    return name.toLowerCase(Locale.ROOT).endsWith(ENDING)
        ? Optional.of(new Workbook(Path.of(name), Optional.empty()))
        : Optional.empty();
  }

  Path file() {
    return file;
  }

  /** Returns the sheet as a table, which is parsed at the first pass and kept for the others. */
  CsvInput table(CsvFormat format) {
    String name = file.getFileName() + sheet.map(title -> SHEET + title).orElse("");
    return CsvInput.of(name, this::csv, format);
  }

  private InputStream csv() {
    byte[] parsed = csv.orElseGet(this::parsed);
    csv = Optional.of(parsed);
    return new ByteArrayInputStream(parsed);
  }

  private byte[] parsed() {
    try {
      return parsed(new ReadingOptions(true, true));
    } catch (ExcelReaderException withoutStyles) {
      // the part that says which numbers are dates may be absent
      try {
        return parsed(new ReadingOptions(false, true));
      } catch (ExcelReaderException e) {
        throw new UncheckedIOException(new IOException("no workbook", e));
      }
    }
  }

  private byte[] parsed(ReadingOptions options) {
    try (InputStream bytes = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(bytes, options)) {
      Sheet chosen = sheet(workbook);
      return csv(chosen, MergedCells.of(file, chosen.getId())).getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Sheet sheet(ReadableWorkbook workbook) throws IOException {
    Optional<Sheet> found = sheet.isPresent()
        ? workbook.findSheet(sheet.get())
        : workbook.getSheets().findFirst();
    return found.orElseThrow(() -> new NoSuchFileException(file.toString()));
  }

  private static String csv(Sheet sheet, MergedCells merged) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    try (Stream<Row> rows = sheet.openStream()) {
      rows.forEach(row -> {
        while (lines.size() < row.getRowNum() - 1) {
          lines.add(List.of());
        }
        lines.add(cells(row, merged));
      });
    }
    if (lines.isEmpty()) {
      return "";
    }
    int width = lines.stream().mapToInt(List::size).max().orElse(0);
    CsvOutput csv = CsvOutput.withHeader(padded(lines.get(0), width).toArray(String[]::new));
    lines.stream().skip(1).forEach(line -> csv.row(padded(line, width)));
    return csv.text();
  }

  private static List<String> padded(List<String> line, int width) {
    List<String> cells = new ArrayList<>(line);
    cells.addAll(Collections.nCopies(width - line.size(), ""));
    return cells;
  }

  private static List<String> cells(Row row, MergedCells merged) {
    List<String> cells = new ArrayList<>();
    int width = Math.max(row.getCellCount(), merged.width(row.getRowNum()));
    for (int column = 0; column < width; column++) {
      Optional<Cell> cell =
          column < row.getCellCount() ? row.getOptionalCell(column) : Optional.empty();
      cells.add(
          merged.hides(row.getRowNum(), column)
              ? MergedCells.TEXT
              : cell.map(Workbook::text).orElse(""));
    }
    return cells;
  }

  /** A line break in a cell is a blank, so that the lines stay those of the sheet. */
  private static String text(Cell cell) {
    boolean number = cell.getType() == CellType.NUMBER
        || (cell.getType() == CellType.FORMULA && isNumber(cell.getText()));
    if (number && isDate(cell)) {
      return date(cell);
    }
    String text = number && cell.getType() == CellType.NUMBER
        ? cell.asNumber().stripTrailingZeros().toPlainString()
        : cell.getType() == CellType.BOOLEAN ? (cell.asBoolean() ? "1" : "0") : cell.getText();
    return text == null ? "" : text.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
  }

  private static boolean isNumber(String text) {
    return text != null && text.matches("-?[0-9]+([.][0-9]+)?");
  }

  /** A format of years, months or days, outside of its quoted words and colors. */
  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    return format != null
        && format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").matches("(?is).*[yd].*");
  }

  private static String date(Cell cell) {
    return cell.asDate().toLocalDate().toString();
  }
}
