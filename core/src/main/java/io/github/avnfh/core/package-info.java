/**
 * The basic types that all packages use: patients and hips, moments, scales and quantities.
 *
 * <p>A {@link io.github.avnfh.core.HipId} is a {@link io.github.avnfh.core.PatientId} and a
 * {@link io.github.avnfh.core.Side}: two hips of one patient are not two independent hips, and a
 * hip always knows its patient. A hip has a cause ({@link io.github.avnfh.core.Etiology}) and a
 * stage at enrollment ({@link io.github.avnfh.core.SteinbergStage}, with its
 * {@link io.github.avnfh.core.SteinbergGrade}); a patient has a {@link io.github.avnfh.core.Sex}
 * and sometimes an answer on {@link io.github.avnfh.core.Satisfaction}. Start from the hip.
 *
 * <p>An {@link io.github.avnfh.core.Instrument} is a scale with its range and the direction in
 * which a hip gets better; a {@link io.github.avnfh.core.Score} is a number on one, and scores of
 * different instruments are never compared. A {@link io.github.avnfh.core.Timepoint} is the planned
 * moment, such as month 6; the day of a visit is the actual one, in whole days from the first
 * treatment, before which days are negative.
 *
 * <p>All values are immutable and checked on the way in: impossible ones are refused by a
 * {@link io.github.avnfh.core.Quantity} in one form, and what was not asked or measured is missing
 * and not zero. Each constant has a {@link io.github.avnfh.core.Coded code} for files. Nothing that
 * identifies a patient prints. Not here: patients, hips and visits with their history
 * ({@link io.github.avnfh.core.cohort}), findings on images ({@link io.github.avnfh.core.imaging})
 * and treatments ({@link io.github.avnfh.core.treatment}).
 *
 * <p>Not a medical device: these types describe data of a study and recommend nothing.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
