/**
 * Survival curves that others printed: hips from clicks on a figure, and whether the print can be
 * true.
 *
 * <p>A {@link io.github.avnfh.survival.published.PublishedCurve} holds the clicks, the numbers at
 * risk, or the number at the start and of events; start there.
 * {@link io.github.avnfh.survival.published.CurveReconstruction} finds a
 * {@link io.github.avnfh.survival.published.ReconstructedCurve}: times of events and of censoring
 * that print the same curve and the same numbers at risk. It says how far each click is missed, and
 * which interval of the curve falls lower than its own numbers at risk allow.
 *
 * <p>The print leaves room. It does not tell when hips were censored
 * ({@link io.github.avnfh.survival.published.CensoringPattern}), nor which end of a step was
 * clicked ({@link io.github.avnfh.survival.published.ClickPosition}). Medians and numbers of events
 * therefore come as ranges, too, over all reconstructions that print the same curve, and so does
 * the hazard ratio of two curves in a
 * {@link io.github.avnfh.survival.published.ReconstructedContrast}.
 *
 * <p>The hips are no patients: they carry no covariates, no one knows which two lie in one patient,
 * and errors by patient cannot be had from a printed curve.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.survival.published;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
