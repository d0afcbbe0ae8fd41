package io.github.avnfh.survival.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.FollowUpBuilder;
import io.github.avnfh.survival.GoldenFile;
import io.github.avnfh.survival.GoldenRow;
import io.github.avnfh.survival.GoldenSets;
import java.util.ArrayList;
import java.util.Arrays;
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
        .with(CoxVariance.ROBUST)
        .with(TieMethod.valueOf(first.get("ties").toUpperCase(Locale.ROOT)));
    assertAgrees(options.fit(followUp, design), fit);
  }

  /** The 60 rows of {@code golden_cox_corrected.R}. */
  private static FollowUp sixty(String variant) {
    int[] one = IntStream.rangeClosed(1, 60).toArray();
    int[] days = Arrays.stream(one).map(i -> 1 + 37 * i % 41 / 3).toArray();
    boolean[] events = new boolean[60];
    IntStream.range(0, 60).forEach(row -> events[row] = one[row] % 3 != 0);
    FollowUpBuilder rows = FollowUp.ofDays(days, events)
        .clusters(Arrays.stream(one).map(i -> i <= 40 ? (i - 1) / 2 : i).toArray());
    if (variant.equals("late") || variant.equals("all")) {
      rows.entry(Arrays.stream(one)
          .map(i -> i % 4 == 0 ? Math.min(days[i - 1] - 1, i % 5) : 0)
          .toArray());
    }
    if (variant.equals("strata") || variant.equals("all")) {
      rows.strata(Arrays.stream(one).mapToObj(i -> "s" + i % 2).toList());
    }
    if (variant.equals("weights") || variant.equals("all")) {
      rows.weights(Arrays.stream(one).mapToDouble(i -> 1 + i % 3 / 2.0).toArray());
    }
    return rows.build();
  }

  /** Leverages of patients from their definition, summed over the risk sets. */
  @Test
  void correctsForFewClustersAsRDoesByItsDefinition() {
    List<GoldenRow> lines = GoldenFile.read(FOLDER + "golden_cox_corrected.csv", 20);
    Covariates design = Covariates.ofRows(60)
        .number(
            "x1",
            IntStream.rangeClosed(1, 60).mapToDouble(i -> 17 * i % 23 / 10.0).toArray())
        .number("x2", IntStream.rangeClosed(1, 60).mapToDouble(i -> i * i % 7).toArray())
        .build();
    for (GoldenRow line : lines) {
      CoxModel model = CoxRegression.withDefaults()
          .with(TieMethod.valueOf(line.get("ties").toUpperCase(Locale.ROOT)))
          .fit(sixty(line.get("variant")), design);
      RegressionCoefficient found = model.coefficient(line.get("term"));
      assertThat(model.variance()).isEqualTo(CoxVariance.BIAS_CORRECTED);
      assertThat(found.estimate().orElseThrow()).isCloseTo(number(line, "coef"), CLOSE);
      assertThat(found.standardError().orElseThrow()).isCloseTo(number(line, "se"), CLOSE);
      assertThat(found.degreesOfFreedom()).hasValue(number(line, "df"));
      assertThat(found.pValue().orElseThrow()).isCloseTo(number(line, "p"), CLOSE);
      assertThat(found.lower().orElseThrow()).isCloseTo(number(line, "lower"), CLOSE);
      assertThat(found.upper().orElseThrow()).isCloseTo(number(line, "upper"), CLOSE);
    }
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
