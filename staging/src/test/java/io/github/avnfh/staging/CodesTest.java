package io.github.avnfh.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Coded;
import io.github.avnfh.staging.arco.Arco1994;
import io.github.avnfh.staging.arco.Arco1994Grade;
import io.github.avnfh.staging.arco.Arco1994Stage;
import io.github.avnfh.staging.arco.Arco2019;
import io.github.avnfh.staging.arco.Arco2019Stage;
import io.github.avnfh.staging.arco.Arco2021Type;
import io.github.avnfh.staging.chinese.Chinese2015;
import io.github.avnfh.staging.chinese.ChineseGrade;
import io.github.avnfh.staging.chinese.ChineseStage;
import io.github.avnfh.staging.cjfh.CjfhType;
import io.github.avnfh.staging.ficat.Ficat;
import io.github.avnfh.staging.ficat.FicatStage;
import io.github.avnfh.staging.jic.Jic;
import io.github.avnfh.staging.jic.JicStage;
import io.github.avnfh.staging.jic.JicType;
import io.github.avnfh.staging.kerboul.HaGrade;
import io.github.avnfh.staging.kerboul.HaRisk;
import io.github.avnfh.staging.kerboul.Kerboul1974;
import io.github.avnfh.staging.lesion.StudyLesionBand;
import io.github.avnfh.staging.response.ImagingChange;
import io.github.avnfh.staging.response.ImagingResponse;
import io.github.avnfh.staging.steinberg.Steinberg;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CodesTest {

  static Stream<Arguments> words() {
    return Stream.of(
        of(Arco1994Grade.values(), Arco1994Grade::parse),
        of(Arco1994Stage.values(), Arco1994Stage::parse),
        of(Arco2019Stage.values(), Arco2019Stage::parse),
        of(Arco2021Type.values(), Arco2021Type::parse),
        of(ImagingChange.values(), ImagingChange::parse),
        of(ChineseGrade.values(), ChineseGrade::parse),
        of(ChineseStage.values(), ChineseStage::parse),
        of(CjfhType.values(), CjfhType::parse),
        of(FicatStage.values(), FicatStage::parse),
        of(HaGrade.values(), HaGrade::parse),
        of(HaRisk.values(), HaRisk::parse),
        of(JicStage.values(), JicStage::parse),
        of(JicType.values(), JicType::parse),
        of(Kerboul1974.values(), Kerboul1974::parse),
        of(ImagingResponse.Outcome.values(), ImagingResponse.Outcome::parse),
        of(StudyLesionBand.values(), StudyLesionBand::parse));
  }

  private static Arguments of(Coded[] values, Function<String, Coded> parser) {
    return Arguments.of(values, parser);
  }

  @ParameterizedTest
  @MethodSource("words")
  void readWhatTheyWriteAndNothingElse(Coded[] values, Function<String, Coded> parser) {
    assertThat(values).isNotEmpty();
    assertThat(values).allSatisfy(word -> assertThat(parser.apply(word.code())).isSameAs(word));
    assertThat(Arrays.stream(values).map(Coded::code)).doesNotContain("");
    assertThatThrownBy(() -> parser.apply("other"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a text of 5 characters is not a");
  }

  static Stream<Arguments> systems() {
    return Stream.of(
        Arguments.of(Arco1994.PUBLISHED_1994, "arco1994", "J Orthop Surg Res 2020;15:206, Table 2"),
        Arguments.of(Arco2019.REVISED_2019, "arco2019", "J Arthroplasty 2020;35(4):933-940"),
        Arguments.of(Chinese2015.GUIDELINE_2015, "chinese2015", "Orthop Surg 2015;7:200-207"),
        Arguments.of(Ficat.MERGED, "ficat", "J Bone Joint Surg Br 1985;67-B:3-9"),
        Arguments.of(Ficat.SUBSTAGED_1985, "ficat_substaged", "J Bone Joint Surg Br 1985;67-B:3-9"),
        Arguments.of(Jic.REVISED_2001, "jic", "J Orthop Sci 2002;7(5):601-605"),
        Arguments.of(
            Steinberg.PENNSYLVANIA_1995, "steinberg", "J Bone Joint Surg Br 1995;77-B:34-41"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("systems")
  void nameEverySystemAndItsSource(StagingSystem<?, ?> system, String code, String source) {
    assertThat(system.code()).isEqualTo(code);
    assertThat(system.citation().source()).isEqualTo(source);
  }
}
