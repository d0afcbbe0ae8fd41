package io.github.avnfh.core.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads a table as characters, and as texts where a row needs a closer look. */
final class RowCellsReader {
  private final CsvInput input;
  private final Problems problems;
  private long line;
  private long rows;

  RowCellsReader(CsvInput input, Problems problems) {
    this.input = input;
    this.problems = problems;
  }

  long read(
      Iterator<RowCellsHandler> records,
      List<String> columns,
      Predicate<RowCells> plain,
      Consumer<CsvRow> other) {
    try {
      if (!records.hasNext()) {
        input.reportFile(problems, 1, "the file is empty; a header line was expected");
        return 0;
      }
      RowCellsHandler first = records.next();
      CsvHeader header = new CsvHeader(input, first.texts());
      if (header.check(problems)) {
        line = first.line();
        int[] fields = columns.stream().mapToInt(header::cell).toArray();
        read(
            records,
            first.texts().size(),
            header,
            new Rows(new RowCells(first, fields), plain, other));
      }
    } catch (CsvParseException refused) {
      input.reportFile(problems, line + 1, RowSize.refusal(refused));
    } catch (UncheckedIOException refused) {
      input.reportFile(problems, line + 1, "the file breaks off; nothing from there on was read");
    }
    return rows;
  }

  /** Who takes the rows; every record fills the same cells. */
  private record Rows(RowCells cells, Predicate<RowCells> plain, Consumer<CsvRow> other) {}

  private void read(Iterator<RowCellsHandler> records, int columns, CsvHeader header, Rows takers) {
    while (records.hasNext()) {
      RowCellsHandler record = records.next();
      line = record.line();
      if (record.isBlank()) {
        continue;
      }
      rows++;
      if (!record.isPlain(columns) || !takers.plain().test(takers.cells())) {
        CsvCells cells = record.cells();
        line += cells.lineBreaks();
        rows -= cells.areBlank() ? 1 : 0;
        if (!cells.areBlank() && header.fits(cells, problems)) {
          takers.other().accept(new CsvRow(header, cells, problems));
        }
      }
    }
  }
}
