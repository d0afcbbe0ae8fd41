package io.github.avnfh.survival.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.regression.AdjustedSurvival;
import io.github.avnfh.survival.regression.Covariates;
import io.github.avnfh.survival.regression.CoxRegression;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdjustedSurvivalFigureTest {
  private static final AdjustedSurvival CURVES = AdjustedSurvival.of(
      CoxRegression.withDefaults()
          .fit(
              FollowUp.ofDays(
                      new int[] {90, 150, 200, 260, 310, 420, 500, 640, 730, 730},
                      new boolean[] {true, true, false, true, true, false, true, false, false, false
                      })
                  .build(),
              Covariates.ofRows(10)
                  .factor(
                      "stage",
                      List.of("III", "II", "III", "III", "II", "II", "III", "II", "II", "III"),
                      List.of("II", "III"))
                  .number("age", 41, 52, 38, 60, 47, 33, 55, 39, 58, 36)
                  .build()),
      "stage");

  @Test
  void drawsACurveAndABandForEachLevel() {
    String svg = AdjustedSurvivalFigure.of(CURVES).svg();
    assertThat(svg.split("fill-opacity=\"0.14\"", -1)).hasSize(3);
    assertThat(svg)
        .startsWith("<svg")
        .contains(
            "Adjusted survival up to 730.0. II: ",
            "Bands: pointwise 95 % confidence limits while 5 or more are at risk",
            "(log-log).</text>",
            "Standardized to all hips of the model; at risk as observed.");
    assertThat(svg.split(">At risk<", -1)).hasSize(3);
  }

  @Test
  void leavesOutBandsAndTakesItsOwnTimeLabel() {
    String svg = AdjustedSurvivalFigure.of(CURVES)
        .with(FigureOptions.builder()
            .title("Survival by stage, adjusted for age")
            .timeLabel("Months")
            .timesPerUnit(30.4375)
            .showsBands(false)
            .build())
        .svg();
    assertThat(svg)
        .contains("Survival by stage, adjusted for age", "Months")
        .doesNotContain("fill-opacity", "Bands");
    assertThat(AdjustedSurvivalFigure.of(CURVES)).hasToString("AdjustedSurvivalFigure{2 levels}");
  }
}
