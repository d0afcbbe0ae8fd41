package io.github.avnfh.scoring;

import io.github.avnfh.core.Coded;

/**
 * One answer to an item of an instrument, with the points that it carries.
 *
 * <p>The level is what is recorded. Points do not lead back to a level, because two levels of one
 * item may carry the same points.
 *
 * <pre>{@code
 * AnswerOption limp = HarrisAnswer.Limp.SLIGHT;
 * limp.code();   // slight
 * limp.points(); // 8
 * }</pre>
 */
public interface AnswerOption extends Coded {

  /**
   * Returns the points that the level carries.
   *
   * @return the points, 0 or more
   */
  int points();
}
