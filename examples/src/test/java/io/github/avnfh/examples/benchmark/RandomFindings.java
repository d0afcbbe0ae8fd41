package io.github.avnfh.examples.benchmark;

import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.Presence;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Findings of hips that went through the stages in order, of all stages from none to arthritis; in
 * one of ten the joint space was not assessed.
 */
final class RandomFindings {
  private static final int STAGES = 7;
  private static final int TENTHS = 10;

  private final SplittableRandom random;
  private final boolean complete;

  private RandomFindings(long seed, boolean complete) {
    this.random = new SplittableRandom(seed);
    this.complete = complete;
  }

  static List<Findings> of(int hips, long seed) {
    RandomFindings findings = new RandomFindings(seed, false);
    return IntStream.range(0, hips).mapToObj(hip -> findings.next()).toList();
  }

  static List<Findings> complete(int hips, long seed) {
    RandomFindings findings = new RandomFindings(seed, true);
    return IntStream.range(0, hips).mapToObj(hip -> findings.next()).toList();
  }

  private Findings next() {
    int stage = random.nextInt(STAGES);
    Findings.Builder findings = Findings.builder()
        .mriLesion(from(1, stage))
        .radiographAbnormal(from(2, stage))
        .sclerosisOrCysts(from(2, stage))
        .crescent(from(3, stage))
        .flattening(from(4, stage))
        .lesionPercent(stage < 1 ? 0 : tenths(600))
        .crescentPercent(stage < 3 ? 0 : tenths(500))
        .collapsedSurfacePercent(stage < 4 ? 0 : tenths(500))
        .depressionMm(stage < 4 ? 0 : tenths(80))
        .weightBearingPercent(stage < 1 ? 0 : tenths(1000))
        .beyondAcetabularEdge(from(4, stage))
        .necroticAngleCoronalDegrees(stage < 1 ? 0 : tenths(1800))
        .necroticAngleSagittalDegrees(stage < 1 ? 0 : tenths(1800));
    return complete || random.nextInt(TENTHS) > 0 ? joint(findings, stage) : findings.build();
  }

  private static Findings joint(Findings.Builder findings, int stage) {
    return findings
        .jointSpaceNarrowing(from(5, stage))
        .acetabularChanges(from(5, stage))
        .jointSpaceObliterated(from(6, stage))
        .build();
  }

  private static Presence from(int first, int stage) {
    return stage >= first ? Presence.PRESENT : Presence.ABSENT;
  }

  private double tenths(int most) {
    return (1 + random.nextInt(most)) / (double) TENTHS;
  }
}
