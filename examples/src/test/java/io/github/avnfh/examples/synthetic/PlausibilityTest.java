package io.github.avnfh.examples.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no margin asks for and a clinician would look for, in the bundled cohort. */
class PlausibilityTest {
  private static final TestCohort COHORT = TestCohort.bundled();

  @Test
  void makesPainRunAgainstTheHarrisHipScore() {
    assertThat(correlation(scores("M24", "vas"), scores("M24", "hhs"))).isBetween(-0.9, -0.4);
  }

  @Test
  void makesAHipResembleItself() {
    assertThat(correlation(scores("M12", "hhs"), scores("M24", "hhs"))).isBetween(0.4, 0.95);
    assertThat(correlation(scores("BL", "vas"), scores("M6", "vas"))).isBetween(0.2, 0.9);
  }

  @Test
  void makesTheTwoHipsOfAPatientAlike() {
    List<Double> left = new ArrayList<>();
    List<Double> right = new ArrayList<>();
    List<Row> last = COHORT.visits("M24");
    for (int i = 1; i < last.size(); i++) {
      if (last.get(i).is("patient_id", last.get(i - 1).text("patient_id"))) {
        left.add(last.get(i - 1).number("hhs").doubleValue());
        right.add(last.get(i).number("hhs").doubleValue());
      }
    }
    assertThat(left).hasSize(12);
    assertThat(correlation(left, right)).isBetween(0.1, 0.95);
  }

  @Test
  void leavesProgressedHipsWorseOffBeforeTheyAreReplaced() {
    double replacedLater = COHORT.visits("M6").stream()
        .filter(row -> COHORT.isReplaced(row))
        .mapToDouble(row -> row.number("hhs").doubleValue())
        .average()
        .orElseThrow();
    assertThat(replacedLater).isLessThan(72.8 - 5);
  }

  private static List<Double> scores(String visit, String score) {
    return COHORT.visits(visit).stream()
        .map(row -> row.number(score).doubleValue())
        .toList();
  }

  private static double correlation(List<Double> one, List<Double> other) {
    double x = mean(one);
    double y = mean(other);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < one.size(); i++) {
      xx += (one.get(i) - x) * (one.get(i) - x);
      xy += (one.get(i) - x) * (other.get(i) - y);
      yy += (other.get(i) - y) * (other.get(i) - y);
    }
    return xy / Math.sqrt(xx * yy);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
