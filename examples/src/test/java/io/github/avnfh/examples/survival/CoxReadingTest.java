package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the tables of the cox command are read: strata, entries, references, rows to predict for. */
class CoxReadingTest {
  private final Path folder;
  private final CoxRuns runs;

  CoxReadingTest(@TempDir Path folder) {
    this.folder = folder;
    runs = new CoxRuns(folder);
  }

  /** Nobody has had the event by the start; later those do best whose stratum has no event yet. */
  @Test
  void predictsWithinStrataAndFromTheStart() throws IOException {
    Path rows = Files.writeString(folder.resolve("new.csv"), "y,half\n1,B\n0,A\n");
    String[] typed = ("--covariate y --strata half --at 0,5.5 --predict " + rows).split(" ", -1);
    Run run = runs.table(CoxRuns.TEN, typed);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(runs.lines("prediction.csv"))
        .extracting(line -> String.join(",", List.of(line.split(",", -1)).subList(0, 2)))
        .containsExactly("row,time", "1,0", "1,5.5", "2,0", "2,5.5");
    Map<String, Map<String, String>> predicted = runs.file("prediction.csv", "row", "time");
    assertThat(CoxRuns.cell(predicted, "1 0", "survival")).isEqualTo("1");
    assertThat(CoxRuns.cell(predicted, "1 5.5", "survival")).isEqualTo("1");
    assertThat(Double.parseDouble(CoxRuns.cell(predicted, "2 5.5", "survival"))).isLessThan(0.3);
  }

  @Test
  void refusesAPredictionOfNoRowOrOfNoStratum() throws IOException {
    for (String table : List.of("y,half\n", "y,half\n1,\n", "y,half\n1,\u200B\n")) {
      Path rows = Files.writeString(folder.resolve("new.csv"), table);
      String[] typed = ("--covariate y --strata half --at 5 --predict " + rows).split(" ", -1);
      Run run = runs.table(CoxRuns.TEN, typed);
      assertThat(run.code()).isEqualTo(3);
      assertThat(run.err()).startsWith("new.csv:2: column ");
      assertThat(folder.resolve("out")).doesNotExist();
    }
    Path rows = Files.writeString(folder.resolve("new.csv"), "y\n1\n");
    String[] typed = ("--covariate y --strata half --at 5 --predict " + rows).split(" ", -1);
    assertThat(runs.table(CoxRuns.TEN, typed).err().strip())
        .isEqualTo("new.csv:1: column half: is missing from the header; it is required");
  }

  @Test
  void takesSplinesAndANamedReference() throws IOException {
    String[] typed =
        ("--covariate z:spline3 half:factor=B --r " + folder.resolve("r")).split(" ", -1);
    assertThat(runs.table(CoxRuns.TEN, typed).code()).isZero();
    assertThat(runs.file("coefficients.csv", "term")).containsOnlyKeys("z[1]", "z[2]", "half[A]");
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
    runs.table(before + after, typed);
    List<String> right = runs.lines("coefficients.csv");
    List<String> residuals = runs.lines("residuals.csv");
    Run run = runs.table(before + "0.30000000000000004,1,0.3,70,B\n" + after, typed);
    assertThat(run.err()).contains("hips.csv:5: column s: ", "1 row was left out");
    assertThat(runs.lines("coefficients.csv")).isEqualTo(right);
    assertThat(runs.lines("residuals.csv")).isEqualTo(residuals).hasSize(7);
  }
}
