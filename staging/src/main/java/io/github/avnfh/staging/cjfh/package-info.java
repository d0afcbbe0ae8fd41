/**
 * The classification of the China-Japan Friendship Hospital:
 * {@link io.github.avnfh.staging.cjfh.CjfhType} goes by the pillars of the femoral head that a
 * lesion takes in.
 *
 * <p>On the middle coronal slice of MRI the head is divided into a medial, a central and a lateral
 * pillar. The lateral one makes the difference: M and C leave it alone, L1 spares a part of it, L2
 * and L3 take it all in. The pillars are recorded as {@link io.github.avnfh.core.imaging.Pillars}.
 *
 * <p>It is a type of lesion and no stage. A lesion that no printed definition names has no type
 * here; none is made up for it.
 */
@NullMarked
package io.github.avnfh.staging.cjfh;

import org.jspecify.annotations.NullMarked;
