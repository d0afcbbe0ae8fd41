/**
 * What became of a score between two moments, hip by hip.
 *
 * <p>A {@link io.github.avnfh.scoring.change.Pairing} says which instrument, from when to when, and
 * under which {@link io.github.avnfh.scoring.change.ArthroplastyPolicy}; applied to hips it gives
 * {@link io.github.avnfh.scoring.change.PairedScores}, which keep the hips that could not be paired
 * as counts. Start there. The policy matters more than it seems: a hip that was replaced scores
 * well afterwards, and whether that counts as the treatment's success, as its failure, or not at
 * all is a choice that a paper should name. {@link io.github.avnfh.scoring.change.ScoreStatus} says
 * what became of each hip under it, and {@link io.github.avnfh.scoring.change.HipScore} which score
 * it gave.
 *
 * <p>A {@link io.github.avnfh.scoring.change.Change} knows its improvement, positive where the hip
 * got better whichever way the scale runs, and which {@link io.github.avnfh.core.evidence.Threshold
 * thresholds} it reaches; a {@link io.github.avnfh.scoring.change.PairedScores.HipChange} says
 * whose it is. {@link io.github.avnfh.scoring.change.Responders} count the hips that reach one,
 * {@link io.github.avnfh.scoring.change.StudyRules} holds the rule of the study. No threshold is a
 * default, and a minimal detectable change tells no responders: it says that something changed, not
 * that it matters.
 *
 * <p>Hips are counted here. Two hips of one patient are not independent; tests that know it are in
 * {@link io.github.avnfh.scoring.compare}.
 */
@DomainStyle
@NullMarked
package io.github.avnfh.scoring.change;

import io.github.avnfh.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
