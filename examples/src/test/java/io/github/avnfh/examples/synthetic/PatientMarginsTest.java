package io.github.avnfh.examples.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The margins per patient, recounted from the files against the numbers as printed. */
class PatientMarginsTest {
  private static final String ALL = "io.github.avnfh.examples.synthetic.TestCohort#all";

  @ParameterizedTest
  @MethodSource(ALL)
  void has46PatientsOfWhom32AreMale(TestCohort cohort) {
    assertThat(count(cohort.rows("patients.csv"), "sex")).isEqualTo(Map.of("M", 32L, "F", 14L));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void numbersPatientsFromS01ToS46(TestCohort cohort) {
    List<String> expected =
        IntStream.rangeClosed(1, 46).mapToObj(i -> i < 10 ? "S0" + i : "S" + i).toList();
    assertThat(cohort.rows("patients.csv"))
        .extracting(row -> row.text("patient_id"))
        .containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void printsTheAgeOfTheStudy(TestCohort cohort) {
    List<BigDecimal> ages =
        cohort.rows("patients.csv").stream().map(row -> row.number("age_years")).toList();
    assertThat(Printed.mean(ages)).isEqualTo("38.7");
    assertThat(Printed.standardDeviation(ages)).isEqualTo("7.9");
    assertThat(ages.stream().min(BigDecimal::compareTo)).hasValue(BigDecimal.valueOf(22));
    assertThat(ages.stream().max(BigDecimal::compareTo)).hasValue(BigDecimal.valueOf(55));
    assertThat(ages).allMatch(age -> age.scale() == 0);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void has12BilateralPatientsWithOneCauseForBothHips(TestCohort cohort) {
    Map<String, List<Row>> hips = cohort.rows("hips.csv").stream()
        .collect(Collectors.groupingBy(row -> row.text("patient_id")));
    assertThat(hips).hasSize(46);
    assertThat(hips.values()).filteredOn(list -> list.size() == 2).hasSize(12);
    assertThat(hips.values()).allMatch(list -> count(list, "etiology").size() == 1);
    assertThat(hips.values()).allMatch(list -> count(list, "side").size() == list.size());
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void hasEnoughPlateletsInEveryPatient(TestCohort cohort) {
    assertThat(cohort.rows("patients.csv"))
        .allMatch(row -> row.whole("platelets_per_uL") >= 80_000);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void has9PatientsWithPainAnd6WithSwellingAndNothingElse(TestCohort cohort) {
    List<Row> events = cohort.rows("events.csv");
    assertThat(count(events, "term"))
        .isEqualTo(Map.of("pain at aspiration site", 9L, "swelling at injection site", 6L));
    assertThat(events)
        .extracting(row -> row.text("patient_id") + row.text("term"))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void asksEveryPatientForSatisfaction(TestCohort cohort) {
    List<Row> answers = cohort.rows("satisfaction.csv");
    assertThat(count(answers, "satisfaction"))
        .isEqualTo(
            Map.of("very_satisfied", 28L, "satisfied", 12L, "neutral", 4L, "dissatisfied", 2L));
    assertThat(answers)
        .extracting(row -> row.text("patient_id"))
        .hasSize(46)
        .doesNotHaveDuplicates();
  }

  private static Map<String, Long> count(List<Row> rows, String column) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(row -> row.text(column), TreeMap::new, Collectors.counting()));
  }
}
