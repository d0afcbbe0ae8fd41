package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.cli.Run;
import io.github.avnfh.examples.cli.RunOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However rows are read and held, the files are the same. */
class LongTableTest {
  private static final String HEADER = "t,e,g,s,w\n";
  private static final List<String> STAGES = List.of("0", "I", "II", "III", "IV");
  private static final List<String> FILES =
      List.of("curve.csv", "quantile.csv", "at.csv", "rmst.csv", "test.csv", "figure.svg");

  @TempDir
  private Path folder;

  private static List<String> rows() {
    SplittableRandom random = new SplittableRandom(11);
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < 400; row++) {
      rows.add(random.nextInt(300) + "," + random.nextInt(2) + ","
          + STAGES.get(random.nextInt(STAGES.size())) + "," + "ab".charAt(random.nextInt(2))
          + ",1\n");
    }
    return rows;
  }

  private Run run(String table, String out, String... more) throws IOException {
    Path input = Files.writeString(folder.resolve("hips.csv"), table);
    List<String> typed = new ArrayList<>(List.of("survival", "--input", input.toString()));
    typed.addAll(List.of("--time", "t", "--event", "e", "--group", "g", "--strata", "s"));
    typed.addAll(List.of("--at", "100,250", "--rmst", "200", "--test", "logrank", "gehan"));
    typed.addAll(List.of(more));
    typed.addAll(List.of("--out", folder.resolve(out).toString()));
    return Run.of(typed.toArray(String[]::new));
  }

  private void written(String table, String out, String... more) throws IOException {
    Run run = run(table, out, more);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  private void assertSame(String actual, String expected) throws IOException {
    for (String file : FILES) {
      assertThat(Files.readString(folder.resolve(actual).resolve(file)))
          .as(file)
          .isEqualTo(Files.readString(folder.resolve(expected).resolve(file)))
          .isNotEmpty();
    }
  }

  @Test
  void countsHipsToTheSameFilesAsHoldingThem() throws IOException {
    String table = HEADER + String.join("", rows());
    written(table, "counted");
    written(table, "held", "--weight", "w");
    assertSame("counted", "held");
    assertThat(Files.readAllLines(folder.resolve("counted/curve.csv"))).hasSizeGreaterThan(300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"17.25", "9000000"})
  void goesOnWithRowsWhereCountsDoNotDo(String time) throws IOException {
    List<String> rows = rows();
    rows.add(300, time + ",1,III,a,1\n");
    written(HEADER + String.join("", rows), "halfway");
    Collections.reverse(rows);
    Collections.rotate(rows, 1);
    written(HEADER + time + ",0,III,b,1\n" + String.join("", rows), "other");
    rows.add(0, time + ",0,III,b,1\n");
    Collections.rotate(rows, 200);
    written(HEADER + String.join("", rows), "again");
    assertSame("again", "other");
    assertThat(Files.readString(folder.resolve("halfway/curve.csv")))
        .contains("\nIII," + time + ",");
  }

  @Test
  void readsCellsHoweverTheyAreWritten() throws IOException {
    written(HEADER + "5,1,I,a,1\n212,0,II,b,1\n7,1,II,a,1\n300,1,I,b,1\n0,0,I,b,1\n", "plain");
    written(
        HEADER
            + " 5 ,01,\"I\",a,1\n+212,0.0, II,b,1\r\n7.00,1,II,a ,1\n3e2,1,I,b,1\n-0,0,I,\"b\",1\n",
        "odd");
    assertSame("odd", "plain");
  }

  @Test
  void reportsWhatIsWrongBetweenPlainRows() throws IOException {
    Run run = run(HEADER + "5,1,I,a,1\n-6,1,I,a,1\n7,2,I,a,1\n8,1,,a,1\n9,0,I,b,1\n", "out");
    assertThat(run.code()).isEqualTo(RunOutcome.PROBLEMS);
    assertThat(run.err().lines())
        .containsExactly(
            "hips.csv:3: column t: time [unit of the table] must be finite and 0.0 or more, but was"
                + " -6.0",
            "hips.csv:4: column e: '2' is neither an event code nor a censor code; one of 1 (event) and"
                + " 0 (censored) was expected, or another one named by --event-code or --censor-code",
            "hips.csv:5: column g: is empty; a value was expected");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void leavesNoGroupBehindWhereItsOnlyRowIsLeftOut() throws IOException {
    Run run = run(HEADER + "5,9,X,a,1\n6,1,Y,a,1\n", "out", "--skip-bad-rows");
    assertThat(run.code()).isZero();
    assertThat(Files.readAllLines(folder.resolve("out/curve.csv")))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("Y,6,");
  }
}
