package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.examples.cli.Run;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurvivalGoldenTest {
  private final SurvivalRuns runs;

  SurvivalGoldenTest(@TempDir Path folder) {
    runs = new SurvivalRuns(folder);
  }

  private void agrees(String file, Path golden, String type, int rows, List<String> columns) {
    List<String> typed = new ArrayList<>(columns);
    typed.add("type");
    List<List<Optional<String>>> expected = SurvivalRuns.rows(golden, typed).stream()
        .filter(row -> row.get(columns.size()).orElseThrow().equals(type))
        .toList();
    List<List<Optional<String>>> actual = SurvivalRuns.rows(runs.out().resolve(file), columns);
    assertThat(expected).hasSize(rows);
    assertThat(actual).hasSize(rows);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns.size(); column++) {
        Optional<String> value = expected.get(row).get(column);
        if (columns.contains("survival") && isOne(columns, expected.get(row))) {
          isExact(columns, column, actual.get(row));
        } else if (value.isPresent()) {
          SurvivalRuns.agrees(
              columns.get(column), actual.get(row).get(column).orElseThrow(), value.get());
        }
      }
    }
  }

  private static boolean isOne(List<String> columns, List<Optional<String>> row) {
    return row.get(columns.indexOf("survival")).orElse("").equals("1");
  }

  /**
   * Before the first event, where R has an error of 0 and limits of 1: exact with those at risk.
   */
  private static void isExact(List<String> columns, int column, List<Optional<String>> row) {
    String name = columns.get(column);
    if (name.equals("std_error")) {
      assertThat(row.get(column)).isEmpty();
    } else if (name.equals("lower")) {
      double atRisk = Double.parseDouble(row.get(columns.indexOf("at_risk")).orElseThrow());
      assertThat(Double.parseDouble(row.get(column).orElseThrow()))
          .isCloseTo(Math.pow(0.025, 1 / atRisk), within(1e-12));
    } else if (name.equals("upper")) {
      assertThat(row.get(column)).contains("1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"log-log", "log", "plain", "logit", "arcsin"})
  void agreesWithTheGoldenFilesOnLeukemiaMaintenance(String type) throws URISyntaxException {
    Run run = runs.survival(
        SurvivalRuns.resource("aml.csv"),
        "--time",
        "time",
        "--event",
        "status",
        "--group",
        "group",
        "--conf-type",
        type,
        "--at",
        "0,5,12,24,45");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    agreesOnEveryTable("aml", type, 20, 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"log-log", "log", "plain", "logit", "arcsin"})
  void agreesWithTheGoldenFilesOnRemissionOfLeukemia(String type) throws URISyntaxException {
    Run run = runs.survival(
        SurvivalRuns.resource("gehan.csv"),
        "--time",
        "time",
        "--event",
        "relapse",
        "--group",
        "treatment",
        "--conf-type",
        type,
        "--at",
        "0,5,10,20");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    agreesOnEveryTable("gehan", type, 28, 8);
  }

  private void agreesOnEveryTable(String data, String type, int times, int at)
      throws URISyntaxException {
    agrees(
        "curve.csv",
        SurvivalRuns.resource(data + "_curve.csv"),
        type,
        times,
        List.of(
            "group",
            "time",
            "at_risk",
            "events",
            "censored",
            "survival",
            "std_error",
            "lower",
            "upper"));
    agrees(
        "quantile.csv",
        SurvivalRuns.resource(data + "_quantile.csv"),
        type,
        6,
        List.of("group", "probability", "time", "lower", "upper"));
    agrees(
        "at.csv",
        SurvivalRuns.resource(data + "_at.csv"),
        type,
        at,
        List.of("group", "time", "at_risk", "survival", "std_error", "lower", "upper"));
  }

  @ParameterizedTest
  @CsvSource({"aml, status, group", "gehan, relapse, treatment"})
  void agreesWithTheGoldenTests(String data, String event, String group) throws URISyntaxException {
    runs.survival(
        SurvivalRuns.resource(data + ".csv"),
        "--time",
        "time",
        "--event",
        event,
        "--group",
        group,
        "--test",
        "logrank",
        "fh:1,0");
    List<String> columns = List.of("chi_square", "df", "p");
    List<List<Optional<String>>> expected =
        SurvivalRuns.rows(SurvivalRuns.resource(data + "_test.csv"), columns);
    List<List<Optional<String>>> actual =
        SurvivalRuns.rows(runs.out().resolve("test.csv"), columns);
    assertThat(actual).hasSize(2);
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < columns.size(); column++) {
        SurvivalRuns.agrees(
            columns.get(column),
            actual.get(row).get(column).orElseThrow(),
            expected.get(row).get(column).orElseThrow());
      }
    }
  }
}
