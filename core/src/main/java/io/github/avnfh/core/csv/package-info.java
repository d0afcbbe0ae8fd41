/**
 * Cohorts and tables from CSV files and into them, with every problem told by file, line and
 * column.
 *
 * <p>{@link io.github.avnfh.core.csv.CohortReader} reads the files of a study into a
 * {@link io.github.avnfh.core.study.Cohort}, and {@link io.github.avnfh.core.csv.CohortWriter}
 * writes one into such files without loss; a {@link io.github.avnfh.core.csv.TableMapping} says how
 * other tables give these files; {@link io.github.avnfh.core.csv.CsvInput} reads any table whose
 * columns are found by name, and {@link io.github.avnfh.core.csv.RowCells} the characters of the
 * longest ones. A {@link io.github.avnfh.core.csv.CsvRow row} is taken or reported, never dropped
 * in silence: what is wrong with it goes into {@link io.github.avnfh.core.csv.Problems} as one
 * {@link io.github.avnfh.core.csv.Problem} each, in words that name the place and what is allowed
 * and that never repeat an identifier or a date.
 *
 * <p>Files are UTF-8, with or without a byte order mark; the separator is a comma or a semicolon,
 * told from the header; the decimal sign is a point unless the caller says that it is a comma;
 * digits are 0 to 9.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.csv;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
