/**
 * Comparisons of a score with itself over time, of two groups of hips, and of many comparisons at
 * once.
 *
 * <p>Two hips of one patient are not independent. {@link io.github.avnfh.scoring.compare.Clustered}
 * numbers know which patient they come from, and a
 * {@link io.github.avnfh.scoring.compare.Comparison} answers with the patient as a cluster and puts
 * the naive answer, which takes every hip for a patient, beside it. Where that is doubtful there
 * are {@link io.github.avnfh.scoring.compare.OneHipPerPatient} and the
 * {@link io.github.avnfh.scoring.compare.ClusterBootstrap}.
 *
 * <p>{@link io.github.avnfh.scoring.compare.PairedT} and
 * {@link io.github.avnfh.scoring.compare.WilcoxonSignedRank} are the tests of the textbooks,
 * {@link io.github.avnfh.scoring.compare.EffectSize} names the standardized effects, and
 * {@link io.github.avnfh.scoring.compare.Multiplicity} adjusts p-values. Methods carry the names
 * that R gives them.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
