package io.github.avnfh.survival.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.FollowUpBuilder;
import io.github.avnfh.survival.KaplanMeier;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static FollowUpBuilder six(boolean... events) {
    return FollowUp.ofDays(new int[] {1, 2, 3, 4, 5, 6}, events)
        .groups(List.of("A", "A", "A", "B", "B", "B"));
  }

  private static Explanation curves(FollowUp hips) {
    return KaplanMeier.withDefaults().estimate(hips).explanation();
  }

  private static List<String> rules(Explanation explanation) {
    return explanation.rules().stream().map(Rule::id).toList();
  }

  /** A falls to 2/3 on day 1 and to 1/3 on day 2; of B no hip fails: 0.025 to the third root. */
  @Test
  void tellsTheRuleOfEachGroup() {
    Explanation explanation = curves(six(true, true, false, false, false, false).build());
    assertThat(explanation.answer())
        .startsWith("A 0.333 (")
        .endsWith(") from 2.0; B 1.000 (0.292 to 1.000) from 0.0");
    assertThat(rules(explanation))
        .containsExactly("KM-PRODUCT-LIMIT", "KM-GREENWOOD", "KM-LIMITS-SCALE", "KM-LIMITS-EXACT");
    assertThat(explanation.text())
        .contains("KM-PRODUCT-LIMIT: A 3 rows, events 2.0; B 3 rows, events 0.0")
        .contains("KM-LIMITS-SCALE: A: log-log scale, level 0.95")
        .contains("KM-LIMITS-EXACT: B: level 0.95");
    assertThat(explanation.obstacles()).isEmpty();
  }

  @Test
  void namesAllGroupsWhoseLimitsCameAboutAlike() {
    assertThat(curves(six(true, true, false, true, false, false).build()).text())
        .contains("KM-LIMITS-SCALE: A, B: log-log scale, level 0.95");
  }

  @Test
  void lacksASecondPatientForAnError() {
    FollowUp hips = FollowUp.ofDays(new int[] {1, 2}, new boolean[] {true, false})
        .clusters(List.of(1, 1))
        .build();
    assertThat(curves(hips).text()).isEqualTo("""
            all 0.500 (0.000 to 1.000) from 1.0
              KM-PRODUCT-LIMIT: all 2 rows, events 1.0 (J Am Stat Assoc 1958;53:457-81)
              KM-CLUSTER-JACKKNIFE: all 1 clusters (cran.r-project.org/package=survival, version 3.5-3)
              lacks: a second cluster in all
            """);
  }

  @Test
  void tellsObservedAndExpectedEvents() {
    Explanation explanation = LogRank.withDefaults()
        .test(six(true, true, true, true, true, false).build())
        .explanation();
    assertThat(explanation.reasons())
        .singleElement()
        .satisfies(reason -> assertThat(reason.inputs())
            .isEqualTo("A observed 3.0, expected 1.15; B observed 2.0, expected 3.85"));
    assertThat(explanation.obstacles()).isEmpty();
  }

  @Test
  void showsTheOtherStatisticsBesideTheClusteredOne() {
    Explanation explanation = LogRank.withDefaults()
        .test(six(true, true, true, true, true, false)
            .clusters(List.of(1, 1, 2, 3, 3, 4))
            .build())
        .explanation();
    assertThat(rules(explanation)).containsExactly("LOG-RANK", "LOG-RANK-CLUSTERED");
    assertThat(explanation.reasons().get(1).inputs())
        .isEqualTo("only 3 clusters with an event, so that a permutation test is to be preferred;"
            + " robust chi-square 3.27, df 1, p = 0.070;"
            + " independent chi-square 5.05, df 1, p = 0.025");
  }

  @Test
  void saysWhyNoTestIsPossible() {
    Explanation explanation =
        LogRank.withDefaults().test(six(new boolean[6]).build()).explanation();
    assertThat(explanation.answer()).isEqualTo("log-rank test: not possible");
    assertThat(explanation.obstacles()).containsExactly("groups at risk together at an event");
  }
}
