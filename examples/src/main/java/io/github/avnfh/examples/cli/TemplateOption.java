package io.github.avnfh.examples.cli;

import picocli.CommandLine.Option;

/** The option of commands that read a typed table: an example of it to fill in. */
public final class TemplateOption {
  @Option(
      names = "--template",
      help = true,
      description =
          "Print a table with every column and example rows to fill in, and do nothing else.")
  private boolean template;

  /** Made by the command line. */
  public TemplateOption() {}

  /**
   * Tells whether the example was asked for.
   *
   * @return true if nothing else is to be done
   */
  public boolean isAsked() {
    return template;
  }
}
