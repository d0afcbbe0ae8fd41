package io.github.avnfh.examples.longitudinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.examples.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the longitudinal command reads, refuses and says of small tables. */
class LongitudinalReadingTest {
  /** Five hips of four patients; every score is there. */
  private static final String WHOLE = """
      hip,patient,month,hhs
      a,1,0,50
      a,1,6,62
      b,1,0,54
      b,1,6,70
      c,2,0,60
      c,2,6,71
      d,3,0,45
      d,3,6,66
      e,4,0,58
      e,4,6,75
      """;

  private final Path folder;

  LongitudinalReadingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Run run(String table, String options) throws IOException {
    Path input = Files.writeString(folder.resolve("hips.csv"), table);
    List<String> typed = new ArrayList<>(List.of(
        "longitudinal",
        "--input",
        input.toString(),
        "--out",
        folder.resolve("out").toString()));
    typed.addAll(List.of("--subject", "hip", "--visit", "month", "--score", "hhs"));
    typed.addAll(List.of(options.split(" ", -1)));
    return Run.of(typed.toArray(String[]::new));
  }

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(folder.resolve("out").resolve(name));
  }

  /** The mean of five changes, 12, 16, 11, 21 and 17, by a model of hips that are all complete. */
  @Test
  void saysTheChangeWithItsTest() throws IOException {
    Run run = run(WHOLE, "--method random-intercept");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("Changes from the first visit (10 scores, 5 hips, 5 patients)\n")
        .containsPattern("\n6 - 0     15\\.40 \\(.* to .*\\)  4\\.0  0\\.001\n");
    String[] sure = WHOLE.replace(",6,", ",6,1").split("\n", -1);
    assertThat(run(String.join("\n", sure), "--method random-intercept").out())
        .containsPattern("\n6 - 0     115\\.40 \\(.*\\)  4\\.0  < 0\\.001\n");
  }

  /** 5 of 5 scores rise from 0.2 to 0.4, by two tenths or a little more or less. */
  @Test
  void saysRatiosWithALink() throws IOException {
    String table = "hip,month,hhs\na,0,0\na,6,1\nb,0,1\nb,6,1\nc,0,0\nc,6,0\nd,0,0\nd,6,1\n";
    Run run = run(table, "--method gee --link logit --df between --sandwich mancl-derouen");
    assertThat(run.code()).as(run.err()).isZero();
    // odds of 3 to 1 after odds of 1 to 3
    assertThat(run.out())
        .contains("Changes from the first visit, as odds ratio (8 scores,", "9.00 (");
    assertThat(run.err()).isEmpty();
    double ratio = Double.parseDouble(lines("ratios.csv").get(1).split(",", -1)[1]);
    assertThat(ratio).isCloseTo(9, within(1e-6));
    assertThat(lines("model.csv").get(1)).endsWith(",gee,between (mancl-derouen),false");
    assertThat(lines("variance.csv").get(2)).startsWith("correlation,");
    assertThat(run(table, "--method gee --link logit --working independence").code())
        .isZero();
    assertThat(lines("variance.csv")).hasSize(2);
  }

  @Test
  void takesTheTimeForASlope() throws IOException {
    assertThat(run(WHOLE, "--method compound-symmetric --time slope --ml").code())
        .isZero();
    List<String> terms = lines("coefficients.csv");
    assertThat(terms).hasSize(3);
    // 15.4 points in six months
    assertThat(Double.parseDouble(terms.get(2).split(",", -1)[1]))
        .isCloseTo(15.4 / 6, within(1e-6));
    assertThat(lines("model.csv").get(1)).contains("compound-symmetric, maximum likelihood");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a,0,1e309;identity;column hhs: a text of 5 characters is too large; a number of at most 308 digits was expected",
        "a,0,1.5;logit;column hhs: score of this link must lie in 0.0..1.0, but was 1.5",
        "a,0,-1;log;column hhs: score of this link must lie in 0.0..1.7976931348623157E308, but was -1.0",
        "a,,1;identity;column month: is empty; a value was expected",
        "\u200B,0,1;identity;column hip: holds no character that shows; a label was expected",
      })
  void refusesACellByItsPlace(String row, String link, String problem) throws IOException {
    Run run = run("hip,month,hhs\nb,0,1\n" + row + "\n", "--method gee --link " + link);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).startsWith("hips.csv:3: " + problem);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "'hip,month,hhs\n', hips.csv:2: column hip: no row follows the header; at least one was expected",
    "'hip,month\na,0\n', hips.csv:1: column hhs: is missing from the header; it is required",
    "'hip,month,hhs\na,0,x\n', hips.csv:2: column hhs: 'x' is not a number",
  })
  void refusesATableOfWhichNothingIsLeft(String table, String problem) throws IOException {
    Run run = run(table, "--method random-intercept --skip-bad-rows");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).startsWith(problem);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  /** One hip has both visits, too few for a model of complete hips. */
  @Test
  void saysWhatHasNoEstimate() throws IOException {
    String table = "hip,month,hhs\na,0,50\na,6,60\nb,0,52\nc,0,49\nd,6,64\ne,6,61\nf,0,50\n";
    Run run = run(table, "--method random-intercept");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("complete.csv is empty: the model cannot be fitted to the hips with every visit");
    assertThat(lines("complete.csv")).hasSize(1);
    String crossed = "hip,month,hhs\na,0,50\na,6,70\nb,0,60\nb,6,60\nc,0,70\nc,6,51\n";
    Run singular = run(crossed, "--method random-intercept");
    assertThat(singular.err())
        .contains("variance.csv: a variance is 0: the likelihood is largest without it");
    assertThat(lines("model.csv").get(1)).endsWith(",true");
  }

  @Test
  void prefersAnotherSandwichBelowFiftyPatients() throws IOException {
    StringBuilder table = new StringBuilder("hip,month,hhs\n");
    for (int hip = 1; hip <= 50; hip++) {
      table.append(hip).append(",0,").append(hip % 7).append('\n');
      table.append(hip).append(",6,").append(hip % 5 + 9).append('\n');
      if (hip == 49) {
        assertThat(run(table.toString(), "--method gee").err())
            .contains("contrasts.csv: the sandwich of 49 patients is rather too small;");
      }
    }
    assertThat(run(table.toString(), "--method gee").err()).isEmpty();
  }
}
