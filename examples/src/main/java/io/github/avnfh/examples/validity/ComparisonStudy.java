package io.github.avnfh.examples.validity;

import static io.github.avnfh.examples.validity.HipDesign.HORIZON;

import io.github.avnfh.examples.validity.Method.Range;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.IntervalType;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.compare.Contrast;
import io.github.avnfh.survival.compare.ContrastMethod;
import io.github.avnfh.survival.compare.CurveContrast;
import io.github.avnfh.survival.compare.FixedTime;
import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.compare.PairComparison;
import io.github.avnfh.survival.compare.Pairwise;
import io.github.avnfh.survival.compare.PermutationTest;
import io.github.avnfh.survival.compare.ScoreTestResult;
import io.github.avnfh.survival.compare.ScoreVariance;
import io.github.avnfh.survival.compare.Trend;
import io.github.avnfh.survival.competing.CumulativeIncidence;
import io.github.avnfh.survival.competing.IncidenceContrast;
import io.github.avnfh.survival.regression.Covariates;
import io.github.avnfh.survival.regression.CoxRegression;
import io.github.avnfh.survival.regression.CoxVariance;
import io.github.avnfh.survival.regression.RegressionCoefficient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Comparisons of the curves of groups, and the designs on which they are tried. */
final class ComparisonStudy {
  private static final String EQUAL = "equal curves of two groups";
  private static final String THREE = "equal curves of three groups";
  private static final String DIFFERENCE = "difference of survival at 24 months";
  private static final String MEANS = "difference of restricted means";
  private static final String INCIDENCES = "difference of cumulative incidence";
  private static final String RATIO = "logarithm of the hazard ratio (Cox)";

  private static final String CAUTIOUS_LIMITS =
      "limits of a group with one event or none are cautious, as exact ones are";
  private static final String WALD =
      "Wald's: cautious where a group has few events, of which some cohorts have no finite estimate";
  private static final String FEW_VALUES = "with few events the statistic takes few values";
  private static final String LOG_RANK =
      FEW_VALUES + "; in 5,000 other cohorts of each design it lay between 3.3 and 6.3";

  private static final int DRAWS = 99;

  private static final PermutationTest PERMUTATION =
      PermutationTest.withDefaults().enumeratingUpTo(0).drawing(DRAWS);
  private static final FixedTime FIXED_TIME = FixedTime.at(HORIZON);
  private static final CoxRegression COX = CoxRegression.withDefaults();

  /** Every method is one line. */
  private static final List<Method<HipCohort>> METHODS = List.of(
      survival("default", ContrastMethod.MOVER, true).asDefault(CAUTIOUS_LIMITS),
      survival("hips as independent", ContrastMethod.MOVER, false),
      survival("Wald", ContrastMethod.WALD, true),
      means("default", ContrastMethod.MOVER)
          .asDefault("in 5,000 other cohorts of each design it lay between 94.0 and 97.1"),
      means("Wald", ContrastMethod.WALD),
      Method.interval(INCIDENCES, "default", ComparisonStudy::incidences)
          .asDefault(CAUTIOUS_LIMITS),
      ratio("default", COX).asDefault(WALD),
      ratio("robust", COX.with(CoxVariance.ROBUST)),
      ratio("within clusters", COX.with(CoxVariance.WITHIN_CLUSTERS)),
      ratio("hips as independent", COX.with(CoxVariance.MODEL)),
      ratio("Firth, profile, hips as independent", COX.withFirth()),
      logRank("log-rank, default", ScoreVariance.CLUSTERED).asDefault(LOG_RANK),
      logRank("log-rank, robust", ScoreVariance.ROBUST),
      logRank("log-rank, hips as independent", ScoreVariance.INDEPENDENT),
      fixedTime(EQUAL, "fixed time, default", FIXED_TIME).asDefault(CAUTIOUS_LIMITS),
      fixedTime(EQUAL, "fixed time, log-log", FIXED_TIME.with(IntervalType.LOG_LOG)),
      fixedTime(EQUAL, "fixed time, plain", FIXED_TIME.with(IntervalType.PLAIN)),
      permutation("permutation, default", PERMUTATION)
          .asDefault(
              "with few events the statistic takes few values; in 5,000 other cohorts of each design it lay between 2.7 and 5.7"),
      permutation("permutation, studentized", PERMUTATION.studentized()),
      permutation("permutation, hips as independent", PERMUTATION.permutingHipsAsIfIndependent()),
      cox("Cox, default", COX).asDefault(WALD),
      cox("Cox, robust", COX.with(CoxVariance.ROBUST)),
      cox("Cox, within clusters", COX.with(CoxVariance.WITHIN_CLUSTERS)),
      cox("Cox, hips as independent", COX.with(CoxVariance.MODEL)),
      cox("Cox, Firth, profile, hips as independent", COX.withFirth()),
      three("log-rank, default", LogRank.withDefaults()::test, ScoreVariance.CLUSTERED)
          .asDefault(LOG_RANK),
      three("log-rank, robust", LogRank.withDefaults()::test, ScoreVariance.ROBUST),
      three(
          "log-rank, hips as independent", LogRank.withDefaults()::test, ScoreVariance.INDEPENDENT),
      three("trend, default", Trend.inOrder()::test, ScoreVariance.CLUSTERED).asDefault(FEW_VALUES),
      three("trend, robust", Trend.inOrder()::test, ScoreVariance.ROBUST),
      three("trend, hips as independent", Trend.inOrder()::test, ScoreVariance.INDEPENDENT),
      pairs("any pair after Holm, default", PairComparison::adjustedPValue)
          .asDefault(
              "Holm bounds the chance of any false finding, and with few events the statistics take few values"),
      pairs("any pair after Holm, hips as independent", PairComparison::naiveAdjustedPValue),
      fixedTime(THREE, "fixed time, default", FIXED_TIME).asDefault(CAUTIOUS_LIMITS),
      fixedTime(THREE, "fixed time, log-log", FIXED_TIME.with(IntervalType.LOG_LOG)));

  private ComparisonStudy() {}

  private static CurveContrast contrast(
      HipCohort cohort, ContrastMethod method, boolean byPatient) {
    FollowUp rows = byPatient ? cohort.followUp() : cohort.followUp().ignoringClusters();
    return CurveContrast.between(KaplanMeier.withDefaults().estimate(rows), "1", "2")
        .with(method);
  }

  private static Optional<Range> limits(Contrast contrast) {
    return Range.of(contrast.lower(), contrast.upper());
  }

  private static Method<HipCohort> survival(String name, ContrastMethod method, boolean byPatient) {
    return Method.interval(
        DIFFERENCE,
        name,
        cohort -> contrast(cohort, method, byPatient)
            .survivalAt(HORIZON)
            .flatMap(ComparisonStudy::limits));
  }

  private static Method<HipCohort> means(String name, ContrastMethod method) {
    return Method.interval(
        MEANS, name, cohort -> limits(contrast(cohort, method, true).restrictedMean(HORIZON)));
  }

  private static Optional<Range> incidences(HipCohort cohort) {
    return IncidenceContrast.between(
            CumulativeIncidence.withDefaults().estimate(cohort.competing()), "1", "2")
        .eventAt(HORIZON)
        .flatMap(ComparisonStudy::limits);
  }

  private static RegressionCoefficient coefficient(HipCohort cohort, CoxRegression options) {
    FollowUp rows = cohort.followUp();
    double[] second = IntStream.range(0, rows.size()).mapToDouble(rows::group).toArray();
    Covariates design = Covariates.ofRows(rows.size()).number("second", second).build();
    return options.fit(rows, design).coefficient("second");
  }

  private static Method<HipCohort> ratio(String name, CoxRegression options) {
    return Method.interval(RATIO, name, cohort -> {
      RegressionCoefficient second = coefficient(cohort, options);
      return Range.of(second.lower(), second.upper());
    });
  }

  private static Method<HipCohort> cox(String name, CoxRegression options) {
    return Method.test(EQUAL, name, cohort -> coefficient(cohort, options).pValue());
  }

  private static OptionalDouble p(Optional<ChiSquare> test) {
    return test.stream().mapToDouble(ChiSquare::pValue).findFirst();
  }

  private static Method<HipCohort> logRank(String name, ScoreVariance variance) {
    return Method.test(
        EQUAL, name, cohort -> p(by(variance, LogRank.withDefaults().test(cohort.followUp()))));
  }

  /** The answer of the test where the clustered variance is meant. */
  private static Optional<ChiSquare> by(ScoreVariance variance, ScoreTestResult result) {
    return variance == ScoreVariance.CLUSTERED ? result.chiSquare() : result.chiSquare(variance);
  }

  private static Method<HipCohort> three(
      String name, Function<FollowUp, ScoreTestResult> test, ScoreVariance variance) {
    return Method.test(THREE, name, cohort -> p(by(variance, test.apply(cohort.followUp()))));
  }

  private static Method<HipCohort> fixedTime(String quantity, String name, FixedTime test) {
    return Method.test(quantity, name, cohort -> {
      KaplanMeierEstimate curves = KaplanMeier.withDefaults().estimate(cohort.followUp());
      return curves.curves().size() < 2
          ? OptionalDouble.empty()
          : p(test.test(curves).chiSquare());
    });
  }

  private static Method<HipCohort> permutation(String name, PermutationTest test) {
    return Method.test(
        EQUAL,
        name,
        cohort -> test.test(cohort.followUp(), cohort.followUp().size()).stream()
            .mapToDouble(result -> result.pValue())
            .findFirst());
  }

  private static Method<HipCohort> pairs(
      String name, Function<PairComparison, OptionalDouble> pValue) {
    return Method.test(
        THREE,
        name,
        cohort -> Pairwise.withDefaults().test(cohort.followUp()).stream()
            .map(pValue)
            .flatMapToDouble(OptionalDouble::stream)
            .min());
  }

  /** The designs in which groups do not differ. */
  static Study<HipCohort> study(List<Integer> sizes) {
    Study<HipCohort> study = new Study<>(METHODS);
    for (int patients : sizes) {
      for (double events : List.of(0.1, 0.5)) {
        HipDesign moderate = HipDesign.of(patients, 0.5, Frailty.gamma(1), events);
        HipDesign strong = HipDesign.of(patients, 0.5, Frailty.gamma(4), events);
        List<Double> halves = List.of(0.5, 0.5);
        two(
            study,
            "no dependence",
            HipDesign.of(patients, 0.26, Frailty.none(), events).withGroups(true, halves));
        two(study, "second hip in the same group", strong.withGroups(true, halves));
        two(study, "second hip in the other group", strong.withGroups(false, halves));
        two(
            study,
            "small group (20 %), half censored",
            moderate.withGroups(true, List.of(0.2, 0.8)).withCensored(0.5));
        two(
            study,
            "bilateral 10 and 90 %",
            strong.withGroups(true, halves).withBilateral(List.of(0.1, 0.9)));
        two(
            study,
            "censored 70 and 10 %",
            moderate.withGroups(true, halves).withCensored(List.of(0.7, 0.1)));
        study.add(strong
            .withGroups(true, List.of(0.3, 0.4, 0.3))
            .scenario("three groups", Map.of(THREE, 0.0)));
      }
    }
    return study;
  }

  private static void two(Study<HipCohort> study, String name, HipDesign design) {
    study.add(design.scenario(
        name, Map.of(EQUAL, 0.0, DIFFERENCE, 0.0, MEANS, 0.0, INCIDENCES, 0.0, RATIO, 0.0)));
  }

  /** The designs in which the second group has three times the hazard. */
  static Study<HipCohort> power(List<Integer> sizes) {
    Study<HipCohort> study = new Study<>(METHODS);
    for (int patients : sizes) {
      study.add(HipDesign.of(patients, 0.5, Frailty.gamma(1), 0.3)
          .withGroups(true, List.of(0.5, 0.5))
          .withRatios(List.of(1.0, 3.0))
          .scenario("hazard ratio 3", Map.of(EQUAL, 0.0)));
    }
    return study;
  }
}
