package io.github.avnfh.staging.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.RecordedStage;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.staging.Draft;
import io.github.avnfh.staging.Hips;
import io.github.avnfh.staging.PossibleStages;
import io.github.avnfh.staging.arco.Arco1994;
import io.github.avnfh.staging.arco.Arco2019;
import io.github.avnfh.staging.arco.Arco2019Stage;
import io.github.avnfh.staging.chinese.Chinese2015;
import io.github.avnfh.staging.chinese.ChineseGrade;
import io.github.avnfh.staging.chinese.ChineseStage;
import io.github.avnfh.staging.ficat.Ficat;
import io.github.avnfh.staging.jic.Jic;
import io.github.avnfh.staging.jic.JicStage;
import io.github.avnfh.staging.jic.JicType;
import io.github.avnfh.staging.steinberg.Steinberg;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrosswalkTest {
  private static final Crosswalk<SteinbergStage, SteinbergGrade, Arco2019Stage> TO_ARCO =
      Crosswalk.between(Steinberg.PENNSYLVANIA_1995, Arco2019.REVISED_2019);

  @ParameterizedTest
  @CsvSource({"0, none", "I, I", "II, II", "III, IIIA", "IV, IIIA or IIIB", "V, IV", "VI, IV"})
  void goesFromSteinbergToArco2019(String stage, String counterparts) {
    assertThat(TO_ARCO.possible(SteinbergStage.parse(stage)).text()).isEqualTo(counterparts);
  }

  @ParameterizedTest
  @CsvSource({"A, IIIA", "B, IIIA or IIIB", "C, IIIA or IIIB"})
  void narrowsByTheGrade(SteinbergGrade grade, String counterparts) {
    assertThat(TO_ARCO.possible(SteinbergStage.STAGE_IV, grade).text()).isEqualTo(counterparts);
    assertThat(TO_ARCO.possible(SteinbergStage.STAGE_VI, grade).possible()).isEmpty();
  }

  /** A hip of which only stages of other systems are known. */
  @ParameterizedTest
  @CsvSource({
    "ficat:0, 0",
    "ficat:I, I",
    "ficat:IIA, II",
    "ficat:IIB, III",
    "ficat:II, II or III",
    "arco1994:0, 0",
    "arco1994:IIB, II",
    "arco1994:III, III or IV",
    "arco2019:0, 0",
    "arco2019:II, II",
    "arco2019:IIIA, III or IV",
    "arco2019:IIIB, IV",
    "arco2019:III, III or IV",
    "jic_stage:3A, III or IV",
    "jic_stage:3, III or IV",
    "jic_type:C2, at least 0",
    "arco2019:III ficat:IIB, III",
    "arco2019:II ficat:IV, ''"
  })
  void leavesTheSteinbergStagesOfAHipStagedInOtherSystems(String recorded, String possible) {
    assertThat(Crosswalk.steinberg(staged(SteinbergStage.UNKNOWN, recorded)).text())
        .isEqualTo(possible);
    assertThat(Crosswalk.steinberg(staged(SteinbergStage.STAGE_V, recorded)).text())
        .isEqualTo("V");
  }

  private static Hip staged(SteinbergStage stage, String recorded) {
    return Hip.builder()
        .id(HipId.of(PatientId.of("P01"), Side.LEFT))
        .etiology(Etiology.UNKNOWN)
        .baselineStage(stage)
        .addAllRecordedStages(
            Arrays.stream(recorded.split(" ", -1)).map(RecordedStage::parse).toList())
        .build();
  }

  @Test
  void narrowsByFindings() {
    Draft deep = Draft.nothing().with("depression_mm", 2.5).with("joint_space_narrowing", 0);
    assertThat(TO_ARCO.possible(SteinbergStage.STAGE_IV, deep.findings()).text())
        .isEqualTo("IIIB");
    assertThat(TO_ARCO.possible(SteinbergStage.STAGE_III, deep.findings()).possible())
        .isEmpty();
    assertThat(TO_ARCO
            .possible(SteinbergStage.STAGE_IV, Draft.nothing().findings())
            .text())
        .isEqualTo("IIIA or IIIB");
  }

  @Test
  void goesBetweenTheDepthsOfArcoAndOfTheJapaneseCriteria() {
    var toArco = Crosswalk.between(Jic.REVISED_2001, Arco2019.REVISED_2019);
    assertThat(toArco.possible(JicStage.STAGE_3A).text()).isEqualTo("IIIA or IIIB");
    assertThat(toArco.possible(JicStage.STAGE_3B).text()).isEqualTo("IIIB");
    var toJic = Crosswalk.between(Arco2019.REVISED_2019, Jic.REVISED_2001);
    assertThat(toJic.possible(Arco2019Stage.STAGE_IIIA).text()).isEqualTo("3A");
    assertThat(toJic.possible(Arco2019Stage.STAGE_IIIB).text()).isEqualTo("3A or 3B");
  }

  /** The type of a lesion by the Japanese criteria says nothing about its stage. */
  @Test
  void isNotNarrowedByAGradeThatDoesNotDependOnTheStage() {
    var fromJic = Crosswalk.between(Jic.REVISED_2001, Arco2019.REVISED_2019);
    for (JicType type : JicType.values()) {
      assertThat(fromJic.possible(JicStage.STAGE_3A, type))
          .isEqualTo(fromJic.possible(JicStage.STAGE_3A));
      assertThat(fromJic.possible(JicStage.UNAFFECTED, type).possible()).isEmpty();
    }
  }

  @Test
  void tellsTheChineseStagesFromSteinberg() {
    var toChinese = Crosswalk.between(Steinberg.PENNSYLVANIA_1995, Chinese2015.GUIDELINE_2015);
    assertThat(toChinese.possible(SteinbergStage.STAGE_III).text()).isEqualTo("3");
    assertThat(toChinese.possible(SteinbergStage.STAGE_IV).text()).isEqualTo("4");
    assertThat(toChinese.possible(SteinbergStage.STAGE_VI).text()).isEqualTo("5");
    var toArco = Crosswalk.between(Chinese2015.GUIDELINE_2015, Arco2019.REVISED_2019);
    assertThat(toArco.possible(ChineseStage.STAGE_4, ChineseGrade.A).text()).isEqualTo("IIIA");
    assertThat(toArco.possible(ChineseStage.STAGE_4, ChineseGrade.B).text())
        .isEqualTo("IIIA or IIIB");
    assertThat(toArco.possible(ChineseStage.STAGE_4, ChineseGrade.C).text()).isEqualTo("IIIB");
  }

  @Test
  void holdsEveryPairThatIsPrintedAndMarksIt() {
    List<Counterpart<Arco2019Stage>> four = TO_ARCO.counterparts(SteinbergStage.STAGE_IV);
    assertThat(four)
        .extracting(Counterpart::stage)
        .containsExactly(Arco2019Stage.STAGE_IIIA, Arco2019Stage.STAGE_IIIB);
    assertThat(four).extracting(Counterpart::isPrinted).containsExactly(false, true);
    assertThat(four).allSatisfy(one -> assertThat(one.reasons()).isNotEmpty());
    var toFicat = Crosswalk.between(Steinberg.PENNSYLVANIA_1995, Ficat.MERGED);
    var to1994 = Crosswalk.between(Steinberg.PENNSYLVANIA_1995, Arco1994.PUBLISHED_1994);
    for (SteinbergStage stage : EnumSet.range(SteinbergStage.STAGE_0, SteinbergStage.STAGE_VI)) {
      assertThat(toFicat.counterparts(stage)).filteredOn(Counterpart::isPrinted).hasSize(1);
      assertThat(to1994.counterparts(stage)).filteredOn(Counterpart::isPrinted).hasSize(1);
    }
  }

  @Test
  void unitesWhatAnOpenStageCanBe() {
    PossibleStages<SteinbergStage> open = Steinberg.PENNSYLVANIA_1995
        .read(Hips.crescentic().without("flattening").findings())
        .stage();
    assertThat(TO_ARCO.possible(open).text()).isEqualTo("IIIA or IIIB");
  }
}
