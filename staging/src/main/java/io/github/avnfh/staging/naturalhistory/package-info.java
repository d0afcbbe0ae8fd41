/**
 * What became of other hips: figures as they were published, each with its population and source.
 *
 * <p>{@link io.github.avnfh.staging.naturalhistory.PublishedOutcomes} gives
 * {@link io.github.avnfh.staging.naturalhistory.PublishedOutcome figures} by the class of a lesion:
 * of how many hips of that type, grade or risk group, how many collapsed or were operated on, in
 * whom and after how long. Counts are kept where they were printed, and a percentage without its
 * counts stays one.
 *
 * <p>They are context for a reader and neither a prognosis for a hip nor advice: populations are
 * small, and some were treated. Nothing is pooled.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.staging.naturalhistory;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
