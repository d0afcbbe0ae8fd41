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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the tables of the cox command are read: strata, entries, references, rows to predict for. */
class CoxReadingTest {
  /** Ten events, one row without a covariate, and no relation to speak of. */
  private static final String TEN = """
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

  CoxReadingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Run cox(Path input, String... more) {
    List<String> typed = new ArrayList<>(List.of(
        "cox", "--input", input.toString(), "--out", folder.resolve("out").toString()));
    typed.addAll(List.of(more));
    return Run.of(typed.toArray(String[]::new));
  }

  /** The cells of a file by the key of the row: some of its columns, or else its number. */
  private Map<String, Map<String, String>> file(String name, String... keys) {
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

  private static <T> T known(Map<String, T> map, String key) {
    return Objects.requireNonNull(map.get(key), key);
  }

  private static String cell(Map<String, Map<String, String>> rows, String row, String column) {
    return known(known(rows, row), column);
  }

  private static List<String> header(Path file) {
    try {
      return List.of(Files.readAllLines(file).get(0).split(",", -1));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Run table(String rows, String... more) throws IOException {
    Path table = Files.writeString(folder.resolve("hips.csv"), rows);
    return cox(
        table,
        Stream.concat(Stream.of("--time", "day", "--event", "event"), Stream.of(more))
            .toArray(String[]::new));
  }

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(folder.resolve("out").resolve(name));
  }

  /** Nobody has had the event by the start; later those do best whose stratum has no event yet. */
  @Test
  void predictsWithinStrataAndFromTheStart() throws IOException {
    Path rows = Files.writeString(folder.resolve("new.csv"), "y,half\n1,B\n0,A\n");
    String[] typed = ("--covariate y --strata half --at 0,5.5 --predict " + rows).split(" ", -1);
    Run run = table(TEN, typed);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(lines("prediction.csv"))
        .extracting(line -> String.join(",", List.of(line.split(",", -1)).subList(0, 2)))
        .containsExactly("row,time", "1,0", "1,5.5", "2,0", "2,5.5");
    Map<String, Map<String, String>> predicted = file("prediction.csv", "row", "time");
    assertThat(cell(predicted, "1 0", "survival")).isEqualTo("1");
    assertThat(cell(predicted, "1 5.5", "survival")).isEqualTo("1");
    assertThat(Double.parseDouble(cell(predicted, "2 5.5", "survival"))).isLessThan(0.3);
  }

  @Test
  void refusesAPredictionOfNoRowOrOfNoStratum() throws IOException {
    for (String table : List.of("y,half\n", "y,half\n1,\n", "y,half\n1,\u200B\n")) {
      Path rows = Files.writeString(folder.resolve("new.csv"), table);
      String[] typed = ("--covariate y --strata half --at 5 --predict " + rows).split(" ", -1);
      Run run = table(TEN, typed);
      assertThat(run.code()).isEqualTo(3);
      assertThat(run.err()).startsWith("new.csv:2: column ");
      assertThat(folder.resolve("out")).doesNotExist();
    }
    Path rows = Files.writeString(folder.resolve("new.csv"), "y\n1\n");
    String[] typed = ("--covariate y --strata half --at 5 --predict " + rows).split(" ", -1);
    assertThat(table(TEN, typed).err().strip())
        .isEqualTo("new.csv:1: column half: is missing from the header; it is required");
  }

  @Test
  void takesSplinesAndANamedReference() throws IOException {
    String[] typed =
        ("--covariate z:spline3 half:factor=B --r " + folder.resolve("r")).split(" ", -1);
    assertThat(table(TEN, typed).code()).isZero();
    assertThat(file("coefficients.csv", "term")).containsOnlyKeys("z[1]", "z[2]", "half[A]");
    assertThat(folder.resolve("r/cox.R"))
        .content()
        .contains("\nkinds <- c(\"spline\", \"factor\")\nknots <- c(3, 0)\n");
  }

  /** A row that only the table as a whole tells to be wrong takes its covariates with it. */
  @Test
  void leavesARowOutWithItsCovariates() throws IOException {
    String before = "day,event,s,x,g\n1,1,0,2,A\n2,0,0,1,B\n0.3,1,0,3,B\n";
    String after = "4,0,1,1,A\n5,1,0,4,A\n6,0,0,2,B\n";
    String[] typed = "--entry s --covariate x g:factor --skip-bad-rows".split(" ", -1);
    table(before + after, typed);
    List<String> right = lines("coefficients.csv");
    List<String> residuals = lines("residuals.csv");
    Run run = table(before + "0.30000000000000004,1,0.3,70,B\n" + after, typed);
    assertThat(run.err()).contains("hips.csv:5: column s: ", "1 row was left out");
    assertThat(lines("coefficients.csv")).isEqualTo(right);
    assertThat(lines("residuals.csv")).isEqualTo(residuals).hasSize(7);
  }
}
