package io.github.avnfh.staging.internal;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.staging.PossibleStages;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A grade in three bands of one extent, with the rule that says so.
 *
 * @param <G> the three grades in their order
 */
public final class Grading<G extends Enum<G> & Coded> {
  private final Class<G> grades;
  private final Extent extent;
  private final Rule rule;

  /**
   * Describes a grade.
   *
   * @param grades the three grades in their order
   * @param extent the extent and its bands
   * @param rule the rule that says so
   */
  public Grading(Class<G> grades, Extent extent, Rule rule) {
    this.grades = grades;
    this.extent = extent;
    this.rule = rule;
  }

  /**
   * Grades a measurement.
   *
   * @param value the measurement, if it was taken
   * @param ladder takes the reason, or what is missing
   * @return the grade, or all of them
   */
  public PossibleStages<G> grade(OptionalDouble value, StageDecision<?> ladder) {
    explain(value, ladder);
    return graded(PossibleStages.among(extent.grades(grades, value)), value, ladder);
  }

  /**
   * Grades two measurements, of which the higher grade counts.
   *
   * @param <G> the three grades in their order
   * @param one the first grade
   * @param first its measurement, if it was taken
   * @param other the second grade
   * @param second its measurement, if it was taken
   * @param ladder takes the reasons, or what is missing
   * @return the grade, or those that remain possible
   */
  public static <G extends Enum<G> & Coded> PossibleStages<G> higher(
      Grading<G> one,
      OptionalDouble first,
      Grading<G> other,
      OptionalDouble second,
      StageDecision<?> ladder) {
    one.explain(first, ladder);
    other.explain(second, ladder);
    PossibleStages<G> grade = PossibleStages.among(one.higher(
        one.extent.grades(one.grades, first), other.extent.grades(other.grades, second)));
    one.graded(grade, first, ladder);
    return other.graded(grade, second, ladder);
  }

  private Set<G> higher(List<G> one, List<G> other) {
    Set<G> higher = EnumSet.noneOf(grades);
    one.forEach(a -> other.forEach(b -> higher.add(a.compareTo(b) >= 0 ? a : b)));
    return higher;
  }

  private void explain(OptionalDouble value, StageDecision<?> ladder) {
    value.ifPresent(measured -> ladder.because(rule, extent.words(measured)));
  }

  private PossibleStages<G> graded(
      PossibleStages<G> grade, OptionalDouble value, StageDecision<?> ladder) {
    if (grade.isOpen() && value.isEmpty()) {
      ladder.lacksForGrade(Set.of(extent.column()));
    }
    return grade;
  }
}
