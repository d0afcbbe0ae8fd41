/**
 * Comparisons of a score with itself over time, of two groups of hips, and of many comparisons at
 * once.
 *
 * <p>Two hips of one patient are not independent.
 * {@link io.github.avnfh.scoring.compare.ClusteredSample} numbers know which patient they come
 * from, and a {@link io.github.avnfh.scoring.compare.Comparison} answers with the patient as a
 * cluster and puts the naive answer, which takes every hip for a patient, beside it; each is an
 * {@link io.github.avnfh.scoring.compare.Estimate} with its standard error, limits and p-value.
 * Start there. The ratio of both variances is the design effect: at 1.3, 58 hips tell no more than
 * 45 independent ones would. How the small number of patients is allowed for is named by
 * {@link io.github.avnfh.scoring.compare.ClusterRobust}; where that is doubtful there are
 * {@link io.github.avnfh.scoring.compare.OneHipPerPatient} and the
 * {@link io.github.avnfh.scoring.compare.ClusterBootstrap}. The test by ranks is the
 * {@link io.github.avnfh.scoring.compare.ClusteredSignedRank}. Every result explains by which
 * method it came about, and warns where fewer than five patients carry it.
 *
 * <p>{@link io.github.avnfh.scoring.compare.PairedT} and
 * {@link io.github.avnfh.scoring.compare.WilcoxonSignedRank} are the tests of the textbooks, for
 * one hip a patient. {@link io.github.avnfh.scoring.compare.EffectSize} divides a change by a
 * standard deviation, and since there are several to divide by, each has a name.
 * {@link io.github.avnfh.core.statistics.PValueAdjustment} adjusts p-values for having asked more
 * than once. Methods carry the names that R gives them.
 *
 * <p>Proportions are compared in {@link io.github.avnfh.scoring.proportion}.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
