/**
 * Proportions: their intervals, and tests of tables of counts.
 *
 * <p>Everything starts from counts: a {@link io.github.avnfh.core.table.Count} of hips or patients
 * for the {@link io.github.avnfh.scoring.proportion.ProportionInterval}, a
 * {@link io.github.avnfh.scoring.proportion.CountTable} of rows and columns for the tests, each
 * answered by a {@link io.github.avnfh.scoring.proportion.TableTest}. Start from the interval: 9 of
 * 15 is 60 %, and anything from a third to five sixths fits. None of 14 is not never, and the rule
 * of three says how often it may still be.
 *
 * <p>Fisher's test counts every table with the same margins and is exact in small samples; the
 * chi-square test is an approximation, with Yates' correction or without; McNemar's compares a yes
 * or no with itself in the same hips.
 *
 * <p>Two hips of one patient are not independent.
 * {@link io.github.avnfh.scoring.proportion.ClusteredOutcomes} know which hips share a patient, and
 * their {@link io.github.avnfh.scoring.proportion.ClusteredProportion} has limits by patient: use
 * it for every proportion of hips, and the {@code ProportionInterval} for proportions of patients.
 * The tests still take every count as independent. Means are compared in
 * {@link io.github.avnfh.scoring.compare}, and proportions that change with time of follow-up
 * belong to survival.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.proportion;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
