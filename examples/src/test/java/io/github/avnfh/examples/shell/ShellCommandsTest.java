package io.github.avnfh.examples.shell;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.dictionary.CohortWriter;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.harris.HarrisForm;
import io.github.avnfh.scoring.harris.RangeOfMotionMethod;
import io.github.avnfh.scoring.merle.MerleScore;
import io.github.avnfh.scoring.pain.PainScheme;
import io.github.avnfh.scoring.pain.PainScores;
import io.github.avnfh.scoring.ucla.UclaActivity;
import io.github.avnfh.staging.steinberg.Steinberg;
import io.github.avnfh.survival.Endpoint;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.figure.FigureOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellCommandsTest {
  private static final int JSHELL_CUTS_BEYOND = 1000;
  private static final int JSHELL_CUTS_A_NEW_VARIABLE_BEYOND = 80;
  private static final Cohort COHORT = ShellCommands.demo();
  private static final FollowUp SIX = FollowUp.ofDays(
          new int[] {1, 1, 6, 6, 8, 9}, new boolean[] {true, false, true, true, false, true})
      .build();
  private static final Findings CRESCENT = Findings.builder()
      .crescent(Presence.PRESENT)
      .crescentPercent(22)
      .flattening(Presence.ABSENT)
      .jointSpaceNarrowing(Presence.ABSENT)
      .build();

  @TempDir
  private Path folder;

  static Stream<Object> echoes() {
    return Stream.of(
        ShellCommands.help(),
        COHORT,
        ShellCommands.score(COHORT),
        ShellCommands.score(COHORT, Instruments.PAIN_VAS_CM, ArthroplastyPolicy.EXCLUDE_AFTER),
        ShellCommands.score(HarrisForm.builder().build(), RangeOfMotionMethod.INDEX_1969),
        ShellCommands.stage(CRESCENT),
        ShellCommands.stage(COHORT),
        ShellCommands.km(COHORT),
        ShellCommands.km(COHORT, Hip::baselineStage),
        ShellCommands.km(COHORT, Hip::etiology),
        ShellCommands.km(COHORT, Hip::baselineStage).steps(),
        ShellCommands.compare(COHORT, Instruments.HARRIS_HIP_SCORE, 24),
        ShellCommands.compare(ShellCommands.km(COHORT, Hip::etiology)),
        ShellCommands.audit(),
        ShellCommands.explain(Steinberg.PENNSYLVANIA_1995.read(CRESCENT)),
        ShellCommands.explain(MerleScore.builder().pain(6).build()),
        ShellCommands.explain(PainScheme.BOONSTRA_2014_VAS.explain(PainScores.ofCentimeters(3.5))));
  }

  @ParameterizedTest
  @MethodSource("echoes")
  void isEchoedUncut(Object echo) {
    assertThat(echo.toString()).hasSizeLessThanOrEqualTo(JSHELL_CUTS_BEYOND);
  }

  @Test
  void aTableBeginsBelowTheNameOfTheVariable() {
    assertThat(ShellCommands.stage(COHORT)).hasToString("""

        Steinberg stage at enrollment (58 hips)

        Stage  Hips  Patients
        -----  ----  --------
        I        14        14
        II       29        25
        III      15        13

        A patient with hips of two stages is counted in both.""");
  }

  @Test
  void echoesWholeLinesAndSaysHowManyMoreThereAre() {
    Answer steps = ShellCommands.km(COHORT, Hip::baselineStage).steps();
    String echo = steps.toString();
    long shown = echo.lines().count() - 2;
    long left = steps.text().lines().count() - shown;
    assertThat(echo).endsWith("\n... " + left + " more lines: .print()");
    assertThat("\n" + steps.text()).startsWith(echo.substring(0, echo.indexOf("\n... ")));
  }

  static Stream<String> verbs() {
    return Arrays.stream(ShellCommands.class.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .map(Method::getName)
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void helpsWithEveryVerb(String verb) {
    assertThat(ShellCommands.help(verb).text()).contains(verb + "(");
    assertThat("\n" + ShellCommands.help().text()).contains("\n" + verb + "(");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ShellResult.class,
        Answer.class,
        Curves.class,
        Incidences.class,
        HazardModel.class,
        VisitModel.class,
        Proposal.class
      })
  void helpsWithEverythingThatAResultCanDo(Class<?> result) {
    String all = verbs().map(verb -> ShellCommands.help(verb).text()).collect(joining())
        + ShellCommands.help("save").text();
    assertThat(Arrays.stream(result.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
            .map(Method::getName)
            .filter(name -> !name.equals("toString")))
        .allSatisfy(name -> assertThat(all).contains("." + name + "("));
  }

  @Test
  void readsATableOfFollowUpOfAnyColumns() throws IOException {
    Path table = Files.writeString(
        folder.resolve("mine.csv"),
        "Pt,Cause,Days,Status\n1,alcohol,100,1\n1,steroid,200,0\n2,alcohol,300,1\n3,steroid,80,1\n");
    FollowUp followUp = ShellCommands.followUp(table.toString(), "Days", "Status", "Cause", "Pt");
    Curves curves = ShellCommands.km(followUp);
    assertThat(curves)
        .hasToString("4 hips of 3 patients, 3 events, 2 groups: .print() .at(731) .steps()");
    assertThat(ShellCommands.rmst(curves, 100).latex()).contains("alcohol", "tabular");
    assertThat(ShellCommands.followUp(table.toString(), "Days", "Status").clusters())
        .isEmpty();
    Files.writeString(table, "Days,Status\n100,dead\n");
    assertThatThrownBy(() -> ShellCommands.followUp(table.toString(), "Days", "Status"))
        .hasMessageStartingWith("1 problem:\n")
        .hasMessageContaining("mine.csv:2: column Status:");
  }

  @Test
  void explainsCurvesAndTheirTest() {
    Curves byStage = ShellCommands.km(COHORT, Hip::baselineStage);
    assertThat(ShellCommands.explain(byStage).text())
        .startsWith(byStage.estimate().explanation().text() + "In R\nKM-")
        .contains("III 15 rows, events 6");
    assertThat(ShellCommands.explain(byStage.logRank()).text()).contains("4.99").contains("0.082");
    assertThat(ShellCommands.explain(ShellCommands.compare(byStage)).text())
        .isEqualTo(ShellCommands.explain(byStage.logRank()).text());
  }

  @Test
  void refusesToExplainWhatTellsNothingOfItself() {
    Answer counted = ShellCommands.audit("88", 19);
    assertThatThrownBy(() -> ShellCommands.explain(counted))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("answer [verb] must be one that tells how it was found");
  }

  @Test
  void explainsObjectsAndWhatAnInstrumentSaid() {
    assertThat(ShellCommands.explain(UclaActivity.REGULARLY_ACTIVE).text()).isEqualTo("""
            7.0 points
              7.0 points, UCLA-LEVEL: activity regularly active (J Orthop Surg Res 2010;5:88, Table 1)
            """);
    assertThat(ShellCommands.explain(
                PainScheme.BOONSTRA_2014_VAS.explain(PainScores.ofCentimeters(3.5)))
            .text())
        .isEqualTo("""
            moderate
              PAIN-VAS-BOONSTRA-2014: pain on the visual analog scale 3.5 cm (Pain 2014;155(12):2545-50)
            """);
  }

  /** R's lme4 and lmerTest on the same scores: 28.7 (27.0 to 30.4), emmeans 83.7 (81.5 to 85.9). */
  @Test
  void modelsAllVisits(@TempDir Path folder) throws IOException {
    VisitModel model = ShellCommands.model(COHORT, Instruments.HARRIS_HIP_SCORE);
    assertThat(model.text().lines().map(String::strip))
        .contains("M24      52   83.7 (81.5 to 85.9)     28.7 (27.0 to 30.4)  < 0.001");
    assertThat(model.toString()).contains("One model of all visits (58 hips of 46 patients)");
    // lmerTest: anova(m), F value 334.05 on 6 and 328.89 degrees of freedom
    assertThat(model.effects().text()).containsPattern("visit +334\\.05 +6 +328\\.9 +< 0\\.001");
    assertThat(model.complete().fit().data().hips()).isEqualTo(52);
    assertThat(model.patterns().text()).contains("BL M1 M3 M6 M12 M18         2\n");
    assertThat(ShellCommands.explain(model).text())
        .contains("lmerTest::lmer(score ~ factor(visit)");
    Path drawn = model.save(folder.resolve("means.svg").toString());
    assertThat(Files.readString(drawn)).startsWith("<svg").contains("M24: 83.71 (81.49 to 85.94)");
  }

  /** The figures of {@code ReportCommandTest}, which are those of R. */
  @Test
  void asksWhatPredictsArthroplasty() throws IOException {
    HazardModel usual = ShellCommands.cox(COHORT);
    assertThat(usual.toString()).contains("not estimable", ".firth() is to be preferred");
    assertThat(ShellCommands.explain(usual).text())
        .contains(
            "lacks: an estimate of stage[III], since the likelihood rises without bound as it grows");
    HazardModel firth = usual.firth();
    assertThat(firth.text())
        .contains("58 hips of 46 patients", "21.52 (2.43 to 2831.79)", "0.42 (0.13 to    1.11)")
        .contains("Estimates are Firth's; limits take hips as independent.");
    assertThat(firth.adjusted("stage", 700).text())
        .startsWith("Survival at 700, adjusted (58 hips)");
    assertThat(ShellCommands.explain(firth).text()).contains("factor(stage) + `age per 10 years`");
    Path drawn = firth.save(folder.resolve("forest.svg").toString());
    assertThat(Files.readString(drawn)).startsWith("<svg").contains("21.52 (2.43 to");
    assertThat(firth.ratios().rows()).hasSize(4);
  }

  @Test
  void refusesHelpWithAnotherWord() {
    assertThatThrownBy(() -> ShellCommands.help("plot"))
        .hasMessage(
            "verb [word] must be one of help, demo, load, followUp, problems, inspect, view, baseline,"
                + " eligibility, score, responders, model, stage, agreement, km, rmst, cif, cox, compare,"
                + " subgroups, audit, explain, save, but was another");
  }

  @Test
  void loadsWhatWasWritten() {
    CohortWriter.withDefaults().write(COHORT, folder);
    assertThat(ShellCommands.load(folder.toString())).isEqualTo(COHORT);
    assertThat(ShellCommands.problems(folder.toString()).text()).isEqualTo("no problems\n");
  }

  @Test
  void listsEveryProblemOfAFolder() throws IOException {
    CohortWriter.withDefaults().write(COHORT, folder);
    Files.writeString(
        folder.resolve("hips.csv"), "patient_id,side,etiology,steinberg_stage\nS01,X,,II\n");
    assertThat(ShellCommands.problems(folder.toString()).text())
        .contains("hips.csv:2: column side: ");
    assertThatThrownBy(() -> ShellCommands.load(folder.toString()))
        .hasMessageMatching("(?s)[2-9][0-9]* problems:\n.*hips\\.csv:2: column side: .*");
  }

  @Test
  void stagesAHipInEverySystem() {
    assertThat(ShellCommands.stage(CRESCENT).text()).contains("""
        System       Stage  Grade       Lacks
        -----------  -----  ----------  ----------------------------------------------
        steinberg    III    B
        ficat        III
        arco1994     III    B
        arco2019     IIIA
        jic          3A     at least A  weight_bearing_percent, beyond_acetabular_edge
        chinese2015  3      b
        """);
  }

  @Test
  void saysThatFindingsContradictEachOther() {
    Findings both = Findings.builder()
        .flattening(Presence.PRESENT)
        .radiographAbnormal(Presence.ABSENT)
        .build();
    assertThat(ShellCommands.stage(both).text())
        .contains("contradictory", "the radiograph is normal, but the head is flattened");
  }

  /** S = 5/6, then 5/6 * 2/4, then 0. */
  @Test
  void followsSixHipsStepByStep() {
    assertThat(
            ShellCommands.km(SIX).steps().text().lines().skip(4).map(line -> line.substring(0, 45)))
        .map(String::strip)
        .map(line -> line.replaceAll(" +", " "))
        .containsExactly(
            "all 1 6 1 1 0.833", "all 6 4 2 0 0.417", "all 8 2 0 1 0.417", "all 9 1 1 0 0.000");
    assertThat(ShellCommands.km(SIX).table().rows().get(0).get(4).printed()).isEqualTo("6");
  }

  @Test
  void takesThePatientForAClusterUnlessAskedNotTo() {
    Curves byPatient = ShellCommands.km(COHORT);
    assertThat(byPatient.table().text()).contains("58 hips of 46 patients", "grouped by cluster");
    assertThat(byPatient.ignoringPatients().table().text())
        .contains("(58 hips)", "Greenwood")
        .doesNotContain("atients");
  }

  @Test
  void curvesAreEchoedUncutEvenAsANewVariable() {
    Curves byStage = ShellCommands.km(COHORT, Hip::baselineStage);
    assertThat(byStage)
        .hasToString("58 hips of 46 patients, 6 events, 3 groups: .print() .at(731) .steps()");
    assertThat(ShellCommands.km(
            COHORT.keepHips(hip -> hip.id().equals(COHORT.hips().get(0).id()))))
        .hasToString("1 hip of 1 patient, 0 events: .print() .at(731) .steps()");
    assertThat(byStage.toString()).hasSizeLessThanOrEqualTo(JSHELL_CUTS_A_NEW_VARIABLE_BEYOND);
  }

  @Test
  void drawsInMonthsWhereTimeRunsInDays() throws IOException {
    Path file = ShellCommands.km(SIX).save(folder.resolve("curve.svg").toString());
    assertThat(Files.readString(file)).contains("<svg", ">Months<");
  }

  /** Like the program: the folder is made, but nothing of the user's is overwritten. */
  @Test
  void savesOverRegularFilesOnly() throws IOException {
    Curves curves = ShellCommands.km(SIX);
    Path made = curves.save(folder.resolve("none").resolve("curve.svg").toString());
    assertThat(made).isRegularFile();
    Path mine = Files.writeString(folder.resolve("mine.txt"), "mine");
    Path link = Files.createSymbolicLink(folder.resolve("link.svg"), mine);
    assertThatThrownBy(() -> curves.save(link.toString()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("output '" + link
            + "' is a link, which is not followed; move it away, or name another place");
    assertThat(mine).hasContent("mine");
    Path inTheWay = Files.createDirectory(folder.resolve("folder.svg"));
    assertThatThrownBy(() -> curves.save(inTheWay.toString()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("is a folder");
    assertThatThrownBy(() -> curves.save(made.resolve("curve.svg").toString()))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void neverSavesADictionaryOverTheTableThatItExplains() throws IOException {
    String text = "Nr,Seite,Alter\n1,L,41\n2,R,50\n";
    Path table = Files.writeString(folder.resolve("export.csv"), text);
    Proposal proposal = ShellCommands.inspect(table.toString());
    assertThatThrownBy(() -> proposal.save(table.toString()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("is a file that was read; name another place");
    assertThat(table).hasContent(text);
    assertThat(proposal.save(folder.resolve("dictionary.csv").toString())).isRegularFile();
  }

  @Test
  void comparesByPatientAndNaively() {
    assertThat(
            ShellCommands.compare(ShellCommands.km(COHORT, Hip::baselineStage)).text())
        .contains("By patient: chi-square ", "Naive: chi-square ");
    assertThat(ShellCommands.compare(ShellCommands.km(SIX)).text())
        .contains("Naive: no test is possible without groups at risk together at an event.")
        .doesNotContain("By patient");
    assertThat(ShellCommands.compare(COHORT, Instruments.HARRIS_HIP_SCORE, 24).text())
        .contains("58 hips of 46 patients", "by patient", "naive", "< 0.001");
  }

  @Test
  void auditsAPercentageAPaperAndTheStudy() throws IOException {
    assertThat(ShellCommands.audit("88", 19).text())
        .isEqualTo(
            "contradicts: 88 % of 19: 16/19 = 84.21… %, 17/19 = 89.47… %; no count prints so; nearest possible: 84 or 89\n");
    Path paper = Files.writeString(
        folder.resolve("paper.csv"),
        "id,section,quantity,kind,printed,of\na,Results,hips improved,percent,88,19\n");
    assertThat(ShellCommands.audit(paper.toString()).text())
        .startsWith("1 contradicts, 0 unexplained");
    assertThat(ShellCommands.audit().text()).contains("88 % of 19", " contradicts, ");
  }

  @Test
  void tellsWhatIsWrongWithThePaperOfAnAudit() throws IOException {
    Path paper = Files.writeString(
        folder.resolve("paper.csv"), "id,section,quantity,kind,printed\na,Results,hips,many,88\n");
    assertThatThrownBy(() -> ShellCommands.audit(paper.toString()))
        .hasMessageContaining("paper.csv:2: column kind: ");
  }

  /** R: cuminc of cmprsk on the same hips, 6 arthroplasties, 0 deaths. */
  @Test
  void tellsIncidenceBesideDeathByStage() throws IOException {
    Incidences byStage = ShellCommands.cif(COHORT, Hip::baselineStage);
    assertThat(byStage.toString()).startsWith("58 hips of 46 patients, 3 groups: ");
    assertThat(byStage.text()).contains("Gray's test, by patient: chi-square ");
    Answer complement = ShellCommands.km(COHORT, Hip::baselineStage).at(700);
    for (int stage = 0; stage < 3; stage++) {
      double incidence = Double.parseDouble(
          byStage.at(700).tables().get(0).rows().get(stage).get(2).parts().get(0));
      double survival = Double.parseDouble(
          complement.tables().get(0).rows().get(stage).get(3).parts().get(0));
      assertThat(incidence).isCloseTo(1 - survival, within(1e-12));
    }
    Path drawn = byStage.save(folder.resolve("incidence.svg").toString());
    assertThat(Files.readString(drawn)).startsWith("<svg").contains(">Days<");
  }

  /** 1 + 5 (5/6) within 6 of the six hips, as the area of the steps. */
  @Test
  void tellsTheMeanTimeFreeOfTheEvent() {
    Answer mean = ShellCommands.rmst(ShellCommands.km(SIX), 6);
    assertThat(
            Double.parseDouble(mean.tables().get(0).rows().get(0).get(1).parts().get(0)))
        .isCloseTo(1 + 5 * 5.0 / 6, within(1e-12));
  }

  @Test
  void groupsByWordsByNumbersAndByTextsInTheirOrder() {
    assertThat(groups(Hip::baselineStage)).containsExactly("I", "II", "III");
    assertThat(groups(hip -> hip.arthroplasty().isPresent() ? "replaced" : "kept"))
        .containsExactly("kept", "replaced");
    assertThat(groups(hip -> COHORT.patientOf(hip).ageYears() / 3))
        .isSortedAccordingTo(Comparator.comparingInt(Integer::parseInt))
        .contains("9", "10");
    assertThat(groups(Hip::baselineStage))
        .isEqualTo(
            Endpoint.arthroplasty().followUp(COHORT.hips(), Hip::baselineStage).groups());
  }

  private static List<String> groups(Function<Hip, ?> group) {
    return ShellCommands.km(COHORT, group).followUp().groups();
  }

  @Test
  void showsHipsWithoutIdentifiers() {
    String shown = ShellCommands.view(COHORT).text();
    assertThat(ShellCommands.view(COHORT).tables().get(0).rows()).hasSize(58);
    assertThat(COHORT.patients())
        .noneMatch(patient -> shown.contains(patient.id().value()));
  }

  @Test
  void answersWithPartsOfTheReport() {
    assertThat(ShellCommands.baseline(COHORT).tables()).hasSizeGreaterThan(1);
    assertThat(ShellCommands.responders(COHORT).text())
        .contains("more than 20 points", "by patient");
    assertThat(ShellCommands.subgroups(COHORT).tables()).hasSize(2);
    assertThat(ShellCommands.eligibility(COHORT).tables()).hasSize(1);
    assertThat(ShellCommands.agreement(COHORT).text()).contains("Cohen's kappa");
  }

  @ParameterizedTest
  @CsvSource({
    "txt, Steinberg stage at enrollment", "csv, 'stage,hips,patients'", "json, '{\n  \"name\"'",
    "md, **Steinberg", "html, <!DOCTYPE html>", "tex, \\begin{table}"
  })
  void savesATableByTheEndingOfTheFile(String ending, String start) throws IOException {
    Path file =
        ShellCommands.stage(COHORT).save(folder.resolve("stage." + ending).toString());
    assertThat(Files.readString(file)).startsWith(start.replace("\\n", "\n"));
  }

  /** What another library reads are the numbers of CSV. */
  @Test
  void savesJsonThatIsReadByOthers() throws IOException {
    Answer scores = ShellCommands.score(COHORT);
    JsonNode read = new ObjectMapper()
        .readTree(scores.save(folder.resolve("scores.json").toString()).toFile());
    List<String> lines = scores.tables().get(0).csv().lines().toList();
    assertThat(read.get("rows")).hasSize(lines.size() - 1);
    for (int row = 0; row < lines.size() - 1; row++) {
      StringJoiner line = new StringJoiner(",");
      read.get("rows").get(row).forEach(field -> line.add(field.isNull() ? "" : field.asText()));
      assertThat(line).hasToString(lines.get(row + 1));
    }
  }

  @Test
  void savesACurveAsAPicture() throws IOException {
    Path file = ShellCommands.km(COHORT).save(folder.resolve("curve.png").toString());
    assertThat(Files.readAllBytes(file)).startsWith((byte) 0x89, 'P', 'N', 'G');
  }

  @Test
  void refusesFormsThatAResultDoesNotHave() {
    Answer table = ShellCommands.stage(COHORT);
    Answer words = ShellCommands.audit("88", 19);
    Answer tables = ShellCommands.baseline(COHORT);
    assertThatThrownBy(() -> table.save("stage.docx"))
        .hasMessageStartingWith("ending of the file [word] must be one of txt, csv, json");
    assertThatThrownBy(() -> table.save("stage.svg"))
        .hasMessageStartingWith("a figure [svg or png]");
    assertThatThrownBy(() -> words.save("audit.csv"))
        .hasMessage(
            "tables of one file [count] must be 1, but were 0; .txt, .md and others hold any number");
    assertThatThrownBy(words::latex).hasMessageContaining("must be 1 or more, but were 0");
    assertThatThrownBy(() -> tables.save("baseline.json"))
        .hasMessageContaining("must be 1, but were ");
  }

  /** A table is understood, and the hips are those of the table. */
  @Test
  void proposesADictionaryAndReadsByIt() throws IOException {
    String table = Files.writeString(
            folder.resolve("hips.csv"),
            "patient,side,sex,age,stage\n1,L,m,40,II\n1,R,m,40,III\n2,L,f,51,I\n")
        .toString();
    Proposal proposal = ShellCommands.inspect(table);
    assertThat(proposal.text()).contains("2 patients, 3 hips", "to decide: ");
    Path dictionary = proposal.save(folder.resolve("dictionary.csv").toString());
    assertThat(Files.readString(dictionary)).contains("hips.csv,side,side");
    assertThatThrownBy(() -> ShellCommands.load(table, dictionary.toString()))
        .hasMessageStartingWith("1 problem:\ndictionary.csv:");
    assertThatThrownBy(() -> ShellCommands.inspect(folder.resolve("none.csv").toString()))
        .hasMessageContaining("none.csv");
  }

  @Test
  void keepsTheTableForOtherFormats() {
    assertThat(ShellCommands.stage(COHORT).tables().get(0).csv())
        .isEqualTo("stage,hips,patients\nI,14,14\nII,29,25\nIII,15,13\n");
    assertThat(ShellCommands.help().tables()).isEmpty();
  }

  @Test
  void comparesWithNoVisitWithoutScoresAndSaysSo() {
    assertThatThrownBy(() -> ShellCommands.compare(COHORT, Instruments.HARRIS_HIP_SCORE, 9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("patients with Harris Hip Score [points] at BL and at M9 [count] must be 2 or"
            + " more, but were 0; visits with such scores are BL, M1, M3, M6, M12, M18,"
            + " M24");
    assertThatThrownBy(() -> ShellCommands.compare(COHORT, UclaActivity.INSTRUMENT, 24))
        .hasMessageContaining(" must be 2 or more, but were 0; visits with such scores are none");
  }

  @Test
  void drawsAnyColumnOfEstimatesAsAForest() {
    Answer subgroups = ShellCommands.subgroups(COHORT);
    assertThat(subgroups.figure()).isEmpty();
    String svg = subgroups.forest("progressed").figure().orElseThrow().svg();
    assertThat(svg).contains(">stage II</text>", ">20.7 (8.7 to 41.7)</text>", "Progressed");
    assertThatThrownBy(() -> subgroups.forest("hips"))
        .hasMessageStartingWith("column of estimates [name] must be one of hhs, vas, responders,")
        .hasMessageEndingWith(", but was another");
    assertThatThrownBy(() -> ShellCommands.audit("88", 19).forest("x"))
        .hasMessage("column of estimates [name] must be one of none here, but was another");
  }

  @Test
  void drawsCurvesAsChosen() {
    Curves curves = ShellCommands.km(COHORT, Hip::baselineStage);
    assertThat(curves.figure().orElseThrow().svg())
        .contains("log-rank test: p = 0.006", ">Months<");
    assertThat(curves
            .with(FigureOptions.months().hasFacets(true).legendTitle("Stage").build())
            .figure()
            .orElseThrow()
            .svg())
        .contains("Stage: III");
  }
}
