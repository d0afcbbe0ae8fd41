package io.github.avnfh.examples.evidence;

import io.github.avnfh.core.Score;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Threshold;
import io.github.avnfh.examples.evidence.RuleCase.Shown;
import io.github.avnfh.scoring.change.Change;
import io.github.avnfh.scoring.compare.ClusterBootstrap;
import io.github.avnfh.scoring.compare.ClusterRobust;
import io.github.avnfh.scoring.compare.ClusteredSample;
import io.github.avnfh.scoring.compare.ClusteredSignedRank;
import io.github.avnfh.scoring.compare.Comparison;
import io.github.avnfh.scoring.harris.Deformity;
import io.github.avnfh.scoring.harris.HarrisAnswer.Limp;
import io.github.avnfh.scoring.harris.HarrisAnswer.Pain;
import io.github.avnfh.scoring.harris.HarrisAnswer.PublicTransport;
import io.github.avnfh.scoring.harris.HarrisAnswer.ShoesAndSocks;
import io.github.avnfh.scoring.harris.HarrisAnswer.Sitting;
import io.github.avnfh.scoring.harris.HarrisAnswer.Stairs;
import io.github.avnfh.scoring.harris.HarrisAnswer.Support;
import io.github.avnfh.scoring.harris.HarrisAnswer.WalkingDistance;
import io.github.avnfh.scoring.harris.HarrisForm;
import io.github.avnfh.scoring.harris.HarrisItem;
import io.github.avnfh.scoring.harris.HarrisItem.DeformityCriterion;
import io.github.avnfh.scoring.harris.HarrisScore;
import io.github.avnfh.scoring.harris.ModifiedHarrisScore;
import io.github.avnfh.scoring.harris.RangeOfMotion;
import io.github.avnfh.scoring.harris.RangeOfMotionMethod;
import io.github.avnfh.scoring.longitudinal.DegreesOfFreedom;
import io.github.avnfh.scoring.longitudinal.EstimatingEquations;
import io.github.avnfh.scoring.longitudinal.FirthLogistic;
import io.github.avnfh.scoring.longitudinal.Link;
import io.github.avnfh.scoring.longitudinal.MixedModel;
import io.github.avnfh.scoring.longitudinal.SandwichVariance;
import io.github.avnfh.scoring.longitudinal.VisitCovariance;
import io.github.avnfh.scoring.longitudinal.VisitScores;
import io.github.avnfh.scoring.proportion.ClusteredOutcomes;
import io.github.avnfh.scoring.proportion.ClusteredProportion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Rules of scoring at work. The points of a level are those of the form; 67.5 of the index of 1969
 * is 45 times 1.0, 15 times 0.8, 5 times 0.3, 15 times 0.4 and 15 times 0.2.
 */
final class ScoringCases {
  private static final String PERFECT = "100.0 points, excellent";
  private static final Deformity NONE = Deformity.meeting(EnumSet.allOf(DeformityCriterion.class));

  private ScoringCases() {}

  static List<RuleCase> all() {
    return Stream.of(
            answers(),
            imageReadings(),
            sums(),
            thresholds(),
            comparisons(),
            visitModels(),
            proportions())
        .flatMap(List::stream)
        .toList();
  }

  private static List<RuleCase> answers() {
    Map<HarrisItem.Question, Consumer<HarrisForm.Builder>> worse = Map.of(
        HarrisItem.Question.PAIN, form -> form.pain(Pain.SLIGHT),
        HarrisItem.Question.LIMP, form -> form.limp(Limp.SLIGHT),
        HarrisItem.Question.SUPPORT, form -> form.support(Support.CANE_FOR_LONG_WALKS),
        HarrisItem.Question.DISTANCE, form -> form.distance(WalkingDistance.SIX_BLOCKS),
        HarrisItem.Question.STAIRS, form -> form.stairs(Stairs.WITH_RAILING),
        HarrisItem.Question.SHOES_AND_SOCKS,
            form -> form.shoesAndSocks(ShoesAndSocks.WITH_DIFFICULTY),
        HarrisItem.Question.SITTING, form -> form.sitting(Sitting.HIGH_CHAIR_HALF_AN_HOUR),
        HarrisItem.Question.TRANSPORT, form -> form.transport(PublicTransport.UNABLE));
    Map<HarrisItem.Question, Integer> totals = Map.of(
        HarrisItem.Question.PAIN, 96,
        HarrisItem.Question.LIMP, 97,
        HarrisItem.Question.SUPPORT, 96,
        HarrisItem.Question.DISTANCE, 97,
        HarrisItem.Question.STAIRS, 98,
        HarrisItem.Question.SHOES_AND_SOCKS, 98,
        HarrisItem.Question.SITTING, 98,
        HarrisItem.Question.TRANSPORT, 99);
    List<RuleCase> cases = new ArrayList<>();
    for (HarrisItem.Question question : HarrisItem.Question.values()) {
      HarrisForm form = form(worse.get(question), EnumSet.of(question));
      cases.add(new RuleCase(
          "HHS-" + question.code().toUpperCase(Locale.ROOT).replace('_', '-'),
          shown(full(form), totals.get(question) + ".0 points, excellent"),
          shown(full(form(unchanged -> {}, EnumSet.noneOf(HarrisItem.Question.class))), PERFECT)));
    }
    return cases;
  }

  private static List<RuleCase> imageReadings() {
    Deformity every = Deformity.meeting(EnumSet.noneOf(DeformityCriterion.class));
    return List.of(
        new RuleCase(
            "HHS-DEFORMITY",
            shown(full(examined(every, 140)), "96.0 points, excellent"),
            shown(full(examined(NONE, 140)), PERFECT)),
        new RuleCase(
            "HHS-ROM-INDEX-1969",
            shown(full(examined(NONE, 45)), "98.375 points, excellent"),
            shown(full(examined(NONE, 140)), PERFECT)),
        new RuleCase(
            "HHS-ROM-TOTAL-ARC",
            shown(
                HarrisScore.of(examined(NONE, 50), RangeOfMotionMethod.TOTAL_ARC),
                "99.0 points, excellent"),
            shown(HarrisScore.of(examined(NONE, 51), RangeOfMotionMethod.TOTAL_ARC), PERFECT)),
        new RuleCase(
            "HHS-ROM-INDEX-IN-BANDS",
            shown(
                HarrisScore.of(examined(NONE, 8), RangeOfMotionMethod.INDEX_IN_BANDS),
                "96.5 points, excellent"),
            shown(
                HarrisScore.of(examined(NONE, 8.1), RangeOfMotionMethod.INDEX_IN_BANDS),
                "96.9 points, excellent")));
  }

  private static List<RuleCase> sums() {
    EnumSet<HarrisItem.Question> three = EnumSet.of(
        HarrisItem.Question.PAIN, HarrisItem.Question.LIMP, HarrisItem.Question.TRANSPORT);
    HarrisForm ninety = form(
        form -> form.pain(Pain.SLIGHT).limp(Limp.MODERATE).transport(PublicTransport.ABLE), three);
    HarrisForm below = form(
        form -> form.pain(Pain.SLIGHT).limp(Limp.MODERATE).transport(PublicTransport.UNABLE),
        three);
    return List.of(
        new RuleCase(
            "HHS-GRADE",
            shown(full(ninety), "90.0 points, excellent"),
            shown(full(below), "89.0 points, good")),
        new RuleCase(
            "MHHS-SUM",
            shown(ModifiedHarrisScore.of(ninety, ModifiedHarrisScore.Scale.RAW_91), "81.0 points"),
            shown(ModifiedHarrisScore.of(below, ModifiedHarrisScore.Scale.RAW_91), "80.0 points")));
  }

  private static List<RuleCase> thresholds() {
    return CaseFile.rows("threshold_cases.csv", List.of("rule", "before", "after", "not_enough"))
        .stream()
        .map(row ->
            threshold(row.get(0), row.stream().skip(1).map(Double::valueOf).toList()))
        .toList();
  }

  private static RuleCase threshold(String rule, List<Double> points) {
    Threshold threshold = LibraryRules.thresholds().stream()
        .filter(candidate -> candidate.rule().id().equals(rule))
        .findFirst()
        .orElseThrow();
    Score before = Score.of(threshold.instrument(), points.get(0));
    return new RuleCase(
        rule,
        new Shown(explained(threshold, before, points.get(1)), "reached"),
        new Shown(explained(threshold, before, points.get(2)), "not reached"));
  }

  private static Explanation explained(Threshold threshold, Score before, double after) {
    return Change.between(before, Score.of(threshold.instrument(), after)).explain(threshold);
  }

  /**
   * Six improvements of four patients: R 4.2.2 with clubSandwich 0.5.8 and sandwich 3.0-2. The
   * signed ranks 1, 2, -3, 4 and 5 are as far from even in 6 of 8 changes of sign by patient, and
   * in 10 of 32 by hip. Of resamples of 0, 0 and 3 those that vary have t of 0 or 1, and 1 of 27
   * the mean 3.
   */
  private static List<RuleCase> comparisons() {
    ClusteredSample six =
        ClusteredSample.of(new double[] {34, 28, 41, 12, 15, 30}, List.of(1, 1, 2, 3, 3, 4));
    Comparison defaults = Comparison.withDefaults();
    Shown reduced = shown(defaults.ofMean(six), "26.667 (5.055 to 48.278)");
    Shown empirical =
        shown(defaults.with(ClusterRobust.HC1).ofMean(six), "26.667 (7.444 to 45.890)");
    ClusteredSample three = ClusteredSample.of(new double[] {0, 0, 3}, List.of(1, 2, 3));
    Shown studentized =
        shown(ClusterBootstrap.of(three, 0.95, 500, 20260401), "1.000 (0.000 to 1.000)");
    Shown percentiles = shown(
        ClusterBootstrap.of(three, ClusterBootstrap.Interval.PERCENTILE, 0.95, 500, 20260401),
        "1.000 (0.000 to 3.000)");
    double[] changes = {10, 20, -30, 40, 50};
    return List.of(
        new RuleCase("COMPARISON-CR2", reduced, empirical),
        new RuleCase("COMPARISON-HC", empirical, reduced),
        new RuleCase("COMPARISON-BOOTSTRAP-T", studentized, percentiles),
        new RuleCase("COMPARISON-BOOTSTRAP-PERCENTILE", percentiles, studentized),
        new RuleCase(
            "COMPARISON-CLUSTERED-SIGNED-RANK",
            shown(
                ClusteredSignedRank.test(ClusteredSample.of(changes, List.of(1, 1, 2, 3, 3))),
                "p = 0.750"),
            shown(
                ClusteredSignedRank.test(ClusteredSample.of(changes, List.of(1, 2, 3, 4, 5))),
                "p = 0.313")));
  }

  /**
   * Six hips that gained 10, 12, 8, 15, 9 and 12 points: mean 11, sum of squares 32; t on 5 and 4
   * degrees of freedom 2.571 and 2.776. Of eight hips two responded first, and these and two others
   * later: the logarithm of the risk ratio 2 has the standard error 1/2, and the risk difference
   * 1/4 the root of 1.5 over 8; t on 6 is 2.447.
   */
  private static List<RuleCase> visitModels() {
    VisitScores gains = twoVisits(List.of(50, 61, 47, 55, 58, 52), List.of(60, 73, 55, 70, 67, 64));
    MixedModel model = MixedModel.withDefaults();
    String paired = "12 scores of 6 hips of 6 patients at 2 visits; 6 - 0: 11.00 (8.35 to 13.65)";
    Shown satterthwaite = shown(model.fit(gains), paired);
    Shown unstructured = shown(
        model.with(VisitCovariance.UNSTRUCTURED).with(DegreesOfFreedom.CR2).fit(gains), paired);
    Shown adjusted = shown(model.with(DegreesOfFreedom.KENWARD_ROGER).fit(gains), paired);
    Shown counted = shown(model.with(DegreesOfFreedom.BETWEEN_WITHIN).fit(gains), paired);
    EstimatingEquations equations = EstimatingEquations.withDefaults();
    String start = "12 scores of 6 hips of 6 patients at 2 visits; 6 - 0: 11.00 ";
    Shown sandwich = shown(equations.fit(gains), start + "(8.38 to 13.62)");
    Shown rooted = shown(
        equations.with(SandwichVariance.KAUERMANN_CARROLL).fit(gains), start + "(8.13 to 13.87)");
    Shown divided =
        shown(equations.with(SandwichVariance.MANCL_DEROUEN).fit(gains), start + "(7.86 to 14.14)");
    VisitScores responses =
        twoVisits(List.of(1, 1, 0, 0, 0, 0, 0, 0), List.of(1, 1, 1, 1, 0, 0, 0, 0));
    String eight = "16 scores of 8 hips of 8 patients at 2 visits; 6 - 0: ";
    Shown ratio =
        shown(equations.with(Link.LOG).fit(responses), eight + "risk ratio 2.00 (0.59 to 6.80)");
    Shown difference = shown(equations.fit(responses), eight + "0.25 (-0.12 to 0.62)");
    // one half added to each cell of 2 and 6 against 4 and 4, limits as firth.R finds them
    Shown penalized = new Shown(
        FirthLogistic.withDefaults().fit(responses).explanation(),
        "16 responses; visit[6]: odds ratio 2.60 (0.38 to 21.25)");
    return List.of(
        new RuleCase("LONGITUDINAL-RANDOM-INTERCEPTS", satterthwaite, sandwich),
        new RuleCase("LONGITUDINAL-VISIT-COVARIANCE", unstructured, sandwich),
        new RuleCase("LONGITUDINAL-SATTERTHWAITE", satterthwaite, sandwich),
        new RuleCase("LONGITUDINAL-KENWARD-ROGER", adjusted, sandwich),
        new RuleCase("LONGITUDINAL-BETWEEN-WITHIN", counted, sandwich),
        new RuleCase("LONGITUDINAL-CR2", unstructured, sandwich),
        new RuleCase("LONGITUDINAL-SANDWICH", sandwich, rooted),
        new RuleCase("LONGITUDINAL-KAUERMANN-CARROLL", rooted, sandwich),
        new RuleCase("LONGITUDINAL-MANCL-DEROUEN", divided, sandwich),
        new RuleCase("LONGITUDINAL-MODIFIED-POISSON", ratio, difference),
        new RuleCase("LONGITUDINAL-FIRTH", penalized, ratio));
  }

  private static VisitScores twoVisits(List<Integer> before, List<Integer> after) {
    List<Object> hips = new ArrayList<>();
    List<String> visits = new ArrayList<>();
    List<OptionalDouble> scores = new ArrayList<>();
    for (int hip = 0; hip < before.size(); hip++) {
      hips.addAll(List.of(hip, hip));
      visits.addAll(List.of("0", "6"));
      scores.add(OptionalDouble.of(before.get(hip)));
      scores.add(OptionalDouble.of(after.get(hip)));
    }
    return VisitScores.of(hips, visits, scores).build();
  }

  /**
   * 3 of 6 hips of four patients, two with both hips alike, are worth 3.6; of six patients they are
   * worth 6. Limits are R's, from {@code qt} and {@code qbeta}.
   */
  private static List<RuleCase> proportions() {
    List<Boolean> three = List.of(true, true, false, false, true, false);
    ClusteredOutcomes four = ClusteredOutcomes.of(three, List.of(1, 1, 2, 2, 3, 4));
    Shown wilson = shown(four.proportion(), "3 of 6 hips (0.071 to 0.929)");
    Shown exact = shown(
        ClusteredProportion.Method.KORN_GRAUBARD.of(four, 0.95), "3 of 6 hips (0.021 to 0.979)");
    Shown single = shown(
        ClusteredOutcomes.of(three, List.of(1, 2, 3, 4, 5, 6)).proportion(),
        "3 of 6 hips (0.138 to 0.862)");
    return List.of(
        new RuleCase("PROPORTION-EFFECTIVE-SIZE", wilson, single),
        new RuleCase("PROPORTION-WILSON-T", wilson, exact),
        new RuleCase("PROPORTION-KORN-GRAUBARD", exact, wilson));
  }

  private static Shown shown(Explainable result, String expected) {
    return new Shown(result.explanation(), expected);
  }

  private static Explainable full(HarrisForm form) {
    return HarrisScore.of(form, RangeOfMotionMethod.INDEX_1969);
  }

  private static HarrisForm examined(Deformity deformity, double flexion) {
    HarrisForm.Builder form = HarrisForm.builder();
    answerTheRest(form, EnumSet.noneOf(HarrisItem.Question.class));
    return form.deformity(deformity).rangeOfMotion(range(flexion)).build();
  }

  private static HarrisForm form(
      Consumer<HarrisForm.Builder> answers, EnumSet<HarrisItem.Question> answered) {
    HarrisForm.Builder form = HarrisForm.builder();
    answers.accept(form);
    answerTheRest(form, answered);
    return form.deformity(NONE).rangeOfMotion(range(140)).build();
  }

  private static void answerTheRest(
      HarrisForm.Builder form, EnumSet<HarrisItem.Question> answered) {
    for (HarrisItem.Question question : EnumSet.complementOf(answered)) {
      switch (question) {
        case PAIN -> form.pain(Pain.NONE);
        case LIMP -> form.limp(Limp.NONE);
        case SUPPORT -> form.support(Support.NONE);
        case DISTANCE -> form.distance(WalkingDistance.UNLIMITED);
        case STAIRS -> form.stairs(Stairs.NORMAL);
        case SHOES_AND_SOCKS -> form.shoesAndSocks(ShoesAndSocks.WITH_EASE);
        case SITTING -> form.sitting(Sitting.ANY_CHAIR_ONE_HOUR);
        case TRANSPORT -> form.transport(PublicTransport.ABLE);
      }
    }
  }

  private static RangeOfMotion range(double flexion) {
    return RangeOfMotion.builder()
        .flexionDegrees(flexion)
        .abductionDegrees(40)
        .externalRotationDegrees(40)
        .adductionDegrees(40)
        .internalRotationDegrees(40)
        .build();
  }
}
