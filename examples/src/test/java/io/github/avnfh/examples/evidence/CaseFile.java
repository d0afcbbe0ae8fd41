package io.github.avnfh.examples.evidence;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.imaging.Findings;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Files of cases, and findings as they are written there. */
final class CaseFile {
  private static final String SIGNS =
      "mri_lesion,radiograph_abnormal,sclerosis_or_cysts,crescent,flattening,"
          + "joint_space_narrowing,acetabular_changes,joint_space_obliterated";
  private static final Map<String, String> HIPS = Map.of(
      "healthy", "0,0,0,0,0,0,0,0",
      "mri_only", "1,0,0,0,0,0,0,0",
      "sclerotic", "1,1,1,0,0,0,0,0",
      "crescentic", "1,1,1,1,0,0,0,0",
      "flattened", "1,1,1,0,1,0,0,0",
      "narrowed", "1,1,1,0,1,1,0,0");

  private CaseFile() {}

  static List<List<String>> rows(String name, List<String> columns) {
    List<List<String>> rows = new ArrayList<>();
    read(
        CaseFile.class.getResourceAsStream(name),
        columns,
        row -> rows.add(columns.stream()
            .map(column -> row.required(column, text -> text).orElseThrow())
            .toList()));
    return rows;
  }

  private static void read(InputStream stream, List<String> columns, Consumer<CsvRow> action) {
    Problems problems = new Problems();
    CsvInput.of("cases.csv", stream, CsvFormat.withDefaults())
        .withOptional(columns)
        .forEachRow(problems, action);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.list().toString());
    }
  }

  /** Reads {@code flattened depression_mm=2}: a typical hip, and what is different about it. */
  static Findings findings(String words) {
    String[] parts = words.strip().split(" ", -1);
    Map<String, String> cells = new LinkedHashMap<>();
    String[] values = HIPS.get(parts[0]).split(",", -1);
    String[] names = SIGNS.split(",", -1);
    for (int i = 0; i < names.length; i++) {
      cells.put(names[i], values[i]);
    }
    for (int i = 1; i < parts.length; i++) {
      String[] cell = parts[i].split("=", 2);
      cells.put(cell[0], cell[1]);
    }
    String csv = String.join(",", cells.keySet()) + "\n"
        + cells.values().stream().collect(Collectors.joining(",")) + "\n";
    List<Findings> read = new ArrayList<>();
    read(
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
        Findings.columns(),
        row -> read.add(Findings.read(row)));
    return read.get(0);
  }
}
