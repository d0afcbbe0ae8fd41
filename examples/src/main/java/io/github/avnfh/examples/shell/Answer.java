package io.github.avnfh.examples.shell;

import io.github.avnfh.core.table.Table;
import java.util.Optional;

/**
 * What a verb answers: lines of text, and the table behind them where there is one.
 *
 * <p>JShell echoes as many lines as it can show; {@link #print()} writes them all.
 *
 * <pre>{@code
 * jshell> audit("88", 19)
 * $1 ==>
 * contradicts: 88 % of 19: 16/19 = 84.21… %, 17/19 = 89.47… %; no count prints so; nearest possible: 84 or 89
 * }</pre>
 */
public final class Answer {
  private final String text;
  private final Optional<Table> table;

  private Answer(String text, Optional<Table> table) {
    this.text = text;
    this.table = table;
  }

  static Answer of(String text) {
    return new Answer(text.endsWith("\n") ? text : text + "\n", Optional.empty());
  }

  static Answer of(Table table) {
    return new Answer(table.text(), Optional.of(table));
  }

  /**
   * Returns the whole answer.
   *
   * @return lines, each ending with a line feed
   */
  public String text() {
    return text;
  }

  /**
   * Returns the table behind the answer, to be written as Markdown, HTML, LaTeX or CSV.
   *
   * @return the table, if the answer is one
   */
  public Optional<Table> table() {
    return table;
  }

  /** Writes the whole answer. */
  public void print() {
    System.out.print(text);
  }

  @Override
  public String toString() {
    return Preview.of(text);
  }
}
