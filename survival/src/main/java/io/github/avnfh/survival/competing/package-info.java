/**
 * Events that compete: how many have the event while something else, such as a death, may come
 * first.
 *
 * <p>{@link io.github.avnfh.survival.competing.CompetingEndpoint} turns hips into
 * {@link io.github.avnfh.survival.competing.CompetingFollowUp};
 * {@link io.github.avnfh.survival.competing.CumulativeIncidence} estimates an
 * {@link io.github.avnfh.survival.competing.IncidenceCurve} for each group, which answers with
 * {@link io.github.avnfh.survival.competing.IncidenceStep}s and their
 * {@link io.github.avnfh.survival.competing.Incidence}s.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.survival.competing;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
