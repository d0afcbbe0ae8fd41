package io.github.avnfh.staging.internal;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.staging.PossibleStages;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Three grades by one measured extent: below a lower bound, from the lower to the upper bound, both
 * included, and above the upper bound.
 *
 * @param <G> the three grades in their order
 */
public final class GradeBands<G extends Enum<G> & Coded> {
  private final Class<G> grades;
  private final Quantity quantity;
  private final FindingField column;
  private final double low;
  private final double high;
  private final Rule rule;

  /**
   * Describes the bands of an extent.
   *
   * @param grades the three grades in their order
   * @param quantity what is measured
   * @param column the column of the record
   * @param low the lower bound of the middle grade, itself in it
   * @param high the upper bound of the middle grade, itself in it
   * @param rule the rule that says so
   */
  public GradeBands(
      Class<G> grades, Quantity quantity, FindingField column, double low, double high, Rule rule) {
    this.grades = grades;
    this.quantity = quantity;
    this.column = column;
    this.low = low;
    this.high = high;
    this.rule = rule;
  }

  /**
   * A grade as far as it is decided.
   *
   * @param <G> the grades of the system
   * @param grade the grade, or those that remain possible
   * @param reasons the rules that were met, with their inputs
   * @param missing the columns that would narrow the grade
   */
  public record Decision<G extends Enum<G> & Coded>(
      PossibleStages<G> grade, List<Reason> reasons, Set<FindingField> missing) {

    /**
     * Returns the decision for a stage that is not graded.
     *
     * @param <G> the grades of the system
     * @return no grade
     */
    public static <G extends Enum<G> & Coded> Decision<G> none() {
      return new Decision<>(PossibleStages.<G>none(), List.of(), Set.of());
    }
  }

  /**
   * Grades a measurement.
   *
   * @param value the measurement, if it was taken
   * @return the grade, or all of them
   */
  public Decision<G> grade(OptionalDouble value) {
    PossibleStages<G> grade = PossibleStages.among(possible(value));
    return new Decision<>(
        grade, reasons(value).toList(), grade.isOpen() ? missing(value) : Set.of());
  }

  /**
   * Grades two measurements, of which the higher grade counts.
   *
   * @param <G> the three grades in their order
   * @param one the first bands
   * @param first their measurement, if it was taken
   * @param other the second bands
   * @param second their measurement, if it was taken
   * @return the grade, or those that remain possible
   */
  public static <G extends Enum<G> & Coded> Decision<G> higher(
      GradeBands<G> one, OptionalDouble first, GradeBands<G> other, OptionalDouble second) {
    PossibleStages<G> grade =
        PossibleStages.among(one.higher(one.possible(first), other.possible(second)));
    Set<FindingField> missing = EnumSet.noneOf(FindingField.class);
    if (grade.isOpen()) {
      missing.addAll(one.missing(first));
      missing.addAll(other.missing(second));
    }
    return new Decision<>(
        grade,
        Stream.concat(one.reasons(first), other.reasons(second)).toList(),
        Collections.unmodifiableSet(missing));
  }

  private Set<G> higher(List<G> one, List<G> other) {
    Set<G> higher = EnumSet.noneOf(grades);
    one.forEach(a -> other.forEach(b -> higher.add(a.compareTo(b) >= 0 ? a : b)));
    return higher;
  }

  /** The grade of the measurement; all three without one. */
  private List<G> possible(OptionalDouble value) {
    G[] all = grades.getEnumConstants();
    return value.isPresent() ? List.of(all[band(value.getAsDouble())]) : Arrays.asList(all);
  }

  private int band(double value) {
    if (value < low) {
      return 0;
    }
    return value <= high ? 1 : 2;
  }

  private Stream<Reason> reasons(OptionalDouble value) {
    return value.isPresent()
        ? Stream.of(
            Reason.of(rule, quantity.name() + " " + value.getAsDouble() + " " + quantity.unit()))
        : Stream.empty();
  }

  private Set<FindingField> missing(OptionalDouble value) {
    return value.isPresent() ? Set.of() : Set.of(column);
  }
}
