package io.github.avnfh.scoring.merle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Score;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerleScoreTest {

  private static MerleScore score(int pain, int walking, int mobility) {
    return MerleScore.builder().pain(pain).walking(walking).mobility(mobility).build();
  }

  @Test
  void addsThreeDomains() {
    MerleScore score = score(5, 4, 6);
    assertThat(score.total()).hasValue(15);
    assertThat(score.toScore()).contains(Score.of(MerleScore.INSTRUMENT, 15));
    assertThat(score(6, 6, 6).total()).hasValue(18);
    assertThat(score(0, 0, 0).total()).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({"0, POOR", "12, POOR", "13, FAIR", "14, FAIR", "15, GOOD", "17, GOOD", "18, EXCELLENT"
  })
  void gradesTheTotal(int total, MerleGrade grade) {
    assertThat(MerleGrade.of(total)).isEqualTo(grade);
    int pain = Math.min(total, 6);
    int walking = Math.min(total - pain, 6);
    assertThat(score(pain, walking, total - pain - walking).grade()).contains(grade);
  }

  @Test
  void hasNoTotalWhereADomainIsMissing() {
    MerleScore score = MerleScore.builder()
        .pain(6)
        .mobility(6)
        .charnleyClass(CharnleyClass.parse("B"))
        .build();
    assertThat(score.total()).isEmpty();
    assertThat(score.grade()).isEmpty();
    assertThat(score.toScore()).isEmpty();
    assertThat(score.charnleyClass()).contains(CharnleyClass.B);
  }

  @Test
  void refusesLevelsThatDoNotExist() {
    assertThatThrownBy(() -> score(7, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "pain of Merle d'Aubigné and Postel [points] must lie in 0.0..6.0, but was 7.0");
    assertThatThrownBy(() -> score(0, -1, 0))
        .hasMessage(
            "walking of Merle d'Aubigné and Postel [points] must lie in 0.0..6.0, but was -1.0");
    assertThatThrownBy(() -> score(0, 0, 7))
        .hasMessage(
            "mobility of Merle d'Aubigné and Postel [points] must lie in 0.0..6.0, but was 7.0");
    assertThatThrownBy(() -> MerleGrade.of(19))
        .hasMessage("score of Merle d'Aubigné and Postel [points] must lie in 0.0..18.0, but was"
            + " 19.0");
  }

  @Property
  void risesWithEveryDomain(
      @ForAll @IntRange(max = 5) int pain,
      @ForAll @IntRange(max = 5) int walking,
      @ForAll @IntRange(max = 5) int mobility) {
    int total = score(pain, walking, mobility).total().orElseThrow();
    assertThat(score(pain + 1, walking, mobility).total()).hasValue(total + 1);
    assertThat(score(pain, walking + 1, mobility).total()).hasValue(total + 1);
    assertThat(score(pain, walking, mobility + 1).total()).hasValue(total + 1);
  }
}
