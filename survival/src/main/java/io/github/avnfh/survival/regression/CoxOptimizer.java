package io.github.avnfh.survival.regression;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Maximizes the log partial likelihood, with or without Firth's penalty of half the log determinant
 * of the information, over some of the coefficients while the others are held.
 *
 * <p>Newton's method from a given start, with a correction for the change of the information; a
 * step that lowers the likelihood is halved. With the penalty the information is not the exact
 * second derivative: the inverse that starts from it is corrected after each step by what the
 * gradient did (the update of Broyden, Fletcher, Goldfarb and Shanno), and no step is longer than
 * {@value #LONGEST_STEP} standard deviations of a covariate.
 */
final class CoxOptimizer {
  private static final int MOST_STEPS = 60;
  private static final int MOST_PENALIZED_STEPS = 500;
  private static final int MOST_HALVINGS = 40;

  /** Newton's step squares the distance, in standard errors, whose square the gain is. */
  private static final double LAST_STEP = 1e-13;

  private static final double LAST_PENALIZED_STEP = 1e-20;

  private static final double NO_STEP = 1e-26;

  /** Steps that ran out while one gained no more than this came near enough to the maximum. */
  private static final double NEAR = 1e-8;

  private static final double TINY = 1e-12;
  private static final double LARGEST_PART = 0.2;
  private static final double LONGEST_STEP = 5;

  /** A last step that still moves some row's predictor so far has not converged. */
  private static final double STILL_MOVING = 1e-3;

  private static final double FLAT = 1e-5;

  private final CoxRows rows;
  private final CoxLikelihood likelihood;
  private final boolean penalized;

  /**
   * The sum of the logarithms of the scales, which leads to the penalty in the units of the input.
   */
  private final double scales;

  private double[] beta = new double[0];
  private double[] lastStep = new double[0];
  private double objective;
  private int steps;
  private double gainLeft;

  CoxOptimizer(CoxRows rows, CoxLikelihood likelihood, boolean penalized) {
    this.rows = rows;
    this.likelihood = likelihood;
    this.penalized = penalized;
    this.scales = Arrays.stream(rows.scale).map(Math::log).sum();
  }

  double[] beta() {
    return beta.clone();
  }

  double objective() {
    return objective;
  }

  int steps() {
    return steps;
  }

  /** Whether the last climb used up its steps before it came to the maximum. */
  boolean ranOut() {
    return gainLeft > NEAR;
  }

  /**
   * About twice what the last step gained where the steps were used up, and 0 where they were not.
   */
  double gainLeft() {
    return gainLeft;
  }

  /**
   * Climbs from a start; the likelihood is left evaluated at the coefficients found.
   *
   * @return false where the information became singular on the way
   */
  boolean maximize(double[] start, int[] free) {
    evaluate(start);
    return climbFromHere(free);
  }

  /** Evaluates the likelihood at coefficients, and goes nowhere. */
  void evaluate(double[] at) {
    beta = at.clone();
    lastStep = new double[beta.length];
    objective = objectiveAt(beta);
    steps = 0;
    gainLeft = 0;
  }

  /** Climbs from where the likelihood was evaluated last. */
  boolean climbFromHere(int[] free) {
    return penalized ? climbPenalized(free) : climb(free);
  }

  private boolean climb(int[] free) {
    double[] last = new double[free.length];
    double[][] lastMatrix = new double[free.length][free.length];
    double gain = 0;
    for (steps = 0; steps < MOST_STEPS; steps++) {
      double[][] matrix = SymmetricMatrix.part(likelihood.information(), free);
      Optional<SymmetricMatrix> information = SymmetricMatrix.of(matrix);
      if (information.isEmpty()) {
        return false;
      }
      double[] gradient = gradient(free);
      double[] step = information.get().solve(gradient);
      // g'I^-1 g: about twice what the step gains, and the squared distance in standard errors
      gain = SymmetricMatrix.inner(step, gradient);
      if (!(gain > NO_STEP)) {
        return true;
      }
      if (isTiny(step, free)) {
        add(step, free);
        steps++;
        return true;
      }
      double[] bend = bend(step, matrix, last, lastMatrix);
      move(difference(step, information.get().solve(bend)), free);
      if (gain < LAST_STEP) {
        steps++;
        return true;
      }
      last = taken(free);
      lastMatrix = matrix;
    }
    gainLeft = gain;
    return true;
  }

  /**
   * How far the gradient bends from a line over a step s: half of T s s, where T is the derivative
   * of the information A. Over the step l before, which led from A0 to A, T l was A - A0; so T s is
   * about c (A - A0), with c the part of s along l, s'A l / l'A l. A long step is left as it is.
   */
  private static double[] bend(
      double[] step, double[][] matrix, double[] last, double[][] lastMatrix) {
    double[] scaled = SymmetricMatrix.times(matrix, last);
    double part = SymmetricMatrix.inner(step, scaled) / SymmetricMatrix.inner(last, scaled);
    if (!(Math.abs(part) < LARGEST_PART)) {
      return new double[step.length];
    }
    double[] bend =
        difference(SymmetricMatrix.times(matrix, step), SymmetricMatrix.times(lastMatrix, step));
    Arrays.setAll(bend, j -> bend[j] * part / 2);
    return bend;
  }

  /** Whether a step moves no row's predictor so far that the likelihood must be computed anew. */
  private boolean isTiny(double[] step, int[] free) {
    double farthest = 0;
    for (int i = 0; i < free.length; i++) {
      farthest += Math.abs(step[i]) * rows.largest[free[i]];
    }
    return farthest < TINY;
  }

  private void add(double[] step, int[] free) {
    beta = beta.clone();
    lastStep = new double[beta.length];
    for (int i = 0; i < free.length; i++) {
      lastStep[free[i]] = step[i];
      beta[free[i]] += step[i];
    }
  }

  private boolean climbPenalized(int[] free) {
    if (isSingular()) {
      return false;
    }
    double[] gradient = gradient(free);
    double[][] inverse = new double[0][0];
    double gain = 0;
    for (steps = 0; steps < MOST_PENALIZED_STEPS; steps++) {
      double[] step = SymmetricMatrix.times(inverse, gradient);
      if (!(SymmetricMatrix.inner(step, gradient) > 0)) {
        Optional<SymmetricMatrix> information = information(free);
        if (information.isEmpty()) {
          return false;
        }
        inverse = information.get().inverse();
        step = SymmetricMatrix.times(inverse, gradient);
      }
      gain = SymmetricMatrix.inner(step, gradient);
      if (!(gain > LAST_PENALIZED_STEP)) {
        return true;
      }
      move(limited(step), free);
      if (isSingular()) {
        return false;
      }
      double[] before = gradient;
      gradient = gradient(free);
      inverse = updated(inverse, taken(free), difference(before, gradient));
    }
    gainLeft = gain;
    return true;
  }

  /** The penalty, half the log determinant, has no bound where the information has no inverse. */
  private boolean isSingular() {
    return objective == Double.NEGATIVE_INFINITY;
  }

  private Optional<SymmetricMatrix> information(int[] free) {
    return SymmetricMatrix.of(SymmetricMatrix.part(likelihood.information(), free));
  }

  private double[] taken(int[] free) {
    return Arrays.stream(free).mapToDouble(j -> lastStep[j]).toArray();
  }

  private static double[] difference(double[] first, double[] second) {
    double[] difference = new double[first.length];
    Arrays.setAll(difference, i -> first[i] - second[i]);
    return difference;
  }

  /** With y the fall of the gradient over a step s: (I - s y'/s'y) H (I - y s'/s'y) + s s'/s'y. */
  private static double[][] updated(double[][] inverse, double[] s, double[] y) {
    double sy = SymmetricMatrix.inner(s, y);
    if (!(sy > 0)) {
      return new double[0][0];
    }
    double[] hy = SymmetricMatrix.times(inverse, y);
    // the product multiplied out: H + (1 + y'Hy / s'y) s s' / s'y - (H y s' + s y'H) / s'y
    double factor = (1 + SymmetricMatrix.inner(y, hy) / sy) / sy;
    double[][] next = new double[s.length][s.length];
    for (int i = 0; i < s.length; i++) {
      for (int j = 0; j < s.length; j++) {
        next[i][j] = inverse[i][j] + factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
      }
    }
    return next;
  }

  private double objectiveAt(double[] at) {
    likelihood.evaluate(at);
    double value = likelihood.logLikelihood();
    if (penalized) {
      value += SymmetricMatrix.of(likelihood.information())
          // Firth: log L + 1/2 log |I|
          .map(information -> information.logDeterminant() / 2 + scales)
          .orElse(Double.NEGATIVE_INFINITY);
    }
    // predictors too large for their exponentials are as far from a maximum as can be
    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
  }

  private double[] gradient(int[] free) {
    double[] gradient = likelihood.score();
    if (penalized) {
      double[][] inverse =
          SymmetricMatrix.of(likelihood.information()).orElseThrow().inverse();
      double[] penalty = new RiskSetMoments(likelihood).penaltyGradient(inverse);
      Arrays.setAll(gradient, j -> likelihood.score()[j] + penalty[j]);
    }
    return Arrays.stream(free).mapToDouble(j -> gradient[j]).toArray();
  }

  private double[] limited(double[] step) {
    double longest = Arrays.stream(step).map(Math::abs).max().orElse(0);
    // a step shortened keeps its direction
    double factor = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
    return Arrays.stream(step).map(each -> factor * each).toArray();
  }

  private void move(double[] step, int[] free) {
    double before = objective;
    double[] from = beta;
    double factor = 1;
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      double[] next = from.clone();
      lastStep = new double[from.length];
      for (int i = 0; i < free.length; i++) {
        lastStep[free[i]] = factor * step[i];
        next[free[i]] += lastStep[free[i]];
      }
      beta = next;
      objective = objectiveAt(next);
      // a fall of the size of rounding is none: at the maximum the last step gains nothing
      if (objective >= before - 1e-12 * Math.abs(before)) {
        return;
      }
      factor /= 2;
    }
  }

  /**
   * Tells along which direction the likelihood rises without bound: one in which, at every time,
   * each event has the largest value of all at risk. The last step points there in the end, since
   * all else has converged.
   *
   * @return the direction, or nothing where the likelihood has a maximum
   */
  Optional<double[]> unbounded() {
    // no value of a column whose mean square is 1 exceeds the root of the number of rows
    double most = Arrays.stream(lastStep).map(Math::abs).sum() * Math.sqrt(rows.size);
    if (most <= STILL_MOVING) {
      return Optional.empty();
    }
    double[] values = new double[rows.size];
    double largest = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < lastStep.length; j++) {
        values[i] += lastStep[j] * rows.x[j][i];
      }
      largest = Math.max(largest, Math.abs(values[i]));
    }
    // exp(b x) with b without bound: each factor of the likelihood goes to 1 if the event has the
    // largest x at risk
    return largest > STILL_MOVING && eventsAreLargest(values, FLAT * largest)
        ? Optional.of(lastStep.clone())
        : Optional.empty();
  }

  private boolean eventsAreLargest(double[] values, double tolerance) {
    PriorityQueue<Integer> atRisk =
        new PriorityQueue<>(Comparator.comparingDouble(i -> -values[i]));
    double[] remaining = largestRemaining(values);
    double largest = Double.NEGATIVE_INFINITY;
    int i = 0;
    for (int b = 0; b < rows.blocks; b++) {
      for (; i < rows.blockEnd[b]; i++) {
        largest = Math.max(largest, values[i]);
        if (rows.isLateEntered()) {
          atRisk.add(i);
        }
      }
      if (rows.isLateEntered()) {
        largest = largestEntered(atRisk, values, b);
      }
      double all = rows.hasRemaining() ? Math.max(largest, remaining[b]) : largest;
      for (int row = rows.blockStart[b]; row < rows.blockEnd[b]; row++) {
        if (rows.isEvent(row) && values[row] < all - tolerance) {
          return false;
        }
      }
      if (rows.deaths[b] == 0) {
        largest = Double.NEGATIVE_INFINITY;
        atRisk.clear();
      }
    }
    return true;
  }

  /** By block, the largest value of the rows that stay at risk after an earlier time. */
  private double[] largestRemaining(double[] values) {
    double[] largest = new double[rows.remainingWeight.length];
    double before = Double.NEGATIVE_INFINITY;
    int i = rows.size;
    for (int b = largest.length - 1; b >= 0; b--) {
      if (rows.deaths[b] == 0) { // the end of a stratum
        before = Double.NEGATIVE_INFINITY;
        i = rows.blockEnd[b];
      }
      while (i > rows.blockEnd[b]) {
        i--;
        before = rows.remaining[i] > 0 ? Math.max(before, values[i]) : before;
      }
      largest[b] = rows.remainingWeight[b] > 0 ? before : Double.NEGATIVE_INFINITY;
    }
    return largest;
  }

  /** Rows that entered later are dropped: blocks go back in time, so they never return. */
  private double largestEntered(PriorityQueue<Integer> atRisk, double[] values, int block) {
    Integer top = atRisk.peek();
    while (top != null && rows.entryBlock[top] <= block) {
      atRisk.poll();
      top = atRisk.peek();
    }
    return top == null ? Double.NEGATIVE_INFINITY : values[top];
  }
}
