/**
 * How far readers agree on the same hips.
 *
 * <p>Words, such as stages, are held by {@link io.github.avnfh.staging.agreement.Ratings} and
 * compared by a {@link io.github.avnfh.staging.agreement.KappaMethod}; numbers, such as extents,
 * are held by {@link io.github.avnfh.staging.agreement.Measurements} and compared by an
 * {@link io.github.avnfh.staging.agreement.IccForm} or by
 * {@link io.github.avnfh.staging.agreement.BlandAltman}. Every
 * {@link io.github.avnfh.staging.agreement.Coefficient} says how many subjects it used and left
 * out, and by which convention its interval was made. A coefficient that is not defined, as when
 * every reading is the same word, is answered as such. Two hips of one patient are two subjects
 * here: intervals take subjects for independent.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.staging.agreement;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
