package io.github.avnfh.survival.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.FollowUpBuilder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTestTest {
  private static final PermutationTest TEST = PermutationTest.withDefaults();

  /** One hip on each day, in the order of the groups. */
  private static FollowUpBuilder daily(String groups, boolean... events) {
    int[] days = new int[events.length];
    Arrays.setAll(days, row -> row + 1);
    return FollowUp.ofDays(days, events).groups(List.of(groups.split("")));
  }

  /** By hand: scores 1/2 and -1/2 in either group, so that every way lies at least as far apart. */
  @Test
  void groupsThatAreExactlyAlikeAreCertainlyAlike() {
    FollowUp hips = FollowUp.ofDays(new int[] {1, 1, 2, 2}, new boolean[] {true, true, true, true})
        .groups(List.of("A", "B", "A", "B"))
        .build();
    assertThat(TEST.test(hips, 1).orElseThrow().pValue()).isEqualTo(1);
  }

  /** Scores of either group cancel but for rounding, which other permutations round otherwise. */
  @Test
  void groupsThatAreAlikeButForRoundingAreCertainlyAlike() {
    FollowUp hips = FollowUp.ofDays(
            new int[] {1, 1, 1, 1, 2, 2, 2, 2, 2, 2},
            new boolean[] {true, true, false, false, true, true, true, true, true, true})
        .groups(List.of("A", "B", "A", "B", "A", "B", "A", "B", "A", "B"))
        .build();
    assertThat(TEST.test(hips, 1).orElseThrow().pValue()).isEqualTo(1);
  }

  /** By hand: only the second event counts, and of six places one is in the group of one. */
  @Test
  void smallWeightsOrderTheWaysAsLargeOnesDo() {
    FollowUp hips = daily("BABBBB", true, true, false, false, false, false).build();
    PermutationTest late = TEST.with(Weighting.flemingHarrington(0, 30));
    assertThat(late.test(hips, 1).orElseThrow().pValue()).isEqualTo(1 / 6.0);
  }

  @Test
  void thereIsNothingToDealWithinASingleGroup() {
    assertThat(TEST.test(daily("AAA", true, true, false).build(), 1)).isEmpty();
    FollowUp apart = daily("AABB", true, false, true, false)
        .strata(List.of("x", "x", "y", "y"))
        .build();
    assertThat(TEST.test(apart, 1)).isEmpty();
  }

  /** Two leave before all others fail on one day: every score is 0, but for the root of 3. */
  @ParameterizedTest
  @ValueSource(strings = {"logrank", "gehan", "tarone-ware", "peto-peto", "fh:1,0"})
  void thereIsNothingToDealWhereAllFailAtOnce(String weighting) {
    FollowUp hips = FollowUp.ofDays(
            new int[] {1, 1, 2, 2, 2}, new boolean[] {false, false, true, true, true})
        .groups(List.of("A", "B", "A", "B", "A"))
        .build();
    assertThat(TEST.with(Weighting.parse(weighting)).test(hips, 1)).isEmpty();
  }

  /** The data are one of the ways: with a single draw the p value is 1/2 or 1. */
  @Test
  void drawsOnceAtLeast() {
    FollowUp hips = daily("AABB", true, true, false, false).build();
    PermutationResult drawn = TEST.enumeratingUpTo(0).drawing(1).test(hips, 1).orElseThrow();
    assertThat(drawn.ways()).isEqualTo(1);
    assertThat(drawn.pValue()).isIn(0.5, 1.0);
  }

  /** Six patients, two of whom have both hips in different groups. */
  private static FollowUpBuilder bilateral() {
    return daily("ABBAAABB", true, true, true, false, true, false, false, false)
        .clusters(List.of(1, 1, 2, 2, 3, 4, 5, 6));
  }

  @Test
  void saysWhatWasPermuted() {
    PermutationResult patients = TEST.test(bilateral().build(), 1).orElseThrow();
    assertThat(patients.permuted()).isEqualTo(PermutationResult.Permuted.PATIENTS);
    assertThat(patients.title())
        .isEqualTo("exact permutation test (log-rank), patients among those with as many hips");
    // two patients who each have one hip in either group, and four with one, two in either
    assertThat(patients.ways()).isEqualTo(4 * 6);
    PermutationResult hips =
        TEST.permutingHipsAsIfIndependent().test(bilateral().build(), 1).orElseThrow();
    assertThat(hips.permuted()).isEqualTo(PermutationResult.Permuted.HIPS_AS_IF_INDEPENDENT);
    assertThat(hips.isComplete()).isTrue();
    assertThat(hips.isExact()).isFalse();
    assertThat(hips.ways()).isEqualTo(70);
    assertThat(hips.explanation().text()).contains("PERMUTATION-HIPS");
    PermutationResult unknown =
        TEST.test(bilateral().build().ignoringClusters(), 1).orElseThrow();
    assertThat(unknown.permuted()).isEqualTo(PermutationResult.Permuted.HIPS);
    assertThat(unknown.isExact()).isTrue();
  }

  /** Drawn from the same seed the same; of the same size as the plain one where all are alike. */
  @Test
  void judgesEveryWayByItsOwnVariance() {
    PermutationTest test = TEST.studentized().drawing(500);
    PermutationResult drawn = test.test(bilateral().build(), 3).orElseThrow();
    assertThat(drawn).isEqualTo(test.test(bilateral().build(), 3).orElseThrow());
    assertThat(drawn.isStudentized()).isTrue();
    assertThat(drawn.isComplete()).isFalse();
    assertThat(drawn.pValue()).isBetween(1 / 501.0, 1.0);
    assertThat(drawn.explanation().rules())
        .extracting(rule -> rule.id())
        .containsExactly("PERMUTATION", "PERMUTATION-STUDENTIZED");
  }
}
