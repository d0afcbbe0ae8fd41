/**
 * Results of several studies pooled: proportions, means, and survival at a fixed time.
 *
 * <p>A {@link io.github.avnfh.survival.pooled.PooledStudy} is what one study printed, on the
 * {@link io.github.avnfh.survival.pooled.PooledScale} on which it is pooled; start there. Hips and
 * patients are told apart by their {@link io.github.avnfh.survival.pooled.CountedUnit} and are
 * never pooled with each other: 9 of 15 hips is not 9 of 15 patients.
 *
 * <p>{@link io.github.avnfh.survival.pooled.RandomEffects} pools estimates with their standard
 * errors, {@link io.github.avnfh.survival.pooled.BinomialNormal} pools counts by their exact
 * likelihood and is the one for rare events. Both give a
 * {@link io.github.avnfh.survival.pooled.PooledEstimate} with its limits, how much the studies
 * differ, and where the result of a further study is to be expected.
 *
 * <p>A study that counts hips as independent has too small an error where patients bring two; the
 * error cannot be mended from its counts alone. Which studies belong together is not decided here.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.survival.pooled;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
