package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.evidence.Rule;

/**
 * Which cluster-robust variance of a linear model is taken, with the degrees of freedom that go
 * with it.
 *
 * <pre>{@code
 * ClusteredSample improvements = ClusteredSample.of(
 *     new double[] {34, 28, 41, 12, 15, 30}, List.of("P01", "P01", "P02", "P03", "P03", "P04"));
 * boolean[] women = {true, true, false, true, true, false};
 * Estimate reduced = Comparison.withDefaults().ofDifference(improvements, women).clustered();
 * reduced.standardError();    // 10.3350…
 * reduced.degreesOfFreedom(); // 1.8000…
 * Estimate inR = Comparison.withDefaults()
 *     .with(ClusterRobust.HC1)
 *     .ofDifference(improvements, women)
 *     .clustered();
 * inR.standardError();    // 9.434…
 * inR.degreesOfFreedom(); // 3.0
 * }</pre>
 */
public enum ClusterRobust implements Coded {
  /**
   * Bias-reduced linearization with Satterthwaite's degrees of freedom, both under a working model
   * of independent, equal errors: the default. It is unbiased under that model for any sizes of
   * groups and clusters, and its degrees of freedom fall where few patients carry the estimate.
   * Where every patient has one hip, a mean has the ordinary standard error on n - 1 degrees of
   * freedom, and a difference of two groups the standard error of Welch. R:
   * {@code clubSandwich::coef_test(lm, vcov = "CR2", cluster)}.
   *
   * @see <a href="https://www150.statcan.gc.ca/n1/pub/12-001-x/2002002/article/9058-eng.pdf">Bell
   *     RM, McCaffrey DF. Bias reduction in standard errors for linear regression with multi-stage
   *     samples. Surv Methodol 2002;28:169-81</a>
   * @see <a href="https://doi.org/10.1080/07350015.2016.1247004">Pustejovsky JE, Tipton E.
   *     Small-sample methods for cluster-robust variance estimation and hypothesis testing in fixed
   *     effects models. J Bus Econ Stat 2018;36:672-83</a>
   */
  CR2("CR2", ComparisonRules.CR2) {
    @Override
    double[] varianceAndFreedom(ClusterVariance sums, double[] contrast, double values) {
      return sums.biasReduced(contrast);
    }
  },

  /**
   * The variance times G / (G - 1) for G clusters, on G - 1 degrees of freedom. R:
   * {@code sandwich::vcovCL(lm, cluster, type = "HC0")}.
   */
  HC0("HC0", ComparisonRules.HC) {
    @Override
    double[] varianceAndFreedom(ClusterVariance sums, double[] contrast, double values) {
      double clusters = sums.clusters();
      // G / (G - 1) sum over clusters of (v'q)^2, on G - 1 degrees of freedom
      return new double[] {clusters / (clusters - 1) * sums.unadjusted(contrast), clusters - 1};
    }
  },

  /**
   * That of HC0 times (n - 1) / (n - k) for n values and k coefficients: no difference for a mean,
   * where k is 1. The default of R's sandwich: {@code sandwich::vcovCL(lm, cluster)}. Where one of
   * two groups has few patients, it is too small and has too many degrees of freedom.
   */
  HC1("HC1", ComparisonRules.HC) {
    @Override
    double[] varianceAndFreedom(ClusterVariance sums, double[] contrast, double values) {
      double[] answer = HC0.varianceAndFreedom(sums, contrast, values);
      answer[0] *= (values - 1) / (values - contrast.length);
      return answer;
    }
  };

  private final String code;

  @SuppressWarnings("ImmutableEnumChecker") // a generated value without setters
  private final Rule rule;

  ClusterRobust(String code, Rule rule) {
    this.code = code;
    this.rule = rule;
  }

  abstract double[] varianceAndFreedom(ClusterVariance sums, double[] contrast, double values);

  Rule rule() {
    return rule;
  }

  @Override
  public String code() {
    return code;
  }
}
