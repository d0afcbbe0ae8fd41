/**
 * Regression for times to event: how the rate of the event depends on covariates such as age, stage
 * and size of the lesion.
 *
 * <p>{@link io.github.avnfh.survival.regression.Covariates} is the design: numbers, factors with
 * their reference level, restricted cubic splines and interactions, read from hips or from columns.
 * Rows with a missing covariate are left out and counted by covariate.
 * {@link io.github.avnfh.survival.regression.CoxRegression} fits the proportional hazards model,
 * with ties by a named {@link io.github.avnfh.survival.regression.TieMethod}, or with Firth's
 * penalty where events are few, and answers with a
 * {@link io.github.avnfh.survival.regression.CoxModel}; start there.
 * {@link io.github.avnfh.survival.regression.HazardRatios} is the table of papers: each covariate
 * alone and adjusted.
 *
 * <p>Each {@link io.github.avnfh.survival.regression.RegressionCoefficient} has its error by a
 * named {@link io.github.avnfh.survival.regression.CoxVariance}: with clusters it is robust by
 * patient, since two hips of one patient are not independent, and corrected for few patients; the
 * model's own is given with it. {@link io.github.avnfh.survival.regression.GammaFrailty} asks
 * another question, that of hips of the same patient
 * ({@link io.github.avnfh.survival.regression.FrailtyModel}). A likelihood that rises without
 * bound, as where all events lie in one stage, has no maximum: the coefficient is then reported as
 * not estimable.
 *
 * <p>{@link io.github.avnfh.survival.regression.ProportionalityTest} asks whether hazards are
 * proportional, {@link io.github.avnfh.survival.regression.CoxResiduals} which rows fit badly, and
 * {@link io.github.avnfh.survival.regression.Concordance} how well the model orders hips;
 * {@link io.github.avnfh.survival.regression.BaselineHazard},
 * {@link io.github.avnfh.survival.regression.SurvivalPrediction} and
 * {@link io.github.avnfh.survival.regression.RestrictedMeanPrediction} turn it into survival,
 * {@link io.github.avnfh.survival.regression.AdjustedSurvival} into curves of groups that are
 * adjusted for the other covariates. Where events compete,
 * {@link io.github.avnfh.survival.regression.FineGray} models the cumulative incidence of one of
 * them.
 *
 * <p>Not a medical device: a hazard ratio describes the data of a study and recommends nothing.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.survival.regression;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
