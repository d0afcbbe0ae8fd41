package io.github.avnfh.core.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Modality;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupingTest {
  private static final Grouping BANDS = Grouping.byLesion(30, 50);

  private static Hip.Builder hip(Side side, SteinbergStage stage) {
    return Hip.builder()
        .id(HipId.of(Subjects.ID, side))
        .etiology(Etiology.IDIOPATHIC)
        .baselineStage(stage)
        .lastSeenDay(400);
  }

  private static Hip read(ImageReading... readings) {
    return hip(Side.LEFT, SteinbergStage.STAGE_II).addImageReadings(readings).build();
  }

  private static ImageReading reading(String reader, int day, double percent) {
    return reading(reader, day, Findings.builder().lesionPercent(percent).build());
  }

  private static ImageReading reading(String reader, int day, Findings findings) {
    return ImageReading.builder()
        .timepoint(day == 0 ? Timepoint.baseline() : Timepoint.ofMonths(12))
        .day(day)
        .modality(Modality.MRI)
        .reader(reader)
        .findings(findings)
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "29.999999999999996, below 30.0 %",
    "30, 30.0 to below 50.0 %",
    "49.99999999999999, 30.0 to below 50.0 %",
    "50, from 50.0 %"
  })
  void putsACutIntoTheBandThatItBegins(double percent, String label) {
    assertThat(BANDS.labelOf(read(reading("R1", 0, percent)))).isEqualTo(label);
  }

  @Test
  void hasALabelForEachBandAndOneForHipsWithoutAMeasurement() {
    assertThat(BANDS.labels())
        .containsExactly("below 30.0 %", "30.0 to below 50.0 %", "from 50.0 %", "not assessed");
    assertThat(Grouping.byLesion().labels()).containsExactly("any", "not assessed");
    assertThat(Grouping.byLesion().labelOf(read(reading("R1", 0, 30)))).isEqualTo("any");
    assertThat(Grouping.byLesion(30)).hasToString("Grouping{lesion}");
  }

  @Test
  void passesOverImagesOnWhichNoExtentWasMeasured() {
    ImageReading unmeasured = reading("R1", 0, Findings.builder().build());
    assertThat(BANDS.labelOf(read(unmeasured, reading("R1", 365, 40))))
        .isEqualTo("30.0 to below 50.0 %");
    assertThat(BANDS.labelOf(read(unmeasured))).isEqualTo("not assessed");
  }

  @Test
  void takesTheConsensusOfTheFirstDayBeforeOtherReadings() {
    assertThat(BANDS.labelOf(read(
            reading("R1", 0, 51),
            reading("a reader", 0, 29),
            reading("consensus", 0, 40),
            reading("consensus", 365, 20))))
        .isEqualTo("30.0 to below 50.0 %");
    assertThat(BANDS.labelOf(read(reading("R1", 0, 51), reading("consensus", 365, 20))))
        .isEqualTo("from 50.0 %");
  }

  @Test
  void refusesCutsThatNoExtentReachesOrThatDoNotAscend() {
    assertThatThrownBy(() -> Grouping.byLesion(30, 280))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lesion extent [% of head volume] must lie in 0.0..100.0, but was 280.0");
    assertThatThrownBy(() -> Grouping.byLesion(Double.NaN))
        .hasMessage("lesion extent [% of head volume] must lie in 0.0..100.0, but was NaN");
    assertThatThrownBy(() -> Grouping.byLesion(50, 30))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cuts of lesion bands [% of head volume] must ascend, but were 50.0 and 30.0");
    assertThatThrownBy(() -> Grouping.byLesion(30, 30))
        .hasMessage("cuts of lesion bands [% of head volume] must ascend, but were 30.0 and 30.0");
  }

  @Test
  void keepsTheDeclaredOrderAndNoEmptyGroup() {
    Hip second = hip(Side.LEFT, SteinbergStage.STAGE_III).build();
    Hip first = hip(Side.RIGHT, SteinbergStage.STAGE_I).build();
    List<Hip> hips = List.of(second, first);
    assertThat(Grouping.byStage().labels()).startsWith("0", "I", "II").hasSize(8);
    assertThat(Grouping.byStage().groups(hips).keySet()).containsExactly("I", "III");
    assertThat(Grouping.byStage().groups(hips).get("III")).containsExactly(second);
    assertThat(Grouping.byStage().onlyOf(hips).labels()).containsExactly("I", "III");
    assertThat(Grouping.byCause().onlyOf(hips).labels()).containsExactly("idiopathic");
    assertThat(Grouping.byCause().groups(hips).get("idiopathic")).isEqualTo(hips);
    assertThat(Grouping.byStage().groups(List.of())).isEmpty();
  }

  @Test
  void refusesALabelThatIsNoneOfItsOwnAndLabelsThatAreTheSame() {
    Grouping right = Grouping.of("side", List.of("R"), hip -> hip.id().side().code());
    assertThatThrownBy(() -> right.labelOf(read()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "label of a hip in a grouping by side must be one of its 1 labels, but was another");
    assertThatThrownBy(() -> right.groups(List.of(read())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Grouping.of("side", List.of("R", "R"), hip -> "R"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("labels of a grouping [distinct] must be 2, as many as labels, but were 1");
    assertThatThrownBy(() -> Grouping.of(" ", List.of("R"), hip -> "R"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "name of a grouping [text] must have visible characters with blanks only inside, but was a text of 1 characters");
  }
}
