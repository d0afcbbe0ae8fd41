/**
 * The response of a hip on images: improved, stable or progressed, and why.
 *
 * <p>A {@link io.github.avnfh.staging.response.ResponseRule} is a named set of rules; it assesses a
 * hip with its examinations and answers a {@link io.github.avnfh.staging.response.ImagingResponse}:
 * one {@link io.github.avnfh.staging.response.ImagingResponse.Outcome}, and a
 * {@link io.github.avnfh.staging.response.ChangeFinding} for each
 * {@link io.github.avnfh.staging.response.ImagingChange} that was looked for between two visits.
 * Start from the rule. Progression is never one thing: a stage more, a crescent that was not there,
 * a head that sank by more than 2 mm, a lesion that grew. Which of them a study counts decides what
 * proportion of its hips was stable, so the rule is part of the result.
 *
 * <p>An outcome that the images cannot decide is not evaluable, which is an answer and not
 * "stable". Progression is found at a visit and happened before it:
 * {@link io.github.avnfh.staging.response.ImagingResponse.ProgressionInterval} holds the days
 * between which it lies. A total hip arthroplasty is reported apart from the outcome. Readers who
 * differ are reported for adjudication, never averaged.
 *
 * <p>{@link io.github.avnfh.staging.response.TrialRules} holds the rule sets of published studies.
 * Time to progression is estimated in the survival module, and agreement of readers in
 * {@link io.github.avnfh.staging.agreement}.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.staging.response;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
