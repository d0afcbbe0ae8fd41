package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.synthetic.BundledCohort;
import io.github.avnfh.survival.FollowUp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The tests of the bundled cohort by stage, held against survival_tests.csv, made by its script.
 */
class ComparisonTableTest {
  private static final double EXACT = 1e-9;
  private static final List<Hip> HIPS = BundledCohort.read().hips();

  private final Table table = ComparisonTable.of(SurvivalSection.byStage(HIPS)).table();

  private static List<String[]> golden() throws IOException {
    try (InputStream in = Objects.requireNonNull(
        ComparisonTableTest.class.getResourceAsStream("survival_tests.csv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.replace("log-rank, ", "log-rank; ").split(",", -1))
          .toList();
    }
  }

  private static List<String> row(Table table, String test, String variance) {
    return table.rows().stream()
        .filter(row ->
            row.get(0).printed().startsWith(test) && row.get(1).printed().startsWith(variance))
        .findFirst()
        .orElseThrow()
        .stream()
        .flatMap(cell -> cell.parts().stream())
        .toList();
  }

  @Test
  void agreesWithRByEveryVarianceAndByPermutation() throws IOException {
    List<String[]> golden = golden();
    assertThat(golden).hasSize(13);
    for (String[] expected : golden) {
      List<String> row = row(table, expected[0].replace(';', ','), expected[1]);
      assertThat(row.get(3)).isEqualTo(expected[2]);
      assertThat(row.get(5)).isEqualTo(expected[4]);
      if (!expected[3].isEmpty()) {
        assertThat(Double.parseDouble(row.get(4)))
            .isCloseTo(Double.parseDouble(expected[3]), within(EXACT));
      }
      assertThat(Double.parseDouble(row.get(6)))
          .isCloseTo(Double.parseDouble(expected[5]), within(EXACT));
    }
  }

  /** Two pairs have a test, so that the smaller p value counts twice; without events none. */
  @Test
  void adjustsThePairsByHolmForEachVariance() throws IOException {
    for (String variance : List.of("clustered", "robust", "independent")) {
      double smaller = p(golden(), "log-rank; II and III", variance);
      double larger = p(golden(), "log-rank; I and III", variance);
      assertThat(Double.parseDouble(row(table, "log-rank, II and III", variance).get(7)))
          .isCloseTo(2 * smaller, within(EXACT));
      assertThat(Double.parseDouble(row(table, "log-rank, I and III", variance).get(7)))
          .isCloseTo(Math.max(2 * smaller, larger), within(EXACT));
      assertThat(row(table, "log-rank, I and II", variance).subList(3, 8))
          .containsExactly("43", "", "", "", "");
    }
  }

  private static double p(List<String[]> golden, String test, String variance) {
    return golden.stream()
        .filter(row -> row[0].equals(test) && row[1].equals(variance))
        .mapToDouble(row -> Double.parseDouble(row[5]))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void givesEachTestOneAnswerAndTheReportOnePrimaryTest() {
    assertThat(table.rows().stream()
            .collect(Collectors.groupingBy(
                row -> row.get(0).printed(),
                Collectors.mapping(row -> row.get(2).printed(), Collectors.toList()))))
        .containsEntry("log-rank", List.of("primary", "for comparison", "for comparison"))
        .containsEntry("permutation of the log-rank, exact", List.of("primary, by permutation"))
        .containsEntry(
            "trend over the stages", List.of("answer", "for comparison", "for comparison"))
        .containsEntry(
            "log-rank, I and III", List.of("answer", "for comparison", "for comparison"));
  }

  private static FollowUp followUp(int patientsWithEvent) {
    List<Integer> days = new ArrayList<>();
    List<Boolean> events = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    List<String> patients = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      days.add(100 + 10 * i);
      events.add(i < patientsWithEvent);
      groups.add(i % 3 == 0 ? "I" : "II");
      patients.add("P" + i);
    }
    boolean[] hadEvent = new boolean[24];
    for (int i = 0; i < 24; i++) {
      hadEvent[i] = events.get(i);
    }
    return FollowUp.ofDays(days.stream().mapToInt(day -> day).toArray(), hadEvent)
        .groups(groups, List.of("I", "II"))
        .clusters(patients)
        .build();
  }

  /**
   * Below ten patients with the event the permutation test is pointed to, from ten on it is not.
   */
  @Test
  void pointsToThePermutationTestWhereFewPatientsHadTheEvent() {
    assertThat(ComparisonTable.of(followUp(9)).words()).contains("Only 9 patients");
    assertThat(ComparisonTable.of(followUp(10)).words())
        .contains("log-rank test with the clustered variance")
        .doesNotContain("Only");
    assertThat(row(ComparisonTable.of(followUp(10)).table(), "permutation", "patients")
            .get(2))
        .isEqualTo("for comparison");
  }

  @Test
  void saysThatNoTestIsPossibleWithoutEvents() {
    ComparisonTable none = ComparisonTable.of(followUp(0));
    assertThat(none.words())
        .startsWith("The stages cannot be compared: no test is possible without ");
    assertThat(none.table().rows())
        .hasSize(7)
        .allSatisfy(row -> assertThat(row.subList(4, 8)).allMatch(Cell::isMissing))
        .allSatisfy(row -> assertThat(row.get(4).printed()).isEqualTo("no test possible"));
  }

  /** One hip each: the clustered variance is the independent one. */
  @Test
  void equalsTheIndependentTestWhereNoPatientHasTwoHips() {
    Table single = ComparisonTable.of(followUp(10)).table();
    assertThat(Double.parseDouble(row(single, "log-rank", "clustered").get(4)))
        .isCloseTo(
            Double.parseDouble(row(single, "log-rank", "independent").get(4)), within(EXACT));
  }

  @Test
  void namesThePrimaryTestInTheKeyResultAndTheFigure() {
    assertThat(ComparisonTable.of(followUp(10)).keyResult())
        .contains(" by the log-rank test with the clustered variance, which is primary because it");
    assertThat(ComparisonTable.of(followUp(10)).note().orElseThrow())
        .startsWith("Log-rank test, clustered variance: p = 0.");
    assertThat(ComparisonTable.of(followUp(9)).note().orElseThrow())
        .startsWith("Permutation of the log-rank test, by patient: p = 0.");
    assertThat(ComparisonTable.of(SurvivalSection.byStage(HIPS)).keyResult())
        .startsWith("The stages compared: p < 0.001 by the permutation of the log-rank test");
    ComparisonTable none = ComparisonTable.of(followUp(0));
    assertThat(none.keyResult()).isEqualTo(none.words());
    assertThat(none.note()).isEmpty();
  }
}
