/**
 * The curve as a picture: {@link io.github.avnfh.survival.figure.KaplanMeierFigure} writes SVG with
 * confidence bands, censoring marks and a risk table under the axis it belongs to.
 */
@NullMarked
package io.github.avnfh.survival.figure;

import org.jspecify.annotations.NullMarked;
