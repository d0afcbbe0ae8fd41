/**
 * From a stage in one system to the stages that it can be in another.
 *
 * <p>Two systems cut the same disease in different places, so a stage in one is a set of stages in
 * the other. {@link io.github.avnfh.staging.crosswalk.Crosswalk} gives that set, each
 * {@link io.github.avnfh.staging.crosswalk.Counterpart} with its reasons. Where there are findings,
 * stage them again instead: a stage knows less than what it was read from.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.staging.crosswalk;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
