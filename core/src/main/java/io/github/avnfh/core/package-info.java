/**
 * The words of the field: who is treated, which hip, what was measured and when.
 *
 * <p>A {@link io.github.avnfh.core.Patient} has one or two hips; a
 * {@link io.github.avnfh.core.HipId} knows its patient, because two hips of one patient are not two
 * independent hips. A hip has a cause ({@link io.github.avnfh.core.Etiology}), a stage at
 * enrollment ({@link io.github.avnfh.core.SteinbergStage}), {@link io.github.avnfh.core.Visit
 * visits} with {@link io.github.avnfh.core.Score scores}, readings of images, and sometimes an
 * {@link io.github.avnfh.core.Arthroplasty}. What was asked and measured of the patient before
 * enrollment stands in {@link io.github.avnfh.core.Screening} and
 * {@link io.github.avnfh.core.Laboratory}. All of it is immutable and checked on the way in:
 * impossible values are refused by a {@link io.github.avnfh.core.Quantity} in one form of words.
 * Nothing that identifies a patient prints.
 *
 * <p>Not a medical device: these types describe data of a study and recommend nothing.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
