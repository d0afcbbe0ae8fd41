package io.github.avnfh.examples.survival;

import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.examples.cli.Progress;
import io.github.avnfh.survival.FollowUp;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/** A table of follow-up with a row per hip, read as the command survival reads it. */
public final class FollowUpTable {
  private FollowUpTable() {}

  /**
   * Reads a table in which 1 is the event and 0 the end of follow-up without it.
   *
   * @param table the table
   * @param columns the names of its columns by the options of the command without hyphens:
   *     {@code time}, {@code event}, {@code group}, {@code cluster}, {@code entry}, {@code weight},
   *     {@code strata}
   * @param problems receives what is wrong, by line and column
   * @return the follow-up, or nothing where there are problems
   */
  public static Optional<FollowUp> read(
      CsvInput table, Map<String, String> columns, Problems problems) {
    GroupColumnOptions options = new GroupColumnOptions();
    List<String> typed = columns.entrySet().stream()
        .map(column -> "--" + column.getKey() + "=" + column.getValue())
        .toList();
    new CommandLine(options).parseArgs(typed.toArray(String[]::new));
    FollowUpSheet sheet = FollowUpSheet.keepingRows(options);
    sheet.read(table, problems, Progress.on(new PrintWriter(Writer.nullWriter())));
    return problems.isEmpty() ? Optional.of(sheet.followUp()) : Optional.empty();
  }
}
