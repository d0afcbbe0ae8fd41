package io.github.avnfh.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.scoring.harris.HarrisForm;
import io.github.avnfh.scoring.harris.HarrisScore;
import io.github.avnfh.scoring.harris.RangeOfMotionMethod;
import io.github.avnfh.staging.StagingResult;
import io.github.avnfh.staging.steinberg.Steinberg;
import io.github.avnfh.survival.CriticalValue;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.SurvivalCurve.Step;
import io.github.avnfh.survival.compare.GroupCount;
import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.competing.CumulativeIncidence;
import io.github.avnfh.survival.competing.IncidenceCurve;
import io.github.avnfh.survival.competing.IncidenceStep;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTest {
  // limits go through exp and log twice, in another order than the library's
  private static final double ROUNDING = 1e-12;
  private static final List<SteinbergStage> STAGES = List.of(SteinbergStage.values());
  private static final List<SteinbergGrade> GRADES = List.of(SteinbergGrade.values());
  private static final HipColumns HIPS = HipColumns.random(2_000, 6);

  @Test
  void scoresFormsAsTheLibraryDoes() {
    HarrisColumns columns = HarrisColumns.random(1_000, 4);
    List<HarrisForm> forms = columns.forms();
    for (int form = 0; form < forms.size(); form++) {
      assertThat(columns.index(form))
          .isCloseTo(total(forms.get(form), RangeOfMotionMethod.INDEX_1969), within(ROUNDING));
      assertThat(columns.arc(form))
          .isEqualTo(total(forms.get(form), RangeOfMotionMethod.TOTAL_ARC));
    }
  }

  private static double total(HarrisForm form, RangeOfMotionMethod method) {
    return HarrisScore.of(form, method).total().orElseThrow();
  }

  @Test
  void stagesHipsAsTheLibraryDoes() {
    for (Findings findings : RandomFindings.complete(1_000, 5)) {
      StagingResult<SteinbergStage, SteinbergGrade> reading =
          Steinberg.PENNSYLVANIA_1995.read(findings);
      int stage = STAGES.indexOf(reading.stage().decided().orElseThrow());
      int grade = reading.grade().decided().map(GRADES::indexOf).orElse(-1) + 1;
      assertThat(BareSteinberg.stageAndGrade(findings)).isEqualTo(4 * stage + grade);
    }
  }

  @Test
  void drawsCurvesFromDaysAsTheLibraryDoes() {
    same(
        CountingCurves.of(HIPS, HipColumns.GROUPS.size()).curves(),
        HIPS.inDays().build());
  }

  @Test
  void drawsCurvesFromTimesAsTheLibraryDoes() {
    same(RadixCurves.of(HIPS, HipColumns.GROUPS.size()), HIPS.inTimes().build());
  }

  @Test
  void countsIncidencesAsTheLibraryDoes() {
    int[] causes = IncidenceBenchmark.causes(HIPS);
    CountingIncidence[] counted = CountingIncidence.of(HIPS, causes, HipColumns.GROUPS.size());
    List<IncidenceCurve> curves = CumulativeIncidence.withDefaults()
        .estimate(IncidenceBenchmark.rows(HIPS, causes).build());
    for (int group = 0; group < counted.length; group++) {
      CountingIncidence own = counted[group];
      for (IncidenceStep step : curves.get(group).steps()) {
        int day = (int) step.time();
        assertThat(own.share[day]).isCloseTo(step.event().proportion(), within(ROUNDING));
        step.event()
            .standardError()
            .ifPresent(error -> assertThat(own.error[day]).isCloseTo(error, within(1e-9)));
      }
    }
  }

  @Test
  void drawsClusteredCurvesAsTheLibraryDoes() {
    FollowUp followUp = HIPS.inDays().clusters(HIPS.patients).build();
    assertThat(followUp.clusters()).hasValue(HIPS.patientCount());
    same(ClusterCurves.of(HIPS, HipColumns.GROUPS.size()), followUp);
  }

  private static void same(BareCurve[] curves, FollowUp followUp) {
    for (int group = 0; group < curves.length; group++) {
      List<Step> steps = KaplanMeier.withDefaults()
          .with(CriticalValue.NORMAL)
          .estimate(followUp)
          .curve(HipColumns.GROUPS.get(group))
          .steps();
      assertThat(steps).hasSize(curves[group].size).hasSizeGreaterThan(100);
      for (int i = 0; i < steps.size(); i++) {
        same(curves[group], i, steps.get(i));
      }
    }
  }

  private static void same(BareCurve curve, int index, Step step) {
    assertThat(curve.times[index]).isEqualTo(step.time());
    assertThat(curve.atRisk[index]).isEqualTo(step.atRisk());
    assertThat(curve.events[index]).isEqualTo(step.events());
    assertThat(curve.survival[index]).isCloseTo(step.estimate().survival(), within(ROUNDING));
    // where survival is 1 the library has exact limits
    if (step.estimate().survival() > 0 && step.estimate().survival() < 1) {
      assertThat(curve.errors[index])
          .isCloseTo(step.estimate().standardError().orElseThrow(), within(ROUNDING));
      assertThat(curve.lower[index]).isCloseTo(step.estimate().lower(), within(ROUNDING));
      assertThat(curve.upper[index]).isCloseTo(step.estimate().upper(), within(ROUNDING));
    }
  }

  @Test
  void comparesGroupsAsTheLibraryDoes() {
    same(
        CountingCurves.of(HIPS, HipColumns.GROUPS.size()).logRank(),
        HIPS.inDays().build());
    BareCurve[] curves = RadixCurves.of(HIPS, HipColumns.GROUPS.size());
    same(RadixCurves.logRank(curves), HIPS.inTimes().build());
  }

  private static void same(double[] sums, FollowUp followUp) {
    List<GroupCount> groups = LogRank.withDefaults().test(followUp).groups();
    for (int group = 0; group < HipColumns.GROUPS.size() - 1; group++) {
      // sums of 2,000 hips lose three digits of 16
      assertThat(sums[group])
          .isCloseTo(groups.get(group).observed() - groups.get(group).expected(), within(1e-9));
    }
  }

  @Test
  void fitsCoxModelsAsTheLibraryDoes() {
    assertThat(CoxColumns.random(2_000, 6).difference()).isLessThan(1e-9);
  }

  @Test
  void writesFilesThatAreSound() {
    Cohort cohort =
        CohortReader.withDefaults().read(CohortFiles.random(500, 3)::open).orThrow();
    assertThat(cohort.hips()).hasSize(100).allSatisfy(hip -> {
      assertThat(hip.visits()).hasSize(5);
      assertThat(hip.visits().get(4).scores()).hasSize(2);
    });
  }
}
