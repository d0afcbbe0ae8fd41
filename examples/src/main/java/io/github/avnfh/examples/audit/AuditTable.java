package io.github.avnfh.examples.audit;

import io.github.avnfh.core.audit.Audit;
import io.github.avnfh.core.audit.Check;
import io.github.avnfh.core.audit.Finding;
import io.github.avnfh.core.audit.Paper;
import io.github.avnfh.core.audit.Verdict;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The findings of an audit as a table: what contradicts comes first, what is consistent last. */
final class AuditTable {
  private AuditTable() {}

  static Table of(Paper paper, Audit audit) {
    Table.Builder table = Table.builder()
        .name("findings")
        .title("Printed numbers checked")
        .counted(counted(audit))
        .addColumns(
            Column.of("verdict", "Verdict", Kind.TEXT),
            Column.of("check", "Check", Kind.TEXT),
            Column.of("section", "Where", Kind.TEXT),
            Column.of("subject", "What", Kind.TEXT),
            Column.of("arithmetic", "Arithmetic", Kind.TEXT),
            Column.of("rows", "Rows", Kind.TEXT));
    for (Verdict verdict : Verdict.values()) {
      audit.findings(verdict).forEach(finding -> table.addRows(row(finding)));
    }
    return table.addAllFootnotes(footnotes(paper, audit)).build();
  }

  private static String counted(Audit audit) {
    String verdicts = Arrays.stream(Verdict.values())
        .map(verdict -> audit.findings(verdict).size() + " " + verdict.code())
        .collect(Collectors.joining(", "));
    return Counted.of(audit.findings().size(), "finding") + ": " + verdicts;
  }

  private static List<Cell> row(Finding finding) {
    return List.of(
        Cell.text(finding.verdict().code()),
        Cell.text(finding.check().code()),
        Cell.text(String.join("; ", finding.sections())),
        Cell.text(finding.subject()),
        Cell.text(finding.arithmetic()),
        Cell.text(String.join(" ", finding.claims())));
  }

  private static List<String> footnotes(Paper paper, Audit audit) {
    List<String> notes = new ArrayList<>();
    paper.citation().map(Citation::text).ifPresent(notes::add);
    notes.add(
        "Contradicts: no data give the printed numbers; it does not say which of them is wrong, nor why."
            + " Unexplained: neither the named nor the usual tests give the p value. Only if truncated or rounded up: no"
            + " data print so to the nearest. Undecidable: the paper leaves open what the check needs. Not testable: every number that"
            + " could stand there would pass by some rounding. Consistent: some data print so to the nearest, and not every number would"
            + " have passed.");
    Arrays.stream(Check.values())
        .filter(check -> audit.findings().stream().anyMatch(finding -> finding.check() == check))
        .forEach(check -> check
            .citation()
            .ifPresent(source -> notes.add("Check of the " + check.code() + ": " + source.text())));
    return notes;
  }
}
