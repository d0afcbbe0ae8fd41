/**
 * Patients, their hips with all visits and events, and the cohort that holds them.
 *
 * <p>A {@link io.github.avnfh.core.cohort.Patient} has one or two hips; age, sex, answers before
 * enrollment ({@link io.github.avnfh.core.cohort.Screening}), blood counts
 * ({@link io.github.avnfh.core.cohort.Laboratory}) and every
 * {@link io.github.avnfh.core.cohort.AdverseEvent} belong to the patient. A
 * {@link io.github.avnfh.core.cohort.Hip} gathers what is known of one hip from enrollment to the
 * last day of follow-up: cause and stage, decompressions and injections, each
 * {@link io.github.avnfh.core.cohort.Visit} with its scores and its
 * {@link io.github.avnfh.core.cohort.VisitStatus}, readings of images, and the
 * {@link io.github.avnfh.core.cohort.Arthroplasty} if there was one.
 *
 * <p>A {@link io.github.avnfh.core.cohort.Cohort} holds patients and hips in declared order, with
 * the marrow and cells that belong to patients. Its {@link io.github.avnfh.core.cohort.DataOrigin}
 * says whether the data were observed or made up, its {@link io.github.avnfh.core.cohort.DataKind}s
 * which kinds of data were recorded at all. Start from the cohort.
 *
 * <p>A cohort can be restricted, by hips or by patients, and grouped by any property; a
 * {@link io.github.avnfh.core.cohort.Grouping} gives the groups labels and an order. The unit of
 * counting is always named: 58 hips of 46 patients are 58 where a head collapses, and 46 where a
 * patient is satisfied. A part that keeps one hip of a patient keeps that patient.
 *
 * <p>Reading a cohort from files is in {@link io.github.avnfh.core.csv}, what was planned in
 * {@link io.github.avnfh.core.study.protocol}, and whether the plan was kept in
 * {@link io.github.avnfh.core.study.adherence}.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.cohort;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
