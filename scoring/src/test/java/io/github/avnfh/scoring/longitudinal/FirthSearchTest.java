package io.github.avnfh.scoring.longitudinal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the search for Firth's maximum and its limits ends there, or is refused. */
class FirthSearchTest {
  /** Few responders among hips at two visits, with a covariate of a long tail where asked for. */
  private static VisitScores responders(SplittableRandom random, double tail) {
    int rows = 12 + 2 * random.nextInt(12);
    List<String> hips = new ArrayList<>();
    List<String> visits = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    List<OptionalDouble> responses = new ArrayList<>();
    List<OptionalDouble> covariate = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      hips.add("h" + row / 2);
      visits.add(row % 2 == 0 ? "0" : "24");
      groups.add(row / 2 % 2 == 0 ? "I" : "III");
      responses.add(OptionalDouble.of(random.nextInt(5) == 0 ? 1 : 0));
      covariate.add(OptionalDouble.of(
          (random.nextDouble() - 0.5) * Math.exp(tail * (random.nextDouble() - 0.5))));
    }
    return VisitScores.of(hips, visits, responses)
        .groups(groups)
        .number("age", covariate)
        .build();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.95, 0.99})
  void findsLimitsOnBothSidesAtEveryLevel(double level) {
    SplittableRandom random = new SplittableRandom(2);
    for (int set = 0; set < 8; set++) {
      FirthLogistic.Result result =
          FirthLogistic.withDefaults().withLevel(level).fit(responders(random, 0));
      for (FirthLogistic.OddsRatio ratio : result.oddsRatios()) {
        assertThat(ratio.lower()).as("set " + set).isLessThan(ratio.oddsRatio());
        assertThat(ratio.upper()).as("set " + set).isGreaterThan(ratio.oddsRatio());
      }
    }
  }

  /**
   * A covariate most of whose variance is one row's leaves the likelihood flat but for that row.
   */
  @Test
  void refusesAMaximumThatItsStepsDoNotReach() {
    SplittableRandom random = new SplittableRandom(3);
    List<String> refusals = new ArrayList<>();
    for (int set = 0; set < 40 && refusals.isEmpty(); set++) {
      try {
        FirthLogistic.withDefaults().fit(responders(random, 24));
      } catch (IllegalArgumentException e) {
        refusals.add(String.valueOf(e.getMessage()));
      }
    }
    assertThat(refusals)
        .isNotEmpty()
        .allSatisfy(text -> assertThat(text)
            .startsWith(
                "penalized likelihood must have a maximum within 200 steps, but the last one"
                    + " still gained "));
  }
}
