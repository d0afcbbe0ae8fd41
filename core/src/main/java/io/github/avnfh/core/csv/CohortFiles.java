package io.github.avnfh.core.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** The files of a cohort, each read as it is or from the tables that a caller has instead. */
final class CohortFiles {
  private final Function<String, CsvInput> source;
  private final List<TableMapping> tables;
  private final Map<String, MissingCellCounter> missing = new LinkedHashMap<>();
  private final Map<String, RowCoverage> coverages = new LinkedHashMap<>();
  private final Problems problems = new Problems();

  CohortFiles(Function<String, CsvInput> source, List<TableMapping> tables) {
    this.source = source;
    this.tables = tables;
  }

  /** Reads a file that must have rows. */
  void readRows(Sheet sheet) {
    int before = problems.size();
    if (read(sheet) == 0 && problems.size() == before) {
      String file =
          mappings(sheet).stream().map(TableMapping::file).findFirst().orElse(sheet.file());
      CsvInput.absent(file, CsvFormat.withDefaults())
          .withRequired(sheet.required())
          .reportNoRows(problems);
    }
  }

  long read(Sheet sheet) {
    List<TableMapping> mappings = mappings(sheet);
    return mappings.isEmpty()
        ? readAsItIs(sheet)
        : mappings.stream().mapToLong(mapping -> read(sheet, mapping)).sum();
  }

  private List<TableMapping> mappings(Sheet sheet) {
    return tables.stream()
        .filter(mapping -> mapping.sheet().equals(sheet.file()))
        .toList();
  }

  private long readAsItIs(Sheet sheet) {
    Predicate<String> withheld = sheet::withholds;
    return source
        .apply(sheet.file())
        .withRequired(sheet.required())
        .withOptional(sheet.optional())
        .forEachPassingRow(problems, row -> {
          row.withhold(withheld);
          note(sheet, row::hasColumn);
          sheet.take(row);
        });
  }

  /** Notes what single columns record. */
  static void note(Sheet sheet, Predicate<String> isThere) {
    sheet.kindsByColumn().forEach((column, kind) -> {
      if (isThere.test(column)) {
        sheet.draft().record(kind);
      }
    });
  }

  private long read(Sheet sheet, TableMapping mapping) {
    String file = mapping.file();
    coverages.computeIfAbsent(file, RowCoverage::new).add(mapping, sheet.columns());
    return new MappedTable(mapping, sheet)
        .read(
            source.apply(file).withoutStrictness(),
            missing.computeIfAbsent(file, name -> new MissingCellCounter()),
            problems);
  }

  /** Counts the cells that say, by a code that was declared, that they are missing. */
  List<MissingCells> missing() {
    List<MissingCells> counts = new ArrayList<>();
    new TreeMap<>(missing).forEach((file, cells) -> counts.addAll(cells.missing(file)));
    return counts;
  }

  /** Returns what is wrong, once each, for a table is read once for each of its mappings. */
  List<Problem> problems() {
    coverages.forEach(
        (file, coverage) -> coverage.report(source.apply(file).withoutStrictness(), problems));
    return tables.isEmpty()
        ? problems.list()
        : problems.list().stream().distinct().toList();
  }
}
