package io.github.avnfh.survival.regression;

/**
 * The weighted score residuals of the rows: w delta (x - m) less the sum over the times at which
 * the row was at risk of (x - m) r h, in the notation of {@link CoxLikelihood}. They sum to the
 * score.
 */
final class ScoreResiduals {
  private final CoxLikelihood likelihood;
  private final CoxRows rows;
  private final RiskSetSums sums;
  private final double[] r;
  private final int p;

  /** By block, then column: the sum of m h up to it, what a tied event does not see, and m. */
  private final double[] meanHazard;

  private final double[] unseenMean;
  private final double[] eventMean;

  /** The sum of m g h after a block. */
  private final double[] laterMean;

  ScoreResiduals(CoxLikelihood likelihood) {
    this.likelihood = likelihood;
    this.rows = likelihood.rows;
    this.sums = likelihood.sums;
    this.r = likelihood.r;
    this.p = rows.x.length;
    this.meanHazard = new double[rows.blocks * p];
    this.unseenMean = new double[rows.blocks * p];
    this.eventMean = new double[rows.blocks * p];
    double[] powers = new double[RiskSetSums.POWERS];
    for (int b = 0; b < rows.blocks; b++) {
      if (rows.deaths[b] > 0) {
        fillMeans(b, powers);
      }
    }
    this.laterMean = sums.later(meanHazard, p);
    sums.accumulate(meanHazard, p);
  }

  private void fillMeans(int b, double[] powers) {
    sums.fillPowers(b, powers);
    for (int j = 0; j < p; j++) {
      int at = b * p + j;
      double sj = sums.s1[j][b];
      double ej = sums.e1[j][b];
      // of d tied events each has the mean of their m, then the sums of m h and of a m h
      eventMean[at] = (powers[0] * sj - powers[1] * ej) / rows.deathWeight[b];
      meanHazard[at] = powers[2] * sj - powers[3] * ej;
      unseenMean[at] = powers[3] * sj - powers[4] * ej;
    }
  }

  /** Fills the residuals of some rows, by column, then row. */
  void fill(int from, int size, double[][] residuals) {
    double[] expected = new double[size];
    likelihood.fillExpected(from, size, expected);
    for (int j = 0; j < p; j++) {
      double[] column = residuals[j];
      fillSlopes(j, from, size, expected, column);
      for (int i = 0; i < size; i++) {
        // the sum of (x - m) r h is how c changes with the coefficient
        column[i] = -column[i];
        if (rows.isEvent(from + i)) {
          double mean = eventMean[rows.block[from + i] * p + j];
          column[i] += rows.weight(from + i) * (rows.x[j][from + i] - mean);
        }
      }
    }
  }

  /** How the expected contribution of some rows changes with a coefficient. */
  void fillSlopes(int j, int from, int size, double[] expected, double[] slopes) {
    double[] x = rows.x[j];
    int to = from + size;
    for (int b = rows.block[from]; b < rows.blocks && rows.firstOf(b) < to; b++) {
      double seen = meanHazard[b * p + j];
      int end = Math.min(to, rows.blockEnd[b]);
      for (int i = Math.max(from, rows.firstOf(b)); i < end; i++) {
        // c = r H: r gives c x, and H' is minus the sum of m h
        slopes[i - from] = expected[i - from] * x[i] - r[i] * seen;
      }
      double unseenPart = unseenMean[b * p + j];
      int eventEnd = Math.min(to, rows.blockStart[b] + rows.deaths[b]);
      for (int i = Math.max(from, rows.blockStart[b]); i < eventEnd; i++) {
        // c lacks r times the sum of a w/D, whose derivative is minus that of a m h
        slopes[i - from] += r[i] * unseenPart;
      }
    }
    for (int i = from; rows.isLateEntered() && i < to; i++) {
      slopes[i - from] += r[i] * meanHazard[rows.entryBlock[i] * p + j];
    }
    for (int i = from; rows.hasRemaining() && i < to; i++) {
      slopes[i - from] -= r[i] * rows.remaining[i] * laterMean[rows.block[i] * p + j];
    }
  }
}
