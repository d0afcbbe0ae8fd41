package io.github.avnfh.survival.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any hips that are seen at visits. */
class TurnbullProperties {

  @Provide
  Arbitrary<List<EventInterval>> intervals() {
    Arbitrary<EventInterval> between = Combinators.combine(
            Arbitraries.integers().between(0, 12), Arbitraries.integers().between(1, 6))
        .as((after, length) -> EventInterval.between(after, after + length));
    Arbitrary<EventInterval> open = Arbitraries.integers().between(0, 15).map(EventInterval::after);
    Arbitrary<EventInterval> early = Arbitraries.integers().between(0, 8).map(EventInterval::upTo);
    Arbitrary<EventInterval> exact = Arbitraries.integers().between(0, 12).map(EventInterval::at);
    return Arbitraries.oneOf(between, between, open, early, exact)
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  private static IntervalCurve curve(List<EventInterval> intervals) {
    return Turnbull.withDefaults().estimate(IntervalFollowUp.of(intervals)).get(0);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theMassesAreTheBestAndAddUp(@ForAll("intervals") List<EventInterval> intervals) {
    IntervalCurve curve = curve(intervals);
    assertThat(curve.optimalityGap()).isLessThanOrEqualTo(1e-10);
    double sum = curve.masses().stream().mapToDouble(IntervalMass::mass).sum();
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(curve.masses()).allSatisfy(mass -> assertThat(mass.mass()).isPositive());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void survivalNeverRisesAndTheRangeHoldsIt(@ForAll("intervals") List<EventInterval> intervals) {
    IntervalCurve curve = curve(intervals);
    SurvivalRange before = curve.at(0);
    for (double time = 0; time <= 20; time += 0.5) {
      SurvivalRange at = curve.at(time);
      assertThat(at.lowest()).isBetween(0.0, at.highest());
      assertThat(at.highest()).isBetween(at.lowest(), 1.0);
      assertThat(at.highest()).isLessThanOrEqualTo(before.highest());
      assertThat(at.lowest()).isLessThanOrEqualTo(before.lowest());
      before = at;
    }
  }

  /** Masses may be shared out in several ways; the likelihood they reach may not. */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void theOrderAndTheNumberOfCopiesDoNotMatter(
      @ForAll("intervals") List<EventInterval> intervals, @ForAll Random random) {
    List<EventInterval> twice = new ArrayList<>(intervals);
    twice.addAll(intervals);
    Collections.shuffle(twice, random);
    assertThat(curve(twice).logLikelihood())
        .isCloseTo(2 * curve(intervals).logLikelihood(), within(1e-7));
  }
}
