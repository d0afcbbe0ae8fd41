/**
 * Time to event for hips: how long each was followed, what ended it, and what proportion of them
 * escaped the event for how long.
 *
 * <p>{@link io.github.avnfh.survival.Endpoint} turns hips into
 * {@link io.github.avnfh.survival.FollowUp}, columns of primitives, through a
 * {@link io.github.avnfh.survival.FollowUpBuilder}; start from the endpoint. A hip that was not
 * replaced by its last visit is censored: it lasted at least so long.
 * {@link io.github.avnfh.survival.EventCoding} reads a column of codes as
 * {@link io.github.avnfh.survival.EventStatus outcomes}; {@link io.github.avnfh.survival.DayCount}
 * lines add up to mergeable {@link io.github.avnfh.survival.EventCounts}.
 *
 * <p>{@link io.github.avnfh.survival.KaplanMeier} estimates a
 * {@link io.github.avnfh.survival.SurvivalCurve} for each group
 * ({@link io.github.avnfh.survival.KaplanMeierEstimate}): at each event the proportion of those
 * still at risk that had it is taken off. The curve holds
 * {@link io.github.avnfh.survival.SurvivalCurve.Step steps} and answers for a time
 * ({@link io.github.avnfh.survival.SurvivalCurve.SurvivalAtTime}), a
 * {@link io.github.avnfh.survival.SurvivalCurve.QuantileEstimate quantile} or a
 * {@link io.github.avnfh.survival.RestrictedMean restricted mean}, and tells how many were still
 * {@link io.github.avnfh.survival.SurvivalCurve.RiskCount at risk}. An
 * {@link io.github.avnfh.survival.SurvivalEstimate} has limits of a named
 * {@link io.github.avnfh.survival.IntervalType} and says by which
 * {@link io.github.avnfh.survival.LimitMethod} they were made.
 * {@link io.github.avnfh.survival.CurveCovariance} holds the covariance of groups that share
 * patients. {@link io.github.avnfh.survival.NelsonAalen} gives a
 * {@link io.github.avnfh.survival.HazardCurve} of
 * {@link io.github.avnfh.survival.HazardCurve.HazardEstimate cumulative hazards}.
 *
 * <p>Two hips of one patient are not two independent hips: with the patient as cluster the standard
 * errors are robust, and the naive ones are given too. Reported as such are a time beyond
 * follow-up, a quantile that is not reached, a standard error that is not estimable. What is said
 * of a time does not depend on what happened after it. Limits hold with few patients: before the
 * first event they are exact, with clusters the {@link io.github.avnfh.survival.CriticalValue} is
 * that of t, and restricted means are limited on the
 * {@link io.github.avnfh.survival.RestrictedMeanScale scale} of the logarithm of the time lost. The
 * limits of R are options with the names that R gives them.
 *
 * <p>Tests live in {@link io.github.avnfh.survival.compare}, events found at visits in
 * {@link io.github.avnfh.survival.interval}, events that compete in
 * {@link io.github.avnfh.survival.competing}, the figure in
 * {@link io.github.avnfh.survival.figure}, printed curves in
 * {@link io.github.avnfh.survival.published}, studies in {@link io.github.avnfh.survival.pooled},
 * models in {@link io.github.avnfh.survival.regression}. Not a medical device: the numbers describe
 * data of a study and recommend nothing.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.survival;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
