/**
 * Events that compete: how many have the event while something else, such as a death, may come
 * first.
 *
 * <p>Who has died with the old hip will never have it replaced. To call that censoring pretends
 * that the hip could still fail, and overstates how many will; the proportion that is seen to fail
 * is the cumulative incidence. {@link io.github.avnfh.survival.competing.CompetingEndpoint} turns
 * hips into {@link io.github.avnfh.survival.competing.CompetingFollowUp}, and columns are taken by
 * {@link io.github.avnfh.survival.competing.CompetingFollowUpBuilder}; start there. Counts by
 * group, day and cause, which merge, are
 * {@link io.github.avnfh.survival.competing.CompetingCounts}.
 * {@link io.github.avnfh.survival.competing.CumulativeIncidence} estimates an
 * {@link io.github.avnfh.survival.competing.IncidenceCurve} for each group, which answers with
 * {@link io.github.avnfh.survival.competing.IncidenceStep steps} and their
 * {@link io.github.avnfh.survival.competing.Incidence incidences}: of the event, of what competes
 * with it, and the proportion free of both.
 *
 * <p>Which of two events came first is for the data to say; the event of interest and all others
 * are told apart by {@link io.github.avnfh.survival.EventStatus}. Where nothing competes, the
 * incidence is one minus the Kaplan-Meier estimate of {@link io.github.avnfh.survival.KaplanMeier}.
 * The incidences of two groups differ by an
 * {@link io.github.avnfh.survival.competing.IncidenceContrast}.
 * {@link io.github.avnfh.survival.competing.GrayTest} compares whole curves, and
 * {@link io.github.avnfh.survival.regression.FineGray} models them by covariates.
 *
 * <p>Where more than one event matters, a {@link io.github.avnfh.survival.competing.StateFollowUp}
 * holds the courses of hips through states, such as treated, collapsed, replaced and dead, and
 * {@link io.github.avnfh.survival.competing.AalenJohansen} estimates a
 * {@link io.github.avnfh.survival.competing.StateCurve} for each group: the probabilities of
 * states, the time spent in them and the hazards of moves.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.survival.competing;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
