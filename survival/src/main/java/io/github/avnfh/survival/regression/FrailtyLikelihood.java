package io.github.avnfh.survival.regression;

import io.github.avnfh.survival.FollowUp;
import java.util.Arrays;
import java.util.Optional;

/**
 * The likelihood of coefficients b, log frailties w of clusters and the log variance x of a gamma
 * frailty, with the step towards its maximum.
 *
 * <p>With n = exp(-x) it is the log partial likelihood with the frailties as offsets, less n times
 * the sum of exp(w) - 1 - w, plus for each cluster with d events d - (n + d) log(1 + d/n) + log
 * Gamma(n + d) - log Gamma(n) - d log n. Its maximum over b and w is the marginal likelihood m(x).
 *
 * <p>A step takes frailties as uncorrelated with each other given the coefficients. With E what a
 * cluster is expected to have, D = E + n exp(w), v = d - E - n (exp(w) - 1) its slope by w, and B
 * the slopes of E by coefficient, the coefficients move by (I - B'D<sup>-1</sup>B)<sup>-1</sup> (u
 * - B'D<sup>-1</sup>v), and each frailty by (v - B'b)/D. The same with n (exp(w) - 1) for v and 0
 * for u is how they change with x. What is neglected are the shares of two clusters in the same
 * risk sets, most of which is that all frailties may rise together; so after each step the mean of
 * exp(w) is made 1, which it is at the maximum.
 */
final class FrailtyLikelihood {
  /** So much change of the log variance bends the frailties. */
  private static final double LARGE = 0.1;

  private final CoxRows rows;
  private final CoxLikelihood likelihood;
  private final int p;
  private final int size;

  /** By place the cluster, numbered as they come, so that most lie one by one. */
  private final int[] cluster;

  private final double[] shared;
  private final double[] events;

  private final GammaIntegrals integrals;

  /** Log frailties, then coefficients, then the log variance. */
  private final double[] place;

  private final double[] from;
  private final double[] ratio;
  private double penalty;
  private double value;

  // by cluster
  private final double[] expected;
  private final double[][] slopes;
  private final double[] inverse;
  private final double[] byLog;

  /** The step at this variance, and how the maximum changes with the log variance. */
  private final double[] step;

  private final double[] tangent;

  /** What a square of a step counts. */
  private final double[] metric;

  private final AndersonAcceleration acceleration;
  private double[][] information = new double[0][0];
  private double gain;
  private double slope;
  private double curvature;
  private double longest;

  FrailtyLikelihood(CoxModel plain, FollowUp followUp, TieMethod ties) {
    this.rows = plain.data().rows;
    this.likelihood = new CoxLikelihood(rows, ties);
    this.p = rows.x.length;
    this.cluster = new int[rows.size];
    this.size = number(followUp);
    this.shared = new double[rows.size];
    this.events = new double[size];
    for (int i = 0; i < rows.size; i++) {
      events[cluster[i]] += rows.isEvent(i) ? rows.weight(i) : 0;
    }
    this.integrals = new GammaIntegrals(events);
    this.place = new double[size + p + 1];
    System.arraycopy(plain.data().scaledCoefficients(), 0, place, size, p);
    this.from = place.clone();
    this.ratio = new double[size];
    Arrays.fill(ratio, 1);
    this.expected = new double[size];
    this.slopes = new double[p][size];
    this.inverse = new double[size];
    this.byLog = new double[size];
    this.step = new double[place.length];
    this.tangent = new double[place.length];
    this.metric = new double[place.length];
    this.acceleration = new AndersonAcceleration(place.length);
  }

  private int number(FollowUp followUp) {
    int[] numbers = new int[followUp.clusters().orElseThrow()];
    int next = 0;
    for (int i = 0; i < rows.size; i++) {
      int own = followUp.cluster(rows.order[i]);
      if (numbers[own] == 0) {
        numbers[own] = ++next;
      }
      cluster[i] = numbers[own] - 1;
    }
    return next;
  }

  int clusters() {
    return size;
  }

  double log() {
    return place[size + p];
  }

  double beta(int j) {
    return place[size + j] / rows.scale[j];
  }

  double value() {
    return value;
  }

  /** By how much a step at the same variance raises the likelihood, to the second order. */
  double gain() {
    return gain / 2;
  }

  /** How fast the marginal likelihood rises with the log variance. */
  double slope() {
    return slope;
  }

  double curvature() {
    return curvature;
  }

  /** The longest move of a coefficient or frailty in a step at the same variance. */
  double longest() {
    return longest;
  }

  /**
   * The slope of the marginal likelihood by the variance where it is 0, times 2, and about by how
   * much it falls with the variance: sums of (d - E)^2 - d and of E^2 of the model without frailty.
   */
  double[] slopeAtNone() {
    evaluate();
    sumByCluster();
    double[] sums = new double[2];
    for (int c = 0; c < size; c++) {
      // without frailty (d - E)^2 is expected to be d; more than that speaks for a variance
      double residual = events[c] - expected[c];
      sums[0] += residual * residual - events[c];
      sums[1] += expected[c] * expected[c];
    }
    return sums;
  }

  /** Sets the variance, and frailties (n + d)/(n + E) by what clusters were expected to have. */
  void start(double log) {
    double n = Math.exp(-log);
    for (int c = 0; c < size; c++) {
      // v = d - E - n (exp(w) - 1) is 0 here, if E moves in proportion to exp(w)
      place[c] = Math.log((n + events[c]) / (n + expected[c] / ratio[c]));
    }
    place[size + p] = log;
    restart();
    settle();
  }

  double[] place() {
    return place.clone();
  }

  /** Goes to a place, and finds the step from there. */
  void go(double[] to) {
    System.arraycopy(to, 0, place, 0, place.length);
    restart();
    settle();
    findStep();
  }

  /** Goes to where the last step started, and finds it again. */
  void goBack() {
    go(from);
  }

  /** Forgets earlier steps. */
  void restart() {
    acceleration.forget();
  }

  /**
   * Adds a change of the log variance to the step, which starts from here. Where it is large the
   * frailties are those at the new variance by what clusters are expected to have, (n + d)/(n + E).
   */
  void aim(double change) {
    System.arraycopy(place, 0, from, 0, place.length);
    boolean isLarge = Math.abs(change) > LARGE;
    for (int i = isLarge ? size : 0; i < step.length; i++) {
      step[i] += change * tangent[i];
    }
    step[size + p] = change;
    double n = Math.exp(-log() - change);
    for (int c = 0; isLarge && c < size; c++) {
      double moved = 0;
      for (int j = 0; j < p; j++) {
        // how E follows the coefficients, B'b; relative to E it moves the logarithm
        moved += slopes[j][c] * step[size + j];
      }
      double unit = expected[c] / ratio[c] * Math.exp(expected[c] > 0 ? moved / expected[c] : 0);
      step[c] = Math.log((n + events[c]) / (n + unit)) - place[c];
    }
  }

  /** Goes as far as this step and those before it tell. */
  void moveAccelerated() {
    acceleration.next(from, step, metric, place);
    settle();
  }

  /** Goes a part of the step. */
  void move(double factor) {
    for (int i = 0; i < place.length; i++) {
      place[i] = from[i] + factor * step[i];
    }
    settle();
  }

  /** Makes the mean frailty 1, and evaluates. */
  private void settle() {
    double sum = 0;
    for (int c = 0; c < size; c++) {
      ratio[c] = Math.exp(place[c]);
      sum += ratio[c];
    }
    // d - E sum to 0 at any place, so where all v are 0 the sum of exp(w) - 1 is 0, too
    double mean = sum / size;
    double shift = Math.log(mean);
    for (int c = 0; c < size; c++) {
      place[c] -= shift;
      ratio[c] /= mean;
    }
    evaluate();
  }

  private void evaluate() {
    double largest = 0;
    penalty = 0;
    for (int c = 0; c < size; c++) {
      // exp(w) - 1 - w
      penalty += ratio[c] - 1 - place[c];
      largest = Math.max(largest, Math.abs(place[c]));
    }
    for (int i = 0; i < shared.length; i++) {
      shared[i] = place[cluster[i]];
    }
    likelihood.share(shared, largest);
    likelihood.evaluate(Arrays.copyOfRange(place, size, size + p));
    value = likelihood.logLikelihood() - Math.exp(-log()) * penalty + integrals.at(log())[0];
  }

  /** What each cluster is expected to have, and its slopes. */
  private void sumByCluster() {
    ScoreResiduals residuals = new ScoreResiduals(likelihood);
    Arrays.fill(expected, 0);
    double[] own = new double[Math.min(CoxRows.CHUNK, rows.size)];
    double[] part = new double[own.length];
    for (int j = 0; j < p; j++) {
      Arrays.fill(slopes[j], 0);
    }
    for (int from = 0; from < rows.size; from += CoxRows.CHUNK) {
      int rest = Math.min(CoxRows.CHUNK, rows.size - from);
      likelihood.fillExpected(from, rest, own);
      addByCluster(own, from, rest, expected);
      for (int j = 0; j < p; j++) {
        residuals.fillSlopes(j, from, rest, own, part);
        addByCluster(part, from, rest, slopes[j]);
      }
    }
  }

  private void addByCluster(double[] values, int from, int rest, double[] sums) {
    for (int i = 0; i < rest; i++) {
      sums[cluster[from + i]] += values[i];
    }
  }

  /** Finds the step from here, and how the maximum changes with the variance. */
  void findStep() {
    sumByCluster();
    double n = Math.exp(-log());
    for (int c = 0; c < size; c++) {
      double unit = n * ratio[c];
      metric[c] = expected[c] + unit;
      inverse[c] = 1 / metric[c];
      // v; its derivative by x is n (exp(w) - 1)
      step[c] = events[c] - expected[c] - unit + n;
      byLog[c] = unit - n;
    }
    double[] score = likelihood.score();
    double[] gradient = score.clone();
    double[] cross = new double[p];
    takeOffFrailties(gradient, cross);
    SymmetricMatrix factor = damped(information);
    // (I - B'D^-1 B)^-1 (u - B'D^-1 v), and with the other right side its change with x
    double[] betaStep = factor.solve(gradient);
    double[] betaTangent = factor.solve(cross);
    double[] added = integrals.at(log());
    gain = SymmetricMatrix.inner(score, betaStep);
    // by x at fixed b and w; what the step to the maximum adds follows by cluster
    slope = n * penalty + added[1];
    curvature = added[2] - n * penalty;
    longest = Arrays.stream(betaStep).map(Math::abs).max().orElse(0);
    for (int c = 0; c < size; c++) {
      double byStep = step[c];
      double byTangent = byLog[c];
      for (int j = 0; j < p; j++) {
        byStep -= slopes[j][c] * betaStep[j];
        byTangent -= slopes[j][c] * betaTangent[j];
      }
      // (v - B'b)/D
      double moved = byStep * inverse[c];
      gain += step[c] * moved;
      step[c] = moved;
      tangent[c] = byTangent * inverse[c];
      // the slope at the maximum is that here, and the mixed derivative times the step
      slope += byLog[c] * moved;
      curvature += byLog[c] * tangent[c];
      longest = Math.max(longest, Math.abs(moved));
    }
    for (int j = 0; j < p; j++) {
      step[size + j] = betaStep[j];
      tangent[size + j] = betaTangent[j];
      // a step counts by the curvature along it, so that coordinates of any unit compare
      metric[size + j] = Math.abs(information[j][j]);
    }
    metric[size + p] = Math.abs(curvature);
  }

  /** The information and gradient of the coefficients that frailties leave. */
  private void takeOffFrailties(double[] gradient, double[] cross) {
    information = likelihood.information();
    double[] part = new double[size];
    for (int j = 0; j < p; j++) {
      for (int c = 0; c < size; c++) {
        part[c] = slopes[j][c] * inverse[c];
      }
      // B'D^-1 times v, times n (exp(w) - 1), and times B
      gradient[j] -= ColumnSums.ofProducts(part, 0, step, 0, size);
      cross[j] -= ColumnSums.ofProducts(part, 0, byLog, 0, size);
      for (int k = 0; k <= j; k++) {
        information[j][k] -= ColumnSums.ofProducts(part, 0, slopes[k], 0, size);
        information[k][j] = information[j][k];
      }
    }
  }

  /**
   * The information, damped by as little as gives it an inverse: far from the largest likelihood
   * the frailties may leave none to the coefficients, and a damped step still climbs.
   */
  private static SymmetricMatrix damped(double[][] information) {
    double[][] matrix = Arrays.stream(information).map(double[]::clone).toArray(double[][]::new);
    Optional<SymmetricMatrix> factor = SymmetricMatrix.of(matrix);
    for (double damping = 1e-10; factor.isEmpty() && damping < 1e10; damping *= 10) {
      for (int j = 0; j < matrix.length; j++) {
        matrix[j][j] = information[j][j] + damping * Math.max(1, Math.abs(information[j][j]));
      }
      factor = SymmetricMatrix.of(matrix);
    }
    return factor.orElseThrow(FrailtyLikelihood::notEstimable);
  }

  private static IllegalArgumentException notEstimable() {
    return new IllegalArgumentException(
        "every coefficient of the model with frailty must be estimable, but one was not");
  }

  /**
   * The standard errors of the coefficients, from the information in which D is less the squared
   * share of a cluster in the risk sets; where the step has been found.
   */
  double[] standardErrors() {
    double n = Math.exp(-log());
    double[] squares = SharedRisk.squares(likelihood, cluster, size);
    for (int c = 0; c < size; c++) {
      // the second derivative by w: E less squared shares, and n exp(w) of the penalty
      inverse[c] = 1 / (expected[c] - squares[c] + n * ratio[c]);
    }
    // only the information is wanted
    takeOffFrailties(new double[p], new double[p]);
    double[][] covariance = SymmetricMatrix.of(information)
        .orElseThrow(FrailtyLikelihood::notEstimable)
        .inverse();
    double[] errors = new double[p];
    Arrays.setAll(errors, j -> Math.sqrt(covariance[j][j]) / rows.scale[j]);
    return errors;
  }
}
