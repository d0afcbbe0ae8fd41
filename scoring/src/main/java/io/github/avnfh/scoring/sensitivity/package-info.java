/**
 * How much a percentage of responders depends on choices that the literature leaves open.
 *
 * <p>A {@link io.github.avnfh.scoring.sensitivity.SensitivityGrid} counts responders under every
 * threshold, every policy after an arthroplasty and every
 * {@link io.github.avnfh.scoring.sensitivity.SensitivityGrid.CountingUnit} that it is given, a
 * {@link io.github.avnfh.scoring.sensitivity.SensitivityGrid.GridCell} for each: hips; patients
 * with any hip that responded; patients whose every hip did. Start from the grid. Where all cells
 * tell the same story the choice did not matter; where they do not, the one that was printed should
 * say why it was chosen.
 *
 * <p>The policies and the responders themselves are defined in
 * {@link io.github.avnfh.scoring.change}. Nothing here says which choice is right.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.sensitivity;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
