/**
 * The Hip disability and Osteoarthritis Outcome Score, from item numbers: five subscales without a
 * total, and the short form for physical function.
 *
 * <p>{@link io.github.avnfh.scoring.hoos.HoosSubscale} scores symptoms, pain, daily living, sport
 * and quality of life, each 0 to 100 with 100 the best, under a named
 * {@link io.github.avnfh.scoring.hoos.HoosMissingRule}, since the rule for missing items was
 * changed after publication. Start there. A mean over the five would be a number that no source
 * defined, so there is none.
 *
 * <p>{@link io.github.avnfh.scoring.hoos.HoosPhysicalFunction} is five items with a table of
 * interval scores; it circulates in both directions, and allows no missing item. HOOS-JR is left
 * out: its table of interval scores could not be confirmed.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.hoos;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
