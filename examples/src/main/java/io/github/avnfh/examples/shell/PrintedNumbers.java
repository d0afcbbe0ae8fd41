package io.github.avnfh.examples.shell;

import io.github.avnfh.core.audit.Audit;
import io.github.avnfh.core.audit.Check;
import io.github.avnfh.core.audit.Claim;
import io.github.avnfh.core.audit.Finding;
import io.github.avnfh.core.audit.Paper;
import io.github.avnfh.core.audit.PaperReader;
import io.github.avnfh.core.audit.Verdict;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Audits of printed numbers, in words. */
final class PrintedNumbers {
  private PrintedNumbers() {}

  /** The counts of each verdict, then the contradictions one by one. */
  static String audit(Paper paper) {
    Audit audit = Audit.of(paper);
    String counts = Arrays.stream(Verdict.values())
        .map(verdict -> audit.findings(verdict).size() + " " + verdict.code())
        .collect(Collectors.joining(", "));
    return counts + "\n"
        + audit.findings(Verdict.CONTRADICTS).stream()
            .map(finding -> finding.text() + "\n")
            .collect(Collectors.joining());
  }

  static Paper read(Path file) {
    Problems problems = new Problems();
    Paper paper = PaperReader.read(CsvInput.of(file, CsvFormat.withDefaults()), problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          problems.list().stream().map(Problem::text).collect(Collectors.joining("\n")));
    }
    return paper;
  }

  static String percentage(String percent, int total) {
    Claim claim = Claim.builder()
        .id("percentage")
        .section("here")
        .quantity("a percentage")
        .kind(Claim.Kind.PERCENT)
        .printed(percent)
        .addOf(total)
        .build();
    return Audit.of(Paper.of(List.of(claim))).findings().stream()
        .filter(finding -> finding.check() == Check.PERCENTAGE)
        .map(PrintedNumbers::line)
        .collect(Collectors.joining());
  }

  private static String line(Finding finding) {
    return finding.verdict().code() + ": " + finding.arithmetic() + "\n";
  }
}
