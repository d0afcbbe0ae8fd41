package io.github.avnfh.staging.agreement;

import java.util.List;
import java.util.OptionalDouble;

/** Cohen's kappa and its weighted forms. */
final class PairKappa {
  private static final String CONVENTION =
      "Wald interval, large-sample standard error (Fleiss, Cohen and Everitt 1969)";

  private final KappaMethod method;
  private final int subjects;
  private final int used;
  private final double[][] shares;
  private final double[] first;
  private final double[] second;
  private final double observed;
  private final double expected;

  PairKappa(KappaMethod method, Ratings<?> ratings) {
    if (ratings.readers() != 2) {
      throw new IllegalArgumentException(
          "readers of " + method.label() + " [count] must be 2, but was " + ratings.readers());
    }
    List<List<Integer>> pairs =
        ratings.positions().stream().filter(words -> words.size() == 2).toList();
    Shape.atLeastTwo("subjects that both readers rated", pairs.size());
    int categories = ratings.categories().size();
    this.method = method;
    this.subjects = ratings.subjects();
    this.used = pairs.size();
    this.shares = new double[categories][categories];
    this.first = new double[categories];
    this.second = new double[categories];
    pairs.forEach(pair -> shares[pair.get(0)][pair.get(1)] += 1.0 / used);
    pairs.forEach(pair -> first[pair.get(0)] += 1.0 / used);
    pairs.forEach(pair -> second[pair.get(1)] += 1.0 / used);
    this.observed = sum((i, j) -> weight(i, j) * shares[i][j]);
    this.expected = sum((i, j) -> weight(i, j) * first[i] * second[j]);
  }

  @FunctionalInterface
  private interface Cell {
    double at(int row, int column);
  }

  private double sum(Cell cell) {
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < first.length; j++) {
        sum += cell.at(i, j);
      }
    }
    return sum;
  }

  private double weight(int row, int column) {
    return method.weight(row, column, first.length);
  }

  Coefficient estimate(double level) {
    Coefficient.Builder result = Coefficient.builder()
        .name(method.label())
        .convention(CONVENTION)
        .subjects(used)
        .leftOut(subjects - used)
        .observed(observed)
        .expected(expected);
    if (ManyReaders.isWhole(expected)) {
      return result.build();
    }
    double kappa = (observed - expected) / (1 - expected);
    double error = standardError();
    if (error > 0) {
      double reach = Quantiles.normal((1 + level) / 2) * error;
      result.interval(Limits.of(kappa - reach, kappa + reach, level));
    }
    return result.estimate(kappa).standardError(OptionalDouble.of(error)).build();
  }

  private double standardError() {
    double[] ofRow = new double[first.length];
    double[] ofColumn = new double[first.length];
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < first.length; j++) {
        ofRow[i] += weight(i, j) * second[j];
        ofColumn[j] += weight(i, j) * first[i];
      }
    }
    double center = observed * expected - 2 * expected + observed;
    double spread = sum((i, j) -> {
      double term = weight(i, j) * (1 - expected) - (ofRow[i] + ofColumn[j]) * (1 - observed);
      return shares[i][j] * (term - center) * (term - center);
    });
    return ManyReaders.unlessRounding(Math.sqrt(spread / used) / Math.pow(1 - expected, 2));
  }
}
