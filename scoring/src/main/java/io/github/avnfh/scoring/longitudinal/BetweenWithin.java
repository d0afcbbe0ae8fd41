package io.github.avnfh.scoring.longitudinal;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The variance of a contrast by the model, with degrees of freedom counted by level: at each level
 * of patients, hips and scores, the units less those of the level above and less the columns that
 * vary at that level. The intercept counts as the one unit above the first level, and has the most
 * degrees of freedom of all levels. A contrast has the fewest of the columns in it.
 *
 * @see <a href="https://doi.org/10.1007/b98882">Pinheiro JC, Bates DM. Mixed-Effects Models in S
 *     and S-PLUS. Springer; 2000, section 2.4.2</a>
 */
final class BetweenWithin implements ContrastVariance {
  /** What rounding leaves of a column that is not in a contrast. */
  private static final double ABSENT = 1e-9;

  private final VisitDesign design;
  private final Matrix covariance;
  private final double[] degrees;

  BetweenWithin(VisitDesign design, boolean hasPatients, Matrix covariance) {
    this.design = design;
    this.covariance = covariance;
    VisitScores scores = design.scores();
    VisitDesign.Variation[] variations = design.variations();
    Map<VisitDesign.Variation, Integer> columns = new EnumMap<>(VisitDesign.Variation.class);
    for (int j = 1; j < variations.length; j++) {
      // without a level of patients hips are the upper level
      if (!hasPatients && variations[j] == VisitDesign.Variation.WITHIN_PATIENTS) {
        variations[j] = VisitDesign.Variation.AMONG_PATIENTS;
      }
      columns.merge(variations[j], 1, Integer::sum);
    }
    Map<VisitDesign.Variation, Integer> left = new EnumMap<>(VisitDesign.Variation.class);
    int above = 1;
    for (VisitDesign.Variation level : VisitDesign.Variation.values()) {
      int units = switch (level) {
        case AMONG_PATIENTS -> hasPatients ? scores.patients() : scores.hips();
        case WITHIN_PATIENTS -> scores.hips();
        case WITHIN_HIPS -> scores.size();
      };
      // m_i - (m_(i-1) + p_i): units of the level, less those above, less columns of the level
      left.put(level, units - above - columns.getOrDefault(level, 0));
      above = units;
    }
    this.degrees = new double[variations.length];
    for (int j = 1; j < degrees.length; j++) {
      degrees[j] = left.getOrDefault(variations[j], 0);
    }
    degrees[0] = Collections.max(left.values());
  }

  @Override
  public double covariance(double[] one, double[] other) {
    return covariance.form(one, other);
  }

  @Override
  public double degreesOfFreedom(double[] contrast) {
    // of the columns as given: with centered columns the intercept has a part in every one
    double[] columns = design.columns(contrast);
    double fewest = Double.POSITIVE_INFINITY;
    for (int j = 0; j < columns.length; j++) {
      if (Math.abs(columns[j]) > ABSENT) {
        fewest = Math.min(fewest, degrees[j]);
      }
    }
    if (fewest < 1) {
      throw new IllegalArgumentException(
          "degrees of freedom between and within [count] must be 1 or more, but were "
              + (int) fewest);
    }
    return fewest;
  }
}
