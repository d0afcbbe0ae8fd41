package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.examples.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Runs of the cox command on tables of a test, and the cells of what they wrote. */
final class CoxRuns {
  /** Ten events, one row without a covariate, and no relation to speak of. */
  static final String TEN = """
      day,event,y,z,half
      1,1,0,1,A
      2,1,1,2,A
      3,1,0,5,A
      4,1,1,3,A
      5,1,0,4,A
      6,1,1,1,B
      7,1,0,5,B
      8,1,1,2,B
      9,1,0,4,B
      10,1,1,3,B
      11,0,0,2,B
      12,0,,,B
      """;

  private final Path folder;

  CoxRuns(Path folder) {
    this.folder = folder;
  }

  Run cox(Path input, String... more) {
    List<String> typed = new ArrayList<>(List.of(
        "cox", "--input", input.toString(), "--out", folder.resolve("out").toString()));
    typed.addAll(List.of(more));
    return Run.of(typed.toArray(String[]::new));
  }

  /** The cells of a file by the key of the row: some of its columns, or else its number. */
  Map<String, Map<String, String>> file(String name, String... keys) {
    List<String> columns = header(folder.resolve("out").resolve(name));
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    Problems problems = new Problems();
    CsvInput.of(folder.resolve("out").resolve(name), CsvFormat.withDefaults())
        .forEachRow(problems, row -> {
          Map<String, String> cells = new LinkedHashMap<>();
          columns.forEach(column -> cells.put(column, row.text(column).orElse("")));
          List<String> key =
              Stream.of(keys).map(each -> cells.getOrDefault(each, "")).toList();
          rows.put(keys.length == 0 ? "" + (rows.size() + 1) : String.join(" ", key), cells);
        });
    assertThat(problems.list()).isEmpty();
    return rows;
  }

  static <T> T known(Map<String, T> map, String key) {
    return Objects.requireNonNull(map.get(key), key);
  }

  static String cell(Map<String, Map<String, String>> rows, String row, String column) {
    return known(known(rows, row), column);
  }

  private static List<String> header(Path file) {
    try {
      return List.of(Files.readAllLines(file).get(0).split(",", -1));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Run table(String rows, String... more) throws IOException {
    Path table = Files.writeString(folder.resolve("hips.csv"), rows);
    return cox(
        table,
        Stream.concat(Stream.of("--time", "day", "--event", "event"), Stream.of(more))
            .toArray(String[]::new));
  }

  List<String> lines(String name) throws IOException {
    return Files.readAllLines(folder.resolve("out").resolve(name));
  }
}
