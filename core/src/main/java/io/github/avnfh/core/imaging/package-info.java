/**
 * Findings on images, as they were read: what is there, what is not, what was not looked for.
 *
 * <p>{@link io.github.avnfh.core.imaging.Findings} hold the findings of one hip at one moment. The
 * words are those of all staging systems together: the lesion on MRI and its extent in percent of
 * the head, sclerosis or cysts, the crescent (the line under the cartilage where the bone has
 * broken), flattening of the head and its depth in millimeters, narrowing of the joint space,
 * changes of the acetabulum, edema. Each sign has a {@link io.github.avnfh.core.imaging.Presence}
 * of its own, because "absent" is a finding and "not assessed" is not. Where the lesion lies is
 * told by {@link io.github.avnfh.core.imaging.LesionLocation} or by the
 * {@link io.github.avnfh.core.imaging.Pillars} of the head with their
 * {@link io.github.avnfh.core.imaging.Involvement}.
 *
 * <p>An {@link io.github.avnfh.core.imaging.ImageReading} says who read the findings, when, on
 * which {@link io.github.avnfh.core.imaging.Modality} and from which
 * {@link io.github.avnfh.core.imaging.View}; two readers of the same films give two examinations,
 * and a consensus is a reading of its own. Start from the findings.
 *
 * <p>A stage is not a finding: it is a reading of findings, and the staging systems live in another
 * module. Whether two findings can be true of one hip is asked by
 * {@link io.github.avnfh.core.imaging.Findings#contradictions()}, and what changed between two
 * examinations is no business of this package either.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.imaging;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
