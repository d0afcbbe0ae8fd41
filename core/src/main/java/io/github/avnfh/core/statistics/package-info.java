/**
 * What every statistic needs and no estimator is: exact decimals, sums that lose nothing,
 * distributions, and the adjustment of p values.
 *
 * <p>{@link io.github.avnfh.core.statistics.Decimals} computes with numbers as they were recorded:
 * differences, percentages, means and standard deviations of scores, degrees and millimeters, so
 * that a gain of exactly 20 points is 20 and not a little more. Start there.
 * {@link io.github.avnfh.core.statistics.CompensatedSum} adds numbers that were computed.
 * {@link io.github.avnfh.core.statistics.Distribution} gives tails and quantiles of the normal, t,
 * F, beta and chi-square distributions, to 13 digits in the far tails too.
 * {@link io.github.avnfh.core.statistics.PValueAdjustment} adjusts p values for multiple
 * comparisons, and {@link io.github.avnfh.core.statistics.ConfidenceLevel} checks the level of an
 * interval. {@link io.github.avnfh.core.statistics.RestrictedCubicSpline} turns a number into the
 * columns of a smooth curve for the regressions that use it.
 *
 * <p>Estimators and tests live in the modules that use these.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.statistics;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
