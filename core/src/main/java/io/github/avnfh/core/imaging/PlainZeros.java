package io.github.avnfh.core.imaging;

import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Findings whose zeros have no sign, so that equal measurements make equal findings. */
final class PlainZeros {
  private static final OptionalDouble MINUS_ZERO = OptionalDouble.of(-0.0);

  private PlainZeros() {}

  static Findings in(Findings findings) {
    boolean plain = Stream.of(
            findings.lesionPercent(),
            findings.crescentPercent(),
            findings.collapsedSurfacePercent(),
            findings.depressionMm(),
            findings.necroticAngleCoronalDegrees(),
            findings.necroticAngleSagittalDegrees(),
            findings.weightBearingPercent())
        .noneMatch(MINUS_ZERO::equals);
    return plain ? findings : measured(findings, seen(findings)).build();
  }

  private static Findings.Builder seen(Findings findings) {
    return Findings.builder()
        .mriLesion(findings.mriLesion())
        .radiographAbnormal(findings.radiographAbnormal())
        .sclerosisOrCysts(findings.sclerosisOrCysts())
        .crescent(findings.crescent())
        .flattening(findings.flattening())
        .jointSpaceNarrowing(findings.jointSpaceNarrowing())
        .acetabularChanges(findings.acetabularChanges())
        .jointSpaceObliterated(findings.jointSpaceObliterated())
        .beyondAcetabularEdge(findings.beyondAcetabularEdge())
        .edema(findings.edema())
        .lesionLocation(findings.lesionLocation())
        .beyondHeadApex(findings.beyondHeadApex())
        .pillars(findings.pillars());
  }

  private static Findings.Builder measured(Findings findings, Findings.Builder seen) {
    return seen.lesionPercent(Findings.LESION_EXTENT.check(findings.lesionPercent()))
        .crescentPercent(Findings.CRESCENT_EXTENT.check(findings.crescentPercent()))
        .collapsedSurfacePercent(
            Findings.COLLAPSED_SURFACE.check(findings.collapsedSurfacePercent()))
        .depressionMm(Findings.DEPRESSION.check(findings.depressionMm()))
        .necroticAngleCoronalDegrees(
            Findings.NECROTIC_ANGLE_CORONAL.check(findings.necroticAngleCoronalDegrees()))
        .necroticAngleSagittalDegrees(
            Findings.NECROTIC_ANGLE_SAGITTAL.check(findings.necroticAngleSagittalDegrees()))
        .weightBearingPercent(
            Findings.WEIGHT_BEARING_INVOLVEMENT.check(findings.weightBearingPercent()));
  }
}
