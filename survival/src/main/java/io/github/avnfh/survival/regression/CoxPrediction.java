package io.github.avnfh.survival.regression;

import io.github.avnfh.core.statistics.Distribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * Survival that a proportional hazards model predicts for a row with given covariates.
 *
 * <p>S(t) = exp(-H(t) exp(x'b)), where H is the baseline hazard of the row's stratum. The variance
 * of the predicted cumulative hazard is exp(2x'b) (Q + q'Vq), where Q is the sum over events of
 * 1/S0<sup>2</sup>, q the sum of (m - x) times the increments of H, m the mean of the covariates at
 * risk, and V the covariance of the coefficients behind their standard errors. Limits lie on the
 * log-log scale, and so within 0..1.
 *
 * @see CoxModel#predict(Covariates, double...)
 */
@Value.Immutable
public sealed interface CoxPrediction permits ImmutableCoxPrediction {

  /**
   * Returns the row of the design that was asked about.
   *
   * @return a row from 0
   */
  int row();

  /**
   * Returns the time.
   *
   * @return the time, in the unit of the data
   */
  double time();

  /**
   * Returns the predicted survival.
   *
   * @return a probability
   */
  double survival();

  /**
   * Returns the standard error of the predicted survival.
   *
   * @return the standard error on the scale of survival, or nothing before the first event
   */
  OptionalDouble standardError();

  /**
   * Returns the lower limit.
   *
   * @return a probability, or nothing before the first event
   */
  OptionalDouble lower();

  /**
   * Returns the upper limit.
   *
   * @return a probability, or nothing before the first event
   */
  OptionalDouble upper();

  /** Sums over the event times of every stratum, from the first on, and what is made of them. */
  final class Predictor {
    private final CoxRows rows;
    private final double[] beta;
    private final double[][] covariance;
    private final double z;
    private final double[] hazard;
    private final double[] squares;
    private final double[][] means;

    /** The coefficients and their covariance are those of the scaled covariates. */
    Predictor(
        CoxRows rows,
        CoxLikelihood likelihood,
        double[] beta,
        double[][] covariance,
        double level) {
      this.rows = rows;
      this.beta = beta;
      this.covariance = covariance;
      this.z = Distribution.normal().upperQuantile((1 - level) / 2);
      this.hazard = summed(likelihood.baselineIncrements());
      this.squares = summed(likelihood.squaredIncrements());
      this.means = new double[beta.length][];
      Arrays.setAll(means, j -> summed(likelihood.meanIncrements(j)));
    }

    private double[] summed(double[] increments) {
      double[] sums = new double[increments.length];
      for (int b = increments.length - 1; b >= 0; b--) {
        sums[b] = rows.deaths[b] == 0 ? 0 : increments[b] + sums[b + 1];
      }
      return sums;
    }

    List<CoxPrediction> predict(int row, double[] x, int stratum, double[] times) {
      double[] scaled = new double[x.length];
      Arrays.setAll(scaled, j -> (x[j] - rows.mean[stratum][j]) / rows.scale[j]);
      double ratio = Math.exp(SymmetricMatrix.inner(beta, scaled));
      List<CoxPrediction> predictions = new ArrayList<>();
      for (double time : times) {
        predictions.add(at(row, scaled, ratio, block(stratum, time), time));
      }
      return predictions;
    }

    /** The last event time of a stratum up to a time, or the empty block at its end. */
    private int block(int stratum, double time) {
      int b = 0;
      while (rows.blockStratum[b] < stratum || rows.blockTime[b] > time) {
        b++;
      }
      return b;
    }

    private CoxPrediction at(int row, double[] x, double ratio, int b, double time) {
      double expected = ratio * hazard[b];
      double survival = Math.exp(-expected);
      ImmutableCoxPrediction.Builder prediction =
          ImmutableCoxPrediction.builder().row(row).time(time).survival(survival);
      if (hazard[b] > 0) {
        double[] q = new double[x.length];
        Arrays.setAll(q, j -> means[j][b] - x[j] * hazard[b]);
        double error = ratio
            * Math.sqrt(
                squares[b] + SymmetricMatrix.inner(q, SymmetricMatrix.times(covariance, q)));
        double width = z * error / expected;
        prediction
            .standardError(survival * error)
            .lower(Math.exp(-expected * Math.exp(width)))
            .upper(Math.exp(-expected * Math.exp(-width)));
      }
      return prediction.build();
    }
  }
}
