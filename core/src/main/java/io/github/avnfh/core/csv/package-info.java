/**
 * Cohorts and tables from CSV files and into them, with every problem told by file, line and
 * column.
 *
 * <p>{@link io.github.avnfh.core.csv.CohortReader} reads the files of a study into a
 * {@link io.github.avnfh.core.cohort.Cohort}: {@code patients.csv}, {@code hips.csv},
 * {@code visits.csv} and {@code imaging.csv}, with a row for a patient, a hip, a visit of a hip and
 * a reading of images, and further files for what was done.
 * {@link io.github.avnfh.core.csv.CohortWriter} writes a cohort into such files without loss. Start
 * from the reader; where a registry exports its own tables, a
 * {@link io.github.avnfh.core.csv.TableMapping} says how they give these files.
 *
 * <p>A row is taken or reported, never dropped in silence: what is wrong with a
 * {@link io.github.avnfh.core.csv.CsvRow} goes into {@link io.github.avnfh.core.csv.Problems} as
 * one {@link io.github.avnfh.core.csv.Problem} each, in words that name the place and what is
 * allowed and that never repeat an identifier or a date. A
 * {@link io.github.avnfh.core.csv.CohortReading} holds both, the sound part and the problems;
 * whoever wants all or nothing gets an {@link io.github.avnfh.core.csv.CohortFormatException}.
 *
 * <p>{@link io.github.avnfh.core.csv.CsvInput} reads any other table whose columns are found by
 * name, and {@link io.github.avnfh.core.csv.RowCells} the characters of the longest ones;
 * {@link io.github.avnfh.core.csv.CsvOutput} writes. Files are UTF-8, with or without a byte order
 * mark; the separator is a comma or a semicolon, told from the header; the decimal sign is a point
 * unless the {@link io.github.avnfh.core.csv.CsvFormat} says that it is a comma; digits are 0 to 9.
 * A printed table for readers is a {@link io.github.avnfh.core.table.Table} and not made here.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.csv;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
