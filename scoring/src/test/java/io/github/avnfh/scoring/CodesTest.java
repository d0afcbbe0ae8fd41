package io.github.avnfh.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Coded;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.change.ScoreStatus;
import io.github.avnfh.scoring.compare.ClusterBootstrap;
import io.github.avnfh.scoring.compare.ClusterRobust;
import io.github.avnfh.scoring.compare.ClusteredSignedRank;
import io.github.avnfh.scoring.compare.EffectSize;
import io.github.avnfh.scoring.compare.OneHipPerPatient;
import io.github.avnfh.scoring.harris.HarrisAnswer.Limp;
import io.github.avnfh.scoring.harris.HarrisAnswer.Pain;
import io.github.avnfh.scoring.harris.HarrisAnswer.PublicTransport;
import io.github.avnfh.scoring.harris.HarrisAnswer.ShoesAndSocks;
import io.github.avnfh.scoring.harris.HarrisAnswer.Sitting;
import io.github.avnfh.scoring.harris.HarrisAnswer.Stairs;
import io.github.avnfh.scoring.harris.HarrisAnswer.Support;
import io.github.avnfh.scoring.harris.HarrisAnswer.WalkingDistance;
import io.github.avnfh.scoring.harris.HarrisGrade;
import io.github.avnfh.scoring.harris.HarrisItem;
import io.github.avnfh.scoring.harris.ModifiedHarrisScore;
import io.github.avnfh.scoring.harris.RangeOfMotionMethod;
import io.github.avnfh.scoring.hoos.HoosMissingRule;
import io.github.avnfh.scoring.hoos.HoosPhysicalFunction;
import io.github.avnfh.scoring.hoos.HoosSubscale;
import io.github.avnfh.scoring.merle.CharnleyClass;
import io.github.avnfh.scoring.merle.MerleGrade;
import io.github.avnfh.scoring.oxford.OxfordHipScore;
import io.github.avnfh.scoring.pain.PainCategory;
import io.github.avnfh.scoring.pain.PainScheme;
import io.github.avnfh.scoring.proportion.ClusteredProportion;
import io.github.avnfh.scoring.sensitivity.SensitivityGrid;
import io.github.avnfh.scoring.ucla.UclaActivity;
import io.github.avnfh.scoring.womac.WomacSubscale;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CodesTest {

  static Stream<Arguments> readable() {
    return Stream.of(
        of(ArthroplastyPolicy.values(), ArthroplastyPolicy::parse),
        of(CharnleyClass.values(), CharnleyClass::parse),
        of(HarrisGrade.values(), HarrisGrade::parse),
        of(HoosMissingRule.values(), HoosMissingRule::parse),
        of(Limp.values(), Limp::parse),
        of(ModifiedHarrisScore.Scale.values(), ModifiedHarrisScore.Scale::parse),
        of(Pain.values(), Pain::parse),
        of(PublicTransport.values(), PublicTransport::parse),
        of(RangeOfMotionMethod.values(), RangeOfMotionMethod::parse),
        of(ShoesAndSocks.values(), ShoesAndSocks::parse),
        of(Sitting.values(), Sitting::parse),
        of(Stairs.values(), Stairs::parse),
        of(Support.values(), Support::parse),
        of(UclaActivity.values(), UclaActivity::parse),
        of(WalkingDistance.values(), WalkingDistance::parse));
  }

  private static Arguments of(Coded[] values, Function<String, Coded> parser) {
    return Arguments.of(values, parser);
  }

  @ParameterizedTest
  @MethodSource("readable")
  void readWhatTheyWriteAndNothingElse(Coded[] values, Function<String, Coded> parser) {
    assertThat(values).isNotEmpty();
    assertThat(values).allSatisfy(word -> assertThat(parser.apply(word.code())).isSameAs(word));
    assertThatThrownBy(() -> parser.apply("other"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a text of 5 characters is not a");
  }

  static Stream<Arguments> written() {
    return Stream.of(
        Arguments.of(ClusterRobust.values(), "CR2 HC0 HC1"),
        Arguments.of(ClusterBootstrap.Interval.values(), "bootstrap_t percentile"),
        Arguments.of(ClusteredProportion.Method.values(), "wilson_t korn_graubard"),
        Arguments.of(ClusteredSignedRank.Method.values(), "exact normal"),
        Arguments.of(
            SensitivityGrid.CountingUnit.values(), "hips patients_any_hip patients_every_hip"),
        Arguments.of(EffectSize.values(), "srm d_baseline d_average d_repeated"),
        Arguments.of(HarrisItem.Domain.values(), "pain function deformity range_of_motion"),
        Arguments.of(HoosMissingRule.values(), "guide_2013 original_2003"),
        Arguments.of(HoosPhysicalFunction.values(), "hoos_ps_100_best hoos_ps_0_best"),
        Arguments.of(HoosSubscale.values(), "hoos_symptoms hoos_pain hoos_adl hoos_sport hoos_qol"),
        Arguments.of(License.values(), "none_found required unclear"),
        Arguments.of(MerleGrade.values(), "poor fair good excellent"),
        Arguments.of(OneHipPerPatient.values(), "first random mean"),
        Arguments.of(OxfordHipScore.MissingRule.values(), "complete mean_for_up_to_two"),
        Arguments.of(PainCategory.values(), "none mild moderate severe"),
        Arguments.of(
            PainScheme.values(),
            "boonstra_2014_vas boonstra_2014_interference boonstra_2016_nrs kapstad_2008_nrs_hip jensen_2003_vas_mm"),
        Arguments.of(
            ScoreStatus.values(), "taken taken_after_arthroplasty carried failed excluded missing"),
        Arguments.of(WomacSubscale.values(), "womac_pain womac_stiffness womac_function"),
        Arguments.of(WomacSubscale.MissingRule.values(), "complete mean_for_up_to_three"));
  }

  /** A code once written into a file must not change in silence. */
  @ParameterizedTest(name = "{1}")
  @MethodSource("written")
  void keepTheCodesThatFilesHold(Coded[] values, String codes) {
    assertThat(Arrays.stream(values).map(Coded::code)).containsExactly(codes.split(" ", -1));
  }
}
