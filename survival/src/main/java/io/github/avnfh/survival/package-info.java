/**
 * Time to event for hips: how long each was followed, what ended it, and what share of them escaped
 * the event for how long.
 *
 * <p>{@link io.github.avnfh.survival.Endpoint} turns hips into
 * {@link io.github.avnfh.survival.FollowUp}, columns of primitives that may also come from anywhere
 * else; {@link io.github.avnfh.survival.EventCoding} reads a column of codes as
 * {@link io.github.avnfh.survival.Outcome}s, and {@link io.github.avnfh.survival.DayCount} lines
 * add up to mergeable {@link io.github.avnfh.survival.EventCounts}.
 * {@link io.github.avnfh.survival.KaplanMeier} estimates a
 * {@link io.github.avnfh.survival.SurvivalCurve} for each group; the curve holds
 * {@link io.github.avnfh.survival.Step steps} and answers for a time, a quantile or a restricted
 * mean; {@link io.github.avnfh.survival.CurveCovariance} says how the errors of groups that share
 * patients go together. {@link io.github.avnfh.survival.NelsonAalen} gives a
 * {@link io.github.avnfh.survival.HazardCurve} of {@link io.github.avnfh.survival.HazardEstimate}s.
 * Tests between groups live in {@link io.github.avnfh.survival.compare}, events that are found at
 * visits in {@link io.github.avnfh.survival.interval}, events that compete in
 * {@link io.github.avnfh.survival.competing}, the figure in
 * {@link io.github.avnfh.survival.figure}.
 *
 * <p>Two hips of one patient are not two independent hips: with the patient as cluster the standard
 * errors are robust, and the naive ones stand beside them. What cannot be said is said to be so: a
 * time beyond follow-up, a quantile that is not reached, a standard error that is not estimable.
 *
 * <p>Not a medical device: the numbers describe data of a study and recommend nothing.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.survival;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
