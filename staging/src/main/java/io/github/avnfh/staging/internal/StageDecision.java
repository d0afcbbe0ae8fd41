package io.github.avnfh.staging.internal;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.staging.PossibleStages;
import io.github.avnfh.staging.StagingResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Decides a stage from the highest down: the highest whose sign is present is the stage, and those
 * above it whose sign is open stay possible.
 *
 * @param <S> the stages of the system
 */
public final class StageDecision<S extends Enum<S> & Coded> {
  private final EnumSet<S> possible;
  private final EnumMap<S, Set<FindingField>> open;
  private final EnumSet<FindingField> missing = EnumSet.noneOf(FindingField.class);
  private final List<Reason> reasons = new ArrayList<>(3);
  private boolean met;

  /**
   * Starts with no stage looked at.
   *
   * @param stages the stages of the system
   */
  public StageDecision(Class<S> stages) {
    this.possible = EnumSet.noneOf(stages);
    this.open = new EnumMap<>(stages);
  }

  /**
   * Looks at the next lower stage.
   *
   * @param stage the stage
   * @param sign the sign that meets it
   * @param rule the rule that says so
   * @param inputs the inputs that meet it, in words
   * @return this decision
   */
  public StageDecision<S> next(S stage, ThreeValued sign, Rule rule, String inputs) {
    return next(stage, sign, rule, () -> inputs);
  }

  /**
   * Looks at the next lower stage, whose inputs are put in words only if its sign is present.
   *
   * @param stage the stage
   * @param sign the sign that meets it
   * @param rule the rule that says so
   * @param inputs the inputs that meet it, in words
   * @return this decision
   */
  public StageDecision<S> next(S stage, ThreeValued sign, Rule rule, Supplier<String> inputs) {
    if (met || sign.isAbsent()) {
      return this;
    }
    possible.add(stage);
    if (sign.isPresent()) {
      met = true;
      reasons.add(Reason.of(rule, inputs.get()));
      if (!open.isEmpty()) {
        // another sign of the same stage, still open above, has nothing left to settle
        open.remove(stage);
        open.values().forEach(missing::addAll);
      }
    } else {
      open.merge(stage, sign.open(), StageDecision::union);
    }
    return this;
  }

  /**
   * Ends with the lowest stage, assigned when no higher stage is met.
   *
   * @param stage the lowest stage
   * @param rule the rule that says so
   * @param inputs the inputs in words, which are a reason only where no stage above is open
   * @return this decision
   */
  public StageDecision<S> lowest(S stage, Rule rule, String inputs) {
    if (!met) {
      possible.add(stage);
      open.values().forEach(missing::addAll);
      if (possible.size() == 1) {
        reasons.add(Reason.of(rule, inputs));
      }
    }
    return this;
  }

  private static Set<FindingField> union(Set<FindingField> one, Set<FindingField> other) {
    Set<FindingField> both = EnumSet.copyOf(one);
    both.addAll(other);
    return both;
  }

  /**
   * Returns the stage as far as it is decided.
   *
   * @return the stage, or those that remain possible
   */
  public PossibleStages<S> stage() {
    return PossibleStages.among(possible);
  }

  /**
   * Returns the result for a system without grades.
   *
   * @param <G> the grades, of which there are none
   * @return the stage, its reasons and what is missing
   */
  public <G extends Enum<G> & Coded> StagingResult<S, G> result() {
    return result(GradeBands.Decision.<G>none());
  }

  /**
   * Returns the result with a grade that depends on the stage: what the grade lacks is missing only
   * where the stage is decided.
   *
   * @param <G> the grades of the system
   * @param grade the grade of the lowest possible stage
   * @return stage and grade, their reasons and what is missing
   */
  public <G extends Enum<G> & Coded> StagingResult<S, G> result(GradeBands.Decision<G> grade) {
    return possible.size() == 1
        ? resultOfBoth(grade)
        : resultOfBoth(new GradeBands.Decision<>(grade.grade(), grade.reasons(), Set.of()));
  }

  /**
   * Returns the result with a grade that does not depend on the stage: what either lacks is
   * missing.
   *
   * @param <G> the grades of the system
   * @param grade the grade
   * @return stage and grade, their reasons and what is missing
   */
  public <G extends Enum<G> & Coded> StagingResult<S, G> resultOfBoth(
      GradeBands.Decision<G> grade) {
    Set<FindingField> columns = EnumSet.copyOf(missing);
    columns.addAll(grade.missing());
    return StagingResult.of(
        stage(),
        grade.grade(),
        Stream.concat(reasons.stream(), grade.reasons().stream()).toList(),
        FindingField.labels(columns));
  }
}
