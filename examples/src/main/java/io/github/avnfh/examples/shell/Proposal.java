package io.github.avnfh.examples.shell;

import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.dictionary.Inspection;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.inspect.InspectCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

  private Proposal(Inspection inspection, List<CsvInput> tables) {
    this.inspection = inspection;
    this.inputs = tables;
  }

  static Proposal of(String names) {
    List<CsvInput> tables = Loading.tables(names);
    Inspection inspection = Inspection.of(tables);
    Problems problems = InspectCommand.unread(inspection, tables);
    if (!problems.isEmpty()) {
      throw Loading.refusal(problems.list());
    }
    return new Proposal(inspection, tables);
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
   * @param file the name of the file; one that is there is replaced
   * @return the file
   * @throws IllegalArgumentException if the ending is another
   * @throws UncheckedIOException if the file cannot be written
   */
  @Override
  public Path save(String file) {
    if (!file.endsWith(".csv")) {
      return ShellResult.super.save(file);
    }
    try {
      return Files.writeString(Path.of(file), inspection.text());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public String toString() {
    return Preview.of(text());
  }
}
