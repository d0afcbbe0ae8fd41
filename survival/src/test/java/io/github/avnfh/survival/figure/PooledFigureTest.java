package io.github.avnfh.survival.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.table.Count;
import io.github.avnfh.survival.pooled.BinomialNormal;
import io.github.avnfh.survival.pooled.CountedUnit;
import io.github.avnfh.survival.pooled.PooledStudy;
import io.github.avnfh.survival.pooled.RandomEffects;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the forest figure of pooled studies says and draws. */
class PooledFigureTest {
  private static final List<PooledStudy> STUDIES = List.of(
      PooledStudy.ofProportion("Series A <1>", Count.of(0, 20), CountedUnit.HIPS),
      PooledStudy.ofProportion("Series B", Count.of(9, 15), CountedUnit.HIPS));

  @Test
  void printsCountsWithTheirOwnLimitsAndThePooledValue() {
    String svg = PooledFigure.of(BinomialNormal.withDefaults().pool(STUDIES)).svg();
    // 1 - 0.025^(1/20), and R: binom.test(9, 15)
    assertThat(svg)
        .contains("Series A &lt;1&gt;", ">0/20<", "0.000 (0.000 to 0.168)")
        .contains(">9/15<", "0.600 (0.323 to 0.837)")
        .contains(">Pooled<", ">35<", ">A further study<", ">hips<", "2 studies of 35 hips");
    // the axis goes from 0 to 1, as the prediction does
    assertThat(svg).contains(">0<", ">0.2<", ">0.8<").doesNotContain("NaN", "Infinity");
    assertThat(svg.split("z\" fill=", -1)).hasSize(1 + 3);
  }

  @Test
  void leavesOutThePredictionThatIsNotEstimable() {
    List<PooledStudy> none = List.of(STUDIES.get(0), STUDIES.get(0));
    assertThat(PooledFigure.of(BinomialNormal.withDefaults().pool(none)).svg())
        .doesNotContain("A further study")
        .contains(">40<");
  }

  @Test
  void hasAnAxisForMeansBelowZero() {
    List<PooledStudy> means = List.of(
        PooledStudy.ofMean("A", -4.2, 1.4, 20, CountedUnit.PATIENTS),
        PooledStudy.ofMean("B", -5.6, 1.1, 46, CountedUnit.PATIENTS),
        PooledStudy.ofMean("C", -3.9, 1.9, 33, CountedUnit.PATIENTS));
    assertThat(PooledFigure.of(RandomEffects.withDefaults().pool(means)).svg())
        // metafor: -4.599 (-6.882 to -2.316), prediction -9.055 to -0.143
        .contains("-4.599 (-6.882 to -2.316)", "(-9.055 to -0.143)", ">-8<", ">-2<");
  }
}
