package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.statistics.Decimals;
import java.util.SplittableRandom;

/**
 * Which hip counts for a patient with two, when each patient may count once. Together the choices
 * show how much an answer depends on the second hip.
 *
 * <p>None of the choices looks at the values to find the hip. The better or the worse hip of each
 * patient cannot be tested against no change: where nothing changed, the larger of two values is
 * above 0 more often than not, and the test rejects nearly always.
 *
 * <pre>{@code
 * ClusteredSample improvements = ClusteredSample.of(new double[] {34, 28, 41}, List.of("P01", "P01", "P02"));
 * OneHipPerPatient.FIRST.reduce(improvements, 1); // [34.0, 41.0]
 * OneHipPerPatient.MEAN.reduce(improvements, 1);  // [31.0, 41.0]
 * }</pre>
 */
public enum OneHipPerPatient implements Coded {
  /**
   * The hip that was given first: give them in the order of treatment to have the first treated.
   */
  FIRST("first") {
    @Override
    double choose(double[] hips, SplittableRandom random) {
      return hips[0];
    }
  },

  /** A hip drawn at random, each with the same probability. */
  RANDOM("random") {
    @Override
    double choose(double[] hips, SplittableRandom random) {
      return hips[random.nextInt(hips.length)];
    }
  },

  /** The mean of both hips. */
  MEAN("mean") {
    @Override
    double choose(double[] hips, SplittableRandom random) {
      return Decimals.of(hips).mean();
    }
  };

  private final String code;

  OneHipPerPatient(String code) {
    this.code = code;
  }

  abstract double choose(double[] hips, SplittableRandom random);

  /**
   * Reduces clustered values to one for each cluster.
   *
   * @param values the values of all hips
   * @param seed the seed of the random numbers; without effect on the first hip and the mean
   * @return one value for each patient, in the order of first appearance
   */
  public double[] reduce(ClusteredSample values, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return values.byCluster().stream().mapToDouble(hips -> choose(hips, random)).toArray();
  }

  @Override
  public String code() {
    return code;
  }
}
