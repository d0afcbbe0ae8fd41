/**
 * Findings on images, as they were read: what is there, what is not, what was not looked for.
 *
 * <p>{@link io.github.avnfh.core.imaging.Findings} hold the findings of one hip at one moment;
 * {@link io.github.avnfh.core.imaging.Examination} says who read them from which images, and from
 * which {@link io.github.avnfh.core.imaging.View view}. A stage is not a finding: it is a reading
 * of findings, and the staging systems live elsewhere.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.imaging;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
