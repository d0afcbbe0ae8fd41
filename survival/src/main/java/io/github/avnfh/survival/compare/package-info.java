/**
 * Comparing groups: tests whether survival differs between them.
 *
 * <p>{@link io.github.avnfh.survival.compare.LogRank} with a
 * {@link io.github.avnfh.survival.compare.Weighting} gives a
 * {@link io.github.avnfh.survival.compare.LogRankResult}, in which "no test possible" is an answer.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.survival.compare;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
