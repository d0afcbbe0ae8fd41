package io.github.avnfh.scoring.harris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.scoring.harris.HarrisItem.DeformityCriterion;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HarrisFormTest {
  @Test
  void isMadeOfTheCodesOfAWebForm() {
    HarrisForm form = HarrisForm.ofCodes(Map.of(
        "pain", "slight",
        "transport", "",
        "fixed_flexion_deg", "30",
        "leg_length_difference_cm", "yes",
        "fixed_adduction_deg", "no",
        "internal_rotation_deg", "12.50"));
    assertThat(form)
        .isEqualTo(HarrisForm.builder()
            .pain(HarrisAnswer.Pain.SLIGHT)
            .deformity(Deformity.builder()
                .fixedFlexionDegrees(30)
                .putJudged(DeformityCriterion.LEG_LENGTH_DIFFERENCE, true)
                .putJudged(DeformityCriterion.FIXED_ADDUCTION, false)
                .build())
            .rangeOfMotion(RangeOfMotion.builder().internalRotationDegrees(12.5).build())
            .build());
    assertThat(form.codes())
        .hasToString("{pain=slight, fixed_flexion_deg=30, fixed_adduction_deg=no,"
            + " leg_length_difference_cm=yes, internal_rotation_deg=12.5}");
  }

  @Test
  void ofNoCodesEverythingIsMissing() {
    assertThat(HarrisForm.ofCodes(Map.of())).isEqualTo(HarrisForm.builder().build());
    assertThat(HarrisForm.builder().build().codes()).isEmpty();
    assertThat(
            HarrisForm.builder().deformity(Deformity.meeting(Set.of())).build().codes())
        .hasSize(4)
        .containsEntry("fixed_flexion_deg", "no");
  }

  @Test
  void takesNumbersAndJudgmentsAsAParserOfJsonGivesThem() {
    assertThat(HarrisForm.ofCodes(Map.of(
            "fixed_flexion_deg",
            30,
            "leg_length_difference_cm",
            true,
            "fixed_adduction_deg",
            false,
            "internal_rotation_deg",
            12.5)))
        .isEqualTo(HarrisForm.ofCodes(Map.of(
            "fixed_flexion_deg", "30",
            "leg_length_difference_cm", "yes",
            "fixed_adduction_deg", "no",
            "internal_rotation_deg", "12.50")));
  }

  @ParameterizedTest
  @CsvSource({
    "Pain, slight, 'Harris Hip Score [code] must be one of pain, limp'",
    "pain, SLIGHTLY, 'pain of Harris Hip Score: a text of 8 characters is not a level of pain'",
    "flexion_deg, '12,5', flexion_deg of Harris Hip Score: '12,5' is not a number",
    "flexion_deg, 160.1, must lie in",
    "fixed_flexion_deg, maybe, fixed_flexion_deg of Harris Hip Score: a text of 5 characters is not",
  })
  void refusesWhatIsNoAnswer(String item, String text, String words) {
    assertThatThrownBy(() -> HarrisForm.ofCodes(Map.of(item, text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}
