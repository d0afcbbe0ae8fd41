package io.github.avnfh.survival.pooled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.table.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the searches of pooling end at a maximum however unlike or large the studies are. */
class PooledSearchTest {
  /** Means of studies whose standard errors, one tenth of the deviations, differ without limit. */
  private static List<PooledStudy> unlike(SplittableRandom random) {
    List<PooledStudy> studies = new ArrayList<>();
    int number = 2 + random.nextInt(5);
    double span = random.nextInt(12);
    for (int i = 0; i < number; i++) {
      double deviation = Math.exp(span * (random.nextDouble() * 4 - 2));
      double mean = (random.nextDouble() * 4 - 2) * Math.exp(span * (random.nextDouble() * 2 - 1));
      studies.add(PooledStudy.ofMean(
          "Study " + i, mean, Math.min(1e8, Math.max(1e-8, deviation)), 100, CountedUnit.PATIENTS));
    }
    return studies;
  }

  /** -2 log of the restricted likelihood: sum log(v + t) + log sum w + sum w (y - m)^2. */
  private static double deviance(List<PooledStudy> studies, double between) {
    double weights = 0;
    double sum = 0;
    for (PooledStudy study : studies) {
      double weight = 1 / (study.standardError() * study.standardError() + between);
      weights += weight;
      sum += weight * study.estimate();
    }
    double deviance = Math.log(weights);
    for (PooledStudy study : studies) {
      double variance = study.standardError() * study.standardError() + between;
      double distance = study.estimate() - sum / weights;
      deviance += Math.log(variance) + distance * distance / variance;
    }
    return deviance;
  }

  @Test
  void findsAVarianceOfGreatestRestrictedLikelihoodHoweverUnlikeErrorsAre() {
    SplittableRandom random = new SplittableRandom(1);
    for (int set = 0; set < 3_000; set++) {
      List<PooledStudy> studies = unlike(random);
      double between = RandomEffects.withDefaults().pool(studies).variance().orElseThrow();
      double least = studies.stream()
          .mapToDouble(study -> study.standardError() * study.standardError())
          .min()
          .orElseThrow();
      double here = deviance(studies, between);
      double rounding = 1e-11 * (1 + Math.abs(here));
      for (double other : new double[] {
        between * 0.999,
        between * 1.001,
        Math.max(0, between - 1e-3 * least),
        between + 1e-3 * least
      }) {
        assertThat(deviance(studies, other))
            .as("set " + set + ", variance " + between + " beside " + other)
            .isGreaterThan(here - rounding);
      }
    }
  }

  /**
   * Of studies so large that their logits have no error of their own, the likelihood is that of k
   * numbers with a normal distribution, which falls by a chi-square quantile c at the mean and s
   * sqrt(exp(c / k) - 1) to either side, s the deviation with the divisor k.
   */
  @ParameterizedTest
  @ValueSource(ints = {30_000, 100_000, 1_000_000})
  void givesLargeStudiesTheLimitsOfTheirLogits(int size) {
    int[] counts = {size / 2, size / 3, size / 5};
    List<PooledStudy> studies = new ArrayList<>();
    double mean = 0;
    double squares = 0;
    for (int count : counts) {
      studies.add(
          PooledStudy.ofProportion("Study " + count, Count.of(count, size), CountedUnit.HIPS));
      double logit = Math.log((double) count / (size - count));
      mean += logit / 3;
      squares += logit * logit / 3;
    }
    double reach = Math.sqrt((squares - mean * mean) * Math.expm1(CHI_SQUARE / 3));
    PooledEstimate pooled = BinomialNormal.withDefaults().pool(studies);
    // a binomial logit of n hips has a variance of some 5 / n, beside one of 0.3 between studies
    double close = 20.0 / size + 1e-6;
    assertThat(pooled.estimate()).isEqualTo(proportion(mean), within(close));
    assertThat(pooled.lower()).isEqualTo(proportion(mean - reach), within(close));
    assertThat(pooled.upper()).isEqualTo(proportion(mean + reach), within(close));
  }

  private static final double CHI_SQUARE = 3.841458820694124;

  private static double proportion(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
