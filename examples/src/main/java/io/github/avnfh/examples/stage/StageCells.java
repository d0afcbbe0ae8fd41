package io.github.avnfh.examples.stage;

import io.github.avnfh.core.Coded;
import io.github.avnfh.staging.PossibleStages;
import io.github.avnfh.staging.StagingResult;
import java.util.List;

/** What the table says of one hip: its stage and grade as far as findings assert them, and why. */
final class StageCells {
  /** The word of a system for a hip that has no stage in it. */
  private static final String NO_STAGE = "none";

  private final String stage;
  private final String grade;
  private final List<String> reasons;
  private final List<String> missing;
  private final List<String> contradictions;

  private StageCells(
      String stage,
      String grade,
      List<String> reasons,
      List<String> missing,
      List<String> contradictions) {
    this.stage = stage;
    this.grade = grade;
    this.reasons = reasons;
    this.missing = missing;
    this.contradictions = contradictions;
  }

  static StageCells of(StagingResult<?, ?> reading) {
    return new StageCells(
        asserted(reading.stage()),
        asserted(reading.grade()),
        reading.reasons().stream().map(reason -> reason.rule().id()).toList(),
        reading.missing(),
        reading.contradictions());
  }

  static StageCells of(
      String stage, PossibleStages<?> grade, List<String> reasons, List<String> missing) {
    return new StageCells(stage, asserted(grade), reasons, missing, List.of());
  }

  static StageCells contradicted(List<String> contradictions) {
    return new StageCells("", "", List.of(), List.of(), contradictions);
  }

  private static String asserted(PossibleStages<?> level) {
    return level
        .asserted()
        .map(Coded::code)
        .filter(code -> !code.equals(NO_STAGE))
        .orElse("");
  }

  String stage() {
    return stage;
  }

  String grade() {
    return grade;
  }

  String reasons() {
    return String.join(";", reasons);
  }

  String missing() {
    return String.join(";", missing);
  }

  List<String> contradictions() {
    return contradictions;
  }
}
