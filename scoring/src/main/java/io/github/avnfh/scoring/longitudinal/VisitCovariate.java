package io.github.avnfh.scoring.longitudinal;

import io.github.avnfh.core.statistics.RestrictedCubicSpline;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The columns of one covariate, and the values at which means are given: a number at its mean over
 * all rows, a factor at every level alike.
 */
record VisitCovariate(
    String name, List<String> terms, List<double[]> columns, List<Double> reference) {

  /** The values of a covariate in all rows: which of them miss it, and its columns over some. */
  record Source(BitSet missing, Function<int[], VisitCovariate> columns) {

    static Source ofNumbers(String name, List<OptionalDouble> values) {
      double[] numbers = finite(name, values);
      return new Source(
          missing(values, OptionalDouble::isEmpty),
          rows -> VisitCovariate.ofNumber(name, at(numbers, rows)));
    }

    static Source ofSpline(String name, List<OptionalDouble> values, int knots) {
      if (knots < 3 || knots > 7) {
        throw new IllegalArgumentException("knots [count] must lie in 3..7, but were " + knots);
      }
      double[] numbers = finite(name, values);
      return new Source(
          missing(values, OptionalDouble::isEmpty),
          rows -> VisitCovariate.ofSpline(name, at(numbers, rows), knots));
    }

    static Source ofFactor(String name, List<Optional<String>> values, List<String> levels) {
      if (!values.stream().flatMap(Optional::stream).allMatch(levels::contains)) {
        throw new IllegalArgumentException(
            "values of factor " + name + " must be levels of " + levels + ", but one was not");
      }
      return new Source(
          missing(values, Optional::isEmpty),
          rows -> VisitCovariate.ofFactor(
              name, Arrays.stream(rows).mapToObj(values::get).toList(), levels));
    }

    private static <T> BitSet missing(List<T> values, Predicate<T> isMissing) {
      BitSet missing = new BitSet();
      for (int row = 0; row < values.size(); row++) {
        missing.set(row, isMissing.test(values.get(row)));
      }
      return missing;
    }

    private static double[] finite(String name, List<OptionalDouble> values) {
      double[] numbers = values.stream().mapToDouble(value -> value.orElse(0)).toArray();
      for (double number : numbers) {
        if (!Double.isFinite(number)) {
          throw new IllegalArgumentException(
              "values of " + name + " must be finite, but one was " + number);
        }
      }
      return numbers;
    }

    private static double[] at(double[] numbers, int[] rows) {
      return Arrays.stream(rows).mapToDouble(row -> numbers[row]).toArray();
    }
  }

  static VisitCovariate ofNumber(String name, double[] values) {
    return new VisitCovariate(
        name, List.of(name), List.<double[]>of(values), List.of(mean(values)));
  }

  static VisitCovariate ofSpline(String name, double[] values, int knots) {
    RestrictedCubicSpline spline = RestrictedCubicSpline.ofQuantiles(values, knots);
    List<String> terms =
        IntStream.range(1, knots).mapToObj(number -> name + "[" + number + "]").toList();
    List<Double> reference =
        Arrays.stream(spline.columns(mean(values))).map(column -> column[0]).toList();
    return new VisitCovariate(name, terms, List.of(spline.columns(values)), reference);
  }

  /** Levels without rows have no column. */
  static VisitCovariate ofFactor(String name, List<Optional<String>> values, List<String> levels) {
    List<String> present =
        levels.stream().filter(level -> values.contains(Optional.of(level))).toList();
    if (present.size() < 2) {
      throw new IllegalArgumentException("levels of factor " + name
          + " [count] with rows must be 2 or more, but were " + present.size());
    }
    List<String> others = present.subList(1, present.size());
    List<double[]> columns = others.stream()
        .map(level -> values.stream()
            .mapToDouble(value -> value.filter(level::equals).isPresent() ? 1 : 0)
            .toArray())
        .toList();
    return new VisitCovariate(
        name,
        others.stream().map(level -> name + "[" + level + "]").toList(),
        columns,
        others.stream().map(level -> 1.0 / present.size()).toList());
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
