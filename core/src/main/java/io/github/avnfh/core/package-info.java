/**
 * The words of the field: who is treated, which hip, what was measured and when.
 *
 * <p>A {@link io.github.avnfh.core.Patient} has one or two hips; a
 * {@link io.github.avnfh.core.HipId} knows its patient, because two hips of one patient are not two
 * independent hips. A hip has a cause ({@link io.github.avnfh.core.Etiology}), a stage at
 * enrollment ({@link io.github.avnfh.core.SteinbergStage}, with its
 * {@link io.github.avnfh.core.SteinbergGrade}), {@link io.github.avnfh.core.Visit visits} with
 * {@link io.github.avnfh.core.Score scores}, readings of images, and sometimes an
 * {@link io.github.avnfh.core.Arthroplasty}, the end that all treatment of a living hip means to
 * put off. What was asked and measured of the patient before enrollment stands in
 * {@link io.github.avnfh.core.Screening} and {@link io.github.avnfh.core.Laboratory}. Start from
 * the patient.
 *
 * <p>An {@link io.github.avnfh.core.Instrument} is a scale with its range and the direction in
 * which a hip gets better; a {@link io.github.avnfh.core.Score} is a number on one, and scores of
 * different instruments do not meet. A {@link io.github.avnfh.core.Timepoint} is the planned
 * moment, such as month 6; the day of a visit is when it was, in whole days from the first
 * treatment, before which days are negative. An {@link io.github.avnfh.core.AdverseEvent} and
 * {@link io.github.avnfh.core.Satisfaction} belong to the patient and not to a hip.
 *
 * <p>All of it is immutable and checked on the way in: impossible values are refused by a
 * {@link io.github.avnfh.core.Quantity} in one form of words, and what nobody asked or measured is
 * missing and not zero. Nothing that identifies a patient prints. Not here: a hip with its whole
 * history ({@link io.github.avnfh.core.study}), findings on images
 * ({@link io.github.avnfh.core.imaging}) and treatments ({@link io.github.avnfh.core.treatment});
 * how a score comes from its items and a stage from findings is the business of other modules.
 *
 * <p>Not a medical device: these types describe data of a study and recommend nothing.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
