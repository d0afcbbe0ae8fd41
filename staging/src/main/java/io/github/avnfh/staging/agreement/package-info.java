/**
 * How far readers agree on the same hips.
 *
 * <p>Words, such as stages, are held by {@link io.github.avnfh.staging.agreement.Ratings} and
 * compared by a {@link io.github.avnfh.staging.agreement.KappaMethod}; numbers, such as extents,
 * are held by {@link io.github.avnfh.staging.agreement.Measurements} and compared by an
 * {@link io.github.avnfh.staging.agreement.IccForm} or by
 * {@link io.github.avnfh.staging.agreement.BlandAltman}. Start from the ratings.
 *
 * <p>Two readers who both call nearly every hip stage II agree often by chance alone. Kappa is the
 * agreement beyond that chance, weighted where two stages apart is worse than one; where one word
 * is so frequent that little can be gained over chance, kappa is low though readers agree, and AC1
 * is meant for that. An intraclass correlation is the proportion of the variance that is between
 * hips, and its form says whether readers are exchangeable and whether one reading or the mean of
 * them will be used. The limits of agreement say in percent or millimeters how far two readings lie
 * apart, which is what a reader wants to know before believing a change of that size.
 *
 * <p>Every {@link io.github.avnfh.staging.agreement.Coefficient} says how many subjects it used and
 * left out, and by which convention its interval ({@link io.github.avnfh.staging.agreement.Limits})
 * was made. A coefficient that is not defined, as when every reading is the same word, is answered
 * as such. Two hips of one patient are two subjects of one patient, by
 * {@link io.github.avnfh.staging.agreement.Ratings#withPatients}: intervals take patients for
 * independent, by default and with their small number in mind. The intervals of the sources and of
 * the packages of R, which take every subject for independent, have a name too
 * ({@link io.github.avnfh.staging.agreement.AgreementInterval},
 * {@link io.github.avnfh.staging.agreement.AgreementLimits}).
 */
@DomainStyle
@NullMarked
package io.github.avnfh.staging.agreement;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
