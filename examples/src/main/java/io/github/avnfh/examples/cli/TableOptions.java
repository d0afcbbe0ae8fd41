package io.github.avnfh.examples.cli;

import io.github.avnfh.core.csv.CsvInput;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that read one table. */
public class TableOptions extends InputOptions {
  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = "Table to read; - for standard input.")
  private String input;

  TableOptions() {}

  /**
   * Returns the table that the caller named.
   *
   * @return the input
   */
  public final CsvInput table() {
    return table(input);
  }

  /** The options of commands that estimate from a table and give limits. */
  public static final class Analysis extends TableOptions {
    @Option(names = "--level", paramLabel = "P", description = "Confidence level. Default: 0.95.")
    private double level = 0.95;

    /** Made by the command line. */
    public Analysis() {}

    /**
     * Returns the confidence level of all limits.
     *
     * @return the level, not yet checked
     */
    public double level() {
      return level;
    }
  }

  /** The options of commands that answer every row of a table. */
  public static final class ByRow extends TableOptions {
    @Option(
        names = "--out",
        paramLabel = "FILE",
        defaultValue = "-",
        description = "Table to write; standard output if not given.")
    private String out;

    @Mixin
    private TemplateOption template;

    /** Made by the command line. */
    public ByRow() {}

    /**
     * Returns where the answers are written.
     *
     * @return the name of a file, or {@code -} for standard output
     */
    public String out() {
      return out;
    }

    /**
     * Tells whether the caller wants an example of the table and nothing else.
     *
     * @return true for the example
     */
    public boolean wantsTemplate() {
      return template.isAsked();
    }
  }
}
