package io.github.avnfh.examples.benchmark;

import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.Presence;

/**
 * The least code that stages a hip by Steinberg's system: everything was assessed, nothing
 * contradicts, and no reason is asked for.
 */
final class BareSteinberg {
  private static final int GRADES = 4;

  private BareSteinberg() {}

  /** Four times the stage, and 1 to 3 for the grades A to C, or 0 without grade. */
  static int stageAndGrade(Findings findings) {
    int stage = stage(findings);
    return GRADES * stage + grade(stage, findings);
  }

  private static int stage(Findings findings) {
    if (findings.jointSpaceObliterated() == Presence.PRESENT) {
      return 6;
    }
    if (findings.jointSpaceNarrowing() == Presence.PRESENT) {
      return 5;
    }
    if (findings.flattening() == Presence.PRESENT) {
      return 4;
    }
    if (findings.crescent() == Presence.PRESENT) {
      return 3;
    }
    if (findings.sclerosisOrCysts() == Presence.PRESENT) {
      return 2;
    }
    return findings.mriLesion() == Presence.PRESENT ? 1 : 0;
  }

  private static int grade(int stage, Findings findings) {
    return switch (stage) {
      case 1, 2 -> band(findings.lesionPercent().getAsDouble(), 15, 30);
      case 3 -> band(findings.crescentPercent().getAsDouble(), 15, 30);
      case 4 ->
        Math.max(
            band(findings.collapsedSurfacePercent().getAsDouble(), 15, 30),
            band(findings.depressionMm().getAsDouble(), 2, 4));
      default -> 0;
    };
  }

  private static int band(double value, double low, double high) {
    if (value < low) {
      return 1;
    }
    return value <= high ? 2 : 3;
  }
}
