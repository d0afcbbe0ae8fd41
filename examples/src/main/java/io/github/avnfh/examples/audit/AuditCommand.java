package io.github.avnfh.examples.audit;

import io.github.avnfh.core.audit.Audit;
import io.github.avnfh.core.audit.Paper;
import io.github.avnfh.core.audit.PaperReader;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.InputOptions;
import io.github.avnfh.examples.cli.OutputFolder;
import io.github.avnfh.examples.cli.RunOutcome;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code avnfh audit}: what the printed numbers of a paper contradict. */
@Command(
    name = "audit",
    description = {
      "Check printed numbers: percentages, sums, rival places, means and standard deviations, p values.",
      "A contradiction says that no data print so, not which number is wrong; it is no error of the input."
    },
    mixinStandardHelpOptions = true)
public final class AuditCommand implements Callable<Integer> {
  @Option(
      names = "--input",
      paramLabel = "FILE",
      description =
          "Table of printed numbers; - for standard input. Default: the numbers of the study.")
  private Optional<String> input = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of findings.csv and findings.md.")
  private Optional<Path> out = Optional.empty();

  @Mixin
  private InputOptions options;

  @Spec
  private CommandSpec spec;

  /** Made by the command line. */
  public AuditCommand() {}

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    RunOutcome ending = RunOutcome.of(line, options);
    Problems problems = new Problems();
    Paper paper =
        input.map(file -> PaperReader.read(options.table(file), problems)).orElseGet(Paper::study);
    if (ending.stopsAt(problems) || paper.claims().isEmpty()) {
      return ending.refuse(problems);
    }
    Audit audit = Audit.of(paper);
    Table table = AuditTable.of(paper, audit);
    String text = AuditText.of(audit, table);
    if (out.isEmpty()) {
      return ending.write(text, "-", problems);
    }
    line.getOut().print(text);
    line.getOut().flush();
    OutputFolder files = new OutputFolder();
    files.add("findings.csv", table.csv());
    files.add("findings.md", table.markdown());
    return ending.write(files, out.get(), problems);
  }
}
