package io.github.avnfh.examples.evidence;

import io.github.avnfh.core.table.Count;
import io.github.avnfh.examples.evidence.RuleCase.Shown;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.FollowUpBuilder;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.compare.PermutationTest;
import io.github.avnfh.survival.compare.Weighting;
import io.github.avnfh.survival.pooled.BinomialNormal;
import io.github.avnfh.survival.pooled.CountedUnit;
import io.github.avnfh.survival.pooled.PooledStudy;
import io.github.avnfh.survival.pooled.RandomEffects;
import io.github.avnfh.survival.published.CurveReconstruction;
import io.github.avnfh.survival.published.PublishedCurve;
import io.github.avnfh.survival.regression.AdjustedSurvival;
import io.github.avnfh.survival.regression.Covariates;
import io.github.avnfh.survival.regression.CoxRegression;
import io.github.avnfh.survival.regression.CoxVariance;
import io.github.avnfh.survival.regression.TieMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rules of survival at work. Numbers are those of R 4.2.2 with survival 3.5-3 ({@code survfit},
 * {@code survdiff}, robust score of {@code coxph}), but for the limit without events, which is the
 * fourth root of 0.025, and for two limits of hazard ratios: Firth's, which are published (Heinze
 * and Schemper), and those with the correction for few clusters, by its formula in R.
 */
final class SurvivalCases {
  private static final String TWO_OF_FOUR = "all 0.500 (0.058 to 0.845) from 2.0";
  private static final String NONE_OF_FOUR = "all 1.000 (0.398 to 1.000) from 0.0";
  private static final String TWO_IN_ONE_PATIENT = "all 0.500 (0.000 to 0.985) from 2.0";
  private static final String NAIVE_TEST = "log-rank test: chi-square 5.05, df 1, p = 0.025";
  private static final String BY_PATIENT =
      "clustered log-rank test: chi-square 3.08, df 1, p = 0.079";
  private static final String ROBUST = "robust log-rank test: chi-square 3.27, df 1, p = 0.070";
  private static final String DEALT =
      "exact permutation test (log-rank), patients among those with as many hips: p = 0.500";
  private static final String STUDENTIZED =
      "studentized permutation test (log-rank), patients among those with as many hips: p = 0.570";
  private static final String HIPS_DEALT =
      "permutation test (log-rank), hips as if independent: p = 0.100";
  private static final String EARLY =
      "Fleming-Harrington (1, 0) test: chi-square 4.50, df 1, p = 0.034";

  /** Twice none of ten: 0.5 of 11 by errors, without a difference; 1 - 0.025^(1/20) exactly. */
  private static final List<PooledStudy> NO_EVENTS = List.of(
      PooledStudy.ofProportion("A", Count.of(0, 10), CountedUnit.HIPS),
      PooledStudy.ofProportion("B", Count.of(0, 10), CountedUnit.HIPS));

  private static final String WITH_HALVES = "0.045 (0.045 to 0.045), 2 studies, 20 hips";
  private static final String EXACTLY = "0.000 (0.000 to 0.168), 2 studies, 20 hips";

  private SurvivalCases() {}

  static List<RuleCase> all() {
    Shown independent = curve(four(true, true), TWO_OF_FOUR);
    Shown onePatient = curve(four(true, true).clusters(List.of(1, 1, 2, 3)), TWO_IN_ONE_PATIENT);
    Shown noEvents = curve(four(false, false), NONE_OF_FOUR);
    Shown oneEvent = curve(four(true, false), "all 0.750 (0.128 to 0.961) from 1.0");
    Shown naive = test(Weighting.logRank(), six(), NAIVE_TEST);
    Shown early = test(Weighting.flemingHarrington(1, 0), six(), EARLY);
    Shown byPatient =
        test(Weighting.logRank(), six().clusters(List.of(1, 1, 2, 3, 3, 4)), BY_PATIENT);
    double[] weights = {1.5, 1.5, 1.5, 1.5, 1.5, 1.5};
    Shown robust = test(
        Weighting.logRank(), six().clusters(List.of(1, 1, 2, 3, 3, 4)).weights(weights), ROBUST);
    PermutationTest permutation = PermutationTest.withDefaults();
    Shown dealt = permutation(permutation, DEALT);
    Shown studentized = permutation(permutation.studentized().drawing(99), STUDENTIZED);
    Shown hipsDealt = permutation(permutation.permutingHipsAsIfIndependent(), HIPS_DEALT);
    Shown byErrors =
        new Shown(RandomEffects.withDefaults().pool(NO_EVENTS).explanation(), WITH_HALVES);
    Shown byLikelihood =
        new Shown(BinomialNormal.withDefaults().pool(NO_EVENTS).explanation(), EXACTLY);
    List<RuleCase> cases = new ArrayList<>(hazardRatios());
    cases.addAll(List.of(
        new RuleCase("KM-PRODUCT-LIMIT", independent, oneEvent),
        new RuleCase("KM-GREENWOOD", independent, onePatient),
        new RuleCase("KM-CLUSTER-JACKKNIFE", onePatient, independent),
        new RuleCase("KM-LIMITS-SCALE", independent, noEvents),
        new RuleCase("KM-LIMITS-T", onePatient, independent),
        new RuleCase("KM-LIMITS-EXACT", noEvents, independent),
        new RuleCase(
            "KM-RECONSTRUCTION",
            printed(0.5, "2 events among 4, largest misfit 0.000"),
            printed(0.75, "1 event among 4, largest misfit 0.000")),
        new RuleCase("POOLED-REML", byErrors, byLikelihood),
        new RuleCase("POOLED-HARTUNG-KNAPP", byErrors, byLikelihood),
        new RuleCase("POOLED-BINOMIAL", byLikelihood, byErrors),
        new RuleCase("LOG-RANK", naive, early),
        new RuleCase("LOG-RANK-WEIGHTED", early, naive),
        new RuleCase("LOG-RANK-CLUSTERED", byPatient, naive),
        new RuleCase("LOG-RANK-ROBUST", robust, byPatient),
        new RuleCase("PERMUTATION", dealt, hipsDealt),
        new RuleCase("PERMUTATION-STUDENTIZED", studentized, dealt),
        new RuleCase("PERMUTATION-HIPS", hipsDealt, dealt)));
    return cases;
  }

  /** Maintenance in acute myelogenous leukemia, as R's data set aml has it. */
  private static List<RuleCase> hazardRatios() {
    CoxRegression cox = CoxRegression.withDefaults();
    CoxRegression breslow = cox.with(TieMethod.BRESLOW);
    Shown efron = leukemia(cox, false, "2.498 (0.916 to 6.813)");
    Shown slower = leukemia(breslow, false, "2.470 (0.905 to 6.741)");
    Shown exact = leukemia(cox.with(TieMethod.EXACT), false, "2.514 (0.914 to 6.914)");
    Shown firth = leukemia(breslow.withFirth(), false, "2.384 (0.925 to 6.705)");
    Shown profile = leukemia(cox.withProfileLimits(), false, "2.498 (0.943 to 7.309)");
    Shown robust = leukemia(cox.with(CoxVariance.ROBUST), true, "2.498 (0.949 to 6.573)");
    Shown corrected = leukemia(breslow, true, "2.470 (0.826 to 7.387)");
    Covariates design = Covariates.ofRows(23)
        .factor("x", IntStream.range(0, 23).mapToObj(i -> i < 11 ? "0" : "1").toList())
        .build();
    Shown adjusted = new Shown(
        AdjustedSurvival.of(cox.fit(leukemia(false), design), "x").explanation(),
        "23 rows, 18 events; adjusted survival of 0, 1 up to 161.0");
    return List.of(
        new RuleCase("COX-PARTIAL-LIKELIHOOD", efron, firth),
        new RuleCase("COX-TIES-EFRON", efron, slower),
        new RuleCase("COX-TIES-BRESLOW", slower, exact),
        new RuleCase("COX-TIES-EXACT", exact, efron),
        new RuleCase("COX-FIRTH", firth, slower),
        new RuleCase("COX-LIMITS-PROFILE", profile, efron),
        new RuleCase("COX-ROBUST", robust, efron),
        new RuleCase("COX-ROBUST-FEW-CLUSTERS", corrected, slower),
        new RuleCase("COX-ADJUSTED-SURVIVAL", adjusted, efron));
  }

  private static Shown leukemia(CoxRegression cox, boolean isClustered, String ratio) {
    Covariates design = Covariates.ofRows(23)
        .number("x", IntStream.range(0, 23).mapToDouble(i -> i < 11 ? 0 : 1).toArray())
        .build();
    return new Shown(
        cox.fit(leukemia(isClustered), design).explanation(),
        "23 rows, 18 events" + (isClustered ? ", 21 clusters" : "") + "; x: hazard ratio " + ratio);
  }

  /** Rows 1 and 2, and 3 and 4, share a cluster where there are clusters. */
  private static FollowUp leukemia(boolean isClustered) {
    int[] weeks = {
      9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45
    };
    boolean[] events = new boolean[weeks.length];
    Arrays.fill(events, true);
    for (int censored : new int[] {2, 5, 8, 10, 16}) {
      events[censored] = false;
    }
    FollowUpBuilder followUp = FollowUp.ofDays(weeks, events);
    return isClustered
        ? followUp
            .clusters(IntStream.range(0, 23).mapToObj(i -> i < 4 ? i / 2 : i).toList())
            .build()
        : followUp.build();
  }

  private static Shown curve(FollowUpBuilder hips, String expected) {
    return new Shown(KaplanMeier.withDefaults().estimate(hips.build()).explanation(), expected);
  }

  /** Four hips at risk to time 1, of which one fails then, and two or three from time 3 on. */
  private static Shown printed(double atTwo, String expected) {
    PublishedCurve curve = PublishedCurve.ofClicks(new double[] {1, 2}, new double[] {0.75, atTwo})
        .withAtRisk(new double[] {0, 3}, new int[] {4, (int) (4 * atTwo)});
    return new Shown(CurveReconstruction.withDefaults().reconstruct(curve).explanation(), expected);
  }

  private static Shown test(Weighting weighting, FollowUpBuilder hips, String expected) {
    return new Shown(
        LogRank.withDefaults().with(weighting).test(hips.build()).explanation(), expected);
  }

  private static Shown permutation(PermutationTest test, String expected) {
    FollowUp hips = six().clusters(List.of(1, 1, 2, 3, 3, 4)).build();
    return new Shown(test.test(hips, 1).orElseThrow().explanation(), expected);
  }

  private static FollowUpBuilder four(boolean first, boolean second) {
    return FollowUp.ofDays(new int[] {1, 2, 3, 4}, new boolean[] {first, second, false, false});
  }

  private static FollowUpBuilder six() {
    return FollowUp.ofDays(
            new int[] {1, 2, 3, 4, 5, 6}, new boolean[] {true, true, true, true, true, false})
        .groups(List.of("A", "A", "A", "B", "B", "B"));
  }
}
