package io.github.avnfh.survival.regression;

/**
 * The exact partial likelihood of d tied events: the log of the sum, over all sets of d at risk, of
 * the products of r, with its first and second derivatives.
 *
 * <p>With e(m) the sum over sets of m, a row with r and x takes e(m) to e(m) + r e(m - 1); the
 * derivatives follow by the product rule. Scaling r by d/e/S0 keeps e(d) of ordinary size.
 */
final class ExactTies {
  private final CoxRows rows;
  private final int p;

  ExactTies(CoxRows rows) {
    this.rows = rows;
    this.p = rows.x.length;
  }

  /**
   * Adds what a time with tied events gives to the score and to the information.
   *
   * @param b the block
   * @param r the weights of all rows times their hazard ratios
   * @param atRisk the sum of r over those at risk
   * @param score from which the first derivatives of the log of the sum are taken
   * @param information to whose lower half its second derivatives are added
   * @return the log of the sum, by which the log likelihood is less
   */
  double add(int b, double[] r, double atRisk, double[] score, double[][] information) {
    int d = rows.deaths[b];
    // e(d) <= S0^d/d!, which with r d/(e S0) for r is about 1/sqrt(2 pi d)
    double unit = d / Math.E / atRisk;
    double[] e = new double[d + 1];
    double[][] first = new double[d + 1][p];
    double[][][] second = new double[d + 1][p][p];
    e[0] = 1;
    for (int i = rows.stratumStart[rows.blockStratum[b]]; i < rows.blockEnd[b]; i++) {
      if (!rows.isLateEntered() || rows.entryBlock[i] > b) {
        addMember(i, r[i] * unit, e, first, second);
      }
    }
    for (int j = 0; j < p; j++) {
      score[j] -= first[d][j] / e[d];
      for (int k = 0; k <= j; k++) {
        // (log e)'' = e''/e - (e'/e) (e'/e)'
        information[j][k] += second[d][j][k] / e[d] - first[d][j] / e[d] * (first[d][k] / e[d]);
      }
    }
    // e(d) is of degree d in r, so the unit comes out d times
    return Math.log(e[d]) - d * Math.log(unit);
  }

  private void addMember(int i, double u, double[] e, double[][] first, double[][][] second) {
    // from the largest set down, so that what stands at m - 1 is still without this row
    for (int m = e.length - 1; m > 0; m--) {
      for (int j = 0; j < p; j++) {
        double xj = rows.x[j][i];
        for (int k = 0; k <= j; k++) {
          double xk = rows.x[k][i];
          // (r f)'' = r (f'' + x f' + f' x' + x x' f) with f = e(m - 1), since r' = r x
          second[m][j][k] += u
              * (second[m - 1][j][k]
                  + xj * first[m - 1][k]
                  + xk * first[m - 1][j]
                  + xj * xk * e[m - 1]);
        }
      }
      for (int j = 0; j < p; j++) {
        first[m][j] += u * (first[m - 1][j] + rows.x[j][i] * e[m - 1]);
      }
      e[m] += u * e[m - 1];
    }
  }
}
