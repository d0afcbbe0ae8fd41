/**
 * Clinical scores of the hip, and what they are used for.
 *
 * <p>A score turns answers and measurements into points. Each instrument has its own package:
 * {@link io.github.avnfh.scoring.harris}, {@link io.github.avnfh.scoring.pain},
 * {@link io.github.avnfh.scoring.merle}, {@link io.github.avnfh.scoring.ucla},
 * {@link io.github.avnfh.scoring.hoos}, {@link io.github.avnfh.scoring.oxford},
 * {@link io.github.avnfh.scoring.forgotten}, {@link io.github.avnfh.scoring.womac} and
 * {@link io.github.avnfh.scoring.satisfaction}. An item's answer is a
 * {@link io.github.avnfh.scoring.AnswerOption} where levels are published: the level is recorded,
 * its points follow. Where an owner asks for a {@link io.github.avnfh.scoring.License} the items
 * are numbers without text. Most studies of the hip start from
 * {@link io.github.avnfh.scoring.harris}.
 *
 * <p>What is done with scores afterwards has packages by topic:
 * {@link io.github.avnfh.scoring.change} pairs the scores of a hip and counts responders,
 * {@link io.github.avnfh.scoring.summary} describes the scores of many hips,
 * {@link io.github.avnfh.scoring.compare} tests means with the patient as a cluster,
 * {@link io.github.avnfh.scoring.proportion} bounds proportions and tests tables of counts, and
 * {@link io.github.avnfh.scoring.sensitivity} shows what an answer depends on.
 *
 * <p>Nothing is imputed. A score with an item missing has no total unless the instrument publishes
 * a rule for it. Not a medical device: no treatment is recommended here.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
