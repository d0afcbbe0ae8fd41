package io.github.avnfh.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DistributionProperties {
  private static final double ROUNDING = 1e-9;

  @Provide
  Arbitrary<Distribution> distributions() {
    Arbitrary<Double> shapes =
        Arbitraries.doubles().ofScale(6).between(-0.3, 6).map(exponent -> Math.pow(10, exponent));
    return Combinators.combine(shapes, shapes, Arbitraries.integers().between(0, 4))
        .as((first, second, kind) -> List.of(
                Distribution.normal(),
                Distribution.studentT(first),
                Distribution.f(first, second),
                Distribution.beta(first, second),
                Distribution.chiSquare(first))
            .get(kind));
  }

  @Provide
  Arbitrary<Double> probabilities() {
    return Arbitraries.doubles()
        .ofScale(6)
        .between(-30, -0.001)
        .map(exponent -> Math.pow(10, exponent));
  }

  @Property
  void quantilesHaveTheirTails(
      @ForAll("distributions") Distribution distribution,
      @ForAll("probabilities") double probability) {
    double lower = distribution.quantile(probability);
    assertThat(probability)
        .isBetween(
            distribution.lowerTail(below(lower)) * (1 - ROUNDING),
            distribution.lowerTail(above(lower)) * (1 + ROUNDING));
    double upper = distribution.upperQuantile(probability);
    assertThat(probability)
        .isBetween(
            distribution.upperTail(above(upper)) * (1 - ROUNDING),
            distribution.upperTail(below(upper)) * (1 + ROUNDING));
  }

  // near 1 the values of a beta distribution have few digits left: a quantile is right if the
  // probability lies between the tails of its neighbors
  private static double below(double quantile) {
    return Math.nextDown(Math.nextDown(quantile));
  }

  private static double above(double quantile) {
    return Math.nextUp(Math.nextUp(quantile));
  }

  @Property
  void tailsSumToOneAndFall(
      @ForAll("distributions") Distribution distribution,
      @ForAll("probabilities") double probability) {
    double x = distribution.quantile(probability);
    double further = x + Math.abs(x) / 100;
    assertThat(distribution.lowerTail(x) + distribution.upperTail(x)).isCloseTo(1, within(1e-14));
    assertThat(distribution.upperTail(further))
        .isLessThanOrEqualTo(distribution.upperTail(x) * (1 + 1e-13));
  }
}
