package io.github.avnfh.examples.evidence;

import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.examples.evidence.RuleCase.Shown;
import io.github.avnfh.scoring.forgotten.ForgottenJointScore;
import io.github.avnfh.scoring.hoos.HoosMissingRule;
import io.github.avnfh.scoring.hoos.HoosPhysicalFunction;
import io.github.avnfh.scoring.hoos.HoosSubscale;
import io.github.avnfh.scoring.merle.MerleScore;
import io.github.avnfh.scoring.oxford.OxfordHipScore;
import io.github.avnfh.scoring.oxford.OxfordHipScore.MissingRule;
import io.github.avnfh.scoring.pain.PainScheme;
import io.github.avnfh.scoring.pain.PainScores;
import io.github.avnfh.scoring.satisfaction.SatisfactionSummary;
import io.github.avnfh.scoring.ucla.UclaActivity;
import io.github.avnfh.scoring.womac.WomacSubscale;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Rules of the instruments beside the Harris Hip Score at work. Answers are digits, with a dot for
 * one that is missing; the neighbor has another answer to one item, one answer too few, or lies
 * just beyond a cut.
 */
final class InstrumentCases {
  private InstrumentCases() {}

  static List<RuleCase> all() {
    return Stream.of(hoos(), shortForm(), oxford(), sums(), pain(), merle(), patients())
        .flatMap(cases -> cases)
        .toList();
  }

  /** The means are 6/4 and 7/4, then 1: 100 minus 37.5, 43.75 and 25. */
  private static Stream<RuleCase> hoos() {
    return Stream.of(
        new RuleCase(
            "HOOS-SUBSCALE", quality("0123", "62.5 points"), quality("0124", "56.25 points")),
        new RuleCase(
            "HOOS-MISSING-2013",
            pain("11111.....", HoosMissingRule.GUIDE_2013, "75.0 points"),
            pain("1111......", HoosMissingRule.GUIDE_2013, "no score")),
        new RuleCase(
            "HOOS-MISSING-2003",
            pain("11111111..", HoosMissingRule.ORIGINAL_2003, "75.0 points"),
            pain("1111111...", HoosMissingRule.ORIGINAL_2003, "no score")));
  }

  private static Shown quality(String answers, String expected) {
    return new Shown(
        HoosSubscale.QUALITY_OF_LIFE.explain(answers(answers), HoosMissingRule.GUIDE_2013),
        expected);
  }

  private static Shown pain(String answers, HoosMissingRule rule, String expected) {
    return new Shown(HoosSubscale.PAIN.explain(answers(answers), rule), expected);
  }

  /** The table has 80.0 for a sum of 5 and 76.6 for 6. */
  private static Stream<RuleCase> shortForm() {
    return Stream.of(
        new RuleCase(
            "HOOS-PS-100-BEST",
            new Shown(
                HoosPhysicalFunction.HUNDRED_IS_BEST.explain(answers("11111")), "80.0 points"),
            new Shown(
                HoosPhysicalFunction.HUNDRED_IS_BEST.explain(answers("11211")), "76.6 points")),
        new RuleCase(
            "HOOS-PS-0-BEST",
            new Shown(HoosPhysicalFunction.ZERO_IS_BEST.explain(answers("11111")), "20.0 points"),
            new Shown(HoosPhysicalFunction.ZERO_IS_BEST.explain(answers("1111.")), "no score")));
  }

  private static Stream<RuleCase> oxford() {
    return Stream.of(
        new RuleCase(
            "OHS-SUM",
            oxford("432104321043", MissingRule.COMPLETE, "27.0 points"),
            oxford("432104321042", MissingRule.COMPLETE, "26.0 points")),
        new RuleCase(
            "OHS-MISSING-COMPLETE",
            oxford("333333333333", MissingRule.COMPLETE, "36.0 points"),
            oxford("33333333333.", MissingRule.COMPLETE, "no score")),
        new RuleCase(
            "OHS-MISSING-UP-TO-TWO",
            oxford("3333333333..", MissingRule.MEAN_FOR_UP_TO_TWO, "36.0 points"),
            oxford("333333333...", MissingRule.MEAN_FOR_UP_TO_TWO, "no score")),
        new RuleCase(
            "OHS-OLD-SCALE",
            new Shown(OxfordHipScore.explainOldTotal(33), "27.0 points"),
            new Shown(OxfordHipScore.explainOldTotal(34), "26.0 points")));
  }

  private static Shown oxford(String answers, MissingRule rule, String expected) {
    return new Shown(OxfordHipScore.explain(answers(answers), rule), expected);
  }

  private static Stream<RuleCase> sums() {
    return Stream.of(
        new RuleCase(
            "FJS12-MEAN",
            new Shown(ForgottenJointScore.explain(answers("11111111....")), "75.0 points"),
            new Shown(ForgottenJointScore.explain(answers("1111111.....")), "no score")),
        new RuleCase(
            "WOMAC-SUM",
            new Shown(WomacSubscale.PAIN.explain(answers("01234")), "10.0 points"),
            new Shown(WomacSubscale.PAIN.explain(answers(".1234")), "no score")),
        new RuleCase(
            "WOMAC-MISSING-UP-TO-THREE",
            function("22222222222222...", "34.0 points"),
            function("2222222222222....", "no score")));
  }

  private static Shown function(String answers, String expected) {
    return new Shown(
        WomacSubscale.FUNCTION.explain(
            answers(answers), WomacSubscale.MissingRule.MEAN_FOR_UP_TO_THREE),
        expected);
  }

  private static Stream<RuleCase> pain() {
    return Stream.of(
        analog(PainScheme.BOONSTRA_2014_VAS, 7.5, 7.49),
        analog(PainScheme.BOONSTRA_2014_INTERFERENCE, 6.5, 6.49),
        rated(PainScheme.BOONSTRA_2016_NRS, 8, 7),
        rated(PainScheme.KAPSTAD_2008_NRS_HIP, 7, 6),
        new RuleCase(
            PainScheme.JENSEN_2003_VAS_MM.rule().id(),
            new Shown(PainScheme.JENSEN_2003_VAS_MM.explain(PainScores.ofMillimeters(4.9)), "none"),
            new Shown(PainScheme.JENSEN_2003_VAS_MM.explain(PainScores.ofMillimeters(5)), "mild")));
  }

  private static RuleCase analog(PainScheme scheme, double severe, double moderate) {
    return new RuleCase(
        scheme.rule().id(),
        new Shown(scheme.explain(PainScores.ofCentimeters(severe)), "severe"),
        new Shown(scheme.explain(PainScores.ofCentimeters(moderate)), "moderate"));
  }

  private static RuleCase rated(PainScheme scheme, int severe, int moderate) {
    return new RuleCase(
        scheme.rule().id(),
        new Shown(scheme.explain(PainScores.ofNumericRating(severe)), "severe"),
        new Shown(scheme.explain(PainScores.ofNumericRating(moderate)), "moderate"));
  }

  private static Stream<RuleCase> merle() {
    Shown best = shown(merle(6, 6, 6), "18.0 points, excellent");
    return Stream.of(
        new RuleCase("MERLE-PAIN", best, shown(merle(3, 6, 6), "15.0 points, good")),
        new RuleCase("MERLE-WALKING", best, shown(merle(6, 2, 6), "14.0 points, fair")),
        new RuleCase("MERLE-MOBILITY", best, shown(merle(6, 6, 0), "12.0 points, poor")),
        new RuleCase("MERLE-GRADE", best, shown(merle(5, 6, 6), "17.0 points, good")));
  }

  private static MerleScore merle(int pain, int walking, int mobility) {
    return MerleScore.builder().pain(pain).walking(walking).mobility(mobility).build();
  }

  private static Stream<RuleCase> patients() {
    return Stream.of(
        new RuleCase(
            "UCLA-LEVEL",
            shown(UclaActivity.REGULARLY_ACTIVE, "7.0 points"),
            shown(UclaActivity.REGULARLY_VERY_ACTIVE, "8.0 points")),
        new RuleCase(
            "SATISFACTION-UPPER-TWO",
            shown(satisfaction(Satisfaction.SATISFIED), "2 of 3 patients satisfied"),
            shown(satisfaction(Satisfaction.NEUTRAL), "1 of 3 patients satisfied")));
  }

  private static SatisfactionSummary satisfaction(Satisfaction third) {
    return SatisfactionSummary.of(
        List.of(Satisfaction.VERY_SATISFIED, Satisfaction.DISSATISFIED, third));
  }

  private static Shown shown(Explainable result, String expected) {
    Explanation given = result.explanation();
    return new Shown(given, expected);
  }

  private static List<OptionalInt> answers(String digits) {
    return digits
        .chars()
        .mapToObj(c -> c == '.' ? OptionalInt.empty() : OptionalInt.of(c - '0'))
        .toList();
  }
}
