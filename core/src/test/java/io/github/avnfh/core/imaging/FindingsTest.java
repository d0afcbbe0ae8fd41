package io.github.avnfh.core.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FindingsTest {

  @Test
  void assumeNothing() {
    Findings nothing = Findings.builder().build();
    assertThat(nothing.crescent()).isEqualTo(Presence.NOT_ASSESSED);
    assertThat(nothing.crescent().isAssessed()).isFalse();
    assertThat(nothing.depressionMm()).isEmpty();
    assertThat(nothing.contradictions()).isEmpty();
  }

  @Test
  void refuseALesionLargerThanTheHead() {
    assertThatThrownBy(() -> Findings.builder().lesionPercent(280).build())
        .hasMessage("lesion extent [% of head volume] must lie in 0.0..100.0, but was 280.0");
  }

  @Test
  void nameADepressionWithoutFlattening() {
    Findings findings =
        Findings.builder().flattening(Presence.ABSENT).depressionMm(3).build();
    assertThat(findings.contradictions())
        .containsExactly("flattening is absent, but depression [mm] is 3.0");
  }

  @Test
  void nameEveryContradiction() {
    Findings findings = Findings.builder()
        .crescent(Presence.ABSENT)
        .crescentPercent(10)
        .flattening(Presence.ABSENT)
        .collapsedSurfacePercent(5)
        .jointSpaceObliterated(Presence.PRESENT)
        .jointSpaceNarrowing(Presence.ABSENT)
        .sclerosisOrCysts(Presence.PRESENT)
        .radiographAbnormal(Presence.ABSENT)
        .build();
    assertThat(findings.contradictions()).hasSize(4);
  }

  @Test
  void acceptADepressionOfNoughtWithoutFlattening() {
    Findings findings =
        Findings.builder().flattening(Presence.ABSENT).depressionMm(0).build();
    assertThat(findings.contradictions()).isEmpty();
  }
}
