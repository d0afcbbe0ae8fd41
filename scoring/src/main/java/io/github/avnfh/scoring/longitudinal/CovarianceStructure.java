package io.github.avnfh.scoring.longitudinal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A covariance matrix as a function of a few parameters, for each pattern of rows.
 *
 * <p>The key of a pattern says what its rows are: the numbers of its visits, or, where hips have
 * random intercepts, the numbers of scores of its hips.
 */
abstract class CovarianceStructure {
  private final List<String> components;

  private CovarianceStructure(List<String> components) {
    this.components = components;
  }

  /** The names of the parameters. */
  List<String> components() {
    return components;
  }

  int parameters() {
    return components.size();
  }

  abstract Matrix covariance(int[] key, double[] parameters);

  abstract Matrix derivative(int[] key, double[] parameters, int component);

  /** The second derivative; nothing where the matrix is linear in both parameters. */
  Optional<Matrix> second(int[] key, double[] parameters, int one, int other) {
    return Optional.empty();
  }

  /** The least value of a parameter that its meaning allows. */
  double least(int component) {
    return Double.NEGATIVE_INFINITY;
  }

  /** Where a search begins, from the sums of products of residuals by pattern. */
  abstract double[] start(List<PatternSums> patterns, List<Matrix> residualProducts);

  /** The factor by which a parameter grows when scores are multiplied by one. */
  double unit(int component, double scale) {
    return scale * scale;
  }

  private static double meanSquare(List<PatternSums> patterns, List<Matrix> products) {
    double sum = 0;
    double rows = 0;
    for (int i = 0; i < patterns.size(); i++) {
      // the trace of the sums of r r' is the sum of all r^2
      sum += products.get(i).traceOfProduct(Matrix.identity(products.get(i).rows()));
      rows += (double) patterns.get(i).rows() * patterns.get(i).clusters();
    }
    return sum / rows;
  }

  /**
   * Random intercepts of patient and of hip within patient, after a rotation of the rows of each
   * hip: deviations from the mean of the hip have the residual variance s and are independent, and
   * the mean times the square root of the number n of scores has variance s + n h, and covariance
   * sqrt(n m) p with that of another hip of the patient.
   */
  static final class RandomIntercepts extends CovarianceStructure {
    private static final String PATIENT = "patient";
    private static final String HIP = "hip";

    private RandomIntercepts(List<String> components) {
      super(components);
    }

    static RandomIntercepts of(boolean hasPatients, boolean hasHips) {
      List<String> components = new ArrayList<>();
      if (hasPatients) {
        components.add(PATIENT);
      }
      if (hasHips) {
        components.add(HIP);
      }
      components.add("residual");
      return new RandomIntercepts(List.copyOf(components));
    }

    @Override
    Matrix covariance(int[] key, double[] parameters) {
      // V is linear in the variances: the sum of parameter times derivative; the key of deviations
      // within hips is empty, and they have one row
      Matrix covariance = Matrix.square(Math.max(1, key.length));
      for (int component = 0; component < parameters.length; component++) {
        covariance.add(parameters[component], derivative(key, parameters, component));
      }
      return covariance;
    }

    @Override
    Matrix derivative(int[] key, double[] parameters, int component) {
      String name = components().get(component);
      int hips = Math.max(1, key.length);
      if (component == parameters() - 1) {
        return Matrix.identity(hips);
      }
      Matrix derivative = Matrix.square(hips);
      for (int a = 0; a < key.length; a++) {
        for (int b = 0; b < key.length; b++) {
          if (a == b || name.equals(PATIENT)) {
            // sqrt(n m) for two hips of a patient, and n for a hip with itself
            derivative.set(a, b, Math.sqrt((double) key[a] * key[b]));
          }
        }
      }
      return derivative;
    }

    @Override
    double least(int component) {
      return 0;
    }

    @Override
    double[] start(List<PatternSums> patterns, List<Matrix> residualProducts) {
      double[] start = new double[parameters()];
      double variance = meanSquare(patterns, residualProducts);
      // equal parts, none on its bound, so that every derivative can be seen
      Arrays.fill(start, variance / start.length);
      return start;
    }
  }

  /** A variance for each visit and a covariance for each two. */
  static final class Unstructured extends CovarianceStructure {
    private final List<int[]> places;
    private final int visits;

    private Unstructured(List<String> components, List<int[]> places, int visits) {
      super(components);
      this.places = places;
      this.visits = visits;
    }

    static Unstructured of(List<String> visits) {
      List<String> components = new ArrayList<>();
      List<int[]> places = new ArrayList<>();
      for (int a = 0; a < visits.size(); a++) {
        for (int b = 0; b <= a; b++) {
          places.add(new int[] {a, b});
          components.add(
              a == b ? visits.get(a) + "," + visits.get(a) : visits.get(b) + "," + visits.get(a));
        }
      }
      return new Unstructured(components, places, visits.size());
    }

    private static int place(int a, int b) {
      int later = Math.max(a, b);
      // row by row through the lower triangle
      return later * (later + 1) / 2 + Math.min(a, b);
    }

    @Override
    Matrix covariance(int[] key, double[] parameters) {
      Matrix covariance = Matrix.square(key.length);
      for (int a = 0; a < key.length; a++) {
        for (int b = 0; b < key.length; b++) {
          covariance.set(a, b, parameters[place(key[a], key[b])]);
        }
      }
      return covariance;
    }

    @Override
    Matrix derivative(int[] key, double[] parameters, int component) {
      Matrix derivative = Matrix.square(key.length);
      for (int a = 0; a < key.length; a++) {
        for (int b = 0; b < key.length; b++) {
          if (place(key[a], key[b]) == component) {
            derivative.set(a, b, 1);
          }
        }
      }
      return derivative;
    }

    @Override
    double[] start(List<PatternSums> patterns, List<Matrix> residualProducts) {
      double[] sums = new double[parameters()];
      double[] counts = new double[parameters()];
      for (int i = 0; i < patterns.size(); i++) {
        int[] key = patterns.get(i).key();
        for (int a = 0; a < key.length; a++) {
          for (int b = 0; b <= a; b++) {
            sums[place(key[a], key[b])] += residualProducts.get(i).get(a, b);
            counts[place(key[a], key[b])] += patterns.get(i).clusters();
          }
        }
      }
      for (int i = 0; i < sums.length; i++) {
        requireSeen(i, counts[i]);
        sums[i] /= counts[i];
      }
      return positive(sums);
    }

    private void requireSeen(int component, double count) {
      if (count < 1) {
        throw new IllegalArgumentException("hips with scores at both visits of "
            + components().get(component) + " [count] must be 1 or more, but were 0");
      }
    }

    /** Pulls correlations towards 0 until the matrix is one of covariances. */
    private double[] positive(double[] start) {
      int[] all = IntStream.range(0, visits).toArray();
      double[] shrunk = start;
      // 0.8^60 is about 1e-6: by then the matrix is almost diagonal
      for (int step = 0; step < 60; step++) {
        if (covariance(all, shrunk).cholesky().isPresent()) {
          return shrunk;
        }
        double[] next = shrunk.clone();
        for (int i = 0; i < next.length; i++) {
          int[] place = places.get(i);
          next[i] *= place[0] == place[1] ? 1 : 0.8;
        }
        shrunk = next;
      }
      return shrunk;
    }
  }

  /** One variance of all visits, and one covariance of every two. */
  static final class CompoundSymmetric extends CovarianceStructure {
    CompoundSymmetric() {
      super(List.of("variance", "covariance"));
    }

    @Override
    Matrix covariance(int[] key, double[] parameters) {
      Matrix covariance = Matrix.square(key.length);
      covariance.add(parameters[0], derivative(key, parameters, 0));
      covariance.add(parameters[1], derivative(key, parameters, 1));
      return covariance;
    }

    @Override
    Matrix derivative(int[] key, double[] parameters, int component) {
      Matrix derivative = Matrix.identity(key.length);
      if (component == 1) {
        for (int a = 0; a < key.length; a++) {
          for (int b = 0; b < key.length; b++) {
            derivative.set(a, b, a == b ? 0 : 1);
          }
        }
      }
      return derivative;
    }

    @Override
    double[] start(List<PatternSums> patterns, List<Matrix> residualProducts) {
      // the residuals of ordinary least squares, as if scores were independent
      return new double[] {meanSquare(patterns, residualProducts), 0};
    }
  }

  /** One variance v of all visits, and the correlation r to the power of the visits between two. */
  static final class Autoregressive extends CovarianceStructure {
    Autoregressive() {
      super(List.of("variance", "correlation"));
    }

    /** The matrix of f(d), where d is how many visits lie between two. */
    private static Matrix ofDistance(int[] key, IntToDoubleFunction value) {
      Matrix matrix = Matrix.square(key.length);
      for (int a = 0; a < key.length; a++) {
        for (int b = 0; b < key.length; b++) {
          matrix.set(a, b, value.applyAsDouble(Math.abs(key[a] - key[b])));
        }
      }
      return matrix;
    }

    @Override
    Matrix covariance(int[] key, double[] parameters) {
      // beyond -1..1 powers may still make a matrix of covariances, of another model
      double correlation = Math.abs(parameters[1]) < 1 ? parameters[1] : Double.NaN;
      return ofDistance(key, d -> parameters[0] * Math.pow(correlation, d));
    }

    @Override
    Matrix derivative(int[] key, double[] parameters, int component) {
      double correlation = parameters[1];
      return component == 0
          ? ofDistance(key, d -> Math.pow(correlation, d))
          // d/dr of v r^d
          : ofDistance(key, d -> d == 0 ? 0 : parameters[0] * d * Math.pow(correlation, d - 1));
    }

    @Override
    Optional<Matrix> second(int[] key, double[] parameters, int one, int other) {
      double correlation = parameters[1];
      if (one + other == 0) {
        return Optional.empty();
      }
      return Optional.of(
          one + other == 1
              ? ofDistance(key, d -> d == 0 ? 0 : d * Math.pow(correlation, d - 1))
              : ofDistance(
                  key,
                  d -> d < 2 ? 0 : parameters[0] * d * (d - 1) * Math.pow(correlation, d - 2)));
    }

    @Override
    double[] start(List<PatternSums> patterns, List<Matrix> residualProducts) {
      // not 0, where the derivatives by r of all r^d with d > 1 vanish
      return new double[] {meanSquare(patterns, residualProducts), 0.1};
    }

    @Override
    double unit(int component, double scale) {
      return component == 0 ? super.unit(component, scale) : 1;
    }
  }
}
