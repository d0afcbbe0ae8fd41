/**
 * From a stage in one system to the stages that it can be in another.
 *
 * <p>Two systems cut the same disease in different places, so a stage in one is a set of stages in
 * the other. {@link io.github.avnfh.staging.crosswalk.Crosswalk} gives that set, each
 * {@link io.github.avnfh.staging.crosswalk.Counterpart} with its reasons: found by letting both
 * systems read the same example hips, and marked where the literature prints the two side by side.
 * A grade or a single finding, such as a depth, narrows the set. Start from
 * {@link io.github.avnfh.staging.crosswalk.Crosswalk#between Crosswalk.between}.
 *
 * <p>Where there are findings, stage them again instead: a stage knows less than what it was read
 * from. A crosswalk never picks one of several.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.staging.crosswalk;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
