package io.github.avnfh.survival.regression;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.compare.ChiSquare;
import java.util.Arrays;
import java.util.Optional;

/**
 * The robust variances of a Cox model by cluster, from the score residuals of its rows in one pass
 * over the clusters.
 *
 * <p>With A the information, u the sum of the residuals of a cluster and L its leverage, which are
 * its parts of A, the robust variance is the sum of d d' with d = A<sup>-1</sup> u, and that with
 * the correction of Mancl and DeRouen for few clusters has d = (A - L)<sup>-1</sup> u: to the first
 * order what leaving the cluster out changes. The residuals are too small, since the coefficients
 * follow them.
 *
 * <p>A row has the residual w delta (x - m) - (e x - s) and the leverage e x x' - x s' - s x' + q,
 * where m is the mean at risk at its event, and e, s and q are its r times the sums of h, m h and m
 * m' h over the times at which it was at risk; all L add up to A. Everything is computed in
 * coordinates in which A is the identity: of W x, where W'W = A<sup>-1</sup>.
 *
 * @see <a href="https://doi.org/10.1111/j.0006-341X.2001.00126.x">Mancl LA, DeRouen TA. A
 *     covariance estimator for GEE with improved small-sample properties. Biometrics
 *     2001;57:126-34</a>
 * @see <a href="https://doi.org/10.1002/bimj.202200113">Wang X, Turner EL, Li F. Improving sandwich
 *     variance estimation for marginal Cox analysis of cluster randomized trials. Biom J
 *     2023;65:2200113</a>
 */
final class CoxSandwich {
  /** Rows that are read at once, so that their columns stay in the cache. */
  private static final int CHUNK = 256;

  private final FollowUp followUp;
  private final double[][] columns;
  private final CoxRows rows;
  private final CoxLikelihood likelihood;
  private final int[] kept;
  private final int p;
  private final boolean isCorrected;

  /** W, of which the part above the diagonal is 0. */
  private final double[][] unit;

  /** Numbers of a block: the sums of h, of m h by column, and of m m' h by half matrix. */
  private final int width;

  /** By block, these sums up to it; and behind all blocks, those that its tied events see. */
  private final double[] seen;

  /** By block, the sums of g times the increments after it, where rows stay at risk. */
  private final double[] later;

  private final double[] eventMean;

  /** By row of the input its r, its block, by the number of blocks more at an event, its place. */
  private final double[] hazard;

  private final int[] code;

  private final int[] place;

  // sums of outer products, as half matrices
  private final double[] ofRows;
  private final double[] ofClusters;
  private final double[] ofChanges;
  private int clusters;

  /**
   * Reads all rows.
   *
   * @param followUp the rows of the input with their clusters; without, each is one
   * @param columns the covariates of the input
   * @param rows the rows
   * @param likelihood at the coefficients
   * @param kept the estimable columns
   * @param information of these columns
   * @param isCorrected whether the leverages are needed
   */
  CoxSandwich(
      FollowUp followUp,
      double[][] columns,
      CoxRows rows,
      CoxLikelihood likelihood,
      int[] kept,
      SymmetricMatrix information,
      boolean isCorrected) {
    this.followUp = followUp;
    this.columns = columns;
    this.rows = rows;
    this.likelihood = likelihood;
    this.kept = kept.clone();
    this.p = kept.length;
    this.isCorrected = isCorrected;
    this.unit = information.inverseFactor();
    int half = p * (p + 1) / 2;
    this.width = 1 + p + (isCorrected ? half : 0);
    this.seen = new double[2 * rows.blocks * width];
    this.eventMean = new double[rows.blocks * p];
    this.later = fillBlocks();
    this.hazard = new double[followUp.size()];
    this.code = new int[followUp.size()];
    boolean hasOwn = rows.isLateEntered() || rows.hasRemaining();
    this.place = new int[hasOwn ? followUp.size() : 0];
    this.ofRows = new double[half];
    this.ofClusters = new double[half];
    this.ofChanges = new double[half];
    addRows();
  }

  /** Counts the clusters that have rows. */
  int clusters() {
    return clusters;
  }

  /** The robust variance of the kept columns. */
  double[][] ofClusters() {
    return covariance(ofClusters);
  }

  /** The part of the robust variance that comes from different rows of a cluster. */
  double[][] crossProducts() {
    double[] cross = new double[ofRows.length];
    Arrays.setAll(cross, at -> ofClusters[at] - ofRows[at]);
    return covariance(cross);
  }

  /** The robust variance corrected for few clusters, 0 with one. */
  double[][] corrected() {
    return covariance(ofChanges);
  }

  /** The test that the score is 0 by the residuals summed by cluster. */
  Optional<ChiSquare> scoreTest(double[] score) {
    double[] scaled = new double[p];
    for (int j = 0; j < p; j++) {
      // W u: u'B^-1 u is (W u)' (W B W')^-1 (W u), and the sums are W B W' already
      for (int k = 0; k <= j; k++) {
        scaled[j] += unit[j][k] * score[kept[k]];
      }
    }
    return SymmetricMatrix.of(whole(ofClusters))
        .map(squares -> ChiSquare.of(SymmetricMatrix.inner(scaled, squares.solve(scaled)), p));
  }

  /** W' S W, back in the coordinates of the coefficients. */
  private double[][] covariance(double[] half) {
    // with S = W B W' this is A^-1 B A^-1, since W'W = A^-1
    double[][] columns = new double[p][p];
    for (int j = 0; j < p; j++) {
      for (int k = 0; k < p; k++) {
        columns[j][k] = unit[k][j];
      }
    }
    return SymmetricMatrix.sandwich(columns, whole(half));
  }

  private double[][] whole(double[] half) {
    double[][] whole = new double[p][p];
    int at = 0;
    for (int j = 0; j < p; j++) {
      for (int k = 0; k <= j; k++) {
        whole[j][k] = half[at];
        whole[k][j] = half[at++];
      }
    }
    return whole;
  }

  /**
   * The sums of w a^k / D^n over the d tied events of a block, with a and D as in the likelihood,
   * give all that a block adds: h = w/D, m h = w (S1 - a E1)/D^2, m m' h likewise with D^3, and a
   * tied event does not see a times these. Returns the sums that come later.
   */
  private double[] fillBlocks() {
    double[] powers = new double[RiskSetSums.POWERS];
    double[] atRisk = new double[p];
    double[] tied = new double[p];
    for (int b = 0; b < rows.blocks; b++) {
      if (rows.deaths[b] > 0) {
        likelihood.sums.fillPowers(b, powers);
        for (int j = 0; j < p; j++) {
          atRisk[j] = 0;
          tied[j] = 0;
          for (int k = 0; k <= j; k++) {
            // W S1 and W E1; W is 0 above its diagonal
            atRisk[j] += unit[j][k] * likelihood.sums.s1[kept[k]][b];
            tied[j] += unit[j][k] * likelihood.sums.e1[kept[k]][b];
          }
        }
        fillBlock(b, powers, atRisk, tied);
      }
    }
    // first the sums after a time, which need the increments that the next line sums up in place
    double[] after = likelihood.sums.later(seen, width);
    likelihood.sums.accumulate(seen, width);
    int behind = rows.blocks * width;
    for (int at = 0; at < behind; at++) {
      // up to now the second half is what tied events do not see
      seen[behind + at] = seen[at] - seen[behind + at];
    }
    return after;
  }

  private void fillBlock(int b, double[] powers, double[] atRisk, double[] tied) {
    int at = b * width;
    int behind = rows.blocks * width;
    seen[at] = powers[0];
    seen[behind + at++] = powers[1];
    for (int j = 0; j < p; j++) {
      // m h = w (S1 - a E1)/D^2, and a times this
      seen[at] = powers[2] * atRisk[j] - powers[3] * tied[j];
      seen[behind + at++] = powers[3] * atRisk[j] - powers[4] * tied[j];
      // the sum of w m over the tied events by their weight
      eventMean[b * p + j] = (powers[0] * atRisk[j] - powers[1] * tied[j]) / rows.deathWeight[b];
    }
    for (int j = 0; isCorrected && j < p; j++) {
      for (int k = 0; k <= j; k++) {
        // m m' h = w (S1 - a E1) (S1 - a E1)'/D^3, multiplied out by powers of a
        double square = atRisk[j] * atRisk[k];
        double cross = atRisk[j] * tied[k] + tied[j] * atRisk[k];
        double tiedSquare = tied[j] * tied[k];
        seen[at] = powers[5] * square - powers[6] * cross + powers[7] * tiedSquare;
        seen[behind + at++] = powers[6] * square - powers[7] * cross + powers[8] * tiedSquare;
      }
    }
  }

  private void addRows() {
    Arrays.fill(code, -1);
    for (int i = 0; i < rows.size; i++) {
      int row = rows.order[i];
      hazard[row] = likelihood.r[i];
      // an event reads the second half of the sums by this
      code[row] = rows.block[i] + (rows.isEvent(i) ? rows.blocks : 0);
      if (place.length > 0) {
        place[row] = i;
      }
    }
    int[] sorted = byCluster();
    Chunk chunk = new Chunk(sorted[0]);
    for (int from = 0; from < sorted.length; from += CHUNK) {
      chunk.add(sorted, from, Math.min(CHUNK, sorted.length - from));
    }
    // the cluster that was still open at the end
    chunk.addClusters(1);
    // one cluster has all the information: I - L is 0 and has no inverse
    if (clusters == 1) {
      Arrays.fill(ofChanges, 0);
    }
  }

  /** The rows of the input that are used, by cluster; they often lie so, and then one by one. */
  private int[] byCluster() {
    int[] used = new int[rows.size];
    int size = 0;
    boolean isSorted = true;
    for (int row = 0; row < code.length; row++) {
      if (code[row] >= 0) {
        isSorted &= size == 0 || followUp.cluster(used[size - 1]) <= followUp.cluster(row);
        used[size++] = row;
      }
    }
    if (isSorted) {
      return used;
    }
    int[] next = new int[followUp.clusters().orElse(code.length) + 1];
    // counting sort, which keeps the order of the input within a cluster
    for (int row : used) {
      next[followUp.cluster(row) + 1]++;
    }
    for (int cluster = 1; cluster < next.length; cluster++) {
      next[cluster] += next[cluster - 1];
    }
    int[] sorted = new int[size];
    for (int row : used) {
      sorted[next[followUp.cluster(row)]++] = row;
    }
    return sorted;
  }

  /** Some rows, column by column, and the sums of the clusters in which they lie. */
  private final class Chunk {
    private final int[] row = new int[CHUNK];
    private final double[] r = new double[CHUNK];
    private final double[] eventWeight = new double[CHUNK];
    private final int[] block = new int[CHUNK];
    private final int[] at = new int[CHUNK];
    private final double[] expected = new double[CHUNK];
    private final double[] part = new double[CHUNK];
    private final double[][] x = new double[p][CHUNK];
    private final double[][] s = new double[p][CHUNK];
    private final double[][] slope = new double[p][CHUNK];
    private final double[][] residual = new double[p][CHUNK];

    /** The number of a row's cluster among those of the chunk, of which the last may go on. */
    private final int[] cluster = new int[CHUNK];

    private final double[][] sum = new double[p][CHUNK + 1];
    private final double[][] leverage = new double[width - 1 - p][CHUNK + 1];
    private final LeverageCorrection correction = new LeverageCorrection(p, CHUNK + 1);

    /** The cluster that may go on, whose sums are the first. */
    private int open;

    Chunk(int first) {
      open = followUp.cluster(first);
    }

    void add(int[] sorted, int from, int size) {
      System.arraycopy(sorted, from, row, 0, size);
      read(size);
      int ended = number(size);
      addResiduals(size);
      for (int j = 0; isCorrected && j < p; j++) {
        for (int k = 0; k <= j; k++) {
          addLeverage(size, j, k);
        }
      }
      addClusters(ended);
      keepLast(sum, ended);
      keepLast(leverage, ended);
    }

    private void read(int size) {
      for (int i = 0; i < size; i++) {
        int number = code[row[i]];
        boolean isEvent = number >= rows.blocks;
        at[i] = number * width;
        block[i] = isEvent ? number - rows.blocks : number;
        eventWeight[i] = isEvent ? 1 : 0;
        r[i] = hazard[row[i]];
      }
      for (int i = 0; followUp.isWeighted() && i < size; i++) {
        eventWeight[i] *= followUp.weight(row[i]);
      }
      for (double[] column : x) {
        Arrays.fill(column, 0);
      }
      for (int k = 0; k < p; k++) {
        readColumn(size, kept[k]);
        for (int j = k; j < p; j++) {
          // centers, scales and multiplies by W in one pass over the input's own column
          add(unit[j][k] / rows.scale[kept[k]], part, x[j], size);
        }
      }
    }

    private void readColumn(int size, int k) {
      double[] column = columns[k];
      double mean = rows.mean[0][k];
      for (int i = 0; i < size; i++) {
        part[i] = column[row[i]] - mean;
      }
      for (int i = 0; rows.strata > 1 && i < size; i++) {
        part[i] = column[row[i]] - rows.mean[followUp.stratum(row[i])][k];
      }
    }

    private static void add(double factor, double[] values, double[] target, int size) {
      for (int i = 0; i < size; i++) {
        target[i] += factor * values[i];
      }
    }

    /** Numbers the clusters of the rows, and returns how many have ended. */
    private int number(int size) {
      int number = 0;
      for (int i = 0; i < size; i++) {
        int own = followUp.cluster(row[i]);
        number += own == open ? 0 : 1;
        open = own;
        cluster[i] = number;
      }
      return number;
    }

    private void addResiduals(int size) {
      fillSeen(0, expected, size);
      for (int j = 0; j < p; j++) {
        fillSeen(1 + j, s[j], size);
        fillResiduals(j, x[j], slope[j], residual[j], size);
        for (int k = 0; k <= j; k++) {
          ofRows[SymmetricMatrix.half(j, k)] +=
              ColumnSums.ofProducts(residual[j], 0, residual[k], 0, size);
        }
        addByCluster(residual[j], sum[j], size);
      }
    }

    private void fillResiduals(int j, double[] own, double[] slopes, double[] residuals, int size) {
      double[] seenMean = s[j];
      for (int i = 0; i < size; i++) {
        // e x - s
        slopes[i] = expected[i] * own[i] - seenMean[i];
      }
      for (int i = 0; i < size; i++) {
        double mean = eventMean[block[i] * p + j];
        // w delta (x - m) - (e x - s); the weight is 0 without an event
        residuals[i] = eventWeight[i] * (own[i] - mean) - slopes[i];
      }
    }

    /** r times one of the sums over the times at which a row was at risk. */
    private void fillSeen(int number, double[] values, int size) {
      for (int i = 0; i < size; i++) {
        values[i] = r[i] * seen[at[i] + number];
      }
      for (int i = 0; rows.isLateEntered() && i < size; i++) {
        values[i] -= r[i] * seen[rows.entryBlock[place[row[i]]] * width + number];
      }
      for (int i = 0; rows.hasRemaining() && i < size; i++) {
        values[i] += r[i] * rows.remaining[place[row[i]]] * later[block[i] * width + number];
      }
    }

    private void addByCluster(double[] values, double[] sums, int size) {
      for (int i = 0; i < size; i++) {
        sums[cluster[i]] += values[i];
      }
    }

    /** With e x - s the slope: e x x' - x s' - s x' is x slope' - s x'. */
    private void addLeverage(int size, int j, int k) {
      // q
      fillSeen(1 + p + SymmetricMatrix.half(j, k), part, size);
      double[] xj = x[j];
      double[] xk = x[k];
      double[] sj = s[j];
      double[] slopes = slope[k];
      for (int i = 0; i < size; i++) {
        part[i] += xj[i] * slopes[i] - sj[i] * xk[i];
      }
      addByCluster(part, leverage[SymmetricMatrix.half(j, k)], size);
    }

    void addClusters(int size) {
      clusters += size;
      addSquares(sum, size, ofClusters);
      if (isCorrected) {
        // takes clusters of great leverage out of the sums
        addSquares(correction.changes(sum, leverage, size, ofChanges), size, ofChanges);
      }
    }

    private void addSquares(double[][] vectors, int size, double[] squares) {
      for (int j = 0; j < p; j++) {
        for (int k = 0; k <= j; k++) {
          squares[SymmetricMatrix.half(j, k)] +=
              ColumnSums.ofProducts(vectors[j], 0, vectors[k], 0, size);
        }
      }
    }

    /** The sums of the cluster that goes on become the first, and the others 0. */
    private void keepLast(double[][] sums, int ended) {
      for (double[] column : sums) {
        double last = column[ended];
        Arrays.fill(column, 0);
        column[0] = last;
      }
    }
  }
}
