package io.github.avnfh.survival.regression;

import io.github.avnfh.core.statistics.ConfidenceLevel;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.interval.EventInterval;
import io.github.avnfh.survival.interval.IntervalFollowUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The accelerated failure time model: log T = x'b + scale * Z, with Z of a named distribution, so
 * that exp(b) is the ratio of times for one unit of a covariate.
 *
 * <p>Times may be known exactly, censored on the right or on the left, or known to lie in an
 * interval (left, right], as progression that is seen only at visits. A row adds to the logarithm
 * of the likelihood log f, log S, log F, or log (S(left) - S(right)); with delayed entry less log
 * S(entry); times its case weight. The estimate is that of greatest likelihood. With clusters, such
 * as patients, and with case weights that are not whole, standard errors are robust: the inverse
 * information times the sums of outer products of scores by cluster. R: {@code survreg}, with
 * {@code cluster()} for the robust errors.
 *
 * <p>Weibull's model is also one of proportional hazards: {@link ParametricModel#hazardRatios()}.
 *
 * <pre>{@code
 * IntervalFollowUp hips = IntervalFollowUp.of(List.of(
 *     EventInterval.between(90, 180), EventInterval.between(180, 365), EventInterval.after(365),
 *     EventInterval.upTo(90), EventInterval.between(90, 365), EventInterval.after(180)));
 * Covariates design = Covariates.ofRows(6).number("lesion", 20, 15, 10, 45, 40, 30).build();
 * ParametricModel model = ParametricRegression.of(TimeDistribution.WEIBULL).fit(hips, design);
 * model.rows();                                            // 6
 * RegressionCoefficient lesion = model.coefficient("lesion");
 * lesion.method();                                         // WALD
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1002/9781118032985">Kalbfleisch JD, Prentice RL. The Statistical
 *     Analysis of Failure Time Data. 2nd ed. Wiley; 2002, chapter 3</a>
 */
public final class ParametricRegression {
  private static final double DEFAULT_LEVEL = 0.95;

  private final TimeDistribution distribution;
  private final double level;

  private ParametricRegression(TimeDistribution distribution, double level) {
    this.distribution = distribution;
    this.level = level;
  }

  /**
   * Returns the model with times of a distribution, and limits at 95 %.
   *
   * @param distribution the distribution
   * @return the defaults
   */
  public static ParametricRegression of(TimeDistribution distribution) {
    return new ParametricRegression(
        Objects.requireNonNull(distribution, "distribution"), DEFAULT_LEVEL);
  }

  /**
   * Chooses the confidence level.
   *
   * @param confidence a probability between 0 and 1, both excluded
   * @return the same model at that level
   * @throws IllegalArgumentException if the level does not lie between 0 and 1
   */
  public ParametricRegression withLevel(double confidence) {
    return new ParametricRegression(distribution, ConfidenceLevel.check(confidence));
  }

  /**
   * Fits the model to times known exactly or censored on the right, in the rows in which no
   * covariate is missing. Groups and strata do not count.
   *
   * @param followUp the rows, with their entries, weights and clusters
   * @param covariates the design over the same rows
   * @return the model
   * @throws IllegalArgumentException if the design has another number of rows, no complete row has
   *     the event, an event is at time 0, covariates are constant or linearly dependent, the rows
   *     do not tell a scale, or the steps run out before the maximum
   */
  public ParametricModel fit(FollowUp followUp, Covariates covariates) {
    check(
        Objects.requireNonNull(followUp, "followUp").size(),
        Objects.requireNonNull(covariates, "covariates"));
    List<ParametricFit.Row> rows = new ArrayList<>();
    for (int row : covariates.complete()) {
      double time = followUp.time(row);
      rows.add(new ParametricFit.Row(
          followUp.isEvent(row) ? EventInterval.at(time) : EventInterval.after(time),
          followUp.entry(row),
          followUp.weight(row),
          followUp.cluster(row)));
    }
    return new ParametricFit(distribution, level, covariates, rows, followUp.clusters()).model();
  }

  /**
   * Fits the model to intervals, in the rows in which no covariate is missing. Groups do not count.
   *
   * @param followUp the rows, with their clusters
   * @param covariates the design over the same rows
   * @return the model
   * @throws IllegalArgumentException as for {@link #fit(FollowUp, Covariates)}
   */
  public ParametricModel fit(IntervalFollowUp followUp, Covariates covariates) {
    check(
        Objects.requireNonNull(followUp, "followUp").size(),
        Objects.requireNonNull(covariates, "covariates"));
    OptionalInt clusters = followUp.clusters();
    List<ParametricFit.Row> rows = new ArrayList<>();
    for (int row : covariates.complete()) {
      rows.add(new ParametricFit.Row(
          followUp.interval(row), OptionalDouble.empty(), 1, followUp.cluster(row)));
    }
    return new ParametricFit(distribution, level, covariates, rows, clusters).model();
  }

  private static void check(int rows, Covariates covariates) {
    if (covariates.rows() != rows) {
      throw new IllegalArgumentException("rows of the design [count] must be as many as of the "
          + "follow-up, " + rows + ", but were " + covariates.rows());
    }
  }

  @Override
  public String toString() {
    return "ParametricRegression{" + distribution.code() + ", level " + level + "}";
  }
}
