package io.github.avnfh.survival.regression;

import java.util.Arrays;

/**
 * The residuals of a proportional hazards model, one for each row that was used, in the order of
 * the rows.
 *
 * <p>The martingale residual is the event (1 or 0) less what the row was expected to have; it sums
 * to 0 over the rows without weights. The deviance residual is its more symmetric form, sign(M)
 * sqrt(-2 (M + d log(d - M))). Score residuals tell how much a row adds to the score of each
 * coefficient, and dfbeta how much each coefficient would change, to first order, without the row;
 * both unweighted, as in R's {@code residuals.coxph}.
 *
 * <pre>{@code
 * FollowUp followUp = FollowUp.ofDays(
 *     new int[] {9, 1, 1, 6, 6, 8}, new boolean[] {true, true, false, true, true, false}).build();
 * Covariates design = Covariates.ofRows(6).number("x", 0, 1, 1, 1, 0, 0).build();
 * CoxModel model =
 *     CoxRegression.withDefaults().with(TieMethod.BRESLOW).fit(followUp, design);
 * CoxResiduals residuals = model.residuals();
 * double second = residuals.martingale()[1]; // 0.728713553878…
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1093/biomet/77.1.147">Therneau TM, Grambsch PM, Fleming TR.
 *     Martingale-based residuals for survival models. Biometrika 1990;77:147-60</a>
 */
public final class CoxResiduals {
  private final int[] places;
  private final int[] used;
  private final double[] martingale;
  private final double[] deviance;
  private final double[][] score;
  private final double[][] dfbeta;

  CoxResiduals(CoxRows rows, CoxLikelihood likelihood, double[][] covariance) {
    this.places = inRowOrder(rows.order);
    this.used = Arrays.stream(places).map(place -> rows.order[place]).toArray();
    this.martingale = picked(likelihood.martingales());
    this.deviance = new double[used.length];
    for (int i = 0; i < deviance.length; i++) {
      deviance[i] = deviance(martingale[i], rows.isEvent(places[i]));
    }
    this.score = score(rows, likelihood);
    this.dfbeta = new double[used.length][];
    // dfbeta = I^-1 U_i
    Arrays.setAll(dfbeta, i -> SymmetricMatrix.times(covariance, score[i]));
  }

  private static int[] inRowOrder(int[] order) {
    long[] keys = new long[order.length];
    Arrays.setAll(keys, place -> (long) order[place] << Integer.SIZE | place);
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  private double[] picked(double[] values) {
    return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
  }

  /** At an event M = 1 - H, so that -2 (M + log(1 - M)) = -2 (1 - H + log H). */
  private static double deviance(double m, boolean isEvent) {
    double inside = isEvent ? m + Math.log(1 - m) : m;
    return Math.copySign(Math.sqrt(Math.max(0, -2 * inside)), m);
  }

  private double[][] score(CoxRows rows, CoxLikelihood likelihood) {
    int p = rows.x.length;
    double[][] byColumn = new double[p][rows.size];
    new ScoreResiduals(likelihood).fill(0, rows.size, byColumn);
    double[][] score = new double[used.length][p];
    for (int i = 0; i < used.length; i++) {
      double weight = rows.weight(places[i]);
      for (int j = 0; j < p; j++) {
        // of a covariate as it was given: U_x = s U_z for z = (x - m) / s, and without the weight
        score[i][j] = weight > 0 ? byColumn[j][places[i]] / weight * rows.scale[j] : 0;
      }
    }
    return score;
  }

  /**
   * Returns the rows that were used, in ascending order; the other arrays follow it.
   *
   * @return numbers of rows from 0
   */
  public int[] rows() {
    return used.clone();
  }

  /**
   * Returns the martingale residuals.
   *
   * @return numbers of 1 or less
   */
  public double[] martingale() {
    return martingale.clone();
  }

  /**
   * Returns the deviance residuals.
   *
   * @return a number for each row
   */
  public double[] deviance() {
    return deviance.clone();
  }

  /**
   * Returns the score residuals.
   *
   * @return for each row a number for each term
   */
  public double[][] score() {
    return Arrays.stream(score).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * Returns by how much each coefficient would fall without the row, to first order.
   *
   * @return for each row a number for each term
   */
  public double[][] dfbeta() {
    return Arrays.stream(dfbeta).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public String toString() {
    return "CoxResiduals{" + used.length + " rows}";
  }
}
