package io.github.avnfh.scoring.change;

import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.evidence.Boundary;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.evidence.Sources;
import io.github.avnfh.core.evidence.Threshold;

/**
 * Ways of telling responders that a study used, without a claim to clinical importance.
 *
 * <pre>{@code
 * Threshold rule = StudyRules.MORE_THAN_20_POINTS;
 * rule.isReachedBy(20); // false
 * rule.isReachedBy(21); // true
 * }</pre>
 */
public final class StudyRules {
  /**
   * A gain of more than 20 points of the Harris Hip Score; exactly 20 points are not enough.
   *
   * <p>The study from which this library grew counts hips that way. It is no minimal clinically
   * important difference, and none was found for osteonecrosis of the femoral head.
   */
  public static final Threshold MORE_THAN_20_POINTS = Threshold.builder()
      .rule(Rule.of(
          "HHS-GAIN-OVER-20",
          "1.0",
          "a hip responds if its Harris Hip Score rises by more than 20 points",
          Sources.STUDY))
      .instrument(Instruments.HARRIS_HIP_SCORE)
      .population("avascular necrosis of the femoral head, Steinberg I to III, cell injections")
      .kind(Threshold.Kind.STUDY)
      .measure(Threshold.Measure.IMPROVEMENT)
      .value(20)
      .cut(Boundary.STRICT)
      .build();

  private StudyRules() {}
}
