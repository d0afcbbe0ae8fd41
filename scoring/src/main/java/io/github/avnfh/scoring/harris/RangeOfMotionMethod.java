package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.statistics.Decimals;
import io.github.avnfh.scoring.harris.HarrisItem.Domain;
import io.github.avnfh.scoring.harris.HarrisItem.Motion;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How degrees of motion become points. The methods that circulate are not interchangeable: the same
 * hip may differ by two points, so a result always says which one it used.
 *
 * <pre>{@code
 * RangeOfMotion range = RangeOfMotion.builder()
 *     .flexionDegrees(110)
 *     .abductionDegrees(20)
 *     .adductionDegrees(15)
 *     .externalRotationDegrees(15)
 *     .internalRotationDegrees(0)
 *     .build();
 * RangeOfMotionMethod.INDEX_1969.points(range);     // OptionalDouble[5.0]
 * RangeOfMotionMethod.TOTAL_ARC.points(range);      // OptionalDouble[3.0]
 * RangeOfMotionMethod.INDEX_IN_BANDS.points(range); // OptionalDouble[5.0]
 * }</pre>
 */
public enum RangeOfMotionMethod implements Coded {
  /**
   * The index of 1969: degrees within each arc times the factor of the arc, summed over the
   * motions, times 0.05, capped at 5 points.
   *
   * <table>
   * <caption>Arcs in degrees and their factors</caption>
   * <tr><th>motion</th><th>arcs</th></tr>
   * <tr><td>flexion</td><td>0 to 45: 1.0, 45 to 90: 0.6, 90 to 110: 0.3, beyond: 0</td></tr>
   * <tr><td>abduction</td><td>0 to 15: 0.8, 15 to 20: 0.3, beyond: 0</td></tr>
   * <tr><td>external rotation in extension</td><td>0 to 15: 0.4, beyond: 0</td></tr>
   * <tr><td>internal rotation in extension</td><td>0</td></tr>
   * <tr><td>adduction</td><td>0 to 15: 0.2, beyond: 0</td></tr>
   * </table>
   *
   * <p>The arcs of a normal hip sum to 100.5, which would be 5.025 points: without the cap a
   * perfect hip would score 100.025. Points are not rounded. Arcs and factors as reprinted in the
   * supplemental digital content MD2/A808 of Lippincott Williams &amp; Wilkins, Supplementary Table
   * 1.
   */
  INDEX_1969("index") {
    @Override
    double pointsOf(RangeOfMotion range) {
      // points = 0.05 * sum(factor * degrees within the arc), in decimals: with the factors in
      // tenths
      // the sum is exact and is divided by 200 once
      BigDecimal tenths = BigDecimal.ZERO;
      for (Arc arc : Arc.values()) {
        tenths = tenths.add(arc.tenths(range));
      }
      double points = tenths.divide(TENTHS_PER_POINT).doubleValue();
      return Math.min(points, Domain.RANGE_OF_MOTION.maximum());
    }

    @Override
    public Rule rule() {
      return HarrisRules.RANGE_OF_MOTION_INDEX;
    }
  },

  /**
   * The simplified total arc: the sum of the five motions, each counted at most at its normal
   * maximum of 140, 40, 40, 40 and 40 degrees, banded.
   *
   * <p>0 to 30 degrees give 0 points, to 60 give 1, to 100 give 2, to 160 give 3, to 210 give 4,
   * and to 300 give 5. A sum on a cut belongs to the lower band, and so the bands leave no holes
   * between whole degrees. Motion beyond the normal maximum is counted at the maximum and said in
   * the notes of the result; nothing is published for it.
   */
  TOTAL_ARC("arc") {
    @Override
    double pointsOf(RangeOfMotion range) {
      double[] counted = new double[MOTIONS.size()];
      for (int i = 0; i < counted.length; i++) {
        counted[i] =
            Math.min(degrees(range, MOTIONS.get(i)), MOTIONS.get(i).normalMaximumDegrees());
      }
      double sum = Decimals.sum(counted);
      int points = 0;
      while (points < UPPER_ENDS.length && sum > UPPER_ENDS[points]) {
        points++;
      }
      return points;
    }

    @Override
    List<String> notes(RangeOfMotion range) {
      return Stream.of(Motion.values())
          .filter(motion -> range.degrees(motion).orElse(0) > motion.normalMaximumDegrees())
          .map(motion -> motion.quantity().name() + " [degrees] "
              + range.degrees(motion).getAsDouble() + " is counted as "
              + motion.normalMaximumDegrees())
          .toList();
    }

    @Override
    public Rule rule() {
      return HarrisRules.RANGE_OF_MOTION_ARC;
    }
  },

  /**
   * The index of 1969 in bands, as forms print it that are filled in by hand: each band carries the
   * index at its upper end, and the last of abduction is trimmed so that the maxima add up to 5.
   *
   * <p>Flexion to 8, 16, 24, 32, 40, 45, 55, 65, 70, 75, 80, 90, 100 and 110 degrees gives 0.4,
   * 0.8, 1.2, 1.6, 2.0, 2.25, 2.55, 2.85, 3.0, 3.15, 3.3, 3.6, 3.75 and 3.9 points; abduction to 5,
   * 10, 15 and 20 degrees 0.2, 0.4, 0.6 and 0.65; external rotation to 5, 10 and 15 degrees 0.1,
   * 0.2 and 0.3; adduction to 5, 10 and 15 degrees 0.05, 0.10 and 0.15. A motion on a cut belongs
   * to the lower band, no motion gives nothing, and motion beyond the last band counts as the last
   * band.
   */
  INDEX_IN_BANDS("index_in_bands") {
    @Override
    double pointsOf(RangeOfMotion range) {
      int hundredths = 0;
      for (Bands bands : Bands.values()) {
        hundredths += bands.hundredths(range);
      }
      return hundredths / 100.0;
    }

    @Override
    public Rule rule() {
      return HarrisRules.RANGE_OF_MOTION_BANDS;
    }
  };

  private static final List<Motion> MOTIONS = List.of(Motion.values());

  /** The highest total arcs in degrees that give 0, 1, 2, 3 and 4 points. */
  private static final double[] UPPER_ENDS = {30, 60, 100, 160, 210};

  /** One point is 20 degrees times a factor of 1: 1 / 0.05, in tenths. */
  private static final BigDecimal TENTHS_PER_POINT = BigDecimal.valueOf(200);

  private final String code;

  RangeOfMotionMethod(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the method
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static RangeOfMotionMethod parse(String text) {
    return Coded.parse(values(), text, "a range-of-motion method");
  }

  abstract double pointsOf(RangeOfMotion range);

  List<String> notes(RangeOfMotion range) {
    return List.of();
  }

  /**
   * Returns the rule of the literature behind the method.
   *
   * @return the rule with its source
   */
  public abstract Rule rule();

  /**
   * Returns the points of a range of motion, if all five motions were measured.
   *
   * @param range the range of motion
   * @return 0 to 5 points, not rounded; nothing if a motion is missing, even one that this method
   *     multiplies by zero
   */
  public OptionalDouble points(RangeOfMotion range) {
    if (!range.isComplete()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(pointsOf(range));
  }

  private static double degrees(RangeOfMotion range, Motion motion) {
    return range.degrees(motion).getAsDouble();
  }

  @Override
  public String code() {
    return code;
  }

  /** An arc of the index of 1969: a motion, its degrees from and to, and its factor in tenths. */
  private enum Arc {
    FLEXION_TO_45(Motion.FLEXION, 0, 45, 10),
    FLEXION_TO_90(Motion.FLEXION, 45, 90, 6),
    FLEXION_TO_110(Motion.FLEXION, 90, 110, 3),
    ABDUCTION_TO_15(Motion.ABDUCTION, 0, 15, 8),
    ABDUCTION_TO_20(Motion.ABDUCTION, 15, 20, 3),
    ADDUCTION_TO_15(Motion.ADDUCTION, 0, 15, 2),
    EXTERNAL_ROTATION_TO_15(Motion.EXTERNAL_ROTATION, 0, 15, 4);

    private final Motion motion;
    private final int from;
    private final int to;
    private final int factorTenths;

    Arc(Motion motion, int from, int to, int factorTenths) {
      this.motion = motion;
      this.from = from;
      this.to = to;
      this.factorTenths = factorTenths;
    }

    BigDecimal tenths(RangeOfMotion range) {
      double within = Math.max(
          0, Decimals.difference(Math.min(RangeOfMotionMethod.degrees(range, motion), to), from));
      return BigDecimal.valueOf(within).multiply(BigDecimal.valueOf(factorTenths));
    }
  }

  /** The bands of one motion: the upper end of each in degrees, and its hundredths of a point. */
  private enum Bands {
    FLEXION(
        Motion.FLEXION,
        new int[] {0, 8, 16, 24, 32, 40, 45, 55, 65, 70, 75, 80, 90, 100, 110},
        new int[] {0, 40, 80, 120, 160, 200, 225, 255, 285, 300, 315, 330, 360, 375, 390}),
    ABDUCTION(Motion.ABDUCTION, new int[] {0, 5, 10, 15, 20}, new int[] {0, 20, 40, 60, 65}),
    ADDUCTION(Motion.ADDUCTION, new int[] {0, 5, 10, 15}, new int[] {0, 5, 10, 15}),
    EXTERNAL_ROTATION(
        Motion.EXTERNAL_ROTATION, new int[] {0, 5, 10, 15}, new int[] {0, 10, 20, 30});

    private final Motion motion;

    @SuppressWarnings("ImmutableEnumChecker") // never written after construction
    private final int[] upperEnds;

    @SuppressWarnings("ImmutableEnumChecker") // never written after construction
    private final int[] hundredths;

    Bands(Motion motion, int[] upperEnds, int[] hundredths) {
      this.motion = motion;
      this.upperEnds = upperEnds;
      this.hundredths = hundredths;
    }

    int hundredths(RangeOfMotion range) {
      double degrees = RangeOfMotionMethod.degrees(range, motion);
      int band = 0;
      while (band < upperEnds.length - 1 && degrees > upperEnds[band]) {
        band++;
      }
      return hundredths[band];
    }
  }
}
