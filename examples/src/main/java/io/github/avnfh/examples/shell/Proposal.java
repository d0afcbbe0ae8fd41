package io.github.avnfh.examples.shell;

import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.dictionary.Inspection;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.inspect.InspectCommand;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What the columns of a table seem to mean, and what is left to decide.
 *
 * <pre>{@code
 * inspect("hips.xlsx").save("dictionary.csv")
 * var cohort = load("hips.xlsx", "dictionary.csv")
 * }</pre>
 */
public final class Proposal implements ShellResult {
  private final Inspection inspection;
  private final List<CsvInput> inputs;
  private final List<Path> read;

  private Proposal(Inspection inspection, List<CsvInput> tables, List<Path> read) {
    this.inspection = inspection;
    this.inputs = tables;
    this.read = read;
  }

  static Proposal of(String names) {
    List<CsvInput> tables = Loading.tables(names);
    Inspection inspection = Inspection.of(tables);
    Problems problems = InspectCommand.unread(inspection, tables);
    if (!problems.isEmpty()) {
      throw Loading.refusal(problems.list());
    }
    return new Proposal(inspection, tables, Loading.files(names));
  }

  @Override
  public String text() {
    return String.join("\n", InspectCommand.summary(inspection, inputs)) + "\n";
  }

  @Override
  public List<Table> tables() {
    return List.of();
  }

  /**
   * Writes the dictionary as {@code .csv}, or the words as {@code .txt}.
   *
   * @param file the name of the file; a regular one that is there is replaced
   * @return the file
   * @throws IllegalArgumentException if the ending is another
   * @throws java.io.UncheckedIOException if the file cannot be written, a link or a folder is
   *     there, or it is the table that was inspected
   */
  @Override
  public Path save(String file) {
    return file.endsWith(".csv")
        ? SavedFile.write(file, inspection.text().getBytes(StandardCharsets.UTF_8), read)
        : ShellResult.super.save(file);
  }

  @Override
  public String toString() {
    return Preview.of(text());
  }
}
