/**
 * What the columns of tables mean, a cohort read through that, and a cohort written without loss.
 *
 * <p>{@link io.github.avnfh.core.dictionary.CohortReader} reads the files of a study into a
 * {@link io.github.avnfh.core.cohort.Cohort}: {@code patients.csv}, {@code hips.csv},
 * {@code visits.csv} and {@code imaging.csv}, with a row for a patient, a hip, a visit of a hip and
 * a reading of images, and further files for what was done.
 * {@link io.github.avnfh.core.dictionary.CohortWriter} writes a cohort into such files without
 * loss. Start from the reader; where a registry exports its own tables, a
 * {@link io.github.avnfh.core.dictionary.Dictionary} says what their columns mean, line by line,
 * and an {@link io.github.avnfh.core.dictionary.Inspection} proposes it.
 *
 * <p>A {@link io.github.avnfh.core.dictionary.CohortReading} holds the accepted part, the problems
 * by file, line and column, and the {@link io.github.avnfh.core.dictionary.MissingCells}; a caller
 * who needs all or nothing gets a {@link io.github.avnfh.core.dictionary.CohortFormatException}.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
