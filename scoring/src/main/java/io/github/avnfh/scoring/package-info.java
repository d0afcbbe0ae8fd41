/**
 * Clinical scores of the hip, and what they are used for.
 *
 * <p>Each instrument has a package of its own, beginning with
 * {@link io.github.avnfh.scoring.harris}. An item's answer is a
 * {@link io.github.avnfh.scoring.Level}: the level is recorded, its points follow. What is done
 * with scores afterwards has packages by topic: {@link io.github.avnfh.scoring.change} pairs the
 * scores of a hip and counts responders, {@link io.github.avnfh.scoring.summary} describes the
 * scores of many hips.
 *
 * <p>Nothing is imputed. A score with an item missing has no total unless the instrument publishes
 * a rule for it. Not a medical device: no treatment is recommended here.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
