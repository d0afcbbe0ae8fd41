package io.github.avnfh.scoring.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.scoring.compare.ClusteredSignedRank.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusteredSignedRankTest {
  private static final double EXACT = 1e-12;

  private static ClusteredSignedRank single(double... differences) {
    return ClusteredSignedRank.test(ClusteredSample.of(
        differences, IntStream.range(0, differences.length).boxed().toList()));
  }

  /**
   * Signed ranks of 1 and 2, -3, and 4 and 5: products of 2 and 20 have the mean 11, as have the
   * five squares, so that r is 1. The patients' sums over 1 + r are 3/2, -3 and 9/2: z is 3 over
   * the root of 31.5. Of the sums with four signs, 3, 6, 0 and 9, all but one are as far from 0 as
   * 3.
   */
  @Test
  void weighsPatientsByTheCorrelationOfTheirRanks() {
    ClusteredSignedRank test = ClusteredSignedRank.test(ClusteredSample.of(
        new double[] {10, 20, -30, 40, 50, 0}, List.of("a", "a", "b", "c", "c", "d")));
    assertThat(test.count()).isEqualTo(6);
    assertThat(test.zeros()).isEqualTo(1);
    assertThat(test.patients()).isEqualTo(3);
    assertThat(test.correlation()).hasValue(1);
    assertThat(test.statistic().getAsDouble()).isEqualTo(3 / Math.sqrt(31.5), within(EXACT));
    assertThat(test.method()).isEqualTo(Method.EXACT);
    assertThat(test.pValue()).hasValue(0.75);
    assertThat(test.explanation().text()).isEqualTo("""
        p = 0.750
          COMPARISON-CLUSTERED-SIGNED-RANK: 6 differences, 1 of them 0, 3 patients,\
         correlation 1.000, exact distribution (J Stat Softw 2020;96(6):1-26)
        """);
  }

  /**
   * Signed ranks of 1 and -2, 3 and 4, and -5 and 6: products of -2, 12 and -30 sum below 0, and r
   * is 0. The sums are -1, 7 and 1, and z is 7 over the root of 51.
   */
  @Test
  void weighsHipsAlikeWherePatientsAreNotAlike() {
    ClusteredSignedRank test = ClusteredSignedRank.test(
        ClusteredSample.of(new double[] {1, -2, 3, 4, -5, 6}, List.of(1, 1, 2, 2, 3, 3)));
    assertThat(test.correlation()).hasValue(0);
    assertThat(test.statistic().getAsDouble()).isEqualTo(7 / Math.sqrt(51), within(EXACT));
    assertThat(test.pValue()).hasValue(0.75);
  }

  @Test
  void hasNoPValueWhereNothingChangedOrEveryPatientCancelsOut() {
    assertThat(single(0, 0).pValue()).isEmpty();
    assertThat(single(0, 0).correlation()).isEmpty();
    ClusteredSignedRank opposite = ClusteredSignedRank.test(
        ClusteredSample.of(new double[] {2, -2, 3, -3}, List.of("a", "a", "b", "b")));
    assertThat(opposite.statistic()).isEmpty();
    assertThat(opposite.pValue()).isEmpty();
    assertThat(opposite.explanation().obstacles())
        .containsExactly("differences that do not cancel out");
    assertThatThrownBy(() -> single())
        .hasMessage("paired differences [count] must lie in 1..2147483647, but was 0");
  }

  /**
   * R 4.2.2: {@code d <- 1:n * ifelse(1:n %% 3 == 0, -1, 1)}, with ties {@code d <- ceiling(1:n /
   * 2) * ifelse(1:n %% 4 == 0, -1, 1)}; {@code wilcox.test(d, exact = FALSE, correct = FALSE)}.
   */
  @ParameterizedTest
  @CsvSource({
    "20, false, 0.116887637809533",
    "20, true, 0.0759229028157116",
    "33, false, 0.1404557710699859",
    "33, true, 0.01203106483081056"
  })
  void isTheNormalFormOfTheOrdinaryTestWhereEveryPatientHasOneHip(
      int count, boolean ties, double p) {
    double[] differences = IntStream.rangeClosed(1, count)
        .mapToDouble(
            i -> ties ? Math.ceil(i / 2.0) * (i % 4 == 0 ? -1.0 : 1) : i * (i % 3 == 0 ? -1.0 : 1))
        .toArray();
    ClusteredSignedRank test = single(differences);
    assertThat(test.method()).isEqualTo(Method.NORMAL);
    assertThat(test.pValue().getAsDouble()).isEqualTo(p, within(EXACT));
  }

  @Property(tries = 50)
  void isTheExactOrdinaryTestWhereFewPatientsHaveOneHip(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 1) Integer> signs) {
    double[] differences = IntStream.range(0, signs.size())
        .mapToDouble(i -> (i + 1) * (signs.get(i) == 0 ? 1 : -1))
        .toArray();
    assertThat(single(differences).method()).isEqualTo(Method.EXACT);
    assertThat(single(differences).pValue().getAsDouble())
        .isEqualTo(WilcoxonSignedRank.test(differences).pValue().getAsDouble(), within(EXACT));
  }

  @Property(tries = 100)
  void dependsOnNeitherOrderNorNamesNorUnitAndTurnsWithTheSign(
      @ForAll @Size(min = 2, max = 60) List<@IntRange(min = -5000, max = 5000) Integer> coded,
      @ForAll Random random) {
    ClusteredSignedRank before = test(coded, 1, 0);
    List<Integer> shuffled = new ArrayList<>(coded);
    Collections.shuffle(shuffled, random);
    ClusteredSignedRank after = test(shuffled, -4, 77);
    assertThat(after.pValue().isPresent()).isEqualTo(before.pValue().isPresent());
    if (before.pValue().isPresent()) {
      assertThat(after.pValue().getAsDouble())
          .isEqualTo(before.pValue().getAsDouble(), within(EXACT));
      assertThat(after.statistic().getAsDouble())
          .isEqualTo(-before.statistic().getAsDouble(), within(1e-10));
    }
  }

  /** A difference and its patient in one number, so that both are shuffled together. */
  private static ClusteredSignedRank test(List<Integer> coded, double unit, int names) {
    return ClusteredSignedRank.test(ClusteredSample.of(
        coded.stream().mapToDouble(code -> unit * (code % 100)).toArray(),
        coded.stream().map(code -> names + Math.floorDiv(code, 100) % 30).toList()));
  }

  /** 2,000 trials know a size of 0.05 to 0.005; hips of a patient correlate by 0.8. */
  @ParameterizedTest
  @CsvSource({"12", "46"})
  void keepsItsSizeWhereHalfOfThePatientsHaveTwoHips(int patients) {
    Random random = new Random(20260404);
    int rejected = 0;
    for (int trial = 0; trial < 2000; trial++) {
      List<Integer> names = new ArrayList<>();
      List<Double> differences = new ArrayList<>();
      for (int patient = 0; patient < patients; patient++) {
        double shared = Math.sqrt(0.8) * random.nextGaussian();
        for (int hip = 0; hip <= patient % 2; hip++) {
          names.add(patient);
          differences.add(shared + Math.sqrt(0.2) * random.nextGaussian());
        }
      }
      ClusteredSignedRank test = ClusteredSignedRank.test(ClusteredSample.of(
          differences.stream().mapToDouble(Double::doubleValue).toArray(), names));
      rejected += test.pValue().getAsDouble() <= 0.05 ? 1 : 0;
    }
    assertThat(rejected / 2000.0).isBetween(0.035, 0.065);
  }
}
