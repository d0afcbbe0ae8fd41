package io.github.avnfh.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonTest {
  private static final Citation SOURCE = Citation.of(
      "Steinberg ME, Hayken GD, Steinberg DR",
      "A quantitative system for staging avascular necrosis",
      "J Bone Joint Surg Br 1995;77-B:34-41");

  @Test
  void namesTheRuleItsInputsAndTheSource() {
    Rule rule = Rule.of("TEST-1", "1.0", "More is more.", SOURCE);
    assertThat(Reason.of(rule, "depression 2.4 mm").text())
        .isEqualTo("TEST-1: depression 2.4 mm (J Bone Joint Surg Br 1995;77-B:34-41)");
  }

  @Test
  void citesInFull() {
    assertThat(SOURCE.text())
        .isEqualTo(
            "Steinberg ME, Hayken GD, Steinberg DR. A quantitative system for staging avascular necrosis."
                + " J Bone Joint Surg Br 1995;77-B:34-41.");
    assertThat(Citation.of(
                "Koo KH, Kim R",
                "Quantifying the extent of osteonecrosis",
                "J Bone Joint Surg Br 1995;77-B:875-880",
                "10.1000/182")
            .text())
        .endsWith("1995;77-B:875-880. doi:10.1000/182");
  }
}
