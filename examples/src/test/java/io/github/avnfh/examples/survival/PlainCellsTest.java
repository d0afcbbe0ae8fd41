package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows whose cells are written plainly are read by their characters, others as texts. A weight of
 * {@code 1e0} or an event of {@code 1.0} makes a row one of the others; what the command says and
 * writes must be the same.
 */
class PlainCellsTest {
  private static final String COLUMNS = "time,event,entry,weight,group,stratum,patient\n";
  private static final List<String> LABELS = List.of(
      "I", " I", "I ", " I ", "#N/A", "#1", "1#", "I\u00a0", "\u00e9", "e\u0301", "\u200bI", "~",
      "!", "a b", "\u007f", "", " ", "\u00a0", "\u200b");
  private static final List<String> NUMBERS = List.of(
      "12",
      "1.5",
      "007",
      ".5",
      "5.",
      "1e1",
      "+3",
      "-1",
      "0",
      "\"1,5\"",
      "",
      "12 ",
      " 12",
      "\u0661",
      "123456789012345",
      "1234567890123456",
      "1.234567890123456789",
      "0.1234567890123456789",
      "99999999999999999999",
      "18446744073709551617",
      "1..2",
      "1.2.3",
      "1:2",
      "1/2",
      "NaN");

  private static final Map<String, List<String>> CELLS = new TreeMap<>(Map.of(
      "time", NUMBERS,
      "entry", List.of("30", "31", "29.9", ".5", "1e1"),
      "event", List.of("12", "007", "1 ", "01", "2", ""),
      "group", LABELS,
      "stratum", List.of("a", " I", "#N/A"),
      "patient", List.of("2", "3 ", "#N/A")));

  @TempDir
  private Path folder;

  static Stream<Arguments> cells() {
    return CELLS.entrySet().stream()
        .flatMap(
            column -> column.getValue().stream().map(cell -> Arguments.of(column.getKey(), cell)));
  }

  /** The last of four rows holds the cell; where rows are not plain, it is by another cell. */
  private static String table(String column, String cell, boolean arePlain) {
    Map<String, String> row = new TreeMap<>(Map.of(
        "time", "30", "event", "1E", "entry", "0.5", "weight", "W", "group", "I", "stratum", "a",
        "patient", "3"));
    row.put(column, cell);
    String rows = "12,1E,0,W,I,a,1\n24,0E,0,W,II,a,1\n18.5,1E,3,W,I,b,2\n"
        + Stream.of(COLUMNS.strip().split(",", -1)).map(row::get).collect(Collectors.joining(","))
        + "\n";
    return COLUMNS + rows.replace("W", arePlain ? "1" : "1e0").replace("E", arePlain ? "" : ".0");
  }

  /** The options that name a column, without others whose cells would have to be plain as well. */
  private static String options(String column) {
    return switch (column) {
      case "entry" -> "--entry entry";
      case "group" -> "--group group";
      case "stratum" -> "--strata stratum";
      case "patient" -> "--cluster patient";
      case "time" -> "--level 0.9";
      default ->
        "--weight weight --entry entry --group group --strata stratum --cluster patient --pairwise holm";
    };
  }

  /** What is said, and what is written, by the names of the files. */
  private Map<String, String> said(String table, String column) throws IOException {
    SurvivalRuns runs = new SurvivalRuns(Files.createTempDirectory(folder, "run"));
    Run run = runs.table(
        table, ("--event-code 1 12 --censor-code 0 007 " + options(column)).split(" ", -1));
    Map<String, String> said = new TreeMap<>();
    String place = runs.folder().toString();
    said.put("code", String.valueOf(run.code()));
    said.put("out", run.out().replace(place, ""));
    said.put("err", run.err().replace(place, ""));
    if (Files.exists(runs.out())) {
      try (Stream<Path> files = Files.list(runs.out())) {
        for (Path file : files.toList()) {
          said.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return said;
  }

  @ParameterizedTest
  @MethodSource("cells")
  void areReadAsTextsAre(String column, String cell) throws IOException {
    assertThat(said(table(column, cell, true), column))
        .isEqualTo(said(table(column, cell, false), column));
  }

  @Test
  void sayWhatIsWrittenOnce() throws IOException {
    assertThat(said(table("time", "30", true), "event")).containsKeys("curve.csv", "pairwise.csv");
  }
}
