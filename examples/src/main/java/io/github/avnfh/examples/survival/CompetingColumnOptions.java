package io.github.avnfh.examples.survival;

import java.util.List;
import picocli.CommandLine.Option;

/** Which columns of the table hold what, with groups and with events that compete. */
final class CompetingColumnOptions extends GroupColumnOptions {
  @Option(
      names = "--competing-code",
      required = true,
      paramLabel = "V",
      arity = "1..*",
      description = "Codes of events that make the event impossible, each a cause of its own.")
  private List<String> competingCodes = List.of();

  CompetingColumnOptions() {}

  @Override
  List<String> competingCodes() {
    return competingCodes;
  }
}
