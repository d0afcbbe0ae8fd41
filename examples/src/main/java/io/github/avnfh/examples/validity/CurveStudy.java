package io.github.avnfh.examples.validity;

import static io.github.avnfh.examples.validity.HipDesign.HORIZON;

import io.github.avnfh.examples.validity.Method.Range;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.HazardCurve;
import io.github.avnfh.survival.IntervalType;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.NelsonAalen;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.compare.Contrast;
import io.github.avnfh.survival.compare.CurveContrast;
import io.github.avnfh.survival.compare.FixedTime;
import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.compare.PermutationTest;
import io.github.avnfh.survival.compare.Trend;
import io.github.avnfh.survival.competing.CumulativeIncidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Curves, their comparisons, and the designs on which they are tried. */
final class CurveStudy {
  private static final String SURVIVAL = "survival at 24 months";
  private static final String MEDIAN = "median survival";
  private static final String CONDITIONAL = "survival from 12 to 24 months";
  private static final String RESTRICTED_MEAN = "restricted mean to 24 months";
  private static final String HAZARD = "cumulative hazard at 24 months";
  private static final String INCIDENCE = "cumulative incidence at 24 months";
  private static final String COMPARISON = "equal curves of two groups";
  private static final String TREND = "equal curves of three ordered groups";
  private static final String DIFFERENCE = "difference of survival at 24 months";
  private static final String MEAN_DIFFERENCE = "difference of restricted means";

  private static final int EARLY = 365;
  private static final int DRAWS = 199;
  private static final int NO_ENUMERATION = 1;

  /** Every method is one line. */
  private static final List<Method<HipCohort>> METHODS = List.of(
      Method.interval(SURVIVAL, "default", survival(KaplanMeier.withDefaults(), false)),
      Method.interval(SURVIVAL, "hips as independent", survival(KaplanMeier.withDefaults(), true)),
      Method.interval(
          SURVIVAL, "log", survival(KaplanMeier.withDefaults().with(IntervalType.LOG), false)),
      Method.interval(
          SURVIVAL, "plain", survival(KaplanMeier.withDefaults().with(IntervalType.PLAIN), false)),
      Method.interval(MEDIAN, "default", median(false)),
      Method.interval(MEDIAN, "hips as independent", median(true)),
      Method.interval(CONDITIONAL, "default", CurveStudy::conditional),
      Method.interval(RESTRICTED_MEAN, "estimate ± 1.96 SE, by patient", meanSurvival(false)),
      Method.interval(
          RESTRICTED_MEAN, "estimate ± 1.96 SE, hips as independent", meanSurvival(true)),
      Method.interval(HAZARD, "estimate ± 1.96 SE, by patient", hazard(false)),
      Method.interval(HAZARD, "estimate ± 1.96 SE, hips as independent", hazard(true)),
      Method.interval(INCIDENCE, "default", incidence(CumulativeIncidence.withDefaults())),
      Method.interval(
          INCIDENCE,
          "plain",
          incidence(CumulativeIncidence.withDefaults().with(IntervalType.PLAIN))),
      Method.interval(DIFFERENCE, "default, by patient", CurveStudy::difference),
      Method.interval(MEAN_DIFFERENCE, "default, by patient", CurveStudy::differenceOfMeans),
      Method.test(
          COMPARISON,
          "log-rank, default",
          cohort -> p(LogRank.withDefaults().test(cohort.followUp()).chiSquare())),
      Method.test(
          COMPARISON,
          "log-rank, hips as independent",
          cohort -> p(LogRank.withDefaults().test(cohort.followUp()).naiveChiSquare())),
      Method.test(
          COMPARISON,
          "fixed time, default",
          cohort -> p(FixedTime.at(HORIZON).test(kaplanMeier(cohort, false)).chiSquare())),
      Method.test(
          COMPARISON,
          "fixed time, plain",
          cohort -> p(FixedTime.at(HORIZON)
              .with(IntervalType.PLAIN)
              .test(kaplanMeier(cohort, false))
              .chiSquare())),
      Method.test(COMPARISON, "permutation, default", cohort -> permutation(cohort.followUp())),
      Method.test(
          COMPARISON,
          "permutation of hips",
          cohort -> permutation(cohort.followUp().ignoringClusters())),
      Method.test(
          TREND,
          "trend, default",
          cohort -> p(Trend.inOrder().test(cohort.followUp()).chiSquare())),
      Method.test(
          TREND,
          "trend, hips as independent",
          cohort -> p(Trend.inOrder().test(cohort.followUp()).naiveChiSquare())));

  private CurveStudy() {}

  private static KaplanMeierEstimate kaplanMeier(HipCohort cohort, boolean naive) {
    FollowUp rows = cohort.followUp();
    return KaplanMeier.withDefaults().estimate(naive ? rows.ignoringClusters() : rows);
  }

  private static SurvivalCurve first(KaplanMeierEstimate estimate) {
    return estimate.curves().get(0);
  }

  private static Optional<Range> at(KaplanMeierEstimate estimate) {
    return first(estimate)
        .at(HORIZON)
        .estimate()
        .map(found -> new Range(found.lower(), found.upper()));
  }

  private static Function<HipCohort, Optional<Range>> survival(KaplanMeier options, boolean naive) {
    return cohort ->
        at(options.estimate(naive ? cohort.followUp().ignoringClusters() : cohort.followUp()));
  }

  /** A limit that is not reached is no limit: the interval has no end there. */
  private static Function<HipCohort, Optional<Range>> median(boolean naive) {
    return cohort -> {
      var median = first(kaplanMeier(cohort, naive)).median();
      return median.lower().isEmpty()
          ? Optional.empty()
          : Optional.of(new Range(
              median.lower().getAsDouble(), median.upper().orElse(Double.POSITIVE_INFINITY)));
    };
  }

  private static Optional<Range> conditional(HipCohort cohort) {
    return at(KaplanMeier.withDefaults().estimate(cohort.followUp().after(EARLY)));
  }

  private static Function<HipCohort, Optional<Range>> meanSurvival(boolean naive) {
    return cohort -> {
      var mean = first(kaplanMeier(cohort, naive)).restrictedMean(HORIZON);
      return Range.wald(mean.mean(), mean.standardError());
    };
  }

  private static Function<HipCohort, Optional<Range>> hazard(boolean naive) {
    return cohort -> {
      FollowUp rows = cohort.followUp();
      HazardCurve curve = NelsonAalen.withDefaults()
          .estimate(naive ? rows.ignoringClusters() : rows)
          .get(0);
      return curve.at(HORIZON).flatMap(at -> Range.wald(at.hazard(), at.standardError()));
    };
  }

  private static Function<HipCohort, Optional<Range>> incidence(CumulativeIncidence options) {
    return cohort -> options
        .estimate(cohort.competing())
        .get(0)
        .at(HORIZON)
        .map(step -> new Range(step.event().lower(), step.event().upper()));
  }

  private static Optional<Range> difference(HipCohort cohort) {
    return CurveContrast.between(kaplanMeier(cohort, false), "1", "2")
        .survivalAt(HORIZON)
        .flatMap(CurveStudy::limits);
  }

  private static Optional<Range> differenceOfMeans(HipCohort cohort) {
    return limits(
        CurveContrast.between(kaplanMeier(cohort, false), "1", "2").restrictedMean(HORIZON));
  }

  private static Optional<Range> limits(Contrast contrast) {
    return Range.of(contrast.lower(), contrast.upper());
  }

  private static OptionalDouble p(Optional<ChiSquare> test) {
    return test.stream().mapToDouble(ChiSquare::pValue).findFirst();
  }

  private static OptionalDouble permutation(FollowUp rows) {
    return PermutationTest.withDefaults()
        .enumeratingUpTo(NO_ENUMERATION)
        .drawing(DRAWS)
        .test(rows, rows.size())
        .stream()
        .mapToDouble(result -> result.pValue())
        .findFirst();
  }

  /** The designs in which intervals are tried; their truths are in closed form. */
  static Study<HipCohort> intervals(List<Integer> sizes) {
    Study<HipCohort> study = new Study<>(METHODS);
    for (int patients : sizes) {
      for (double events : List.of(0.05, 0.1, 0.5)) {
        HipDesign plain = HipDesign.of(patients, 0.26, Frailty.none(), events);
        add(study, "no dependence", plain);
        add(study, "half bilateral, gamma 1", bilateral(patients, Frailty.gamma(1), events));
        add(study, "half bilateral, gamma 4", bilateral(patients, Frailty.gamma(4), events));
        add(
            study,
            "half bilateral, log-normal 1, half censored",
            bilateral(patients, Frailty.logNormal(1), events).withCensored(0.5));
        add(
            study,
            "half bilateral, gamma 1, a third enters late",
            bilateral(patients, Frailty.gamma(1), events).withDelayed(0.33));
      }
    }
    return study;
  }

  private static HipDesign bilateral(int patients, Frailty frailty, double events) {
    return HipDesign.of(patients, 0.5, frailty, events);
  }

  private static void add(Study<HipCohort> study, String name, HipDesign design) {
    Map<String, Double> truths = new LinkedHashMap<>();
    double survival = design.survival(HORIZON);
    truths.put(SURVIVAL, survival);
    truths.put(CONDITIONAL, survival / design.survival(EARLY));
    truths.put(RESTRICTED_MEAN, design.restrictedMean());
    truths.put(HAZARD, -Math.log(survival));
    if (design.events() >= 0.5) {
      truths.put(MEDIAN, (double) HORIZON);
    }
    if (design.delayed() == 0) {
      truths.put(INCIDENCE, design.incidence());
    }
    study.add(new Study.Scenario<>(named(name, design), design.patients(), truths, design::draw));
  }

  private static String named(String name, HipDesign design) {
    return name + ", " + Math.round(100 * design.events()) + " % events";
  }

  /** The designs in which groups do not differ. */
  static Study<HipCohort> comparisons(List<Integer> sizes) {
    Study<HipCohort> study = new Study<>(METHODS);
    for (int patients : sizes) {
      for (double events : List.of(0.1, 0.5)) {
        HipDesign bilateral = bilateral(patients, Frailty.gamma(1), events);
        HipDesign dependent = bilateral(patients, Frailty.gamma(4), events);
        List<Double> halves = List.of(0.5, 0.5);
        two(
            study,
            "no dependence",
            HipDesign.of(patients, 0.26, Frailty.none(), events).withGroups(true, halves));
        two(study, "second hip in the same group", dependent.withGroups(true, halves));
        two(study, "second hip in the other group", dependent.withGroups(false, halves));
        two(
            study,
            "small group (20 %), half censored",
            bilateral.withGroups(true, List.of(0.2, 0.8)).withCensored(0.5));
        two(
            study,
            "bilateral 10 and 90 %",
            dependent.withGroups(true, halves).withBilateral(List.of(0.1, 0.9)));
        three(study, dependent.withGroups(true, List.of(0.3, 0.4, 0.3)));
      }
    }
    return study;
  }

  private static void two(Study<HipCohort> study, String name, HipDesign design) {
    Map<String, Double> truths = Map.of(COMPARISON, 0.0, DIFFERENCE, 0.0, MEAN_DIFFERENCE, 0.0);
    study.add(new Study.Scenario<>(named(name, design), design.patients(), truths, design::draw));
  }

  private static void three(Study<HipCohort> study, HipDesign design) {
    study.add(new Study.Scenario<>(
        named("three groups", design), design.patients(), Map.of(TREND, 0.0), design::draw));
  }

  /** The designs in which the second group has three times the hazard. */
  static Study<HipCohort> power(List<Integer> sizes) {
    Study<HipCohort> study = new Study<>(METHODS);
    for (int patients : sizes) {
      HipDesign design = bilateral(patients, Frailty.gamma(1), 0.3)
          .withGroups(true, List.of(0.5, 0.5))
          .withRatios(List.of(1.0, 3.0));
      study.add(new Study.Scenario<>(
          "hazard ratio 3, 30 % events in the first group",
          patients, Map.of(COMPARISON, 0.0), design::draw));
    }
    return study;
  }
}
