package io.github.avnfh.examples.shell;

import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.report.Section;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a verb answers: lines of text, and the tables behind them where there are some.
 *
 * <p>JShell echoes as many lines as it can show; {@link #print()} writes them all.
 *
 * <pre>{@code
 * jshell> audit("88", 19)
 * $1 ==>
 * contradicts: 88 % of 19: 16/19 = 84.21… %, 17/19 = 89.47… %; no count prints so; nearest possible: 84 or 89
 * }</pre>
 */
public final class Answer implements ShellResult {
  private final String text;
  private final List<Table> tables;

  private Answer(String text, List<Table> tables) {
    this.text = text;
    this.tables = List.copyOf(tables);
  }

  static Answer of(String text) {
    return new Answer(text.endsWith("\n") ? text : text + "\n", List.of());
  }

  static Answer of(Table table) {
    return new Answer(table.text(), List.of(table));
  }

  /** Tables one after the other; where there are none, what a part of the report says instead. */
  static Answer of(Section part, List<Table> tables) {
    return tables.isEmpty()
        ? of(String.join("\n\n", part.paragraphs()))
        : new Answer(tables.stream().map(Table::text).collect(Collectors.joining("\n")), tables);
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public List<Table> tables() {
    return tables;
  }

  @Override
  public String toString() {
    return Preview.of(text);
  }
}
