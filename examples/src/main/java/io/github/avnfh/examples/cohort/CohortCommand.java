package io.github.avnfh.examples.cohort;

import io.github.avnfh.core.VisibleText;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.InputOptions;
import io.github.avnfh.examples.cli.OutputFolder;
import io.github.avnfh.examples.cli.Progress;
import io.github.avnfh.examples.cli.RunOutcome;
import io.github.avnfh.examples.synthetic.MarginsReader;
import io.github.avnfh.examples.synthetic.StudyMargins;
import io.github.avnfh.examples.synthetic.SyntheticCohort;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code avnfh cohort}: SYNTHETIC cohorts that print like a study. */
@Command(
    name = "cohort",
    description = {
      "Make a SYNTHETIC cohort with the printed margins of a study; no patient was observed for it.",
      "Margins that contradict each other are refused, unless a source is preferred."
    },
    mixinStandardHelpOptions = true)
public final class CohortCommand implements Callable<Integer> {
  private static final String BUNDLED = "margins.csv";

  @Option(
      names = "--margins",
      paramLabel = "FILE",
      description = "Table of printed margins; - for standard input. Default: those of the study.")
  private Optional<String> margins = Optional.empty();

  @Option(
      names = "--prefer",
      paramLabel = "SOURCE",
      description =
          "The source to follow where sources contradict each other; of the study: table3 or text.")
  private Optional<String> preferred = Optional.empty();

  @Option(
      names = "--seed",
      required = true,
      paramLabel = "N",
      description = "Seed of the cohort, or of the first of several; the bundled cohort has 4658.")
  private long seed;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description =
          "Make N cohorts from N consecutive seeds and report the range of their results. Default: 1.")
  private int repeat = 1;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the files of the first cohort, and range.csv with --repeat.")
  private Path out;

  @Mixin
  private InputOptions options;

  @Spec
  private CommandSpec spec;

  /** Made by the command line. */
  public CohortCommand() {}

  @Override
  public Integer call() {
    if (repeat < 1) {
      throw new ParameterException(spec.commandLine(), "--repeat takes a number of 1 or more");
    }
    CommandLine line = spec.commandLine();
    RunOutcome ending = RunOutcome.of(line, options);
    Problems problems = new Problems();
    CsvInput table = table();
    Optional<StudyMargins> read = MarginsReader.read(table, preferred, problems);
    if (read.isEmpty()) {
      return ending.refuse(problems);
    }
    OutputFolder files = new OutputFolder();
    try {
      SyntheticCohort.generate(read.get(), seed).files().forEach(files::add);
      if (repeat > 1) {
        add(range(read.get()), files);
      }
    } catch (IllegalStateException unmet) {
      problems.add(Problem.of(
          table.name(),
          1,
          "value",
          unmet.getMessage() + "; margins that one cohort can meet were expected"));
      return ending.refuse(problems);
    }
    int code = ending.write(files, out, problems);
    line.getOut()
        .println("SYNTHETIC cohort of seed " + seed + ": " + VisibleText.of(out.toString()));
    return code;
  }

  private CsvInput table() {
    return margins
        .map(options::table)
        .orElseGet(() -> CsvInput.of(
            BUNDLED,
            Objects.requireNonNull(StudyMargins.class.getResourceAsStream(BUNDLED), BUNDLED),
            options.format().withDecimalComma(false)));
  }

  private Table range(StudyMargins read) {
    Progress progress = Progress.on(spec.commandLine().getErr());
    CohortRange range = new CohortRange(read);
    for (int number = 0; number < repeat; number++) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted after " + number + " cohorts");
      }
      range.add(SyntheticCohort.generate(read, seed + number));
      progress.done(number + 1L, repeat, "cohorts");
    }
    progress.end();
    return range.table(seed);
  }

  private void add(Table range, OutputFolder files) {
    files.add("range.csv", range.csv());
    files.add("range.md", range.markdown());
    spec.commandLine().getOut().print(range.markdown());
  }
}
