package io.github.avnfh.staging;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * What a staging system makes of findings: the stage, its grade, why, and what is missing.
 *
 * <p>A reading of findings that contradict each other holds the contradictions and neither stage
 * nor grade.
 *
 * @param <S> the stages of the system
 * @param <G> the grades of the system
 * @see io.github.avnfh.staging.steinberg.Steinberg
 */
@Value.Immutable
public sealed interface StagingResult<S extends Enum<S> & Coded, G extends Enum<G> & Coded>
    extends Explainable permits ImmutableStagingResult {

  /**
   * Returns the stage, as far as it is decided.
   *
   * @return the level of the stage
   */
  PossibleStages<S> stage();

  /**
   * Returns the grade, as far as it is decided.
   *
   * <p>The lowest possible stage is the one whose sign is present; findings that are missing can
   * only raise it, and its grade with it.
   *
   * @return the level of the grade within the lowest possible stage; none where that stage knows no
   *     grade
   */
  PossibleStages<G> grade();

  /**
   * Returns the rules that made the stage and the grade, the stage's first.
   *
   * @return a reason for each rule that was met
   */
  List<Reason> reasons();

  /**
   * Returns the findings that were not assessed and would narrow the stage or, once it is decided,
   * the grade.
   *
   * @return the names of columns, such as {@code depression_mm}, in the order of the input
   */
  List<String> missing();

  /**
   * Returns the findings that cannot both be true.
   *
   * @return a sentence for each contradiction, empty where there is none
   */
  List<String> contradictions();

  /**
   * Returns a reading of findings that agree.
   *
   * @param <S> the stages of the system
   * @param <G> the grades of the system
   * @param stage the stage, as far as it is decided
   * @param grade the grade, as far as it is decided
   * @param reasons the rules that made them
   * @param missing the names of the columns that would narrow them
   * @return the reading
   */
  static <S extends Enum<S> & Coded, G extends Enum<G> & Coded> StagingResult<S, G> of(
      PossibleStages<S> stage,
      PossibleStages<G> grade,
      List<Reason> reasons,
      List<String> missing) {
    return ImmutableStagingResult.<S, G>builder()
        .stage(stage)
        .grade(grade)
        .addAllReasons(reasons)
        .addAllMissing(missing)
        .build();
  }

  /**
   * Returns a reading of findings that contradict each other.
   *
   * @param <S> the stages of the system
   * @param <G> the grades of the system
   * @param contradictions a sentence for each contradiction
   * @return the reading, without stage and grade
   * @throws IllegalArgumentException if no contradiction is named, or one without a word
   */
  static <S extends Enum<S> & Coded, G extends Enum<G> & Coded> StagingResult<S, G> contradicted(
      List<String> contradictions) {
    Objects.requireNonNull(contradictions, "contradictions");
    if (contradictions.stream().anyMatch(each -> each != null && each.isBlank())) {
      throw new IllegalArgumentException(
          "contradiction of a reading [sentence] must have visible characters, but had none");
    }
    if (contradictions.isEmpty()) {
      throw new IllegalArgumentException(
          "contradictions of a reading that is contradicted [count] must be 1 or more, but was 0");
    }
    return ImmutableStagingResult.<S, G>builder()
        .stage(PossibleStages.none())
        .grade(PossibleStages.none())
        .addAllContradictions(contradictions)
        .build();
  }

  /**
   * Explains the reading.
   *
   * @return stage and grade in words, the rules that made them, and as obstacles the missing
   *     columns or the contradictions
   */
  @Override
  default Explanation explanation() {
    return Explanation.of(
        isContradicted()
            ? "contradictory findings"
            : words("stage", stage()) + words(", grade", grade()),
        reasons(),
        Stream.concat(missing().stream(), contradictions().stream()).toList());
  }

  private static String words(String what, PossibleStages<?> level) {
    String text = level.text();
    if (text.isEmpty()) {
      return what.startsWith(",") ? "" : "no " + what;
    }
    return what + " " + text;
  }

  /**
   * Tells whether the findings contradict each other.
   *
   * @return true if they were not staged for that reason
   */
  default boolean isContradicted() {
    return !contradictions().isEmpty();
  }
}
