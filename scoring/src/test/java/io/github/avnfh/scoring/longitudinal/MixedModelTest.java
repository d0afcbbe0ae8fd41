package io.github.avnfh.scoring.longitudinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.statistics.PValueAdjustment;
import io.github.avnfh.scoring.compare.ClusteredSample;
import io.github.avnfh.scoring.compare.Comparison;
import io.github.avnfh.scoring.compare.Estimate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Published numbers, closed forms and refusals of models over visits. */
class MixedModelTest {
  private static final MixedModel MODEL = MixedModel.withDefaults();
  private static final double EXACT = 1e-9;

  /** Simulated scores of 46 hips at 0, 6 and 24 months, 12 of them missing. */
  private static VisitScores threeVisits() throws IOException {
    List<String> hips = new ArrayList<>();
    List<String> visits = new ArrayList<>();
    List<OptionalDouble> scores = new ArrayList<>();
    try (InputStream file = MixedModelTest.class.getResourceAsStream("three_visits.csv")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      text.replace("\"", "").lines().skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
        hips.add(cells[0]);
        visits.add(cells[1]);
        scores.add(
            cells[2].equals("NA")
                ? OptionalDouble.empty()
                : OptionalDouble.of(Double.parseDouble(cells[2])));
      });
    }
    assertThat(scores).hasSize(138);
    return VisitScores.of(hips, visits, scores).build();
  }

  private static VisitModelFit.Contrast lastChange(VisitModelFit fit) {
    return fit.changes().get(fit.changes().size() - 1);
  }

  private static void isClose(Estimate actual, double estimate, double error, double degrees) {
    assertThat(actual.estimate()).isCloseTo(estimate, within(2e-7 * Math.abs(estimate)));
    assertThat(actual.standardError()).isCloseTo(error, within(1e-6 * error));
    assertThat(actual.degreesOfFreedom()).isCloseTo(degrees, within(5e-4));
  }

  @Test
  void agreesWithLme4OnThreeVisits() throws IOException {
    VisitModelFit fit = MODEL.fit(threeVisits());
    assertThat(fit.data())
        .hasToString("VisitScores{126 scores of 46 hips of 46 patients at 3 visits}");
    assertThat(lastChange(fit).name()).isEqualTo("24 - 0");
    isClose(lastChange(fit).estimate(), 23.27368028, 1.244515855, 81.0676);
    assertThat(fit.minusTwoLogLikelihood().getAsDouble()).isCloseTo(865.47342033, within(1e-7));
    assertThat(fit.variances().get("hip")).isCloseTo(54.2030599454, within(1e-5));
    assertThat(fit.variances().get("residual")).isCloseTo(32.7217997329, within(1e-5));
    assertThat(fit.intraclassCorrelations().get("hip"))
        .isCloseTo(54.2030599454 / (54.2030599454 + 32.7217997329), within(1e-7));
    isClose(
        lastChange(MODEL.with(DegreesOfFreedom.KENWARD_ROGER).fit(threeVisits()))
            .estimate(),
        23.27368028,
        1.245277286,
        79.829068);
  }

  /**
   * {@code unstructured.R} searches on, by Newton's method on numerical derivatives, from where a
   * general optimizer ends: it is the maximum.
   */
  @Test
  void endsWhereNoSearchFindsMore() throws IOException {
    VisitModelFit fit = MODEL.with(VisitCovariance.UNSTRUCTURED).fit(threeVisits());
    assertThat(fit.minusTwoLogLikelihood().getAsDouble()).isCloseTo(849.1766333789, within(1e-9));
    Estimate change = lastChange(fit).estimate();
    assertThat(change.estimate()).isCloseTo(23.3352482795, within(5e-9));
    assertThat(change.standardError()).isCloseTo(1.2760581606, within(5e-8));
    assertThat(change.degreesOfFreedom()).isCloseTo(43.4094308, within(1e-5));
  }

  private static VisitModelFit.EffectTest visits(MixedModel model) {
    int[][] rows = {
      {50, 61, 78},
      {44, 58, 70},
      {62, 75, 71},
      {47, 60, 73},
      {55, 67, 80},
      {40, 55, 69},
      {51, 52, 66}
    };
    List<String> hips = new ArrayList<>();
    List<String> visits = new ArrayList<>();
    List<OptionalDouble> scores = new ArrayList<>();
    for (int hip = 0; hip < rows.length; hip++) {
      for (int visit = 0; visit < 3; visit++) {
        hips.add("h" + hip);
        visits.add(Integer.toString(6 * visit));
        scores.add(OptionalDouble.of(rows[hip][visit]));
      }
    }
    return model.fit(VisitScores.of(hips, visits, scores).build()).effects().get(0);
  }

  private static void isF(VisitModelFit.EffectTest test, double f, double degrees, double p) {
    assertThat(test.effect()).isEqualTo("visit");
    assertThat(test.statistic()).isCloseTo(f, within(1e-8 * f));
    assertThat(test.numeratorDegreesOfFreedom()).isEqualTo(2);
    assertThat(test.denominatorDegreesOfFreedom()).isCloseTo(degrees, within(1e-6));
    assertThat(test.pValue()).isCloseTo(p, within(1e-7 * p));
  }

  /**
   * R: {@code aov(y ~ visit + Error(hip))}, and of the changes from the first visit Hotelling's T
   * squared, 7 m' solve(cov) m, times (7 - 2)/(2 (7 - 1)).
   */
  @Test
  void testsVisitsOfCompleteHipsByTheExactTests() {
    for (DegreesOfFreedom method :
        List.of(DegreesOfFreedom.SATTERTHWAITE, DegreesOfFreedom.KENWARD_ROGER)) {
      isF(visits(MODEL.with(method)), 42.089921318846, 12, 3.77209918064942e-06);
    }
    isF(
        visits(MODEL.with(VisitCovariance.UNSTRUCTURED).with(DegreesOfFreedom.KENWARD_ROGER)),
        30.2964694734308,
        5,
        0.00160428781589112);
    assertThat(MODEL.with(DegreesOfFreedom.CR2).fit(pairs()).effects()).isEmpty();
  }

  @Test
  void testsTwoVisitsByTheSquareOfT() {
    VisitModelFit fit = MODEL.fit(pairs());
    double t = lastChange(fit).estimate().statistic().orElseThrow();
    VisitModelFit.EffectTest test = fit.effects().get(0);
    assertThat(test.statistic()).isCloseTo(t * t, within(1e-9 * t * t));
    assertThat(test.denominatorDegreesOfFreedom()).isCloseTo(5, within(1e-6));
    assertThat(test.pValue())
        .isCloseTo(lastChange(fit).estimate().pValue().orElseThrow(), within(1e-12));
  }

  /** mmrm ends 7e-8 above the maximum of the likelihood, and its estimates 2e-6 beside it. */
  @Test
  void agreesWithMmrmOnThreeVisits() throws IOException {
    MixedModel unstructured = MODEL.with(VisitCovariance.UNSTRUCTURED);
    VisitModelFit fit = unstructured.fit(threeVisits());
    isClose(lastChange(fit).estimate(), 23.33525072, 1.276057291, 43.40966674);
    assertThat(fit.minusTwoLogLikelihood().getAsDouble())
        .isLessThan(849.17663345)
        .isCloseTo(849.17663345, within(1e-7));
    isClose(
        lastChange(unstructured.with(DegreesOfFreedom.KENWARD_ROGER_LINEAR).fit(threeVisits()))
            .estimate(),
        23.33525072,
        1.279239350,
        43.40966674);
  }

  /** Six hips at two visits: differences 10, 12, 8, 15, 9 and 12. */
  private static final double[] BEFORE = {50, 61, 47, 55, 58, 52};

  private static final double[] AFTER = {60, 73, 55, 70, 67, 64};

  private static VisitScores pairs() {
    List<String> hips = new ArrayList<>();
    List<String> visits = new ArrayList<>();
    List<OptionalDouble> scores = new ArrayList<>();
    for (int hip = 0; hip < 6; hip++) {
      Collections.addAll(hips, "h" + hip, "h" + hip);
      Collections.addAll(visits, "0", "6");
      Collections.addAll(scores, OptionalDouble.of(BEFORE[hip]), OptionalDouble.of(AFTER[hip]));
    }
    return VisitScores.of(hips, visits, scores).build();
  }

  @Test
  void isThePairedTestWithTwoCompleteVisits() {
    // mean 11, SD sqrt(32 / 5), so SE sqrt(32 / 30)
    for (VisitCovariance covariance :
        List.of(VisitCovariance.RANDOM_INTERCEPTS, VisitCovariance.UNSTRUCTURED)) {
      for (DegreesOfFreedom method : DegreesOfFreedom.values()) {
        Estimate change =
            lastChange(MODEL.with(covariance).with(method).fit(pairs())).estimate();
        assertThat(change.estimate()).isCloseTo(11, within(EXACT));
        assertThat(change.standardError()).isCloseTo(Math.sqrt(32.0 / 30), within(EXACT));
        assertThat(change.degreesOfFreedom()).isCloseTo(5, within(1e-6));
      }
    }
  }

  /** With complete visits, contrasts of an unstructured model are those of Hotelling's. */
  @Test
  void isTheMultivariateTestWithCompleteVisits() {
    Random random = new Random(3);
    int hips = 15;
    double[][] gain = new double[2][hips];
    List<String> hipOfRow = new ArrayList<>();
    List<String> visits = new ArrayList<>();
    List<OptionalDouble> scores = new ArrayList<>();
    for (int hip = 0; hip < hips; hip++) {
      double before = 50 + 8 * random.nextGaussian();
      for (int visit = 0; visit < 3; visit++) {
        double score = before + 10 * visit + (2 + visit) * random.nextGaussian();
        before = visit == 0 ? score : before;
        hipOfRow.add("h" + hip);
        visits.add(String.valueOf(6 * visit));
        scores.add(OptionalDouble.of(score));
        if (visit > 0) {
          gain[visit - 1][hip] = score - before;
        }
      }
    }
    VisitModelFit fit = MODEL
        .with(VisitCovariance.UNSTRUCTURED)
        .fit(VisitScores.of(hipOfRow, visits, scores).build());
    for (int visit = 0; visit < 2; visit++) {
      Estimate expected = Comparison.withDefaults()
          .ofMean(
              ClusteredSample.of(gain[visit], IntStream.range(0, hips).boxed().toList()))
          .naive();
      Estimate actual = fit.changes().get(visit).estimate();
      assertThat(actual.estimate()).isCloseTo(expected.estimate(), within(EXACT));
      assertThat(actual.standardError()).isCloseTo(expected.standardError(), within(1e-8));
      assertThat(actual.degreesOfFreedom()).isCloseTo(14, within(1e-5));
    }
  }

  @Test
  void isTheModelWithoutPatientsWhereEachHasOneHip() {
    VisitScores named = VisitScores.of(
            List.of("a", "a", "b", "b", "c", "c"),
            List.of("0", "6", "0", "6", "0", "6"),
            values(50, 60, 61, 73, 47, 55))
        .patients(List.of(1, 1, 2, 2, 3, 3))
        .build();
    assertThat(MODEL.fit(named).variances()).containsOnlyKeys("hip", "residual");
    assertThat(named.hasPatientsWithTwoHips()).isFalse();
  }

  /** Four hips whose means do not differ more than their scores do. */
  @Test
  void saysThatAVarianceIsZero() {
    VisitScores alike = VisitScores.of(
            List.of("a", "a", "b", "b", "c", "c", "d", "d"),
            List.of("0", "6", "0", "6", "0", "6", "0", "6"),
            values(50, 70, 60, 60, 52, 69, 58, 61))
        .build();
    VisitModelFit fit = MODEL.fit(alike);
    assertThat(fit.isSingular()).isTrue();
    assertThat(fit.variances().get("hip")).isZero();
    // residual variance of both visits pooled: squares 68 and 82 on 6 degrees of freedom
    assertThat(fit.variances().get("residual")).isCloseTo(150.0 / 6, within(1e-8));
    assertThat(lastChange(fit).estimate().degreesOfFreedom()).isCloseTo(6, within(1e-6));
    assertThat(fit.explanation().obstacles())
        .containsExactly(
            "a variance above 0: the scores are no more alike within hips than among them");
  }

  private static List<OptionalDouble> values(double... values) {
    return DoubleStream.of(values).mapToObj(OptionalDouble::of).toList();
  }

  @Test
  void fitsALineOverTime() {
    VisitScores line = VisitScores.of(
            List.of("a", "a", "a", "b", "b", "b"),
            List.of("0", "6", "24", "0", "6", "24"),
            values(50, 56, 74, 41, 46, 65))
        .build();
    VisitModelFit fit = MODEL.with(TimeEffect.SLOPE).fit(line);
    // least squares within both hips: the mean slope, as both have the same times
    double slope = (sxy(50, 56, 74) + sxy(41, 46, 65)) / (2 * 312);
    assertThat(fit.slopes()).hasSize(1);
    assertThat(fit.slopes().get(0).name()).isEqualTo("slope");
    assertThat(fit.slopes().get(0).estimate().estimate()).isCloseTo(slope, within(EXACT));
    assertThat(fit.coefficients().get(1).estimate().estimate()).isCloseTo(slope, within(EXACT));
    assertThat(fit.coefficients().get(1).term()).isEqualTo("visit");
  }

  /**
   * A curve with as many columns as there are later visits goes through the means of the visits.
   */
  @Test
  void fitsACurveOverTime() throws IOException {
    VisitModelFit factor = MODEL.fit(threeVisits());
    VisitModelFit spline = MODEL.with(TimeEffect.SPLINE3).fit(threeVisits());
    assertThat(spline.coefficients().stream().map(VisitModelFit.Coefficient::term))
        .containsExactly("(intercept)", "visit[1]", "visit[2]");
    assertThat(spline.slopes()).isEmpty();
    for (int visit = 0; visit < 3; visit++) {
      assertThat(spline.means().get(visit).mean())
          .isCloseTo(factor.means().get(visit).mean(), within(1e-8));
    }
    assertThatThrownBy(() -> MODEL
            .with(TimeEffect.SLOPE)
            .fit(VisitScores.of(List.of("a", "a"), List.of("0", "last"), values(50, 60))
                .build()))
        .hasMessage(
            "visits of a slope [numbers] must be numbers or timepoints, but were [0, last]");
  }

  /** A factor that interacts with the visit is what a group is, but for the order of the names. */
  @Test
  void takesInteractionsOfCovariates() {
    List<Optional<String>> sex = new ArrayList<>();
    for (String each : List.of("I", "I", "I", "I", "II", "II", "II", "II")) {
      sex.add(Optional.of(each));
    }
    VisitScores scores = VisitScores.of(
            List.of("a", "a", "b", "b", "c", "c", "d", "d"),
            List.of("0", "6", "0", "6", "0", "6", "0", "6"),
            values(50, 61, 54, 67, 60, 66, 52, 56))
        .factor("sex", sex, List.of("I", "II"))
        .interaction("sex", "visit")
        .build();
    VisitModelFit fit = MODEL.fit(scores);
    assertThat(fit.coefficients().stream().map(VisitModelFit.Coefficient::term))
        .containsExactly("(intercept)", "visit[6]", "sex[II]", "sex[II]:visit[6]");
    assertThat(fit.coefficients().get(3).estimate().estimate()).isCloseTo(-7, within(EXACT));
    // both levels of the factor count alike in a mean: (12 + 5) / 2
    assertThat(lastChange(fit).estimate().estimate()).isCloseTo(8.5, within(EXACT));
    assertThatThrownBy(() -> grouped().interaction("age", "visit"))
        .hasMessage("interaction [names] must be of two of [visit, group], but was age:visit");
  }

  /** Sum of products with times -10, -4 and 14 from their mean; their squares add up to 312. */
  private static double sxy(double first, double second, double third) {
    return -10 * first - 4 * second + 14 * third;
  }

  @Test
  void adjustsChangesForBeingSeveral() throws IOException {
    VisitModelFit fit = MODEL.fit(threeVisits());
    double[] raw = fit.changes().stream()
        .mapToDouble(each -> each.estimate().pValue().getAsDouble())
        .toArray();
    double[] holm = PValueAdjustment.HOLM.adjusted(raw);
    for (int i = 0; i < raw.length; i++) {
      assertThat(fit.changes().get(i).adjustedPValue()).hasValue(holm[i]);
    }
    assertThat(MODEL
            .with(PValueAdjustment.NONE)
            .fit(threeVisits())
            .changes()
            .get(0)
            .adjustedPValue())
        .hasValue(raw[0]);
  }

  @Test
  void namesChangesOfGroupsAndTheirDifferences() {
    VisitModelFit fit = MODEL.fit(grouped().build());
    assertThat(fit.changes().stream().map(VisitModelFit.Contrast::name))
        .containsExactly("I: 6 - 0", "II: 6 - 0", "(II - I): 6 - 0");
    assertThat(fit.differences().stream().map(VisitModelFit.Contrast::name))
        .containsExactly("0: II - I", "6: II - I");
    // with complete data the means are those of the cells
    assertThat(fit.means().stream().map(VisitModelFit.Mean::mean))
        .usingComparatorForType((a, b) -> Math.abs(a - b) < EXACT ? 0 : 1, Double.class)
        .containsExactly(52.0, 64.0, 56.0, 61.0);
    assertThat(fit.changes().get(2).estimate().estimate()).isCloseTo(-7, within(EXACT));
    assertThat(fit.means().get(0).hips()).isEqualTo(2);
    assertThat(fit.coefficients().stream().map(VisitModelFit.Coefficient::term))
        .containsExactly("(intercept)", "visit[6]", "group[II]", "visit[6]:group[II]");
  }

  private static VisitScoresBuilder grouped() {
    return VisitScores.of(
            List.of("a", "a", "b", "b", "c", "c", "d", "d"),
            List.of("0", "6", "0", "6", "0", "6", "0", "6"),
            values(50, 61, 54, 67, 60, 66, 52, 56))
        .groups(List.of("I", "I", "I", "I", "II", "II", "II", "II"));
  }

  @Test
  void takesTheFirstScoreAsACovariate() {
    VisitScores later = grouped().build().withBaselineAsCovariate();
    assertThat(later.visits()).containsExactly("6");
    assertThat(later.size()).isEqualTo(4);
    VisitModelFit fit = MODEL.fit(later);
    // one slope within both groups: products 12 and 40 over squares 8 and 32
    double slope = (12.0 + 40) / (8 + 32);
    assertThat(fit.coefficients().get(2).term()).isEqualTo("baseline");
    assertThat(fit.coefficients().get(2).estimate().estimate()).isCloseTo(slope, within(EXACT));
  }

  @Test
  void refusesACollinearDesignByName() {
    VisitScores twice = grouped()
        .number("age", values(30, 30, 40, 40, 50, 50, 60, 60))
        .number("years", values(31, 31, 41, 41, 51, 51, 61, 61))
        .build();
    assertThatThrownBy(() -> MODEL.fit(twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("columns of the design [count] must be independent of each other, but years is"
            + " a sum of multiples of the columns before it");
  }

  @Test
  void refusesAGroupWithoutAVisitByName() {
    VisitScores lacking = VisitScores.of(
            List.of("a", "a", "b", "b"),
            List.of("0", "6", "0", "6"),
            List.of(
                OptionalDouble.of(50),
                OptionalDouble.of(61),
                OptionalDouble.of(54),
                OptionalDouble.empty()))
        .groups(List.of("I", "I", "II", "II"))
        .build();
    assertThatThrownBy(() -> MODEL.fit(lacking))
        .hasMessage("scores of group II at visit 6 [count] must be 1 or more, but were 0");
  }

  @Test
  void refusesAHipInTwoPatientsOrGroupsAndASecondRowOfAVisit() {
    assertThatThrownBy(() -> grouped().patients(List.of(1, 1, 2, 3, 4, 4, 5, 5)))
        .hasMessage("patients of one hip [count] must be 1, but row 4 names a second");
    assertThatThrownBy(() -> grouped().groups(List.of("I", "II", "I", "I", "II", "II", "II", "II")))
        .hasMessage("groups of one hip [count] must be 1, but row 2 names a second");
    assertThatThrownBy(() -> VisitScores.of(List.of("a", "a"), List.of("6", "6"), values(50, 61)))
        .hasMessage("rows of a hip at visit 6 [count] must be 1, but were 2");
  }

  @Test
  void refusesScoresThatLeaveNothingToEstimate() {
    VisitScores same = grouped().build().map(score -> 7);
    assertThatThrownBy(() -> MODEL.fit(same))
        .hasMessage("scores [count] must be more than the 4 coefficients and not all the same, but"
            + " were 8");
    VisitScores few = VisitScores.of(
            List.of("a", "a", "a", "b", "b", "b"),
            List.of("0", "6", "24", "0", "6", "24"),
            values(50, 61, 70, 54, 67, 70))
        .build();
    assertThatThrownBy(() -> MODEL.with(VisitCovariance.UNSTRUCTURED).fit(few))
        .hasMessageStartingWith("covariance of the scores must be estimable");
    assertThatThrownBy(() ->
            MODEL.withMaximumLikelihood().with(DegreesOfFreedom.KENWARD_ROGER).fit(pairs()))
        .hasMessageStartingWith("degrees of freedom by Kenward and Roger need restricted");
    assertThatThrownBy(() -> MODEL.withLevel(95)).hasMessageStartingWith("confidence level");
  }

  @Test
  void countsWhatIsLeftOutAndWhichVisitsHipsHave() throws IOException {
    VisitScores scores = threeVisits();
    assertThat(scores.leftOut()).isEqualTo(12);
    assertThat(scores.missing()).containsEntry("score", 12).hasSize(1);
    assertThat(scores.patterns().stream().map(VisitScores.Pattern::hips))
        .containsExactly(36, 5, 3, 1, 1);
    assertThat(scores.patterns().get(1).visits()).containsExactly("0", "24");
    assertThat(scores.completeHips().hips()).isEqualTo(36);
    assertThat(scores.completeHips().size()).isEqualTo(108);
    assertThat(scores.hips("all", "6")).isEqualTo(39);
    VisitScores without = grouped()
        .factor(
            "sex",
            Collections.nCopies(8, Optional.<String>empty()).stream()
                .map(each -> Optional.of("f"))
                .toList(),
            List.of("f", "m"))
        .build();
    assertThatThrownBy(() -> MODEL.fit(without))
        .hasMessage("levels of factor sex [count] with rows must be 2 or more, but were 1");
  }

  @Test
  void standardizesResiduals() throws IOException {
    VisitResiduals residuals = MODEL.fit(threeVisits()).residuals();
    double spread = Math.sqrt(54.2030599454 + 32.7217997329);
    assertThat(residuals.rows()[0]).isEqualTo(1);
    assertThat(residuals.raw()[0]).isCloseTo(66.1 - residuals.fitted()[0], within(EXACT));
    assertThat(residuals.standardized()[0]).isCloseTo(residuals.raw()[0] / spread, within(1e-7));
    double[] normal = residuals.normalQuantiles();
    assertThat(DoubleStream.of(normal).sum()).isCloseTo(0, within(1e-9));
    // the largest of 126: upper quantile of (126 - 3/8) / 126.25
    assertThat(DoubleStream.of(normal).max().getAsDouble()).isCloseTo(2.576, within(0.01));
  }
}
