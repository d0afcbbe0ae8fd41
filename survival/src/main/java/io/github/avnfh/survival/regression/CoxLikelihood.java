package io.github.avnfh.survival.regression;

import java.util.Arrays;

/**
 * The log partial likelihood of the proportional hazards model at given coefficients, with its
 * score and its information.
 *
 * <p>With r = w exp(x'b), S0 the sum of r over those at risk at a time with d events of weight W,
 * and h the increments of the baseline hazard (Breslow: W/S0), the score is the sum over rows of x
 * (w delta - c), where c = r (H(exit) - H(entry)) is what the row was expected to contribute, and
 * the information is the sum of c x x' less, over the times, W m m', where m = S1/S0 is the mean of
 * x at risk. So each row is read once for S0 and S1 and once for c, regardless of the number of
 * times; the score comes from the times, as the events' x less h S1. With Efron's ties the k-th of
 * d tied events (k from 0) sees S0 - (k/d) E0, where E0 is the sum of r over the tied events. Exact
 * ties: {@link ExactTies}.
 *
 * <p>A row with a competing event at T that stays at risk has at later times t the weight g(t)/g(T)
 * beside its own. Its r/g(T) is added to the sum of those before it, from the first time to the
 * last, and S0 at t gains g(t) times that sum; its c gains r/g(T) times the sum of g h over the
 * times after T. So it is read once more, regardless of the number of weights.
 */
final class CoxLikelihood {
  /**
   * Predictors up to this distance from 0 are as they are: their third power is no large number.
   */
  private static final double MODEST = 50;

  final CoxRows rows;
  final RiskSetSums sums;

  /** The weight of each row times its hazard relative to the common scale. */
  final double[] r;

  private final TieMethod ties;
  private final ExactTies exact;
  private final int p;
  private double shift;

  /** The events' x, weighted and summed, and their offsets likewise. */
  private final double[] eventSums;

  private final double eventOffsets;

  private final double[] s0;
  private final double[][] s1;
  private final double[] e0;
  private final double[][] e1;

  /** Increments of the baseline hazard, and how much of each a tied event does not see. */
  private final double[] hazard;

  private final double[] unseen;
  private final double[] cumulative;

  /** The sum of g h over the times after a block; empty where no row stays at risk. */
  private double[] laterHazard = new double[0];

  /** A further part of the predictor of each row, such as that of its patient; empty for none. */
  private double[] shared = new double[0];

  private double largestShared;

  private double logLikelihood;
  private double[] score = new double[0];
  private double[][] information = new double[0][0];

  CoxLikelihood(CoxRows rows, TieMethod ties) {
    this.rows = rows;
    this.sums = new RiskSetSums(rows, ties);
    this.ties = ties;
    this.exact = new ExactTies(rows);
    this.p = rows.x.length;
    this.r = new double[rows.size];
    this.s0 = sums.s0;
    this.s1 = sums.s1;
    this.e0 = sums.e0;
    this.e1 = sums.e1;
    this.hazard = new double[rows.blocks];
    this.unseen = new double[rows.blocks];
    this.cumulative = new double[rows.blocks];
    this.eventSums = new double[p];
    for (int j = 0; j < p; j++) {
      eventSums[j] = sumOfEvents(rows.x[j]);
    }
    this.eventOffsets = rows.offset.length > 0 ? sumOfEvents(rows.offset) : 0;
  }

  private double sumOfEvents(double[] values) {
    double sum = 0;
    for (int b = 0; b < rows.blocks; b++) {
      int from = rows.blockStart[b];
      sum += rows.weight.length == 0
          ? ColumnSums.of(values, from, from + rows.deaths[b])
          : ColumnSums.ofProducts(values, from, rows.weight, from, rows.deaths[b]);
    }
    return sum;
  }

  /** Adds a number to the predictor of each row, none farther from 0 than a limit. */
  void share(double[] predictors, double largest) {
    this.shared = predictors;
    this.largestShared = largest;
  }

  double logLikelihood() {
    return logLikelihood;
  }

  double[] score() {
    return score.clone();
  }

  double[][] information() {
    return Arrays.stream(information).map(double[]::clone).toArray(double[][]::new);
  }

  /** Computes everything at coefficients of the scaled covariates. */
  void evaluate(double[] beta) {
    // the events' part of the score is fixed; each time takes its mean at risk off below
    score = eventSums.clone();
    information = new double[p][p];
    fillRatios(beta);
    logLikelihood = eventPredictors(beta);
    sums.sumAtRisk(r);
    for (int b = 0; b < rows.blocks; b++) {
      if (rows.deaths[b] > 1 && ties == TieMethod.EXACT) {
        // the time's whole information is added here, so the rows' c must have no part of it
        hazard[b] = 0;
        unseen[b] = 0;
        logLikelihood -= exact.add(b, r, s0[b], score, information);
      } else if (rows.deaths[b] > 0) {
        approximate(b);
      }
    }
    // only now are all increments known, of which c of every row is made
    sums.accumulate(hazard, cumulative);
    laterHazard = sums.later(hazard, 1);
    addRows();
  }

  /**
   * Fills r, some rows at a time, and sums them by block as long as they are in the cache. Where
   * predictors may be large, the largest of all is taken off.
   */
  private void fillRatios(double[] beta) {
    sums.clear();
    boolean isZero = isZero(beta);
    // exp(x'b - shift) is then at most 1; m = S1/S0 and h r do not depend on the shift
    shift = isModest(beta) ? 0 : largestPredictor(beta);
    int b = 0;
    for (int from = 0; from < r.length; from += CoxRows.CHUNK) {
      int to = Math.min(r.length, from + CoxRows.CHUNK);
      if (isZero) {
        // exp(0), without reading a column
        Arrays.fill(r, from, to, 1);
      } else {
        addPredictors(beta, from, to);
        for (int i = from; i < to; i++) {
          r[i] = Math.exp(r[i] - shift);
        }
      }
      for (int i = from; rows.weight.length > 0 && i < to; i++) {
        r[i] *= rows.weight[i];
      }
      b = sums.addToBlocks(r, b, from, to);
    }
  }

  /** Whether every row has the predictor 0, as where the steps start. */
  private boolean isZero(double[] beta) {
    return rows.offset.length == 0
        && shared.length == 0
        && Arrays.stream(beta).allMatch(b -> b == 0);
  }

  private boolean isModest(double[] beta) {
    double reach = largestShared;
    for (int j = 0; j < p; j++) {
      // |x'b| is at most the sum of |b| max |x|, so no row need be read
      reach += Math.abs(beta[j]) * rows.largest[j];
    }
    return rows.offset.length == 0 && reach <= MODEST;
  }

  private double largestPredictor(double[] beta) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int from = 0; from < r.length; from += CoxRows.CHUNK) {
      int to = Math.min(r.length, from + CoxRows.CHUNK);
      addPredictors(beta, from, to);
      for (int i = from; i < to; i++) {
        largest = Math.max(largest, r[i]);
      }
    }
    return largest;
  }

  /** The part of the likelihood that comes from the events' predictors. */
  private double eventPredictors(double[] beta) {
    double sum = SymmetricMatrix.inner(beta, eventSums) + eventOffsets;
    if (shared.length > 0) {
      sum += sumOfEvents(shared);
    }
    // log S0 of the shifted r lacks the shift once for each event, so its W are taken off here
    return sum - shift * ColumnSums.of(rows.deathWeight, 0, rows.blocks);
  }

  private void addPredictors(double[] beta, int from, int to) {
    if (rows.offset.length > 0) {
      System.arraycopy(rows.offset, from, r, from, to - from);
    } else {
      Arrays.fill(r, from, to, 0);
    }
    for (int i = from; shared.length > 0 && i < to; i++) {
      r[i] += shared[i];
    }
    for (int j = 0; j < p; j++) {
      double[] column = rows.x[j];
      double b = beta[j];
      for (int i = from; i < to; i++) {
        r[i] += b * column[i];
      }
    }
  }

  /**
   * One time by Breslow's or Efron's ties. With a = k/d and D = S0 - a E0 of each tied event, the
   * outer products of the means sum up to A S1 S1' - B (S1 E1' + E1 S1') + C E1 E1', where A, B, C
   * are the sums of w/D^2, a w/D^2 and a^2 w/D^2.
   */
  private void approximate(int b) {
    int d = sums.successive(b);
    double w = rows.deathWeight[b] / d;
    double h = 0;
    double u = 0;
    double aa = 0;
    double bb = 0;
    double cc = 0;
    for (int k = 0; k < d; k++) {
      double a = (double) k / d;
      // 1/D, then w/D and w/D^2
      double inverse = 1 / (s0[b] - a * e0[b]);
      double increment = w * inverse;
      double square = increment * inverse;
      h += increment;
      u += a * increment;
      aa += square;
      bb += a * square;
      cc += a * a * square;
    }
    logLikelihood -= w * logarithms(b, d);
    hazard[b] = h;
    unseen[b] = u;
    for (int j = 0; j < p; j++) {
      double sj = s1[j][b];
      double ej = e1[j][b];
      // the sum of w m, with m = (S1 - a E1)/D
      score[j] -= h * sj - u * ej;
      for (int k = 0; k <= j; k++) {
        double sk = s1[k][b];
        double ek = e1[k][b];
        // only what is taken off, w m m'; the rows add c x x' afterwards
        information[j][k] -= aa * sj * sk - bb * (sj * ek + ej * sk) + cc * ej * ek;
      }
    }
  }

  /** The sum of the logarithms of D: of products that are neither tiny nor huge. */
  private double logarithms(int b, int d) {
    double sum = 0;
    double product = 1;
    for (int k = 0; k < d; k++) {
      double left = s0[b] - (double) k / d * e0[b];
      // one logarithm for many factors; two ordinary factors multiply to no more than 1e200
      if (isOrdinary(left)) {
        product *= left;
      } else {
        sum += Math.log(left);
      }
      if (!isOrdinary(product)) {
        sum += Math.log(product);
        product = 1;
      }
    }
    return sum + Math.log(product);
  }

  private static boolean isOrdinary(double value) {
    return value > 1e-100 && value < 1e100;
  }

  /** What some rows were expected to contribute: r times the hazard while each was at risk. */
  void fillExpected(int from, int size, double[] expected) {
    int to = from + size;
    for (int b = rows.block[from]; b < rows.blocks && rows.firstOf(b) < to; b++) {
      int end = Math.min(to, rows.blockEnd[b]);
      for (int i = Math.max(from, rows.firstOf(b)); i < end; i++) {
        expected[i - from] = r[i] * cumulative[b];
      }
      int eventEnd = Math.min(to, rows.blockStart[b] + rows.deaths[b]);
      for (int i = Math.max(from, rows.blockStart[b]); i < eventEnd; i++) {
        // at its own time a tied event sees the sum of (1 - a) w/D
        expected[i - from] = r[i] * (cumulative[b] - unseen[b]);
      }
    }
    for (int i = from; rows.isLateEntered() && i < to; i++) {
      // less the hazard up to the entry
      expected[i - from] -= r[i] * cumulative[rows.entryBlock[i]];
    }
    for (int i = from; rows.hasRemaining() && i < to; i++) {
      // r/g(T) times the sum of g h after T
      expected[i - from] += r[i] * rows.remaining[i] * laterHazard[rows.block[i]];
    }
  }

  /** The common scale: the hazard of a row to that of one with all scaled covariates 0. */
  double commonScale() {
    return Math.exp(shift);
  }

  /** Adds what the rows contribute, some at a time so that they stay in the cache. */
  private void addRows() {
    double[] c = new double[Math.min(CoxRows.CHUNK, rows.size)];
    double[] product = new double[c.length];
    for (int from = 0; from < rows.size; from += CoxRows.CHUNK) {
      int size = Math.min(rows.size - from, CoxRows.CHUNK);
      fillExpected(from, size, c);
      for (int j = 0; j < p; j++) {
        double[] column = rows.x[j];
        for (int i = 0; i < size; i++) {
          // c x of one column serves all the products with the others
          product[i] = c[i] * column[from + i];
        }
        for (int k = 0; k <= j; k++) {
          information[j][k] += ColumnSums.ofProducts(rows.x[k], from, product, 0, size);
        }
      }
    }
    for (int j = 0; j < p; j++) {
      for (int k = 0; k < j; k++) {
        information[k][j] = information[j][k];
      }
    }
  }

  /**
   * The martingale residual of each row, unweighted: whether it had the event less what it was
   * expected to.
   */
  double[] martingales() {
    double[] residuals = new double[rows.size];
    fillExpected(0, rows.size, residuals);
    for (int i = 0; i < rows.size; i++) {
      double expected = rows.weight(i) > 0 ? residuals[i] / rows.weight(i) : 0;
      residuals[i] = (rows.isEvent(i) ? 1 : 0) - expected;
    }
    return residuals;
  }

  /** The increment of the baseline hazard at each block, for a row with all scaled covariates 0. */
  double[] baselineIncrements() {
    double[] increments = new double[rows.blocks];
    Arrays.setAll(increments, b -> hazard[b] * Math.exp(-shift));
    return increments;
  }

  /**
   * What the variance of a predicted hazard needs at each block: the increment of the sum of
   * 1/S0^2, what a tied event does not see of it, and the increments of the sums of the mean at
   * risk times the hazard, by column.
   */
  double[] squaredIncrements() {
    return squaredIncrements(false);
  }

  double[] unseenSquaredIncrements() {
    return squaredIncrements(true);
  }

  private double[] squaredIncrements(boolean isUnseen) {
    double[] squared = new double[rows.blocks];
    for (int b = 0; b < rows.blocks; b++) {
      int d = sums.successive(b);
      for (int k = 0; k < d && rows.deaths[b] > 0; k++) {
        double a = (double) k / d;
        double left = s0[b] - a * e0[b];
        double part = isUnseen ? a : 1;
        // 1/D^2 of the unshifted r
        squared[b] += part * (rows.deathWeight[b] / d / left / left * Math.exp(-2 * shift));
      }
    }
    return squared;
  }

  double[] meanIncrements(int j) {
    double[] increments = new double[rows.blocks];
    for (int b = 0; b < rows.blocks; b++) {
      int d = sums.successive(b);
      for (int k = 0; k < d && rows.deaths[b] > 0; k++) {
        double a = (double) k / d;
        double left = s0[b] - a * e0[b];
        increments[b] +=
            rows.deathWeight[b] / d * (s1[j][b] - a * e1[j][b]) / left / left * Math.exp(-shift);
      }
    }
    return increments;
  }
}
