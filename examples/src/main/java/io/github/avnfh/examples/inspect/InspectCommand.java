package io.github.avnfh.examples.inspect;

import io.github.avnfh.core.VisibleText;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.dictionary.CohortReading;
import io.github.avnfh.core.dictionary.Inspection;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.examples.cli.InputOptions;
import io.github.avnfh.examples.cli.Progress;
import io.github.avnfh.examples.cli.RunOutcome;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code avnfh inspect}: a proposal of what the columns of tables mean. */
@Command(
    name = "inspect",
    description = {
      "Propose what the columns of any table mean, as a dictionary to be edited in a spreadsheet.",
      "A question mark marks what a person must decide. Of the values of patients only codes are printed."
    },
    mixinStandardHelpOptions = true)
public final class InspectCommand implements Callable<Integer> {
  private static final int FIRST_PROBLEMS = 10;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      arity = "1..*",
      required = true,
      description =
          "Tables in CSV or xlsx, as hips.xlsx#Visits for a sheet that is not the first: one or several.")
  private List<Path> data = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the dictionary is written. Default: dictionary.csv.")
  private Path out = Path.of("dictionary.csv");

  @Mixin
  private InputOptions options;

  @Spec
  private CommandSpec spec;

  /** Made by the command line. */
  public InspectCommand() {}

  @Override
  public Integer call() {
    List<CsvInput> tables = options.tables(data, spec.commandLine());
    RunOutcome outcome = RunOutcome.of(spec.commandLine(), options);
    Inspection inspection = Progress.during(
        spec.commandLine().getErr(), "looking at the tables", () -> Inspection.of(tables));
    Problems problems = unread(inspection, tables);
    if (!problems.isEmpty()) {
      return outcome.refuse(problems);
    }
    int code = outcome.write(inspection.text(), out.toString(), problems);
    PrintWriter screen = spec.commandLine().getOut();
    List<String> lines = new ArrayList<>(summary(inspection, tables));
    lines.add("dictionary: " + out);
    lines.forEach(line -> screen.println(VisibleText.of(line)));
    return code;
  }

  /**
   * Tells what keeps a table from being read at all.
   *
   * @param inspection what was seen of the tables
   * @param tables the tables
   * @return the problems, none where all can be read
   */
  public static Problems unread(Inspection inspection, List<CsvInput> tables) {
    Problems problems = new Problems();
    tables.stream()
        .filter(table -> inspection.rows().getOrDefault(table.name(), 0L) == 0)
        .forEach(table -> {
          if (table.forEachPassingRow(problems, row -> {}) == 0 && problems.isEmpty()) {
            table.reportNoRows(problems);
          }
        });
    return problems;
  }

  /**
   * Tells what tables hold as far as their columns are understood, and what is left to decide.
   *
   * @param inspection what was seen of the tables
   * @param tables the tables
   * @return lines without values of patients
   */
  public static List<String> summary(Inspection inspection, List<CsvInput> tables) {
    List<String> lines = new ArrayList<>();
    inspection.rows().forEach((source, rows) -> lines.add(source + ": " + Counted.of(rows, "row")));
    if (!inspection.span().isEmpty()) {
      lines.add(
          "dates: " + inspection.span().get(0) + " to " + inspection.span().get(1));
    }
    List<String> undecided = inspection.undecided();
    CohortReading read = CohortReader.with(inspection.soFar()).read(tables);
    lines.add((undecided.isEmpty() ? "" : "as far as decided: ")
        + Counted.of(read.accepted().patients().size(), "patient") + ", "
        + Counted.of(read.accepted().hips().size(), "hip") + ", "
        + Counted.of(visits(read), "visit"));
    lines.add("recorded: " + recorded(read));
    undecided.forEach(question -> lines.add("to decide: " + question));
    inspection.notUnderstood().forEach(column -> lines.add("not understood: " + column));
    if (undecided.isEmpty()) {
      read.problems().stream().limit(FIRST_PROBLEMS).map(Problem::text).forEach(lines::add);
      if (read.problems().size() > FIRST_PROBLEMS) {
        lines.add(read.problems().size() + " problems in all");
      }
    }
    return lines;
  }

  /** What the report would have sections for. */
  private static String recorded(CohortReading read) {
    List<String> kinds =
        read.accepted().recorded().stream().map(DataKind::words).sorted().toList();
    return kinds.isEmpty() ? "nothing but patients and hips" : String.join(", ", kinds);
  }

  private static int visits(CohortReading read) {
    return read.accepted().hips().stream().mapToInt(hip -> hip.visits().size()).sum();
  }
}
