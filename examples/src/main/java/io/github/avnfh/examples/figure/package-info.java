/**
 * The figures of the study's report, for any cohort.
 *
 * <p>Each figure is made by one class from a cohort and comes back as an
 * {@link io.github.avnfh.examples.figure.Illustration}: a
 * {@link io.github.avnfh.examples.figure.Figure} in SVG and PNG, or an
 * {@link io.github.avnfh.examples.figure.Omission} that says why it cannot be drawn.
 */
@NullMarked
package io.github.avnfh.examples.figure;

import org.jspecify.annotations.NullMarked;
