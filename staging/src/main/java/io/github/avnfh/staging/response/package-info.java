/**
 * What became of a hip on images: improved, stable or progressed, and why.
 *
 * <p>A {@link io.github.avnfh.staging.response.ResponseRule} is a named set of rules; it assesses a
 * hip with its examinations and answers a {@link io.github.avnfh.staging.response.Response}: one
 * {@link io.github.avnfh.staging.response.Outcome}, and an
 * {@link io.github.avnfh.staging.response.Observation} for each
 * {@link io.github.avnfh.staging.response.Change} that was looked for between two
 * {@link io.github.avnfh.staging.response.Occasion occasions}. A total hip arthroplasty is an event
 * beside the outcome and not an outcome. {@link io.github.avnfh.staging.response.TrialRules} holds
 * the rule sets of published studies. Readers who differ are reported for adjudication, never
 * averaged.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.staging.response;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
