/**
 * Pain on a visual analog scale (VAS) and on the numeric rating scale of 0 to 10 (NRS-11).
 *
 * <p>They are different instruments, and so are a VAS in centimeters and one in millimeters:
 * {@link io.github.avnfh.scoring.pain.PainScores} makes scores of each, and scores of different
 * instruments cannot meet. No bounds for mild, moderate and severe pain are universal, so
 * {@link io.github.avnfh.scoring.pain.PainScheme} names whose they are; the published thresholds
 * for responders are in {@link io.github.avnfh.scoring.pain.PainThresholds}, with their
 * populations.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.pain;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
