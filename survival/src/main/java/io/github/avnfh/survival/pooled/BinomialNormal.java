package io.github.avnfh.survival.pooled;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.statistics.ConfidenceLevel;
import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.core.table.Count;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * Proportions pooled by their exact likelihood: binomial counts whose logits are normal between
 * studies. The method for rare events, since no study without one needs an addition.
 *
 * <p>The likelihood is the product over studies of the integral of C(n, x) p^x (1 - p)^(n - x) with
 * logit p = m + s z over the standard normal z. Each integral is taken by the trapezoid rule around
 * the mode of that integrand, which is exact to rounding for such functions. The mean m and the
 * standard deviation s have the greatest likelihood, as in metafor's {@code rma.glmm(measure =
 * "PLO")}. Limits are those of the profile likelihood: all m at which twice the logarithm is lower
 * by no more than the quantile of chi-square with one degree of freedom. The ends of the prediction
 * are m &plusmn; t times the root of s&sup2; and the squared standard error, with the quantile of t
 * for studies less one.
 *
 * <p>Where no study has an event, or all hips of all studies have one, the variance between studies
 * is not estimable; the limits are then those of Clopper and Pearson for all studies as one.
 *
 * <pre>{@code
 * PooledEstimate infections = BinomialNormal.withDefaults().pool(List.of(
 *     PooledStudy.ofProportion("Series A", Count.of(0, 20), CountedUnit.HIPS),
 *     PooledStudy.ofProportion("Series B", Count.of(1, 35), CountedUnit.HIPS),
 *     PooledStudy.ofProportion("Series C", Count.of(2, 60), CountedUnit.HIPS)));
 * infections.estimate(); // 0.026…
 * infections.lower();    // 0.004…
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1002/sim.4040">Stijnen T, Hamza TH, &Ouml;zdemir P. Random
 *     effects meta-analysis of event outcome in the framework of the generalized linear mixed model
 *     with applications in sparse data. Stat Med 2010;29:3046-67</a>
 */
public final class BinomialNormal {
  static final Rule LIKELIHOOD = Rule.of(
      "POOLED-BINOMIAL",
      "1.0",
      "counts are binomial with logits that are normal between studies; the greatest likelihood and"
          + " the limits of its profile",
      Citation.of(
          "Stijnen T, Hamza TH, Özdemir P",
          "Random effects meta-analysis of event outcome in the framework of the generalized linear"
              + " mixed model with applications in sparse data",
          "Stat Med 2010;29:3046-67",
          "10.1002/sim.4040"));

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final double FARTHEST_LOGIT = 25;
  private static final double LARGEST_DEVIATION = 8;
  private static final double STEP = 0.4;
  private static final int STEPS = 20;
  private static final double CLOSE = 1e-10;

  private final double level;

  private BinomialNormal(double level) {
    this.level = level;
  }

  /**
   * Returns limits at the level 0.95.
   *
   * @return the options
   */
  public static BinomialNormal withDefaults() {
    return new BinomialNormal(0.95);
  }

  /**
   * Chooses the level of limits and prediction.
   *
   * @param probability the level, above 0 and below 1
   * @return options with that level
   * @throws IllegalArgumentException if the level does not lie above 0 and below 1
   */
  public BinomialNormal withLevel(double probability) {
    return new BinomialNormal(ConfidenceLevel.check(probability));
  }

  /**
   * Pools proportions.
   *
   * @param studies two studies or more with counts, of one unit
   * @return the pooled proportion
   * @throws IllegalArgumentException if there are fewer than two studies, they count different
   *     units, or they are no proportions
   */
  public PooledEstimate pool(List<PooledStudy> studies) {
    RandomEffects.check(studies);
    if (studies.get(0).scale() != PooledScale.LOGIT) {
      throw new IllegalArgumentException(
          "studies [proportions] must have counts, but gave means or survival");
    }
    int[] counts = studies.stream().mapToInt(study -> count(study).count()).toArray();
    int[] totals = studies.stream().mapToInt(study -> count(study).total()).toArray();
    int events = Arrays.stream(counts).sum();
    int all = Arrays.stream(totals).sum();
    return events == 0 || events == all
        ? asOne(studies, events, all)
        : fitted(studies, new Likelihood(counts, totals));
  }

  private static Count count(PooledStudy study) {
    return study.count().orElseThrow();
  }

  private PooledEstimate asOne(List<PooledStudy> studies, int events, int all) {
    // p^n = alpha / 2
    double beyond = Math.pow((1 - level) / 2, 1.0 / all);
    return ImmutablePooledEstimate.builder()
        .addAllStudies(studies)
        .estimate(events == 0 ? 0 : 1)
        .lower(events == 0 ? 0 : beyond)
        .upper(events == 0 ? 1 - beyond : 1)
        .level(level)
        .standardError(OptionalDouble.empty())
        .variance(OptionalDouble.empty())
        .predictionLower(OptionalDouble.empty())
        .predictionUpper(OptionalDouble.empty())
        .heterogeneity(OptionalDouble.empty())
        .inconsistency(OptionalDouble.empty())
        .addRules(LIKELIHOOD)
        .build();
  }

  private PooledEstimate fitted(List<PooledStudy> studies, Likelihood likelihood) {
    double deviation =
        likelihood.best(s -> likelihood.of(likelihood.mean(s), s), 0, LARGEST_DEVIATION);
    double mean = likelihood.mean(deviation);
    double least =
        likelihood.of(mean, deviation) - Distribution.chiSquare(1).upperQuantile(1 - level) / 2;
    double error = likelihood.standardError(mean, deviation);
    double quantile = Distribution.studentT(studies.size() - 1).upperQuantile((1 - level) / 2);
    return RandomEffects.builder(
            studies,
            mean,
            mean - likelihood.limit(mean, -FARTHEST_LOGIT, least),
            likelihood.limit(mean, FARTHEST_LOGIT, least) - mean,
            quantile * Math.sqrt(deviation * deviation + error * error))
        .level(level)
        .standardError(error)
        .variance(deviation * deviation)
        .heterogeneity(OptionalDouble.empty())
        .inconsistency(OptionalDouble.empty())
        .addRules(LIKELIHOOD)
        .build();
  }

  /** The logarithm of the likelihood without the binomial coefficients, and its maxima. */
  private static final class Likelihood {
    private final int[] counts;
    private final int[] totals;

    Likelihood(int[] counts, int[] totals) {
      this.counts = counts;
      this.totals = totals;
    }

    double of(double mean, double deviation) {
      double sum = 0;
      for (int i = 0; i < counts.length; i++) {
        sum += deviation < 1e-9 ? binomial(i, mean) : integral(i, mean, deviation);
      }
      return sum;
    }

    /** x log p + (n - x) log(1 - p) by the logit, without overflow. */
    private double binomial(int study, double logit) {
      double softplus = Math.max(0, logit) + Math.log1p(Math.exp(-Math.abs(logit)));
      return counts[study] * logit - totals[study] * softplus;
    }

    /** Around the mode of the integrand in z, in units of its curvature there. */
    private double integral(int study, double mean, double deviation) {
      double z = mode(study, mean, deviation);
      double curvature = curvature(study, mean, deviation, z);
      // 20 steps of 0.4 reach 8 standard deviations to either side
      double width = STEP / Math.sqrt(curvature);
      // relative to the height of the mode, so that the exponentials neither overflow nor vanish
      double top = binomial(study, mean + deviation * z) - z * z / 2;
      double sum = 0;
      for (int i = -STEPS; i <= STEPS; i++) {
        double at = z + i * width;
        sum += Math.exp(binomial(study, mean + deviation * at) - at * at / 2 - top);
      }
      return top + Math.log(sum * width / Math.sqrt(2 * Math.PI));
    }

    /**
     * Where the integrand is highest: steps of Newton between the ends that are known to lie on
     * either side of it, and halving where a step would leave them, as it does where the logit is
     * flat.
     */
    private double mode(int study, double mean, double deviation) {
      // z = s (x - n p(z)) at the mode, and its right side falls: it lies between 0 and that of 0
      double slope = slope(study, mean, deviation, 0);
      double low = Math.min(0, slope);
      double high = Math.max(0, slope);
      double z = 0;
      while (high - low > CLOSE * (1 + Math.abs(z))) {
        double next = z + slope / curvature(study, mean, deviation, z);
        boolean isInside = next > low && next < high;
        double move = isInside ? next - z : low + (high - low) / 2 - z;
        z += move;
        if (isInside && Math.abs(move) < CLOSE * (1 + Math.abs(z))) {
          return z;
        }
        slope = slope(study, mean, deviation, z);
        low = slope > 0 ? z : low;
        high = slope > 0 ? high : z;
      }
      return z;
    }

    /** d/dz of x log p + (n - x) log(1 - p) - z^2 / 2 at logit p = m + s z. */
    private double slope(int study, double mean, double deviation, double z) {
      double p = PooledScale.LOGIT.back(mean + deviation * z);
      return deviation * (counts[study] - totals[study] * p) - z;
    }

    /** Minus the second derivative. */
    private double curvature(int study, double mean, double deviation, double z) {
      double p = PooledScale.LOGIT.back(mean + deviation * z);
      return deviation * deviation * totals[study] * p * (1 - p) + 1;
    }

    /** The mean of greatest likelihood; the logarithm is concave in it. */
    double mean(double deviation) {
      return best(mean -> of(mean, deviation), -FARTHEST_LOGIT, FARTHEST_LOGIT);
    }

    /** The logarithm at a mean, with the deviation that fits best to it. */
    private double profile(double mean) {
      return of(mean, best(deviation -> of(mean, deviation), 0, LARGEST_DEVIATION));
    }

    /** The mean beyond the best one at which the profile has fallen to a value. */
    double limit(double best, double farthest, double value) {
      double inside = best;
      double outside = farthest;
      for (int step = 0; step < 50; step++) {
        double middle = (inside + outside) / 2;
        if (profile(middle) >= value) {
          inside = middle;
        } else {
          outside = middle;
        }
      }
      return inside;
    }

    /** From the second differences of the logarithm in both parameters. */
    double standardError(double mean, double deviation) {
      double h = 1e-3;
      double here = of(mean, deviation);
      // minus second derivatives: [f(x + h) - 2 f(x) + f(x - h)] / h^2
      double byMean = (2 * here - of(mean + h, deviation) - of(mean - h, deviation)) / (h * h);
      if (deviation < 2 * h) {
        return 1 / Math.sqrt(byMean);
      }
      double byDeviation = (2 * here - of(mean, deviation + h) - of(mean, deviation - h)) / (h * h);
      double mixed = (of(mean + h, deviation - h)
              + of(mean - h, deviation + h)
              - of(mean + h, deviation + h)
              - of(mean - h, deviation - h))
          / (4 * h * h);
      // the corner of the inverse of a matrix of two by two
      return Math.sqrt(byDeviation / (byMean * byDeviation - mixed * mixed));
    }

    /** Golden section search for the highest of a function with one peak. */
    double best(DoubleUnaryOperator function, double from, double to) {
      double low = from;
      double high = to;
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      double atLeft = function.applyAsDouble(left);
      double atRight = function.applyAsDouble(right);
      while (high - low > 1e-8) {
        if (atLeft >= atRight) {
          // the highest lies left of the right point; the golden ratio lets one point serve again
          high = right;
          right = left;
          atRight = atLeft;
          left = high - GOLDEN * (high - low);
          atLeft = function.applyAsDouble(left);
        } else {
          low = left;
          left = right;
          atLeft = atRight;
          right = low + GOLDEN * (high - low);
          atRight = function.applyAsDouble(right);
        }
      }
      return low < 1e-7 && from == 0 ? 0 : (low + high) / 2;
    }
  }

  @Override
  public String toString() {
    return "BinomialNormal{level " + level + "}";
  }
}
