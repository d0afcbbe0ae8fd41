package io.github.avnfh.scoring.longitudinal;

import io.github.avnfh.core.statistics.RestrictedCubicSpline;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The columns of one covariate, and the values at which means are given: a number at its mean over
 * all rows, a factor at every level alike.
 */
record VisitCovariate(
    String name, List<String> terms, List<double[]> columns, List<Double> reference) {

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
