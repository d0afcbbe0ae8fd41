/**
 * A study as a whole: hips with their history, and the cohort of patients and hips.
 *
 * <p>A {@link io.github.avnfh.core.study.Hip} gathers what is known of one hip from enrollment to
 * the last day of follow-up; a {@link io.github.avnfh.core.study.Cohort} holds the patients and
 * hips in declared order, and is where every analysis starts.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.study;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
