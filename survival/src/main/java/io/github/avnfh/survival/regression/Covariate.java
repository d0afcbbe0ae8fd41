package io.github.avnfh.survival.regression;

import io.github.avnfh.core.statistics.RestrictedCubicSpline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The columns of one covariate over all rows; the value of a missing row is not used. */
record Covariate(
    List<String> terms,
    List<double[]> columns,
    BitSet missing,
    List<String> levels,
    List<Double> knots) {

  /** A number of every row. */
  static Covariate number(String name, double[] values) {
    double[] column = new double[values.length];
    Arrays.setAll(column, row -> finite(name, row, values[row]));
    return number(name, column, new BitSet());
  }

  /** A number that may be missing. */
  static Covariate number(String name, List<OptionalDouble> values) {
    BitSet missing = new BitSet(values.size());
    return number(name, column(name, values, missing), missing);
  }

  private static Covariate number(String name, double[] column, BitSet missing) {
    return new Covariate(List.of(name), List.<double[]>of(column), missing, List.of(), List.of());
  }

  private static double[] column(String name, List<OptionalDouble> values, BitSet missing) {
    double[] column = new double[values.size()];
    for (int row = 0; row < column.length; row++) {
      OptionalDouble value = values.get(row);
      missing.set(row, value.isEmpty());
      column[row] = finite(name, row, value.orElse(0));
    }
    return column;
  }

  /** A finite value; of the two zeros, the positive one. */
  private static double finite(String name, int row, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "covariate " + name + " must be finite, but was " + value + " in row " + row);
    }
    return value + 0.0;
  }

  /** A factor with an indicator of each level that some row has, but for the first. */
  static Covariate factor(String name, List<Optional<String>> values, List<String> levels) {
    return ofLevels(name, values, present(name, values, levels));
  }

  /** A factor with the levels of a design that was fitted. */
  static Covariate factorLike(Covariate fitted, String name, List<Optional<String>> values) {
    return ofLevels(name, values, checked(name, values, fitted.levels()));
  }

  private static Covariate ofLevels(
      String name, List<Optional<String>> values, List<String> levels) {
    BitSet missing = new BitSet(values.size());
    for (int row = 0; row < values.size(); row++) {
      missing.set(row, values.get(row).isEmpty());
    }
    List<String> others = levels.subList(1, levels.size());
    return new Covariate(
        others.stream().map(level -> name + "[" + level + "]").toList(),
        others.stream().map(level -> indicator(values, level)).toList(),
        missing,
        levels,
        List.of());
  }

  private static List<String> checked(
      String name, List<Optional<String>> values, List<String> levels) {
    if (!values.stream().flatMap(Optional::stream).allMatch(levels::contains)) {
      throw new IllegalArgumentException(
          "values of factor " + name + " must be levels of " + levels + ", but one was not");
    }
    return levels;
  }

  private static List<String> present(
      String name, List<Optional<String>> values, List<String> levels) {
    LinkedHashSet<String> known = new LinkedHashSet<>(checked(name, values, levels));
    LinkedHashSet<String> used = new LinkedHashSet<>();
    values.forEach(value -> value.ifPresent(used::add));
    known.retainAll(used);
    if (known.size() < 2) {
      throw new IllegalArgumentException("levels of factor " + name
          + " [count] with rows must be 2 or more, but were " + known.size());
    }
    return List.copyOf(known);
  }

  private static double[] indicator(List<Optional<String>> values, String level) {
    return values.stream()
        .mapToDouble(value -> value.filter(level::equals).isPresent() ? 1 : 0)
        .toArray();
  }

  /** A restricted cubic spline, one column less than it has knots. */
  static Covariate spline(String name, List<OptionalDouble> values, double[] knots) {
    BitSet missing = new BitSet(values.size());
    double[] column = column(name, values, missing);
    RestrictedCubicSpline spline = RestrictedCubicSpline.of(knots);
    return new Covariate(
        IntStream.range(1, knots.length)
            .mapToObj(number -> name + "[" + number + "]")
            .toList(),
        List.of(spline.columns(column)),
        missing,
        List.of(),
        Arrays.stream(knots).boxed().toList());
  }

  /** The products of the columns of two covariates, missing where one of them is. */
  static Covariate interaction(Covariate left, Covariate right) {
    List<String> terms = left.terms().stream()
        .flatMap(one -> right.terms().stream().map(other -> one + ":" + other))
        .toList();
    BitSet missing = (BitSet) left.missing().clone();
    missing.or(right.missing());
    return new Covariate(
        terms, products(left.columns(), right.columns()), missing, List.of(), List.of());
  }

  private static List<double[]> products(List<double[]> left, List<double[]> right) {
    return left.stream()
        .flatMap(one -> right.stream().map(other -> product(one, other)))
        .toList();
  }

  private static double[] product(double[] first, double[] second) {
    double[] product = new double[first.length];
    Arrays.setAll(product, row -> first[row] * second[row]);
    return product;
  }

  /** The same factor with one level in every row. */
  Covariate constant(String level, int rows) {
    List<double[]> constants = new ArrayList<>();
    for (String each : levels.subList(1, levels.size())) {
      double[] column = new double[rows];
      Arrays.fill(column, each.equals(level) ? 1 : 0);
      constants.add(column);
    }
    return withColumns(constants, missing);
  }

  /**
   * The same covariate, or interaction, by the columns of a design in which some have changed.
   *
   * @throws IllegalArgumentException if the design lacks a covariate of the interaction
   */
  Covariate recomputed(String name, Map<String, Covariate> design) {
    List<double[]> columns = List.of();
    for (String part : name.split(":", -1)) {
      Covariate covariate = design.get(part);
      if (covariate == null) {
        throw new IllegalArgumentException("interaction [name] must be in the design with each of"
            + " its covariates, but " + name + " was without " + part);
      }
      columns = columns.isEmpty() ? covariate.columns() : products(columns, covariate.columns());
    }
    return withColumns(columns, missing);
  }

  /** The covariate of some rows, each as often as it is named; of these some may be missing. */
  Covariate select(int[] chosen, BitSet missingOfChosen) {
    return withColumns(
        columns.stream()
            .map(column -> Arrays.stream(chosen).mapToDouble(row -> column[row]).toArray())
            .toList(),
        missingOfChosen);
  }

  private Covariate withColumns(List<double[]> changed, BitSet missingRows) {
    return new Covariate(terms, changed, missingRows, levels, knots);
  }
}
