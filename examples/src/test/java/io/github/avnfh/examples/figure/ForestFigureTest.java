package io.github.avnfh.examples.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForestFigureTest {
  private static Illustration figure(Cohort cohort) {
    return ForestFigure.of(cohort, ArthroplastyPolicy.INCLUDE, byStage(cohort));
  }

  static Map<String, List<Hip>> byStage(Cohort cohort) {
    Map<String, List<Hip>> stages = new LinkedHashMap<>();
    for (SteinbergStage stage : SteinbergStage.values()) {
      List<Hip> hips = cohort.hipsWhere(hip -> hip.baselineStage() == stage);
      if (!hips.isEmpty()) {
        stages.put("Stage " + stage.code(), hips);
      }
    }
    return stages;
  }

  @Test
  void drawsARowForAllHipsAndForEachSubgroup() {
    DrawnSvg svg = DrawnSvg.of(figure(Cohorts.bundled()));
    assertThat(svg.lines(DrawnSvg.BLUE, "2")).hasSize(4);
    assertThat(svg.marks("rect", DrawnSvg.BLUE)).isEqualTo(4);
    assertThat(svg.description())
        .startsWith("All hips: 58 hips, 46 patients, 29.6 (")
        .contains("Stage I: 14 hips", "Stage II: 29 hips", "Stage III: 15 hips");
  }

  /**
   * Gains of 10, 20 and 30 points in three patients: mean 20, standard error 10 / sqrt(3), and
   * 4.3027 is the quantile of t with two degrees of freedom.
   */
  @Test
  void tellsMeansAndTheirIntervalsByPatient() {
    Cohorts cohort = Cohorts.ofPatients(4)
        .with("hips.csv", "A,L,idiopathic,I,,400", "B,L,idiopathic,I,,400")
        .with("hips.csv", "C,L,idiopathic,II,,400", "D,L,idiopathic,III,,400");
    int gain = 0;
    for (String hip : new String[] {"A", "B", "C"}) {
      gain += 10;
      cohort.with("visits.csv", hip + ",L,BL,0,done,,50", hip + ",L,M6,180,done,," + (50 + gain));
    }
    assertThat(DrawnSvg.of(figure(cohort.read())).description())
        .isEqualTo("All hips: 3 hips, 3 patients, 20.0 (-4.8 to 44.8)."
            + " Stage I: 2 hips, 2 patients, 15.0 (-48.5 to 78.5)."
            + " Stage II: 1 hips, 1 patients, 30.0 (one patient)."
            + " Stage III: 0 hips, 0 patients, no hip has both scores.");
  }

  @Test
  void isLeftOutWithoutScores() {
    Cohort cohort =
        Cohorts.ofPatients(1).with("hips.csv", "A,L,idiopathic,I,,400").read();
    assertThat(figure(cohort)).isInstanceOf(Omission.class);
  }
}
