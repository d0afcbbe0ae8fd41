/**
 * Events that are found at visits, and of which nobody knows the day: survival from intervals.
 *
 * <p>{@link io.github.avnfh.survival.interval.VisitEndpoint} turns hips into
 * {@link io.github.avnfh.survival.interval.IntervalFollowUp}, an
 * {@link io.github.avnfh.survival.interval.EventInterval} for each;
 * {@link io.github.avnfh.survival.interval.Turnbull} estimates an
 * {@link io.github.avnfh.survival.interval.IntervalCurve} for each group. The curve knows how much
 * probability lies in which interval ({@link io.github.avnfh.survival.interval.IntervalMass}) and
 * not where inside, so that survival at a time is a
 * {@link io.github.avnfh.survival.interval.SurvivalRange}.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.survival.interval;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
