package io.github.avnfh.survival.regression;

import io.github.avnfh.core.statistics.CompensatedSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log partial likelihood of the proportional hazards model at given coefficients, with its
 * score, its information, and the score residuals.
 *
 * <p>With r = w exp(x'b), S0 the sum of r over those at risk at a time with d events of weight W,
 * and h the increments of the baseline hazard (Breslow: W/S0), the score is the sum over rows of x
 * (w delta - c), where c = r (H(exit) - H(entry)) is what the row was expected to contribute, and
 * the information is the sum of c x x' less, over the times, W m m', where m = S1/S0 is the mean of
 * x at risk. So each row is read once for S0 and S1 and once for c, regardless of the number of
 * times; the score comes from the times, as the events' x less h S1. With Efron's ties the k-th of
 * d tied events (k from 0) sees S0 - (k/d) E0, where E0 is the sum of r over the tied events.
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

  private final CoxRows rows;
  private final TieMethod ties;
  private final int p;
  private final double[] r;
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
    this.ties = ties;
    this.p = rows.x.length;
    this.r = new double[rows.size];
    this.s0 = new double[rows.blocks];
    this.s1 = new double[p][rows.blocks];
    this.e0 = new double[rows.blocks];
    this.e1 = new double[p][rows.blocks];
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

  /** Adds to the predictor of each row a number of its own, none farther from 0 than a limit. */
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
    sumAtRisk();
    for (int b = 0; b < rows.blocks; b++) {
      if (rows.deaths[b] > 1 && ties == TieMethod.EXACT) {
        exact(b);
      } else if (rows.deaths[b] > 0) {
        approximate(b);
      }
    }
    // only now are all increments known, of which c of every row is made
    accumulate(hazard, cumulative);
    laterHazard = later(hazard, 1);
    addRows();
  }

  /**
   * Fills r, some rows at a time, and sums them by block as long as they are in the cache. Where
   * predictors may be large, the largest of all is taken off.
   */
  private void fillRatios(double[] beta) {
    clearSums();
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
      b = addToBlocks(b, from, to);
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

  private void clearSums() {
    Arrays.fill(s0, 0);
    Arrays.fill(e0, 0);
    for (int j = 0; j < p; j++) {
      Arrays.fill(s1[j], 0);
      Arrays.fill(e1[j], 0);
    }
  }

  /** Sums some rows by block, from the block of the first on; returns that of the last. */
  private int addToBlocks(int first, int from, int to) {
    int b = first;
    for (; b < rows.blocks && rows.firstOf(b) < to; b++) {
      int start = Math.max(from, rows.firstOf(b));
      int end = Math.min(to, rows.blockEnd[b]);
      // the tied events are the first rows of the time itself; longer rows lie before them
      if (isSplit(b)) {
        int eventStart = Math.min(end, Math.max(start, rows.blockStart[b]));
        int eventEnd = Math.min(end, Math.max(start, rows.blockStart[b] + rows.deaths[b]));
        addSums(s0, s1, b, start, eventStart);
        addSums(e0, e1, b, eventStart, eventEnd);
        addSums(s0, s1, b, eventEnd, end);
      } else {
        addSums(s0, s1, b, start, end);
      }
    }
    // the last block may go on in the next rows
    return Math.max(first, b - 1);
  }

  /** Whether tied events do not see all at risk. */
  private boolean isSplit(int b) {
    return ties == TieMethod.EFRON && rows.deaths[b] > 1;
  }

  private void addSums(double[] zero, double[][] first, int b, int from, int to) {
    if (to > from) {
      // S0 gains r and S1 gains r x
      zero[b] += ColumnSums.of(r, from, to);
      for (int j = 0; j < p; j++) {
        first[j][b] += ColumnSums.ofProducts(r, from, rows.x[j], from, to - from);
      }
    }
  }

  /** From the sums of each block to those of all at risk at it. */
  private void sumAtRisk() {
    sumAtRisk(null, s0, e0);
    for (int j = 0; j < p; j++) {
      sumAtRisk(rows.x[j], s1[j], e1[j]);
    }
  }

  private void sumAtRisk(double @Nullable [] factors, double[] sums, double[] tied) {
    if (rows.isLateEntered()) {
      atRiskWithEntries(r, factors, sums);
    } else {
      double sum = 0;
      for (int b = 0; b < rows.blocks; b++) {
        // from the last time to the first: at risk are the rows of this block and of those before
        sum += sums[b] + tied[b];
        sums[b] = sum;
        // the empty block ends a stratum, and the next starts from none at risk
        sum = rows.deaths[b] == 0 ? 0 : sum;
      }
    }
    addRemaining(r, factors, sums);
  }

  private void atRisk(double[] values, double[] sums) {
    if (rows.isLateEntered()) {
      atRiskWithEntries(values, null, sums);
    } else {
      atRiskFromStart(values, sums);
    }
    addRemaining(values, null, sums);
  }

  private void atRisk(double[] values, double[] factors, double[] sums) {
    if (rows.isLateEntered()) {
      atRiskWithEntries(values, factors, sums);
    } else {
      atRiskFromStart(values, factors, sums);
    }
    addRemaining(values, factors, sums);
  }

  private void atRiskFromStart(double[] values, double[] sums) {
    double sum = 0;
    int from = 0;
    for (int b = 0; b < rows.blocks; b++) {
      sum += ColumnSums.of(values, from, rows.blockEnd[b]);
      from = rows.blockEnd[b];
      sums[b] = sum;
      sum = rows.deaths[b] == 0 ? 0 : sum;
    }
  }

  private void atRiskFromStart(double[] values, double[] factors, double[] sums) {
    double sum = 0;
    int from = 0;
    for (int b = 0; b < rows.blocks; b++) {
      sum += ColumnSums.ofProducts(values, from, factors, from, rows.blockEnd[b] - from);
      from = rows.blockEnd[b];
      sums[b] = sum;
      sum = rows.deaths[b] == 0 ? 0 : sum;
    }
  }

  /**
   * All that last so long less those not yet entered. Both sums are compensated, so that the
   * difference keeps its digits where few of many are at risk.
   */
  private void atRiskWithEntries(double[] values, double @Nullable [] factors, double[] sums) {
    CompensatedSum lasting = new CompensatedSum();
    int i = 0;
    int next = 0;
    for (int b = 0; b < rows.blocks; b++) {
      // those who last to this time or longer come in
      for (; i < rows.blockEnd[b]; i++) {
        lasting.add(factors == null ? values[i] : values[i] * factors[i]);
      }
      // those who enter at this time or later go out
      for (; next < rows.blockEntries[b]; next++) {
        int row = rows.entryOrder[next];
        lasting.add(factors == null ? -values[row] : -values[row] * factors[row]);
      }
      sums[b] = lasting.value();
      if (rows.deaths[b] == 0) {
        lasting = new CompensatedSum();
        // the entries of a stratum lie at the places of its rows
        next = rows.blockEnd[b];
      }
    }
  }

  /** Adds those who stay at risk after an earlier time, from the first time on. */
  private void addRemaining(double[] values, double @Nullable [] factors, double[] sums) {
    if (!rows.hasRemaining()) {
      return;
    }
    double sum = 0;
    int i = rows.size;
    for (int b = rows.blocks - 1; b >= 0; b--) {
      if (rows.deaths[b] == 0) { // the end of a stratum
        sum = 0;
        i = rows.blockEnd[b];
      }
      // rows behind the block have left before its time: r/g(T) of each joins the sum once
      while (i > rows.blockEnd[b]) {
        i--;
        double value = values[i] * rows.remaining[i];
        sum += factors == null ? value : value * factors[i];
      }
      // times g(t)
      sums[b] += rows.remainingWeight[b] * sum;
    }
  }

  /**
   * One time by Breslow's or Efron's ties. With a = k/d and D = S0 - a E0 of each tied event, the
   * outer products of the means sum up to A S1 S1' - B (S1 E1' + E1 S1') + C E1 E1', where A, B, C
   * are the sums of w/D^2, a w/D^2 and a^2 w/D^2.
   */
  private void approximate(int b) {
    // Breslow's method is one event of the whole weight, with a = 0
    int d = ties == TieMethod.EFRON ? rows.deaths[b] : 1;
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

  /**
   * One time by exact ties: the log of the sum, over all sets of d at risk, of the products of r.
   * With e(m) the sum over sets of m, a row with r and x takes e(m) to e(m) + r e(m - 1); first and
   * second derivatives follow by the product rule. Scaling r by d/e/S0 keeps e(d) of ordinary size.
   */
  private void exact(int b) {
    int d = rows.deaths[b];
    // e(d) <= S0^d/d!, which with r d/(e S0) for r is about 1/sqrt(2 pi d)
    double unit = d / Math.E / s0[b];
    double[] e = new double[d + 1];
    double[][] first = new double[d + 1][p];
    double[][][] second = new double[d + 1][p][p];
    e[0] = 1;
    for (int i = rows.stratumStart[rows.blockStratum[b]]; i < rows.blockEnd[b]; i++) {
      if (!rows.isLateEntered() || rows.entryBlock[i] > b) {
        addMember(i, r[i] * unit, e, first, second);
      }
    }
    // e(d) is of degree d in r, so the unit comes out d times
    logLikelihood -= Math.log(e[d]) - d * Math.log(unit);
    // the time's whole information is added here, so the rows' c must have no part of it
    hazard[b] = 0;
    unseen[b] = 0;
    for (int j = 0; j < p; j++) {
      score[j] -= first[d][j] / e[d];
      for (int k = 0; k <= j; k++) {
        // minus the second derivative of -log e(d)
        information[j][k] += second[d][j][k] / e[d] - first[d][j] / e[d] * (first[d][k] / e[d]);
      }
    }
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

  /** Sums from the first time of each stratum on; blocks run from the last. */
  private void accumulate(double[] increments, double[] sums) {
    for (int b = rows.blocks - 1; b >= 0; b--) {
      // b + 1 is the time before, and 0 at the empty block
      sums[b] = rows.deaths[b] == 0 ? 0 : increments[b] + sums[b + 1];
    }
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

  /** The weight of a row times its hazard relative to the common scale. */
  double hazardRatio(int i) {
    return r[i];
  }

  /** The common scale: the hazard of a row to that of one with all scaled covariates 0. */
  double commonScale() {
    return Math.exp(shift);
  }

  static final int POWERS = 9;

  /**
   * Sums over the d tied events of a block, with the weight w of one: w/D and w a/D; then w/D^2, w
   * a/D^2 and w a^2/D^2; then w/D^3 to w a^3/D^3.
   */
  void fillPowers(int b, double[] powers) {
    Arrays.fill(powers, 0);
    int d = ties == TieMethod.EFRON ? rows.deaths[b] : 1;
    double w = rows.deathWeight[b] / d;
    for (int k = 0; k < d; k++) {
      double a = (double) k / d;
      double inverse = 1 / (s0[b] - a * e0[b]);
      double first = w * inverse;
      double second = first * inverse;
      double third = second * inverse;
      powers[0] += first;
      powers[1] += a * first;
      powers[2] += second;
      powers[3] += a * second;
      powers[4] += a * a * second;
      powers[5] += third;
      powers[6] += a * third;
      powers[7] += a * a * third;
      powers[8] += a * a * a * third;
    }
  }

  /** The sum of r x over those at risk at a block. */
  double atRisk(int j, int b) {
    return s1[j][b];
  }

  /** The sum of r x over the tied events of a block, 0 where they see all at risk. */
  double tied(int j, int b) {
    return e1[j][b];
  }

  /** Sums increments, some columns by block, from the first time of each stratum on. */
  void accumulate(double[] increments, int columns) {
    for (int b = rows.blocks - 1; b >= 0; b--) {
      for (int at = b * columns; rows.deaths[b] > 0 && at < (b + 1) * columns; at++) {
        increments[at] += increments[at + columns];
      }
    }
  }

  /** The sums of g times increments, some columns by block, over the times after each block. */
  double[] later(double[] increments, int columns) {
    double[] sums = new double[rows.hasRemaining() ? increments.length : 0];
    for (int b = 1; b < rows.blocks && sums.length > 0; b++) {
      for (int at = b * columns; rows.deaths[b - 1] > 0 && at < (b + 1) * columns; at++) {
        int before = at - columns;
        sums[at] = sums[before] + rows.remainingWeight[b - 1] * increments[before];
      }
    }
    return sums;
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

  /**
   * The weighted score residuals of the rows: w delta (x - m) less the sum over the times at which
   * the row was at risk of (x - m) r h. They sum to the score.
   */
  final class ScoreResiduals {
    /** By block, then column: the sum of m h up to it, what a tied event does not see, and m. */
    private final double[] meanHazard = new double[rows.blocks * p];

    private final double[] unseenMean = new double[rows.blocks * p];
    private final double[] eventMean = new double[rows.blocks * p];

    /** The sum of m g h after a block. */
    private final double[] laterMean;

    ScoreResiduals() {
      for (int b = 0; b < rows.blocks; b++) {
        if (rows.deaths[b] > 0) {
          fillMeans(b);
        }
      }
      laterMean = later(meanHazard, p);
      accumulate(meanHazard, p);
    }

    /** With the sums of w a^k/D^n over the tied events, as {@link #fillPowers}. */
    private void fillMeans(int b) {
      int d = ties == TieMethod.EFRON ? rows.deaths[b] : 1;
      double w = rows.deathWeight[b] / d;
      double h = 0;
      double u = 0;
      double hh = 0;
      double uh = 0;
      double uu = 0;
      for (int k = 0; k < d; k++) {
        double a = (double) k / d;
        double inverse = 1 / (s0[b] - a * e0[b]);
        double square = inverse * inverse;
        h += inverse;
        u += a * inverse;
        hh += square;
        uh += a * square;
        uu += a * a * square;
      }
      for (int j = 0; j < p; j++) {
        int at = b * p + j;
        // of d tied events each has the mean of their m, then the sums of m h and of a m h
        eventMean[at] = (h * s1[j][b] - u * e1[j][b]) / d;
        meanHazard[at] = w * (hh * s1[j][b] - uh * e1[j][b]);
        unseenMean[at] = w * (uh * s1[j][b] - uu * e1[j][b]);
      }
    }

    /** Fills the residuals of some rows, by column, then row. */
    void fill(int from, int size, double[][] residuals) {
      double[] expected = new double[size];
      fillExpected(from, size, expected);
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

  /**
   * The gradient of half the log determinant of the information, given its inverse A: half the sum
   * over events of the third central moments of x at risk, contracted with A. With g = x'Ax and m
   * the mean at risk, E[(x - m)'A(x - m) (x - m)] = E[g x] - m E[g] - 2 (E[x x'] - m m') A m.
   */
  double[] penaltyGradient(double[][] inverse) {
    double[] g = new double[rows.size];
    for (int i = 0; i < rows.size; i++) {
      for (int j = 0; j < p; j++) {
        for (int k = 0; k < p; k++) {
          g[i] += rows.x[j][i] * inverse[j][k] * rows.x[k][i];
        }
      }
      // from here on g is r x'Ax
      g[i] *= r[i];
    }
    double[] g0 = new double[rows.blocks];
    atRisk(g, g0);
    double[][] g1 = new double[p][rows.blocks];
    double[][][] s2 = new double[p][p][rows.blocks];
    double[] rx = new double[rows.size];
    for (int j = 0; j < p; j++) {
      atRisk(g, rows.x[j], g1[j]);
      for (int i = 0; i < rx.length; i++) {
        rx[i] = r[i] * rows.x[j][i];
      }
      for (int k = 0; k < p; k++) {
        atRisk(rx, rows.x[k], s2[j][k]);
      }
    }
    double[] gradient = new double[p];
    for (int b = 0; b < rows.blocks; b++) {
      if (rows.deaths[b] > 0) {
        addThirdMoments(b, inverse, g, g0[b], g1, s2, gradient);
      }
    }
    return gradient;
  }

  private void addThirdMoments(
      int b,
      double[][] inverse,
      double[] g,
      double g0,
      double[][] g1,
      double[][][] s2,
      double[] gradient) {
    int d = ties == TieMethod.EFRON ? rows.deaths[b] : 1;
    double tiedG = 0;
    double[] tiedG1 = new double[p];
    double[][] tied2 = new double[p][p];
    // the tied events' own sums, of which a times is not seen
    for (int i = rows.blockStart[b]; d > 1 && i < rows.blockEnd[b]; i++) {
      if (rows.isEvent(i)) {
        tiedG += g[i];
        for (int j = 0; j < p; j++) {
          tiedG1[j] += g[i] * rows.x[j][i];
          for (int k = 0; k < p; k++) {
            tied2[j][k] += r[i] * rows.x[j][i] * rows.x[k][i];
          }
        }
      }
    }
    for (int n = 0; n < d; n++) {
      double a = (double) n / d;
      double left = s0[b] - a * e0[b];
      double[] m = new double[p];
      for (int j = 0; j < p; j++) {
        m[j] = (s1[j][b] - a * e1[j][b]) / left;
      }
      double[] am = SymmetricMatrix.times(inverse, m);
      double meanG = (g0 - a * tiedG) / left;
      for (int j = 0; j < p; j++) {
        // E[g x] - m E[g], then less 2 (E[x x'] - m m') A m
        double third = (g1[j][b] - a * tiedG1[j]) / left - m[j] * meanG;
        for (int k = 0; k < p; k++) {
          double cross = (s2[j][k][b] - a * tied2[j][k]) / left - m[j] * m[k];
          third -= 2 * cross * am[k];
        }
        gradient[j] += rows.deathWeight[b] / d * third / 2;
      }
    }
  }

  /** The increment of the baseline hazard at each block, for a row with all scaled covariates 0. */
  double[] baselineIncrements() {
    double[] increments = new double[rows.blocks];
    Arrays.setAll(increments, b -> hazard[b] * Math.exp(-shift));
    return increments;
  }

  /** By block: the events' x less the mean at risk, summed, and the covariance of x at risk. */
  record Moments(List<double[]> score, List<double[][]> covariance) {}

  Moments momentsAtEvents() {
    double[][][] s2 = new double[p][p][rows.blocks];
    double[] rx = new double[rows.size];
    for (int j = 0; j < p; j++) {
      double[] column = rows.x[j];
      Arrays.setAll(rx, i -> r[i] * column[i]);
      for (int k = 0; k <= j; k++) {
        atRisk(rx, rows.x[k], s2[j][k]);
        s2[k][j] = s2[j][k];
      }
    }
    List<double[]> scores = new ArrayList<>();
    List<double[][]> covariances = new ArrayList<>();
    for (int b = 0; b < rows.blocks; b++) {
      double[] u = new double[p];
      double[][] v = new double[p][p];
      if (rows.deaths[b] > 0) {
        addMoments(b, s2, u, v);
      }
      scores.add(u);
      covariances.add(v);
    }
    return new Moments(scores, covariances);
  }

  private void addMoments(int b, double[][][] s2, double[] u, double[][] v) {
    int d = ties == TieMethod.EFRON ? rows.deaths[b] : 1;
    double[][] tied = new double[p][p];
    for (int i = rows.blockStart[b]; i < rows.blockEnd[b]; i++) {
      if (rows.isEvent(i)) {
        for (int j = 0; j < p; j++) {
          u[j] += rows.weight(i) * rows.x[j][i];
          for (int k = 0; k < p; k++) {
            tied[j][k] += d > 1 ? r[i] * rows.x[j][i] * rows.x[k][i] : 0;
          }
        }
      }
    }
    double w = rows.deathWeight[b] / d;
    for (int n = 0; n < d; n++) {
      double a = (double) n / d;
      double left = s0[b] - a * e0[b];
      double[] m = new double[p];
      Arrays.setAll(m, j -> (s1[j][b] - a * e1[j][b]) / left);
      for (int j = 0; j < p; j++) {
        u[j] -= w * m[j];
        for (int k = 0; k < p; k++) {
          v[j][k] += w * ((s2[j][k][b] - a * tied[j][k]) / left - m[j] * m[k]);
        }
      }
    }
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
      int d = ties == TieMethod.EFRON ? rows.deaths[b] : 1;
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
      int d = ties == TieMethod.EFRON ? rows.deaths[b] : 1;
      for (int k = 0; k < d && rows.deaths[b] > 0; k++) {
        double a = (double) k / d;
        double left = s0[b] - a * e0[b];
        increments[b] +=
            rows.deathWeight[b] / d * (s1[j][b] - a * e1[j][b]) / left / left * Math.exp(-shift);
      }
    }
    return increments;
  }

  /**
   * The sum over the times at which two rows of a cluster were both at risk of the product of their
   * shares of the risk set; with a row twice that of its squared share. With Efron's ties a row
   * with one of d tied events has the share r (1 - a) / D at the event with a = k/d.
   */
  final class SharedRisk {
    private final double[] whole;
    private final double[] once;
    private final double[] twice;

    SharedRisk() {
      double[] squares = new double[rows.blocks];
      once = new double[rows.blocks];
      twice = new double[rows.blocks];
      for (int b = 0; b < rows.blocks; b++) {
        int d = ties == TieMethod.EFRON ? rows.deaths[b] : 1;
        for (int k = 0; k < d && rows.deaths[b] > 0; k++) {
          double a = (double) k / d;
          double left = s0[b] - a * e0[b];
          double unit = rows.deathWeight[b] / d / left / left;
          squares[b] += unit;
          once[b] += a * unit;
          twice[b] += a * a * unit;
        }
      }
      whole = new double[rows.blocks];
      accumulate(squares, whole);
    }

    double of(int first, int second) {
      // blocks descend in time: both are at risk from the later entry to the earlier exit
      int from = Math.max(rows.block[first], rows.block[second]);
      int to = Integer.MAX_VALUE;
      if (rows.isLateEntered()) {
        to = Math.min(rows.entryBlock[first], rows.entryBlock[second]);
      }
      if (from >= to) {
        return 0;
      }
      double sum = whole[from] - (to == Integer.MAX_VALUE ? 0 : whole[to]);
      boolean isFirst = rows.isEvent(first) && rows.block[first] == from;
      boolean isSecond = rows.isEvent(second) && rows.block[second] == from;
      // (1 - a) for one tied event, and (1 - a)^2 = 1 - 2 a + a^2 for two
      sum -= isFirst ? once[from] : 0;
      sum -= isSecond ? once[from] : 0;
      sum += isFirst && isSecond ? twice[from] : 0;
      return r[first] * r[second] * sum;
    }
  }
}
