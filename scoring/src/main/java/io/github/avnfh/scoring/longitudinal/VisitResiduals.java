package io.github.avnfh.scoring.longitudinal;

import io.github.avnfh.core.statistics.Distribution;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The residuals of a model over visits.
 *
 * @see MixedModel
 */
public final class VisitResiduals {
  private final int[] rows;
  private final double[] fitted;
  private final double[] raw;
  private final double[] standardized;

  VisitResiduals(int[] rows, double[] fitted, double[] raw, double[] standardized) {
    this.rows = rows;
    this.fitted = fitted;
    this.raw = raw;
    this.standardized = standardized;
  }

  /**
   * Returns which rows they belong to.
   *
   * @return for each residual the row among those that were given, from 0
   */
  public int[] rows() {
    return rows.clone();
  }

  /**
   * Returns the means of the model.
   *
   * @return for each residual the mean at its visit, group and covariates
   */
  public double[] fitted() {
    return fitted.clone();
  }

  /**
   * Returns the residuals.
   *
   * @return score less mean
   */
  public double[] raw() {
    return raw.clone();
  }

  /**
   * Returns the residuals over the standard deviation of the model.
   *
   * @return residuals whose variance is about 1
   */
  public double[] standardized() {
    return standardized.clone();
  }

  /**
   * Returns what the standardized residuals would be if they were normal, for a plot.
   *
   * @return the normal quantile of (rank - 3/8) / (n + 1/4), in the order of the residuals
   */
  public double[] normalQuantiles() {
    int n = standardized.length;
    int[] order = IntStream.range(0, n)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> standardized[i]))
        .mapToInt(Integer::intValue)
        .toArray();
    double[] quantiles = new double[n];
    for (int rank = 1; rank <= n; rank++) {
      // Blom: z of (rank - 3/8) / (n + 1/4); the upper tail of it is (n - rank + 5/8) / (n + 1/4)
      quantiles[order[rank - 1]] =
          Distribution.normal().upperQuantile((n - rank + 0.625) / (n + 0.25));
    }
    return quantiles;
  }

  @Override
  public String toString() {
    return "VisitResiduals{" + rows.length + "}";
  }
}
