package io.github.avnfh.survival.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.FollowUpBuilder;
import io.github.avnfh.survival.GoldenFile;
import io.github.avnfh.survival.GoldenRow;
import io.github.avnfh.survival.compare.ChiSquare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a model says beyond its coefficients, against R by {@code golden_cox_model.R}. */
class CoxDiagnosticsTest {
  private static final Map<String, ProportionalityTest.TimeTransform> TRANSFORMS = Map.of(
      "km", ProportionalityTest.TimeTransform.KAPLAN_MEIER,
      "rank", ProportionalityTest.TimeTransform.RANK,
      "identity", ProportionalityTest.TimeTransform.IDENTITY,
      "log", ProportionalityTest.TimeTransform.LOG);

  /** All lines of one kind about one model. */
  record Lines(String set, String what, List<GoldenRow> rows) {
    @Override
    public String toString() {
      return set + " " + what;
    }
  }

  static List<Lines> lines() {
    Map<List<String>, List<GoldenRow>> lines = new LinkedHashMap<>();
    for (GoldenRow row : GoldenFile.read("regression/golden_cox_model.csv", 747)) {
      lines
          .computeIfAbsent(List.of(row.get("set"), row.get("what")), key -> new ArrayList<>())
          .add(row);
    }
    return lines.entrySet().stream()
        .map(each -> new Lines(each.getKey().get(0), each.getKey().get(1), each.getValue()))
        .toList();
  }

  private static double number(GoldenRow row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private static Offset<Double> close(double value) {
    return within(1e-9 * Math.max(1, Math.abs(value)));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void agreesWithR(Lines lines) {
    CoxModel model = PublishedModels.named(lines.set());
    if (TRANSFORMS.containsKey(lines.what())) {
      assertProportionality(model, lines);
    } else if (lines.what().equals("concordance")) {
      assertConcordance(model, lines);
    } else if (lines.what().equals("baseline")) {
      assertBaseline(model, lines);
    } else if (lines.what().equals("prediction")) {
      assertPredictions(model, lines);
    } else {
      assertResiduals(model.residuals(), lines);
    }
  }

  private static void assertProportionality(CoxModel model, Lines lines) {
    List<ProportionalityTest.Result> results = ProportionalityTest.withDefaults()
        .with(Objects.requireNonNull(TRANSFORMS.get(lines.what())))
        .test(model);
    assertThat(results).hasSameSizeAs(lines.rows());
    for (int i = 0; i < results.size(); i++) {
      double expected = number(lines.rows().get(i), "value");
      assertThat(results.get(i).chiSquare().statistic()).isCloseTo(expected, close(expected));
      assertThat(results.get(i).chiSquare().degreesOfFreedom())
          .isEqualTo((int) number(lines.rows().get(i), "index"));
    }
  }

  private static void assertConcordance(CoxModel model, Lines lines) {
    Concordance concordance = model.concordance();
    assertThat(concordance.value()).isCloseTo(number(lines.rows().get(0), "value"), within(1e-12));
    assertThat(concordance.standardError())
        .isCloseTo(number(lines.rows().get(1), "value"), within(1e-12));
  }

  private static void assertBaseline(CoxModel model, Lines lines) {
    for (GoldenRow row : lines.rows()) {
      BaselineHazard hazard = model.baselineHazards().stream()
          .filter(each -> each.stratum().equals(row.get("name")))
          .findFirst()
          .orElseThrow();
      double actual = hazard.steps().stream()
          .filter(step -> step.time() == number(row, "index"))
          .findFirst()
          .orElseThrow()
          .hazard();
      assertThat(actual).isCloseTo(number(row, "value"), close(number(row, "value")));
    }
  }

  private static void assertPredictions(CoxModel model, Lines lines) {
    for (GoldenRow row : lines.rows()) {
      String[] name = row.get("name").split(" ", -1);
      SurvivalPrediction prediction = PublishedModels.predictVeteran(
          model, lines.set().endsWith("strata"), Integer.parseInt(name[1]), number(row, "index"));
      double actual = switch (name[0]) {
        case "surv" -> prediction.survival();
        case "std.err" -> prediction.standardError().orElseThrow();
        case "lower" -> prediction.lower().orElseThrow();
        case "upper" -> prediction.upper().orElseThrow();
        default -> throw new IllegalArgumentException(name[0]);
      };
      assertThat(actual).isCloseTo(number(row, "value"), within(1e-10));
    }
  }

  private static void assertResiduals(CoxResiduals residuals, Lines lines) {
    for (GoldenRow row : lines.rows()) {
      int index = (int) number(row, "index");
      double actual = switch (lines.what()) {
        case "martingale" -> residuals.martingale()[index];
        case "deviance" -> residuals.deviance()[index];
        case "score" -> residuals.score()[index][(int) number(row, "name")];
        case "dfbeta" -> residuals.dfbeta()[index][(int) number(row, "name")];
        default -> throw new IllegalArgumentException(lines.what());
      };
      assertThat(actual).isCloseTo(number(row, "value"), close(number(row, "value")));
    }
  }

  @Test
  void readsEveryKindOfLine() {
    assertThat(lines()).hasSize(53);
  }

  /** Rows 1 and 2 leave with the event in the order of their predictors, row 3 is tied with 2. */
  @Test
  void countsPairsByHand() {
    FollowUp followUp = FollowUp.ofDays(
            new int[] {1, 2, 3, 2}, new boolean[] {true, true, false, false})
        .build();
    Covariates design = Covariates.ofRows(4).number("x", 3, 1, 1, 2).build();
    Concordance concordance =
        CoxRegression.withDefaults().withFirth().fit(followUp, design).concordance();

    // row 0 before rows 1, 2 and 3: right; row 1 before row 2: tied; before row 3: wrong
    assertThat(concordance.pairs()).isEqualTo(5);
    assertThat(concordance.value()).isEqualTo(3.5 / 5);
  }

  @Test
  void martingaleResidualsSumToZero() {
    double[] residuals = PublishedModels.named("veteran").residuals().martingale();
    assertThat(Arrays.stream(residuals).sum()).isCloseTo(0, within(1e-11));
  }

  @Test
  void leavingOutACovariateLosesWhatItAdded() {
    CoxModel model = PublishedModels.named("veteran");
    // R: drop1(fit, test = "Chisq")
    ChiSquare cells = Objects.requireNonNull(model.dropOne().get("celltype"));
    assertThat(cells.degreesOfFreedom()).isEqualTo(3);
    assertThat(cells.statistic()).isCloseTo(18.8403797060, within(1e-8));
    assertThat(model.dropOne().keySet()).containsExactly("trt", "celltype", "karno", "age");
    assertThat(model.akaike()).isCloseTo(960.915580370, within(1e-8));
  }

  private static final double[] TIMES = {5, 8, 8, 12, 15, 15, 20, 24, 30, 31, 40, 40};
  private static final double[] PREDICTOR = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8};

  private static CoxModel small(double... weights) {
    boolean[] events = new boolean[TIMES.length];
    for (int event : new int[] {0, 1, 3, 5, 6, 8, 10}) {
      events[event] = true;
    }
    FollowUpBuilder rows = FollowUp.ofTimes(TIMES, events);
    return CoxRegression.withDefaults()
        .fit(
            weights.length == 0 ? rows.build() : rows.weights(weights).build(),
            Covariates.ofRows(TIMES.length).number("x", PREDICTOR).build());
  }

  /** R: {@code concordance(coxph(Surv(time, event) ~ x), timewt = "n/G2", ymax = 20)}, or 100. */
  @Test
  void weighsPairsByTheCensoringLikeR() {
    assertThat(small().concordanceUpTo(20).value()).isCloseTo(0.736188240682430, within(1e-12));
    assertThat(small().concordanceUpTo(20).standardError())
        .isCloseTo(0.127926619096092, within(1e-12));
    assertThat(small().concordanceUpTo(100).value()).isCloseTo(0.731295379729973, within(1e-12));
    assertThat(small().concordanceUpTo(100).standardError())
        .isCloseTo(0.117123971364648, within(1e-12));
    assertThat(small().concordance().value()).isCloseTo(0.722222222222222, within(1e-12));
    Concordance weighted = small(1, 2, 1, 0.5, 1, 1, 1, 3, 1, 1, 1, 1).concordanceUpTo(30);
    assertThat(weighted.value()).isCloseTo(0.714006810457527, within(1e-12));
    assertThat(weighted.standardError()).isCloseTo(0.126095522560164, within(1e-12));
  }

  @Test
  void weighsPairsAlikeWhereNoRowIsCensored() {
    FollowUp rows = FollowUp.ofTimes(TIMES, allTrue()).build();
    CoxModel model = CoxRegression.withDefaults()
        .fit(rows, Covariates.ofRows(TIMES.length).number("x", PREDICTOR).build());
    assertThat(model.concordanceUpTo(40)).isEqualTo(model.concordance());
    assertThatThrownBy(() -> model.concordanceUpTo(0))
        .hasMessage("horizon [time] must be above 0, but was 0.0");
    assertThatThrownBy(() -> model.concordanceUpTo(4.9))
        .hasMessage("comparable pairs [count] must be above 0, but were 0");
  }

  private static boolean[] allTrue() {
    boolean[] all = new boolean[TIMES.length];
    Arrays.fill(all, true);
    return all;
  }

  /**
   * The data of {@code golden_cox_restricted_mean.R}: with Breslow's ties the error from the
   * information of all hazard jumps, with Efron's from numeric slopes and the errors of survfit.
   */
  @Test
  void restrictedMeansOfRowsAreThoseOfR() {
    Map<String, CoxModel> models = Map.of(
        "breslow",
        PublishedModels.veteranOfThree(CoxRegression.withDefaults().with(TieMethod.BRESLOW)),
        "efron",
        PublishedModels.veteranOfThree(CoxRegression.withDefaults()));
    for (GoldenRow row : GoldenFile.read("regression/golden_cox_restricted_mean.csv", 30)) {
      CoxModel model = Objects.requireNonNull(models.get(row.get("ties")));
      Covariates asked = Covariates.like(model.data().covariates, 3)
          .number("karno", 30, 60, 90)
          .number("age", 70, 55, 40)
          .number("small", 1, 0, 1)
          .build();
      double horizon = Double.parseDouble(row.get("horizon"));
      RestrictedMeanPrediction found =
          model.predictRestrictedMean(asked, horizon).get(Integer.parseInt(row.get("row")));
      double mean = Double.parseDouble(row.get("mean"));
      assertThat(found.mean()).isCloseTo(mean, within(1e-9 * mean));
      assertThat(found.horizon()).isEqualTo(horizon);
      double error = found.standardError().orElseThrow();
      // with Efron's ties slopes are differences of areas
      double close = row.get("ties").equals("efron") ? 1e-7 : 1e-8;
      assertThat(error).isCloseTo(Double.parseDouble(row.get("error")), within(close * error));
      // limits of the log of the time lost
      double lost = horizon - mean;
      double factor = Math.exp(1.959963984540054 * error / lost);
      assertThat(found.upper().orElseThrow())
          .isCloseTo(horizon - lost / factor, within(1e-9 * horizon));
      assertThat(found.lower().orElseThrow())
          .isCloseTo(Math.max(0, horizon - lost * factor), within(1e-9 * horizon));
    }
  }

  @Test
  void restrictedMeansEndWhereFollowUpDoes() {
    CoxModel model = PublishedModels.veteranOfThree(CoxRegression.withDefaults());
    Covariates asked = Covariates.like(model.data().covariates, 1)
        .number("karno", 60)
        .number("age", 55)
        .number("small", 0)
        .build();
    RestrictedMeanPrediction early = model.predictRestrictedMean(asked, 0.5).get(0);
    assertThat(early.mean()).isEqualTo(0.5);
    assertThat(early.standardError()).isEmpty();
    assertThat(early.upper()).isEmpty();
    assertThat(model.predictRestrictedMean(asked, 999)).hasSize(1);
    for (double horizon : new double[] {0, -1, Math.nextUp(999.0), Double.NaN}) {
      assertThatThrownBy(() -> model.predictRestrictedMean(asked, horizon))
          .hasMessage(
              "horizon [unit of the times] must lie above 0.0 and be at most 999.0, the last"
                  + " time of the stratum, but was " + horizon);
    }
    CoxModel stratified = PublishedModels.named("veteran_strata");
    Covariates two = Covariates.like(stratified.data().covariates, 1)
        .number("trt", 1)
        .number("karno", 60)
        .build();
    assertThatThrownBy(() -> stratified.predictRestrictedMean(two, 90))
        .hasMessage("a stratum must be named for each row, one of 4");
    double large =
        stratified.predictRestrictedMean(two, List.of("large"), 90).get(0).mean();
    double small =
        stratified.predictRestrictedMean(two, List.of("smallcell"), 90).get(0).mean();
    assertThat(large).isGreaterThan(small);
  }
}
