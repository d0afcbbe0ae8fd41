/**
 * The Oxford Hip Score, from item numbers: twelve answers of a patient about pain and function, 0
 * to 48 points.
 *
 * <p>{@link io.github.avnfh.scoring.oxford.OxfordHipScore} sums them so that more is better. The
 * same twelve items were first summed from 12 to 60, where more is worse, and papers of both kinds
 * are around: a total without its scale says nothing, and the older one is converted by name. What
 * becomes of missing items is named as well.
 *
 * <p>Its owner asks for a license ({@link io.github.avnfh.scoring.License}); no text is kept here.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.oxford;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
