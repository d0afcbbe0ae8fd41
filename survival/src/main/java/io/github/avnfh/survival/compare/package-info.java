/**
 * Comparing groups: tests whether survival differs between them.
 *
 * <p>{@link io.github.avnfh.survival.compare.LogRank} with a
 * {@link io.github.avnfh.survival.compare.Weighting} gives a
 * {@link io.github.avnfh.survival.compare.LogRankResult}, in which "no test possible" is an answer.
 * {@link io.github.avnfh.survival.compare.Trend} asks whether ordered groups differ in their order,
 * {@link io.github.avnfh.survival.compare.Pairwise} which of several differ, and
 * {@link io.github.avnfh.survival.compare.PermutationTest} serves small groups.
 * {@link io.github.avnfh.survival.compare.FixedTime} compares survival at one time, and
 * {@link io.github.avnfh.survival.compare.CurveContrast} gives differences of survival and of
 * restricted means, also where the hips of one patient lie in both groups.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.survival.compare;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
