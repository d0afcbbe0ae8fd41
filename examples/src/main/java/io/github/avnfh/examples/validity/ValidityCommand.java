package io.github.avnfh.examples.validity;

import io.github.avnfh.examples.cli.OutputFolder;
import io.github.avnfh.examples.cli.Progress;
import io.github.avnfh.examples.cli.RunOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code avnfh validity}: how often intervals hold the truth and tests reject, by simulation. */
@Command(
    name = "validity",
    description =
        "Simulate cohorts of patients with one hip or two and count how often the intervals"
            + " of the library hold the truth and its tests reject. It takes some minutes, less"
            + " with fewer cohorts.",
    mixinStandardHelpOptions = true)
public final class ValidityCommand implements Callable<Integer> {
  private static final List<Integer> SIZES = List.of(12, 20, 46, 100, 300);

  @Option(
      names = "--cohorts",
      paramLabel = "N",
      description =
          "Cohorts of each design of 46 patients, 10 to 100000; the designs of other sizes have"
              + " a quarter of them. Default: ${DEFAULT-VALUE}.")
  private int cohorts = 1000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the first cohort. Default: ${DEFAULT-VALUE}.")
  private long seed = 20_261_128;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder of VALIDITY.md.")
  private Optional<Path> out = Optional.empty();

  @Spec
  private CommandSpec spec;

  /** Made by the command line. */
  public ValidityCommand() {}

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    if (cohorts < 10 || cohorts > 100_000) {
      throw new CommandLine.ParameterException(
          line, "cohorts of a design [count] must lie in 10..100000, but was " + cohorts);
    }
    String text = Progress.during(line.getErr(), "simulating", () -> page(cohorts, seed, SIZES));
    line.getOut().print(text);
    line.getOut().flush();
    out.ifPresent(folder -> {
      OutputFolder files = new OutputFolder();
      files.add("VALIDITY.md", text);
      files.write(folder);
    });
    return RunOutcome.DONE;
  }

  /** The page; the same from the same numbers, on any number of cores. */
  static String page(int cohorts, long seed, List<Integer> sizes) {
    ValidityPage page = new ValidityPage(sizes);
    introduce(page, cohorts, seed);
    List<Study.Count> curves = CurveStudy.study(sizes).run(cohorts, seed);
    List<Study.Count> comparisons = ComparisonStudy.study(sizes).run(cohorts, seed + 1);
    List<Study.Count> power = ComparisonStudy.power(sizes).run(cohorts, seed + 2);
    List<Study.Count> scores = ScoreStudy.study(sizes).run(cohorts, seed + 3);
    List<Study.Count> agreement = AgreementStudy.study(sizes).run(cohorts, seed + 4);
    page.defaults(
        Stream.of(curves, comparisons, scores, agreement).flatMap(List::stream).toList());
    page.section("Curves: intervals that hold the truth [%]", curves, false);
    page.section(
        "Differences of curves: intervals that hold the truth [%]",
        of(comparisons, Method.Kind.INTERVAL), false);
    page.section(
        "Tests of equal curves: rejected where they are equal [%], nominal 5",
        of(comparisons, Method.Kind.TEST), false);
    page.section(
        "Power: rejected where the hazard ratio is 3 and the first group has 30 % events [%]",
        power, true);
    page.section(
        "Scores and proportions: intervals that hold the truth [%]",
        of(scores, Method.Kind.INTERVAL), false);
    page.section(
        "Tests of no change of a score: rejected where there is none [%], nominal 5",
        of(scores, Method.Kind.TEST), false);
    page.section("Agreement of readers: intervals that hold the truth [%]", agreement, false);
    return page.text();
  }

  private static List<Study.Count> of(List<Study.Count> counts, Method.Kind kind) {
    return counts.stream().filter(count -> count.kind() == kind).toList();
  }

  private static void introduce(ValidityPage page, int cohorts, long seed) {
    int others = Study.cohorts(0, cohorts);
    String draws = String.format(
        Locale.ROOT,
        """
        %,d simulated cohorts of each design of 46 patients and %,d of the others, seed %d. Columns are numbers of patients; a
        cell is the range over the designs. Nominal are 95 %% for an interval and 5 %% for a test; a default ought to lie in 93.5 to 98 %% and 3 to 6.5 %%,
        and stands in bold at 46 patients where it does not.
        The Monte Carlo error of one proportion at 95 or 5 %% is %.1f percentage points at 46 patients and %.1f elsewhere; of a
        range over many designs the ends lie farther out by about two of them.
        """,
        cohorts,
        others,
        seed,
        100 * ValidityPage.error(0.95, cohorts),
        100 * ValidityPage.error(0.95, others));
    page.line("""
        # Which intervals and tests hold with two hips and few patients

        Written by `validity` of the command line; `examples/README.md` has the command. Not to be edited.
        """).line(draws.stripTrailing()).line("""
        Where fewer than 99 % of the cohorts of a design have an answer, the cell says from how many on, and the proportion
        is that of the answers. Below 46 patients nothing is promised: the columns 12 and 20 show what is to be expected.

        Designs: 26 or 50 % of patients with two hips; none, gamma (variance 1, 4) or log-normal frailty; 5, 10 or 50 % events
        by 24 months; none or half of the patients lost before; a third of the hips first seen late; one to three groups, the
        second hip in the same or in the other group, a small group, bilateral patients of unequal proportion, losses of unequal
        proportion; changes of scores with correlation 0, 0.5, 0.8 between hips, normal or skewed, subgroups of 2, 3, 5, 8 and
        12 patients and a half; two or three readers with equal hips of correlation 0 or 0.6, normal or skewed. True values are
        in closed form, those of kappas from 200,000 seeded hips. Default is what the library does unless told otherwise; the
        others bear their names.""");
  }
}
