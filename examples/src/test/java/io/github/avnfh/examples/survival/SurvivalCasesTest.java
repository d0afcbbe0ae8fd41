package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.examples.cli.Run;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small tables on which a test or a curve is easily wrong; numbers are those of R 4.2.2. */
class SurvivalCasesTest {
  private final SurvivalRuns runs;

  SurvivalCasesTest(@TempDir Path folder) {
    runs = new SurvivalRuns(folder);
  }

  private Run run(String table, String options) throws URISyntaxException {
    List<String> typed = new ArrayList<>(List.of("--time", "t", "--event", "e", "--group", "g"));
    typed.addAll(List.of(options.split(" ", -1)));
    Run run = runs.survival(
        SurvivalRuns.resource("case_" + table + ".csv"), typed.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  /** {@code coxph(..., cluster =, ties = "breslow")$rscore}, by row without clusters. */
  @ParameterizedTest
  @CsvSource({
    "wfig, --entry s --weight w --strata st --cluster c, 0.0977, 5e-5",
    "wboom, --weight w, 0.0016, 5e-5",
    "wnorm, --weight w --cluster id, 0.8335171892, 1e-9",
    "wnorm, --weight w10 --cluster id, 0.8335171892, 1e-9",
    "wnorm, --weight w01 --cluster id, 0.8335171892, 1e-9",
    "wnorm, --weight w01, 0.8335171892, 1e-9",
  })
  void testsRobustlyWithWeightsThatAreNotWhole(
      String table, String options, double p, double tolerance) throws URISyntaxException {
    run(table, options);
    List<List<Optional<String>>> rows =
        SurvivalRuns.rows(runs.out().resolve("test.csv"), List.of("variance", "p"));
    assertThat(rows.stream()
            .filter(row -> row.get(0).equals(Optional.of("robust")))
            .map(row -> Double.parseDouble(row.get(1).orElseThrow())))
        .singleElement()
        .satisfies(found -> assertThat(found).isCloseTo(p, within(tolerance)));
    assertThat(rows.get(rows.size() - 1))
        .containsExactly(Optional.of("independent"), Optional.empty());
  }

  /** Two hips of A have the event alone at risk; {@code survfit(Surv(s, t, e) ~ g)}. */
  @Test
  void keepsCurvesThatFallToZeroUnderDelayedEntry() throws IOException, URISyntaxException {
    assertThat(run("lateentry", "--entry s").err()).contains("group A: survival falls to 0 at 3");
    double two = 2.0 / 3;
    List<List<Object>> expected = List.of(
        List.of("2", "2", "1", 0.5, Math.sqrt(1.0 / 8)),
        List.of("3", "1", "1", 0.0, ""),
        List.of("8", "3", "1", 0.0, ""),
        List.of("9", "2", "0", 0.0, ""),
        List.of("10", "1", "1", 0.0, ""),
        List.of("4", "3", "1", two, two / Math.sqrt(6)),
        List.of("7", "2", "0", two, two / Math.sqrt(6)),
        List.of("9", "1", "1", 0.0, ""));
    List<List<Optional<String>>> rows = SurvivalRuns.rows(
        runs.out().resolve("curve.csv"),
        List.of("time", "at_risk", "events", "survival", "std_error"));
    assertThat(rows).hasSameSizeAs(expected);
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < 5; column++) {
        String cell = rows.get(row).get(column).orElse("");
        if (expected.get(row).get(column) instanceof Double number) {
          assertThat(Double.parseDouble(cell)).isCloseTo(number, within(1e-14));
        } else {
          assertThat(cell).isEqualTo(expected.get(row).get(column));
        }
      }
    }
  }

  /** Where the decimal sign is a comma, a point is none, not even in a whole number. */
  @Test
  void refusesThePointInACohortWithDecimalComma(@TempDir Path cohort) throws IOException {
    Files.writeString(cohort.resolve("patients.csv"), """
        patient_id;sex;age_years;platelets_per_uL
        1;F;41;282.000
        2;M;50;95000
        """);
    Files.writeString(cohort.resolve("hips.csv"), """
        patient_id;side;etiology;steinberg_stage;last_seen_day
        1;L;idiopathic;II;1000
        2;L;idiopathic;II;1.000
        """);
    Run run = Run.of(
        "report",
        "--cohort",
        cohort.toString(),
        "--decimal-comma",
        "--out",
        cohort.resolve("out").toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains("patients.csv:2: column platelets_per_uL: ")
        .contains("hips.csv:3: column last_seen_day: ");
    assertThat(cohort.resolve("out")).doesNotExist();
  }
}
