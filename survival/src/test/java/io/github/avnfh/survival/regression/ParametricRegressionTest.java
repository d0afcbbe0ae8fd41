package io.github.avnfh.survival.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.GoldenFile;
import io.github.avnfh.survival.GoldenRow;
import io.github.avnfh.survival.interval.EventInterval;
import io.github.avnfh.survival.interval.IntervalFollowUp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Parametric models against R's {@code survreg} by {@code golden_parametric.R}, and closed forms.
 */
class ParametricRegressionTest {
  private static final double BETWEEN_VISITS = 4;

  /** What R says of one model. */
  record Lines(String set, TimeDistribution distribution, List<GoldenRow> rows) {
    @Override
    public String toString() {
      return set + " " + distribution;
    }

    List<GoldenRow> of(String what) {
      return rows.stream().filter(row -> row.get("what").equals(what)).toList();
    }
  }

  static List<Lines> lines() {
    Map<List<String>, List<GoldenRow>> lines = new LinkedHashMap<>();
    for (GoldenRow row : GoldenFile.read("regression/golden_parametric.csv", 252)) {
      lines
          .computeIfAbsent(List.of(row.get("set"), row.get("dist")), key -> new ArrayList<>())
          .add(row);
    }
    return lines.entrySet().stream()
        .map(each -> new Lines(
            each.getKey().get(0), TimeDistribution.parse(each.getKey().get(1)), each.getValue()))
        .toList();
  }

  private static double number(GoldenRow row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private static Offset<Double> close(double value) {
    return within(2e-9 * Math.max(1e-3, Math.abs(value)));
  }

  private static void assertClose(double actual, GoldenRow row, String column) {
    double expected = number(row, column);
    assertThat(actual).isCloseTo(expected, close(expected));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void agreesWithR(Lines lines) {
    Covariates design = design(lines.set());
    ParametricModel model = fit(lines.set(), lines.distribution(), design);
    List<GoldenRow> expected = lines.of("coefficient");
    assertThat(model.coefficients()).hasSameSizeAs(expected);
    for (int j = 0; j < expected.size(); j++) {
      RegressionCoefficient coefficient = model.coefficients().get(j);
      assertClose(coefficient.estimate().orElseThrow(), expected.get(j), "value");
      assertClose(coefficient.standardError().orElseThrow(), expected.get(j), "error");
      assertClose(coefficient.modelStandardError().orElseThrow(), expected.get(j), "naive");
    }
    assertClose(model.logLikelihoodNull(), lines.of("loglik").get(0), "value");
    assertClose(model.logLikelihood(), lines.of("loglik").get(1), "value");
  }

  @ParameterizedTest
  @MethodSource("lines")
  void predictsTimesAsR(Lines lines) {
    Covariates design = design(lines.set());
    ParametricModel model = fit(lines.set(), lines.distribution(), design);
    List<ParametricModel.PredictedTime> times = model.predictTimes(design, 0.1, 0.5, 0.9);
    for (int row : new int[] {0, 39, 99}) {
      List<GoldenRow> expected = lines.of("quantile" + row);
      for (int k = 0; k < 3; k++) {
        assertClose(times.get(3 * row + k).time(), expected.get(k), "value");
        assertClose(times.get(3 * row + k).standardError(), expected.get(k), "error");
      }
    }
  }

  private static double[] column(List<GoldenRow> rows, String name) {
    return rows.stream().mapToDouble(row -> number(row, name)).toArray();
  }

  private static List<GoldenRow> rows(String set) {
    return set.startsWith("veteran")
        ? GoldenFile.read("regression/veteran.csv", 137)
        : GoldenFile.read("regression/diabetic.csv", 394).stream()
            .filter(row -> number(row, "time") >= BETWEEN_VISITS || isEvent(row))
            .toList();
  }

  private static boolean isEvent(GoldenRow row) {
    return row.get("status").equals("1");
  }

  private static Covariates design(String set) {
    List<GoldenRow> rows = rows(set);
    Covariates.Builder design = Covariates.ofRows(rows.size()).number("trt", column(rows, "trt"));
    if (set.equals("veteran")) {
      design.factor("celltype", rows.stream().map(row -> row.get("celltype")).toList());
    }
    if (set.startsWith("veteran")) {
      design.number("karno", column(rows, "karno"));
    }
    return set.equals("veteran_weights")
        ? design.build()
        : design.number("age", column(rows, "age")).build();
  }

  private static ParametricModel fit(String set, TimeDistribution distribution, Covariates design) {
    List<GoldenRow> rows = rows(set);
    ParametricRegression regression = ParametricRegression.of(distribution);
    List<String> patients =
        rows.stream().map(row -> set.startsWith("veteran") ? "" : row.get("id")).toList();
    if (set.equals("visits")) {
      return regression.fit(
          IntervalFollowUp.of(
                  rows.stream().map(ParametricRegressionTest::visits).toList())
              .withClusters(patients),
          design);
    }
    boolean[] events = new boolean[rows.size()];
    IntStream.range(0, events.length).forEach(i -> events[i] = isEvent(rows.get(i)));
    var followUp = FollowUp.ofTimes(column(rows, "time"), events);
    if (set.equals("eyes")) {
      followUp.clusters(patients);
    }
    if (set.equals("veteran_weights")) {
      followUp.weights(
          IntStream.range(0, rows.size()).mapToDouble(i -> 0.5 + (i % 3) / 2.0).toArray());
    }
    return regression.fit(followUp.build(), design);
  }

  private static EventInterval visits(GoldenRow row) {
    double left = BETWEEN_VISITS * Math.floor(number(row, "time") / BETWEEN_VISITS);
    if (!isEvent(row)) {
      return EventInterval.after(left);
    }
    return left == 0
        ? EventInterval.upTo(BETWEEN_VISITS)
        : EventInterval.between(left, left + BETWEEN_VISITS);
  }

  private static FollowUp followUp(double[] times, boolean... events) {
    return FollowUp.ofTimes(times, events).build();
  }

  @Test
  void givesTheRateOfAnExponentialTimeInClosedForm() {
    FollowUp rows =
        followUp(new double[] {2, 3, 5, 10, 4, 6}, true, false, true, true, true, false);
    Covariates design = Covariates.ofRows(6).number("x", 0, 0, 0, 1, 1, 1).build();
    ParametricModel model =
        ParametricRegression.of(TimeDistribution.EXPONENTIAL).fit(rows, design);
    // 2 events in 10 units of time against 2 in 20
    assertThat(model.coefficient("(intercept)").estimate().orElseThrow())
        .isCloseTo(Math.log(5), within(1e-12));
    assertThat(model.coefficient("x").estimate().orElseThrow())
        .isCloseTo(Math.log(2), within(1e-12));
    assertThat(model.coefficient("x").standardError().orElseThrow())
        .isCloseTo(Math.sqrt(1.0 / 2 + 1.0 / 2), within(1e-12));
    assertThat(model.hazardRatios().get(0).ratio().orElseThrow()).isCloseTo(0.5, within(1e-12));
    assertThat(model.scale()).isEqualTo(1);
    assertThat(model.predict(design, 5).get(0).survival()).isCloseTo(Math.exp(-1), within(1e-12));
    assertThat(model.predict(design, 0).get(0).survival()).isEqualTo(1);
  }

  @Test
  void givesMeanAndDeviationOfLogTimesWithoutCensoring() {
    double[] times = {2, 3, 5, 10, 4, 6};
    boolean[] events = {true, true, true, true, true, true};
    Covariates design = Covariates.ofRows(6).number("x", 0, 0, 0, 1, 1, 1).build();
    ParametricModel model =
        ParametricRegression.of(TimeDistribution.LOG_NORMAL).fit(followUp(times, events), design);
    double first = (Math.log(2) + Math.log(3) + Math.log(5)) / 3;
    double second = (Math.log(10) + Math.log(4) + Math.log(6)) / 3;
    double squares = 0;
    for (int i = 0; i < 6; i++) {
      squares += Math.pow(Math.log(times[i]) - (i < 3 ? first : second), 2);
    }
    assertThat(model.coefficient("x").estimate().orElseThrow())
        .isCloseTo(second - first, within(1e-12));
    assertThat(model.scale()).isCloseTo(Math.sqrt(squares / 6), within(1e-12));
  }

  @Test
  void conditionsOnDelayedEntry() {
    // an exponential time has no memory: only the time after the entry counts
    FollowUp late = FollowUp.ofTimes(new double[] {5, 9, 6}, new boolean[] {true, true, false})
        .entry(new double[] {3, 1, 4})
        .build();
    Covariates design = Covariates.ofRows(3).number("x", 0, 1, 0).build();
    ParametricModel model =
        ParametricRegression.of(TimeDistribution.EXPONENTIAL).fit(late, design);
    assertThat(model.coefficient("(intercept)").estimate().orElseThrow())
        .isCloseTo(Math.log(4), within(1e-12));
    assertThat(model.coefficient("x").estimate().orElseThrow())
        .isCloseTo(Math.log(2), within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(TimeDistribution.class)
  void saysThatALevelWithoutEventsHasNoEstimate(TimeDistribution distribution) {
    FollowUp rows = followUp(
        new double[] {2, 3, 5, 10, 4, 6, 7, 8, 9},
        true,
        true,
        false,
        true,
        false,
        true,
        false,
        false,
        false);
    Covariates design = Covariates.ofRows(9)
        .factor("stage", List.of("I", "I", "I", "II", "II", "II", "III", "III", "III"))
        .build();
    ParametricModel model = ParametricRegression.of(distribution).fit(rows, design);
    assertThat(model.isEstimable()).isFalse();
    assertThat(model.coefficient("stage[III]").method())
        .isEqualTo(RegressionCoefficient.Method.NOT_ESTIMABLE);
    assertThat(model.coefficient("stage[III]").direction()).isEqualTo(1);
    // the others are those of the rows of the other stages
    ParametricModel others = ParametricRegression.of(distribution)
        .fit(
            followUp(new double[] {2, 3, 5, 10, 4, 6}, true, true, false, true, false, true),
            Covariates.ofRows(6)
                .factor("stage", List.of("I", "I", "I", "II", "II", "II"))
                .build());
    for (RegressionCoefficient expected : others.coefficients()) {
      RegressionCoefficient actual = model.coefficient(expected.term());
      assertThat(actual.estimate().orElseThrow())
          .isCloseTo(expected.estimate().orElseThrow(), within(1e-6));
      assertThat(actual.standardError().orElseThrow())
          .isCloseTo(expected.standardError().orElseThrow(), within(1e-6));
    }
  }

  @Test
  void saysThatNothingIsEstimableAgainstAReferenceWithoutEvents() {
    FollowUp rows = followUp(
        new double[] {2, 3, 5, 10, 4, 6, 7, 3}, false, false, false, true, true, false, true, true);
    Covariates design = Covariates.ofRows(8)
        .factor("stage", List.of("I", "I", "I", "II", "II", "II", "II", "II"))
        .number("age", 40, 51, 62, 43, 54, 66, 38, 47)
        .build();
    ParametricModel model = ParametricRegression.of(TimeDistribution.WEIBULL).fit(rows, design);
    assertThat(model.coefficient("(intercept)").direction()).isEqualTo(1);
    assertThat(model.coefficient("stage[II]").direction()).isEqualTo(-1);
    ParametricModel second = ParametricRegression.of(TimeDistribution.WEIBULL)
        .fit(
            followUp(new double[] {10, 4, 6, 7, 3}, true, true, false, true, true),
            Covariates.ofRows(5).number("age", 43, 54, 66, 38, 47).build());
    assertThat(model.coefficient("age").estimate().orElseThrow())
        .isCloseTo(second.coefficient("age").estimate().orElseThrow(), within(1e-6));
    assertThatThrownBy(() -> model.predict(design, 3))
        .hasMessage(
            "the model must have estimates of all coefficients, but some are not estimable");
  }

  @Test
  void refusesWhatHasNoAnswer() {
    ParametricRegression weibull = ParametricRegression.of(TimeDistribution.WEIBULL);
    Covariates two = Covariates.ofRows(2).number("x", 0, 1).build();
    assertThatThrownBy(() -> weibull.fit(followUp(new double[] {0, 3}, true, true), two))
        .hasMessage("time of an event [unit of the times] must be above 0.0 in a model of its"
            + " logarithm, but was 0.0");
    assertThatThrownBy(() -> weibull.fit(followUp(new double[] {2, 3}, false, false), two))
        .hasMessage("complete rows with the event [count] must be 1 or more, but were 0");
    assertThatThrownBy(() -> weibull.fit(followUp(new double[] {2, 3}, true, true), two))
        .hasMessageContaining("must determine a scale");
    assertThatThrownBy(() -> weibull.fit(
            IntervalFollowUp.of(List.of(EventInterval.between(2, 5), EventInterval.between(2, 5))),
            two))
        .hasMessageContaining("must determine a scale");
    assertThatThrownBy(() -> weibull.fit(
            followUp(new double[] {2, 3, 4}, true, true, true),
            Covariates.ofRows(3).number("x", 1, 2, 3).number("y", 3, 5, 7).build()))
        .hasMessage("covariates must not be linearly dependent, but y was a combination of x");
    assertThatThrownBy(() -> weibull.fit(
            followUp(new double[] {2, 3, 4}, true, true, true),
            Covariates.ofRows(3).number("x", 1, 1, 1).build()))
        .hasMessage("covariate x must vary among the rows, but was constant");
    assertThatThrownBy(() -> weibull.fit(followUp(new double[] {2, 3, 4}, true, true, true), two))
        .hasMessageContaining("rows of the design [count]");
    ParametricModel logistic = ParametricRegression.of(TimeDistribution.LOG_LOGISTIC)
        .fit(
            followUp(new double[] {2, 3, 4, 6}, true, true, true, true),
            Covariates.ofRows(4).number("x", 0, 1, 1, 0).build());
    assertThatThrownBy(logistic::hazardRatios)
        .hasMessage("hazard ratios need the distribution weibull or exponential, but it was"
            + " loglogistic");
  }

  @Test
  void leavesOutRowsWithAMissingCovariate() {
    ParametricModel model = ParametricRegression.of(TimeDistribution.WEIBULL)
        .fit(
            followUp(new double[] {2, 3, 4, 6, 9}, true, true, true, true, true),
            Covariates.ofRows(5)
                .number(
                    "x",
                    List.of(
                        OptionalDouble.of(1),
                        OptionalDouble.of(0),
                        OptionalDouble.empty(),
                        OptionalDouble.of(1),
                        OptionalDouble.of(0)))
                .build());
    assertThat(model.rows()).isEqualTo(4);
    assertThat(model.leftOut()).isEqualTo(1);
  }
}
