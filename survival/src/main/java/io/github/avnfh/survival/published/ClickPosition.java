package io.github.avnfh.survival.published;

/**
 * Which end of a step a click marks.
 *
 * <p>A curve falls somewhere between two clicks of different height. Where a step is clicked once
 * only, it matters which of them is meant.
 *
 * @see CurveReconstruction
 */
public enum ClickPosition {
  /** Survival from the time of the click on: the curve falls at the later of the two clicks. */
  AFTER_DROP,

  /**
   * Survival up to the time of the click, the end of a level: the curve falls at the earlier of the
   * two clicks, and the last click may mark a fall, too.
   */
  BEFORE_DROP
}
