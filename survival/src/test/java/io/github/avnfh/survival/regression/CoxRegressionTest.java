package io.github.avnfh.survival.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.Samples;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoxRegressionTest {
  private static final FollowUp LEUKEMIA = Samples.leukemia().build();

  /** The 11 maintained patients come first. */
  private static final Covariates NOT_MAINTAINED = Covariates.ofRows(23)
      .number("x", IntStream.range(0, 23).mapToDouble(i -> i < 11 ? 0 : 1).toArray())
      .build();

  /** Therneau TM, Grambsch PM. Modeling Survival Data. Springer; 2000, appendix E. */
  @Test
  void solvesTheSixRowsOnPaper() {
    FollowUp six = FollowUp.ofDays(
            new int[] {9, 1, 1, 6, 6, 8}, new boolean[] {true, true, false, true, true, false})
        .build();
    Covariates design = Covariates.ofRows(6).number("x", 0, 1, 1, 1, 0, 0).build();

    CoxModel breslow = CoxRegression.withDefaults().with(TieMethod.BRESLOW).fit(six, design);
    CoxModel efron = CoxRegression.withDefaults().fit(six, design);

    assertThat(breslow.coefficient("x").estimate().orElseThrow())
        .isCloseTo(Math.log(1.5 + Math.sqrt(33) / 2), within(1e-12));
    assertThat(efron.coefficient("x").estimate().orElseThrow())
        .isCloseTo(1.676857486, within(1e-9));
  }

  @Test
  void treatsTiesByThreeMethods() {
    assertCoefficient(TieMethod.BRESLOW, 0.9042197237, 0.5122479073);
    assertCoefficient(TieMethod.EFRON, 0.9155325750, 0.5119342752);
    assertCoefficient(TieMethod.EXACT, 0.9217608692, 0.5162484008);
  }

  private static void assertCoefficient(TieMethod ties, double estimate, double error) {
    RegressionCoefficient x =
        CoxRegression.withDefaults().with(ties).fit(LEUKEMIA, NOT_MAINTAINED).coefficient("x");
    assertThat(x.estimate().orElseThrow()).isCloseTo(estimate, within(1e-9));
    assertThat(x.standardError().orElseThrow()).isCloseTo(error, within(1e-9));
  }

  /** The values that the R package coxphf prints for these data. */
  @Test
  void penalizesTheLikelihoodAsFirthDid() {
    RegressionCoefficient x = CoxRegression.withDefaults()
        .with(TieMethod.BRESLOW)
        .withFirth()
        .fit(LEUKEMIA, NOT_MAINTAINED)
        .coefficient("x");

    assertThat(x.method()).isEqualTo(RegressionCoefficient.Method.PROFILE);
    assertThat(x.estimate().orElseThrow()).isCloseTo(0.868787893507, within(1e-7));
    assertThat(x.lower().orElseThrow()).isCloseTo(Math.log(0.9249104032), within(1e-9));
    assertThat(x.upper().orElseThrow()).isCloseTo(Math.log(6.7048288697), within(1e-9));
    assertThat(x.pValue().orElseThrow()).isCloseTo(0.0723517082, within(1e-9));
  }

  /** One event among two at risk: the likelihood is e^b / (1 + e^b), its information p (1 - p). */
  @Test
  void findsThePenalizedMaximumOnPaper() {
    FollowUp two =
        FollowUp.ofDays(new int[] {1, 2}, new boolean[] {true, false}).build();
    Covariates design = Covariates.ofRows(2).number("x", 1, 0).build();

    CoxModel ordinary = CoxRegression.withDefaults().fit(two, design);
    CoxModel firth = CoxRegression.withDefaults().withFirth().fit(two, design);

    // log p + log(p (1 - p)) / 2 is largest where p = 3/4
    assertThat(firth.coefficient("x").estimate().orElseThrow())
        .isCloseTo(Math.log(3), within(1e-9));
    // p = 1/2 without a covariate: log 1/2 + log(1/4) / 2
    assertThat(firth.logLikelihoodNull()).isCloseTo(-Math.log(4), within(1e-12));
    assertThat(firth.logLikelihood())
        .isCloseTo(Math.log(0.75) + Math.log(3.0 / 16) / 2, within(1e-9));
    // in tenths the information is that of one over 100
    Covariates tenths = Covariates.ofRows(2).number("x", 10, 0).build();
    assertThat(CoxRegression.withDefaults().withFirth().fit(two, tenths).logLikelihoodNull())
        .isCloseTo(-Math.log(4) + Math.log(10), within(1e-12));
    assertThat(ordinary.isEstimable()).isFalse();
    assertThat(ordinary.coefficient("x").direction()).isEqualTo(1);
    assertThat(ordinary.coefficient("x").ratio()).isEmpty();
    assertThat(ordinary.wald()).isEmpty();
    assertThat(ordinary.logLikelihood()).isCloseTo(0, within(1e-9));
  }

  @Test
  void leavesACovariateOutAsItsProfileDoes() {
    Covariates design = Covariates.ofRows(23)
        .number("x", IntStream.range(0, 23).mapToDouble(i -> i < 11 ? 0 : 1).toArray())
        .number("y", IntStream.range(0, 23).mapToDouble(i -> i * 7 % 10).toArray())
        .build();
    CoxModel firth = CoxRegression.withDefaults().withFirth().fit(LEUKEMIA, design);
    firth
        .dropOne()
        .forEach((name, test) -> assertThat(test.pValue())
            .isCloseTo(firth.coefficient(name).pValue().orElseThrow(), within(1e-8)));
  }

  /** All three events in stage III: no ratio of stage III to stage I, but a lower limit of it. */
  @Test
  void boundsBelowWhatRisesForEver() {
    FollowUp hips = FollowUp.ofDays(
            new int[] {1, 2, 3, 9, 9, 9, 9, 9},
            new boolean[] {true, true, true, false, false, false, false, false})
        .build();
    Covariates design = Covariates.ofRows(8)
        .factor(
            "stage", List.of("III", "III", "III", "III", "I", "I", "I", "I"), List.of("I", "III"))
        .build();

    RegressionCoefficient stage = CoxRegression.withDefaults()
        .withProfileLimits()
        .fit(hips, design)
        .coefficient("stage[III]");

    assertThat(stage.method()).isEqualTo(RegressionCoefficient.Method.NOT_ESTIMABLE);
    assertThat(stage.upper()).isEmpty();
    // log likelihood b * 3 - log(4 e^b + 4) - log(3 e^b + 4) - log(2 e^b + 4), its supremum -log 24
    double b = stage.lower().orElseThrow();
    double loss = -Math.log(24)
        - (3 * b
            - Math.log(4 * Math.exp(b) + 4)
            - Math.log(3 * Math.exp(b) + 4)
            - Math.log(2 * Math.exp(b) + 4));
    assertThat(2 * loss).isCloseTo(1.959963984540054 * 1.959963984540054, within(1e-5));
  }

  @Test
  void limitsByTheProfileLoseTheQuantileOfLikelihood() {
    RegressionCoefficient x = CoxRegression.withDefaults()
        .withProfileLimits()
        .withLevel(0.9)
        .fit(LEUKEMIA, NOT_MAINTAINED)
        .coefficient("x");
    CoxModel model = CoxRegression.withDefaults().fit(LEUKEMIA, NOT_MAINTAINED);

    double[] offset = IntStream.range(0, 23)
        .mapToDouble(i -> i < 11 ? 0 : x.upper().orElseThrow())
        .toArray();
    double held =
        CoxRegression.withDefaults().fit(LEUKEMIA, NOT_MAINTAINED, offset).logLikelihoodNull();
    assertThat(2 * (model.logLikelihood() - held))
        .isCloseTo(1.6448536269514722 * 1.6448536269514722, within(1e-8));
  }

  @Test
  void leavesOutRowsThatMissACovariateAndCountsThem() {
    List<OptionalDouble> ages = IntStream.range(0, 23)
        .mapToObj(i -> i == 4 || i == 7 ? OptionalDouble.empty() : OptionalDouble.of(20 + i % 9))
        .toList();
    Covariates design = Covariates.ofRows(23)
        .number("age", ages)
        .number("x", IntStream.range(0, 23).mapToDouble(i -> i < 11 ? 0 : 1).toArray())
        .build();

    CoxModel model = CoxRegression.withDefaults().fit(LEUKEMIA, design);

    assertThat(model.rows()).isEqualTo(21);
    assertThat(model.leftOut()).isEqualTo(2);
    assertThat(design.missing()).containsExactly(Map.entry("age", 2));
    assertThat(CoxRegression.withDefaults()
            .fit(LEUKEMIA, design.only(List.of("x")))
            .rows())
        .isEqualTo(21);
  }

  @Test
  void namesCovariatesThatDoNotVaryOrDependOnOthers() {
    double[] x = IntStream.range(0, 23).mapToDouble(i -> i < 11 ? 0 : 1).toArray();
    double[] three = IntStream.range(0, 23).mapToDouble(i -> 3).toArray();
    double[] twice = IntStream.range(0, 23).mapToDouble(i -> i < 11 ? 1 : 3).toArray();

    assertThatThrownBy(() -> CoxRegression.withDefaults()
            .fit(LEUKEMIA, Covariates.ofRows(23).number("site", three).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "covariate site must vary among the rows at risk at the events, but was" + " constant");
    assertThatThrownBy(() -> CoxRegression.withDefaults()
            .fit(
                LEUKEMIA,
                Covariates.ofRows(23).number("x", x).number("y", twice).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("covariates must not be linearly dependent among the rows at risk at the"
            + " events, but y was a combination of x");
  }

  @Test
  void refusesWhatItCannotFit() {
    CoxRegression exact = CoxRegression.withDefaults().with(TieMethod.EXACT);
    FollowUp weighted = Samples.leukemia()
        .weights(IntStream.range(0, 23).mapToDouble(i -> 1 + i % 2).toArray())
        .build();
    FollowUp alive = FollowUp.ofDays(new int[] {1, 2}, new boolean[2]).build();

    assertThatThrownBy(() -> exact.fit(weighted, NOT_MAINTAINED))
        .hasMessage("exact ties must go without case weights; efron or breslow take them");
    assertThatThrownBy(() -> exact.withFirth().fit(LEUKEMIA, NOT_MAINTAINED))
        .hasMessage("exact ties must go without Firth's penalty; efron or breslow take them");
    assertThatThrownBy(
            () -> exact.fit(alive, Covariates.ofRows(2).number("x", 1, 2).build()))
        .hasMessage("events in rows with all covariates [count] must be 1 or more, but were 0 in 2"
            + " rows");
    assertThatThrownBy(() -> exact.fit(alive, NOT_MAINTAINED))
        .hasMessage(
            "rows of the design [count] must be as many as of the follow-up, 2, but were" + " 23");
    assertThatThrownBy(() -> exact.withLevel(1))
        .hasMessage(
            "confidence level [probability] must lie in 0.0..1.0 without the ends, but was 1.0");
    assertThatThrownBy(() -> exact.fit(LEUKEMIA, NOT_MAINTAINED, 1))
        .hasMessage("offsets [count] must be as many as rows, 23, but were 1");
  }
}
