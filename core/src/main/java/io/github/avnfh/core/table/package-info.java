/**
 * Tables as data, and how they are printed.
 *
 * <p>A {@link io.github.avnfh.core.table.Table} has typed {@link io.github.avnfh.core.table.Column
 * columns} with their units and says what it counts; a column may count something else and say so.
 * A {@link io.github.avnfh.core.table.Cell} carries the value twice: as it is printed, rounded once
 * by named {@link io.github.avnfh.core.table.Digits} with a
 * {@link io.github.avnfh.core.table.Rounding}, and as it is, for CSV. A
 * {@link io.github.avnfh.core.table.Count} keeps numerator and denominator; the percentage is a way
 * of printing. Start from the table.
 *
 * <p>Rounding half up takes 84.25 to 84.3, and half to even takes it to 84.2; both are in use, so a
 * table names the one it takes. It happens here and nowhere before, since a number that was rounded
 * twice can be off by one in its last digit. A missing value prints as a dash or in words, never as
 * a number.
 *
 * <p>One table prints as text, Markdown, HTML, LaTeX and CSV, with the same bytes on every machine.
 * {@link io.github.avnfh.core.table.PlainData} is any answer of the library as maps, for JSON.
 * Figures are made elsewhere.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.table;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
