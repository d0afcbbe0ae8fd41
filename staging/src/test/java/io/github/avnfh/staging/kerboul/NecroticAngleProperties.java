package io.github.avnfh.staging.kerboul;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Coded;
import io.github.avnfh.staging.Draft;
import io.github.avnfh.staging.PossibleStages;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class NecroticAngleProperties {

  @Property
  void aLargerArcNeverLowersAClass(
      @ForAll @DoubleRange(max = 360) double coronal,
      @ForAll @DoubleRange(max = 360) double sagittal,
      @ForAll @DoubleRange(max = 1) double fraction) {
    NecroticAngle angle = NecroticAngle.of(coronal, sagittal);
    NecroticAngle larger = NecroticAngle.of(coronal + fraction * (360 - coronal), sagittal);
    assertThat(HaGrade.of(larger)).isGreaterThanOrEqualTo(HaGrade.of(angle));
    assertThat(HaRisk.of(larger)).isGreaterThanOrEqualTo(HaRisk.of(angle));
    assertThat(Kerboul1974.of(larger)).isGreaterThanOrEqualTo(Kerboul1974.of(angle));
  }

  @Property
  void theSecondArcNarrowsAndNeverMoves(
      @ForAll @DoubleRange(max = 360) double coronal,
      @ForAll @DoubleRange(max = 360) double sagittal) {
    Draft one = Draft.nothing().with("necrotic_angle_coronal_deg", coronal);
    Draft both = one.with("necrotic_angle_sagittal_deg", sagittal);
    narrows(one, both, HaGrade::of);
    narrows(one, both, HaRisk::of);
    narrows(one, both, Kerboul1974::of);
  }

  private static <E extends Enum<E> & Coded> void narrows(
      Draft one, Draft both, Function<NecroticAngle, E> classes) {
    PossibleStages<E> decided = NecroticAngle.level(both.findings(), classes);
    assertThat(decided.isOpen()).isFalse();
    assertThat(NecroticAngle.level(one.findings(), classes).possible())
        .containsAll(decided.possible());
  }
}
