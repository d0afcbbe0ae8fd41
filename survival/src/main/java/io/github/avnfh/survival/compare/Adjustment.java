package io.github.avnfh.survival.compare;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How p values are adjusted for being several; the constants do what R's {@code p.adjust} does.
 *
 * @see Pairwise
 */
public enum Adjustment {
  /** Not at all. R: {@code none}. */
  NONE,

  /**
   * Step down, which bounds the chance of any false finding. R: {@code holm}.
   *
   * @see <a href="https://www.jstor.org/stable/4615733">Holm S. A simple sequentially rejective
   *     multiple test procedure. Scand J Stat 1979;6:65-70</a>
   */
  HOLM,

  /**
   * Step up, which bounds the share of false ones among the findings. R: {@code BH}.
   *
   * @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">Benjamini Y, Hochberg Y.
   *     Controlling the false discovery rate. J R Stat Soc B 1995;57:289-300</a>
   */
  BENJAMINI_HOCHBERG;

  /**
   * Adjusts p values.
   *
   * @param pValues probabilities in 0..1
   * @return the adjusted probabilities, in the same order
   * @throws IllegalArgumentException if one does not lie in 0..1
   */
  public double[] adjusted(double... pValues) {
    for (double p : pValues) {
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException(
            "p value [probability] must lie in 0.0..1.0, but was " + p);
      }
    }
    int[] order = IntStream.range(0, pValues.length)
        .boxed()
        .sorted(Comparator.comparing(i -> pValues[i]))
        .mapToInt(Integer::intValue)
        .toArray();
    return switch (this) {
      case NONE -> pValues.clone();
      case HOLM -> stepDown(pValues, order);
      case BENJAMINI_HOCHBERG -> stepUp(pValues, order);
    };
  }

  private static double[] stepDown(double[] pValues, int[] order) {
    double[] adjusted = new double[pValues.length];
    double largest = 0;
    for (int rank = 0; rank < order.length; rank++) {
      largest = Math.max(largest, (order.length - rank) * pValues[order[rank]]);
      adjusted[order[rank]] = Math.min(1, largest);
    }
    return adjusted;
  }

  private static double[] stepUp(double[] pValues, int[] order) {
    double[] adjusted = new double[pValues.length];
    double smallest = 1;
    for (int rank = order.length - 1; rank >= 0; rank--) {
      double share = (double) order.length / (rank + 1);
      smallest = Math.min(smallest, share * pValues[order[rank]]);
      adjusted[order[rank]] = smallest;
    }
    return adjusted;
  }
}
