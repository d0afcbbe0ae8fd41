package io.github.avnfh.examples.audit;

import io.github.avnfh.core.audit.Audit;
import io.github.avnfh.core.audit.Finding;
import io.github.avnfh.core.audit.Verdict;
import io.github.avnfh.core.table.Table;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** The findings of an audit as lines for a terminal; those that are consistent are only counted. */
final class AuditText {
  private static final int WIDTH = 100;
  private static final int INDENT = 2;

  private final TextTable lines =
      TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), new Column(WIDTH, 0, Overflow.WRAP));

  private AuditText() {}

  static String of(Audit audit, Table table) {
    AuditText text = new AuditText();
    text.line(0, table.title() + ": " + table.counted());
    for (Verdict verdict : Verdict.values()) {
      text.add(verdict, audit.findings(verdict));
    }
    text.line(0, "");
    table.footnotes().forEach(note -> text.line(0, note));
    return text.lines.toString().stripTrailing() + "\n";
  }

  private void add(Verdict verdict, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    line(0, "");
    if (verdict == Verdict.CONSISTENT) {
      line(0, findings.size() + " consistent; --out DIR writes them with all others");
      return;
    }
    line(0, findings.size() + " " + verdict.code());
    for (Finding finding : findings) {
      String where = String.join(", ", finding.sections());
      line(INDENT, where + ": " + finding.subject() + " (" + finding.check().code() + ")");
      line(2 * INDENT, finding.arithmetic());
    }
  }

  private void line(int indent, String words) {
    lines.indentWrappedLines = indent + INDENT;
    lines.addRowValues(" ".repeat(indent) + words);
  }
}
