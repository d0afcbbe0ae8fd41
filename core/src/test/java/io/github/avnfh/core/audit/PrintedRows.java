package io.github.avnfh.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.csv.Problems;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Papers of a few rows, which tests write in short. */
final class PrintedRows {
  private static final List<String> COLUMNS = List.of(
      "id",
      "section",
      "quantity",
      "kind",
      "printed",
      "sd",
      "min",
      "max",
      "q1",
      "q3",
      "count",
      "of",
      "unit",
      "low",
      "high",
      "step",
      "basis");

  private PrintedRows() {}

  /** A row as {@code a mean 2.5 of=4 step=1}, whose basis comes last; {@code -} is not printed. */
  private static String row(String text) {
    String[] basis = text.strip().split(" basis=", 2);
    String[] words = basis[0].split(" ", -1);
    Map<String, String> cells = new HashMap<>();
    cells.put("id", words[0]);
    cells.put("section", "T");
    cells.put("quantity", "x");
    cells.put("kind", words[1]);
    cells.put("printed", words[2].replaceFirst("^-$", ""));
    Arrays.stream(words).skip(3).forEach(word -> {
      String[] parts = word.split("=", 2);
      cells.put(parts[0], parts[1]);
    });
    cells.put("basis", basis.length > 1 ? basis[1] : "");
    return COLUMNS.stream()
        .map(column -> "\"" + cells.getOrDefault(column, "") + "\"")
        .collect(Collectors.joining(","));
  }

  /** Audits rows with {@code /} between them. */
  static Audit audit(String rows) {
    Problems problems = new Problems();
    Paper paper = Papers.read(
        String.join(",", COLUMNS) + "\n"
            + Arrays.stream(rows.split(" / ", -1))
                .map(PrintedRows::row)
                .collect(Collectors.joining("\n")),
        problems);
    assertThat(problems.list()).isEmpty();
    return Audit.of(paper);
  }

  /** Asserts that a check says so about the last row. */
  static void assertFinding(String rows, Check check, String verdict, String arithmetic) {
    String[] texts = rows.split(" / ", -1);
    String id = texts[texts.length - 1].strip().split(" ", 2)[0];
    assertThat(audit(rows).findings().stream()
            .filter(finding -> finding.check() == check)
            .filter(finding -> finding.claims().get(0).equals(id))
            .map(Finding::text))
        .contains(verdict.toLowerCase(Locale.ROOT).replace('_', ' ') + " (" + check.code()
            + "): T: x: " + arithmetic);
  }
}
