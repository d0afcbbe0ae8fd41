/**
 * A study as a whole: its cohort of patients and hips.
 *
 * <p>{@link io.github.avnfh.core.study.Cohort} is where every analysis starts.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.study;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
