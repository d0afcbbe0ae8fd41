/**
 * The scores of many hips in a few numbers.
 *
 * <p>A {@link io.github.avnfh.scoring.summary.SummaryStatistics} holds count, mean, standard
 * deviation and quantiles of any numbers. An {@link io.github.avnfh.scoring.summary.OutcomePlan}
 * names the instrument and the policy after an arthroplasty, and turns hips into an
 * {@link io.github.avnfh.scoring.summary.OutcomeSummary} with an
 * {@link io.github.avnfh.scoring.summary.OutcomeSummary.OutcomeRow} for each timepoint: the scores,
 * their change from baseline, and how many hips were carried, failed, excluded or missing. Start
 * from the plan. The change is that of hips with both scores, so it is not the difference of two
 * means of different hips.
 *
 * <p>{@link io.github.avnfh.scoring.summary.OutcomeTables} puts them into tables, by visit or by
 * {@link io.github.avnfh.core.cohort.Grouping}: the stage, the cause, or a band of lesion size.
 *
 * <p>Nothing is rounded here. Rounding happens once, in the cells of a table
 * ({@link io.github.avnfh.core.table}); whether a change is more than chance is asked in
 * {@link io.github.avnfh.scoring.compare}.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.summary;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
