package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.csv.TranslatedRow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A caller's table, read as one of the files of a cohort. */
final class MappedTable {
  private static final List<String> KEYS = List.of(CohortFile.PATIENT, CohortFile.SIDE);

  private final TableMapping mapping;
  private final CohortFile file;
  private final List<String> columns;

  MappedTable(TableMapping mapping, CohortFile file) {
    this.mapping = mapping;
    this.file = file;
    this.columns = file.columns();
    for (String column : mapping.names()) {
      if (!columns.contains(column)) {
        throw new IllegalArgumentException("mapping of " + file.file()
            + " [column] must name one of its columns, but named " + column);
      }
    }
  }

  /** Reads the rows that the mapping takes, and returns how many it passed. */
  long read(CsvInput source, MissingCellCounter missingCells, Problems problems) {
    TranslatedRow translated =
        TranslatedRow.of(source.withWithheld(file::withholds), columns, mapping::label, problems);
    return source
        .withRequired(mapping.required(file.required()))
        .forEachPassingRow(problems, own -> {
          if (mapping.rows().takes(own)) {
            take(own, translated, missingCells);
          }
        });
  }

  private void take(CsvRow own, TranslatedRow translated, MissingCellCounter missingCells) {
    translated.begin(own.line());
    boolean empty = true;
    for (String column : columns) {
      boolean filled = add(own, column, translated, missingCells);
      empty &= !filled || KEYS.contains(column) || mapping.isConstant(column);
    }
    file.recordColumns(column -> mapping.source(column).isIn(own));
    CsvRow row = translated.row();
    if (row.isSound() && empty && mapping.rows().skipsEmpty()) {
      return;
    }
    if (mapping.rows().repeats()) {
      file.takeRepeated(row);
    } else {
      file.take(row);
    }
  }

  /** Adds the text of a column, translated, and tells whether there is one. */
  private boolean add(
      CsvRow own, String column, TranslatedRow translated, MissingCellCounter missingCells) {
    String text = "";
    try {
      text = mapping.source(column).text(own);
      String read = text.isEmpty() ? text : read(own, column, text, missingCells);
      translated.add(read);
      return !read.isEmpty();
    } catch (IllegalArgumentException e) {
      translated.refuse(text, String.valueOf(e.getMessage()));
      return false;
    }
  }

  private String read(CsvRow own, String column, String text, MissingCellCounter missingCells) {
    boolean missing = mapping.isMissing(text);
    if (missing && !mapping.isConstant(column)) {
      missingCells.miss(mapping.label(column), text, own);
    }
    return missing ? "" : mapping.translated(column, text);
  }

  /**
   * Which cells of a caller's table hold a code for a missing value, each once however often read.
   */
  static final class MissingCellCounter {
    private final SortedMap<String, SortedMap<String, BitSet>> missing = new TreeMap<>();

    /** Notes a cell that holds a code for a missing value. */
    void miss(String column, String code, CsvRow row) {
      missing
          .computeIfAbsent(column, name -> new TreeMap<>())
          .computeIfAbsent(code, name -> new BitSet())
          .set(Math.toIntExact(row.line()));
    }

    /** Counts the cells that hold a code for a missing value, by column and code. */
    List<MissingCells> missing(String file) {
      List<MissingCells> counts = new ArrayList<>();
      missing.forEach((column, codes) -> codes.forEach(
          (code, lines) -> counts.add(MissingCells.of(file, column, code, lines.cardinality()))));
      return counts;
    }
  }
}
