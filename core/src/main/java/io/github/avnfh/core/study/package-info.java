/**
 * A study as a whole: hips with their history, and the cohort of patients and hips.
 *
 * <p>A {@link io.github.avnfh.core.study.Hip} gathers what is known of one hip from enrollment to
 * the last day of follow-up: cause and stage, decompressions and injections, visits with their
 * scores, readings of images, and the arthroplasty if there was one. A
 * {@link io.github.avnfh.core.study.Cohort} holds the patients and hips in declared order, with the
 * adverse events, marrow and cells that belong to patients. Its
 * {@link io.github.avnfh.core.study.DataOrigin} says whether the data were observed or made up.
 * Start from the cohort: it is where every analysis starts.
 *
 * <p>A cohort can be kept in part, by hips or by patients, and grouped by anything. What is counted
 * must be said each time: 58 hips of 46 patients are 58 where a head collapses, and 46 where
 * somebody is satisfied. A part that keeps one hip of a patient keeps that patient.
 *
 * <p>How a cohort comes from files is in {@link io.github.avnfh.core.csv}, what was planned in
 * {@link io.github.avnfh.core.study.protocol}, and whether the plan was kept in
 * {@link io.github.avnfh.core.study.conduct}.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.study;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
