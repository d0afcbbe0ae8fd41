/**
 * The curve as a picture, as journals print it.
 *
 * <p>{@link io.github.avnfh.survival.figure.KaplanMeierFigure} writes SVG with confidence bands,
 * censoring marks and a risk table under the axis it belongs to, as
 * {@link io.github.avnfh.survival.figure.FigureOptions} have it: title, labels, the unit of time,
 * medians, the result of a test, S or 1 - S, a plot for each group, width, and a
 * {@link io.github.avnfh.survival.figure.Palette}. Start from the figure; the options can wait. The
 * table is no ornament: where few are at risk the curve is a guess, and the reader must see it.
 * Where other events compete, {@link io.github.avnfh.survival.figure.IncidenceFigure} draws the
 * cumulative incidence in the same way. {@link io.github.avnfh.survival.figure.HazardRatioFigure}
 * and {@link io.github.avnfh.survival.figure.PooledFigure} are forest figures.
 *
 * <p>The same curve gives the same bytes on every machine, and the text stays text. Pixels and
 * other charts are left to other libraries; the estimate itself is that of
 * {@link io.github.avnfh.survival.KaplanMeier}.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.survival.figure;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
