package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.csv.TranslatedRow;
import io.github.avnfh.core.dictionary.RecordParts.Layout;
import io.github.avnfh.core.dictionary.RecordParts.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives records of joined parts to a file of the cohort as rows, whose problems name the places
 * from which the parts came.
 */
final class RecordRows {
  private final CohortFile file;
  private final Problems problems;
  private final List<String> columns;
  private final Layout layout;
  private final Map<String, TranslatedRow> rows = new HashMap<>();

  private RecordRows(CohortFile file, Problems problems, Layout layout) {
    this.file = file;
    this.problems = problems;
    this.columns = file.columns();
    this.layout = layout;
  }

  /**
   * Returns the rows of a file.
   *
   * @param record what problems call a record
   * @param meanings the columns that lines of the dictionary name, some of which become others
   */
  static RecordRows of(CohortFile file, String record, Stream<String> meanings, Problems problems) {
    return new RecordRows(
        file,
        problems,
        Layout.of(record, Stream.concat(file.columns().stream(), meanings).toList()));
  }

  /** Returns the columns of the file, and behind them those that only become others. */
  Layout layout() {
    return layout;
  }

  /** Takes a record, and tells whether it could be read. */
  boolean take(Part from, RecordParts record) {
    TranslatedRow row = row(from.source());
    row.begin(from.source(), from.line());
    for (int place = 0; place < columns.size(); place++) {
      Part part = record.at(place);
      if (part == null) {
        row.add("");
      } else if (part.isReported()) {
        row.addReported();
      } else {
        row.add(part.text(), part.source(), part.line(), part.column());
      }
    }
    file.take(row.row());
    return row.row().isSound();
  }

  private TranslatedRow row(String from) {
    return rows.computeIfAbsent(
        from,
        source -> TranslatedRow.of(
            CsvInput.absent(source, CsvFormat.withDefaults()).withWithheld(file::withholds),
            columns,
            RecordRows::label,
            problems));
  }

  /** A date is named only where a column tells it, which its own place does. */
  private static String label(String column) {
    return column.equals("date") ? "day" : column;
  }
}
