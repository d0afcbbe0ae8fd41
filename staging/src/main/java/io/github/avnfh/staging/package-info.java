/**
 * The words that all staging systems share: a system, its reading of findings, and how far the
 * reading is decided.
 *
 * <p>A {@link io.github.avnfh.staging.StagingSystem} is a function of
 * {@link io.github.avnfh.core.imaging.Findings}. Its answer is a
 * {@link io.github.avnfh.staging.Reading}: the stage and the grade, each as a
 * {@link io.github.avnfh.staging.Level} that holds the words which the findings leave possible,
 * with the reasons, with the names of the findings that were not assessed and would narrow the
 * answer, and with the contradictions, if any. A further finding can only narrow a level, never
 * move it: nothing is guessed that a later look could take back.
 *
 * <p>Each system lives in a package of its own, and revisions that differ are different types. A
 * system without grades answers {@link io.github.avnfh.staging.Ungraded}.
 *
 * <p>Not a medical device: a stage is computed from what was recorded, and recommends nothing.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.staging;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
