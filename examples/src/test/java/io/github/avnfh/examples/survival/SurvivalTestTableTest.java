package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.examples.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests that the command writes, says and draws: one number in all three places. */
class SurvivalTestTableTest {
  private static final List<String> COLUMNS =
      List.of("test", "stratified", "variance", "chi_square", "df", "p");

  private static final String CLUSTERED = """
      time,event,p,g
      1,1,a,A
      2,1,a,A
      4,1,b,A
      6,0,b,B
      11,0,c,A
      3,1,c,B
      5,1,d,B
      7,0,d,B
      8,1,e,B
      10,1,f,B
      """;

  private final SurvivalRuns runs;

  SurvivalTestTableTest(@TempDir Path folder) {
    runs = new SurvivalRuns(folder);
  }

  private List<List<Optional<String>>> tests() {
    return SurvivalRuns.rows(runs.out().resolve("test.csv"), COLUMNS);
  }

  private static double number(List<Optional<String>> row, int column) {
    return Double.parseDouble(row.get(column).orElseThrow());
  }

  /** R: coxph(cluster = p, ties = "breslow")$rscore and survdiff; clustered from risk sets. */
  @Test
  void hasARowForEachVarianceAndDrawsTheFirst() throws IOException {
    Run run = runs.table(CLUSTERED, "--cluster", "p", "--group", "g");
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("only 6 clusters had the event; a permutation test");
    List<List<Optional<String>>> rows = tests();
    assertThat(rows)
        .extracting(row -> row.get(2).orElseThrow())
        .containsExactly("clustered", "robust", "independent");
    assertThat(number(rows.get(0), 3)).isCloseTo(0.218397328296, within(1e-12));
    assertThat(number(rows.get(1), 5)).isCloseTo(0.6550, within(5e-5));
    assertThat(number(rows.get(2), 5)).isCloseTo(0.5459, within(5e-5));
    assertThat(rows).allSatisfy(row -> {
      assertThat(row.get(0)).contains("logrank");
      assertThat(row.get(1)).contains("false");
      assertThat(row.get(4)).contains("1");
    });
    assertThat(Files.readString(runs.out().resolve("figure.svg")))
        .contains("clustered log-rank test: p = 0.640");
  }

  /** Weights that are not whole: robust by row, and nothing else. */
  @Test
  void answersRobustlyForWeightsThatAreNotWhole() throws IOException {
    String table = "time,event,g,w\n1,1,A,1.5\n2,1,A,1\n3,0,A,1\n4,1,B,1\n5,0,B,2\n6,1,B,1\n";
    Run run = runs.table(table, "--weight", "w", "--group", "g");
    List<List<Optional<String>>> rows = tests();
    assertThat(rows)
        .extracting(row -> row.get(2).orElseThrow())
        .containsExactly("robust", "independent");
    assertThat(rows.get(1).subList(3, 6)).containsOnly(Optional.empty());
    assertThat(run.err())
        .contains(
            "test.csv: logrank, independent: no test is possible without case weights that are whole");
    assertThat(Files.readString(runs.out().resolve("figure.svg")))
        .contains(String.format(
            java.util.Locale.ROOT, "robust log-rank test: p = %.3f", number(rows.get(0), 5)));
  }

  @Test
  void saysWhyNoTestIsPossible() throws IOException {
    Run run = runs.table("time,event,g,p\n1,0,A,1\n2,0,B,2\n", "--group", "g", "--cluster", "p");
    assertThat(tests())
        .extracting(row -> row.get(2).orElseThrow())
        .containsExactly("clustered", "robust", "independent");
    assertThat(tests())
        .allSatisfy(row -> assertThat(row.subList(3, 6)).containsOnly(Optional.empty()));
    assertThat(run.err().lines())
        .contains(
            "test.csv: logrank, clustered: no test is possible without groups at risk together at an"
                + " event");
  }

  /** By hand: all pairs have one event at most on which they differ; Holm on three p values. */
  @Test
  void comparesEveryPair() throws IOException {
    String table = CLUSTERED + "2,1,h,C\n9,1,i,C\n";
    runs.table(
        table,
        "--cluster",
        "p",
        "--group",
        "g",
        "--pairwise",
        "holm",
        "--test",
        "logrank",
        "gehan");
    List<List<Optional<String>>> rows = SurvivalRuns.rows(
        runs.out().resolve("pairwise.csv"),
        List.of("test", "variance", "group_a", "group_b", "chi_square", "df", "p", "p_adjusted"));
    assertThat(rows).hasSize(2 * 3 * 3);
    assertThat(rows.get(0).subList(0, 4))
        .containsExactly(
            Optional.of("logrank"), Optional.of("clustered"), Optional.of("A"), Optional.of("B"));
    // the pair alone is the table above
    assertThat(number(rows.get(0), 4)).isCloseTo(0.218397328296, within(1e-12));
    assertThat(rows).filteredOn(row -> row.get(0).equals(Optional.of("gehan"))).hasSize(9);
    for (String variance : List.of("clustered", "robust", "independent")) {
      List<List<Optional<String>>> three = rows.stream()
          .filter(row -> row.get(0).equals(Optional.of("logrank")))
          .filter(row -> row.get(1).equals(Optional.of(variance)))
          .toList();
      double least = three.stream().mapToDouble(row -> number(row, 6)).min().orElseThrow();
      double adjusted = three.stream().mapToDouble(row -> number(row, 7)).min().orElseThrow();
      assertThat(adjusted).isCloseTo(Math.min(1, 3 * least), within(1e-12));
    }
  }

  @Test
  void writesNoPairsUnlessAsked() throws IOException {
    runs.table(CLUSTERED, "--group", "g");
    assertThat(runs.out().resolve("pairwise.csv")).doesNotExist();
    Run run = runs.table(CLUSTERED, "--group", "g", "--pairwise", "bonferroni");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--pairwise takes holm, bh or none");
  }

  /**
   * By hand: A and B are one event each of two at risk apart, as are A and C; none are adjusted.
   */
  @Test
  void comparesPairsOfHipsThatAreOnlyCounted() throws IOException {
    runs.table("time,event,g\n1,1,A\n2,0,B\n2,0,C\n", "--group", "g", "--pairwise", "none");
    List<List<Optional<String>>> rows = SurvivalRuns.rows(
        runs.out().resolve("pairwise.csv"), List.of("group_a", "group_b", "chi_square", "df"));
    assertThat(rows)
        .containsExactly(
            List.of(Optional.of("A"), Optional.of("B"), Optional.of("1"), Optional.of("1")),
            List.of(Optional.of("A"), Optional.of("C"), Optional.of("1"), Optional.of("1")),
            List.of(Optional.of("B"), Optional.of("C"), Optional.empty(), Optional.empty()));
  }
}
