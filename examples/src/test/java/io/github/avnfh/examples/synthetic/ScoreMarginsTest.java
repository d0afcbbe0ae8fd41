package io.github.avnfh.examples.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Means, standard deviations and gains over 58 hips, against the numbers as printed. */
class ScoreMarginsTest {
  private static final String ALL = "io.github.avnfh.examples.synthetic.TestCohort#all";

  @ParameterizedTest
  @MethodSource(ALL)
  void printsThePainOfTheStudy(TestCohort cohort) {
    assertThat(spread(cohort, "BL", "vas")).isEqualTo("7.8 1.1");
    assertThat(spread(cohort, "M3", "vas")).isEqualTo("4.3 1.4");
    assertThat(spread(cohort, "M6", "vas")).isEqualTo("3.1 1.2");
    assertThat(spread(cohort, "M12", "vas")).isEqualTo("2.4 1.0");
    assertThat(spread(cohort, "M24", "vas")).isEqualTo("2.1 1.2");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void printsTheHarrisHipScoreOfTheStudy(TestCohort cohort) {
    assertThat(spread(cohort, "BL", "hhs")).isEqualTo("54.6 6.8");
    assertThat(spread(cohort, "M6", "hhs")).isEqualTo("72.8 7.9");
    assertThat(spread(cohort, "M12", "hhs")).isEqualTo("80.4 8.3");
    assertThat(spread(cohort, "M24", "hhs")).isEqualTo("84.2 9.1");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void printsTheChangeOfTheStudy(TestCohort cohort) {
    assertThat(Printed.mean(changes(cohort, "vas"))).isEqualTo("-5.7");
    assertThat(Printed.mean(changes(cohort, "hhs"))).isEqualTo("29.6");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void gainsStrictlyMoreThan20PointsIn48Of58HipsAndNeverExactly20(TestCohort cohort) {
    BigDecimal twenty = BigDecimal.valueOf(20);
    List<BigDecimal> gains = changes(cohort, "hhs");
    assertThat(gains).filteredOn(gain -> gain.compareTo(twenty) > 0).hasSize(48);
    assertThat(gains).filteredOn(gain -> gain.compareTo(twenty) < 0).hasSize(10);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void gainsMoreThan20PointsIn43Of52HipsThatWereNotReplacedToo(TestCohort cohort) {
    List<BigDecimal> gains = changes(cohort, "hhs");
    List<Row> last = cohort.visits("M24");
    int kept = 0;
    for (int i = 0; i < gains.size(); i++) {
      boolean gained = gains.get(i).compareTo(BigDecimal.valueOf(20)) > 0;
      kept += gained && !cohort.isReplaced(last.get(i)) ? 1 : 0;
    }
    assertThat(kept).isEqualTo(43);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void keepsScoresOnTheirScalesWithOneDecimal(TestCohort cohort) {
    assertThat(cohort.rows("visits.csv"))
        .hasSize(58 * 7)
        .allMatch(row -> isOnScale(row.number("vas"), 10))
        .allMatch(row -> isOnScale(row.number("hhs"), 100));
  }

  private static boolean isOnScale(BigDecimal points, int highest) {
    return points.scale() == 1
        && points.signum() >= 0
        && points.compareTo(BigDecimal.valueOf(highest)) <= 0;
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void fillsUnprintedVisitsBetweenTheirNeighbors(TestCohort cohort) {
    assertBetween(cohort, "vas", List.of("BL", "M1", "M3"));
    assertBetween(cohort, "vas", List.of("M12", "M18", "M24"));
    assertBetween(cohort, "hhs", List.of("BL", "M1", "M3"));
    assertBetween(cohort, "hhs", List.of("BL", "M3", "M6"));
    assertBetween(cohort, "hhs", List.of("M12", "M18", "M24"));
  }

  private static void assertBetween(TestCohort cohort, String score, List<String> visits) {
    List<BigDecimal> before = scores(cohort, visits.get(0), score);
    List<BigDecimal> filled = scores(cohort, visits.get(1), score);
    List<BigDecimal> after = scores(cohort, visits.get(2), score);
    for (int i = 0; i < filled.size(); i++) {
      assertThat(filled.get(i))
          .isBetween(before.get(i).min(after.get(i)), before.get(i).max(after.get(i)));
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void saysWhichVisitsCameAfterTheArthroplasty(TestCohort cohort) {
    assertThat(cohort.rows("visits.csv")).allSatisfy(row -> {
      boolean after =
          cohort.isReplaced(row) && cohort.hip(row).whole("arthroplasty_day") < row.whole("day");
      assertThat(row.text("status")).isEqualTo(after ? "after_arthroplasty" : "done");
    });
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void seesPatientsInTheOrderOfTheirVisits(TestCohort cohort) {
    List<Row> visits = cohort.rows("visits.csv");
    for (int i = 1; i < visits.size(); i++) {
      if (visits.get(i).hip().equals(visits.get(i - 1).hip())) {
        assertThat(visits.get(i).whole("day")).isGreaterThan(visits.get(i - 1).whole("day"));
      }
    }
  }

  private static String spread(TestCohort cohort, String visit, String score) {
    List<BigDecimal> scores = scores(cohort, visit, score);
    assertThat(scores).hasSize(58);
    return Printed.mean(scores) + " " + Printed.standardDeviation(scores);
  }

  private static List<BigDecimal> changes(TestCohort cohort, String score) {
    List<BigDecimal> before = scores(cohort, "BL", score);
    List<BigDecimal> after = scores(cohort, "M24", score);
    List<BigDecimal> changes = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      changes.add(after.get(i).subtract(before.get(i)));
    }
    return changes;
  }

  private static List<BigDecimal> scores(TestCohort cohort, String visit, String score) {
    return cohort.visits(visit).stream().map(row -> row.number(score)).toList();
  }
}
