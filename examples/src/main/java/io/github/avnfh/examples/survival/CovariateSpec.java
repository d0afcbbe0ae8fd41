package io.github.avnfh.examples.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One covariate as the command line names it: {@code age} is a number, {@code stage:factor} a
 * factor whose reference is its first level, {@code stage:factor=I} one with that reference, and
 * {@code lesion:spline3} a restricted cubic spline with 3 knots.
 *
 * @param column the column of the table
 * @param kind what the column is to the model
 * @param reference the level of a factor that the others are compared with, if one was named
 * @param knots the number of knots of a spline
 */
public record CovariateSpec(String column, Kind kind, Optional<String> reference, int knots) {
  /** What a column is to the model. */
  public enum Kind {
    /** A number. */
    NUMBER,
    /** A factor. */
    FACTOR,
    /** A restricted cubic spline. */
    SPLINE
  }

  /** The design of a regression, to which covariates are added. */
  public interface Target {
    /**
     * Adds a number.
     *
     * @param name its name
     * @param values a number, or nothing, for each row
     */
    void number(String name, List<OptionalDouble> values);

    /**
     * Adds a factor.
     *
     * @param name its name
     * @param values a level, or nothing, for each row
     * @param levels the levels, the reference first
     */
    void factor(String name, List<Optional<String>> values, List<String> levels);

    /**
     * Adds a spline.
     *
     * @param name its name
     * @param values a number, or nothing, for each row
     * @param knots the number of knots
     */
    void spline(String name, List<OptionalDouble> values, int knots);
  }

  private static final Pattern FACTOR = Pattern.compile("(.+):factor(?:=(.+))?");
  private static final Pattern SPLINE = Pattern.compile("(.+):spline([3-7])");

  /**
   * Reads a covariate.
   *
   * @param text what was typed
   * @return the covariate
   * @throws IllegalArgumentException if the text names none
   */
  public static CovariateSpec parse(String text) {
    Matcher factor = FACTOR.matcher(text);
    if (factor.matches()) {
      return new CovariateSpec(
          factor.group(1), Kind.FACTOR, Optional.ofNullable(factor.group(2)), 0);
    }
    Matcher spline = SPLINE.matcher(text);
    if (spline.matches()) {
      return new CovariateSpec(
          spline.group(1), Kind.SPLINE, Optional.empty(), Integer.parseInt(spline.group(2)));
    }
    if (text.isBlank() || text.matches(".*[\\[\\]:].*")) {
      throw new IllegalArgumentException("covariate must be COL, COL:factor, COL:factor=LEVEL or"
          + " COL:spline3 to COL:spline7, but was " + text);
    }
    return new CovariateSpec(text, Kind.NUMBER, Optional.empty(), 0);
  }

  /** Adds the covariate with the cells of its column; levels come in the order of the table. */
  void addTo(
      Target design,
      List<OptionalDouble> numbers,
      List<Optional<String>> labels,
      List<String> order) {
    switch (kind) {
      case FACTOR -> design.factor(column, labels, levels(order));
      case SPLINE -> design.spline(column, numbers, knots);
      case NUMBER -> design.number(column, numbers);
    }
  }

  /** The levels of a factor, of which the first is its reference. */
  List<String> levels(List<String> order) {
    List<String> levels = new ArrayList<>();
    reference.ifPresent(level -> {
      if (!order.contains(level)) {
        throw new IllegalArgumentException(
            "covariate " + column + ": no row has the reference level " + level);
      }
      levels.add(level);
    });
    order.stream().filter(level -> !levels.contains(level)).forEach(levels::add);
    return levels;
  }
}
