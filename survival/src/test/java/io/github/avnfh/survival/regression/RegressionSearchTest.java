package io.github.avnfh.survival.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.survival.FollowUp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That every search for a maximum ends there, or is refused in so many words. */
class RegressionSearchTest {
  private static final List<String> REFUSALS = List.of(
      "covariate x",
      "covariates must not be linearly dependent",
      "every coefficient of the model without frailty must be estimable",
      "likelihood must have a maximum within 200 steps, but the last step still gained ",
      "marginal likelihood of frailty must have a maximum within 500 steps, but the last step was",
      "partial likelihood must have a maximum within ",
      "times must tell a scale");

  private static final Map<String, Function<Rows, List<RegressionCoefficient>>> METHODS =
      new TreeMap<>(Map.of(
          "cox", rows -> cox(rows, CoxRegression.withDefaults()),
          "exact", rows -> cox(rows, CoxRegression.withDefaults().with(TieMethod.EXACT)),
          "firth", rows -> cox(rows, CoxRegression.withDefaults().withFirth()),
          "frailty",
              rows -> GammaFrailty.withDefaults()
                  .fit(rows.followUp(), rows.covariates())
                  .coefficients(),
          "exponential", rows -> parametric(rows, TimeDistribution.EXPONENTIAL),
          "weibull", rows -> parametric(rows, TimeDistribution.WEIBULL),
          "log_logistic", rows -> parametric(rows, TimeDistribution.LOG_LOGISTIC),
          "log_normal", rows -> parametric(rows, TimeDistribution.LOG_NORMAL)));

  private record Rows(FollowUp followUp, Covariates covariates) {
    /** Few rows with ties, clusters, and covariates of which some have tails without end. */
    static Rows of(int seed) {
      Random random = new Random(seed);
      int n = 6 + random.nextInt(40);
      int p = 1 + random.nextInt(3);
      double tail = random.nextInt(3) == 0 ? 0 : random.nextInt(12);
      double[] times = new double[n];
      boolean[] events = new boolean[n];
      double[][] x = new double[p][n];
      int[] clusters = new int[n];
      double spread = random.nextInt(4);
      for (int i = 0; i < n; i++) {
        times[i] = random.nextInt(3) == 0
            ? 1 + random.nextInt(6)
            : Math.exp(spread * random.nextGaussian());
        events[i] = random.nextInt(3) > 0;
        clusters[i] = i / (1 + random.nextInt(3));
        random.nextGaussian();
        for (int j = 0; j < p; j++) {
          x[j][i] = random.nextInt(3) == 0
              ? random.nextInt(2)
              : random.nextGaussian() * Math.exp(tail * random.nextGaussian());
        }
      }
      Covariates.Builder design = Covariates.ofRows(n);
      for (int j = 0; j < p; j++) {
        design.number("x" + j, x[j]);
      }
      return new Rows(FollowUp.ofTimes(times, events).clusters(clusters).build(), design.build());
    }
  }

  private static List<RegressionCoefficient> cox(Rows rows, CoxRegression options) {
    return options.fit(rows.followUp().ignoringClusters(), rows.covariates()).coefficients();
  }

  private static List<RegressionCoefficient> parametric(Rows rows, TimeDistribution distribution) {
    return ParametricRegression.of(distribution)
        .fit(rows.followUp().ignoringClusters(), rows.covariates())
        .coefficients();
  }

  /** What a method answers: its numbers, or the words in which it refuses. */
  private static String answer(String method, int seed) {
    try {
      for (RegressionCoefficient each :
          Objects.requireNonNull(METHODS.get(method)).apply(Rows.of(seed))) {
        each.estimate().ifPresent(value -> assertThat(value).as(method).isFinite());
        each.pValue().ifPresent(p -> assertThat(p).as(method).isBetween(0.0, 1.0));
      }
      return "found";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void endsAtTheMaximumOrRefuses() {
    for (int seed = 0; seed < 15; seed++) {
      for (String method : METHODS.keySet()) {
        String answer = answer(method, seed);
        assertThat(answer.equals("found") || REFUSALS.stream().anyMatch(answer::startsWith))
            .as(method + ", rows " + seed + ": " + answer)
            .isTrue();
      }
    }
  }

  /** Rows on which the steps run out, or on which predictors of a profile overflow. */
  @ParameterizedTest
  @CsvSource({
    "frailty, 40, 'marginal likelihood of frailty must have a maximum within 500 steps'",
    "weibull, 94, 'likelihood must have a maximum within 200 steps'",
    "exponential, 144, 'likelihood must have a maximum within 200 steps'",
    "log_normal, 144, 'likelihood must have a maximum within 200 steps'",
  })
  void saysThatItsStepsRanOut(String method, int seed, String words) {
    assertThat(answer(method, seed)).startsWith(words);
  }
}
