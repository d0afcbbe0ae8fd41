package io.github.avnfh.survival.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.GoldenFile;
import io.github.avnfh.survival.GoldenRow;
import io.github.avnfh.survival.GoldenSets;
import io.github.avnfh.survival.competing.CompetingFollowUp;
import io.github.avnfh.survival.competing.CompetingFollowUpBuilder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FineGrayTest {
  private static final List<String> CAUSES = List.of("event", "competing");

  private static CompetingFollowUpBuilder followUp(GoldenRow golden) {
    List<GoldenRow> rows = GoldenSets.rows(golden.get("set"));
    CompetingFollowUpBuilder hips = builder(rows);
    if (golden.get("variant").equals("clu")) {
      hips.clusters(rows.stream().map(row -> row.get("id")).toList());
    }
    if (golden.get("variant").equals("strata")) {
      hips.strata(rows.stream().map(row -> row.get("stratum")).toList());
    }
    return hips;
  }

  private static CompetingFollowUpBuilder builder(List<GoldenRow> rows) {
    return CompetingFollowUp.ofTimes(
        rows.stream().mapToDouble(row -> GoldenSets.number(row, "time")).toArray(),
        rows.stream().mapToInt(row -> Integer.parseInt(row.get("cause"))).toArray(),
        CAUSES);
  }

  /** The entries of the set, or made-up ones. */
  private static double[] entries(String set) {
    List<GoldenRow> rows = GoldenSets.rows(set);
    double[] entries =
        rows.stream().mapToDouble(row -> GoldenSets.number(row, "entry")).toArray();
    if (DoubleStream.of(entries).allMatch(entry -> entry == 0)) {
      Arrays.setAll(
          entries,
          row -> Math.floor(GoldenSets.number(rows.get(row), "time") * ((row + 1) * 29 % 53) / 80));
    }
    return entries;
  }

  private static Covariates design(String set) {
    List<String> groups =
        GoldenSets.rows(set).stream().map(row -> row.get("group")).toList();
    return Covariates.ofRows(groups.size())
        .number(
            "x",
            IntStream.rangeClosed(1, groups.size())
                .mapToDouble(row -> row * 37 % 101 / 10.0)
                .toArray())
        .factor("group", groups, groups.stream().distinct().sorted().toList())
        .build();
  }

  /** R's {@code finegray} and {@code coxph}; {@code golden_fine_gray.R} made the file. */
  @Test
  void agreesWithR() {
    Map<String, FineGray.Model> models = new HashMap<>();
    for (GoldenRow row : GoldenFile.read("competing/golden_fine_gray.csv", 192)) {
      agrees(
          row, models.computeIfAbsent(key(row), key -> model(row, followUp(row).build())));
    }
  }

  /** R's {@code finegray} of entry and time; {@code golden_fine_gray_entry.R} made the file. */
  @Test
  void agreesWithRWhereEntryIsDelayed() {
    Map<String, FineGray.Model> models = new HashMap<>();
    for (GoldenRow row : GoldenFile.read("competing/golden_fine_gray_entry.csv", 148)) {
      agrees(
          row,
          models.computeIfAbsent(
              key(row),
              key -> model(row, followUp(row).entry(entries(row.get("set"))).build())));
    }
  }

  private static String key(GoldenRow row) {
    return row.get("set") + row.get("cause") + row.get("ties") + row.get("variant");
  }

  private static FineGray.Model model(GoldenRow row, CompetingFollowUp hips) {
    return FineGray.withDefaults()
        .with(TieMethod.valueOf(row.get("ties").toUpperCase(Locale.ROOT)))
        .with(CoxVariance.ROBUST)
        .fit(hips.withEvent(row.get("cause")), design(row.get("set")));
  }

  private static void agrees(GoldenRow row, FineGray.Model model) {
    String term = row.get("term").replaceFirst("group(.)", "group[$1]");
    RegressionCoefficient found = model.coefficients().stream()
        .filter(each -> each.term().equals(term))
        .findFirst()
        .orElseThrow();
    assertThat(found.estimate().orElseThrow())
        .as("%s %s", row.get("set"), row.get("variant"))
        .isCloseTo(GoldenSets.number(row, "coef"), within(1e-8));
    assertThat(found.standardError().orElseThrow())
        .isCloseTo(GoldenSets.number(row, "std_error"), within(1e-8));
    assertThat(found.modelStandardError().orElseThrow())
        .isCloseTo(GoldenSets.number(row, "naive"), within(1e-8));
  }

  /** R's {@code survfit} and {@code coxph}; {@code golden_fine_gray_incidence.R} made the file. */
  @Test
  void predictsIncidenceAndStandsBesideCauseSpecificHazardsAsInR() {
    for (GoldenRow golden : GoldenFile.read("competing/golden_fine_gray_incidence.csv", 30)) {
      List<GoldenRow> rows = GoldenSets.rows(golden.get("set"));
      CompetingFollowUp hips = CompetingFollowUp.ofTimes(
              rows.stream().mapToDouble(row -> GoldenSets.number(row, "time")).toArray(),
              rows.stream().mapToInt(row -> Integer.parseInt(row.get("cause"))).toArray(),
              CAUSES)
          .build();
      double[] x = IntStream.rangeClosed(1, rows.size())
          .mapToDouble(row -> row * 37 % 101 / 10.0)
          .toArray();
      Covariates design = Covariates.ofRows(x.length).number("x", x).build();
      FineGray method = FineGray.withDefaults().with(CoxVariance.ROBUST);
      double value = GoldenSets.number(golden, "value");
      double error = GoldenSets.number(golden, "std_error");
      if (golden.get("what").equals("incidence")) {
        FineGray.Prediction predicted = method
            .fit(hips, design)
            .incidence(
                Covariates.ofRows(1).number("x", GoldenSets.number(golden, "x")).build(),
                GoldenSets.number(golden, "time"))
            .get(0);
        assertThat(predicted.incidence()).isCloseTo(value, within(1e-8));
        assertThat(predicted.standardError().orElseThrow()).isCloseTo(error, within(1e-8));
        assertThat(predicted.lower().orElseThrow()).isBetween(0.0, value);
        assertThat(predicted.upper().orElseThrow()).isBetween(value, 1.0);
      } else {
        FineGray.Comparison line = method.compare(hips, design).get(0);
        RegressionCoefficient found =
            golden.get("what").equals("event") ? line.event() : line.competing();
        assertThat(line.term()).isEqualTo("x");
        assertThat(found.estimate().orElseThrow()).isCloseTo(value, within(1e-8));
        assertThat(found.standardError().orElseThrow()).isCloseTo(error, within(1e-8));
      }
    }
  }

  /** Where nothing competes, it is the proportional hazards model. */
  @Test
  void isTheCoxModelWhereNothingCompetes() {
    int[] days = {3, 5, 7, 8, 8, 11, 14, 15, 20, 21};
    int[] causes = {1, 0, 1, 1, 0, 1, 0, 1, 1, 0};
    Covariates design =
        Covariates.ofRows(10).number("x", 1, 4, 2, 0, 3, 3, 1, 2, 0, 1).build();
    CompetingFollowUp hips = CompetingFollowUp.ofDays(days, causes, CAUSES).build();
    CompetingFollowUp each = CompetingFollowUp.ofDays(days, causes, CAUSES)
        .clusters(IntStream.range(0, 10).toArray())
        .build();
    CoxModel cox =
        CoxRegression.withDefaults().with(CoxVariance.ROBUST).fit(each.anyEvent(), design);
    FineGray.Model model = FineGray.withDefaults().fit(hips, design);
    assertThat(model.coefficients().get(0).estimate().orElseThrow())
        .isCloseTo(cox.coefficient("x").estimate().orElseThrow(), within(1e-10));
    assertThat(model.coefficients().get(0).standardError().orElseThrow())
        .isCloseTo(cox.coefficient("x").standardError().orElseThrow(), within(1e-10));
    assertThat(model.clusters()).isEmpty();
    assertThat(model.event()).isEqualTo("event");
  }

  /** Rows with a missing covariate are left out of the estimate of censoring too. */
  @Test
  void leavesOutRowsWithMissingCovariates() {
    int[] days = {3, 5, 7, 8, 8, 11, 14, 15, 20, 21};
    int[] causes = {1, 2, 1, 0, 2, 1, 0, 1, 2, 0};
    List<OptionalDouble> x =
        IntStream.of(1, 4, 2, 0, 3, 3, 1, 2, 0, 1).mapToObj(OptionalDouble::of).toList();
    List<OptionalDouble> gap = IntStream.range(0, 10)
        .mapToObj(row -> row == 3 ? OptionalDouble.empty() : x.get(row))
        .toList();
    FineGray.Model left = FineGray.withDefaults()
        .fit(
            CompetingFollowUp.ofDays(days, causes, CAUSES).build(),
            Covariates.ofRows(10).number("x", gap).build());
    int[] kept = IntStream.range(0, 10).filter(row -> row != 3).toArray();
    FineGray.Model without = FineGray.withDefaults()
        .fit(
            CompetingFollowUp.ofDays(
                    IntStream.of(kept).map(row -> days[row]).toArray(),
                    IntStream.of(kept).map(row -> causes[row]).toArray(),
                    CAUSES)
                .build(),
            Covariates.ofRows(10).number("x", x).build().select(kept));
    assertThat(left.coefficients()).isEqualTo(without.coefficients());
    assertThat(left.leftOut()).isEqualTo(1);
    assertThat(left.rows()).isEqualTo(9);
    assertThat(left.events()).isEqualTo(4);
  }

  /** 2,100 rows with a competing event on day 0 meet 2,000 weights each. */
  @Test
  void takesRowsThatMeetManyWeights() {
    int[] days = IntStream.range(0, 6_100).map(row -> Math.max(0, row - 2_099)).toArray();
    int[] causes = IntStream.of(days).map(day -> day == 0 ? 2 : day % 2).toArray();
    FineGray.Model model = FineGray.withDefaults()
        .fit(
            CompetingFollowUp.ofDays(days, causes, CAUSES).build(),
            Covariates.ofRows(6_100)
                .number(
                    "x", IntStream.range(0, 6_100).mapToDouble(row -> row % 7).toArray())
                .build());
    assertThat(model.events()).isEqualTo(2_000);
    assertThat(model.coefficients().get(0).estimate()).isPresent();
  }

  @Test
  void refusesWhatItCannotWeigh() {
    Covariates design = Covariates.ofRows(2).number("x", 1, 2).build();
    CompetingFollowUp apart = CompetingFollowUp.ofDays(new int[] {3, 7}, new int[] {2, 1}, CAUSES)
        .entry(new int[] {1, 5})
        .build();
    assertThatThrownBy(() -> FineGray.withDefaults().fit(apart, design))
        .hasMessage("rows under observation [count] must be 1 or more from the first competing"
            + " event to the last event for the weights of the model of Fine and Gray, but all left"
            + " or entered at one time between");
    assertThatThrownBy(() -> FineGray.withDefaults()
            .fit(apart, Covariates.ofRows(3).number("x", 1, 2, 3).build()))
        .hasMessage(
            "rows of the design [count] must be as many as of the follow-up, 2, but were 3");
    assertThatThrownBy(() -> FineGray.withDefaults().with(TieMethod.EXACT))
        .hasMessage("ties of weighted rows must be efron or breslow, but were exact");
    assertThatThrownBy(() -> design.select(2))
        .hasMessage("row [index] must lie in 0..1, but was 2");
  }
}
