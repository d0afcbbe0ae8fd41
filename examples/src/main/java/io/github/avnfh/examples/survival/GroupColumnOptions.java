package io.github.avnfh.examples.survival;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Which columns of the table hold what, with a column of groups. */
class GroupColumnOptions extends ColumnOptions {
  @Option(names = "--group", paramLabel = "COL", description = "Column of groups: one curve each.")
  private Optional<String> group = Optional.empty();

  GroupColumnOptions() {}

  @Override
  Optional<String> group() {
    return group;
  }
}
