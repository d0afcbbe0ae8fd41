package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.cli.Run;
import io.github.avnfh.examples.cli.RunOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the table of follow-up is read: its forms, its codes and labels, and what ends a run. */
class FollowUpReadingTest {
  @TempDir
  Path folder;

  private SurvivalRuns runs;

  @BeforeEach
  void openFolder() {
    runs = new SurvivalRuns(folder);
  }

  private List<List<Optional<String>>> curve(String... columns) {
    return SurvivalRuns.rows(runs.out().resolve("curve.csv"), List.of(columns));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time,event\n12,1\n24,0\n",
        "sep=;\ntime;event\n12;1\n24;0\n",
        "time\tevent\n12\t1\n24\t0\n",
        "time,event,\n12,1,\n24,0,\n,,\n",
        "time,event\n12,1.0\n24,0.0\n",
        "time,event\n12,+1\n24,-0\n",
        "time,event,remark\n12,1,\"a\nb\"\n24,0,\n",
      })
  void readsWhatSpreadsheetsWrite(String table) throws IOException {
    Run run = runs.table(table);
    assertThat(run.err()).isEmpty();
    assertThat(curve("time", "events"))
        .containsExactly(
            List.of(Optional.of("12"), Optional.of("1")),
            List.of(Optional.of("24"), Optional.of("0")));
  }

  @Test
  void readsOneDecimalSignOnly() throws IOException {
    assertThat(runs.table("time;event\n12,5;1\n24,25;0,0\n", "--decimal-comma").code())
        .isZero();
    assertThat(curve("time"))
        .containsExactly(List.of(Optional.of("12.5")), List.of(Optional.of("24.25")));
    Run run = runs.table("time;event\n12.500;1\n24;1.000\n30;1\n", "--decimal-comma");
    assertThat(run.err().lines())
        .containsExactly(
            "hips.csv:2: column time: '12.500' is not a number; digits 0 to 9 with ','"
                + " as decimal sign were expected, or nothing where it is missing",
            "hips.csv:3: column event: a text of 5 characters is neither an event code nor a censor"
                + " code; one of 1 (event) and 0 (censored) was expected, or another one named by"
                + " --event-code or --censor-code");
  }

  private static final String NEAR =
      "entry,time,event\n0,0.3,1\n0.3,0.30000000000000004,1\n0.1,0.5,0\n";

  @Test
  void refusesAnEntryThatLiesBeforeTheTimeByRoundingOnly() throws IOException {
    Run run = runs.table(NEAR, "--entry", "entry");
    assertThat(run.code()).isEqualTo(RunOutcome.PROBLEMS);
    assertThat(run.err())
        .startsWith(
            "hips.csv:3: column entry: entry [unit of the table] must lie before the time by"
                + " more than rounding, but was 0.3 before 0.30000000000000004");
    assertThat(runs.out()).doesNotExist();
  }

  @Test
  void leavesSuchARowOutWhereThatIsAsked() throws IOException {
    Run run = runs.table(NEAR, "--entry", "entry", "--skip-bad-rows");
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("1 row was left out");
    assertThat(curve("time", "at_risk"))
        .containsExactly(
            List.of(Optional.of("0.3"), Optional.of("2")),
            List.of(Optional.of("0.5"), Optional.of("1")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "2,'2'",
        "TRUE,'TRUE'",
        "Yes,'Yes'",
        "1.5,'1.5'",
        "Miller,a text of 6 characters",
        "20190412,a text of 8 characters"
      })
  void tellsAnEventCodeThatIsNotKnown(String code, String shown) throws IOException {
    Run run = runs.table("time,event\n12,1\n24," + code + "\n");
    assertThat(run.err().lines())
        .containsExactly("hips.csv:3: column event: " + shown + " is neither an event code nor a"
            + " censor code; one of 1 (event) and 0 (censored) was expected, or another one named"
            + " by --event-code or --censor-code");
  }

  @ParameterizedTest
  @CsvSource({
    "'1,1\n2,0\n3,1\n1000000000000,1\n',2 distinct times differed",
    "'1e-9,1\n2e-9,1\n3e-9,0\n4e-9,1\n',3 distinct times differed",
    "'0.3,1\n0.30000000000000004,1\n0.5,0\n',1 distinct time differed",
  })
  void tellsHowManyTimesTheTieRuleMerged(String rows, String told) throws IOException {
    Run run = runs.table("time,event\n" + rows);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains(told + " from a smaller one by rounding only");
  }

  @Test
  void takesLabelsThatLookAlikeForOneAndSaysSo() throws IOException {
    Run run = runs.table("""
        time,event,g
        3,1,A
        4,0,"A "
        5,1,\u00A0A
        10,1,\u00A0A
        6,1,A\u200B
        7,1,a
        8,1,A\u0301
        9,0,\u00C1
        """, "--group", "g");
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .isEqualToNormalizingNewlines("column g: 2 labels are written in several ways that look"
            + " alike (blanks that do not show, or accents composed in two ways); each is one"
            + " label\n");
    assertThat(curve("group").stream().distinct())
        .containsExactly(
            List.of(Optional.of("A")), List.of(Optional.of("a")), List.of(Optional.of("\u00C1")));
  }

  @Test
  void takesPatientsWhoseIdentifiersLookAlikeForOneCluster() throws IOException {
    Run run = runs.table("time,event,p\n3,1,A\n5,1,A\u00A0\n6,0,B\n7,1,C\n", "--cluster", "p");
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains("column p: 1 label is written in several ways")
        .doesNotContain("A\u00A0");
  }

  @Test
  void saysNothingOfPlainLabels() throws IOException {
    assertThat(runs.table("time,event,g\n3,1,A\n4,0,\"A \"\n5,1,\u00C1\n", "--group", "g")
            .err())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "time\n1\n",
        "time,event,event\n1,1,1\n",
        "time,event\n1,1\n2,\"1\n3,1\n4,1\n",
        "time,event\n1,1\n2,\"1\n3,1\n4,1\"\n5,0\n",
        "time,event\n",
      })
  void skipsNoWholeFile(String table) throws IOException {
    Run run = runs.table(table, "--skip-bad-rows");
    assertThat(run.code()).isEqualTo(RunOutcome.PROBLEMS);
    assertThat(run.err()).contains("hips.csv:");
    assertThat(runs.out()).doesNotExist();
  }

  @Test
  void skipsNoFileThatIsNotThere() {
    Run run =
        runs.survival(folder.resolve("no.csv"), "--time", "t", "--event", "e", "--skip-bad-rows");
    assertThat(run.code()).isEqualTo(RunOutcome.PROBLEMS);
    assertThat(run.err()).contains("no.csv:1: column t: the file is not there");
  }

  @Test
  void writesNoReportOfACohortThatLacksAFile() throws IOException {
    Path cohort = Files.createDirectories(folder.resolve("cohort"));
    Files.writeString(cohort.resolve("patients.csv"), "patient_id,sex,age_years\nA,F,41\n");
    Run run = Run.of(
        "report", "--cohort", cohort.toString(), "--out", runs.out().toString(), "--skip-bad-rows");
    assertThat(run.code()).isEqualTo(RunOutcome.PROBLEMS);
    assertThat(run.err()).contains("hips.csv:1: column patient_id: the file is not there");
    assertThat(runs.out()).doesNotExist();
  }

  @Test
  void scoresAnswersThatAreGivenAsPoints() throws IOException {
    Path items = folder.resolve("items.csv");
    Files.writeString(items, """
        patient_id,side,visit,pain,limp,support,distance,stairs,shoes_socks,sitting,transport,fixed_flexion_deg,fixed_adduction_deg,fixed_internal_rotation_deg,leg_length_difference_cm,flexion_deg,abduction_deg,adduction_deg,external_rotation_deg,internal_rotation_deg
        1,L,BL,44,11,11,11,4,4,5,1,0,0,0,0,110,20,15,15,0
        2,L,BL,30,8,7,8,2,2,3,0,0,0,0,0,110,20,15,15,0
        """, StandardCharsets.UTF_8);
    Run run = Run.of("score", "harris", "--points", "--rom", "index", "--input", items.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()
            .lines()
            .skip(1)
            .map(line -> line.split(",", -1))
            .map(cells -> cells[3] + " " + cells[4]))
        .containsExactly("44 47", "30 30");
    Run words = Run.of("score", "harris", "--rom", "index", "--input", items.toString());
    assertThat(words.err())
        .contains("items.csv:2: column pain: '44' is a number; an answer in words"
            + " was expected, or --points for answers given as points");
    Files.writeString(items, Files.readString(items).replace("BL,44", "BL,43"));
    assertThat(Run.of("score", "harris", "--points", "--rom", "index", "--input", items.toString())
            .err())
        .startsWith(
            "items.csv:2: column pain: the cell is not the points of an answer; one of 44, 40,"
                + " 30, 20, 10, 0 was expected");
  }

  private static final String[] OPTIONS =
      "--entry entry --weight weight --group group --strata stratum --cluster patient"
          .split(" ", -1);

  /**
   * What a follow-up refuses of its rows is reported with the line of the file, and the row can be
   * left out: here line 3 of a table in whole days and of one in tenths.
   */
  @ParameterizedTest
  @CsvSource({
    "time, -3",
    "time, 1e309",
    "time, -0.5",
    "event, 2",
    "entry, -1",
    "entry, 7",
    "entry, 7.000000000000001",
    "entry, 1e308",
    "weight, 0",
    "weight, -1",
    "weight, 1e309",
    "weight, 1.7e308",
    "group, ''",
    "stratum, ''",
    "patient, ''",
  })
  void tellsTheLineOfWhatAFollowUpRefuses(String column, String cell) throws IOException {
    List<String> columns =
        List.of("time", "event", "entry", "weight", "group", "stratum", "patient");
    for (String first : List.of("5", "5.5")) {
      List<String> bad = new ArrayList<>(List.of("7", "1", "1", "1", "A", "a", "P2"));
      bad.set(columns.indexOf(column), cell);
      String table = String.join(",", columns) + "\n" + first + ",1,0,1e308,A,a,P1\n"
          + String.join(",", bad) + "\n8,0,0,1,B,a,P3\n9,1,0,1,B,b,P4\n";
      Run run = runs.table(table, OPTIONS);
      assertThat(run.code()).as(run.err()).isEqualTo(RunOutcome.PROBLEMS);
      assertThat(run.err().lines())
          .hasSize(1)
          .allMatch(line -> line.startsWith("hips.csv:3: column " + column + ": "));
      String[] skipping = Arrays.copyOf(OPTIONS, OPTIONS.length + 1);
      skipping[OPTIONS.length] = "--skip-bad-rows";
      Run rest = runs.table(table, skipping);
      assertThat(rest.code()).as(rest.err()).isZero();
      assertThat(rest.err()).contains("1 row was left out");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE"})
  void readsUnicodeTextOfASpreadsheet(String charset) throws IOException {
    Path table = runs.out().resolveSibling("unicode.txt");
    Files.write(table, "\uFEFFtime\tevent\n5\t1\n8\t0\n".getBytes(charset));
    Run run = runs.survival(table, "--time", "time", "--event", "event");
    assertThat(run.err()).isEmpty();
    assertThat(curve("time", "at_risk"))
        .containsExactly(
            List.of(Optional.of("5"), Optional.of("2")),
            List.of(Optional.of("8"), Optional.of("1")));
  }

  /** One way of writing is no other, however odd it looks. */
  @Test
  void saysNothingOfALabelThatIsAlwaysWrittenAlike() throws IOException {
    Run run = runs.table("time,event,g\n3,1,A\u200B\n4,0,A\u200B\n5,1,B\n", "--group", "g");
    assertThat(run.err()).isEmpty();
    assertThat(curve("group").stream().distinct()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "',1,1,1', column time: is empty; a value was expected",
    "'5x,1,1,1', column time: a text of 2 characters is not a number",
    "'1.5.2,1,1,1', column time: a text of 5 characters is not a number",
    "'5,1,,1', column entry: is empty; a value was expected",
    "'5,1,1,', column weight: is empty; a value was expected",
    "'5,1,5,1', 'column entry: entry [unit of the table] must lie before the time 5.0, but was 5.0'",
    "'0,1,0,1', 'column entry: entry [unit of the table] must lie before the time 0.0, but was 0.0'",
  })
  void refusesACellThatIsNoNumberOfItsKind(String row, String problem) throws IOException {
    Run run = runs.table(
        "time,event,entry,weight\n9,1,0,1\n" + row + "\n",
        "--entry",
        "entry",
        "--weight",
        "weight");
    assertThat(run.code()).isEqualTo(RunOutcome.PROBLEMS);
    assertThat(run.err()).startsWith("hips.csv:3: " + problem);
  }

  @Test
  void refusesAWeightBeyondAnySumByItsLine() throws IOException {
    Run run = runs.table("time,event,w\n1,1,1e308\n2,0,1.7e308\n3,0,1\n", "--weight", "w");
    assertThat(run.code()).isEqualTo(RunOutcome.PROBLEMS);
    assertThat(run.err().lines())
        .containsExactly("hips.csv:3: column w: weight [rows] must leave the sum of all weights"
            + " finite, but was 1.7E308 after a sum of 1.0E308");
  }

  /** As many are at risk at the first time as there are rows, whatever their number. */
  @ParameterizedTest
  @ValueSource(ints = {15, 16, 17, 32, 33})
  void countsEveryRow(int rows) throws IOException {
    String table = IntStream.rangeClosed(1, rows)
        .mapToObj(row -> row + ",1,0,1,p" + row + "\n")
        .collect(Collectors.joining("", "time,event,entry,weight,p\n", ""));
    runs.table(table, "--entry", "entry", "--weight", "weight", "--cluster", "p");
    assertThat(curve("at_risk").get(0)).containsExactly(Optional.of(Integer.toString(rows)));
    assertThat(curve("at_risk")).hasSize(rows);
  }

  /** Java gives the first four the same hash; each group has its two hips, however read. */
  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void keepsGroupsApart(String before) throws IOException {
    List<String> groups = List.of(
        "AaAa", "BBBB", "AaBB", "BBAa", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");
    String rows =
        groups.stream().map(group -> "5,1," + before + group + "\n").collect(Collectors.joining());
    Run run = runs.table("time,event,g\n" + rows + rows, "--group", "g");
    assertThat(run.code()).isZero();
    assertThat(curve("group", "at_risk"))
        .containsExactlyElementsOf(groups.stream()
            .map(group -> List.of(Optional.of(group), Optional.of("2")))
            .toList());
  }
}
