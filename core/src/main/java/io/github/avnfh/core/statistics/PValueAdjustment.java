package io.github.avnfh.core.statistics;

import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Adjustment of p values for multiple comparisons. R: {@code p.adjust(p, method)}.
 *
 * <pre>{@code
 * PValueAdjustment.HOLM.adjusted(0.01, 0.04, 0.03);       // [0.03, 0.06, 0.06]
 * PValueAdjustment.BONFERRONI.adjusted(0.01, 0.04, 0.03); // [0.03, 0.12, 0.09]
 * }</pre>
 */
public enum PValueAdjustment {
  /** No adjustment. R: {@code "none"}. */
  NONE("none") {
    @Override
    double[] adjust(double[] ascending) {
      return ascending;
    }
  },

  /** Each p value times their number. R: {@code "bonferroni"}. */
  BONFERRONI("bonferroni") {
    @Override
    double[] adjust(double[] ascending) {
      int n = ascending.length;
      return IntStream.range(0, n)
          .mapToDouble(i -> Math.min(1, n * ascending[i]))
          .toArray();
    }
  },

  /**
   * Step-down, which bounds the probability of any false rejection: the smallest times n, the next
   * times n - 1 and so on, none below the one before. R: {@code "holm"}.
   *
   * @see <a href="https://www.jstor.org/stable/4615733">Holm S. A simple sequentially rejective
   *     multiple test procedure. Scand J Stat 1979;6:65-70</a>
   */
  HOLM("holm") {
    @Override
    double[] adjust(double[] ascending) {
      int n = ascending.length;
      double[] adjusted = new double[n];
      double largest = 0;
      for (int i = 0; i < n; i++) {
        // the running maximum keeps the order of the p values
        largest = Math.max(largest, (n - i) * ascending[i]);
        adjusted[i] = Math.min(1, largest);
      }
      return adjusted;
    }
  },

  /** Step-up, with the multipliers of Holm. R: {@code "hochberg"}. */
  HOCHBERG("hochberg") {
    @Override
    double[] adjust(double[] ascending) {
      int n = ascending.length;
      return stepUp(ascending, i -> n - i);
    }
  },

  /**
   * Step-up, which bounds the expected proportion of false ones among the rejections: times n over
   * the rank. R: {@code "BH"}.
   *
   * @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">Benjamini Y, Hochberg Y.
   *     Controlling the false discovery rate. J R Stat Soc B 1995;57:289-300</a>
   */
  BENJAMINI_HOCHBERG("BH") {
    @Override
    double[] adjust(double[] ascending) {
      double n = ascending.length;
      return stepUp(ascending, i -> n / (i + 1));
    }
  };

  private final String code;

  PValueAdjustment(String code) {
    this.code = code;
  }

  abstract double[] adjust(double[] ascending);

  private static double[] stepUp(double[] ascending, IntToDoubleFunction multiplier) {
    double[] adjusted = new double[ascending.length];
    double smallest = 1;
    for (int i = ascending.length - 1; i >= 0; i--) {
      // from the largest p value down: the running minimum keeps the order
      smallest = Math.min(smallest, multiplier.applyAsDouble(i) * ascending[i]);
      adjusted[i] = smallest;
    }
    return adjusted;
  }

  /**
   * Adjusts p values.
   *
   * @param pValues probabilities, 0 to 1, in any order
   * @return the adjusted p values in the same order, each at most 1
   * @throws IllegalArgumentException if a p value does not lie in 0 to 1
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
        .sorted(Comparator.comparingDouble(i -> pValues[i]))
        .mapToInt(Integer::intValue)
        .toArray();
    double[] ascending = adjust(IntStream.of(order).mapToDouble(i -> pValues[i]).toArray());
    double[] adjusted = new double[pValues.length];
    for (int i = 0; i < order.length; i++) {
      adjusted[order[i]] = ascending[i];
    }
    return adjusted;
  }

  /**
   * Returns R's name of the adjustment.
   *
   * @return such as {@code BH}
   */
  public String code() {
    return code;
  }
}
