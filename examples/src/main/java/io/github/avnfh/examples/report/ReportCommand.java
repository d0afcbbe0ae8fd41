package io.github.avnfh.examples.report;

import io.github.avnfh.core.VisibleText;
import io.github.avnfh.core.csv.CohortReader;
import io.github.avnfh.core.csv.CohortReading;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.examples.cli.Ending;
import io.github.avnfh.examples.cli.InputOptions;
import io.github.avnfh.examples.cli.OutputFolder;
import io.github.avnfh.examples.cli.Progress;
import io.github.avnfh.examples.synthetic.BundledCohort;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The study's report for a cohort. */
@Command(
    name = "report",
    description =
        "Write the study's report for a cohort: Markdown, HTML, tables as CSV, figures as SVG and PNG.",
    mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {
  private static final String STUDY = "study";

  @Option(
      names = "--cohort",
      paramLabel = "DIR",
      description =
          "Folder with patients.csv, hips.csv, visits.csv, imaging.csv. Default: the bundled SYNTHETIC cohort.")
  private Optional<Path> cohort = Optional.empty();

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      description = "Protocol of the analysis: study. Default: study.")
  private String protocol = STUDY;

  @Option(names = "--out", paramLabel = "DIR", description = "Where to write. Default: report.")
  private Path out = Path.of("report");

  @Mixin
  private InputOptions input;

  @Spec
  private CommandSpec spec;

  /** Made by the command line. */
  public ReportCommand() {}

  @Override
  public Integer call() {
    if (!protocol.equals(STUDY)) {
      throw new ParameterException(spec.commandLine(), "--protocol must be one of: study");
    }
    Progress progress = Progress.on(spec.commandLine().getErr());
    try {
      return report(progress);
    } finally {
      progress.end();
    }
  }

  private int report(Progress progress) {
    progress.step("reading the cohort");
    cohort.ifPresent(input::reads);
    CohortReader reader = CohortReader.withDefaults().withFormat(input.format());
    CohortReading reading =
        cohort.map(reader::read).orElseGet(() -> reader.read(BundledCohort::file));
    CommandLine line = spec.commandLine();
    Ending ending = Ending.of(line, input);
    Problems problems = new Problems();
    reading.problems().forEach(problems::add);
    if (ending.stopsAt(problems) || reading.sound().hips().isEmpty()) {
      return ending.refuse(problems);
    }
    progress.step("analyzing " + reading.sound().hips().size() + " hips");
    StudyReport report = StudyReport.of(reading.sound());
    progress.step("drawing the pictures");
    OutputFolder files = report.files();
    progress.end();
    int code = ending.write(files, out, problems);
    line.getOut().println("report: " + VisibleText.of(out.resolve("report.html").toString()));
    return code;
  }
}
