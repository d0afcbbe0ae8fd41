package io.github.avnfh.examples.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.cli.Run;
import io.github.avnfh.staging.StagingSystem;
import java.io.IOException;
import java.io.StringWriter;
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

class StageCommandTest {
  private static final String HEADER = "patient_id,side,visit,mri_lesion,radiograph_abnormal,"
      + "sclerosis_or_cysts,lesion_percent,crescent,crescent_percent,flattening,"
      + "collapsed_surface_percent,depression_mm,joint_space_narrowing,acetabular_changes,"
      + "joint_space_obliterated,necrotic_angle_coronal_deg,necrotic_angle_sagittal_deg,"
      + "lesion_location,weight_bearing_percent,beyond_acetabular_edge";

  private static final String FLAT = "P01,L,M12,1,1,1,24,0,,1,10,2.0,0,0,0,100,95,lateral,70,0";

  private static final String STAGES = "patient_id,side,visit,stage,grade,reasons,missing\n";

  @TempDir
  Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("findings.csv");
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("stage"));
    all.addAll(Arrays.asList(arguments));
    Run run = Run.of(all.toArray(String[]::new));
    out.append(run.out());
    err.append(run.err());
    return run.code();
  }

  private int stage(String system, String text, String... options) throws IOException {
    Files.writeString(file, text);
    List<String> all = new ArrayList<>(List.of("--system", system, "--input", file.toString()));
    all.addAll(Arrays.asList(options));
    return run(all.toArray(String[]::new));
  }

  private static String table(String... rows) {
    return HEADER + "\n" + String.join("\n", rows) + "\n";
  }

  private static String flat(String column, String cell) {
    String[] cells = FLAT.split(",", -1);
    cells[List.of(HEADER.split(",", -1)).indexOf(column)] = cell;
    return String.join(",", cells);
  }

  @Test
  void stagesBySteinberg() throws IOException {
    assertThat(stage("steinberg", table(FLAT))).isZero();
    assertThat(out)
        .hasToString(STAGES + "P01,L,M12,IV,B,STEINBERG-IV-FLATTENING;STEINBERG-GRADE-SURFACE;"
            + "STEINBERG-GRADE-DEPRESSION,\n");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ficat, III, ''",
    "arco1994, III, B",
    "arco2019, IIIA, ''",
    "jic, 3A, C1",
    "chinese2015, 4, b",
    "kerboul, 195, 1"
  })
  void stagesByEverySystem(String system, String stage, String grade) throws IOException {
    assertThat(stage(system, table(FLAT))).isZero();
    assertThat(out.toString()).startsWith(STAGES + "P01,L,M12," + stage + "," + grade + ",");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void keepsDepthApartWhereSystemsDoSo() throws IOException {
    String deep = flat("depression_mm", "3.0");
    assertThat(stage("arco2019", table(deep))).isZero();
    assertThat(out.toString()).contains("P01,L,M12,IIIB,,ARCO2019-IIIB-DEPRESSION,\n");
    assertThat(stage("jic", table(deep))).isZero();
    assertThat(out.toString()).contains("P01,L,M12,3B,C1,JIC-3B-COLLAPSE;JIC-TYPE,\n");
  }

  @Test
  void givesNoStageWhereTheSystemHasNone() throws IOException {
    String healthy = "P01,R,BL,0,0,0,,0,,0,,,0,0,0,,,,,";
    assertThat(stage("arco2019", table(healthy))).isZero();
    assertThat(out).hasToString(STAGES + "P01,R,BL,,,ARCO2019-NO-SIGN,\n");
  }

  @Test
  void namesTheAngleThatIsMissing() throws IOException {
    String one = flat("necrotic_angle_sagittal_deg", "").replace("P01", "P02");
    String large = flat("necrotic_angle_coronal_deg", "310");
    assertThat(stage("kerboul", table(one, large))).isZero();
    assertThat(out)
        .hasToString(STAGES
            + "P02,L,M12,,,KERBOUL-HA2006-GRADE,necrotic_angle_sagittal_deg\n"
            + "P01,L,M12,405,4,KERBOUL-HA2006-GRADE,\n");
    assertThat(stage("kerboul", table(flat("flattening", "0")))).isEqualTo(3);
  }

  @Test
  void leavesOpenWhatWasNotAssessedAndNamesIt() throws IOException {
    String noDepth = flat("depression_mm", "").replace("P01", "P02");
    String noJoint = flat("joint_space_narrowing", "").replace("P01", "P03");
    assertThat(stage("steinberg", table(noDepth, noJoint))).isZero();
    assertThat(out)
        .hasToString(STAGES
            + "P02,L,M12,IV,,STEINBERG-IV-FLATTENING;STEINBERG-GRADE-SURFACE,depression_mm\n"
            + "P03,L,M12,IV,B,STEINBERG-IV-FLATTENING;STEINBERG-GRADE-SURFACE;"
            + "STEINBERG-GRADE-DEPRESSION,joint_space_narrowing\n");
  }

  /**
   * What is asserted stands, what could raise it is named, and the least is not asserted by
   * silence.
   */
  @Test
  void writesTheLowestThatFindingsAssert() throws IOException {
    String text = """
        patient_id,side,visit,crescent,crescent_percent,flattening,depression_mm
        P01,L,BL,1,31,0,
        P02,L,BL,,,1,2
        P03,L,BL,,,1,1.9
        P04,L,BL,,,,
        """;
    assertThat(stage("steinberg", text)).isZero();
    assertThat(out.toString()
            .lines()
            .map(line -> line.split(",", -1))
            .map(cells -> cells[3] + cells[4]))
        .containsExactly("stagegrade", "IIIC", "IVB", "IV", "");
  }

  @Test
  void takesAColumnThatIsNotThereAsNotAssessed() throws IOException {
    assertThat(stage("steinberg", "visit;side;patient_id;radiograph_abnormal\nBL;R;P01;0\n"))
        .isZero();
    assertThat(out).hasToString(STAGES + "P01,R,BL,,,,mri_lesion\n");
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "depression_mm|-1|depression [mm] must lie in 0.0..60.0, but was -1.0",
        "lesion_percent|280|lesion extent [% of head volume] must lie in 0.0..100.0, but was 280.0",
        "side|X|'X' is not a side of the body; one of L, R was expected",
        "visit||is empty; a value was expected",
        "flattening|0|flattening is absent, but depression [mm] is 2.0; findings that agree were"
            + " expected",
        "radiograph_abnormal|0|the radiograph is normal, but the head is flattened; findings that"
            + " agree were expected",
        "mri_lesion|0|the lesion is absent, but lesion extent [% of head volume] is 24.0; findings"
            + " that agree were expected"
      })
  void refusesACellByItsPlaceAndSaysWhatIsAllowed(String column, String cell, String message)
      throws IOException {
    String row = flat(column, cell == null ? "" : cell);
    assertThat(stage("steinberg", table(FLAT.replace("M12", "BL"), row))).isEqualTo(3);
    assertThat(err.toString().strip().lines())
        .contains("findings.csv:3: column " + column + ": " + message);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void reportsEveryContradictionInAColumnOfItsOwn() throws IOException {
    String row = "P01,L,BL,1,0,1,,0,20,0,10,2,0,0,1,,,,,";
    assertThat(stage("steinberg", table(row))).isEqualTo(3);
    assertThat(err.toString().lines().map(line -> line.split(":", 4)[2].strip()).distinct())
        .containsExactly(
            "column crescent",
            "column flattening",
            "column joint_space_obliterated",
            "column sclerosis_or_cysts",
            "column radiograph_abnormal");
  }

  @Test
  void skipsAContradictionIfAskedAndWritesTheReason() throws IOException {
    Path stages = folder.resolve("stages.csv");
    String bad = flat("flattening", "0").replace("P01", "P02").replace(",10,", ",0,");
    assertThat(stage("steinberg", table(FLAT, bad), "--skip-bad-rows", "--out", stages.toString()))
        .isZero();
    assertThat(stages).content().contains("P01,").doesNotContain("P02");
    assertThat(folder.resolve("rejected.csv"))
        .content()
        .isEqualTo("file,line,column,reason\nfindings.csv,3,flattening,\"flattening is absent, but"
            + " depression [mm] is 2.0; findings that agree were expected\"\n");
    assertThat(err.toString()).contains("1 row was left out");
  }

  @Test
  void stagesEveryVisitOfAHip() throws IOException {
    String early = flat("visit", "M6").replace(",1,10,2.0,", ",0,,,");
    assertThat(stage("steinberg", table(early, FLAT))).isZero();
    assertThat(out.toString().lines().skip(1))
        .hasSize(2)
        .satisfiesExactly(
            row -> assertThat(row).startsWith("P01,L,M6,II,"),
            row -> assertThat(row).startsWith("P01,L,M12,IV,"));
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void refusesTwoRowsForOneVisitATableWithoutAHipAndOneThatIsNotThere() throws IOException {
    assertThat(stage("steinberg", table(FLAT, FLAT))).isEqualTo(3);
    assertThat(stage("steinberg", HEADER.replace("side,", "") + "\n")).isEqualTo(3);
    assertThat(stage("steinberg", HEADER + "\n")).isEqualTo(3);
    assertThat(stage("steinberg", "")).isEqualTo(3);
    assertThat(run("--system", "steinberg", "--input", folder.resolve("no.csv").toString()))
        .isEqualTo(3);
    assertThat(err.toString().lines())
        .contains(
            "findings.csv:1: column side: is missing from the header; it is required",
            "no.csv:1: column patient_id: the file is not there; a readable CSV file was expected");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void refusesAnUnknownColumnIfStrict() throws IOException {
    String text = HEADER + ",note\n" + FLAT + ",x\n";
    assertThat(stage("steinberg", text, "--strict")).isEqualTo(3);
    assertThat(stage("steinberg", table(FLAT), "--strict")).isZero();
  }

  @Test
  void refusesASystemThatItDoesNotKnowAndListsThoseItKnows() throws IOException {
    assertThat(stage("tnm", table(FLAT))).isEqualTo(2);
    assertThat(err.toString())
        .contains("there is no such staging system; one of steinberg, ficat, arco1994,"
            + " arco2019, jic, chinese2015, kerboul was expected");
    assertThat(run("--input", file.toString())).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void neverPrintsAPatientOnStandardError() throws IOException {
    String row = flat("patient_id", "Jane Doe").replace("M12", "").replace("lateral", "Jane Doe");
    assertThat(stage("steinberg", table(row))).isEqualTo(3);
    assertThat(err.toString()).doesNotContain("Jane");
  }

  @Test
  void namesBothAnglesWhereNoneWasMeasured() throws IOException {
    String none = flat("necrotic_angle_sagittal_deg", "").replace(",100,", ",,");
    assertThat(stage("kerboul", table(none))).isZero();
    assertThat(out)
        .hasToString(
            STAGES + "P01,L,M12,,,,necrotic_angle_coronal_deg;necrotic_angle_sagittal_deg\n");
  }

  @Test
  void helpListsTheSystemsAndTheColumns() {
    assertThat(Run.of("stage", "--help").out().replaceAll("\\s+", " "))
        .contains("one of steinberg, ficat, arco1994, arco2019, jic, chinese2015, kerboul.")
        .contains("patient_id: an identifier of your choice, no name")
        .contains("crescent: 1 or 0, or empty if not assessed", "depression_mm: a number")
        .contains("lesion_location: medial, central, lateral")
        .contains("pillars: none, part or whole of the medial, central and lateral one");
    assertThat(Systems.published())
        .extracting(StagingSystem::code)
        .containsExactly("steinberg", "ficat", "arco1994", "arco2019", "jic", "chinese2015");
    assertThat(run("--system", "steinberg", "--template")).isZero();
    assertThat(out.toString()).startsWith(HEADER + "\nP1,L,BL,");
  }
}
