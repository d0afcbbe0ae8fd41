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

  @ParameterizedTest
  @CsvSource({
    "Pain, slight, item of the Harris Hip Score [code] must be one of pain",
    "pain, SLIGHTLY, 'level of pain'",
    "flexion_deg, '12,5', flexion_deg [number] must have digits and a decimal point only",
    "flexion_deg, 1e2, flexion_deg [number] must have digits and a decimal point only",
    "flexion_deg, 160.1, must lie in",
    "fixed_flexion_deg, maybe, fixed_flexion_deg [number] must have digits",
  })
  void refusesWhatIsNoAnswer(String item, String text, String words) {
    assertThatThrownBy(() -> HarrisForm.ofCodes(Map.of(item, text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}
