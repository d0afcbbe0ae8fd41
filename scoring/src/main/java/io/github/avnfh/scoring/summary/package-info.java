/**
 * The scores of many hips in a few numbers.
 *
 * <p>A {@link io.github.avnfh.scoring.summary.Description} holds count, mean, standard deviation
 * and quantiles of any numbers. An {@link io.github.avnfh.scoring.summary.OutcomePlan} names the
 * instrument and the policy after an arthroplasty, and turns hips into an
 * {@link io.github.avnfh.scoring.summary.OutcomeSummary} with an
 * {@link io.github.avnfh.scoring.summary.OutcomeRow} for each timepoint: the scores, their change
 * from baseline, and how many hips were carried, failed, excluded or missing.
 *
 * <p>{@link io.github.avnfh.scoring.summary.OutcomeTables} puts them into tables, by visit or by
 * {@link io.github.avnfh.scoring.summary.Subgroup}.
 *
 * <p>Nothing is rounded here. Rounding happens once, in the cells of a table.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.summary;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
