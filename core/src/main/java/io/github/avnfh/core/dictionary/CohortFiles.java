package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The files of a cohort, each read as it is or from the tables that a caller has instead. */
final class CohortFiles {
  private final Function<String, CsvInput> source;
  private final List<TableMapping> tables;
  private final Map<String, MappedTable.MissingCellCounter> missing = new LinkedHashMap<>();
  private final Map<String, RowCoverage> coverages = new LinkedHashMap<>();
  private final Problems problems = new Problems();

  CohortFiles(Function<String, CsvInput> source, List<TableMapping> tables) {
    this.source = source;
    this.tables = tables;
  }

  /** Reads a file that must have rows. */
  void readRows(CohortFile file) {
    int before = problems.size();
    if (read(file) == 0 && problems.size() == before) {
      String name = mappings(file).stream().map(TableMapping::file).findFirst().orElse(file.file());
      CsvInput.absent(name, CsvFormat.withDefaults())
          .withRequired(file.required())
          .reportNoRows(problems);
    }
  }

  long read(CohortFile file) {
    List<TableMapping> mappings = mappings(file);
    return mappings.isEmpty()
        ? readAsItIs(file)
        : mappings.stream().mapToLong(mapping -> read(file, mapping)).sum();
  }

  private List<TableMapping> mappings(CohortFile file) {
    return tables.stream()
        .filter(mapping -> mapping.sheet().equals(file.file()))
        .toList();
  }

  private long readAsItIs(CohortFile file) {
    return source
        .apply(file.file())
        .withRequired(file.required())
        .withOptional(file.optional())
        .withWithheld(file::withholds)
        .forEachPassingRow(problems, row -> {
          file.recordColumns(row::hasColumn);
          file.take(row);
        });
  }

  private long read(CohortFile file, TableMapping mapping) {
    String own = mapping.file();
    coverages.computeIfAbsent(own, RowCoverage::new).add(mapping, file.columns());
    return new MappedTable(mapping, file)
        .read(
            source.apply(own).withUnknownIgnored(),
            missing.computeIfAbsent(own, name -> new MappedTable.MissingCellCounter()),
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
        (file, coverage) -> coverage.report(source.apply(file).withUnknownIgnored(), problems));
    return tables.isEmpty()
        ? problems.list()
        : problems.list().stream().distinct().toList();
  }
}
