package io.github.avnfh.survival.regression;

import io.github.avnfh.core.statistics.RestrictedCubicSpline;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The design of a regression: one or more columns for each covariate, by row.
 *
 * <p>A number has one column. A factor has one column of 0 and 1 for each level but the first, its
 * reference, named {@code stage[II]}. A restricted cubic spline with k knots has k - 1 columns, the
 * first of which is the number itself, named {@code lesion[1]}, {@code lesion[2]} and so on. An
 * interaction has the products of the columns of two covariates, named {@code age:stage[II]}.
 *
 * <p>A row in which a covariate is missing is left out of every fit; {@link #missing()} counts them
 * by covariate.
 *
 * <pre>{@code
 * Covariates design = Covariates.ofRows(4)
 *     .number("age", 31, 44, 52, 60)
 *     .factor("stage", List.of("II", "I", "III", "I"), List.of("I", "II", "III"))
 *     .build();
 * design.terms();        // [age, stage[II], stage[III]]
 * design.completeRows(); // 4
 * }</pre>
 */
public final class Covariates {
  private final int rows;
  private final Map<String, Covariate> covariates;
  private final BitSet incomplete;

  private Covariates(int rows, Map<String, Covariate> covariates) {
    this.rows = rows;
    this.covariates = covariates;
    this.incomplete = new BitSet(rows);
    covariates.values().forEach(covariate -> incomplete.or(covariate.missing()));
  }

  /**
   * Starts a design.
   *
   * @param rows the number of rows, such as hips
   * @return a builder without covariates
   * @throws IllegalArgumentException if there is no row
   */
  public static Builder ofRows(int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("rows [count] must be 1 or more, but were " + rows);
    }
    return new Builder(rows);
  }

  /**
   * Starts a design of other rows with the factor levels and the knots of a fitted one, as a
   * prediction needs it: a level without rows keeps its column.
   *
   * @param fitted the design of a model
   * @param rows the number of rows
   * @return a builder to which the same covariates are to be added
   * @throws IllegalArgumentException if there is no row
   */
  public static Builder like(Covariates fitted, int rows) {
    Objects.requireNonNull(fitted, "fitted");
    Builder builder = ofRows(rows);
    builder.fitted.putAll(fitted.covariates);
    return builder;
  }

  /**
   * Returns the number of rows, complete or not.
   *
   * @return the number of rows
   */
  public int rows() {
    return rows;
  }

  /**
   * Counts the rows in which no covariate is missing.
   *
   * @return the number of rows that a fit uses
   */
  public int completeRows() {
    return rows - incomplete.cardinality();
  }

  /**
   * Returns the names of the covariates in the order in which they were added.
   *
   * @return the names, interactions as {@code age:stage}
   */
  public List<String> names() {
    return List.copyOf(covariates.keySet());
  }

  /**
   * Returns the names of all columns, one for each coefficient.
   *
   * @return the terms in order
   */
  public List<String> terms() {
    return covariates.values().stream().flatMap(each -> each.terms().stream()).toList();
  }

  /**
   * Returns the names of the columns of one covariate.
   *
   * @param name a name of {@link #names()}
   * @return its terms
   * @throws IllegalArgumentException if there is no such covariate
   */
  public List<String> terms(String name) {
    return covariate(name).terms();
  }

  /**
   * Returns the levels of a factor.
   *
   * @param name a name of {@link #names()}
   * @return its levels, the reference first; empty for any other covariate
   * @throws IllegalArgumentException if there is no such covariate
   */
  public List<String> levels(String name) {
    return covariate(name).levels();
  }

  /**
   * Returns the knots of a spline.
   *
   * @param name a name of {@link #names()}
   * @return its knots in ascending order; empty for any other covariate
   * @throws IllegalArgumentException if there is no such covariate
   */
  public List<Double> knots(String name) {
    return covariate(name).knots();
  }

  /**
   * Counts the rows that miss each covariate.
   *
   * @return the number of rows by the name of the covariate, those without missing rows left out; a
   *     row that misses two covariates counts in both
   */
  public Map<String, Integer> missing() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    covariates.forEach((name, covariate) -> {
      if (!covariate.missing().isEmpty()) {
        counts.put(name, covariate.missing().cardinality());
      }
    });
    return Collections.unmodifiableMap(counts);
  }

  /**
   * Returns the design of some of the covariates, over the same rows.
   *
   * @param names names of {@link #names()}, in their new order
   * @return a design that leaves out the same rows as this one, so that fits can be compared
   * @throws IllegalArgumentException if there is no such covariate, or none is named
   */
  public Covariates only(List<String> names) {
    Covariates design = of(Objects.requireNonNull(names, "names"));
    design.incomplete.or(incomplete);
    return design;
  }

  /** The design of some of the covariates, over all rows in which these are known. */
  Covariates of(List<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("covariates [count] must be 1 or more, but were 0");
    }
    Map<String, Covariate> kept = new LinkedHashMap<>();
    names.forEach(name -> kept.put(name, covariate(name)));
    return new Covariates(rows, kept);
  }

  /**
   * Returns the design of some rows, each as often as it is named; factor levels and knots stay.
   *
   * @param chosen at least one row from 0, in their new order
   * @return the design of these rows
   * @throws IllegalArgumentException if no row is named, or there is no such row
   */
  public Covariates select(int... chosen) {
    Objects.requireNonNull(chosen, "chosen");
    if (chosen.length == 0) {
      throw new IllegalArgumentException("rows [count] must be 1 or more, but were 0");
    }
    Map<String, Covariate> kept = new LinkedHashMap<>();
    covariates.forEach((name, covariate) -> {
      BitSet missing = new BitSet(chosen.length);
      for (int i = 0; i < chosen.length; i++) {
        missing.set(i, !isComplete(chosen[i]) && covariate.missing().get(chosen[i]));
      }
      kept.put(name, covariate.select(chosen, missing));
    });
    Covariates design = new Covariates(chosen.length, kept);
    for (int i = 0; i < chosen.length; i++) {
      design.incomplete.set(i, incomplete.get(chosen[i]));
    }
    return design;
  }

  /** The number of the level that a factor has in a row, 0 for its reference. */
  int observedLevel(String factor, int row) {
    List<double[]> columns = covariate(factor).columns();
    return IntStream.range(0, columns.size())
        .filter(column -> columns.get(column)[row] == 1)
        .map(column -> column + 1)
        .findFirst()
        .orElse(0);
  }

  /** The same design with one level of a factor in every row, in its interactions too. */
  Covariates atLevel(String factor, String level) {
    Map<String, Covariate> changed = new LinkedHashMap<>(covariates);
    changed.put(factor, covariate(factor).constant(level, rows));
    changed.replaceAll((name, old) ->
        List.of(name.split(":", -1)).contains(factor) ? old.recomputed(name, changed) : old);
    Covariates design = new Covariates(rows, changed);
    design.incomplete.or(incomplete);
    return design;
  }

  /**
   * Tells whether a row misses no covariate.
   *
   * @param row a row from 0
   * @return true if a fit uses the row
   * @throws IllegalArgumentException if there is no such row
   */
  public boolean isComplete(int row) {
    if (row < 0 || row >= rows) {
      throw new IllegalArgumentException(
          "row [index] must lie in 0.." + (rows - 1) + ", but was " + row);
    }
    return !incomplete.get(row);
  }

  /** The complete rows in ascending order. */
  int[] complete() {
    IntStream all = IntStream.range(0, rows);
    return incomplete.isEmpty()
        ? all.toArray()
        : all.filter(row -> !incomplete.get(row)).toArray();
  }

  /** All columns in the order of {@link #terms()}. */
  double[][] columns() {
    return covariates.values().stream()
        .flatMap(covariate -> covariate.columns().stream())
        .toArray(double[][]::new);
  }

  private Covariate covariate(String name) {
    Covariate covariate = covariates.get(name);
    if (covariate == null) {
      throw new IllegalArgumentException(
          "covariate [name] must be one of " + names() + ", but was " + name);
    }
    return covariate;
  }

  @Override
  public String toString() {
    return "Covariates{" + rows + " rows, " + completeRows() + " complete, terms " + terms() + "}";
  }

  /**
   * Collects covariates, each for every row.
   *
   * @see Covariates
   */
  public static final class Builder {
    private final int rows;
    private final Map<String, Covariate> covariates = new LinkedHashMap<>();
    private final Map<String, Covariate> fitted = new LinkedHashMap<>();

    private Builder(int rows) {
      this.rows = rows;
    }

    /**
     * Adds a number that is known in every row.
     *
     * @param name its name, which must not be blank or hold {@code [}, {@code ]} or {@code :}
     * @param values a finite number for each row
     * @return this builder
     * @throws IllegalArgumentException if the name is taken or not allowed, the number of values is
     *     not that of rows, or a value is not finite
     */
    public Builder number(String name, double... values) {
      checkRows(name, values.length);
      return add(name, Covariate.number(name, values));
    }

    /**
     * Adds a number that may be missing.
     *
     * @param name its name
     * @param values a finite number, or nothing, for each row
     * @return this builder
     * @throws IllegalArgumentException as for {@link #number(String, double...)}
     */
    public Builder number(String name, List<OptionalDouble> values) {
      checkRows(name, values.size());
      return add(name, Covariate.number(name, values));
    }

    /**
     * Adds a number read from things such as hips.
     *
     * @param name its name
     * @param things the things in the order of the rows
     * @param reader tells the number of a thing, or nothing where it is missing
     * @param <T> the type of the things
     * @return this builder
     * @throws IllegalArgumentException as for {@link #number(String, double...)}
     */
    public <T> Builder number(String name, List<T> things, Function<T, OptionalDouble> reader) {
      return number(name, things.stream().map(reader).toList());
    }

    /**
     * Adds a factor whose levels come in the order of their first appearance.
     *
     * @param name its name
     * @param values a level for each row; the first row's is the reference
     * @return this builder
     * @throws IllegalArgumentException if the name is taken or not allowed, the number of values is
     *     not that of rows, or there are fewer than two levels
     */
    public Builder factor(String name, List<String> values) {
      return factor(name, values, List.copyOf(new LinkedHashSet<>(values)));
    }

    /**
     * Adds a factor with its levels.
     *
     * @param name its name
     * @param values a level for each row
     * @param levels the levels in order, the reference first; a level without rows is left out
     * @return this builder
     * @throws IllegalArgumentException as for {@link #factor(String, List)}, or if a value is not
     *     among the levels
     */
    public Builder factor(String name, List<String> values, List<String> levels) {
      return factor(name, values, Optional::of, levels);
    }

    /**
     * Adds a factor read from things such as hips.
     *
     * @param name its name
     * @param things the things in the order of the rows
     * @param reader tells the level of a thing, or nothing where it is missing
     * @param levels the levels in order, the reference first; a level without rows is left out
     * @param <T> the type of the things
     * @return this builder
     * @throws IllegalArgumentException as for {@link #factor(String, List, List)}
     */
    public <T> Builder factor(
        String name, List<T> things, Function<T, Optional<String>> reader, List<String> levels) {
      checkRows(name, things.size());
      List<Optional<String>> values = things.stream().map(reader).toList();
      Covariate known = fitted.get(name);
      return add(
          name,
          known == null
              ? Covariate.factor(name, values, levels)
              : Covariate.factorLike(known, name, values));
    }

    /**
     * Adds a restricted cubic spline with knots at Harrell's quantiles: 3 knots at the 10th, 50th
     * and 90th percentile, 4 at 5, 35, 65 and 95, 5 at 5, 27.5, 50, 72.5 and 95, 6 at 5, 23, 41,
     * 59, 77 and 95, 7 at 2.5, 18.33, 34.17, 50, 65.83, 81.67 and 97.5.
     *
     * @param name its name
     * @param values a finite number, or nothing, for each row
     * @param knots the number of knots, 3 to 7
     * @return this builder
     * @throws IllegalArgumentException as for {@link #number(String, double...)}, if there are
     *     fewer than 3 or more than 7 knots, or if two of the quantiles are equal
     * @see <a href="https://doi.org/10.1007/978-3-319-19425-7">Harrell FE. Regression Modeling
     *     Strategies. 2nd ed. Springer; 2015, section 2.4</a>
     */
    public Builder spline(String name, List<OptionalDouble> values, int knots) {
      double[] known = values.stream()
          .filter(OptionalDouble::isPresent)
          .mapToDouble(OptionalDouble::getAsDouble)
          .toArray();
      Covariate model = fitted.get(name);
      double[] places = model == null
          ? RestrictedCubicSpline.ofQuantiles(known, knots).knots()
          : model.knots().stream().mapToDouble(Double::doubleValue).toArray();
      return spline(name, values, places);
    }

    /**
     * Adds a restricted cubic spline with given knots.
     *
     * @param name its name
     * @param values a finite number, or nothing, for each row
     * @param knots 3 or more knots in ascending order
     * @return this builder
     * @throws IllegalArgumentException as for {@link #number(String, double...)}, or if the knots
     *     are fewer than 3 or do not ascend
     */
    public Builder spline(String name, List<OptionalDouble> values, double... knots) {
      checkRows(name, values.size());
      return add(name, Covariate.spline(name, values, knots));
    }

    /**
     * Adds the interaction of two covariates that were added before.
     *
     * @param first the name of a covariate
     * @param second the name of another
     * @return this builder
     * @throws IllegalArgumentException if one was not added, or the interaction was
     */
    public Builder interaction(String first, String second) {
      return put(first + ":" + second, Covariate.interaction(added(first), added(second)));
    }

    private Covariate added(String name) {
      Covariate covariate = covariates.get(name);
      if (covariate == null) {
        throw new IllegalArgumentException(
            "covariate [name] must be one of " + covariates.keySet() + ", but was " + name);
      }
      return covariate;
    }

    private void checkRows(String name, int values) {
      if (values != rows) {
        throw new IllegalArgumentException("values of covariate " + name
            + " [count] must be as many as rows, " + rows + ", but were " + values);
      }
    }

    private Builder add(String name, Covariate covariate) {
      if (name.isBlank() || name.matches(".*[\\[\\]:].*")) {
        throw new IllegalArgumentException(
            "covariate [name] must not be blank or hold [, ] or :, but was " + name);
      }
      return put(name, covariate);
    }

    private Builder put(String name, Covariate covariate) {
      if (covariates.putIfAbsent(name, covariate) != null) {
        throw new IllegalArgumentException(
            "covariate [name] must be new, but was added before: " + name);
      }
      return this;
    }

    /**
     * Returns the design.
     *
     * @return the covariates that were added
     * @throws IllegalArgumentException if there is none
     */
    public Covariates build() {
      if (covariates.isEmpty()) {
        throw new IllegalArgumentException("covariates [count] must be 1 or more, but were 0");
      }
      return new Covariates(rows, new LinkedHashMap<>(covariates));
    }
  }
}
