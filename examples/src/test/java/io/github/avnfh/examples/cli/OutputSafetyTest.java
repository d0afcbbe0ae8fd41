package io.github.avnfh.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing but the files named as output is written, replaced or removed by any command. */
class OutputSafetyTest {
  private static final Map<String, String> TABLES = Map.of(
      "survival.csv",
      "time,event\n5,1\n6,0\n",
      "audit.csv",
      "id,section,quantity,kind,printed,of\nr1,methods,men,percent,50,10\n",
      "score.csv",
      "patient_id,side,visit,pain,limp,support,distance,stairs,shoes_socks,sitting,transport,"
          + "fixed_flexion_deg,fixed_adduction_deg,fixed_internal_rotation_deg,"
          + "leg_length_difference_cm,flexion_deg,abduction_deg,adduction_deg,"
          + "external_rotation_deg,internal_rotation_deg\n"
          + "P01,L,M6,none,none,none,unlimited,normal,ease,any_chair_1h,able,0,0,0,0,140,40,40,40,40\n",
      "stage.csv",
      "patient_id,side,visit,mri_lesion,radiograph_abnormal,sclerosis_or_cysts,lesion_percent,"
          + "crescent,crescent_percent,flattening,collapsed_surface_percent,depression_mm,"
          + "joint_space_narrowing,acetabular_changes,joint_space_obliterated,"
          + "necrotic_angle_coronal_deg,necrotic_angle_sagittal_deg,lesion_location,"
          + "weight_bearing_percent,beyond_acetabular_edge\n"
          + "P01,L,BL,1,0,0,10,0,,0,,,0,0,0,,,,,\n");

  /** A command with one file that it writes, the only one or the first of several. */
  enum Command {
    SURVIVAL("curve.csv", "survival --time time --event event --input survival.csv"),
    AUDIT("findings.csv", "audit --input audit.csv"),
    COHORT("patients.csv", "cohort --prefer table3 --seed 1"),
    REPORT("report.md", "report"),
    SCORE("", "score harris --rom index --input score.csv"),
    STAGE("", "stage --system steinberg --input stage.csv");

    private final String first;
    private final String typed;

    Command(String first, String typed) {
      this.first = first;
      this.typed = typed;
    }

    boolean writesAFolder() {
      return !first.isEmpty();
    }
  }

  @TempDir
  private Path home;

  @BeforeEach
  void writesTablesAndTheUsersOwnFiles() throws IOException {
    for (Map.Entry<String, String> table : TABLES.entrySet()) {
      Files.writeString(home.resolve(table.getKey()), table.getValue());
    }
    Files.writeString(home.resolve("precious.txt"), "precious");
    Files.createDirectories(home.resolve("out/.part"));
    Files.writeString(home.resolve("out/.part/keep.txt"), "keep");
    Files.writeString(home.resolve("out/notes.txt"), "notes");
    Files.writeString(home.resolve("out/o.csv.part"), "mine");
    Files.writeString(home.resolve("out/rejected.csv"), "mine");
    link("out/linked", "../precious.txt");
    link("out/.avnfh-1", "..");
  }

  private void link(String name, String target) throws IOException {
    try {
      Files.createSymbolicLink(home.resolve(name), Path.of(target));
    } catch (UnsupportedOperationException
        | SecurityException
        | java.nio.file.FileSystemException e) {
      assumeTrue(false, "no links here");
    }
  }

  /** The place that a command is told to write, and the file whose place is taken there. */
  private Path out(Command command) {
    return home.resolve(command.writesAFolder() ? "out" : "out/o.csv");
  }

  private Path taken(Command command) {
    return command.writesAFolder() ? out(command).resolve(command.first) : out(command);
  }

  private Run run(Command command, Path out, String... more) {
    List<String> typed = new ArrayList<>();
    for (String word : command.typed.split(" ", -1)) {
      typed.add(TABLES.containsKey(word) ? home.resolve(word).toString() : word);
    }
    typed.addAll(List.of("--out", out.toString()));
    typed.addAll(List.of(more));
    return Run.of(typed.toArray(String[]::new));
  }

  private static void assertRefused(Run run, String reason) {
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("avnfh: output '").contains(reason).doesNotContain("\tat ");
    assertThat(run.code()).isEqualTo(RunOutcome.WRONG_USAGE);
  }

  @ParameterizedTest
  @EnumSource
  void replacesItsOwnFilesOnly(Command command) throws IOException {
    Files.writeString(taken(command), "an older result");
    FolderTree before = FolderTree.of(home);
    Run run = run(command, out(command));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    FolderTree after = FolderTree.of(home);
    Set<String> changed = new java.util.TreeSet<>(after.places().keySet());
    changed.removeIf(name -> after.at(name).equals(before.at(name)));
    assertThat(changed).isNotEmpty().allMatch(name -> name.startsWith("out" + sep()));
    assertThat(after.without(changed)).isEqualTo(before.without(changed));
    assertThat(changed)
        .contains(home.relativize(taken(command)).toString())
        .allMatch(name -> after.at(name).startsWith("file "));
    if (!command.writesAFolder()) {
      assertThat(changed).hasSize(1);
    }
  }

  private static String sep() {
    return java.io.File.separator;
  }

  @ParameterizedTest
  @EnumSource
  void followsNoLink(Command command) throws IOException {
    link(home.relativize(taken(command)).toString(), "../precious.txt");
    FolderTree before = FolderTree.of(home);
    assertRefused(run(command, out(command)), "is a link, which is not followed");
    assertThat(FolderTree.of(home)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void followsNoLinkThatLeadsNowhere(Command command) throws IOException {
    link(home.relativize(taken(command)).toString(), "nowhere.txt");
    FolderTree before = FolderTree.of(home);
    assertRefused(run(command, out(command)), "is a link, which is not followed");
    assertThat(FolderTree.of(home)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(names = {"SURVIVAL", "AUDIT", "COHORT"})
  void followsNoLinkToAFolder(Command command) throws IOException {
    Files.createDirectory(home.resolve("elsewhere"));
    link("way", "elsewhere");
    FolderTree before = FolderTree.of(home);
    assertRefused(run(command, home.resolve("way")), "is a link, which is not followed");
    assertThat(FolderTree.of(home)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(names = {"SURVIVAL", "SCORE"})
  void goesThroughLinksOnTheWay(Command command) throws IOException {
    Files.createDirectory(home.resolve("elsewhere"));
    link("way", "elsewhere");
    assertThat(run(command, home.resolve("way/deep")).code()).isZero();
    assertThat(home.resolve("elsewhere/deep")).exists();
  }

  @ParameterizedTest
  @EnumSource
  void leavesEverythingWhereAFolderIsInTheWay(Command command) throws IOException {
    Files.createDirectory(taken(command));
    FolderTree before = FolderTree.of(home);
    assertRefused(run(command, out(command)), "is a folder; move it away");
    assertThat(FolderTree.of(home)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void saysWhereItCannotWrite(Command command) throws IOException {
    FolderTree before = FolderTree.of(home);
    Run run = run(command, home.resolve("precious.txt/below/it"));
    assertRefused(run, "cannot be written");
    assertThat(FolderTree.of(home)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "SCORE, score.csv",
    "STAGE, stage.csv",
  })
  void overwritesNoInputUnderAnyName(Command command, String table) throws IOException {
    Path input = home.resolve(table);
    Path other = home.resolve("other.csv");
    Files.createLink(other, input);
    link("way", ".");
    FolderTree before = FolderTree.of(home);
    for (Path place : List.of(
        input,
        home.resolve("out/../" + table),
        Path.of("").toAbsolutePath().relativize(input),
        home.resolve("way").resolve(table),
        other)) {
      assertRefused(run(command, place), "is a file that was read");
      assertThat(FolderTree.of(home)).isEqualTo(before);
    }
  }

  @Test
  void overwritesNoInputInAFolder() throws IOException {
    Path input = home.resolve("out/curve.csv");
    Files.writeString(input, TABLES.get("survival.csv"));
    FolderTree before = FolderTree.of(home);
    Run run = Run.of(
        "survival",
        "--time",
        "time",
        "--event",
        "event",
        "--input",
        input.toString(),
        "--out",
        home.resolve("out").toString());
    assertRefused(run, "is a file that was read");
    assertThat(FolderTree.of(home)).isEqualTo(before);
  }

  @Test
  void writesNoReportIntoTheCohortItRead() {
    Path cohort = home.resolve("cohort");
    assertThat(run(Command.COHORT, cohort).code()).isZero();
    FolderTree before = FolderTree.of(home);
    Run run = Run.of("report", "--cohort", cohort.toString(), "--out", cohort.toString());
    assertRefused(run, "is the folder that is read");
    assertThat(FolderTree.of(home)).isEqualTo(before);
  }

  @Test
  void overwritesNoDictionaryThatItRead() throws IOException {
    Path out = Files.createDirectory(home.resolve("new"));
    Path export = Files.writeString(home.resolve("export.csv"), CommandFiles.text("export.csv"));
    Path dictionary =
        Files.writeString(out.resolve("report.md"), CommandFiles.text("dictionary.csv"));
    String typed = "report --data " + export + " --dictionary " + dictionary + " --out " + out;
    FolderTree before = FolderTree.of(home);
    assertThat(Run.of(typed.split(" ", -1)).code()).isEqualTo(RunOutcome.WRONG_USAGE);
    assertThat(FolderTree.of(home)).isEqualTo(before);
  }

  private void spoil(String table, String row) throws IOException {
    Files.writeString(home.resolve(table), TABLES.get(table) + row);
  }

  @Test
  void putsTheReasonsIntoTheFolderOfTheResults() throws IOException {
    spoil("survival.csv", "7,9\n");
    Path folder = home.resolve("new");
    assertThat(run(Command.SURVIVAL, folder, "--skip-bad-rows").code()).isZero();
    assertThat(folder.resolve("rejected.csv")).content().startsWith("file,line,column,reason\n");
    assertThat(home.resolve("rejected.csv")).doesNotExist();
  }

  @Test
  void letsTheReasonsOverwriteNoInput() throws IOException {
    Path folder = Files.createDirectory(home.resolve("new"));
    Path input = folder.resolve("rejected.csv");
    Files.writeString(input, "time,event\n5,1\n7,9\n");
    FolderTree before = FolderTree.of(home);
    Run run = Run.of(
        "survival",
        "--time",
        "time",
        "--event",
        "event",
        "--input",
        input.toString(),
        "--skip-bad-rows",
        "--out",
        folder.toString());
    assertRefused(run, "rejected.csv' is a file that was read");
    assertThat(FolderTree.of(home)).isEqualTo(before);
  }

  @Test
  void letsTheReasonsBesideAFileOverwriteNothingOfTheUser() throws IOException {
    spoil("score.csv", "P02,L,M6,some" + ",".repeat(16) + "\n");
    FolderTree before = FolderTree.of(home);
    assertRefused(
        run(Command.SCORE, home.resolve("out/o.csv"), "--skip-bad-rows"),
        "rejected.csv' is no list of reasons for rows left out");
    assertRefused(
        run(Command.SCORE, home.resolve("out/rejected.csv"), "--skip-bad-rows"),
        "is where the reasons of rows left out go");
    assertThat(FolderTree.of(home)).isEqualTo(before);
    Files.delete(home.resolve("out/rejected.csv"));
    link("out/rejected.csv", "../precious.txt");
    assertRefused(
        run(Command.SCORE, home.resolve("out/o.csv"), "--skip-bad-rows"),
        "rejected.csv' is no list of reasons for rows left out");
    assertThat(home.resolve("precious.txt")).hasContent("precious");
  }

  @Test
  void replacesAnEarlierListOfReasonsBesideAFile() throws IOException {
    spoil("score.csv", "P02,L,M6,some" + ",".repeat(16) + "\n");
    Path out = home.resolve("new/o.csv");
    assertThat(run(Command.SCORE, out, "--skip-bad-rows").code()).isZero();
    String reasons = Files.readString(out.resolveSibling("rejected.csv"));
    assertThat(reasons).startsWith("file,line,column,reason\nscore.csv,3,pain,");
    Files.writeString(out.resolveSibling("rejected.csv"), "file,line,column,reason\n");
    assertThat(run(Command.SCORE, out, "--skip-bad-rows").code()).isZero();
    assertThat(out.resolveSibling("rejected.csv")).hasContent(reasons);
  }

  @Test
  void writesNoReasonsBesideStandardOutput() throws IOException {
    spoil("score.csv", "P02,L,M6,some" + ",".repeat(16) + "\n");
    FolderTree before = FolderTree.of(home);
    Run run = run(Command.SCORE, Path.of("-"), "--skip-bad-rows");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.err())
        .contains("score.csv:3: column pain: ")
        .endsWith("1 row was left out for the reasons above" + System.lineSeparator());
    assertThat(FolderTree.of(home)).isEqualTo(before);
    assertThat(Path.of("rejected.csv")).doesNotExist();
  }

  @Test
  void takesTheNameOfStandardOutputForIt() {
    assertThat(run(Command.SCORE, Path.of("/dev/stdout")).out()).contains("P01,L,M6,44,47,4,5,");
  }

  private static void assumeDevice(String device) {
    assumeTrue(Files.exists(Path.of(device)) && !Files.isRegularFile(Path.of(device)), device);
  }

  @ParameterizedTest
  @EnumSource(names = {"SCORE", "STAGE"})
  void writesToADeviceAndLeavesItOne(Command command) throws IOException {
    assumeDevice("/dev/null");
    assertThat(run(command, Path.of("/dev/null")).code()).isZero();
    assumeDevice("/dev/null");
    link("out/null.csv", "/dev/null");
    assertThat(run(command, home.resolve("out/null.csv")).code()).isZero();
    assertThat(home.resolve("out/null.csv")).isSymbolicLink();
  }

  @ParameterizedTest
  @EnumSource(names = {"SCORE", "STAGE"})
  void saysThatADeviceIsFull(Command command) {
    assumeDevice("/dev/full");
    assertRefused(run(command, Path.of("/dev/full")), "cannot be written: ");
    assumeDevice("/dev/full");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/null", "/dev/full"})
  void takesNoDeviceForAFolder(String device) {
    assumeDevice(device);
    assertRefused(run(Command.SURVIVAL, Path.of(device)), "is no folder");
    assumeDevice(device);
  }

  private Path pipe(String name) throws IOException, InterruptedException {
    Path pipe = home.resolve(name);
    try {
      assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    } catch (IOException e) {
      assumeTrue(false, "no pipes here");
    }
    return pipe;
  }

  private static CompletableFuture<String> reader(Path pipe) {
    return CompletableFuture.supplyAsync(() -> {
      try (var stream = Files.newInputStream(pipe)) {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
  }

  @Test
  void writesIntoAPipeAndLeavesItOne() throws IOException, InterruptedException {
    Path pipe = pipe("out/pipe");
    CompletableFuture<String> read = reader(pipe);
    assertThat(run(Command.STAGE, pipe).code()).isZero();
    assertThat(read.join()).startsWith("patient_id,side,visit,stage");
    assertThat(FolderTree.of(home).places()).containsEntry("out" + sep() + "pipe", "other");
  }

  @Test
  void writesIntoAPipeAmongItsFiles() throws IOException, InterruptedException {
    Path pipe = pipe("out/curve.csv");
    CompletableFuture<String> read = reader(pipe);
    assertThat(run(Command.SURVIVAL, home.resolve("out")).code()).isZero();
    assertThat(read.join()).startsWith("group,time,at_risk");
    assertThat(FolderTree.of(home).places()).containsEntry("out" + sep() + "curve.csv", "other");
    assertThat(home.resolve("out/quantile.csv")).isRegularFile();
  }
}
