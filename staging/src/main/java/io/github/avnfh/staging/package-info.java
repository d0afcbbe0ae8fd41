/**
 * The words that all staging systems share: a system, its reading of findings, and how far the
 * reading is decided.
 *
 * <p>A {@link io.github.avnfh.staging.StagingSystem} is a function of
 * {@link io.github.avnfh.core.imaging.Findings findings}. Its answer is a
 * {@link io.github.avnfh.staging.StagingResult}: the stage and the grade, each as a
 * {@link io.github.avnfh.staging.PossibleStages} that holds the words which the findings leave
 * possible, with the reasons, with the names of the findings that were not assessed and would
 * narrow the answer, and with the contradictions, if any. A further finding can only narrow a
 * level, never move it: nothing is guessed that a later look could take back. Start from
 * {@link io.github.avnfh.staging.steinberg} or from the system in which the hips are to be
 * reported.
 *
 * <p>All systems tell one story: a lesion that only MRI shows, sclerosis and cysts on the
 * radiograph, the crescent, the flattened head, the worn joint. They differ in where they cut it
 * and in how they measure size. Each has its own package, and revisions that differ are different
 * types: {@link io.github.avnfh.staging.steinberg}, {@link io.github.avnfh.staging.ficat},
 * {@link io.github.avnfh.staging.arco}, {@link io.github.avnfh.staging.jic},
 * {@link io.github.avnfh.staging.chinese}; {@link io.github.avnfh.staging.kerboul},
 * {@link io.github.avnfh.staging.lesion} and {@link io.github.avnfh.staging.cjfh} class the lesion
 * without a stage. A system without grades answers {@link io.github.avnfh.staging.NoGrade}.
 *
 * <p>From a stage in one system to another leads {@link io.github.avnfh.staging.crosswalk}; what
 * became of a hip between two examinations is in {@link io.github.avnfh.staging.response}, how far
 * readers agree in {@link io.github.avnfh.staging.agreement}, and what was published of other hips
 * in {@link io.github.avnfh.staging.naturalhistory}.
 *
 * <p>Not a medical device: a stage is computed from what was recorded, and recommends nothing.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.staging;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
