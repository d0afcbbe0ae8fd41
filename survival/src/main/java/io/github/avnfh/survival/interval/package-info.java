/**
 * Events that are found at visits, on a day that is not known: survival from intervals.
 *
 * <p>A head that was round at month 6 and flat at month 12 collapsed in between. Dating it to the
 * visit makes hips look better than they are, and more so the rarer the visits.
 * {@link io.github.avnfh.survival.interval.VisitEndpoint} turns hips into
 * {@link io.github.avnfh.survival.interval.IntervalFollowUp}, an
 * {@link io.github.avnfh.survival.interval.EventInterval} for each; start there. Counts by
 * interval, which merge, are {@link io.github.avnfh.survival.interval.IntervalCounts}.
 * {@link io.github.avnfh.survival.interval.Turnbull} estimates an
 * {@link io.github.avnfh.survival.interval.IntervalCurve} for each group. The curve knows how much
 * probability lies in which interval ({@link io.github.avnfh.survival.interval.IntervalMass}) and
 * not where inside, so that survival at a time is a
 * {@link io.github.avnfh.survival.interval.SurvivalRange}, from the lowest that the data allow to
 * the highest.
 *
 * <p>{@link io.github.avnfh.survival.interval.IntervalTest} compares groups, and
 * {@link io.github.avnfh.survival.regression.ParametricRegression} adjusts for covariates. The
 * curve has no limits. Events whose day is known, such as an arthroplasty, belong to
 * {@link io.github.avnfh.survival.KaplanMeier}.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.survival.interval;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
