package io.github.avnfh.scoring.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.scoring.Golden;
import io.github.avnfh.scoring.summary.SummaryStatistics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Agreement with R on the data sets that the script beside them made. */
class GoldenTest {
  private static final List<Golden> HIPS = Golden.read(GoldenTest.class, "hips.csv.gz");

  static List<Golden> results() {
    return Golden.read(GoldenTest.class, "results.csv.gz");
  }

  private static List<Golden> hips(Golden result) {
    return HIPS.stream().filter(hip -> hip.count("set") == result.count("set")).toList();
  }

  private static double[] column(List<Golden> hips, String column) {
    return hips.stream().mapToDouble(hip -> hip.number(column)).toArray();
  }

  private static double[] differences(List<Golden> hips) {
    return hips.stream()
        .mapToDouble(hip -> hip.number("after") - hip.number("before"))
        .toArray();
  }

  private static ClusteredSample clustered(List<Golden> hips) {
    return ClusteredSample.of(
        differences(hips), hips.stream().map(hip -> hip.text("cluster")).toList());
  }

  @Test
  void readsEveryRow() {
    assertThat(HIPS).hasSize(2612);
    assertThat(results()).hasSize(64);
    assertThat(results().stream().mapToInt(result -> hips(result).size()).sum()).isEqualTo(2612);
  }

  @ParameterizedTest
  @MethodSource("results")
  void describesLikeR(Golden expected) {
    SummaryStatistics description = SummaryStatistics.of(differences(hips(expected)));
    expected.agrees("mean", description.mean());
    expected.agrees("sd", description.standardDeviation());
    expected.agrees("median", description.median());
    expected.agrees("q1", description.lowerQuartile());
    expected.agrees("q3", description.upperQuartile());
  }

  @ParameterizedTest
  @MethodSource("results")
  void testsLikeStudentInR(Golden expected) {
    Estimate test = PairedT.test(0.95, differences(hips(expected)));
    expected.agrees("t", test.statistic());
    expected.agrees("p", test.pValue());
    expected.agrees("lower", test.lower());
    expected.agrees("upper", test.upper());
  }

  @ParameterizedTest
  @MethodSource("results")
  void testsLikeWilcoxonInR(Golden expected) {
    WilcoxonSignedRank test = WilcoxonSignedRank.test(differences(hips(expected)));
    assertThat(test.statistic()).isEqualTo(expected.number("v"));
    assertThat(test.method() == WilcoxonSignedRank.Method.EXACT)
        .isEqualTo(expected.count("exact") == 1);
    expected.agrees("wilcoxon_p", test.pValue());
  }

  @ParameterizedTest
  @MethodSource("results")
  void takesPatientsForClustersLikeSandwich(Golden expected) {
    ClusteredSample values = clustered(hips(expected));
    assertThat(values.clusters()).isEqualTo(expected.count("clusters"));
    for (ClusterRobust type : List.of(ClusterRobust.HC0, ClusterRobust.HC1)) {
      Comparison.Result result = Comparison.withDefaults().with(type).ofMean(values);
      expected.agrees(
          type == ClusterRobust.HC0 ? "hc0" : "hc1", result.clustered().standardError());
      expected.agrees("clustered_p", result.clustered().pValue());
      expected.agrees("p", result.naive().pValue());
    }
  }

  @ParameterizedTest
  @MethodSource("results")
  void comparesTwoGroupsLikeSandwich(Golden expected) {
    if (!expected.has("difference_p")) {
      return;
    }
    List<Golden> hips = hips(expected);
    boolean[] inSecond = new boolean[hips.size()];
    for (int i = 0; i < inSecond.length; i++) {
      inSecond[i] = hips.get(i).count("group") == 1;
    }
    Comparison robust = Comparison.withDefaults().with(ClusterRobust.HC1);
    Comparison.Result result = robust.ofDifference(clustered(hips), inSecond);
    expected.agrees("difference_se", result.naive().standardError());
    expected.agrees("difference_hc1", result.clustered().standardError());
    expected.agrees("difference_p", result.clustered().pValue());
    expected.agrees(
        "difference_hc0",
        robust
            .with(ClusterRobust.HC0)
            .ofDifference(clustered(hips), inSecond)
            .clustered()
            .standardError());
  }

  @ParameterizedTest
  @MethodSource("results")
  void standardizesLikeR(Golden expected) {
    List<Golden> hips = hips(expected);
    double[] before = column(hips, "before");
    double[] after = column(hips, "after");
    expected.agrees("srm", EffectSize.STANDARDIZED_RESPONSE_MEAN.of(before, after));
    expected.agrees("d_baseline", EffectSize.COHEN_D_BASELINE.of(before, after));
    expected.agrees("d_average", EffectSize.COHEN_D_AVERAGE.of(before, after));
    if (hips.size() > 2) {
      expected.agrees("d_repeated", EffectSize.COHEN_D_REPEATED.of(before, after));
    }
  }
}
