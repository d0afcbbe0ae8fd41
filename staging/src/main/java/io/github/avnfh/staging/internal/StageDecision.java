package io.github.avnfh.staging.internal;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.staging.PossibleStages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Stages from the highest down, of which the highest that is met wins; stages above it that are
 * open stay possible.
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
   * Starts above the highest stage.
   *
   * @param stages the stages of the system
   */
  public StageDecision(Class<S> stages) {
    this.possible = EnumSet.noneOf(stages);
    this.open = new EnumMap<>(stages);
  }

  /**
   * Goes one stage down.
   *
   * @param stage the stage
   * @param sign the sign that meets it
   * @param rule the rule that says so
   * @param inputs the inputs that meet it, in words
   * @return this ladder
   */
  public StageDecision<S> step(S stage, ThreeValued sign, Rule rule, String inputs) {
    return step(stage, sign, rule, () -> inputs);
  }

  /**
   * Goes one stage down, where the inputs are put in words only if they meet the stage.
   *
   * @param stage the stage
   * @param sign the sign that meets it
   * @param rule the rule that says so
   * @param inputs the inputs that meet it, in words
   * @return this ladder
   */
  public StageDecision<S> step(S stage, ThreeValued sign, Rule rule, Supplier<String> inputs) {
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
   * Adds a reason that belongs to the stage or its grade.
   *
   * @param rule the rule that was met
   * @param inputs the inputs that met it, in words
   */
  public void because(Rule rule, String inputs) {
    reasons.add(Reason.of(rule, inputs));
  }

  /**
   * Goes to the ground, where a hip stands that has no sign of any stage above.
   *
   * @param stage the lowest stage
   * @param rule the rule that says so
   * @param inputs the inputs in words, which are a reason only where no stage above is open
   * @return this ladder
   */
  public StageDecision<S> otherwise(S stage, Rule rule, String inputs) {
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
   * Adds columns that would narrow the grade, which matters once the stage is decided.
   *
   * @param columns the columns
   */
  public void lacksForGrade(Set<FindingField> columns) {
    if (possible.size() == 1) {
      lacks(columns);
    }
  }

  /**
   * Adds columns that would narrow the answer.
   *
   * @param columns the columns
   */
  public void lacks(Set<FindingField> columns) {
    missing.addAll(columns);
  }

  /**
   * Returns the stage as far as it is decided.
   *
   * @return the level
   */
  public PossibleStages<S> level() {
    return PossibleStages.among(possible);
  }

  /**
   * Returns the reasons in the order in which they were found.
   *
   * @return the reasons
   */
  public List<Reason> reasons() {
    return reasons;
  }

  /**
   * Returns the names of the columns that are missing.
   *
   * @return the names in the order of the input
   */
  public List<String> missing() {
    return FindingField.labels(missing);
  }
}
