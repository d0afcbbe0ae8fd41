package io.github.avnfh.survival.regression;

import io.github.avnfh.survival.interval.EventInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The complete rows of a parametric model with their covariates, centered and scaled to a standard
 * deviation of 1, and the mean of their log times, so that all are of one size.
 */
final class ParametricRows {
  private static final double NO_VARIATION = 1e-11;

  final List<Row> rows;
  final OptionalInt clusters;

  /** The intercept and the terms of the covariates. */
  final List<String> terms;

  /** By term and row. */
  final double[][] columns;

  final double[] mean;
  final double[] spread;

  /** The mean of the log times. */
  final double center;

  /**
   * One row: when its event happened, from when on it was observed, how much and for whom it
   * counts.
   */
  record Row(EventInterval interval, OptionalDouble entry, double weight, int cluster) {}

  ParametricRows(String intercept, Covariates covariates, List<Row> rows, OptionalInt clusters) {
    this.rows = rows;
    this.clusters = clusters;
    rows.forEach(ParametricRows::check);
    this.terms = new ArrayList<>(List.of(intercept));
    terms.addAll(covariates.terms());
    int[] complete = covariates.complete();
    this.columns = new double[terms.size()][rows.size()];
    this.mean = new double[terms.size()];
    this.spread = new double[terms.size()];
    Arrays.fill(columns[0], 1);
    spread[0] = 1;
    double[][] design = covariates.columns();
    for (int j = 1; j < columns.length; j++) {
      double[] source = design[j - 1];
      Arrays.setAll(columns[j], i -> source[complete[i]]);
      standardize(j);
    }
    checkDependence();
    this.center = logs().average().orElse(0);
  }

  private static void check(Row row) {
    EventInterval interval = row.interval();
    if (interval.until().isPresent() && !(interval.until().getAsDouble() > 0)) {
      throw new IllegalArgumentException("time of an event [unit of the times] must be above 0.0 in"
          + " a model of its logarithm, but was 0.0");
    }
  }

  private void standardize(int j) {
    double[] column = columns[j];
    mean[j] = Arrays.stream(column).average().orElse(0);
    double squares = 0;
    for (int i = 0; i < column.length; i++) {
      column[i] -= mean[j];
      squares += column[i] * column[i];
    }
    spread[j] = Math.sqrt(squares / column.length);
    if (!(spread[j] > NO_VARIATION * Math.abs(mean[j]))) {
      throw new IllegalArgumentException(
          "covariate " + terms.get(j) + " must vary among the rows, but was constant");
    }
    for (int i = 0; i < column.length; i++) {
      column[i] /= spread[j];
    }
  }

  private void checkDependence() {
    double[][] products = new double[columns.length][columns.length];
    for (int j = 0; j < columns.length; j++) {
      for (int k = 0; k < columns.length; k++) {
        products[j][k] = SymmetricMatrix.inner(columns[j], columns[k]);
      }
    }
    for (int j = 1; j < columns.length; j++) {
      int[] before = IntStream.range(0, j).toArray();
      double[] cross = Arrays.copyOf(products[j], j);
      double[] weights = SymmetricMatrix.of(SymmetricMatrix.part(products, before))
          .orElseThrow()
          .solve(cross);
      // what the columns before it do not explain: x'x - x'B (B'B)^-1 B'x
      if (!(products[j][j] - SymmetricMatrix.inner(weights, cross)
          > NO_VARIATION * products[j][j])) {
        throw new IllegalArgumentException(
            "covariates must not be linearly dependent, but " + terms.get(j)
                + " was a combination of "
                + IntStream.range(1, j)
                    .filter(k -> Math.abs(weights[k]) > 1e-6)
                    .mapToObj(terms::get)
                    .collect(Collectors.joining(", ")));
      }
    }
  }

  /** The logarithms of all ends of intervals that have one. */
  DoubleStream logs() {
    return rows.stream()
        .map(Row::interval)
        .flatMapToDouble(each -> each.isExact()
            ? each.until().stream()
            : DoubleStream.concat(each.after().stream(), each.until().stream()))
        .filter(time -> time > 0)
        .map(Math::log);
  }

  /** How many rows have the event. */
  int events() {
    return (int) rows.stream().filter(row -> row.interval().until().isPresent()).count();
  }

  /** How many clusters have rows, where clusters are known. */
  OptionalInt usedClusters() {
    return clusters.isEmpty()
        ? clusters
        : OptionalInt.of((int) rows.stream().mapToInt(Row::cluster).distinct().count());
  }
}
