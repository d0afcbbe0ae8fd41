/**
 * What became of a score between two moments, hip by hip.
 *
 * <p>A {@link io.github.avnfh.scoring.change.Pairing} says which instrument, from when to when, and
 * under which {@link io.github.avnfh.scoring.change.ArthroplastyPolicy}; applied to hips it gives
 * {@link io.github.avnfh.scoring.change.PairedScores}, which keep the hips that could not be paired
 * as counts. A {@link io.github.avnfh.scoring.change.Change} knows its improvement, positive where
 * the hip got better whichever way the scale runs, and which
 * {@link io.github.avnfh.core.evidence.Threshold thresholds} it reaches;
 * {@link io.github.avnfh.scoring.change.Responders} count the hips that reach one. No threshold is
 * a default, and a minimal detectable change tells no responders: it says that something changed,
 * not that it matters.
 *
 * <p>Hips are counted here. Two hips of one patient are not independent.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.change;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
