package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Quantity;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How p-values of several comparisons are adjusted. R: {@code p.adjust(p, method)}.
 *
 * <pre>{@code
 * Multiplicity.HOLM.adjusted(0.01, 0.04, 0.03);       // [0.03, 0.06, 0.06]
 * Multiplicity.BONFERRONI.adjusted(0.01, 0.04, 0.03); // [0.03, 0.12, 0.09]
 * }</pre>
 */
public enum Multiplicity implements Coded {
  /** Each p-value times their number. R: {@code "bonferroni"}. */
  BONFERRONI("bonferroni") {
    @Override
    double[] adjust(double[] ascending) {
      int n = ascending.length;
      return IntStream.range(0, n)
          .mapToDouble(i -> Math.min(1, n * ascending[i]))
          .toArray();
    }
  },

  /** Step-down: the smallest times n, the next times n - 1 and so on. R: {@code "holm"}. */
  HOLM("holm") {
    @Override
    double[] adjust(double[] ascending) {
      int n = ascending.length;
      double[] adjusted = new double[n];
      double largest = 0;
      for (int i = 0; i < n; i++) {
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

  /** Step-up for the false discovery rate: times n over the rank. R: {@code "BH"}. */
  BENJAMINI_HOCHBERG("BH") {
    @Override
    double[] adjust(double[] ascending) {
      double n = ascending.length;
      return stepUp(ascending, i -> n / (i + 1));
    }
  };

  private static final Quantity PROBABILITY = Quantity.of("p-value", "probability", 0, 1);

  private final String code;

  Multiplicity(String code) {
    this.code = code;
  }

  abstract double[] adjust(double[] ascending);

  private static double[] stepUp(
      double[] ascending, java.util.function.IntToDoubleFunction multiplier) {
    double[] adjusted = new double[ascending.length];
    double smallest = 1;
    for (int i = ascending.length - 1; i >= 0; i--) {
      smallest = Math.min(smallest, multiplier.applyAsDouble(i) * ascending[i]);
      adjusted[i] = smallest;
    }
    return adjusted;
  }

  /**
   * Adjusts p-values.
   *
   * @param pValues probabilities in any order
   * @return the adjusted p-values in the same order, each at most 1
   * @throws IllegalArgumentException if a p-value is no probability
   */
  public double[] adjusted(double... pValues) {
    for (double p : pValues) {
      PROBABILITY.check(p);
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

  @Override
  public String code() {
    return code;
  }
}
