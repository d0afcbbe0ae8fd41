/**
 * The score of Merle d'Aubigné and Postel: pain, walking and mobility, 0 to 6 points each.
 *
 * <p>{@link io.github.avnfh.scoring.merle.MerleScore} holds the three levels as they were judged,
 * with the {@link io.github.avnfh.scoring.merle.CharnleyClass} of the patient beside them: whether
 * the other hip, or something else, limits walking as well. That class is the reason why points for
 * walking mean different things in different patients.
 * {@link io.github.avnfh.scoring.merle.MerleGrade} names the sum.
 *
 * <p>Mobility is not computed from degrees, because the published bounds overlap; the level is
 * recorded.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.merle;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
