/**
 * How well the intervals and tests hold, by simulation: cohorts of patients of whom some bring two
 * hips, drawn from a seed, with the truth known.
 *
 * <p>{@link io.github.avnfh.examples.validity.HipDesign} draws follow-up with dependent hips,
 * censoring and delayed entry, {@link io.github.avnfh.examples.validity.ScoreDesign} changes of
 * scores and yes-or-no outcomes, {@link io.github.avnfh.examples.validity.ReadingDesign} the
 * readings of several readers. Each can be used on its own, as for the size of a study.
 * {@link io.github.avnfh.examples.validity.ValidityCommand} runs the methods of the library over
 * all of them and writes VALIDITY.md.
 */
@NullMarked
package io.github.avnfh.examples.validity;

import org.jspecify.annotations.NullMarked;
