package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.regression.Covariates;
import io.github.avnfh.survival.regression.CoxRegression;
import io.github.avnfh.survival.regression.HazardRatios;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of hazard ratios of papers. */
class HazardRatioTableTest {
  private static final FollowUp HIPS = FollowUp.ofDays(
          new int[] {90, 150, 200, 260, 310, 420, 500, 640, 730, 730},
          new boolean[] {true, true, false, true, true, false, true, false, false, false})
      .build();

  private static List<String> rows(Covariates design, String... together) {
    HazardRatios ratios = together.length == 0
        ? HazardRatios.of(CoxRegression.withDefaults(), HIPS, design)
        : HazardRatios.of(CoxRegression.withDefaults(), HIPS, design, List.of(together));
    return HazardRatioTable.of("ratios", ratios, "Events")
        .counted("10 hips")
        .build()
        .markdown()
        .lines()
        .filter(line -> line.startsWith("| stage") || line.startsWith("| age"))
        .toList();
  }

  private static Covariates.Builder byStage(String... stages) {
    return Covariates.ofRows(10).factor("stage", List.of(stages), List.of("II", "III"));
  }

  /** R: {@code coxph(Surv(day, event) ~ stage)}, {@code ~ age} and {@code ~ stage + age}. */
  @Test
  void hasTheReferenceAndEachLevelAloneAndAdjusted() {
    Covariates design = byStage("III", "II", "III", "III", "II", "II", "III", "II", "II", "III")
        .number("age", 41, 52, 38, 60, 47, 33, 55, 39, 58, 36)
        .build();
    List<String> rows = rows(design);
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0)).startsWith("| stage | II | 5 | 2 | reference |  | reference |");
    assertThat(rows.get(1)).matches("\\| stage \\| III \\| 5 \\| 3 \\| 1\\.92 .*\\| 1\\.78 .*");
    assertThat(rows.get(2)).startsWith("| age |  | 10 | 5 | ");
  }

  @Test
  void leavesOpenWhatWasNotAdjustedFor() {
    Covariates design = byStage("III", "II", "III", "III", "II", "II", "III", "II", "II", "III")
        .number("age", 41, 52, 38, 60, 47, 33, 55, 39, 58, 36)
        .build();
    assertThat(rows(design, "age").get(0)).startsWith("| stage | II | 5 | 2 | reference |  |  |");
  }

  /** Every event in stage III: its hazard ratio has no upper limit. */
  @Test
  void saysWhatIsNotEstimable() {
    Covariates design =
        byStage("III", "III", "II", "III", "III", "II", "III", "II", "II", "II").build();
    assertThat(rows(design).get(1)).startsWith("| stage | III | 5 | 5 | not estimable |");
  }
}
