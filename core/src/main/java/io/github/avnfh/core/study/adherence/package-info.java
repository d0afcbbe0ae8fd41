/**
 * How a cohort kept to a protocol: who was eligible, who took part until when, and what deviated.
 *
 * <p>{@link io.github.avnfh.core.study.adherence.Eligibility} answers every criterion for every
 * patient ({@link io.github.avnfh.core.study.adherence.Eligibility.PatientEligibility}) and hip
 * ({@link io.github.avnfh.core.study.adherence.Eligibility.HipEligibility}); one answer is a
 * {@link io.github.avnfh.core.study.adherence.Eligibility.CriterionResult}, and what was not
 * recorded is unknown rather than met. {@link io.github.avnfh.core.study.adherence.ParticipantFlow}
 * counts who was screened, excluded and for which
 * {@link io.github.avnfh.core.study.adherence.ParticipantFlow.ExclusionReason reason}, enrolled,
 * lost, replaced, and analyzed at each visit
 * ({@link io.github.avnfh.core.study.adherence.ParticipantFlow.VisitFlow}): the numbers of a flow
 * diagram. {@link io.github.avnfh.core.study.adherence.Deviations} lists what was done otherwise
 * than planned, one {@link io.github.avnfh.core.study.adherence.Deviation} each. Start from the
 * flow.
 *
 * <p>Everything is counted as a {@link io.github.avnfh.core.study.adherence.ParticipantCount}:
 * patients and hips, never one for the other. A deviation is a difference between plan and record;
 * it is no fault, and often what is missing is only the record. Findings name criteria, timepoints
 * and rules; whom they are about can be asked and does not print.
 *
 * <p>The protocol itself is in {@link io.github.avnfh.core.study.protocol}. What became of the hips
 * is asked elsewhere.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.study.adherence;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
