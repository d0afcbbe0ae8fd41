package io.github.avnfh.survival.pooled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.table.Count;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Pooled results beside those of R's metafor, and by hand. */
class GoldenPoolingTest {
  private static final Map<String, List<PooledStudy>> SETS = Map.of(
      "thirteen",
      proportions(new int[] {4, 6, 3, 62, 33, 180, 8, 505, 29, 17, 186, 5, 27}, new int[] {
        123, 306, 231, 13598, 5069, 1541, 2545, 88391, 7499, 1716, 50634, 2498, 16913
      }),
      "hips",
      proportions(new int[] {6, 3, 11, 9, 2}, new int[] {15, 22, 40, 31, 18}),
      "rare",
      proportions(new int[] {0, 1, 0, 2, 0, 1, 0}, new int[] {20, 35, 18, 60, 25, 41, 30}),
      "uneven",
      proportions(new int[] {0, 1, 0, 9, 0, 7, 1}, new int[] {20, 35, 18, 60, 25, 41, 30}),
      "gain",
      means(
          new double[] {24.1, 29.6, 18.5, 22.0, 31.4},
          new double[] {9.8, 12.1, 8.0, 10.4, 11.7},
          new int[] {19, 46, 30, 25, 12}),
      "vas",
      means(new double[] {-4.2, -5.6, -3.9}, new double[] {1.4, 1.1, 1.9}, new int[] {20, 46, 33}));

  private static List<PooledStudy> proportions(int[] counts, int[] totals) {
    List<PooledStudy> studies = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      studies.add(
          PooledStudy.ofProportion("Study " + i, Count.of(counts[i], totals[i]), CountedUnit.HIPS));
    }
    return studies;
  }

  private static List<PooledStudy> means(double[] means, double[] deviations, int[] sizes) {
    List<PooledStudy> studies = new ArrayList<>();
    for (int i = 0; i < means.length; i++) {
      studies.add(PooledStudy.ofMean(
          "Study " + i, means[i], deviations[i], sizes[i], CountedUnit.PATIENTS));
    }
    return studies;
  }

  private static List<String[]> golden() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(GoldenPoolingTest.class.getResourceAsStream("golden_pooling.csv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    }
  }

  private static double back(List<PooledStudy> studies, String cell) {
    return studies.get(0).scale().back(Double.parseDouble(cell));
  }

  private static void assertInterval(
      List<PooledStudy> studies, String[] row, PooledEstimate pooled, double tolerance) {
    assertThat(pooled.estimate()).isEqualTo(back(studies, row[2]), within(tolerance));
    assertThat(pooled.lower()).isEqualTo(back(studies, row[4]), within(tolerance));
    assertThat(pooled.upper()).isEqualTo(back(studies, row[5]), within(tolerance));
  }

  private static OptionalDouble cell(String text) {
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }

  /** REML to 1e-6: R prints ten digits, and its steps end at a change of 1e-12. */
  @Test
  void poolsAsMetaforByRemlAndByTheBinomialLikelihood() throws IOException {
    int rows = 0;
    for (String[] row : golden()) {
      List<PooledStudy> studies = Objects.requireNonNull(SETS.get(row[0]));
      rows++;
      if (row[1].equals("reml")) {
        PooledEstimate pooled = RandomEffects.withDefaults().pool(studies);
        assertInterval(studies, row, pooled, 1e-6);
        assertThat(pooled.standardError().orElseThrow())
            .isEqualTo(cell(row[3]).orElseThrow(), within(1e-6));
        assertThat(pooled.variance().orElseThrow())
            .isEqualTo(cell(row[6]).orElseThrow(), within(1e-6));
        assertThat(pooled.heterogeneity().orElseThrow())
            .isEqualTo(cell(row[7]).orElseThrow(), within(1e-5));
        assertThat(100 * pooled.inconsistency().orElseThrow())
            .isEqualTo(cell(row[8]).orElseThrow(), within(1e-5));
        assertThat(pooled.predictionLower().orElseThrow())
            .isEqualTo(back(studies, row[9]), within(1e-5));
        assertThat(pooled.predictionUpper().orElseThrow())
            .isEqualTo(back(studies, row[10]), within(1e-5));
      } else {
        PooledEstimate pooled = BinomialNormal.withDefaults().pool(studies);
        assertThat(pooled.estimate()).isEqualTo(back(studies, row[2]), within(1e-5));
        if (row[1].equals("binomial")) {
          // of lme4's optimizer, which stops earlier than ours
          assertThat(pooled.standardError().orElseThrow())
              .isEqualTo(cell(row[3]).orElseThrow(), within(2e-3));
          assertThat(pooled.variance().orElseThrow())
              .isEqualTo(cell(row[6]).orElseThrow(), within(2e-3));
        } else {
          assertInterval(studies, row, pooled, 1e-5);
        }
      }
    }
    assertThat(rows).isEqualTo(13);
  }

  @Test
  void poolsEqualStudiesWithoutErrorAndSaysSoOnlyUnmodified() {
    List<PooledStudy> alike = proportions(new int[] {10, 20, 15}, new int[] {50, 100, 75});
    PooledEstimate plain = RandomEffects.withDefaults().pool(alike);
    assertThat(plain.estimate()).isEqualTo(0.2, within(1e-12));
    assertThat(plain.upper() - plain.lower()).isEqualTo(0, within(1e-7));
    PooledEstimate modified = RandomEffects.withDefaults().withModifiedLimits().pool(alike);
    // 1 / sum w = 1 / (45 * 0.8), t of 2 degrees of freedom 4.3027
    assertThat(modified.standardError().orElseThrow()).isEqualTo(1.0 / 6, within(1e-9));
    assertThat(modified.upper()).isEqualTo(1 / (1 + 4 * Math.exp(-4.302653 / 6)), within(1e-6));
  }

  @Test
  void takesStudiesWithoutEventsAsOneWithExactLimits() {
    PooledEstimate none = BinomialNormal.withDefaults()
        .pool(proportions(new int[] {0, 0, 0}, new int[] {20, 30, 10}));
    assertThat(none.estimate()).isZero();
    assertThat(none.lower()).isZero();
    assertThat(none.upper()).isEqualTo(1 - Math.pow(0.025, 1 / 60.0), within(1e-12));
    assertThat(none.variance()).isEmpty();
    PooledEstimate all =
        BinomialNormal.withDefaults().pool(proportions(new int[] {20, 30}, new int[] {20, 30}));
    assertThat(all.estimate()).isEqualTo(1);
    assertThat(all.lower()).isEqualTo(Math.pow(0.025, 1 / 50.0), within(1e-12));
  }

  @Test
  void poolsSurvivalOnTheScaleOfTheLogarithmOfTheHazard() {
    PooledStudy one = PooledStudy.ofSurvival("A", 0.8, 0.05, 60, CountedUnit.HIPS);
    PooledStudy other = PooledStudy.ofSurvival("B", 0.8, 0.05, 60, CountedUnit.HIPS);
    PooledEstimate pooled =
        RandomEffects.withDefaults().withModifiedLimits().pool(List.of(one, other));
    assertThat(pooled.estimate()).isEqualTo(0.8, within(1e-12));
    assertThat(pooled.lower()).isLessThan(0.8).isPositive();
    assertThat(pooled.upper()).isGreaterThan(0.8).isLessThan(1);
    // delta method: 0.05 / (0.8 * 0.2231) / root of 2
    assertThat(pooled.standardError().orElseThrow()).isEqualTo(0.198046, within(1e-5));
  }

  @Test
  void refusesToPoolHipsWithPatientsAndProportionsWithMeans() {
    PooledStudy hips = PooledStudy.ofProportion("A", Count.of(3, 9), CountedUnit.HIPS);
    PooledStudy patients = PooledStudy.ofProportion("B", Count.of(3, 9), CountedUnit.PATIENTS);
    PooledStudy mean = PooledStudy.ofMean("C", 80, 10, 9, CountedUnit.HIPS);
    assertThatThrownBy(() -> RandomEffects.withDefaults().pool(List.of(hips, patients)))
        .hasMessage("studies [hips or patients] must all count the same, but were of both");
    assertThatThrownBy(() -> BinomialNormal.withDefaults().pool(List.of(hips, patients)))
        .hasMessage("studies [hips or patients] must all count the same, but were of both");
    assertThatThrownBy(() -> RandomEffects.withDefaults().pool(List.of(hips, mean)))
        .hasMessageContaining("must all give the same");
    assertThatThrownBy(() -> BinomialNormal.withDefaults().pool(List.of(mean, mean)))
        .hasMessage("studies [proportions] must have counts, but gave means or survival");
    assertThatThrownBy(() -> RandomEffects.withDefaults().pool(List.of(hips)))
        .hasMessage("studies [number] must be 2 or more, but was 1");
  }
}
