package io.github.avnfh.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.csv.CohortWriter;
import io.github.avnfh.core.csv.UnsoundFilesException;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.core.study.Cohort;
import io.github.avnfh.core.study.Hip;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.harris.HarrisForm;
import io.github.avnfh.scoring.harris.RangeOfMotionMethod;
import io.github.avnfh.scoring.merle.MerleScore;
import io.github.avnfh.scoring.pain.PainScheme;
import io.github.avnfh.scoring.pain.PainScores;
import io.github.avnfh.scoring.ucla.UclaActivity;
import io.github.avnfh.staging.steinberg.Steinberg;
import io.github.avnfh.survival.FollowUp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerbsTest {
  private static final int JSHELL_CUTS_BEYOND = 1000;
  private static final int JSHELL_CUTS_A_NEW_VARIABLE_BEYOND = 80;
  private static final Cohort COHORT = Verbs.demo();
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
        Verbs.help(),
        COHORT,
        Verbs.score(COHORT),
        Verbs.score(COHORT, Instruments.PAIN_VAS_CM, ArthroplastyPolicy.EXCLUDE_AFTER),
        Verbs.score(HarrisForm.builder().build(), RangeOfMotionMethod.INDEX_1969),
        Verbs.stage(CRESCENT),
        Verbs.stage(COHORT),
        Verbs.km(COHORT),
        Verbs.km(COHORT, Hip::baselineStage),
        Verbs.km(COHORT, Hip::etiology),
        Verbs.km(COHORT, Hip::baselineStage).steps(),
        Verbs.compare(COHORT, Instruments.HARRIS_HIP_SCORE, 24),
        Verbs.compare(Verbs.km(COHORT, Hip::etiology)),
        Verbs.audit(),
        Verbs.explain(Steinberg.PENNSYLVANIA_1995.read(CRESCENT)),
        Verbs.explain(MerleScore.builder().pain(6).build()),
        Verbs.explain(PainScheme.BOONSTRA_2014_VAS.explain(PainScores.ofCentimeters(3.5))));
  }

  @ParameterizedTest
  @MethodSource("echoes")
  void isEchoedUncut(Object echo) {
    assertThat(echo.toString()).hasSizeLessThanOrEqualTo(JSHELL_CUTS_BEYOND);
  }

  @Test
  void aTableBeginsBelowTheNameOfTheVariable() {
    assertThat(Verbs.stage(COHORT)).hasToString("""

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
    Answer steps = Verbs.km(COHORT, Hip::baselineStage).steps();
    String echo = steps.toString();
    long shown = echo.lines().count() - 2;
    long left = steps.text().lines().count() - shown;
    assertThat(echo).endsWith("\n... " + left + " more lines: .print()");
    assertThat("\n" + steps.text()).startsWith(echo.substring(0, echo.indexOf("\n... ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "demo", "load", "score", "stage", "km", "compare", "audit"})
  void helpsWithEveryVerb(String verb) {
    assertThat(Verbs.help(verb).text()).contains(verb + "(");
    assertThat("\n" + Verbs.help().text()).contains("\n" + verb + "(");
  }

  @Test
  void explainsCurvesAndTheirTest() {
    Curves byStage = Verbs.km(COHORT, Hip::baselineStage);
    assertThat(Verbs.explain(byStage).text())
        .isEqualTo(byStage.estimate().explanation().text())
        .contains("III 15 rows, events 6");
    assertThat(Verbs.explain(byStage.logRank()).text()).contains("4.99").contains("0.082");
  }

  @Test
  void explainsObjectsAndWhatAnInstrumentSaid() {
    assertThat(Verbs.explain(UclaActivity.REGULARLY_ACTIVE).text()).isEqualTo("""
            7.0 points
              7.0 points, UCLA-LEVEL: activity regularly active (J Orthop Surg Res 2010;5:88, Table 1)
            """);
    assertThat(Verbs.explain(PainScheme.BOONSTRA_2014_VAS.explain(PainScores.ofCentimeters(3.5)))
            .text())
        .isEqualTo("""
            moderate
              PAIN-VAS-BOONSTRA-2014: pain on the visual analog scale 3.5 cm (Pain 2014;155(12):2545-50)
            """);
  }

  @Test
  void refusesHelpWithAnotherWord() {
    assertThatThrownBy(() -> Verbs.help("plot"))
        .hasMessage("verb [word] must be one of help, demo, load, score, stage, km, compare, audit,"
            + " explain, but was another");
  }

  @Test
  void loadsWhatWasWritten() {
    CohortWriter.withDefaults().write(COHORT, folder);
    assertThat(Verbs.load(folder.toString())).isEqualTo(COHORT);
    assertThat(Verbs.problems(folder.toString()).text()).isEqualTo("no problems\n");
  }

  @Test
  void listsEveryProblemOfAFolder() throws IOException {
    CohortWriter.withDefaults().write(COHORT, folder);
    Files.writeString(
        folder.resolve("hips.csv"), "patient_id,side,etiology,steinberg_stage\nS01,X,,II\n");
    assertThat(Verbs.problems(folder.toString()).text()).contains("hips.csv:2: column side: ");
    assertThatThrownBy(() -> Verbs.load(folder.toString()))
        .isInstanceOf(UnsoundFilesException.class);
  }

  @Test
  void stagesAHipInEverySystem() {
    assertThat(Verbs.stage(CRESCENT).text()).contains("""
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
    assertThat(Verbs.stage(both).text())
        .contains("contradictory", "the radiograph is normal, but the head is flattened");
  }

  /** S = 5/6, then 5/6 * 2/4, then 0. */
  @Test
  void followsSixHipsStepByStep() {
    assertThat(Verbs.km(SIX).steps().text().lines().skip(4).map(line -> line.substring(0, 45)))
        .map(String::strip)
        .map(line -> line.replaceAll(" +", " "))
        .containsExactly(
            "all 1 6 1 1 0.833", "all 6 4 2 0 0.417", "all 8 2 0 1 0.417", "all 9 1 1 0 0.000");
    assertThat(Verbs.km(SIX).table().rows().get(0).get(4).printed()).isEqualTo("6");
  }

  @Test
  void takesThePatientForAClusterUnlessAskedNotTo() {
    Curves byPatient = Verbs.km(COHORT);
    assertThat(byPatient.table().text()).contains("58 hips of 46 patients", "grouped by cluster");
    assertThat(byPatient.ignoringPatients().table().text())
        .contains("(58 hips)", "Greenwood")
        .doesNotContain("atients");
  }

  @Test
  void curvesAreEchoedUncutEvenAsANewVariable() {
    Curves byStage = Verbs.km(COHORT, Hip::baselineStage);
    assertThat(byStage)
        .hasToString("58 hips of 46 patients, 6 events, 3 groups: .print() .at(730) .steps()");
    assertThat(
            Verbs.km(COHORT.keepHips(hip -> hip.id().equals(COHORT.hips().get(0).id()))))
        .hasToString("1 hip of 1 patient, 0 events: .print() .at(730) .steps()");
    assertThat(byStage.toString()).hasSizeLessThanOrEqualTo(JSHELL_CUTS_A_NEW_VARIABLE_BEYOND);
  }

  @Test
  void drawsInMonthsWhereTimeRunsInDays() throws IOException {
    Path file = Verbs.km(SIX).svg(folder.resolve("curve.svg").toString());
    assertThat(Files.readString(file)).contains("<svg", ">Months<");
  }

  @Test
  void refusesToDrawWhereThereIsNoFolder() {
    String nowhere = folder.resolve("none").resolve("curve.svg").toString();
    Curves curves = Verbs.km(SIX);
    assertThatThrownBy(() -> curves.svg(nowhere)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void comparesByPatientAndNaively() {
    assertThat(Verbs.compare(Verbs.km(COHORT, Hip::baselineStage)).text())
        .contains("By patient: chi-square ", "Naive: chi-square ");
    assertThat(Verbs.compare(Verbs.km(SIX)).text())
        .contains("Naive: no test is possible without groups at risk together at an event.")
        .doesNotContain("By patient");
    assertThat(Verbs.compare(COHORT, Instruments.HARRIS_HIP_SCORE, 24).text())
        .contains("58 hips of 46 patients", "by patient", "naive", "< 0.001");
  }

  @Test
  void auditsAPercentageAPaperAndTheStudy() throws IOException {
    assertThat(Verbs.audit("88", 19).text())
        .isEqualTo(
            "contradicts: 88 % of 19: 16/19 = 84.21… %, 17/19 = 89.47… %; no count prints so\n");
    Path paper = Files.writeString(
        folder.resolve("paper.csv"),
        "id,section,quantity,kind,printed,of\na,Results,hips improved,percent,88,19\n");
    assertThat(Verbs.audit(paper.toString()).text()).startsWith("1 contradicts, 0 undecidable");
    assertThat(Verbs.audit().text()).contains("88 % of 19", " contradicts, ");
  }

  @Test
  void tellsWhatIsWrongWithThePaperOfAnAudit() throws IOException {
    Path paper = Files.writeString(
        folder.resolve("paper.csv"), "id,section,quantity,kind,printed\na,Results,hips,many,88\n");
    assertThatThrownBy(() -> Verbs.audit(paper.toString()))
        .hasMessageContaining("paper.csv:2: column kind: ");
  }

  @Test
  void keepsTheTableForOtherFormats() {
    assertThat(Verbs.stage(COHORT).table().orElseThrow().csv())
        .isEqualTo("stage,hips,patients\nI,14,14\nII,29,25\nIII,15,13\n");
    assertThat(Verbs.help().table()).isEmpty();
  }
}
