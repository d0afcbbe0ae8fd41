/**
 * The osteoarthritis index of Western Ontario and McMaster Universities, from item numbers.
 *
 * <p>{@link io.github.avnfh.scoring.womac.WomacSubscale} sums pain, stiffness and function, each on
 * its own scale; more is worse. The subscales are not added up. A missing item has no sum: it is no
 * item without trouble.
 *
 * <p>The index is proprietary ({@link io.github.avnfh.scoring.License}); no text is kept here.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.womac;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
