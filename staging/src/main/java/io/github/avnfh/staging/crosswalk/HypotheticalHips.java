package io.github.avnfh.staging.crosswalk;

import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One hip for every combination of signs and of bands of extent that any system tells apart, each
 * assessed in full and free of contradictions.
 */
final class HypotheticalHips {
  /** A value on each side of, and on, every cut of depth: 2, 3 and 4 mm. */
  private static final double[] DEPTHS = {1, 2, 2.5, 3, 3.5, 4, 5};

  /** A value in each band of extent. */
  private static final double[] EXTENTS = {10, 20, 40};

  private static final int SIGNS = 7;
  private static final List<Findings> ALL = all();

  private HypotheticalHips() {}

  static List<Findings> hips() {
    return ALL;
  }

  private static List<Findings> all() {
    List<Findings> hips = new ArrayList<>();
    for (int signs = 0; signs < 1 << SIGNS; signs++) {
      for (double extent : EXTENTS) {
        add(hips, signs, extent);
      }
    }
    return List.copyOf(hips);
  }

  private static void add(List<Findings> hips, int signs, double extent) {
    boolean obliteratedButWide = has(signs, 6) && !has(signs, 5);
    if (obliteratedButWide) {
      return;
    }
    if (!has(signs, 3)) {
      hips.add(hip(signs, extent).build());
      return;
    }
    for (double surface : EXTENTS) {
      for (double depth : DEPTHS) {
        hips.add(hip(signs, extent)
            .collapsedSurfacePercent(surface)
            .depressionMm(depth)
            .build());
      }
    }
  }

  private static Findings.Builder hip(int signs, double extent) {
    return Findings.builder()
        .mriLesion(presence(signs, 0))
        .sclerosisOrCysts(presence(signs, 1))
        .crescent(presence(signs, 2))
        .flattening(presence(signs, 3))
        .acetabularChanges(presence(signs, 4))
        .jointSpaceNarrowing(presence(signs, 5))
        .jointSpaceObliterated(presence(signs, 6))
        .lesionPercent(extent(signs, 0, extent))
        .crescentPercent(extent(signs, 2, extent));
  }

  private static OptionalDouble extent(int signs, int sign, double extent) {
    return has(signs, sign) ? OptionalDouble.of(extent) : OptionalDouble.empty();
  }

  private static Presence presence(int signs, int sign) {
    return has(signs, sign) ? Presence.PRESENT : Presence.ABSENT;
  }

  private static boolean has(int signs, int sign) {
    return (signs >> sign & 1) == 1;
  }
}
