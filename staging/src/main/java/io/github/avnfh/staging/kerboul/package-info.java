/**
 * The combined necrotic angle and what has been made of it.
 *
 * <p>Draw the arc that the lesion takes up around the center of the head, on two planes, and add
 * both angles: {@link io.github.avnfh.staging.kerboul.NecroticAngle}. Start there.
 * {@link io.github.avnfh.staging.kerboul.Kerboul1974} classes it on radiographs,
 * {@link io.github.avnfh.staging.kerboul.HaGrade} and
 * {@link io.github.avnfh.staging.kerboul.HaRisk} on the middle slices of MRI with other bounds; a
 * class is only as good as the plane and the slice on which its angle was taken.
 *
 * <p>The product of the same arcs is a separate index,
 * {@link io.github.avnfh.staging.lesion.NecrosisIndex}.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.staging.kerboul;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
