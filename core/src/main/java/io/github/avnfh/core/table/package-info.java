/**
 * Tables as data, and how they are printed.
 *
 * <p>A {@link io.github.avnfh.core.table.Table} has typed {@link io.github.avnfh.core.table.Column
 * columns} with their units and says what it counts; a column may count something else and say so.
 * A {@link io.github.avnfh.core.table.Cell} carries the value twice: as it is printed, rounded once
 * by named {@link io.github.avnfh.core.table.Digits} with a
 * {@link io.github.avnfh.core.table.Rounding}, and as it is, for CSV. A
 * {@link io.github.avnfh.core.table.Count} keeps numerator and denominator; the percentage is a way
 * of printing.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.table;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
