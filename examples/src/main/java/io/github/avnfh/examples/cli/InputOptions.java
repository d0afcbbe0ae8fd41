package io.github.avnfh.examples.cli;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** How the tables of the caller are written, and what becomes of rows with problems. */
public class InputOptions {
  static final String UNUSABLE_NAME =
      "a file name has characters that this system cannot write; rename the file, or set LC_ALL to a"
          + " locale of UTF-8, such as C.UTF-8";

  private final InputFiles files = new InputFiles();

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
  public final CsvFormat format() {
    return CsvFormat.withDefaults().withDecimalComma(decimalComma).withStrict(strict);
  }

  /**
   * Returns the table of a file, of a sheet of a workbook in xlsx, or of standard input.
   *
   * @param file the name of a file, with {@code #} and the name of a sheet behind that of a
   *     workbook unless it is the first, or {@code -} for standard input
   * @return the input
   */
  public final CsvInput table(String file) {
    Optional<Workbook> workbook = Workbook.of(file);
    if (workbook.isPresent()) {
      files.add(workbook.get().file().toString());
      return workbook.get().table(format());
    }
    files.add(file);
    return file.equals("-")
        ? CsvInput.of("-", System.in, format())
        : CsvInput.of(Path.of(file), format());
  }

  /**
   * Returns the tables of the files typed behind {@code --data}.
   *
   * @param names the names, as for {@link #table(String)}
   * @param line the command line, which tells of its use where the names are wrong
   * @return the inputs
   * @throws ParameterException if two tables have one name, by which a dictionary tells them
   */
  public List<CsvInput> tables(List<Path> names, CommandLine line) {
    List<CsvInput> tables = names.stream().map(name -> table(name.toString())).toList();
    Set<String> seen = new HashSet<>();
    for (CsvInput table : tables) {
      if (!seen.add(table.name())) {
        throw new ParameterException(
            line,
            "--data must give tables of different names, but two are named " + table.name()
                + "; a dictionary tells tables by their names, so rename one");
      }
    }
    return tables;
  }

  /**
   * Keeps a folder from being written to, because its files are read.
   *
   * @param folder the folder
   */
  public final void reads(Path folder) {
    files.add(folder.toString());
  }

  /**
   * Returns the place that the caller typed.
   *
   * @param text the name of a file or folder
   * @return the place
   * @throws TypeConversionException if this system has no such names
   */
  public static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(UNUSABLE_NAME);
    }
  }

  final InputFiles files() {
    return files;
  }

  /**
   * Tells whether rows with problems are left out.
   *
   * @return true if the rest is to be written
   */
  public final boolean skipsBadRows() {
    return skipBadRows;
  }
}
