/**
 * One model of all visits: scores over time, with two hips in some patients and visits that some
 * hips missed.
 *
 * <p>{@link io.github.avnfh.scoring.longitudinal.VisitScores} holds a score for each hip and visit,
 * with the patient, the group and covariates; hips with a missed visit stay in, and
 * {@link io.github.avnfh.scoring.longitudinal.VisitScores.Pattern} counts the hips by which visits
 * they have. Start there. {@link io.github.avnfh.scoring.longitudinal.MixedModel} fits random
 * intercepts of patient and hip, or a covariance over the visits of a hip
 * ({@link io.github.avnfh.scoring.longitudinal.VisitCovariance}), by restricted maximum likelihood,
 * and names how {@link io.github.avnfh.scoring.longitudinal.DegreesOfFreedom} are found;
 * {@link io.github.avnfh.scoring.longitudinal.EstimatingEquations} fits means, odds or risks
 * ({@link io.github.avnfh.scoring.longitudinal.Link}) with a working correlation and a
 * {@link io.github.avnfh.scoring.longitudinal.SandwichVariance} by patient.
 *
 * <p>Both answer with a {@link io.github.avnfh.scoring.longitudinal.VisitModelFit}: means by visit
 * and group, changes from the first visit, differences of groups and of their changes, adjusted for
 * being several, coefficients, variances and
 * {@link io.github.avnfh.scoring.longitudinal.VisitResiduals}. A likelihood allows for scores that
 * are missing at random given the scores that were taken; estimating equations assume more, that
 * they are missing completely at random. Neither knows why a hip was not seen.
 *
 * <p>{@link io.github.avnfh.scoring.longitudinal.FirthLogistic} compares responders where a cell of
 * the table is empty, so that the odds ratio of ordinary logistic regression does not exist.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.longitudinal;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
