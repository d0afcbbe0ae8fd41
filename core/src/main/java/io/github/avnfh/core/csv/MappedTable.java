package io.github.avnfh.core.csv;

import java.util.List;

/** A caller's table, read as one of the files of a cohort. */
final class MappedTable {
  private static final List<String> KEYS = List.of(Sheet.PATIENT, Sheet.SIDE);

  private final TableMapping mapping;
  private final Sheet sheet;
  private final List<String> columns;

  MappedTable(TableMapping mapping, Sheet sheet) {
    this.mapping = mapping;
    this.sheet = sheet;
    this.columns = sheet.columns();
    for (String column : mapping.names()) {
      if (!columns.contains(column)) {
        throw new IllegalArgumentException("mapping of " + sheet.file()
            + " [column] must name one of its columns, but named " + column);
      }
    }
  }

  /** Reads the rows that the mapping takes, and returns how many it passed. */
  long read(CsvInput source, MissingCellCounter missingCells, Problems problems) {
    CsvHeader header = new CsvHeader(
        source.withRequired(sheet.required()).withOptional(sheet.optional()),
        columns,
        mapping::label);
    return source
        .withRequired(mapping.required(sheet.required()))
        .forEachPassingRow(problems, own -> {
          if (mapping.rows().takes(own)) {
            take(own, header, problems, missingCells);
          }
        });
  }

  private void take(
      CsvRow own, CsvHeader header, Problems problems, MissingCellCounter missingCells) {
    CsvCells cells = new CsvCells();
    CsvRow row = new CsvRow(header, cells, problems);
    row.withhold(sheet::withholds);
    row.allowRepeating(mapping.rows().repeats());
    cells.begin(own.line());
    boolean empty = true;
    for (String column : columns) {
      String text = translated(own, column, row, missingCells);
      cells.add(text.toCharArray(), 0, text.length());
      empty &= text.isEmpty() || KEYS.contains(column) || mapping.isConstant(column);
    }
    CohortFiles.note(sheet, column -> mapping.source(column).isIn(own));
    if (!row.isSound() || !empty || !mapping.rows().skipsEmpty()) {
      sheet.take(row);
    }
  }

  private String translated(
      CsvRow own, String column, CsvRow row, MissingCellCounter missingCells) {
    String text = "";
    try {
      text = mapping.source(column).text(own);
      if (text.isEmpty()) {
        return text;
      }
      boolean missing = mapping.isMissing(text);
      if (missing && !mapping.isConstant(column)) {
        missingCells.miss(mapping.label(column), text, own);
      }
      return missing ? "" : mapping.translated(column, text);
    } catch (IllegalArgumentException refused) {
      row.refuse(column, text, String.valueOf(refused.getMessage()));
      return "";
    }
  }
}
