package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.examples.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
}
