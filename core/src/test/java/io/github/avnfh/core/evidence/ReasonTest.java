package io.github.avnfh.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
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

  @Test
  void explainsWithPointsSourcesAndWhatIsMissing() {
    Rule rule = Rule.of("TEST-1", "1.0", "More is more.", SOURCE);
    Explanation explanation = Explanation.of(
        "3.0 points",
        List.of(
            Reason.of(rule, "pain none", OptionalDouble.of(3)),
            Reason.of(rule, "limp missing", OptionalDouble.empty())),
        List.of("limp"));
    assertThat(explanation.text()).isEqualTo("""
        3.0 points
          3.0 points, TEST-1: pain none (%1$s)
          TEST-1: limp missing (%1$s)
          lacks: limp
        """.formatted(SOURCE.source()));
    assertThat(explanation.rules()).containsExactly(rule);
    assertThat(explanation.sources()).containsExactly(SOURCE);
  }

  @Test
  void refusesARuleThatCannotBeCited() {
    assertThatThrownBy(() -> Rule.of("TWO WORDS", "1.0", "More.", SOURCE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rule id [text] must be one word, but was a text of 9 characters");
    assertThatThrownBy(() -> Rule.of("A;B", "1.0", "More.", SOURCE))
        .hasMessage("rule id [text] must be one word, but was a text of 3 characters");
    assertThatThrownBy(() -> Rule.of("A", "first", "More.", SOURCE))
        .hasMessage(
            "version of a rule [text] must be numbers and dots, but was a text of 5 characters");
    assertThatThrownBy(() -> Rule.of("A", "1.0", "", SOURCE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Citation.of("Harris WH", "Title", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("place of a source [text] must have visible characters with blanks only"
            + " inside, but was a text of 0 characters");
  }
}
