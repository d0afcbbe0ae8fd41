package io.github.avnfh.scoring.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.table.Count;
import io.github.avnfh.scoring.proportion.ClusteredProportion.Method;
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
import org.junit.jupiter.params.provider.EnumSource;

class ClusteredProportionTest {
  /** Rounding of quantiles near 1. */
  private static final double EXACT = 1e-12;

  /** Two patients with both hips alike, and one hip of two more: 3 of 6. */
  private static final ClusteredOutcomes SIX = ClusteredOutcomes.of(
      List.of(true, true, false, false, true, false), List.of("a", "a", "b", "b", "c", "d"));

  private static ClusteredOutcomes coded(List<Integer> coded) {
    // a patient of 0 to 11 and an outcome in one number, so that both are shuffled together
    return ClusteredOutcomes.of(
        coded.stream().map(code -> code % 2 == 0).toList(),
        coded.stream().map(code -> code / 2).toList());
  }

  /**
   * Residuals by patient of 1, -1, 1/2 and -1/2: squares of 2.5 over 6 / 4. R 4.2.2 with {@code n
   * <- 3.6; t <- qt(.975, 3)}, and {@code qbeta(.025, m / 2, m / 2 + 1)} with {@code m <- n *
   * (qt(.975, 5) / t)^2}.
   */
  @Test
  void dividesHipsByTheDesignEffect() {
    assertThat(SIX.count()).isEqualTo(Count.of(3, 6));
    assertThat(SIX.patients()).isEqualTo(4);
    assertThat(SIX.designEffect().getAsDouble()).isEqualTo(5.0 / 3, within(EXACT));
    assertThat(SIX.effectiveSize()).isEqualTo(3.6, within(EXACT));
    ClusteredProportion wilson = SIX.proportion();
    assertThat(wilson.method()).isEqualTo(Method.WILSON);
    assertThat(wilson.degreesOfFreedom()).hasValue(3);
    assertThat(wilson.lower().getAsDouble()).isEqualTo(0.07053476294405504, within(EXACT));
    assertThat(wilson.upper().getAsDouble()).isEqualTo(1 - 0.07053476294405504, within(EXACT));
    ClusteredProportion exact = Method.KORN_GRAUBARD.of(SIX, 0.95);
    assertThat(exact.lower().getAsDouble()).isEqualTo(0.02081738743786185, within(EXACT));
    assertThat(exact.upper().getAsDouble()).isEqualTo(0.9791826125621381, within(EXACT));
  }

  /** On one degree of freedom t is tan(0.475 pi); no event in 2 has the limit t^2 / (2 + t^2). */
  @Test
  void countsPatientsWhereNoHipOrEveryHipHasTheOutcome() {
    ClusteredOutcomes none = ClusteredOutcomes.of(List.of(false, false, false), List.of(1, 1, 2));
    double square = Math.pow(Math.tan(0.475 * Math.PI), 2);
    assertThat(none.designEffect()).isEmpty();
    assertThat(none.effectiveSize()).isEqualTo(2);
    assertThat(none.proportion().lower()).hasValue(0);
    assertThat(none.proportion().upper().getAsDouble())
        .isEqualTo(square / (2 + square), within(EXACT));
    assertThat(Method.KORN_GRAUBARD.of(none, 0.95).upper().getAsDouble())
        .isEqualTo(1 - Math.sqrt(0.025), within(EXACT));
    ClusteredOutcomes all = ClusteredOutcomes.of(List.of(true, true, true), List.of(1, 1, 2));
    assertThat(all.proportion().upper()).hasValue(1);
    assertThat(Method.KORN_GRAUBARD.of(all, 0.95).lower().getAsDouble())
        .isEqualTo(Math.sqrt(0.025), within(EXACT));
  }

  @ParameterizedTest
  @EnumSource
  void hasNoLimitsFromOnePatient(Method method) {
    ClusteredOutcomes both = ClusteredOutcomes.of(List.of(true, false), List.of("a", "a"));
    ClusteredProportion one = method.of(both, 0.95);
    assertThat(one.proportion()).hasValue(0.5);
    assertThat(one.lower()).isEmpty();
    assertThat(one.upper()).isEmpty();
    assertThat(one.degreesOfFreedom()).isEmpty();
    assertThat(one.percent(1).printed()).isEqualTo("not estimable");
    assertThat(one.explanation().answer()).isEqualTo("1 of 2 hips");
    assertThat(one.explanation().obstacles())
        .containsExactly("a second patient: limits are not estimable");
    ClusteredProportion nothing = method.of(ClusteredOutcomes.of(List.of(), List.of()), 0.95);
    assertThat(nothing.proportion()).isEmpty();
    assertThat(nothing.upper()).isEmpty();
  }

  @Test
  void explainsTheDefaultAndWarnsOfFewPatients() {
    assertThat(SIX.proportion().explanation().text()).isEqualTo("""
            3 of 6 hips (0.071 to 0.929)
              PROPORTION-EFFECTIVE-SIZE: 6 hips of 4 patients, design effect 1.667,\
             effective size 3.600 (Surv Methodol 1998;24:193-201)
              PROPORTION-WILSON-T: level 0.95, degrees of freedom 3 (J Am Stat Assoc 1927;22:209-12)
              lacks: 5 patients or more: limits from 4 are rough
            """);
    assertThat(Method.KORN_GRAUBARD.of(SIX, 0.9).explanation().rules().get(1).id())
        .isEqualTo("PROPORTION-KORN-GRAUBARD");
    ClusteredOutcomes five =
        ClusteredOutcomes.of(List.of(true, true, true, true, false), List.of(1, 2, 3, 4, 5));
    assertThat(five.proportion().warning()).isEmpty();
    assertThat(SIX.proportion().percent(1).printed()).isEqualTo("50.0 (7.1 to 92.9)");
  }

  @Test
  void refusesPatientsThatDoNotFitAndALevelThatIsNone() {
    assertThatThrownBy(() -> ClusteredOutcomes.of(List.of(true, false), List.of("a")))
        .hasMessage("patients [count] must be 2, one for each outcome, but were 1");
    assertThatThrownBy(() -> Method.WILSON.of(SIX, 1))
        .hasMessage(
            "confidence level [probability] must lie in 0.0..1.0 without the ends, but was 1.0");
  }

  /** Korn and Graubard's limits are then those of Clopper and Pearson, and Wilson's his with t. */
  @Property(tries = 100)
  void isTheOrdinaryIntervalWhereEveryPatientHasOneHip(
      @ForAll @IntRange(min = 2, max = 200) int total, @ForAll @IntRange(max = 200) int count) {
    Count of = Count.of(Math.min(count, total), total);
    ClusteredOutcomes single = ClusteredOutcomes.of(
        IntStream.range(0, total).mapToObj(hip -> hip < of.count()).toList(),
        IntStream.range(0, total).boxed().toList());
    assertThat(single.designEffect().orElse(1)).isEqualTo(1, within(EXACT));
    ClusteredProportion exact = Method.KORN_GRAUBARD.of(single, 0.95);
    ProportionInterval ordinary = ProportionInterval.Method.CLOPPER_PEARSON.of(of, 0.95);
    assertThat(exact.lower().getAsDouble()).isEqualTo(ordinary.lower(), within(1e-9));
    assertThat(exact.upper().getAsDouble()).isEqualTo(ordinary.upper(), within(1e-9));
    ProportionInterval wilson = ProportionInterval.Method.WILSON.of(of, 0.95);
    assertThat(single.proportion().lower().getAsDouble()).isLessThanOrEqualTo(wilson.lower());
    assertThat(single.proportion().upper().getAsDouble()).isGreaterThanOrEqualTo(wilson.upper());
  }

  /** A second hip that is always like the first tells nothing. */
  @Property(tries = 100)
  void countsPatientsWhereBothHipsAreAlike(
      @ForAll @IntRange(min = 2, max = 60) int total, @ForAll @IntRange(max = 60) int count) {
    List<Boolean> outcomes =
        IntStream.range(0, total).mapToObj(hip -> hip < count).toList();
    List<Integer> patients = IntStream.range(0, total).boxed().toList();
    List<Boolean> both = new ArrayList<>(outcomes);
    both.addAll(outcomes);
    List<Integer> twice = new ArrayList<>(patients);
    twice.addAll(patients);
    ClusteredProportion one = ClusteredOutcomes.of(outcomes, patients).proportion();
    ClusteredProportion two = ClusteredOutcomes.of(both, twice).proportion();
    assertThat(two.outcomes().effectiveSize()).isEqualTo(total, within(1e-9));
    assertThat(two.lower().getAsDouble()).isEqualTo(one.lower().getAsDouble(), within(1e-9));
    assertThat(two.upper().getAsDouble()).isEqualTo(one.upper().getAsDouble(), within(1e-9));
  }

  @Property(tries = 200)
  void dependsOnNeitherOrderNorNamesAndMirrorsTheComplement(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 23) Integer> coded,
      @ForAll Method method,
      @ForAll Random random) {
    ClusteredProportion before = method.of(coded(coded), 0.9);
    List<Integer> shuffled =
        new ArrayList<>(coded.stream().map(code -> code + 100).toList());
    Collections.shuffle(shuffled, random);
    assertThat(method.of(coded(shuffled), 0.9)).isEqualTo(before);
    assertThat(before.outcomes().designEffect().orElse(1)).isGreaterThanOrEqualTo(1);
    if (before.lower().isPresent()) {
      assertThat(before.proportion().getAsDouble())
          .isBetween(before.lower().getAsDouble(), before.upper().getAsDouble());
      ClusteredProportion mirrored =
          method.of(coded(coded.stream().map(code -> code ^ 1).toList()), 0.9);
      assertThat(mirrored.lower().getAsDouble())
          .isEqualTo(1 - before.upper().getAsDouble(), within(1e-9));
      assertThat(method.of(before.outcomes(), 0.99).upper().getAsDouble())
          .isGreaterThanOrEqualTo(before.upper().getAsDouble());
    }
  }
}
