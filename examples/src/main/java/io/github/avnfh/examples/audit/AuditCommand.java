package io.github.avnfh.examples.audit;

import io.github.avnfh.core.audit.Audit;
import io.github.avnfh.core.audit.Paper;
import io.github.avnfh.core.audit.PaperReader;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.InputOptions;
import io.github.avnfh.examples.cli.OutputFolder;
import io.github.avnfh.examples.cli.RunOutcome;
import io.github.avnfh.examples.cli.TemplateOption;
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
      "Check printed numbers: percentages, sums, numbers printed twice, means and standard deviations, p values.",
      "A contradiction means that no data give the printed numbers, not which of them is wrong; it is no error of the input."
    },
    mixinStandardHelpOptions = true)
public final class AuditCommand implements Callable<Integer> {
  private static final String TEMPLATE = """
      # One row for each printed number, or for words about numbers. Lines that begin with # are comments.
      # Rows with the same quantity, arm and time print the same thing and must agree.
      id,section,quantity,arm,time,kind,printed,sd,count,of,unit,low,high,step,min,max,q1,q3,basis
      hips,Table 1,hips,,,count,58,,,,hips,,,,,,,,
      left,Table 1,left hips,,,count,30,,,,hips,,,,,,,,
      right,Table 1,right hips,,,count,28,,,,hips,,,,,,,,
      sides,Table 1,left and right,,,relation,,,,,,,,,,,,,left + right = hips
      improved,Table 2,improved,,24 months,percent,32.8,,19,hips,hips,,,,,,,,
      hhs-before,Table 3,Harris Hip Score,,before,mean,54.6,6.8,,58,points,0,100,,,,,,
      hhs-after,Table 3,Harris Hip Score,,24 months,mean,84.2,9.1,,58,points,0,100,,,,,,
      hhs-p,Table 3,change of the Harris Hip Score,,24 months,p,<.001,,,,,,,,,,,,paired hhs-before hhs-after
      age,Table 1,age,,,mean,38.5,9.3,,46,years,,,1,21,54,,,
      stay,Table 1,hospital stay,,,median,4,,,46,days,,,1,,,3,6,
      early,Table 4,replaced,stage II,24 months,percent,10.0,,3,30,hips,,,,,,,,
      late,Table 4,replaced,stage III,24 months,percent,28.6,,8,28,hips,,,,,,,,
      odds,Table 4,odds ratio,,,ratio,3.60,,,,,0.85,15.25,,,,,,odds late early
      """;

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
  private TemplateOption template;

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
    if (template.isAsked()) {
      return ending.write(TEMPLATE, "-", problems);
    }
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
    OutputFolder files = new OutputFolder();
    files.add("findings.csv", table.csv());
    files.add("findings.md", table.markdown());
    int code = ending.write(files, out.get(), problems);
    line.getOut().print(text);
    return code;
  }
}
