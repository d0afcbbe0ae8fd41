/**
 * A made-up cohort that prints like the study: 46 patients and 58 hips, of whom none exists.
 *
 * <p>The study published means, standard deviations and counts, and no patient-level data.
 * {@link io.github.avnfh.examples.synthetic.StudyMargins} holds what it printed, built from
 * {@link io.github.avnfh.examples.synthetic.StageMargin},
 * {@link io.github.avnfh.examples.synthetic.CauseMargin} and
 * {@link io.github.avnfh.examples.synthetic.PrintedSpread}, and
 * {@link io.github.avnfh.examples.synthetic.MarginsReader} reads those of any study from a file;
 * {@link io.github.avnfh.examples.synthetic.SyntheticCohort} makes data that meet those margins,
 * and says in every row that they are synthetic. Start from the latter.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
