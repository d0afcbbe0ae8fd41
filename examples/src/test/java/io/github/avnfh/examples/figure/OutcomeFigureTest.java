package io.github.avnfh.examples.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.staging.response.ImagingResponse;
import io.github.avnfh.staging.response.ResponseRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeFigureTest {
  private static Map<Hip, ImagingResponse.Outcome> outcomes(Cohort cohort) {
    Map<Hip, ImagingResponse.Outcome> outcomes = new LinkedHashMap<>();
    ResponseRule rule = ResponseRule.study(2);
    cohort.hips().forEach(hip -> outcomes.put(hip, rule.assess(hip).outcome()));
    return outcomes;
  }

  /** Table 3 of the study; no hip of stage I progressed. */
  @Test
  void stacksTheOutcomesOfEachStage() {
    DrawnSvg svg = DrawnSvg.of(OutcomeFigure.of(outcomes(Cohorts.bundled())));
    assertThat(svg.boxes(DrawnSvg.BLUE)).hasSize(4);
    assertThat(svg.boxes(DrawnSvg.SKY)).hasSize(4);
    assertThat(svg.boxes(DrawnSvg.ORANGE)).hasSize(3);
    assertThat(svg.description())
        .isEqualTo("Stage I: 14 hips; improved 10, stable 4, progressed 0."
            + " Stage II: 29 hips; improved 16, stable 7, progressed 6."
            + " Stage III: 15 hips; improved 3, stable 6, progressed 6."
            + " All: 58 hips; improved 29, stable 17, progressed 12.");
  }

  @Test
  void givesABarTheLengthOfItsShare() {
    DrawnSvg svg = DrawnSvg.of(OutcomeFigure.of(outcomes(Cohorts.bundled())));
    double[] improved = svg.boxes(DrawnSvg.BLUE).get(0);
    double[] stable = svg.boxes(DrawnSvg.SKY).get(0);
    assertThat(stable[0]).isEqualTo(improved[1], within(0.02));
    assertThat((improved[1] - improved[0]) / (stable[1] - stable[0])).isEqualTo(2.5, within(0.01));
  }

  @Test
  void showsHipsThatCannotBeEvaluatedOnlyIfThereAreAny() {
    List<Hip> hips = Cohorts.bundled().hips();
    Map<Hip, ImagingResponse.Outcome> outcomes = new LinkedHashMap<>();
    hips.forEach(hip -> outcomes.put(hip, ImagingResponse.Outcome.STABLE));
    outcomes.put(hips.get(0), ImagingResponse.Outcome.NOT_EVALUABLE);
    assertThat(DrawnSvg.of(OutcomeFigure.of(outcomes)).description())
        .endsWith("All: 58 hips; improved 0, stable 57, progressed 0, not evaluable 1.");
  }

  @Test
  void isLeftOutIfNoHipCanBeEvaluated() {
    Cohort cohort =
        Cohorts.ofPatients(1).with("hips.csv", "A,L,idiopathic,I,,400").read();
    assertThat(OutcomeFigure.of(outcomes(cohort)))
        .isEqualTo(new Omission(
            "response_by_stage",
            "the radiological outcome by Steinberg stage",
            "no hip can be evaluated"));
  }
}
