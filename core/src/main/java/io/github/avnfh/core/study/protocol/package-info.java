/**
 * A study protocol as data: whom it takes, what it does, and when it looks.
 *
 * <p>A {@link io.github.avnfh.core.study.protocol.Protocol} holds criteria
 * ({@link io.github.avnfh.core.study.protocol.EligibilityCriterion}, each answered by an
 * {@link io.github.avnfh.core.study.protocol.Answer}), a
 * {@link io.github.avnfh.core.study.protocol.VisitSchedule} of
 * {@link io.github.avnfh.core.study.protocol.PlannedVisit planned visits} with their
 * {@link io.github.avnfh.core.study.protocol.DayWindow windows},
 * {@link io.github.avnfh.core.study.protocol.PlannedInjection planned injections} and
 * {@link io.github.avnfh.core.study.protocol.Processing} with its
 * {@link io.github.avnfh.core.study.protocol.Limit limits}. Start from
 * {@link io.github.avnfh.core.study.protocol.StudyProtocol}, the protocol of the study from which
 * this library grew, or write another with {@code Protocol.builder()} or as a file for
 * {@link io.github.avnfh.core.study.protocol.ProtocolReader}.
 *
 * <p>A window is the span of days that counts as a visit: month 12 is due on day 365, and no one
 * comes on that day. Where a study printed no windows the caller declares them, so a schedule says
 * where its windows come from, and unpublished ones are named so. Visits that bear no planned
 * moment get one by {@link io.github.avnfh.core.study.protocol.VisitAssignment}. An inclusion
 * criterion must be met and an exclusion criterion must not; both are written here as what must
 * hold, and an unknown answer stays unknown.
 *
 * <p>How a cohort kept to a protocol is asked in {@link io.github.avnfh.core.study.adherence}. A
 * criterion says whom a study took; it recommends no treatment.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.study.protocol;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
