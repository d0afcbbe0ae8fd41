package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.statistics.Decimals;
import java.util.OptionalDouble;

/**
 * A standardized effect of paired values: the mean difference, later minus earlier, over a standard
 * deviation. The variants differ in which one, and by a great deal.
 *
 * <pre>{@code
 * double[] before = {7, 8, 6, 9, 7};
 * double[] after = {3, 4, 2, 3, 4};
 * EffectSize.STANDARDIZED_RESPONSE_MEAN.of(before, after); // OptionalDouble[-3.834…
 * EffectSize.COHEN_D_BASELINE.of(before, after);           // OptionalDouble[-3.683…
 * }</pre>
 */
public enum EffectSize implements Coded {
  /** Over the standard deviation of the differences; also called SRM, or Cohen's d<sub>z</sub>. */
  STANDARDIZED_RESPONSE_MEAN("srm") {
    @Override
    double divisor(Pairs pairs) {
      return pairs.deviationOfDifferences();
    }
  },

  /** Over the standard deviation of the earlier values; also called ES, or Glass's delta. */
  COHEN_D_BASELINE("d_baseline") {
    @Override
    double divisor(Pairs pairs) {
      return pairs.deviationBefore();
    }
  },

  /**
   * Over the root of the mean of both variances; also called Cohen's d<sub>av</sub>, by the pooled
   * standard deviation of two equally large groups.
   */
  COHEN_D_AVERAGE("d_average") {
    @Override
    double divisor(Pairs pairs) {
      // the root of the mean of both squares, without squaring
      return Math.hypot(pairs.deviationBefore(), pairs.deviationAfter()) / Math.sqrt(2);
    }
  },

  /**
   * Over the standard deviation of the differences divided by the root of 2 (1 - r), with r the
   * correlation of both; also called Cohen's d<sub>rm</sub>, for repeated measures. Not defined
   * where r is 1.
   */
  COHEN_D_REPEATED("d_repeated") {
    @Override
    double divisor(Pairs pairs) {
      // d_rm = mean difference / (s of differences / sqrt(2 (1 - r)))
      double apart = 1 - pairs.correlation();
      return apart > ROUNDING ? pairs.deviationOfDifferences() / Math.sqrt(2 * apart) : 0;
    }
  };

  /** What rounding may leave of a correlation of 1. */
  private static final double ROUNDING = 1e-12;

  private final String code;

  EffectSize(String code) {
    this.code = code;
  }

  abstract double divisor(Pairs pairs);

  /**
   * Returns the effect.
   *
   * @param before the earlier values, at least two
   * @param after the later values of the same hips in the same order
   * @return the effect, positive where the later values are larger; nothing where the divisor is 0,
   *     not defined, or so small that the effect is beyond the largest double
   * @throws IllegalArgumentException if a value is not finite, there are fewer than two, or the
   *     numbers of values differ
   */
  public OptionalDouble of(double[] before, double[] after) {
    Pairs pairs = Pairs.of(before, after);
    double effect = pairs.meanDifference() / divisor(pairs);
    return Double.isFinite(effect) ? OptionalDouble.of(effect) : OptionalDouble.empty();
  }

  @Override
  public String code() {
    return code;
  }

  /** Two values of each hip. */
  static final class Pairs {
    private final double[] before;
    private final double[] after;

    private Pairs(double[] before, double[] after) {
      this.before = before;
      this.after = after;
    }

    static Pairs of(double[] before, double[] after) {
      if (before.length != after.length) {
        throw new IllegalArgumentException("paired values [count] must be " + before.length
            + " on both sides, but were " + after.length);
      }
      return new Pairs(
          SampleChecks.finite(before, 2, "paired values"),
          SampleChecks.finite(after, 2, "paired values"));
    }

    private Decimals differences() {
      double[] differences = new double[before.length];
      for (int i = 0; i < differences.length; i++) {
        differences[i] = Decimals.difference(after[i], before[i]);
      }
      return Decimals.of(differences);
    }

    double meanDifference() {
      return differences().mean();
    }

    double deviationOfDifferences() {
      return differences().standardDeviation();
    }

    double deviationBefore() {
      return Decimals.of(before).standardDeviation();
    }

    double deviationAfter() {
      return Decimals.of(after).standardDeviation();
    }

    double correlation() {
      double meanBefore = Decimals.of(before).mean();
      double meanAfter = Decimals.of(after).mean();
      double products = 0;
      double squaresBefore = 0;
      double squaresAfter = 0;
      for (int i = 0; i < before.length; i++) {
        // about the means, in a second pass: sums of raw squares would cancel
        double earlier = before[i] - meanBefore;
        double later = after[i] - meanAfter;
        products += earlier * later;
        squaresBefore += earlier * earlier;
        squaresAfter += later * later;
      }
      // r = sum((x - mean x)(y - mean y)) / sqrt(sum((x - mean x)^2) sum((y - mean y)^2))
      return products / Math.sqrt(squaresBefore * squaresAfter);
    }
  }
}
