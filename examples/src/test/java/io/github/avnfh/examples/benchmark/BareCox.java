package io.github.avnfh.examples.benchmark;

import java.util.Arrays;

/**
 * Cox regression on three covariates with Efron's ties from whole days: rows sorted by counting,
 * covariates centered, and Newton's steps from 0, with the sums of those at risk in one pass over
 * the rows from the last day to the first.
 *
 * <p>With a = k/d and D = S0 - a E0 of the k-th of d tied events, h and u are the sums of 1/D and
 * a/D, and a2, b2 and c2 those of 1/D^2, a/D^2 and a^2/D^2. A day adds to the score the events' x
 * less h S1 - u E1, and to the information h S2 - u E2 less a2 S1 S1' - b2 (S1 E1' + E1 S1') + c2
 * E1 E1'.
 */
final class BareCox {
  static final int STEPS = 4;
  private static final int P = 3;

  // places in the order of the half matrix
  private static final int[] ROW = {0, 1, 1, 2, 2, 2};
  private static final int[] COLUMN = {0, 0, 1, 0, 1, 2};

  private final int size;
  private final int[] dayStart;
  private final int[] eventEnd;
  private final double[] x;
  private final double[] y;
  private final double[] z;

  // of those at risk and of the tied events: the sums of r, r x and r x x'
  private final double[] s = new double[1 + P + ROW.length];
  private final double[] e = new double[1 + P + ROW.length];

  private final double[] beta = new double[P];
  private double[] score = new double[P];
  private double[] information = new double[ROW.length];

  private BareCox(HipColumns hips, double[][] columns) {
    size = hips.size();
    int last = 0;
    for (int day : hips.days) {
      last = Math.max(last, day);
    }
    int[] next = new int[2 * last + 3];
    for (int hip = 0; hip < size; hip++) {
      next[key(hips, hip, last) + 1]++;
    }
    for (int key = 1; key < next.length; key++) {
      next[key] += next[key - 1];
    }
    dayStart = new int[last + 2];
    eventEnd = new int[last + 1];
    for (int day = 0; day <= last; day++) {
      dayStart[day] = next[2 * day];
      eventEnd[day] = next[2 * day + 1];
    }
    dayStart[last + 1] = size;
    int[] place = new int[size];
    for (int hip = 0; hip < size; hip++) {
      place[hip] = next[key(hips, hip, last)]++;
    }
    x = centered(columns[0], place);
    y = centered(columns[1], place);
    z = centered(columns[2], place);
  }

  /** From the last day to the first, and of one day the events first. */
  private static int key(HipColumns hips, int hip, int last) {
    return 2 * (last - hips.days[hip]) + (hips.events[hip] ? 0 : 1);
  }

  private static double[] centered(double[] column, int[] place) {
    double sum = 0;
    for (double value : column) {
      sum += value;
    }
    double mean = sum / column.length;
    double[] sorted = new double[column.length];
    for (int hip = 0; hip < column.length; hip++) {
      sorted[place[hip]] = column[hip] - mean;
    }
    return sorted;
  }

  /** The coefficients. */
  static double[] of(HipColumns hips, double[][] columns) {
    BareCox fit = new BareCox(hips, columns);
    for (int step = 0; step < STEPS; step++) {
      fit.pass();
      fit.step();
    }
    return fit.beta;
  }

  private void pass() {
    Arrays.fill(s, 0);
    score = new double[P];
    information = new double[ROW.length];
    for (int day = 0; day < eventEnd.length; day++) {
      Arrays.fill(e, 0);
      add(dayStart[day], eventEnd[day], e);
      add(eventEnd[day], dayStart[day + 1], s);
      for (int i = 0; i < s.length; i++) {
        s[i] += e[i];
      }
      if (eventEnd[day] > dayStart[day]) {
        addDay(dayStart[day], eventEnd[day]);
      }
    }
  }

  private void add(int from, int to, double[] sums) {
    double b0 = beta[0];
    double b1 = beta[1];
    double b2 = beta[2];
    double s0 = 0;
    double sx = 0;
    double sy = 0;
    double sz = 0;
    double xx = 0;
    double yx = 0;
    double yy = 0;
    double zx = 0;
    double zy = 0;
    double zz = 0;
    for (int i = from; i < to; i++) {
      double r = Math.exp(b0 * x[i] + b1 * y[i] + b2 * z[i]);
      double rx = r * x[i];
      double ry = r * y[i];
      double rz = r * z[i];
      s0 += r;
      sx += rx;
      sy += ry;
      sz += rz;
      xx += rx * x[i];
      yx += ry * x[i];
      yy += ry * y[i];
      zx += rz * x[i];
      zy += rz * y[i];
      zz += rz * z[i];
    }
    double[] added = {s0, sx, sy, sz, xx, yx, yy, zx, zy, zz};
    for (int i = 0; i < added.length; i++) {
      sums[i] += added[i];
    }
  }

  private void addDay(int from, int to) {
    double d = to - from;
    double h = 0;
    double u = 0;
    double a2 = 0;
    double b2 = 0;
    double c2 = 0;
    for (int k = 0; k < to - from; k++) {
      double a = k / d;
      double inverse = 1 / (s[0] - a * e[0]);
      double square = inverse * inverse;
      h += inverse;
      u += a * inverse;
      a2 += square;
      b2 += a * square;
      c2 += a * a * square;
    }
    for (int i = from; i < to; i++) {
      score[0] += x[i];
      score[1] += y[i];
      score[2] += z[i];
    }
    for (int j = 0; j < P; j++) {
      score[j] -= h * s[1 + j] - u * e[1 + j];
    }
    for (int i = 0; i < ROW.length; i++) {
      double sj = s[1 + ROW[i]];
      double sk = s[1 + COLUMN[i]];
      double ej = e[1 + ROW[i]];
      double ek = e[1 + COLUMN[i]];
      information[i] += h * s[1 + P + i] - u * e[1 + P + i];
      information[i] -= a2 * sj * sk - b2 * (sj * ek + ej * sk) + c2 * ej * ek;
    }
  }

  /** Cramer's rule on the symmetric matrix with rows a, b c and d f g. */
  private void step() {
    double a = information[0];
    double b = information[1];
    double c = information[2];
    double d = information[3];
    double f = information[4];
    double g = information[5];
    double aa = c * g - f * f;
    double ba = d * f - b * g;
    double da = b * f - c * d;
    double bb = a * g - d * d;
    double db = b * d - a * f;
    double dd = a * c - b * b;
    double determinant = a * aa + b * ba + d * da;
    beta[0] += (aa * score[0] + ba * score[1] + da * score[2]) / determinant;
    beta[1] += (ba * score[0] + bb * score[1] + db * score[2]) / determinant;
    beta[2] += (da * score[0] + db * score[1] + dd * score[2]) / determinant;
  }
}
