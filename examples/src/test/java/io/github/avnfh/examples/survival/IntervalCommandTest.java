package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.examples.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the interval command writes, says and refuses. */
class IntervalCommandTest {
  private static final String TABLE = """
      hip,patient,stage,before,found,lesion
      1,1,II,0,90,45
      2,1,I,90,180,40
      3,2,II,,180,35
      4,3,I,180,365,20
      5,4,I,365,,15
      6,5,II,180,,30
      7,6,II,0,90,
      8,7,I,90,365,25
      9,8,I,180,,22
      10,9,II,180,180,38
      """;

  private final Path folder;
  private final StringWriter err = new StringWriter();
  private final StringWriter screen = new StringWriter();

  IntervalCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private int run(String table, String... options) throws IOException {
    Path input = Files.writeString(folder.resolve("hips.csv"), table);
    List<String> arguments = new ArrayList<>(List.of(
        "interval",
        "--input",
        input.toString(),
        "--left",
        "before",
        "--right",
        "found",
        "--out",
        folder.resolve("out").toString()));
    arguments.addAll(Arrays.asList(options));
    return Main.commandLine()
        .setOut(new PrintWriter(screen))
        .setErr(new PrintWriter(err))
        .execute(arguments.toArray(String[]::new));
  }

  private List<String> file(String name) throws IOException {
    return Files.readAllLines(folder.resolve("out").resolve(name));
  }

  @Test
  void writesMassesTestsAndTheModel() throws IOException {
    int code = run(
        TABLE,
        "--group",
        "stage",
        "--cluster",
        "patient",
        "--covariate",
        "lesion",
        "--distribution",
        "loglogistic");
    assertThat(code).as(err.toString()).isZero();
    assertThat(file("npmle.csv").get(0)).isEqualTo("group,after,until,mass,survival_after");
    assertThat(file("npmle.csv"))
        .anyMatch(line -> line.startsWith("I,"))
        .anyMatch(line -> line.startsWith("II,"));
    assertThat(file("test.csv").get(0)).isEqualTo("test,variance,chi_square,df,p");
    assertThat(file("test.csv")).hasSize(10);
    assertThat(file("regression.csv"))
        .extracting(line -> line.split(",", 2)[0])
        .containsExactly("term", "(intercept)", "lesion", "log(scale)");
    assertThat(file("model.csv").get(1)).startsWith("loglogistic,9,6,1,8,");
    assertThat(err.toString())
        .contains("column lesion: empty in 1 row, which was left out of the regression");
    assertThat(screen.toString()).contains("Events in intervals (10 rows, 9 clusters)");
  }

  /** Half of four hips have the event by the first visit, a quarter by the second. */
  @Test
  void writesPlainProportionsWhereAllComeToAllVisits() throws IOException {
    assertThat(run("before,found\n0,90\n,90\n90,180\n180,\n")).isZero();
    List<String> masses = file("npmle.csv");
    assertThat(masses)
        .extracting(line -> line.replaceAll("(,[^,]*){2}$", ""))
        .containsExactly("group,after,until", "all,0,90", "all,90,180", "all,180,");
    assertThat(masses.subList(1, 4).stream()
            .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[3]))
            .toArray())
        .containsExactly(new double[] {0.5, 0.25, 0.25}, within(1e-12));
    assertThat(file("regression.csv")).hasSize(1);
    assertThat(screen.toString()).contains("(0, 90]");
  }

  /** 4 of 20 hips by day 90: the limits of the binomial profile likelihood. */
  @Test
  void writesLimitsWhereVisitsFollowASchedule() throws IOException {
    assertThat(run("before,found\n" + "0,90\n".repeat(4) + "90,\n".repeat(16), "--level", "0.95"))
        .isZero();
    List<String> visits = file("visits.csv");
    assertThat(visits.get(0)).isEqualTo("group,time,survival,lower,upper,design_effect");
    assertThat(Stream.of(visits.get(1).split(",", -1))
            .skip(1)
            .mapToDouble(Double::parseDouble)
            .toArray())
        .containsExactly(
            new double[] {90, 0.8, 0.594635690414585, 0.933162480867092, 1}, within(1e-9));
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void saysWhyThereAreNoLimits() throws IOException {
    assertThat(run("before,found\n0,90\n,90\n90,180\n180,\n")).isZero();
    assertThat(file("visits.csv").get(1)).matches("all,90,0\\.[0-9]+,,,");
    assertThat(err.toString())
        .contains(
            "visits.csv: all: limits of survival need a schedule of few visits, with at least 5"
                + " rows for each time, but 4 had visits at 2 times");
  }

  @Test
  void tellsEachProblemByItsLine() throws IOException {
    int code =
        run("hip,before,found\n1,90,30\n2,,\n3,-1,5\n4,x,9\n5,0,0\n6,100,100.0000000001\n7,0,90\n");
    assertThat(code).isEqualTo(3);
    assertThat(err.toString().lines())
        .anyMatch(line -> line.contains("hips.csv:2: column found")
            && line.contains("must not lie before the time without it, 90.0, but was 30.0"))
        .anyMatch(line -> line.contains("hips.csv:3") && line.contains("both cells are empty"))
        .anyMatch(line -> line.contains("hips.csv:4: column before"))
        .anyMatch(line -> line.contains("hips.csv:5: column before"))
        .anyMatch(line -> line.contains("hips.csv:6: column found"))
        .anyMatch(line ->
            line.contains("hips.csv:7: column found") && line.contains("by more than rounding"));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void leavesOutRowsWithProblemsWhenAsked() throws IOException {
    assertThat(run("before,found\n90,30\n100,100.0000000001\n0,90\n90,\n", "--skip-bad-rows"))
        .isZero();
    assertThat(file("rejected.csv")).hasSize(3);
    assertThat(file("npmle.csv")).hasSize(3);
  }

  @Test
  void refusesWrongUsage() throws IOException {
    assertThat(run(TABLE, "--distribution", "gamma")).isEqualTo(2);
    assertThat(run(TABLE, "--level", "1")).isEqualTo(2);
    assertThat(run(TABLE, "--covariate", "lesion:spline9")).isEqualTo(2);
  }

  @Test
  void saysWhatHasNoEstimate() throws IOException {
    assertThat(run(
            "before,found,stage\n1,2,I\n2,4,I\n3,,I\n5,,II\n6,,II\n",
            "--covariate",
            "stage:factor"))
        .isZero();
    assertThat(err.toString())
        .contains("regression.csv: stage[II] is not estimable, since the likelihood rises without"
            + " bound as it grows");
    assertThat(file("regression.csv")).anyMatch(line -> line.endsWith(",not estimable"));
  }

  @Test
  void saysThatTimesTellNoScale() throws IOException {
    assertThat(run("before,found,x\n1,2,0\n1,2,1\n1,2,1\n", "--covariate", "x")).isEqualTo(3);
    assertThat(err.toString()).contains("avnfh: times must determine a scale");
  }

  /** Of four hips half had the event by day 90 and a quarter by 180, so a quarter is left. */
  @Test
  void writesWhatIsLeftAfterEachInterval() throws IOException {
    assertThat(run("before,found\n0,90\n,90\n90,180\n180,\n")).isZero();
    assertThat(file("npmle.csv").stream()
            .skip(1)
            .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[4]))
            .toArray())
        .containsExactly(new double[] {0.5, 0.25, 0}, within(1e-12));
  }

  /** The p value of one degree of freedom is that of a normal distribution on both sides. */
  @Test
  void writesAndSaysTheSameTests() throws IOException {
    assertThat(run(TABLE, "--group", "stage", "--covariate", "lesion", "stage:factor"))
        .isZero();
    List<String> tests = file("test.csv");
    assertThat(tests).hasSize(4);
    for (String line : tests.subList(1, 4)) {
      String[] cells = line.split(",", -1);
      double statistic = Double.parseDouble(cells[2]);
      double p = Double.parseDouble(cells[4]);
      assertThat(cells[3]).isEqualTo("1");
      assertThat(p)
          .isCloseTo(2 * Distribution.normal().upperTail(Math.sqrt(statistic)), within(1e-12));
      assertThat(screen.toString())
          .contains(String.format(
              Locale.ROOT,
              "\n%s, independent: chi-square %.2f on 1 df, p %.3f.",
              cells[0],
              statistic,
              p));
    }
    List<String> terms = file("regression.csv");
    String[] lesion = terms.get(2).split(",", -1);
    assertThat(screen.toString())
        .contains("Events in intervals (10 rows)\n", "\nI         5  (180, 365]\n")
        .contains(String.format(
            Locale.ROOT, "\nlesion: ratio of times %.3f (", Double.parseDouble(lesion[2])))
        .contains("\nstage[II]: ratio of times ")
        .doesNotContain("(intercept)", "log(scale)", "tie rule");
    assertThat(err.toString())
        .contains("visits.csv: I: limits of survival need a schedule")
        .doesNotContain("not estimable", "test.csv");
  }

  @Test
  void saysHowManyTimesTheTieRuleMerged() throws IOException {
    assertThat(run("before,found\n0.1,0.3\n0.2,0.30000000000000004\n0.3,\n")).isZero();
    assertThat(screen.toString())
        .contains(
            "\n1 distinct time differed from a smaller one by rounding only and counted as that"
                + " one (tie rule).\n");
  }

  @Test
  void saysWhereNoTestIsPossible() throws IOException {
    assertThat(run("before,found,g\n1,,A\n2,,B\n", "--group", "g")).isZero();
    assertThat(err.toString())
        .contains(
            "test.csv: no sun test with the independent variance, which needs rows of different"
                + " scores");
    assertThat(file("test.csv")).contains("sun,independent,,,");
    assertThat(screen.toString())
        .contains("\nA         1  not reached\n")
        .doesNotContain("chi-square");
  }

  @Test
  void refusesATableWithoutARowAndALabelOfWhichNothingShows() throws IOException {
    assertThat(run("before,found,g\n", "--group", "g")).isEqualTo(3);
    assertThat(run("before,found,g\n0,9,A\n5,,\u200B\n", "--group", "g")).isEqualTo(3);
    assertThat(run("before,found,g\n0,9,A\n5,,\u200B\n", "--cluster", "g")).isEqualTo(3);
    assertThat(run("before,found,g\n0,9,A\n5,,\u200B\n", "--covariate", "g:factor"))
        .isEqualTo(3);
    String label = "hips.csv:3: column g: holds no character that shows; a label was expected";
    assertThat(err.toString().lines())
        .containsExactly(
            "hips.csv:2: column before: no row follows the header; at least one was expected",
            label,
            label,
            label);
  }

  /** What only all rows tell to be wrong is left out with its covariates. */
  @Test
  void leavesARowOutWithItsCovariates() throws IOException {
    String rows = "1,2,3\n2,4,2\n1,5,4\n3,,1\n5,9,2\n";
    run("before,found,x\n" + rows, "--covariate", "x");
    List<String> right = file("regression.csv");
    assertThat(run(
            "before,found,x\n100,100.0000000001,90\n" + rows,
            "--covariate",
            "x",
            "--skip-bad-rows"))
        .isZero();
    assertThat(file("regression.csv")).isEqualTo(right).hasSize(4);
  }
}
