package io.github.avnfh.examples.score;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code avnfh score}: one command for each instrument. */
@Command(
    name = "score",
    description = "Score an instrument from its items.",
    mixinStandardHelpOptions = true,
    subcommands = HarrisCommand.class)
public final class ScoreCommand implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  /** Made by the command line. */
  public ScoreCommand() {}

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Missing instrument");
  }
}
