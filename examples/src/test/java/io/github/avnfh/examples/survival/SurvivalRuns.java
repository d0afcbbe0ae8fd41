package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.examples.cli.Run;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The command {@code survival} in a folder of a test, and the tables that it leaves there. */
record SurvivalRuns(Path folder) {
  /**
   * Both programs compute in doubles; their last digits differ by the order of a few
   * multiplications.
   */
  private static final double RELATIVE = 1e-12;

  private static final List<String> KEYS = List.of("group", "test");

  Path out() {
    return folder.resolve("out");
  }

  static Path resource(String name) throws URISyntaxException {
    URL url = SurvivalRuns.class.getResource(name);
    return Path.of(Objects.requireNonNull(url, name).toURI());
  }

  Run survival(Path table, String... more) {
    List<String> typed = new ArrayList<>(
        List.of("survival", "--input", table.toString(), "--out", out().toString()));
    typed.addAll(List.of(more));
    return Run.of(typed.toArray(String[]::new));
  }

  Run table(String text, String... more) throws IOException {
    List<String> typed = new ArrayList<>(List.of("--time", "time", "--event", "event"));
    typed.addAll(List.of(more));
    return survival(
        Files.writeString(folder.resolve("hips.csv"), text), typed.toArray(String[]::new));
  }

  static List<List<Optional<String>>> rows(Path file, List<String> columns) {
    Problems problems = new Problems();
    List<List<Optional<String>>> rows = new ArrayList<>();
    CsvInput.of(file, CsvFormat.withDefaults())
        .withRequired(columns)
        .forEachRow(problems, row -> rows.add(columns.stream().map(row::text).toList()));
    assertThat(problems.list()).isEmpty();
    return rows;
  }

  static void agrees(String column, String actual, String expected) {
    if (KEYS.contains(column)) {
      assertThat(actual).isEqualTo(expected);
    } else {
      double value = Double.parseDouble(expected);
      assertThat(Double.parseDouble(actual))
          .as(column)
          .isCloseTo(value, within(Math.abs(value) * RELATIVE));
    }
  }
}
