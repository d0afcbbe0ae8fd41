/**
 * The combined necrotic angle and what has been made of it.
 *
 * <p>{@link io.github.avnfh.staging.kerboul.NecroticAngle} is the sum of two arcs;
 * {@link io.github.avnfh.staging.kerboul.Kerboul1974} classes it on radiographs,
 * {@link io.github.avnfh.staging.kerboul.HaGrade} and
 * {@link io.github.avnfh.staging.kerboul.HaRisk} on the middle slices of MRI.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.staging.kerboul;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
