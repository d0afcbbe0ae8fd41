package io.github.avnfh.survival.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.GoldenFile;
import io.github.avnfh.survival.GoldenRow;
import io.github.avnfh.survival.GoldenSets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Coefficients, errors and tests against R's {@code coxph}, made by {@code golden_cox.R}. */
class CoxGoldenTest {
  /** A relative deviation of 1e-9. */
  private static final Percentage CLOSE = withinPercentage(1e-7);

  /** R goes on until the likelihood no longer rises, which is far out where it has no maximum. */
  private static final double BEYOND = 10;

  private static final String FOLDER = "regression/";

  /** The lines of one fit of R, a line for each coefficient. */
  record Fit(List<GoldenRow> lines) {
    GoldenRow first() {
      return lines.get(0);
    }

    @Override
    public String toString() {
      return Stream.of("set", "variant", "model", "ties")
          .map(first()::get)
          .toList()
          .toString();
    }
  }

  static List<Fit> fits() {
    return byFit(GoldenFile.read(FOLDER + "golden_cox.csv", 672));
  }

  static List<Fit> publicFits() {
    return byFit(GoldenFile.read(FOLDER + "golden_cox_public.csv", 19));
  }

  private static List<Fit> byFit(List<GoldenRow> rows) {
    Map<List<String>, List<GoldenRow>> fits = new LinkedHashMap<>();
    for (GoldenRow row : rows) {
      List<String> key =
          List.of(row.get("set"), row.get("variant"), row.get("model"), row.get("ties"));
      fits.computeIfAbsent(key, one -> new ArrayList<>()).add(row);
    }
    return fits.values().stream().map(Fit::new).toList();
  }

  @ParameterizedTest
  @MethodSource("fits")
  void agreesWithR(Fit fit) {
    GoldenRow first = fit.first();
    FollowUp followUp = followUp(first.get("set"), first.get("variant"));
    Covariates design = design(first.get("set"), first.get("model"));
    CoxRegression options = CoxRegression.withDefaults()
        .with(TieMethod.valueOf(first.get("ties").toUpperCase(Locale.ROOT)));
    assertAgrees(options.fit(followUp, design), fit);
  }

  private static void assertAgrees(CoxModel model, Fit fit) {
    assertThat(model.logLikelihoodNull()).isCloseTo(number(fit.first(), "loglik0"), CLOSE);
    assertThat(model.logLikelihood()).isCloseTo(number(fit.first(), "loglik"), CLOSE);
    assertThat(model.score().statistic()).isCloseTo(number(fit.first(), "score"), CLOSE);
    if (!fit.first().get("rscore").isEmpty()) {
      assertThat(model.robustScore().orElseThrow().statistic())
          .isCloseTo(number(fit.first(), "rscore"), CLOSE);
    }
    boolean hasMaximum = true;
    for (int j = 0; j < fit.lines().size(); j++) {
      GoldenRow line = fit.lines().get(j);
      RegressionCoefficient coefficient = model.coefficients().get(j);
      if (Math.abs(number(line, "coef")) > BEYOND) {
        hasMaximum = false;
        assertThat(coefficient.method()).isEqualTo(RegressionCoefficient.Method.NOT_ESTIMABLE);
        assertThat(coefficient.direction()).isEqualTo((int) Math.signum(number(line, "coef")));
        assertThat(coefficient.estimate()).isEmpty();
      } else {
        assertAgrees(coefficient, line);
      }
    }
    if (hasMaximum) {
      assertThat(model.wald().orElseThrow().statistic())
          .isCloseTo(number(fit.first(), "wald"), CLOSE);
    }
    assertThat(model.isEstimable()).isEqualTo(hasMaximum);
  }

  private static void assertAgrees(RegressionCoefficient coefficient, GoldenRow line) {
    assertThat(coefficient.estimate().orElseThrow()).isCloseTo(number(line, "coef"), CLOSE);
    assertThat(coefficient.standardError().orElseThrow()).isCloseTo(number(line, "se"), CLOSE);
    assertThat(coefficient.modelStandardError().orElseThrow())
        .isCloseTo(number(line, "naive_se"), CLOSE);
  }

  private static double number(GoldenRow row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private static FollowUp followUp(String set, String variant) {
    boolean[] events = new boolean[GoldenSets.rows(set).size()];
    for (int row = 0; row < events.length; row++) {
      events[row] = GoldenSets.rows(set).get(row).get("cause").equals("1");
    }
    return GoldenSets.followUp(set, variant, events);
  }

  private static Covariates design(String set, String model) {
    List<GoldenRow> rows = GoldenSets.rows(set);
    Covariates.Builder design = Covariates.ofRows(rows.size());
    if (model.startsWith("x")) {
      design.number(
          "x1",
          IntStream.rangeClosed(1, rows.size())
              .mapToDouble(i -> 37 * i % 41 / 4.0)
              .toArray());
      design.number(
          "x2",
          IntStream.rangeClosed(1, rows.size())
              .mapToDouble(i -> 5 * i % 7 < 3 ? 1 : 0)
              .toArray());
    }
    if (model.endsWith("g")) {
      design.factor(
          "g", rows.stream().map(row -> row.get("group")).toList(), List.of("1", "2", "3", "4"));
    }
    return design.build();
  }

  @ParameterizedTest
  @MethodSource("publicFits")
  void agreesWithROnPublishedData(Fit fit) {
    assertAgrees(PublishedModels.named(fit.first().get("set")), fit);
  }

  @Test
  void readsEveryFitOfTheFile() {
    assertThat(fits()).hasSize(274);
    assertThat(publicFits()).hasSize(5);
  }
}
