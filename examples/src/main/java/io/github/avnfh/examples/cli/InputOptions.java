package io.github.avnfh.examples.cli;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** How the tables of the caller are written, and what becomes of rows with problems. */
public final class InputOptions {
  @Option(names = "--strict", description = "Refuse unknown columns.")
  private boolean strict;

  @Option(names = "--decimal-comma", description = "The decimal sign is a comma.")
  private boolean decimalComma;

  @Option(
      names = "--skip-bad-rows",
      description =
          "Leave out rows with problems, list them in rejected.csv, and go on with the rest.")
  private boolean skipBadRows;

  /** Made by the command line. */
  public InputOptions() {}

  /**
   * Returns how tables are written.
   *
   * @return the format the caller named
   */
  public CsvFormat format() {
    return CsvFormat.withDefaults().withDecimalComma(decimalComma).withStrict(strict);
  }

  /**
   * Returns the table of a file or of standard input.
   *
   * @param file the name of a file, or {@code -} for standard input
   * @return the input
   */
  public CsvInput table(String file) {
    return file.equals("-")
        ? CsvInput.of("-", System.in, format())
        : CsvInput.of(Path.of(file), format());
  }

  /**
   * Tells whether rows with problems are left out.
   *
   * @return true if the rest is to be written
   */
  public boolean skipsBadRows() {
    return skipBadRows;
  }
}
