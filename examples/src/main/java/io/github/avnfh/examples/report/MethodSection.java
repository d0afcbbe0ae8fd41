package io.github.avnfh.examples.report;

import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which rules were used, in which version, and where they stand. */
final class MethodSection {
  private static final String TITLE = "Methods and sources";

  private MethodSection() {}

  /** The rules that the other sections followed, each once, in their order. */
  static Section of(List<Section> sections) {
    Set<Rule> rules = new LinkedHashSet<>();
    sections.forEach(section -> rules.addAll(section.rules()));
    String words =
        "Percentages, means and standard deviations are rounded half up in print, once; the CSV files hold every"
            + " digit. Standard deviations have n - 1 in the denominator. Missing values are left out and counted,"
            + " never filled in.";
    return rules.isEmpty()
        ? Section.of(TITLE, List.of(words))
        : Section.of(TITLE, List.of(words), table(rules));
  }

  private static Table table(Set<Rule> rules) {
    Table.Builder table = Table.builder()
        .name("rules")
        .title("Rules and their sources")
        .counted(Counted.of(rules.size(), "rule"))
        .addColumns(
            Column.of("rule", "Rule", Kind.TEXT),
            Column.of("version", "Version", Kind.TEXT),
            Column.of("statement", "Statement", Kind.TEXT),
            Column.of("source", "Source", Kind.TEXT));
    rules.forEach(rule -> table.addRows(List.of(
        Cell.text(rule.id()),
        Cell.text(rule.version()),
        Cell.text(rule.statement()),
        Cell.text(rule.citation().text()))));
    return table.build();
  }
}
