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
    assertThat(distribution.lowerTail(lower)).isCloseTo(probability, within(1e-9 * probability));
    double upper = distribution.upperQuantile(probability);
    // near 1 the values of a beta distribution have few digits left: the tail lies between those of
    // the neighboring doubles
    double above = distribution.upperTail(Math.nextDown(upper));
    double below =
        upper < 1 || distribution.upperTail(1) > 0 ? distribution.upperTail(Math.nextUp(upper)) : 0;
    assertThat(probability).isBetween(below * (1 - 1e-9), above * (1 + 1e-9));
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
