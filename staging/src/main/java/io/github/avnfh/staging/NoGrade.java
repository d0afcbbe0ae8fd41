package io.github.avnfh.staging;

import io.github.avnfh.core.Coded;

/**
 * The grade of a system that knows none: there is no such word.
 *
 * <pre>{@code
 * StagingResult<FicatStage, NoGrade> reading =
 *     Ficat.MERGED.read(Findings.builder().jointSpaceNarrowing(Presence.PRESENT).build());
 * reading.stage().text();    // IV
 * reading.grade().decided(); // Optional.empty
 * }</pre>
 */
public enum NoGrade implements Coded {
  ;

  @Override
  public String code() {
    throw new AssertionError("a system without grades has no code for one");
  }
}
