package io.github.avnfh.examples.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.cli.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarrisCommandTest {
  private static final String HEADER =
      "patient_id,side,visit,pain,limp,support,distance,stairs,shoes_socks,sitting,transport,"
          + "fixed_flexion_deg,fixed_adduction_deg,fixed_internal_rotation_deg,"
          + "leg_length_difference_cm,flexion_deg,abduction_deg,adduction_deg,"
          + "external_rotation_deg,internal_rotation_deg";

  private static final String GOOD =
      "P01,L,M12,slight,slight,none,unlimited,railing,ease,any_chair_1h,able,0,0,0,0.5,110,20,15,"
          + "15,0";

  private static final String SCORES =
      "patient_id,side,visit,pain_points,function_points,deformity_points,rom_points,total,grade,"
          + "rom_method,missing";

  @TempDir
  Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("items.csv");
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("score", "harris"));
    all.addAll(Arrays.asList(arguments));
    Run run = Run.of(all.toArray(String[]::new));
    out.append(run.out());
    err.append(run.err());
    return run.code();
  }

  private int score(String text, String... options) throws IOException {
    Files.writeString(file, text);
    List<String> all = new ArrayList<>(List.of("--input", file.toString()));
    all.addAll(Arrays.asList(options));
    return run(all.toArray(String[]::new));
  }

  private static String table(String... rows) {
    return HEADER + "\n" + String.join("\n", rows) + "\n";
  }

  private static String good(String column, String cell) {
    String[] cells = GOOD.split(",", -1);
    cells[List.of(HEADER.split(",", -1)).indexOf(column)] = cell;
    return String.join(",", cells);
  }

  @Test
  void scoresByTheIndexOf1969() throws IOException {
    assertThat(score(table(GOOD), "--rom", "index")).isZero();
    assertThat(out).hasToString(SCORES + "\nP01,L,M12,40,42,4,5,91,excellent,index,\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void scoresByTheTotalArcAndSaysWhatItCountedAtTheMaximum() throws IOException {
    String beyond = good("flexion_deg", "145").replace("P01", "P02");
    assertThat(score(table(GOOD, beyond), "--rom", "arc")).isZero();
    assertThat(out)
        .hasToString(SCORES + ",notes\n"
            + "P01,L,M12,40,42,4,3,89,good,arc,,\n"
            + "P02,L,M12,40,42,4,4,90,excellent,arc,,flexion [degrees] 145.0 is counted as 140.0"
            + "\n");
  }

  @Test
  void writesNumbersAtFullPrecision() throws IOException {
    assertThat(score(table(good("flexion_deg", "61.25")), "--rom", "index")).isZero();
    assertThat(out.toString()).contains(",3.8625,89.8625,good,");
  }

  @Test
  void leavesTheTotalEmptyAndNamesWhatIsMissing() throws IOException {
    String row = GOOD.replace(",railing,", ",,").replace(",0.5,", ",,").replace(",110,", ",,");
    assertThat(score(table(row), "--rom", "index")).isZero();
    assertThat(out)
        .hasToString(SCORES + "\nP01,L,M12,40,,,,,,index,"
            + "stairs;leg_length_difference_cm;flexion_deg\n");
  }

  @Test
  void writesToAFile() throws IOException {
    Path scores = folder.resolve("deep/scores.csv");
    assertThat(score(table(GOOD), "--rom", "arc", "--out", scores.toString())).isZero();
    assertThat(scores).content().startsWith(SCORES + ",notes\nP01,");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void readsColumnsInAnyOrderSemicolonsAByteOrderMarkAndADecimalComma() throws IOException {
    String[] names = HEADER.split(",", -1);
    String[] cells = good("leg_length_difference_cm", "0#5").split(",", -1);
    StringBuilder header = new StringBuilder("note");
    StringBuilder row = new StringBuilder("free text");
    for (int i = names.length - 1; i >= 0; i--) {
      header.append(';').append(names[i]);
      row.append(';').append(cells[i].replace('#', ','));
    }
    String text = "\uFEFF" + header + "\r\n" + row;
    assertThat(score(text, "--rom", "index", "--decimal-comma")).isZero();
    assertThat(out.toString()).contains("P01,L,M12,40,42,4,5,91,excellent,index,");
  }

  @Test
  void readsStandardInput() {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(table(GOOD).getBytes(StandardCharsets.UTF_8)));
      assertThat(run("--input", "-", "--rom", "index")).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(out.toString()).contains(",91,excellent,");
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "flexion_deg|161|flexion [degrees] must lie in 0.0..160.0, but was 161.0",
        "abduction_deg|91|abduction [degrees] must lie in 0.0..90.0, but was 91.0",
        "adduction_deg|-1|adduction [degrees] must lie in 0.0..90.0, but was -1.0",
        "external_rotation_deg|90.5|external rotation [degrees] must lie in 0.0..90.0, but was 90.5",
        "internal_rotation_deg|9999|internal rotation [degrees] must lie in 0.0..90.0, but was 9999.0",
        "fixed_flexion_deg|-5|fixed flexion contracture [degrees] must lie in 0.0..90.0, but was -5.0",
        "leg_length_difference_cm|32|leg length difference [cm] must lie in 0.0..30.0, but was 32.0",
        "pain|44|'44' is a number; an answer in words was expected, or --points for answers given as points",
        "pain|ok|'ok' is not a level of pain; one of none, slight, mild, moderate, marked, disabled was expected",
        "side|X|'X' is not a side of the body; one of L, R was expected",
        "visit||is empty; a value was expected",
        "patient_id||is empty; a value was expected"
      })
  void refusesACellByItsPlaceAndSaysWhatIsAllowed(String column, String cell, String message)
      throws IOException {
    String row = good(column, cell == null ? "" : cell);
    assertThat(score(table(GOOD.replace("M12", "BL"), row), "--rom", "arc")).isEqualTo(3);
    assertThat(err.toString().strip()).isEqualTo("items.csv:3: column " + column + ": " + message);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "1e999", "٩٠", "90,0", "ninety", "0x5A"})
  void refusesWhatIsNoNumberOfDegrees(String cell) throws IOException {
    String row = good("flexion_deg", cell.contains(",") ? "\"" + cell + "\"" : cell);
    assertThat(score(table(row), "--rom", "index")).isEqualTo(3);
    assertThat(err.toString()).startsWith("items.csv:2: column flexion_deg: ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void listsEveryProblemOfEveryRowAndWritesNothing() throws IOException {
    Path scores = folder.resolve("scores.csv");
    String bad = good("flexion_deg", "170").replace("slight,slight", "44,limping");
    assertThat(score(
            table(bad, GOOD, GOOD, good("side", "R"), "P09,L"),
            "--rom",
            "index",
            "--out",
            scores.toString()))
        .isEqualTo(3);
    assertThat(err.toString().lines().map(line -> line.replaceAll(": [^:]*$", "")))
        .containsExactly(
            "items.csv:2: column pain",
            "items.csv:2: column limp",
            "items.csv:2: column flexion_deg",
            "items.csv:3: column visit",
            "items.csv:4: column visit",
            "items.csv:6: column visit");
    assertThat(scores).doesNotExist();
  }

  @Test
  void skipsBadRowsIfAskedAndWritesTheReasons() throws IOException {
    Path scores = folder.resolve("scores.csv");
    String bad = good("flexion_deg", "170").replace("P01", "P02");
    assertThat(score(
            table(GOOD, bad), "--rom", "index", "--skip-bad-rows", "--out", scores.toString()))
        .isZero();
    assertThat(scores).content().isEqualTo(SCORES + "\nP01,L,M12,40,42,4,5,91,excellent,index,\n");
    assertThat(folder.resolve("rejected.csv"))
        .content()
        .isEqualTo(
            "file,line,column,reason\nitems.csv,3,flexion_deg,\"flexion [degrees] must lie in"
                + " 0.0..160.0, but was 170.0\"\n");
    assertThat(err.toString()).contains("1 row was left out; rejected.csv gives the reasons");
  }

  @Test
  void refusesATableWithoutAColumnWithoutRowsOrThatIsNotThere() throws IOException {
    String fewer = HEADER.replace("limp,", "") + "\n" + GOOD.replace("slight,slight", "slight");
    assertThat(score(fewer, "--rom", "index")).isEqualTo(3);
    assertThat(err.toString().strip())
        .isEqualTo("items.csv:1: column limp: is missing from the header; it is required");
    assertThat(score(HEADER + "\n", "--rom", "index")).isEqualTo(3);
    assertThat(score("", "--rom", "index")).isEqualTo(3);
    assertThat(run("--input", folder.resolve("no.csv").toString(), "--rom", "index"))
        .isEqualTo(3);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void refusesAnUnknownColumnIfStrict() throws IOException {
    String text = HEADER + ",note\n" + GOOD + ",x\n";
    assertThat(score(text, "--rom", "index")).isZero();
    assertThat(score(text, "--rom", "index", "--strict")).isEqualTo(3);
    assertThat(err.toString().strip())
        .isEqualTo("items.csv:1: column note: is unknown; only known columns are allowed in strict"
            + " reading");
  }

  @Test
  void asksForTheMethodAndForAnInstrument() throws IOException {
    assertThat(score(table(GOOD))).isEqualTo(2);
    assertThat(err.toString()).contains("Missing required option: '--rom=index|arc'");
    assertThat(score(table(GOOD), "--rom", "wide")).isEqualTo(2);
    assertThat(err.toString()).contains("one of index, arc was expected, but was 'wide'");
    assertThat(run()).isEqualTo(2);
    assertThat(Run.of("score").code()).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void neverPrintsAPatientOnStandardError() throws IOException {
    String row = good("patient_id", "Jane Doe").replace("M12", "").replace("slight", "Jane Doe");
    assertThat(score(table(row), "--rom", "arc")).isEqualTo(3);
    assertThat(err.toString()).doesNotContain("Jane").contains("a text of 8 characters");
  }

  @Test
  void helpListsTheColumnsAndTheTemplateFillsThem() throws IOException {
    assertThat(Run.of("score", "harris", "--help").out())
        .contains("  side: L or R\n", "  distance: unlimited, six_blocks, two_three_blocks,")
        .contains("  transport: able, unable\n", "  leg_length_difference_cm: a number\n");
    assertThat(run("--rom", "index", "--template")).isZero();
    String template = out.toString();
    assertThat(template).startsWith(HEADER + "\nP1,L,BL,moderate,");
    out.getBuffer().setLength(0);
    assertThat(score(template, "--rom", "index")).isZero();
    assertThat(out.toString().lines()).hasSize(3);
  }
}
