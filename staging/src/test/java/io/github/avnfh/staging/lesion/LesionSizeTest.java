package io.github.avnfh.staging.lesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.staging.Hips;
import io.github.avnfh.staging.kerboul.NecroticAngle;
import io.github.avnfh.staging.steinberg.Steinberg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LesionSizeTest {

  /** Worked by hand: 90/180 * 90/180 = 1/4; 180 twice is the whole; 360 twice is four times it. */
  @ParameterizedTest
  @CsvSource({"90, 90, 25", "180, 180, 100", "360, 360, 400", "0, 300, 0", "120, 135, 50"})
  void multipliesTheArcs(double coronal, double sagittal, double points) {
    assertThat(NecrosisIndex.of(NecroticAngle.of(coronal, sagittal)).points()).isEqualTo(points);
  }

  @Test
  void bandsTheLesionAsTheStudyDoes() {
    assertThat(StudyLesionBand.of(0)).contains(StudyLesionBand.BELOW_30);
    assertThat(StudyLesionBand.of(Math.nextDown(30.0))).contains(StudyLesionBand.BELOW_30);
    assertThat(StudyLesionBand.of(30)).contains(StudyLesionBand.FROM_30_TO_50);
    assertThat(StudyLesionBand.of(Math.nextUp(30.0))).contains(StudyLesionBand.FROM_30_TO_50);
    assertThat(StudyLesionBand.of(Math.nextDown(50.0))).contains(StudyLesionBand.FROM_30_TO_50);
    assertThat(StudyLesionBand.of(50)).contains(StudyLesionBand.FROM_30_TO_50);
    assertThat(StudyLesionBand.of(Math.nextUp(50.0))).isEmpty();
    assertThatThrownBy(() -> StudyLesionBand.of(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void disagreesWithSteinbergAboutThirtyPercent() {
    var reading = Steinberg.PENNSYLVANIA_1995.read(
        Hips.sclerotic().with("lesion_percent", 30).findings());
    assertThat(reading.grade().text()).isEqualTo("B");
    assertThat(StudyLesionBand.of(30)).contains(StudyLesionBand.FROM_30_TO_50);
  }
}
