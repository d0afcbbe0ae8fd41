package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.cli.Run;
import io.github.avnfh.examples.cli.RunOutcome;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command tells beside its files, and what it asks. */
class SurvivalScreenTest {
  private final SurvivalRuns runs;

  SurvivalScreenTest(@TempDir Path folder) {
    runs = new SurvivalRuns(folder);
  }

  private static String groups(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(group -> group + ",1,G" + group + "\n")
        .collect(Collectors.joining("", "time,event,g\n", ""));
  }

  @Test
  void takesAnIdentifierForNoGroup() throws IOException {
    assertThat(runs.table(groups(50), "--group", "g").code()).isZero();
    Files.delete(runs.out().resolve("curve.csv"));
    Run run = runs.table(groups(51), "--group", "g");
    assertThat(run.code()).isEqualTo(RunOutcome.WRONG_USAGE);
    assertThat(run.err())
        .isEqualTo("avnfh: column g has 51 groups, as an identifier would; name a column of at most"
            + " 50 groups, or allow more by --many-groups" + System.lineSeparator());
    assertThat(run.out()).isEmpty();
    assertThat(runs.out().resolve("curve.csv")).doesNotExist();
  }

  @Test
  void takesManyGroupsIfAllowed() throws IOException {
    Run run = runs.table(groups(51), "--group", "g", "--many-groups");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("Survival by Kaplan-Meier (51 rows, 51 events, 51 groups)\n")
        .contains("\nG20 ", "\nAnd 31 more groups: see quantile.csv.\n")
        .doesNotContain("\nG21 ");
  }

  @Test
  void saysNothingOfATestWithOneGroup() throws IOException {
    assertThat(runs.table("time,event\n5,1\n6,0\n").out())
        .startsWith("Survival by Kaplan-Meier (2 rows, 1 event, 1 group)\n")
        .doesNotContain("test", "tie rule", "cluster");
  }

  @Test
  void saysThatATestIsNotPossible() throws IOException {
    assertThat(runs.table("time,event,g\n5,0,A\n6,0,B\n", "--group", "g").out())
        .contains("\nlog-rank test: not possible\n");
  }

  @Test
  void tellsWeightsAsWeights() throws IOException {
    assertThat(runs.table("time,event,w\n5,1,0.25\n6,0,1\n7,1,1.5\n", "--weight", "w")
            .out())
        .startsWith("Survival by Kaplan-Meier (3 rows, 1.75 events, 1 group)\n");
  }

  @ParameterizedTest
  @CsvSource({
    "'0.3,1\n0.30000000000000004,1\n0.5,0\n', 1 distinct time differed from a smaller one",
    "'1e-9,1\n2e-9,1\n3e-9,1\n5e-9,0\n', 3 distinct times differed from a smaller one",
    "'1,1\n1.00001,1\n', ''"
  })
  void tellsTimesThatTheTieRuleMerged(String rows, String words) throws IOException {
    String out = runs.table("time,event\n" + rows).out();
    if (words.isEmpty()) {
      assertThat(out).doesNotContain("tie rule");
    } else {
      assertThat(out)
          .contains("\n" + words + " by rounding only and counted as that one (tie rule).\n");
    }
  }

  /** The first two hips are alone at risk and have the event; the others enter later. */
  @Test
  void warnsOfACurveThatFallsToZeroTooEarly() throws IOException {
    Run run = runs.table(
        "time,event,s,g\n2,1,0,A\n3,1,0,A\n8,1,5,A\n10,0,5,A\n4,1,0,B\n9,1,3,B\n",
        "--entry",
        "s",
        "--group",
        "g");
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .isEqualTo("curve.csv: group A: survival falls to 0 at 3, when all then at risk had the"
            + " event, though others are followed to 10; with delayed entry the curve tells nothing"
            + " from there on, so let it begin later" + System.lineSeparator());
  }

  @Test
  void showsEscapesOfLabelsAndDoesNotSendThem() throws IOException {
    Run run = runs.table("time,event,g\n6,0,\u001b[31mred\n5,1,B\n", "--group", "g", "--rmst", "9");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\n\\u001b[31mred ").doesNotContain("\u001b");
    assertThat(run.err()).contains("group \\u001b[31mred was").doesNotContain("\u001b");
    assertThat(runs.out().resolve("figure.svg")).content().contains(">\\u001b[31mred</text>");
    assertThat(runs.out().resolve("figure.svg")).content().doesNotContain("\u001b");
    assertThat(runs.out().resolve("curve.csv")).content().contains("\n\u001b[31mred,");
  }

  /** The hips of a patient count together: not what the test says that takes them for strangers. */
  @Test
  void saysTheTestByPatientWherePatientsAreKnown() throws URISyntaxException, IOException {
    Path table = SurvivalRuns.resource("command.csv");
    Run alone = runs.survival(table, "--time", "time", "--event", "event", "--group", "group");
    Run byPatient = runs.survival(
        table, "--time", "time", "--event", "event", "--group", "group", "--cluster", "patient");
    String p = testLine(byPatient).replaceAll(".*(p = [0-9.]+)$", "$1");
    assertThat(p).isNotEqualTo(testLine(alone).replaceAll(".*(p = [0-9.]+)$", "$1"));
    assertThat(runs.out().resolve("figure.svg")).content().contains("test: " + p + "</text>");
  }

  private static String testLine(Run run) {
    return run.out()
        .lines()
        .filter(line -> line.contains(" test: "))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void showsTwentyGroupsAndCountsTheOthers() throws IOException {
    assertThat(runs.table(groups(20), "--group", "g").out())
        .contains("\nG20 ")
        .doesNotContain(" more group");
    assertThat(runs.table(groups(21), "--group", "g").out())
        .contains("\nAnd 1 more group: see quantile.csv.\n");
  }

  /** Six digits, and a power of ten only where the number would be long. */
  @ParameterizedTest
  @CsvSource({
    "123456789, 123457000",
    "1234567890, 1.23457E+9",
    "12.3456789, 12.3457",
    "0.000000001, 0.000000001",
    "0.00000000001, 1E-11"
  })
  void showsSixDigitsOfATime(String time, String shown) throws IOException {
    assertThat(runs.table("time,event\n" + time + ",1\n").out())
        .contains(" 1       " + shown + " ");
  }

  @Test
  void drawsNoTestOfOneGroup() throws IOException {
    runs.table("time,event,g\n5,1,A\n6,0,A\n", "--group", "g");
    assertThat(runs.out().resolve("figure.svg")).content().doesNotContain("test");
  }
}
