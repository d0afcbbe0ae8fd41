/**
 * The osteoarthritis index of Western Ontario and McMaster Universities, from item numbers. It is
 * proprietary; no text is kept here.
 *
 * <p>See {@link io.github.avnfh.scoring.womac.WomacSubscale}.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.womac;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
