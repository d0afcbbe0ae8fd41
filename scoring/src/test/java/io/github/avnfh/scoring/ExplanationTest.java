package io.github.avnfh.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the instruments beside the Harris Hip Score say about their results. */
class ExplanationTest {

  private static List<String> rules(Explanation explanation) {
    return explanation.rules().stream().map(Rule::id).toList();
  }

  private static List<String> inputs(Explanation explanation) {
    return explanation.reasons().stream().map(Reason::inputs).toList();
  }

  /** Answers of 1, 2 and 3 have the mean 2, and 100 minus 25 times 2 is 50. */
  @Test
  void namesTheRuleForMissingItemsTheAnswersAndTheMissingItems() {
    Explanation explanation =
        HoosSubscale.SYMPTOMS.explain(Answers.of("1.23."), HoosMissingRule.GUIDE_2013);
    assertThat(explanation.text()).isEqualTo("""
            50.0 points
              HOOS-MISSING-2013: HOOS subscale hoos_symptoms: 3 of 5 items answered (koos.nu, June 2013)
              50.0 points, HOOS-SUBSCALE: HOOS subscale hoos_symptoms: 1, missing, 2, 3, missing (koos.nu, June 2013)
              lacks: item 2
              lacks: item 5
            """);
  }

  @ParameterizedTest
  @EnumSource
  void namesTheRuleThatTheCallerChose(HoosMissingRule rule) {
    assertThat(rules(HoosSubscale.SPORT.explain(Answers.of("0123"), rule)))
        .containsExactly(rule.rule().id(), "HOOS-SUBSCALE");
    assertThat(rule.rule().id()).endsWith(rule.code().replaceAll("\\D", ""));
  }

  @Test
  void givesNoPointsWithoutAScore() {
    List<Explanation> without = List.of(
        HoosSubscale.PAIN.explain(Answers.of("0000......"), HoosMissingRule.GUIDE_2013),
        HoosPhysicalFunction.HUNDRED_IS_BEST.explain(Answers.of("0000.")),
        OxfordHipScore.explain(Answers.of("44444444444."), MissingRule.COMPLETE),
        ForgottenJointScore.explain(Answers.of("0000000.....")),
        WomacSubscale.STIFFNESS.explain(Answers.of("0.")));
    assertThat(without).extracting(Explanation::answer).containsOnly("no score");
    assertThat(without)
        .allMatch(
            one -> one.reasons().stream().allMatch(reason -> reason.points().isEmpty()));
    assertThat(without).noneMatch(one -> one.obstacles().isEmpty());
  }

  @Test
  void lacksNothingWhereEveryItemWasAnswered() {
    List<Explanation> complete = List.of(
        HoosPhysicalFunction.ZERO_IS_BEST.explain(Answers.of("43210")),
        OxfordHipScore.explain(Answers.all(12, 1), MissingRule.MEAN_FOR_UP_TO_TWO),
        OxfordHipScore.explainOldTotal(12),
        ForgottenJointScore.explain(Answers.all(12, 2)),
        WomacSubscale.FUNCTION.explain(Answers.all(17, 1)),
        UclaActivity.INACTIVE.explanation());
    assertThat(complete).allMatch(one -> one.obstacles().isEmpty());
    assertThat(complete)
        .extracting(Explanation::answer)
        .containsExactly(
            "37.7 points",
            "12.0 points",
            "48.0 points",
            "50.0 points",
            "17.0 points",
            "1.0 points");
    assertThat(complete.get(2).reasons().get(0).text())
        .isEqualTo("48.0 points, OHS-OLD-SCALE: Oxford Hip Score of 1996 12 points"
            + " (github.com/awell-health/awell-score, revision c37843e, 2026)");
  }

  @Test
  void refusesWhatTheScoreRefuses() {
    List<OptionalInt> tooFew = Answers.of("00");
    assertThatThrownBy(() -> OxfordHipScore.explain(tooFew, MissingRule.COMPLETE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Oxford Hip Score [items] must have 12..12, missing ones included, but had 2");
    assertThatThrownBy(() -> OxfordHipScore.explainOldTotal(61))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Oxford Hip Score of 1996 [points] must lie in 12.0..60.0, but was 61.0");
    assertThatThrownBy(() -> PainScheme.BOONSTRA_2014_VAS.explain(PainScores.ofNumericRating(5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("instrument of a pain scheme [code] must be vas, but was nrs11");
  }

  @Test
  void explainsTheDomainsOfMerleWhosePointsAddUp() {
    Explanation explanation =
        MerleScore.builder().pain(5).walking(4).mobility(6).build().explanation();
    assertThat(explanation.answer()).isEqualTo("15.0 points, good");
    assertThat(rules(explanation))
        .containsExactly("MERLE-PAIN", "MERLE-WALKING", "MERLE-MOBILITY", "MERLE-GRADE");
    assertThat(inputs(explanation))
        .containsExactly(
            "pain level 5", "walking level 4", "mobility level 6", "total 15.0 points");
    assertThat(explanation.reasons().stream()
            .mapToDouble(reason -> reason.points().orElse(0))
            .sum())
        .isEqualTo(15);
    assertThat(explanation.obstacles()).isEmpty();
  }

  @Test
  void namesTheDomainsOfMerleThatAreMissingAndGivesNoGrade() {
    Explanation explanation = MerleScore.builder().walking(4).build().explanation();
    assertThat(explanation.answer()).isEqualTo("no total");
    assertThat(rules(explanation)).containsExactly("MERLE-PAIN", "MERLE-WALKING", "MERLE-MOBILITY");
    assertThat(inputs(explanation))
        .containsExactly("pain missing", "walking level 4", "mobility missing");
    assertThat(explanation.obstacles()).containsExactly("pain", "mobility");
    assertThat(MerleScore.builder().pain(1).mobility(1).build().explanation().obstacles())
        .containsExactly("walking");
  }

  @Test
  void explainsPainWithItsUnit() {
    Explanation explanation =
        PainScheme.BOONSTRA_2014_INTERFERENCE.explain(PainScores.ofCentimeters(3.5));
    assertThat(explanation.answer()).isEqualTo("moderate");
    assertThat(explanation.reasons())
        .extracting(Reason::text)
        .containsExactly("PAIN-VAS-BOONSTRA-2014-INTERFERENCE: pain on the visual analog scale 3.5"
            + " cm (Pain 2014;155(12):2545-50)");
    assertThat(explanation.obstacles()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void givesEverySchemeOfPainASeparateRule(PainScheme scheme) {
    assertThat(scheme.rule().statement()).contains("mild", "moderate", "severe");
    assertThat(List.of(PainScheme.values()).stream().map(PainScheme::rule).distinct())
        .hasSize(PainScheme.values().length);
  }

  @Test
  void countsPatientsAtEachLevelOfSatisfaction() {
    Explanation explanation = SatisfactionSummary.of(
            List.of(Satisfaction.SATISFIED, Satisfaction.NEUTRAL, Satisfaction.SATISFIED))
        .explanation();
    assertThat(explanation.answer()).isEqualTo("2 of 3 patients satisfied");
    assertThat(inputs(explanation))
        .containsExactly(
            "very satisfied 0, satisfied 2, neutral 1, dissatisfied 0," + " very dissatisfied 0");
    assertThat(explanation.obstacles()).isEmpty();
    assertThat(SatisfactionSummary.of(List.of()).explanation().obstacles())
        .containsExactly("answers");
  }

  @Test
  void namesTheLevelOfActivity() {
    assertThat(UclaActivity.SOMETIMES_IMPACT.explanation().text()).isEqualTo("""
            9.0 points
              9.0 points, UCLA-LEVEL: activity sometimes impact (J Orthop Surg Res 2010;5:88, Table 1)
            """);
  }
}
