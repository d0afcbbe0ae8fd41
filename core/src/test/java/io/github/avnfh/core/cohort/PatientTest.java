package io.github.avnfh.core.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Sex;
import org.junit.jupiter.api.Test;

class PatientTest {

  private static Patient.Builder patient() {
    return Patient.builder().id(PatientId.of("P1")).sex(Sex.MALE).ageYears(40);
  }

  @Test
  void assumesNothingOfWhatIsNotRecorded() {
    assertThat(patient().build().screening()).isEqualTo(Screening.notRecorded());
    assertThat(patient().build().laboratory()).isEqualTo(Laboratory.notMeasured());
    assertThat(patient().build().lostDay()).isEmpty();
    assertThat(patient().build().deathDay()).isEmpty();
  }

  @Test
  void aPatientMayBeLostOnTheDayOfDeathAndNotLater() {
    assertThat(patient().lostDay(400).deathDay(400).build().deathDay()).hasValue(400);
    assertThatThrownBy(() -> patient().lostDay(401).deathDay(400).build())
        .hasMessage("loss to follow-up [days from the first treatment] must not come after death,"
            + " but does");
    assertThatThrownBy(() -> patient().lostReason("moved").build())
        .hasMessage("reason of a loss to follow-up [text] must come with the day of the loss,"
            + " but does not");
  }

  @Test
  void keepsEverythingWhenZeroLosesItsSign() {
    Patient minus = patient()
        .plateletsPerMicroliter(-0.0)
        .lostDay(1)
        .lostReason("moved")
        .deathDay(2)
        .screening(Screening.builder().willing(true).build())
        .laboratory(Laboratory.builder().hemoglobinGramsPerDeciliter(13).build())
        .build();
    Patient plain = patient()
        .plateletsPerMicroliter(0)
        .lostDay(1)
        .lostReason("moved")
        .deathDay(2)
        .screening(Screening.builder().willing(true).build())
        .laboratory(Laboratory.builder().hemoglobinGramsPerDeciliter(13).build())
        .build();
    assertThat(minus).isEqualTo(plain);
  }

  @Test
  void impossibleReadingsAreRefused() {
    assertThatThrownBy(
            () -> Laboratory.builder().hemoglobinGramsPerDeciliter(130).build())
        .hasMessage("hemoglobin [g/dL] must lie in 1.0..30.0, but was 130.0");
  }
}
