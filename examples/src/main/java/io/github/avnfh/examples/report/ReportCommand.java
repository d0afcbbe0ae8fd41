package io.github.avnfh.examples.report;

import io.github.avnfh.core.VisibleText;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.dictionary.CohortFormatException;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.dictionary.CohortReading;
import io.github.avnfh.core.dictionary.Dictionary;
import io.github.avnfh.core.study.protocol.Protocol;
import io.github.avnfh.core.study.protocol.ProtocolReader;
import io.github.avnfh.examples.cli.InputOptions;
import io.github.avnfh.examples.cli.OutputFolder;
import io.github.avnfh.examples.cli.Progress;
import io.github.avnfh.examples.cli.RunOutcome;
import io.github.avnfh.examples.r.RScript;
import io.github.avnfh.examples.synthetic.BundledCohort;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The report on a cohort. */
@Command(
    name = "report",
    description =
        "Write the report on a cohort: Markdown, HTML, tables as CSV, figures as SVG and PNG.",
    mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {
  private static final String STUDY = "study";
  private static final String NONE = "none";

  @Option(
      names = "--cohort",
      paramLabel = "DIR",
      description =
          "Folder with patients.csv and hips.csv, and where present visits.csv, imaging.csv,"
              + " procedures.csv, events.csv, satisfaction.csv. Default: the bundled SYNTHETIC cohort.")
  private Optional<Path> cohort = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Tables of your own in CSV or xlsx, read by a dictionary.")
  private List<Path> data = List.of();

  @Option(
      names = "--dictionary",
      paramLabel = "FILE",
      description = "What the columns of the tables mean; inspect proposes one.")
  private Optional<Path> dictionary = Optional.empty();

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      description =
          "Protocol with which the cohort is compared: study, none, or a CSV file. Default: none for"
              + " a cohort of your own, study for the bundled one.")
  private Optional<String> protocol = Optional.empty();

  @Option(
      names = "--horizon",
      paramLabel = "MONTHS",
      description =
          "Months after which survival, progression and the last scores are reported, 1 to 1200."
              + " Default: 24.")
  private Optional<Integer> horizon = Optional.empty();

  @Option(names = "--out", paramLabel = "DIR", description = "Where to write. Default: report.")
  private Path out = Path.of("report");

  @Option(names = "--r", paramLabel = "DIR", description = RScript.OPTION)
  private Optional<Path> r = Optional.empty();

  @Mixin
  private InputOptions input;

  @Spec
  private CommandSpec spec;

  /** Made by the command line. */
  public ReportCommand() {}

  @Override
  public Integer call() {
    Problems refused = new Problems();
    Analysis analysis = analysis(refused);
    if (!refused.isEmpty()) {
      return RunOutcome.of(spec.commandLine(), input).refuse(refused);
    }
    Progress progress = Progress.on(spec.commandLine().getErr());
    try {
      return report(progress, analysis);
    } finally {
      progress.end();
    }
  }

  private Analysis analysis(Problems problems) {
    String named = protocol.orElse(cohort.isPresent() || !data.isEmpty() ? NONE : STUDY);
    Analysis analysis = switch (named) {
      case STUDY -> Analysis.study();
      case NONE -> Analysis.withoutProtocol();
      default -> file(named, problems).map(Analysis::by).orElseGet(Analysis::withoutProtocol);
    };
    try {
      return horizon.map(analysis::withHorizon).orElse(analysis);
    } catch (IllegalArgumentException refused) {
      throw new ParameterException(
          spec.commandLine(), "--horizon: " + String.valueOf(refused.getMessage()), refused);
    }
  }

  private Optional<Protocol> file(String name, Problems problems) {
    if (!Files.isRegularFile(Path.of(name))) {
      throw new ParameterException(
          spec.commandLine(), "--protocol must be study, none, or a file of a protocol");
    }
    return ProtocolReader.read(input.table(name), CohortReader.INSTRUMENTS, problems);
  }

  private CohortReading files() {
    cohort.ifPresent(input::reads);
    CohortReader reader = CohortReader.withDefaults().withFormat(input.format());
    return cohort.map(reader::read).orElseGet(() -> reader.read(BundledCohort::file));
  }

  /** Reads tables of the caller by a dictionary. */
  private CohortReading tables() {
    if (cohort.isPresent() || dictionary.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--data needs --dictionary, and takes the place of --cohort");
    }
    input.reads(dictionary.get());
    List<CsvInput> tables = input.tables(data, spec.commandLine());
    return CohortReader.with(read(dictionary.get())).read(tables);
  }

  private Dictionary read(Path file) {
    try {
      return Dictionary.read(file);
    } catch (UncheckedIOException unreadable) {
      throw new ParameterException(
          spec.commandLine(), "--dictionary must be a readable file", unreadable);
    }
  }

  private int report(Progress progress, Analysis analysis) {
    progress.step("reading the cohort");
    CohortReading reading;
    try {
      reading = data.isEmpty() ? files() : tables();
    } catch (CohortFormatException e) {
      Problems refused = new Problems();
      e.problems().forEach(refused::add);
      return RunOutcome.of(spec.commandLine(), input).refuse(refused);
    }
    CommandLine line = spec.commandLine();
    RunOutcome ending = RunOutcome.of(line, input);
    Problems problems = new Problems();
    reading.problems().forEach(problems::add);
    if (ending.stopsAt(problems) || reading.accepted().hips().isEmpty()) {
      return ending.refuse(problems);
    }
    reading.following().forEach(problems::add);
    progress.step("analyzing " + reading.accepted().hips().size() + " hips");
    StudyReport report = StudyReport.of(reading.accepted(), analysis);
    progress.step("drawing the pictures");
    OutputFolder files = report.files();
    progress.end();
    int code = ending.write(files, out, problems);
    r.ifPresent(folder -> ending.write(report.script().files(files), folder, new Problems()));
    line.getOut().println("report: " + VisibleText.of(out.resolve("report.html").toString()));
    return code;
  }
}
