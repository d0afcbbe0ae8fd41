/**
 * Proportions: their intervals, and tests of tables of counts.
 *
 * <p>Everything starts from counts: a {@link io.github.avnfh.core.table.Count} of hips or patients
 * for the {@link io.github.avnfh.scoring.proportion.ProportionInterval}, a
 * {@link io.github.avnfh.scoring.proportion.CountTable} of rows and columns for the tests. The
 * tests take every count for independent; two hips of one patient are not.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.proportion;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
