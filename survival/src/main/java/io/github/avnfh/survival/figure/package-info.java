/**
 * The curve as a picture: {@link io.github.avnfh.survival.figure.KaplanMeierFigure} writes SVG with
 * confidence bands, censoring marks and a risk table under the axis it belongs to, as
 * {@link io.github.avnfh.survival.figure.FigureOptions} have it.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.survival.figure;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
