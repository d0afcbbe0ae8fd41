package io.github.avnfh.scoring.longitudinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.scoring.compare.ClusterRobust;
import io.github.avnfh.scoring.compare.ClusteredSample;
import io.github.avnfh.scoring.compare.Comparison;
import io.github.avnfh.scoring.compare.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Closed forms of estimating equations and of Firth's logistic regression. */
class EstimatingEquationsTest {
  private static final EstimatingEquations EQUATIONS = EstimatingEquations.withDefaults();

  /** 12 hips in each group at one visit, of which so many responded. */
  private static VisitScores responders(int first, int second) {
    List<String> hips = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    List<OptionalDouble> responses = new ArrayList<>();
    for (int hip = 0; hip < 24; hip++) {
      hips.add("h" + hip);
      groups.add(hip < 12 ? "I" : "III");
      responses.add(OptionalDouble.of(hip % 12 < (hip < 12 ? first : second) ? 1 : 0));
    }
    return VisitScores.of(hips, Collections.nCopies(24, "24"), responses)
        .groups(groups)
        .build();
  }

  private static VisitModelFit.Contrast contrast(Link link, SandwichVariance variance) {
    return EQUATIONS
        .with(link)
        .with(variance)
        .fit(responders(9, 4))
        .differences()
        .get(0);
  }

  @Test
  void givesTheMeasuresOfATwoByTwoTable() {
    // 9 of 12 against 4 of 12: the delta method on binomial variances
    VisitModelFit.Contrast odds = contrast(Link.LOGIT, SandwichVariance.SANDWICH);
    assertThat(odds.ratio().getAsDouble()).isCloseTo(4.0 * 3 / (8 * 9), within(1e-12));
    assertThat(odds.estimate().standardError())
        .isCloseTo(Math.sqrt(1.0 / 9 + 1.0 / 3 + 1.0 / 4 + 1.0 / 8), within(1e-10));
    VisitModelFit.Contrast risks = contrast(Link.LOG, SandwichVariance.SANDWICH);
    assertThat(risks.ratio().getAsDouble()).isCloseTo(4.0 / 9, within(1e-12));
    assertThat(risks.estimate().standardError())
        .isCloseTo(Math.sqrt(1.0 / 9 - 1.0 / 12 + 1.0 / 4 - 1.0 / 12), within(1e-10));
    VisitModelFit.Contrast difference = contrast(Link.IDENTITY, SandwichVariance.SANDWICH);
    assertThat(difference.estimate().estimate()).isCloseTo(-5.0 / 12, within(1e-12));
    assertThat(difference.estimate().standardError())
        .isCloseTo(Math.sqrt(9.0 * 3 / 12 / 12 / 12 + 4.0 * 8 / 12 / 12 / 12), within(1e-10));
    assertThat(difference.ratio()).isEmpty();
    assertThat(difference.estimate().degreesOfFreedom()).isEqualTo(22);
    assertThat(difference.name()).isEqualTo("24: III - I");
  }

  /** A hip has the leverage 1/12 in its group, so that both corrections are a factor. */
  @Test
  void correctsBySizeOfTheGroups() {
    double plain = contrast(Link.LOGIT, SandwichVariance.SANDWICH).estimate().standardError();
    assertThat(
            contrast(Link.LOGIT, SandwichVariance.KAUERMANN_CARROLL).estimate().standardError())
        .isCloseTo(plain * Math.sqrt(12.0 / 11), within(1e-10));
    assertThat(contrast(Link.LOGIT, SandwichVariance.MANCL_DEROUEN).estimate().standardError())
        .isCloseTo(plain * 12 / 11, within(1e-10));
  }

  @Test
  void bringsMeansToTheScaleOfTheScores() {
    VisitModelFit fit = EQUATIONS.with(Link.LOGIT).fit(responders(9, 4));
    VisitModelFit.Mean mean = fit.means().get(0);
    assertThat(mean.mean()).isCloseTo(0.75, within(1e-12));
    assertThat(mean.standardError()).isCloseTo(Math.sqrt(0.75 * 0.25 / 12), within(1e-10));
    assertThat(mean.lower()).isBetween(0.0, 0.75);
    assertThat(mean.upper()).isBetween(0.75, 1.0);
  }

  /** Hips of a patient counted together: independence on one visit is the mean by patient. */
  @Test
  void isTheClusteredMeanOnOneVisit() {
    List<Integer> patients = List.of(1, 1, 2, 3, 3, 4, 5, 6);
    double[] scores = {70, 74, 81, 66, 69, 90, 77, 58};
    VisitScores one = VisitScores.of(
            List.of("a", "b", "c", "d", "e", "f", "g", "h"),
            Collections.nCopies(8, "24"),
            Arrays.stream(scores).mapToObj(OptionalDouble::of).toList())
        .patients(patients)
        .build();
    VisitModelFit.Mean mean = EQUATIONS
        .with(WorkingCorrelation.INDEPENDENCE)
        .with(SandwichVariance.KAUERMANN_CARROLL)
        .fit(one)
        .means()
        .get(0);
    Estimate expected = Comparison.withDefaults()
        .with(ClusterRobust.CR2)
        .ofMean(ClusteredSample.of(scores, patients))
        .clustered();
    assertThat(mean.mean()).isCloseTo(expected.estimate(), within(1e-12));
    assertThat(mean.standardError()).isCloseTo(expected.standardError(), within(1e-10));
    assertThat(mean.hips()).isEqualTo(8);
    assertThat(mean.patients()).isEqualTo(6);
  }

  /** Patients with as many hips each: exchangeable is the mean of patients' means. */
  @Test
  void isTheMeanOfPatientsWhereAllHaveTwoHips() {
    VisitScores two = VisitScores.of(
            List.of("a", "b", "c", "d", "e", "f"),
            Collections.nCopies(6, "24"),
            DoubleStream.of(70, 74, 80, 84, 60, 64).mapToObj(OptionalDouble::of).toList())
        .patients(List.of(1, 1, 2, 2, 3, 3))
        .build();
    VisitModelFit.Mean mean = EQUATIONS.fit(two).means().get(0);
    assertThat(mean.mean()).isCloseTo(72, within(1e-12));
    // the means of patients are 72, 82 and 62: squares 200 over 3 squared
    assertThat(mean.standardError()).isCloseTo(Math.sqrt(200.0 / 9), within(1e-10));
  }

  @Test
  void refusesACellThatHoldsOnlyResponders() {
    assertThatThrownBy(() -> EQUATIONS.with(Link.LOGIT).fit(responders(12, 4)))
        .hasMessageStartingWith("a coefficient must have an estimate, but one of the logit link")
        .hasMessageContaining("Firth");
    assertThatThrownBy(() -> EQUATIONS.with(Link.LOGIT).fit(responders(12, 12)))
        .hasMessage("responses must be both 0 and 1, but the mean was 1.0");
    assertThatThrownBy(() -> EQUATIONS.with(Link.LOGIT).fit(responders(9, 4).map(each -> 2 * each)))
        .hasMessage("score of a model with the logit link must lie in 0.0..1.0, but was 2.0");
    assertThatThrownBy(() -> EQUATIONS.fit(VisitScores.of(
                List.of("a", "b"),
                List.of("0", "6"),
                List.of(OptionalDouble.of(1), OptionalDouble.of(2)))
            .build()))
        .hasMessage("patients [count] must be more than the 2 coefficients, but were 2");
  }

  /** Firth's estimate of a table is that with 1/2 added to each cell. */
  @Test
  void addsOneHalfToEachCellByFirth() {
    FirthLogistic.Result result = FirthLogistic.withDefaults().fit(responders(12, 4));
    FirthLogistic.OddsRatio ratio = result.oddsRatios().get(0);
    assertThat(ratio.term()).isEqualTo("group[III]");
    assertThat(ratio.oddsRatio()).isCloseTo(4.5 * 0.5 / (8.5 * 12.5), within(1e-8));
    // limits and p of the profile, as R's optimize finds them on the penalized likelihood
    assertThat(ratio.lower()).isCloseTo(FIRTH_LOWER, within(1e-6));
    assertThat(ratio.upper()).isCloseTo(FIRTH_UPPER, within(1e-5));
    assertThat(ratio.pValue()).isCloseTo(FIRTH_P, within(1e-8));
    assertThat(result.explanation().rules().get(0).id()).isEqualTo("LONGITUDINAL-FIRTH");
    assertThat(result.explanation().obstacles()).isEmpty();
  }

  private static final double FIRTH_LOWER = 0.000151672819;
  private static final double FIRTH_UPPER = 0.228707249590;
  private static final double FIRTH_P = 0.000399988382;
}
