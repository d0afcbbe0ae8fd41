/**
 * Comparing groups: tests whether survival differs between them.
 *
 * <p>{@link io.github.avnfh.survival.compare.LogRank} compares at each event how many a group had
 * with how many it would have had if groups did not matter
 * ({@link io.github.avnfh.survival.compare.GroupCount}); with a
 * {@link io.github.avnfh.survival.compare.Weighting} early events or late ones count more. The
 * answer is a {@link io.github.avnfh.survival.compare.LogRankResult} with its
 * {@link io.github.avnfh.survival.compare.ChiSquare}, in which "no test possible" is an answer.
 * Start there. {@link io.github.avnfh.survival.compare.Trend} asks whether ordered groups, such as
 * stages, differ in their order ({@link io.github.avnfh.survival.compare.TrendResult}) and is the
 * better question for them; {@link io.github.avnfh.survival.compare.Pairwise} asks which of several
 * differ, with an {@link io.github.avnfh.core.statistics.PValueAdjustment} for having asked often
 * ({@link io.github.avnfh.survival.compare.PairComparison});
 * {@link io.github.avnfh.survival.compare.PermutationTest} serves small groups and few patients
 * with an event, by dealing the groups out anew
 * ({@link io.github.avnfh.survival.compare.PermutationResult}).
 *
 * <p>A test says whether curves differ and not by how much.
 * {@link io.github.avnfh.survival.compare.FixedTime} compares survival at one time that was chosen
 * beforehand ({@link io.github.avnfh.survival.compare.FixedTimeResult}), and
 * {@link io.github.avnfh.survival.compare.CurveContrast} gives differences of survival and of
 * restricted means with their limits ({@link io.github.avnfh.survival.compare.Contrast}), also
 * where the hips of one patient lie in both groups. Both combine the limits of the groups unless
 * another {@link io.github.avnfh.survival.compare.ContrastMethod} is named, and so answer where a
 * group has no event.
 *
 * <p>With the patient as cluster every test allows for two hips of a patient
 * ({@link io.github.avnfh.survival.compare.ScoreVariance}), and the tests by other variances stand
 * beside it ({@link io.github.avnfh.survival.compare.ScoreTestResult},
 * {@link io.github.avnfh.survival.compare.ScoreTest}). No model is fitted and nothing is adjusted
 * for other differences between the groups but by strata.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.survival.compare;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
