/**
 * The Harris Hip Score, from its items.
 *
 * <p>A {@link io.github.avnfh.scoring.harris.HarrisForm} records what was asked and measured on one
 * hip, with every item optional: eight questions answered by levels such as
 * {@link io.github.avnfh.scoring.harris.Pain}, the four criteria of
 * {@link io.github.avnfh.scoring.harris.Deformity}, and the five motions of
 * {@link io.github.avnfh.scoring.harris.RangeOfMotion}. The form is scored under a named
 * {@link io.github.avnfh.scoring.harris.RangeOfMotionMethod}, which is part of the result, the
 * {@link io.github.avnfh.scoring.harris.HarrisScore}.
 *
 * <p>Points and structure are implemented; the wording of 1969 is not reproduced. All words for
 * items and levels are paraphrases.
 *
 * @see <a href="https://doi.org/10.2106/00004623-196951040-00012">Harris WH. Traumatic arthritis of
 *     the hip after dislocation and acetabular fractures: treatment by mold arthroplasty. An
 *     end-result study using a new method of result evaluation. J Bone Joint Surg Am
 *     1969;51-A(4):737-55</a>
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
