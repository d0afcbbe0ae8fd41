package io.github.avnfh.examples.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The margins per hip, recounted from the files against the numbers as printed. */
class HipMarginsTest {
  private static final String ALL = "io.github.avnfh.examples.synthetic.TestCohort#all";

  @ParameterizedTest
  @MethodSource(ALL)
  void has58HipsByCause(TestCohort cohort) {
    assertThat(count(cohort, "etiology"))
        .isEqualTo(
            Map.of("corticosteroid", 21L, "idiopathic", 19L, "sickle_cell", 11L, "alcohol", 7L));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void has58HipsByStage(TestCohort cohort) {
    assertThat(count(cohort, "steinberg_stage")).isEqualTo(Map.of("I", 14L, "II", 29L, "III", 15L));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void replacesSixHipsOfStageThreeOnDifferentDaysWithin24Months(TestCohort cohort) {
    List<Row> replaced = cohort.rows("hips.csv").stream()
        .filter(row -> !row.is("arthroplasty_day", ""))
        .toList();
    assertThat(replaced).hasSize(6).allMatch(row -> row.is("steinberg_stage", "III"));
    assertThat(replaced)
        .extracting(row -> row.whole("arthroplasty_day"))
        .doesNotHaveDuplicates()
        .allMatch(day -> day >= 200 && day <= 720);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void losesNoHipBefore24MonthsAreComplete(TestCohort cohort) {
    assertThat(cohort.rows("hips.csv")).allMatch(row -> row.whole("last_seen_day") >= 731);
    assertThat(cohort.visits("M24")).hasSize(58).allMatch(row -> row.whole("day") >= 731);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void operatesOnNoHipTwice(TestCohort cohort) {
    assertThat(count(cohort, "prior_surgery")).isEqualTo(Map.of("0", 58L));
  }

  private static Map<String, Long> count(TestCohort cohort, String column) {
    return cohort.rows("hips.csv").stream()
        .collect(
            Collectors.groupingBy(row -> row.text(column), TreeMap::new, Collectors.counting()));
  }
}
