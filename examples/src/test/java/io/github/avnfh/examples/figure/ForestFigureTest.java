package io.github.avnfh.examples.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.study.Cohort;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import org.junit.jupiter.api.Test;

class ForestFigureTest {
  private static DrawnSvg svg(Cohort cohort) {
    return DrawnSvg.of(ForestFigure.of(cohort, ArthroplastyPolicy.INCLUDE));
  }

  /** The study announced these subgroups: three stages and two bands of lesion size. */
  @Test
  void drawsARowForAllHipsAndForEachSubgroup() {
    DrawnSvg svg = svg(Cohorts.bundled());
    assertThat(svg.lines(DrawnSvg.BLUE, "2")).hasSize(6);
    assertThat(svg.marks("rect", DrawnSvg.BLUE)).isEqualTo(6);
    assertThat(svg.description())
        .startsWith("All hips: 58 hips, 46 patients, 29.6 (")
        .contains("Stage I: 14 hips", "Stage II: 29 hips", "Stage III: 15 hips")
        .contains("Lesion < 30 %: ", "Lesion 30-50 %: ")
        .doesNotContain("> 50 %", "not known");
  }

  /**
   * Gains of 10, 20 and 30 points in three patients: mean 20, standard error 10 / sqrt(3), and
   * 4.3027 is the quantile of t with two degrees of freedom.
   */
  @Test
  void putsTheLesionOnTheCutIntoTheUpperBand() {
    Cohorts cohort = Cohorts.ofPatients(4)
        .with("hips.csv", "A,L,idiopathic,I,,400", "B,L,idiopathic,I,,400")
        .with("hips.csv", "C,L,idiopathic,II,,400", "D,L,idiopathic,II,,400")
        .with("imaging.csv", "A,L,BL,0,mri,consensus,1,29.9", "B,L,BL,0,mri,consensus,1,30")
        .with("imaging.csv", "C,L,BL,0,mri,consensus,1,50", "D,L,BL,0,mri,consensus,1,50.1");
    int gain = 0;
    for (String hip : new String[] {"A", "B", "C"}) {
      gain += 10;
      cohort.with("visits.csv", hip + ",L,BL,0,done,,50", hip + ",L,M6,180,done,," + (50 + gain));
    }
    assertThat(svg(cohort.read()).description())
        .isEqualTo("All hips: 3 hips, 3 patients, 20.0 (-4.8 to 44.8)."
            + " Stage I: 2 hips, 2 patients, 15.0 (-48.5 to 78.5)."
            + " Stage II: 1 hips, 1 patients, 30.0 (one patient)."
            + " Lesion < 30 %: 1 hips, 1 patients, 10.0 (one patient)."
            + " Lesion 30-50 %: 2 hips, 2 patients, 25.0 (-38.5 to 88.5)."
            + " Lesion > 50 %: 0 hips, 0 patients, no hip has both scores.");
  }

  /** The readers say 31 and 40 %, the consensus 29.9 %. */
  @Test
  void takesTheLesionThatTheReadersAgreedOn() {
    Cohorts cohort = Cohorts.ofPatients(1)
        .with("hips.csv", "A,L,idiopathic,I,,400")
        .with("imaging.csv", "A,L,BL,0,mri,another,1,31", "A,L,BL,0,mri,reader,1,40")
        .with("imaging.csv", "A,L,BL,0,combined,consensus,1,29.9")
        .with("visits.csv", "A,L,BL,0,done,,50", "A,L,M6,180,done,,60");
    assertThat(svg(cohort.read()).description())
        .contains("Lesion < 30 %: 1 hips, 1 patients")
        .doesNotContain("Lesion 30-50 %");
  }

  @Test
  void isLeftOutWithoutScores() {
    Cohort cohort =
        Cohorts.ofPatients(1).with("hips.csv", "A,L,idiopathic,I,,400").read();
    assertThat(ForestFigure.of(cohort, ArthroplastyPolicy.INCLUDE)).isInstanceOf(Omission.class);
  }
}
