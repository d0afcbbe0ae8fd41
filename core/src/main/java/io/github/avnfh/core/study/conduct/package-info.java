/**
 * How a cohort kept to a protocol: who was eligible, who took part until when, and what deviated.
 *
 * <p>{@link io.github.avnfh.core.study.conduct.Eligibility} answers every criterion for every
 * patient and hip, {@link io.github.avnfh.core.study.conduct.ParticipantFlow} counts who was
 * screened, excluded, enrolled, lost and analyzed,
 * {@link io.github.avnfh.core.study.conduct.Deviations} lists what was done otherwise than planned.
 * Everything is counted as a {@link io.github.avnfh.core.study.conduct.Headcount}: patients and
 * hips, never one for the other. Findings name criteria, timepoints and rules; whom they are about
 * can be asked and does not print.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.study.conduct;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
