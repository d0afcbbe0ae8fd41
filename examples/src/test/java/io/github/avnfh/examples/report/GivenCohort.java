package io.github.avnfh.examples.report;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.table.Table;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A small cohort of a test, line by line, and the tables of the report on it. */
final class GivenCohort {
  private final Map<String, String> files = new HashMap<>();

  GivenCohort with(String file, String header, List<String> rows) {
    files.put(file, header + "\n" + rows.stream().collect(Collectors.joining("\n", "", "\n")));
    return this;
  }

  Cohort read() {
    return CohortReader.withDefaults()
        .read(file -> Optional.ofNullable(files.get(file))
            .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
        .orThrow();
  }

  StudyReport report() {
    return StudyReport.of(read(), Analysis.withoutProtocol());
  }

  Section part(ReportPart part) {
    return StudyReport.part(read(), Analysis.withoutProtocol(), part);
  }

  /** The cells of the row that starts so in a table of the report, as CSV has them. */
  static List<String> row(StudyReport report, String table, String start) {
    return row(report.sections(), table, start);
  }

  static List<String> row(Section section, String table, String start) {
    return row(List.of(section), table, start);
  }

  private static List<String> row(List<Section> sections, String table, String start) {
    return sections.stream()
        .flatMap(section -> section.tables().stream())
        .filter(each -> each.name().equals(table))
        .map(Table::csv)
        .flatMap(String::lines)
        .filter(line -> line.startsWith(start + ","))
        .findFirst()
        .map(line -> Arrays.asList(line.substring(start.length() + 1).split(",", -1)))
        .orElseThrow();
  }
}
