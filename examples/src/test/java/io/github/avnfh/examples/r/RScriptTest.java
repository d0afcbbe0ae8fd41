package io.github.avnfh.examples.r;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.examples.cli.OutputFolder;
import io.github.avnfh.examples.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RScriptTest {
  @TempDir
  private Path folder;

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private String written(RScript script, OutputFolder tables) throws IOException {
    script.files(tables).write(folder);
    return Files.readString(folder.resolve("some.R"));
  }

  @Test
  void holdsItsSettingsItsDataAndTheTables() throws IOException {
    OutputFolder tables = new OutputFolder();
    tables.add("curve.csv", "time\n1\n");
    tables.add("figure.svg", "<svg/>");
    RScript script = RScript.of("some.R", "curves.R")
        .numbers("level", List.of(0.95))
        .numbers("none", List.<Double>of())
        .texts("groups", List.of("I", "II"))
        .flag("clustered", true)
        .data("hips.csv", CsvOutput.withHeader("time").row("1"));
    assertThat(written(script, tables))
        .contains(
            "level <- 0.95\nnone <- numeric()\ngroups <- c(\"I\", \"II\")\nclustered <- TRUE\n")
        .contains("# ---- compare.R\n", "# ---- curves.R\n")
        .endsWith("conclude()\n");
    assertThat(names(folder)).containsExactly("curve.csv", "data_hips.csv", "some.R");
  }

  @Test
  void writesTextsInAsciiSoThatNothingInALabelIsCode() throws IOException {
    RScript script = RScript.of("some.R").texts("groups", List.of("a\"; quit(\"\\", "الف\n"));
    assertThat(written(script, new OutputFolder()))
        .contains(
            "groups <- c(\"a\\\"; quit(\\\"\\\\\", \"\\U00000627\\U00000644\\U00000641\\U0000000A\")");
  }

  @Test
  void namesNoPatient() throws IOException {
    Path hips = Files.writeString(
        folder.resolve("hips.csv"),
        "time,event,patient\n10,1,Karim-7\n20,0,Karim-7\n30,1,Layla-2\n");
    Path r = folder.resolve("r");
    Run run =
        Run.of(("survival --input " + hips + " --time time --event event --cluster patient --out "
                + folder.resolve("out") + " --r " + r)
            .split(" ", -1));
    assertThat(run.code()).isZero();
    assertThat(Files.readString(r.resolve("data_follow_up.csv"))).isEqualTo("""
        time,event,entry,weight,group,stratum,cluster
        10,1,,1,1,1,1
        20,0,,1,1,1,1
        30,1,,1,1,1,2
        """);
    for (String file : names(r)) {
      assertThat(Files.readString(r.resolve(file))).doesNotContain("Karim", "Layla");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "cox, --time time --event event --covariate age stage:factor --firth, data_covariates.csv",
    "competing, --time time --event event --competing-code 2 --group stage, data_follow_up.csv",
    "interval, --left entry --right time --group stage, data_intervals.csv",
  })
  void isWrittenForRegressionsToo(String command, String options, String data) throws IOException {
    Path hips = Files.writeString(folder.resolve("hips.csv"), """
        entry,time,event,stage,age,patient
        0,10,1,II,40,Karim-7
        5,20,0,III,50,Karim-7
        0,30,1,II,60,Layla-2
        0,40,2,III,41,Layla-2
        10,50,0,III,52,Noor-3
        """.replace(
            ",2,III", command.equals("competing") ? ",2,III" : ",1,III"));
    Path r = folder.resolve("r");
    Run run = Run.of((command + " --input " + hips + " " + options + " --cluster patient --out "
            + folder.resolve("out") + " --r " + r)
        .split(" ", -1));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(names(r)).contains(command + ".R", data);
    for (String file : names(r)) {
      assertThat(Files.readString(r.resolve(file))).doesNotContain("Karim", "Layla", "Noor");
    }
  }

  private static final String FOLLOWED = """
      time,cause,entry,weight,stage,half,x,y
      10,1,0,1,III,b,2,0
      20.5,2,5,1,II,a,3,0
      30,0,0,2,III,a,,1
      40,1,0,1,II,b,1,1
      """;

  private Path scripted(String command) throws IOException {
    Path hips = Files.writeString(folder.resolve("hips.csv"), FOLLOWED);
    Path r = folder.resolve("r");
    Run run =
        Run.of((command + " --input " + hips + " --out " + folder.resolve("out") + " --r " + r)
            .split(" ", -1));
    assertThat(run.code()).as(run.err()).isZero();
    return r;
  }

  /** A row per hip, its group and stratum by number, and a separate cluster where none is named. */
  @Test
  void holdsARowPerHipWhereNoPatientIsNamed() throws IOException {
    Path r = scripted("survival --time time --event cause --event-code 1 2 --group stage");
    assertThat(r.resolve("data_follow_up.csv")).hasContent("""
        time,event,entry,weight,group,stratum,cluster
        10,1,,1,2,1,1
        20.5,1,,1,1,1,2
        30,0,,1,2,1,3
        40,1,,1,1,1,4
        """);
  }

  @Test
  void holdsWhatEndedTheTimeOfEachHip() throws IOException {
    Path r = scripted("competing --time time --event cause --competing-code 2 --group stage"
        + " --entry entry --weight weight --strata half --at 15");
    assertThat(r.resolve("data_follow_up.csv")).hasContent("""
        time,cause,entry,weight,group,stratum,cluster
        10,1,,1,2,1,1
        20.5,2,5,1,1,2,2
        30,0,,2,2,2,3
        40,1,,1,1,1,4
        """);
    assertThat(r.resolve("competing.R"))
        .content()
        .contains("\ncauses <- c(\"event\", \"2\")\nclustered <- FALSE\n")
        .contains("\ncritical <- \"normal\"\ntimes <- 15\n");
    assertThat(names(r)).doesNotContain("data_covariates.csv");
  }

  @Test
  void takesTheQuantileOfTheRunWithPatients() throws IOException {
    Path r = scripted("competing --time time --event cause --competing-code 2 --cluster half");
    assertThat(r.resolve("competing.R")).content().contains("\ncritical <- \"t\"\n");
    assertThat(r.resolve("data_follow_up.csv"))
        .content()
        .containsPattern("\n10,1,,1,1,1,1\n(.*\n){2}40,1,,1,1,1,1\n");
  }

  @Test
  void holdsTheIntervals() throws IOException {
    Path r = scripted("interval --left entry --right time --group stage");
    assertThat(r.resolve("data_intervals.csv")).hasContent("""
        after,until,group,cluster
        ,10,2,1
        5,20.5,1,2
        ,30,2,3
        ,40,1,4
        """);
    assertThat(names(r)).doesNotContain("data_covariates.csv");
    Path clustered = scripted("interval --left entry --right time --cluster half");
    assertThat(clustered.resolve("data_intervals.csv"))
        .content()
        .endsWith("\n5,20.5,1,2\n,30,1,2\n,40,1,1\n");
  }

  /** Factors by their levels, of which the first is the reference; an empty cell stays empty. */
  @Test
  void holdsTheCovariatesAndTheRowsToPredictFor() throws IOException {
    Path rows = Files.writeString(folder.resolve("new.csv"), "x,stage,half\n2,II,a\n1,III,b\n");
    String cox = "cox --time time --event cause --event-code 1 2 --at 15,25 --predict " + rows;
    Path r = scripted(cox + " --covariate x stage:factor=III");
    assertThat(r.resolve("data_covariates.csv")).hasContent("c1,c2\n2,III\n3,II\n,III\n1,II\n");
    assertThat(r.resolve("data_prediction.csv")).hasContent("c1,c2,stratum\n2,II,1\n1,III,1\n");
    assertThat(r.resolve("cox.R")).content().contains("""
        times <- c(15, 25)
        adjusted <- character()
        covariates <- c("x", "stage")
        kinds <- c("number", "factor")
        knots <- c(0, 0)
        level_of <- c(2, 2)
        level_labels <- c("III", "II")
        """);
    Path stratified = scripted(cox + " --covariate x --strata half");
    assertThat(stratified.resolve("data_prediction.csv")).hasContent("c1,stratum\n2,2\n1,1\n");
    assertThat(stratified.resolve("cox.R")).content().contains("\nstrata <- c(\"b\", \"a\")\n");
  }
}
