package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.csv.TranslatedRow;
import io.github.avnfh.core.dictionary.RecordParts.Layout;
import io.github.avnfh.core.dictionary.RecordParts.Part;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private RecordRows(
      CohortFile file,
      String record,
      List<String> own,
      List<String> becomeOthers,
      Problems problems) {
    this.file = file;
    this.problems = problems;
    this.columns = own;
    this.layout = Layout.of(record, CohortFile.joined(own, becomeOthers));
  }

  /**
   * Returns the rows of a file.
   *
   * @param record what problems call a record
   * @param filled the columns that may be filled besides those that must be
   */
  static RecordRows of(CohortFile file, String record, Stream<String> filled, Problems problems) {
    Set<String> own = new LinkedHashSet<>(file.required());
    Set<String> becomeOthers = new LinkedHashSet<>();
    filled.forEach(column -> (file.columns().contains(column) ? own : becomeOthers).add(column));
    return new RecordRows(file, record, List.copyOf(own), List.copyOf(becomeOthers), problems);
  }

  /**
   * Returns the columns of the file that may be filled, and behind them those that become others.
   */
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
            CsvInput.absent(source, CsvFormat.withDefaults())
                .withOptional(file.columns())
                .withWithheld(file::withholds),
            columns,
            RecordRows::label,
            problems));
  }

  /** A date is named only where a column tells it, which its own place does. */
  private static String label(String column) {
    return column.equals("date") ? "day" : column;
  }
}
