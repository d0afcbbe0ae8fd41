/**
 * Tables as data, and how they are printed.
 *
 * <p>A {@link io.github.avnfh.core.table.Table} has typed {@link io.github.avnfh.core.table.Column
 * columns} and says in which unit it counts. A {@link io.github.avnfh.core.table.Cell} carries the
 * value twice: as it is printed, rounded once and half up, and as it is, for CSV. A
 * {@link io.github.avnfh.core.table.Count} keeps numerator and denominator; the percentage is a way
 * of printing.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.table;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
