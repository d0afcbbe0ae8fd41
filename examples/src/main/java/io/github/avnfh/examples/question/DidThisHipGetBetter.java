package io.github.avnfh.examples.question;

import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.evidence.Threshold;
import io.github.avnfh.scoring.change.Change;
import io.github.avnfh.scoring.change.StudyRules;
import io.github.avnfh.scoring.harris.HarrisThresholds;
import java.util.List;

/**
 * A hip rose from 58 to 88 points of the Harris Hip Score. Did it get better?
 *
 * <p>It depends on what one asks: a gain, or a state that patients call acceptable. Every threshold
 * names its population.
 *
 * <pre>{@code
 * 30.0 points better
 * reached: study threshold: improvement > 20.0 points (avascular necrosis of the femoral head, Steinberg I to III, cell injections)
 * not reached: PASS threshold: later score >= 89.0 points (976 patients, 1 year after total hip arthroplasty)
 * }</pre>
 */
public final class DidThisHipGetBetter {
  private DidThisHipGetBetter() {}

  /**
   * Prints the answer.
   *
   * @param none not read
   */
  public static void main(String... none) {
    Change change = Change.between(
        Score.of(Instruments.HARRIS_HIP_SCORE, 58), Score.of(Instruments.HARRIS_HIP_SCORE, 88));
    System.out.println(change.improvement() + " points better");
    for (Threshold threshold :
        List.of(StudyRules.MORE_THAN_20_POINTS, HarrisThresholds.GALEA_2020_1_YEAR)) {
      System.out.println(change.explain(threshold).answer() + ": " + threshold.text());
    }
  }
}
