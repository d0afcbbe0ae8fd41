package io.github.avnfh.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.survival.HazardCurve.HazardEstimate;
import io.github.avnfh.survival.SurvivalCurve.QuantileEstimate;
import io.github.avnfh.survival.SurvivalCurve.Step;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.compare.GroupCount;
import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.compare.LogRankResult;
import io.github.avnfh.survival.compare.Weighting;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * 16 data sets in all their variants against R; {@code golden_sets.R} made the files. What is
 * compared and the worst deviation are written to {@code target/deviation.csv}.
 */
class GoldenSetsTest {
  private static final Deviations DEVIATIONS = new Deviations(1e-12);

  @AfterAll
  static void write() {
    DEVIATIONS.write("deviation.csv");
  }

  @Test
  void curvesAreThoseOfR() {
    for (GoldenRow row : GoldenFile.read("golden_sets_curve.csv", 465)) {
      SurvivalCurve curve = GoldenSets.curve(row, Samples.asInR());
      Step step = step(curve, row);
      DEVIATIONS.compare("counts", step.atRisk(), row.get("at_risk"));
      DEVIATIONS.compare("counts", step.events(), row.get("events"));
      DEVIATIONS.compare("counts", step.censored(), row.get("censored"));
      DEVIATIONS.compare("survival", step.survival(), row.get("survival"));
      if (isOurs(step)) {
        assertThat(step.standardError()).isEmpty();
      } else {
        String error = curve.clusters().isPresent() ? "robust" : "Greenwood";
        DEVIATIONS.compare(
            error + " standard error", step.standardError().getAsDouble(), row.get("std_error"));
      }
    }
  }

  private static Step step(SurvivalCurve curve, GoldenRow row) {
    double time = GoldenSets.number(row, "time");
    return curve.steps().stream()
        .filter(step -> step.time() == time)
        .findFirst()
        .orElseThrow();
  }

  /** Where R has no answer or another: where survival is 0. */
  private static boolean isOurs(Step step) {
    return step.survival() == 0;
  }

  @Test
  void limitsAreThoseOfR() {
    for (GoldenRow row : GoldenFile.read("golden_sets_curve.csv", 465)) {
      for (IntervalType type : IntervalType.values()) {
        compareLimits(row, Samples.asInR().with(type), type.code());
      }
      for (double level : new double[] {0.9, 0.99}) {
        KaplanMeier options = Samples.asInR().with(IntervalType.LOG).withLevel(level);
        compareLimits(row, options, "log " + level);
      }
    }
  }

  private static void compareLimits(GoldenRow row, KaplanMeier options, String column) {
    SurvivalCurve curve = GoldenSets.curve(row, options);
    Step step = step(curve, row);
    if (isOurs(step)) {
      assertThat(step.estimate().limits()).isEqualTo(LimitMethod.BETA_PRODUCT);
    } else if (row.hasNumber(column + " lower")) {
      String quantity = "limits " + options.intervalType().code();
      DEVIATIONS.compare(quantity, step.lower(), row.get(column + " lower"));
      DEVIATIONS.compare(quantity, step.upper(), row.get(column + " upper"));
    } else {
      assertThat(step.survival()).isEqualTo(1);
      assertThat(step.lower()).isEqualTo(1);
    }
  }

  @Test
  void quantilesAreThoseOfR() {
    int others = 0;
    for (GoldenRow row : GoldenFile.read("golden_sets_quantile.csv", 1880)) {
      KaplanMeier options = Samples.asInR().with(IntervalType.parse(row.get("type")));
      SurvivalCurve curve = GoldenSets.curve(row, options);
      QuantileEstimate quantile = curve.quantile(GoldenSets.number(row, "probability"));
      compare("quantiles", quantile.time(), row.get("time"));
      others += compareLimit(curve, Step::lower, quantile.lower(), row.get("lower"));
      others += compareLimit(curve, Step::upper, quantile.upper(), row.get("upper"));
    }
    assertThat(others).isLessThan(DEVIATIONS.compared("limits of quantiles") / 20);
  }

  private static void compare(String quantity, OptionalDouble actual, String expected) {
    if (expected.isEmpty()) {
      assertThat(actual).isEmpty();
    } else {
      DEVIATIONS.compare(quantity, actual.getAsDouble(), expected);
    }
  }

  /** R may skip a time where limits of survival rise again; elsewhere both are the same. */
  private static int compareLimit(
      SurvivalCurve curve, ToDoubleFunction<Step> limit, OptionalDouble actual, String expected) {
    boolean same = expected.isEmpty()
        ? actual.isEmpty()
        : actual.isPresent() && actual.getAsDouble() == Double.parseDouble(expected);
    if (!same && (rises(curve, limit) || endsAtZero(curve))) {
      return 1;
    }
    compare("limits of quantiles", actual, expected);
    return 0;
  }

  private static boolean rises(SurvivalCurve curve, ToDoubleFunction<Step> limit) {
    List<Step> steps = curve.steps();
    for (int i = 1; i < steps.size(); i++) {
      if (limit.applyAsDouble(steps.get(i)) > limit.applyAsDouble(steps.get(i - 1))) {
        return true;
      }
    }
    return false;
  }

  /** There the plain robust interval of R is [0, 0]. */
  private static boolean endsAtZero(SurvivalCurve curve) {
    List<Step> steps = curve.steps();
    return curve.clusters().isPresent() && steps.get(steps.size() - 1).survival() == 0;
  }

  @Test
  void restrictedMeansAreThoseOfR() {
    for (GoldenRow row : GoldenFile.read("golden_sets_rmst.csv", 188)) {
      SurvivalCurve curve = GoldenSets.curve(row, Samples.asInR());
      RestrictedMean mean = curve.restrictedMean(GoldenSets.number(row, "tau"));
      DEVIATIONS.compare("restricted mean", mean.mean(), row.get("rmst"));
      DEVIATIONS.compare(
          "naive standard error of the restricted mean",
          mean.naiveStandardError().getAsDouble(),
          row.get("naive_std_error"));
    }
  }

  @Test
  void hazardsAreThoseOfR() {
    for (GoldenRow row : GoldenFile.read("golden_sets_hazard.csv", 510)) {
      NelsonAalen plain = NelsonAalen.withDefaults().withoutExactLimits();
      NelsonAalen options = row.get("ctype").equals("1") ? plain : plain.correctedForTies();
      HazardCurve curve =
          options.estimate(GoldenSets.followUp(row.get("set"), row.get("variant"))).stream()
              .filter(candidate -> candidate.group().equals(row.get("group")))
              .findFirst()
              .orElseThrow();
      HazardEstimate at = curve.at(GoldenSets.number(row, "time")).orElseThrow();
      DEVIATIONS.compare("cumulative hazard", at.hazard(), row.get("hazard"));
      DEVIATIONS.compare("survival of Fleming and Harrington", at.survival(), row.get("survival"));
      at.standardError()
          .ifPresentOrElse(
              error ->
                  DEVIATIONS.compare("standard error of the hazard", error, row.get("std_error")),
              () -> assertThat(row.get("std_error")).isEqualTo("0"));
    }
  }

  @Test
  void testsAreThoseOfR() {
    for (GoldenRow row : GoldenFile.read("golden_sets_test.csv", 558)) {
      LogRankResult result = test(row);
      GroupCount group = result.groups().stream()
          .filter(candidate -> candidate.group().equals(row.get("group")))
          .findFirst()
          .orElseThrow();
      DEVIATIONS.compare("observed and expected", group.observed(), row.get("observed"));
      DEVIATIONS.compare("observed and expected", group.expected(), row.get("expected"));
      if (row.get("p").isEmpty()) {
        assertThat(result.chiSquare()).isEmpty();
      } else {
        ChiSquare chiSquare = result.chiSquare().orElseThrow();
        DEVIATIONS.compare("chi-square", chiSquare.statistic(), row.get("chi_square"));
        assertThat(chiSquare.degreesOfFreedom()).isEqualTo(Integer.parseInt(row.get("df")));
        DEVIATIONS.compare("p value", chiSquare.pValue(), row.get("p"));
      }
    }
  }

  private static LogRankResult test(GoldenRow row) {
    FollowUp all = GoldenSets.followUp(
        row.get("set"), row.get("stratified").equals("TRUE") ? "strata" : "base");
    return LogRank.withDefaults()
        .with(Weighting.flemingHarrington(GoldenSets.number(row, "rho"), 0))
        .test(all.only(List.of(row.get("groups").split(";", -1))));
  }
}
