package io.github.avnfh.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.cohort.AdverseEvent;
import io.github.avnfh.core.cohort.DataOrigin;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.imaging.LesionLocation;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.core.treatment.AspirationSite;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  static Stream<Arguments> words() {
    return Stream.of(
        of(Sex.values(), Sex::parse),
        of(Side.values(), Side::parse),
        of(Etiology.values(), Etiology::parse),
        of(SteinbergStage.values(), SteinbergStage::parse),
        of(SteinbergGrade.values(), SteinbergGrade::parse),
        of(VisitStatus.values(), VisitStatus::parse),
        of(Satisfaction.values(), Satisfaction::parse),
        of(AdverseEvent.Severity.values(), AdverseEvent.Severity::parse),
        of(AdverseEvent.Relation.values(), AdverseEvent.Relation::parse),
        of(AspirationSite.values(), AspirationSite::parse),
        of(Presence.values(), Presence::parse),
        of(Modality.values(), Modality::parse),
        of(LesionLocation.values(), LesionLocation::parse),
        of(DataOrigin.values(), DataOrigin::parse));
  }

  private static Arguments of(Coded[] values, Function<String, Coded> parser) {
    return Arguments.of(values, parser);
  }

  @ParameterizedTest
  @MethodSource("words")
  void readWhatTheyWrite(Coded[] values, Function<String, Coded> parser) {
    assertThat(values).isNotEmpty();
    assertThat(values).allSatisfy(word -> assertThat(parser.apply(word.code())).isSameAs(word));
  }

  @ParameterizedTest
  @MethodSource("words")
  void haveCodesOfTheirOwn(Coded[] values, Function<String, Coded> parser) {
    assertThat(Arrays.stream(values).map(Coded::code)).doesNotHaveDuplicates();
    assertThatThrownBy(() -> parser.apply("?")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void stagesRefuseArabicNumerals() {
    assertThatThrownBy(() -> SteinbergStage.parse("3"))
        .hasMessage(
            "'3' is not a Steinberg stage; one of 0, I, II, III, IV, V, VI, unknown was expected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iii", " III", "III ", "ııı", "Ⅲ"})
  void stagesRefuseOtherSpellings(String text) {
    assertThatThrownBy(() -> SteinbergStage.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void stagesRiseFromNoughtToSix() {
    assertThat(SteinbergStage.values()).isSorted().hasSize(8).endsWith(SteinbergStage.UNKNOWN);
    assertThat(SteinbergStage.STAGE_III).isLessThan(SteinbergStage.STAGE_IV);
  }

  @Test
  void textOfUnknownOriginIsNotRepeated() {
    assertThatThrownBy(() -> Side.parse("MRN-12345"))
        .hasMessage("a text of 9 characters is not a side of the body; one of L, R was expected");
    assertThatThrownBy(() -> Side.parse("1985-01-02"))
        .hasMessageStartingWith("a text of 10 characters");
  }

  @Test
  void sidesHaveAnOpposite() {
    assertThat(Side.LEFT.opposite()).isEqualTo(Side.RIGHT);
    assertThat(Side.RIGHT.opposite()).isEqualTo(Side.LEFT);
  }

  @Test
  void neutralIsNotSatisfied() {
    assertThat(Satisfaction.values())
        .filteredOn(Satisfaction::isSatisfied)
        .containsExactly(Satisfaction.VERY_SATISFIED, Satisfaction.SATISFIED);
  }

  @Test
  void writesCodesWithBlanksUnlessACategoryHasOtherWords() {
    assertThat(Etiology.SICKLE_CELL.words()).isEqualTo("sickle cell");
    assertThat(Sex.FEMALE.words()).isEqualTo("F");
  }
}
