package io.github.avnfh.examples.validity;

import static io.github.avnfh.examples.validity.HipDesign.HORIZON;

import io.github.avnfh.examples.validity.Method.Range;
import io.github.avnfh.survival.CriticalValue;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.IntervalType;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.NelsonAalen;
import io.github.avnfh.survival.RestrictedMeanScale;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.competing.CompetingFollowUp;
import io.github.avnfh.survival.competing.CumulativeIncidence;
import io.github.avnfh.survival.interval.IntervalFollowUp;
import io.github.avnfh.survival.interval.Turnbull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Curves of one group, and the designs on which they are tried. */
final class CurveStudy {
  private static final String SURVIVAL = "survival at 24 months";
  private static final String MEDIAN = "median survival";
  private static final String CONDITIONAL = "survival from 12 to 24 months";
  private static final String RESTRICTED_MEAN = "restricted mean to 24 months";
  private static final String HAZARD = "cumulative hazard at 24 months";
  private static final String INCIDENCE = "cumulative incidence at 24 months";

  private static final String AT_VISITS = "survival at 24 months, seen at 12 and 24";

  private static final String FEW_EVENTS =
      "with few events their number takes few values, so that coverage moves in steps";

  private static final int EARLY = 365;

  private static final KaplanMeier USUAL = KaplanMeier.withDefaults();
  private static final KaplanMeier AS_IN_R = USUAL.with(CriticalValue.NORMAL).withoutExactLimits();
  private static final CumulativeIncidence INCIDENCE_AS_IN_R =
      CumulativeIncidence.withDefaults().with(CriticalValue.NORMAL).withoutExactLimits();

  /** Every method is one line. */
  private static final List<Method<HipCohort>> METHODS = List.of(
      survival("default", USUAL, true).asDefault(FEW_EVENTS),
      survival("normal quantile", USUAL.with(CriticalValue.NORMAL), true),
      survival("without exact limits", USUAL.withoutExactLimits(), true),
      survival("hips as independent", USUAL, false),
      survival("R, log-log", AS_IN_R, true),
      survival("R, log", AS_IN_R.with(IntervalType.LOG), true),
      survival("R, plain", AS_IN_R.with(IntervalType.PLAIN), true),
      conditional("default", USUAL).asDefault(FEW_EVENTS),
      conditional("R, log-log", AS_IN_R),
      mean("default", USUAL, true).asDefault(FEW_EVENTS),
      mean("hips as independent", USUAL, false),
      mean("without an event more", USUAL.with(RestrictedMeanScale.LOG_TIME_LOST), true),
      mean("plain, t", USUAL.with(RestrictedMeanScale.PLAIN), true),
      mean("estimate ± 1.96 SE", AS_IN_R.with(RestrictedMeanScale.PLAIN), true),
      hazard("default", NelsonAalen.withDefaults(), true).asDefault(FEW_EVENTS),
      hazard("hips as independent", NelsonAalen.withDefaults(), false),
      hazard("plain, t", NelsonAalen.withDefaults().with(NelsonAalen.Scale.PLAIN), true),
      hazard(
          "estimate ± 1.96 SE",
          NelsonAalen.withDefaults()
              .with(NelsonAalen.Scale.PLAIN)
              .with(CriticalValue.NORMAL)
              .withoutExactLimits(),
          true),
      incidence("default", CumulativeIncidence.withDefaults(), HipCohort::competing)
          .asDefault(
              "in cohorts without such an event the exact limits are cautious, as they must be"),
      incidence(
          "hips as independent",
          CumulativeIncidence.withDefaults(),
          HipCohort::competingIgnoringPatients),
      incidence("R, log-log", INCIDENCE_AS_IN_R, HipCohort::competing),
      incidence("R, log", INCIDENCE_AS_IN_R.with(IntervalType.LOG), HipCohort::competing),
      incidence("R, plain", INCIDENCE_AS_IN_R.with(IntervalType.PLAIN), HipCohort::competing),
      atVisits("default", true).asDefault(FEW_EVENTS),
      atVisits("hips as independent", false),
      median("default", true).asDefault(),
      median("hips as independent", false));

  private CurveStudy() {}

  private static FollowUp rows(HipCohort cohort, boolean byPatient) {
    return byPatient ? cohort.followUp() : cohort.followUp().ignoringClusters();
  }

  private static SurvivalCurve curve(KaplanMeier options, FollowUp rows) {
    return options.estimate(rows).curves().get(0);
  }

  private static Optional<Range> at(SurvivalCurve curve) {
    return curve.at(HORIZON).estimate().map(at -> new Range(at.lower(), at.upper()));
  }

  private static Method<HipCohort> survival(String name, KaplanMeier options, boolean byPatient) {
    return Method.interval(SURVIVAL, name, cohort -> at(curve(options, rows(cohort, byPatient))));
  }

  private static Method<HipCohort> conditional(String name, KaplanMeier options) {
    return Method.interval(
        CONDITIONAL, name, cohort -> at(curve(options, cohort.followUp().after(EARLY))));
  }

  private static Method<HipCohort> mean(String name, KaplanMeier options, boolean byPatient) {
    return Method.interval(RESTRICTED_MEAN, name, cohort -> {
      var mean = curve(options, rows(cohort, byPatient)).restrictedMean(HORIZON);
      return Range.of(mean.lower(), mean.upper());
    });
  }

  private static Method<HipCohort> hazard(String name, NelsonAalen options, boolean byPatient) {
    return Method.interval(
        HAZARD,
        name,
        cohort -> options
            .estimate(rows(cohort, byPatient))
            .get(0)
            .at(HORIZON)
            .flatMap(at -> Range.of(at.lower(), at.upper())));
  }

  private static Method<HipCohort> incidence(
      String name, CumulativeIncidence options, Function<HipCohort, CompetingFollowUp> rows) {
    return Method.interval(
        INCIDENCE,
        name,
        cohort -> options
            .estimate(rows.apply(cohort))
            .get(0)
            .at(HORIZON)
            .map(step -> new Range(step.event().lower(), step.event().upper())));
  }

  private static Method<HipCohort> atVisits(String name, boolean byPatient) {
    return Method.interval(AT_VISITS, name, cohort -> {
      IntervalFollowUp hips = cohort.atVisits(EARLY, HORIZON);
      IntervalFollowUp rows = byPatient
          ? hips
          : hips.withClusters(IntStream.range(0, hips.size()).boxed().toList());
      return Turnbull.withDefaults().estimate(rows).get(0).atVisits().stream()
          .filter(visit -> visit.time() == HORIZON)
          .findFirst()
          .flatMap(visit -> Range.of(visit.lower(), visit.upper()));
    });
  }

  /** A limit that is not reached is no limit: the interval has no end there. */
  private static Method<HipCohort> median(String name, boolean byPatient) {
    return Method.interval(MEDIAN, name, cohort -> {
      var median = curve(USUAL, rows(cohort, byPatient)).median();
      return median.lower().isEmpty()
          ? Optional.empty()
          : Optional.of(new Range(
              median.lower().getAsDouble(), median.upper().orElse(Double.POSITIVE_INFINITY)));
    });
  }

  /** The designs in which intervals are tried; their truths are in closed form. */
  static Study<HipCohort> study(List<Integer> sizes) {
    Study<HipCohort> study = new Study<>(METHODS);
    for (int patients : sizes) {
      for (double events : List.of(0.05, 0.1, 0.5)) {
        add(study, "no dependence", HipDesign.of(patients, 0.26, Frailty.none(), events));
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
      truths.put(AT_VISITS, survival);
    }
    study.add(design.scenario(name, truths));
  }
}
