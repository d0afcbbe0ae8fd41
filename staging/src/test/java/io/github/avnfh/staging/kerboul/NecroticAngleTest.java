package io.github.avnfh.staging.kerboul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.staging.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NecroticAngleTest {

  @ParameterizedTest
  @CsvSource({
    "159.99999999999997, SMALL",
    "160, SMALL",
    "160.00000000000003, MEDIUM",
    "160.5, MEDIUM",
    "199.99999999999997, MEDIUM",
    "200, LARGE",
    "200.00000000000003, LARGE",
    "0, SMALL"
  })
  void sizesByKerboul(double degrees, Kerboul1974 size) {
    assertThat(Kerboul1974.of(NecroticAngle.of(degrees, 0))).isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource({
    "199.99999999999997, 1",
    "200, 2",
    "200.00000000000003, 2",
    "249.99999999999997, 2",
    "250, 3",
    "250.00000000000003, 3",
    "299.99999999999994, 3",
    "300, 4",
    "300.00000000000006, 4"
  })
  void gradesByHa(double degrees, String grade) {
    assertThat(HaGrade.of(NecroticAngle.of(degrees, 0)).code()).isEqualTo(grade);
  }

  @ParameterizedTest
  @CsvSource({
    "189.99999999999997, LOW", "190, LOW", "190.00000000000003, MODERATE",
    "239.99999999999997, MODERATE", "240, HIGH", "240.00000000000003, HIGH"
  })
  void groupsByHasRisk(double degrees, HaRisk risk) {
    assertThat(HaRisk.of(NecroticAngle.of(0, degrees))).isEqualTo(risk);
  }

  @Test
  void sumsDecimalNumbers() {
    assertThat(NecroticAngle.of(119.9, 80.1).degrees()).isEqualTo(200);
    assertThat(NecroticAngle.of(100.1, 100.2).degrees()).isEqualTo(200.3);
  }

  @Test
  void marksWhatIsHardToBelieve() {
    assertThat(NecroticAngle.of(180, 180).isImplausible()).isFalse();
    assertThat(NecroticAngle.of(180, Math.nextUp(180.0)).isImplausible()).isTrue();
  }

  @Test
  void knowsAtLeastAGradeFromOneArc() {
    Draft coronal = Draft.nothing().with("necrotic_angle_coronal_deg", 260);
    assertThat(NecroticAngle.level(coronal.findings(), HaGrade::of).text()).isEqualTo("at least 3");
    assertThat(NecroticAngle.of(coronal.findings())).isEmpty();
    assertThat(NecroticAngle.level(Draft.nothing().findings(), HaRisk::of).text())
        .isEqualTo("at least low");
    Draft sagittal = Draft.nothing().with("necrotic_angle_sagittal_deg", 191);
    assertThat(NecroticAngle.level(sagittal.findings(), HaRisk::of).text())
        .isEqualTo("at least moderate");
    assertThat(NecroticAngle.of(sagittal.findings())).isEmpty();
    Draft both = coronal.with("necrotic_angle_sagittal_deg", 10);
    assertThat(NecroticAngle.level(both.findings(), HaGrade::of).text()).isEqualTo("3");
    assertThat(NecroticAngle.of(both.findings())).contains(NecroticAngle.of(260, 10));
  }

  @Test
  void explainsAGradeByTheSumOfBothArcs() {
    Explanation explanation = HaGrade.explain(NecroticAngle.of(119.9, 100.1));
    assertThat(explanation.answer()).isEqualTo("grade 2");
    assertThat(explanation.reasons())
        .containsExactly(Reason.of(HaGrade.RULE, "combined angle 220.0 degrees"));
    assertThat(explanation.obstacles()).isEmpty();
  }

  @Test
  void explainsRiskAndSizeByTheSumOfBothArcs() {
    assertThat(HaRisk.explain(NecroticAngle.of(100, 90)))
        .isEqualTo(Explanation.of(
            "low risk",
            List.of(Reason.of(HaRisk.RULE, "combined angle 190.0 degrees")),
            List.of()));
    assertThat(Kerboul1974.explain(NecroticAngle.of(110, 90)))
        .isEqualTo(Explanation.of(
            "large lesion",
            List.of(Reason.of(Kerboul1974.RULE, "combined angle 200.0 degrees")),
            List.of()));
  }

  @Test
  void refusesAnArcBeyondTheCircle() {
    assertThatThrownBy(() -> NecroticAngle.of(Math.nextUp(360.0), 0))
        .hasMessage("coronal necrotic angle [degrees] must lie in 0.0..360.0, but was "
            + Math.nextUp(360.0));
  }
}
