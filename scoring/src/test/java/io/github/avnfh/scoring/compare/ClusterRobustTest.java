package io.github.avnfh.scoring.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.scoring.Golden;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bias-reduced variance with Satterthwaite's degrees of freedom. */
class ClusterRobustTest {
  private static final Comparison DEFAULT = Comparison.withDefaults();
  private static final List<Golden> HIPS = Golden.read(ClusterRobustTest.class, "cr2_hips.csv.gz");

  static List<Golden> results() {
    return Golden.read(ClusterRobustTest.class, "cr2_results.csv.gz");
  }

  private static List<Golden> hips(Golden result) {
    return HIPS.stream().filter(hip -> hip.count("set") == result.count("set")).toList();
  }

  private static double[] column(List<Golden> hips, String column) {
    return hips.stream().mapToDouble(hip -> hip.number(column)).toArray();
  }

  private static ClusteredSample values(List<Golden> hips) {
    return ClusteredSample.of(
        column(hips, "y"), hips.stream().map(hip -> hip.text("patient")).toList());
  }

  private static void agrees(Golden expected, String name, Estimate actual) {
    expected.agrees(name, actual.estimate());
    expected.agrees(name + "_se", actual.standardError());
    expected.agrees(name + "_df", actual.degreesOfFreedom());
  }

  @Test
  void readsEveryRow() {
    assertThat(HIPS).hasSize(1510);
    assertThat(results()).hasSize(40);
    assertThat(results().stream().mapToInt(result -> hips(result).size()).sum()).isEqualTo(1510);
  }

  @ParameterizedTest
  @MethodSource("results")
  void agreesWithClubSandwich(Golden expected) {
    List<Golden> hips = hips(expected);
    double[] group = column(hips, "group");
    boolean[] inSecond = new boolean[group.length];
    for (int i = 0; i < group.length; i++) {
      inSecond[i] = group[i] == 1;
    }
    agrees(expected, "mean", DEFAULT.ofMean(values(hips)).clustered());
    Comparison.Result difference = DEFAULT.ofDifference(values(hips), inSecond);
    agrees(expected, "difference", difference.clustered());
    Map<String, double[]> covariates = new LinkedHashMap<>();
    covariates.put("group", group);
    covariates.put("age", column(hips, "age"));
    covariates.put("before", column(hips, "before"));
    Map<String, Comparison.Result> model = DEFAULT.ofModel(values(hips), covariates);
    assertThat(model.keySet()).containsExactly("intercept", "group", "age", "before");
    model.forEach((name, result) -> agrees(expected, name, result.clustered()));
  }

  /** A difference of two groups is a model with one covariate of 0 and 1, to rounding. */
  @ParameterizedTest
  @MethodSource("results")
  void isTheSameAsADifferenceAndAsAModel(Golden expected) {
    List<Golden> hips = hips(expected);
    double[] group = column(hips, "group");
    boolean[] inSecond = new boolean[group.length];
    for (int i = 0; i < group.length; i++) {
      inSecond[i] = group[i] == 1;
    }
    for (ClusterRobust type : ClusterRobust.values()) {
      Comparison.Result one = DEFAULT.with(type).ofDifference(values(hips), inSecond);
      Comparison.Result other = Objects.requireNonNull(
          DEFAULT.with(type).ofModel(values(hips), Map.of("group", group)).get("group"));
      same(other.clustered(), one.clustered());
      same(other.naive(), one.naive());
    }
  }

  private static void same(Estimate one, Estimate other) {
    assertThat(one.estimate()).isEqualTo(other.estimate(), within(1e-9));
    assertThat(one.standardError()).isEqualTo(other.standardError(), within(1e-9));
    assertThat(one.degreesOfFreedom()).isEqualTo(other.degreesOfFreedom(), within(1e-9));
  }

  /**
   * With one hip each, the variance of a difference is s1^2 / n1 + s2^2 / n2, and the degrees of
   * freedom are Welch's with equal variances.
   */
  @Property(tries = 100)
  void hasTheStandardErrorOfWelchWhereEveryPatientHasOneHip(
      @ForAll @IntRange(min = 2, max = 15) int first,
      @ForAll @IntRange(min = 2, max = 15) int second,
      @ForAll Random random) {
    double[] values = random.doubles(first + second).map(x -> 100 * x).toArray();
    boolean[] inSecond = new boolean[values.length];
    Arrays.fill(inSecond, first, values.length, true);
    ClusteredSample single =
        ClusteredSample.of(values, IntStream.range(0, values.length).boxed().toList());
    Estimate clustered = DEFAULT.ofDifference(single, inSecond).clustered();
    double one = PairedT.test(0.95, Arrays.copyOf(values, first)).standardError();
    double two =
        PairedT.test(0.95, Arrays.copyOfRange(values, first, values.length)).standardError();
    assertThat(clustered.standardError()).isEqualTo(Math.hypot(one, two), within(1e-9));
    double m = first;
    double n = second;
    assertThat(clustered.degreesOfFreedom())
        .isEqualTo(
            Math.pow(1 / m + 1 / n, 2) / (1 / (m * m * (m - 1)) + 1 / (n * n * (n - 1))),
            within(1e-9));
  }

  @Property(tries = 100)
  void scalesWithTheUnitAndDependsOnNeitherOriginNorOrderNorNames(
      @ForAll @IntRange(min = 6, max = 30) int size,
      @ForAll @DoubleRange(min = 0.1, max = 10) double unit,
      @ForAll @DoubleRange(min = -100, max = 100) double origin,
      @ForAll Random random) {
    List<Integer> rows = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    double[] values = random.doubles(size).map(x -> 50 * x).toArray();
    Estimate before = difference(rows, values, 1, 0, 0);
    Collections.shuffle(rows, random);
    Estimate after = difference(rows, values, unit, origin, 1000);
    assertThat(after.estimate()).isEqualTo(unit * before.estimate(), within(1e-8));
    assertThat(after.standardError()).isEqualTo(unit * before.standardError(), within(1e-8));
    assertThat(after.degreesOfFreedom()).isEqualTo(before.degreesOfFreedom(), within(1e-8));
  }

  /** Two rows a patient, and every third row in the second group. */
  private static Estimate difference(
      List<Integer> rows, double[] values, double unit, double origin, int names) {
    boolean[] inSecond = new boolean[rows.size()];
    for (int i = 0; i < inSecond.length; i++) {
      inSecond[i] = rows.get(i) % 3 == 0;
    }
    return DEFAULT
        .ofDifference(
            ClusteredSample.of(
                rows.stream().mapToDouble(row -> origin + unit * values[row]).toArray(),
                rows.stream().map(row -> names + row / 2).toList()),
            inSecond)
        .clustered();
  }

  @Test
  void refusesAGroupOfOnePatientAndACoefficientThatRestsOnOne() {
    ClusteredSample values =
        ClusteredSample.of(new double[] {1, 3, 5, 7, 9, 4}, List.of("a", "a", "b", "c", "d", "e"));
    assertThatThrownBy(() -> DEFAULT.ofDifference(values, true, true, false, false, false, false))
        .hasMessage("patients of a group [count] must lie in 2..2147483647, but was 1");
    assertThatThrownBy(() ->
            DEFAULT.ofModel(values, Map.of("group", new double[] {1, 1, 0, 0, 0, 0})))
        .hasMessage("patients on whom a group or a coefficient rests [count] must lie in"
            + " 2..2147483647, but was 1");
  }

  @Test
  void refusesCovariatesThatFitNoModel() {
    ClusteredSample values =
        ClusteredSample.of(new double[] {1, 3, 5, 7}, List.of("a", "b", "c", "d"));
    assertThatThrownBy(() -> DEFAULT.ofModel(values, Map.of("x", new double[] {1, 2})))
        .hasMessage("covariate [count] must have 4 numbers and its own name, but had 2");
    assertThatThrownBy(() ->
            DEFAULT.ofModel(values, Map.of("intercept", new double[] {1, 2, 3, 4})))
        .hasMessageStartingWith("covariate [count] must have 4 numbers and its own name");
    assertThatThrownBy(() ->
            DEFAULT.ofModel(values, Map.of("x", new double[] {1, 2, 3, Double.NaN})))
        .hasMessage("covariate [value] must be finite, but was NaN");
    assertThatThrownBy(() -> DEFAULT.ofModel(values, Map.of("x", new double[] {2, 2, 2, 2})))
        .hasMessage("columns of a linear model [count] must be independent of each other, but"
            + " column 1 is a sum of multiples of the columns before it");
  }

  @Test
  void warnsOfFewPatientsAndNamesItsMethod() {
    ClusteredSample values = ClusteredSample.of(
        new double[] {1, 3, 5, 7, 9, 4, 6, 8, 2, 5},
        List.of("a", "a", "b", "c", "d", "e", "f", "g", "h", "i"));
    Comparison.Result four = DEFAULT.ofDifference(
        values, true, true, true, true, true, false, false, false, false, false);
    assertThat(four.smallestGroup()).isEqualTo(4);
    assertThat(four.warning())
        .hasValue("5 patients or more in each group: limits from 4 are rough");
    assertThat(four.explanation().obstacles()).containsExactly(four.warning().get());
    assertThat(four.explanation().reasons().get(0).inputs())
        .startsWith("CR2, 10 values of 9 patients, standard error ")
        .contains("degrees of freedom 6.400");
    Comparison.Result mean = DEFAULT.ofMean(values);
    assertThat(mean.smallestGroup()).isEqualTo(9);
    assertThat(mean.warning()).isEmpty();
    Comparison.Result rare = Objects.requireNonNull(DEFAULT
        .ofModel(values, Map.of("rare", new double[] {0, 0, 1, 1, 0, 0, 0, 0, 0, 0}))
        .get("rare"));
    assertThat(rare.warning())
        .hasValue("4 degrees of freedom or more: few patients carry the estimate");
    assertThat(DEFAULT
            .with(ClusterRobust.HC1)
            .ofMean(values)
            .explanation()
            .rules()
            .get(0)
            .id())
        .isEqualTo("COMPARISON-HC");
  }
}
