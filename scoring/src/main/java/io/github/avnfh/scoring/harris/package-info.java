/**
 * The Harris Hip Score, from its items.
 *
 * <p>A {@link io.github.avnfh.scoring.harris.HarrisForm} records what was asked and measured on one
 * hip, with every item optional: eight questions
 * ({@link io.github.avnfh.scoring.harris.HarrisItem.Question}) answered by levels such as
 * {@link io.github.avnfh.scoring.harris.HarrisAnswer.Pain},
 * {@link io.github.avnfh.scoring.harris.HarrisAnswer.Limp} or
 * {@link io.github.avnfh.scoring.harris.HarrisAnswer.WalkingDistance}, the four criteria of
 * {@link io.github.avnfh.scoring.harris.Deformity}, and the five motions of
 * {@link io.github.avnfh.scoring.harris.RangeOfMotion}. The form is scored under a named
 * {@link io.github.avnfh.scoring.harris.RangeOfMotionMethod}, which is part of the result, the
 * {@link io.github.avnfh.scoring.harris.HarrisScore}. Start from the form.
 *
 * <p>Of 100 points pain gives up to 44, function 47, deformity 4 and range of motion 5
 * ({@link io.github.avnfh.scoring.harris.HarrisItem.Domain}): a surgeon's score, in which relief of
 * pain and walking weigh most and a stiff hip loses little.
 * {@link io.github.avnfh.scoring.harris.HarrisGrade} names 90 and more excellent, 80 good, 70 fair
 * and less poor. Those five points of motion are computed in several ways in print, and many
 * centers leave motion and deformity out and call the rest the modified score
 * ({@link io.github.avnfh.scoring.harris.ModifiedHarrisScore}, in three variants).
 * {@link io.github.avnfh.scoring.harris.VariantComparison} puts the variants side by side for one
 * form, so that a reader sees how much of a difference between two papers is only the formula.
 * {@link io.github.avnfh.scoring.harris.HarrisThresholds} holds published bounds with their
 * populations.
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
