/**
 * Tables in and out, with every problem told by file, line and column.
 *
 * <p>{@link io.github.avnfh.core.csv.CsvInput} is a table that is about to be read. It gives each
 * row as a {@link io.github.avnfh.core.csv.CsvRow}, whose cells are asked for by the name of their
 * column, or the characters of the longest tables as {@link io.github.avnfh.core.csv.RowCells}.
 * {@link io.github.avnfh.core.csv.CsvOutput} writes a table. Start from the input; this package
 * knows nothing of patients, and {@link io.github.avnfh.core.dictionary.CohortReader} reads a
 * cohort by it.
 *
 * <p>A row is taken or reported, never dropped in silence: what is wrong with it goes into
 * {@link io.github.avnfh.core.csv.Problems} as one {@link io.github.avnfh.core.csv.Problem} each,
 * in a message that names the place and what is allowed and that never repeats an identifier or a
 * date. A {@link io.github.avnfh.core.csv.TranslatedRow} is put together from the row of another
 * table, and its problems name that table. {@link io.github.avnfh.core.csv.Codes} are what a row
 * holds as a map.
 *
 * <p>Files are UTF-8, with or without a byte order mark, or UTF-16 with one; the separator is a
 * comma, a semicolon or a tabulator, told from the header; the decimal sign is a point unless the
 * {@link io.github.avnfh.core.csv.CsvFormat} says that it is a comma; digits are 0 to 9. A printed
 * table for readers is a {@link io.github.avnfh.core.table.Table} and not made here.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.csv;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
