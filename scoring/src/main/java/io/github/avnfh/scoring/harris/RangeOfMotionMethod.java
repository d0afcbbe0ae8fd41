package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.statistics.Decimals;
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
    double points(double[] degrees) {
      // each term in decimals: a whole factor times degrees within an arc
      BigDecimal tenths = arc(10, degrees[0], 0, 45)
          .add(arc(6, degrees[0], 45, 90))
          .add(arc(3, degrees[0], 90, 110))
          .add(arc(8, degrees[1], 0, 15))
          .add(arc(3, degrees[1], 15, 20))
          .add(arc(2, degrees[2], 0, 15))
          .add(arc(4, degrees[3], 0, 15));
      double points = tenths.divide(BigDecimal.valueOf(200)).doubleValue();
      return Math.min(points, HarrisDomain.RANGE_OF_MOTION.maximum());
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
    double points(double[] degrees) {
      double[] counted = new double[degrees.length];
      for (int i = 0; i < degrees.length; i++) {
        counted[i] = Math.min(degrees[i], COUNTED_AT_MOST[i]);
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
    double points(double[] degrees) {
      return (IndexBands.FLEXION.hundredths(degrees[0])
              + IndexBands.ABDUCTION.hundredths(degrees[1])
              + IndexBands.ADDUCTION.hundredths(degrees[2])
              + IndexBands.EXTERNAL_ROTATION.hundredths(degrees[3]))
          / 100.0;
    }

    @Override
    public Rule rule() {
      return HarrisRules.RANGE_OF_MOTION_BANDS;
    }
  };

  private static final double[] COUNTED_AT_MOST =
      Stream.of(Motion.values()).mapToDouble(Motion::normalMaximumDegrees).toArray();
  private static final double[] UPPER_ENDS = {30, 60, 100, 160, 210};

  private final String code;

  RangeOfMotionMethod(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the word
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static RangeOfMotionMethod parse(String text) {
    return Coded.parse(values(), text, "a range-of-motion method");
  }

  private static BigDecimal arc(int tenths, double degrees, double from, double to) {
    double within = Math.max(0, Decimals.difference(Math.min(degrees, to), from));
    return BigDecimal.valueOf(within).multiply(BigDecimal.valueOf(tenths));
  }

  abstract double points(double[] degrees);

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
    double[] degrees = {
      range.flexionDegrees().getAsDouble(),
      range.abductionDegrees().getAsDouble(),
      range.adductionDegrees().getAsDouble(),
      range.externalRotationDegrees().getAsDouble(),
      range.internalRotationDegrees().getAsDouble()
    };
    return OptionalDouble.of(points(degrees));
  }

  @Override
  public String code() {
    return code;
  }
}
