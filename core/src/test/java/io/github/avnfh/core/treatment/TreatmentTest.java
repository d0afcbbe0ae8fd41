package io.github.avnfh.core.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.PatientId;
import org.junit.jupiter.api.Test;

class TreatmentTest {
  private static final PatientId ID = PatientId.of("P1");

  /** The rule of thumb 1.118e-5 r n n gives 160.99 and 1006.2 at 10 cm. */
  @Test
  void spinsHaveAForceOnlyWithARadius() {
    assertThat(Centrifugation.of(1_200, 10).relativeForce(10)).isCloseTo(160.99, within(0.05));
    assertThat(Centrifugation.of(3_000, 7).relativeForce(10)).isCloseTo(1_006.2, within(0.3));
    assertThatThrownBy(() -> Centrifugation.of(1_200, 10).relativeForce(0))
        .hasMessage("radius of a rotor [cm] must lie in 0.1..100.0, but was 0.0");
  }

  @Test
  void aPreparationWithoutALivingCellIsTheSameForBothSignsOfZero() {
    CellPreparation.Builder minus = CellPreparation.builder().patient(ID).day(0);
    CellPreparation.Builder plain = CellPreparation.builder().patient(ID).day(0);
    assertThat(minus.viabilityPercent(-0.0).addSpins(Centrifugation.of(1, 1)).build())
        .isEqualTo(plain.viabilityPercent(0).addSpins(Centrifugation.of(1, 1)).build());
  }

  @Test
  void theSmallestAliquotMayBeAsLargeAsTheLargest() {
    assertThat(aliquots(7, 7).largestAliquotMilliliters()).hasValue(7);
    assertThatThrownBy(() -> aliquots(Math.nextUp(7), 7))
        .hasMessageStartingWith("smallest aliquot [mL] must lie in 0.1..7.0, the largest, but was");
  }

  private static MarrowAspiration aliquots(double smallest, double largest) {
    return MarrowAspiration.builder()
        .patient(ID)
        .day(0)
        .smallestAliquotMilliliters(smallest)
        .largestAliquotMilliliters(largest)
        .build();
  }

  @Test
  void impossibleValuesAreRefused() {
    assertThatThrownBy(() -> Injection.builder().number(0).day(0).build())
        .hasMessage("number of an injection [count] must lie in 1.0..100.0, but was 0.0");
    assertThatThrownBy(() -> Injection.builder().number(1).day(0).reason("a\nb").build())
        .hasMessageStartingWith("reason of an injection [text]");
    assertThatThrownBy(() ->
            CoreDecompression.builder().day(0).drillMillimeters(Math.nextUp(20)).build())
        .hasMessageStartingWith("drill diameter [mm] must lie in 0.5..20.0, but was 20.0");
    assertThatThrownBy(() -> CellPreparation.builder()
            .patient(ID)
            .day(0)
            .viabilityPercent(Math.nextUp(100))
            .build())
        .hasMessageStartingWith("viability [% of cells] must lie in 0.0..100.0, but was 100.0");
  }
}
