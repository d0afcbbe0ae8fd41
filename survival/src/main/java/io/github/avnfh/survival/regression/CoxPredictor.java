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
    double[] scaled = new double[x.length];
    Arrays.setAll(scaled, j -> (x[j] - rows.mean[stratum][j]) / rows.scale[j]);
    double ratio = Math.exp(SymmetricMatrix.inner(beta, scaled));
    List<SurvivalPrediction> predictions = new ArrayList<>();
    for (double time : times) {
      predictions.add(at(row, scaled, ratio, rows.blockAt(stratum, time), time));
    }
    return predictions;
  }

  private SurvivalPrediction at(int row, double[] x, double ratio, int b, double time) {
    double expected = ratio * hazard[b];
    double survival = Math.exp(-expected);
    ImmutableSurvivalPrediction.Builder prediction =
        ImmutableSurvivalPrediction.builder().row(row).time(time).survival(survival);
    if (hazard[b] > 0) {
      double[] q = new double[x.length];
      Arrays.setAll(q, j -> means[j][b] - x[j] * hazard[b]);
      double error = ratio
          * Math.sqrt(squares[b] + SymmetricMatrix.inner(q, SymmetricMatrix.times(covariance, q)));
      double width = z * error / expected;
      prediction
          .standardError(survival * error)
          .lower(Math.exp(-expected * Math.exp(width)))
          .upper(Math.exp(-expected * Math.exp(-width)));
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
