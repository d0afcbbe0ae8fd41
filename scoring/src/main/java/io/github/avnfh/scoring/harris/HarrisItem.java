package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Coded;

/**
 * Something that the form asks for: a question, a criterion of deformity, or a motion.
 *
 * <p>The code of an item is the name of its column in files.
 *
 * @see HarrisScore
 */
public sealed interface HarrisItem extends Coded
    permits HarrisQuestion, DeformityCriterion, Motion {

  /**
   * Returns the domain to which the item's points belong.
   *
   * @return the domain
   */
  HarrisDomain domain();
}
