package io.github.avnfh.survival.regression;

import io.github.avnfh.core.statistics.Distribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sums over the event times of every stratum, from the first on, and what is made of them. */
final class CoxPredictor {
  private final CoxRows rows;
  private final double[] beta;
  private final double[][] covariance;
  private final double z;
  private final double[] hazard;
  private final double[] squares;
  private final double[][] means;

  /** The coefficients and their covariance are those of the scaled covariates. */
  CoxPredictor(
      CoxRows rows, CoxLikelihood likelihood, double[] beta, double[][] covariance, double level) {
    this.rows = rows;
    this.beta = beta;
    this.covariance = covariance;
    this.z = Distribution.normal().upperQuantile((1 - level) / 2);
    this.hazard = rows.accumulated(likelihood.baselineIncrements());
    this.squares = rows.accumulated(likelihood.squaredIncrements());
    this.means = new double[beta.length][];
    Arrays.setAll(means, j -> rows.accumulated(likelihood.meanIncrements(j)));
  }

  List<SurvivalPrediction> predict(int row, double[] x, int stratum, double[] times) {
    double[] scaled = scaled(x, stratum);
    double ratio = Math.exp(SymmetricMatrix.inner(beta, scaled));
    List<SurvivalPrediction> predictions = new ArrayList<>();
    for (double time : times) {
      predictions.add(at(row, scaled, ratio, rows.blockAt(stratum, time), time));
    }
    return predictions;
  }

  private double[] scaled(double[] x, int stratum) {
    double[] scaled = new double[x.length];
    Arrays.setAll(scaled, j -> (x[j] - rows.mean[stratum][j]) / rows.scale[j]);
    return scaled;
  }

  private SurvivalPrediction at(int row, double[] x, double ratio, int b, double time) {
    double expected = ratio * hazard[b];
    double survival = Math.exp(-expected);
    ImmutableSurvivalPrediction.Builder prediction =
        ImmutableSurvivalPrediction.builder().row(row).time(time).survival(survival);
    if (hazard[b] > 0) {
      double[] q = new double[x.length];
      // minus dH(t; x)/db over the hazard ratio: sum of (m - x) dH
      Arrays.setAll(q, j -> means[j][b] - x[j] * hazard[b]);
      // var H = e^(2 x'b) (sum of dH / S0 + q'V q)
      double error = ratio
          * Math.sqrt(squares[b] + SymmetricMatrix.inner(q, SymmetricMatrix.times(covariance, q)));
      // on log H = log(-log S): se(log H) = se(H) / H, and H exp(-/+ z se) are the limits
      double width = z * error / expected;
      prediction
          .standardError(survival * error)
          .lower(Math.exp(-expected * Math.exp(width)))
          .upper(Math.exp(-expected * Math.exp(-width)));
    }
    return prediction.build();
  }

  /**
   * The area under the predicted curve, a length of time for each block from the first event on.
   */
  RestrictedMeanPrediction restrictedMean(int row, double[] x, int stratum, double horizon) {
    double[] scaled = scaled(x, stratum);
    double ratio = Math.exp(SymmetricMatrix.inner(beta, scaled));
    int last = rows.blockAt(stratum, Math.nextDown(horizon));
    int none = rows.blockAt(stratum, Double.NEGATIVE_INFINITY);
    double later = 0;
    double[] direction = new double[x.length];
    double mean = 0;
    double variance = 0;
    // from the last event before the horizon to the first, as blocks run
    double end = horizon;
    for (int b = last; b < none; b++) {
      double area = (end - rows.blockTime[b]) * Math.exp(-ratio * hazard[b]);
      end = rows.blockTime[b];
      mean += area;
      later += area;
      // an increment of H at this time takes (area to the right) e^(x'b) off the mean
      variance += later * later * (squares[b] - squares[b + 1]);
      for (int j = 0; j < x.length; j++) {
        // the coefficients move every S(t) by S e^(x'b) q(t)'db
        direction[j] += area * (means[j][b] - scaled[j] * hazard[b]);
      }
    }
    mean += end;
    variance += SymmetricMatrix.inner(direction, SymmetricMatrix.times(covariance, direction));
    ImmutableRestrictedMeanPrediction.Builder prediction =
        ImmutableRestrictedMeanPrediction.builder().row(row).horizon(horizon).mean(mean);
    double error = ratio * Math.sqrt(variance);
    double lost = horizon - mean;
    if (lost > 0 && error > 0) {
      // symmetric on the logarithm of the time lost
      double factor = Math.exp(z * error / lost);
      prediction
          .standardError(error)
          .lower(Math.max(0, horizon - lost * factor))
          .upper(horizon - lost / factor);
    }
    return prediction.build();
  }

  /** By stratum; the coefficients are those of the covariates as they were given. */
  static List<BaselineHazard> baselineHazards(
      CoxRows rows, CoxLikelihood likelihood, List<String> strata, double[] beta) {
    double[] increments = likelihood.baselineIncrements();
    List<BaselineHazard> hazards = new ArrayList<>();
    int last = -1;
    for (int stratum = 0; stratum < rows.strata; stratum++) {
      int first = last + 1;
      for (last = first; rows.deaths[last] > 0; last++) {}
      // rows were centered at the mean of their stratum
      double atZero = Math.exp(-SymmetricMatrix.inner(beta, rows.mean[stratum]));
      ImmutableBaselineHazard.Builder hazard =
          ImmutableBaselineHazard.builder().stratum(strata.get(stratum));
      double sum = 0;
      for (int b = last - 1; b >= first; b--) {
        sum += increments[b] * atZero;
        hazard.addSteps(
            ImmutableStep.builder().time(rows.blockTime[b]).hazard(sum).build());
      }
      hazards.add(hazard.build());
    }
    return List.copyOf(hazards);
  }
}
