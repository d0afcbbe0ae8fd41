package io.github.avnfh.examples.shell;

import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.figure.Figure;
import io.github.avnfh.examples.r.RCalls;
import io.github.avnfh.examples.report.Section;
import java.util.List;
import java.util.Optional;
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
  private final Optional<Figure> figure;
  private final Optional<String> explanation;

  private Answer(String text, List<Table> tables) {
    this(text, tables, Optional.empty(), Optional.empty());
  }

  private Answer(
      String text, List<Table> tables, Optional<Figure> figure, Optional<String> explanation) {
    this.text = text;
    this.tables = List.copyOf(tables);
    this.figure = figure;
    this.explanation = explanation;
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

  /**
   * Draws a column of estimates with limits as a forest figure, each row by its first words.
   *
   * @param column the name of a column that has estimates with limits, such as {@code hhs} of
   *     {@code subgroups(cohort)}
   * @return the same answer with the figure, for {@code save("name.svg")}
   * @throws IllegalArgumentException if no table has such a column; the message names those it has
   */
  public Answer forest(String column) {
    return new Answer(text, tables, Optional.of(ForestColumn.of(tables, column)), explanation);
  }

  /** The same answer, which also tells by which rules it was found. */
  Answer explainedBy(Explainable result) {
    return explainedBy(result.explanation().text() + RCalls.of(result.explanation()));
  }

  /** The same answer, which also tells by which methods without a rule it was found. */
  Answer explainedBy(List<String> methods) {
    return explainedBy(RCalls.of(methods));
  }

  private Answer explainedBy(String how) {
    return new Answer(text, tables, figure, Optional.of(explanation.orElse("") + how));
  }

  /** How the answer was found; nothing where it only shows what was recorded. */
  Optional<String> explanation() {
    return explanation;
  }

  @Override
  public Optional<Figure> figure() {
    return figure;
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
