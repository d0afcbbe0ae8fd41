/**
 * The Hip disability and Osteoarthritis Outcome Score, from item numbers: five subscales without a
 * total, and the short form for physical function.
 *
 * <p>{@link io.github.avnfh.scoring.hoos.HoosSubscale} scores items under a named
 * {@link io.github.avnfh.scoring.hoos.HoosMissingRule};
 * {@link io.github.avnfh.scoring.hoos.HoosPhysicalFunction} allows no missing item. HOOS-JR is left
 * out: its table of interval scores could not be confirmed.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.hoos;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
