/**
 * Pain on a visual analog scale (VAS) and on the numeric rating scale of 0 to 10 (NRS-11).
 *
 * <p>On a VAS the patient marks a line of 10 cm, on an NRS names a number. They are different
 * instruments, and so are a VAS in centimeters and one in millimeters:
 * {@link io.github.avnfh.scoring.pain.PainScores} makes scores of each, and scores of different
 * instruments cannot meet. Start there.
 *
 * <p>No bounds for mild, moderate and severe pain are universal, so
 * {@link io.github.avnfh.scoring.pain.PainScheme} names whose they are when it gives a
 * {@link io.github.avnfh.scoring.pain.PainCategory}; the published thresholds for responders are in
 * {@link io.github.avnfh.scoring.pain.PainThresholds}, with their populations. Less is better on
 * all of them, so an improvement is positive where the number falls; changes are paired in
 * {@link io.github.avnfh.scoring.change}. Pain as an item of the Harris score is another word,
 * {@link io.github.avnfh.scoring.harris.HarrisAnswer.Pain}.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.pain;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
