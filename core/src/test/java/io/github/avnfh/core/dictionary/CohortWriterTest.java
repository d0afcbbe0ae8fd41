package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.AdverseEvent;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.DataOrigin;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.Subjects;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CohortWriterTest {
  private static final PatientId ID = PatientId.of("P1");
  private static final Patient PATIENT =
      Patient.builder().id(ID).sex(Sex.MALE).ageYears(40).build();

  @TempDir
  private Path folder;

  private static Cohort accepted() {
    return CohortReader.withDefaults()
        .read(file ->
            Optional.ofNullable(CohortWriterTest.class.getResourceAsStream("sound/" + file)))
        .orThrow();
  }

  private static Cohort scored(Instrument... instruments) {
    Cohort.Builder cohort = Cohort.builder().addPatients(PATIENT);
    for (int index = 0; index < instruments.length; index++) {
      cohort.addHips(Hip.builder()
          .id(HipId.of(ID, index == 0 ? Side.LEFT : Side.RIGHT))
          .etiology(Etiology.UNKNOWN)
          .baselineStage(SteinbergStage.STAGE_I)
          .addVisits(Visit.builder()
              .timepoint(Timepoint.baseline())
              .day(0)
              .status(VisitStatus.DONE)
              .addScores(Score.of(instruments[index], 1))
              .build())
          .build());
    }
    return cohort.build();
  }

  private static Instrument instrument(String code, double high) {
    return Instrument.of(
        code, Quantity.of("x", "points", 0, high), Instrument.Direction.HIGHER_IS_BETTER);
  }

  @Test
  void writesDaysAndNoDates() throws IOException {
    CohortWriter.withDefaults().write(accepted(), folder);
    assertThat(folder.resolve("hips.csv")).hasContent("""
        patient_id,side,etiology,steinberg_stage,steinberg_grade,prior_surgery,arthroplasty_day,last_seen_day
        P1,L,corticosteroid,II,B,0,,731
        P1,R,corticosteroid,III,,0,305,
        P2,L,sickle_cell,I,,,,
        """);
    assertThat(folder.resolve("visits.csv")).hasContent("""
        patient_id,side,visit,day,status,hhs,vas
        P1,L,BL,0,done,54,7.8
        P1,L,M6,184,done,72.5,3.1
        P1,R,BL,0,done,50,8
        P1,R,M24,732,after_arthroplasty,90,2
        P2,L,BL,0,done,60,6.5
        P2,L,UNS,22,done,,7
        P2,L,UNS,52,done,,6
        P2,L,M6,183,missed,,
        """);
    assertThat(CohortReader.withDefaults().read(folder).orThrow()).isEqualTo(accepted());
  }

  @Test
  void leavesNothingBehindThatTheCohortDoesNotHold() throws IOException {
    CohortWriter.withDefaults().write(accepted(), folder);
    Cohort bare = Cohort.builder()
        .origin(DataOrigin.SYNTHETIC)
        .addAllPatients(accepted().patients())
        .addAllHips(accepted().hips())
        .build();
    CohortWriter.withDefaults().write(bare, folder);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("patients.csv", "hips.csv", "visits.csv", "imaging.csv");
    }
    assertThat(folder.resolve("patients.csv")).content().contains("P2,M,35,,,80000,SYNTHETIC\n");
    assertThat(CohortReader.withDefaults().read(folder).orThrow()).isEqualTo(bare);
  }

  /** A file or column that is there and holds nothing says that there was none. */
  @Test
  void writesThatAKindOfDataWasRecordedThoughThereIsNone() {
    Cohort.Builder nothing = Cohort.builder();
    nothing.addAllPatients(replacedOnDay(0, VisitStatus.DONE).patients());
    nothing.addHips(Hip.builder()
        .id(HipId.of(ID, Side.LEFT))
        .etiology(Etiology.UNKNOWN)
        .baselineStage(SteinbergStage.STAGE_I)
        .build());
    assertThat(CohortWriter.withDefaults().texts(nothing.build()))
        .hasSize(2)
        .allSatisfy((file, text) -> assertThat(text).doesNotContain("_day,", "death"));
    Map<String, String> texts = CohortWriter.withDefaults()
        .texts(nothing.addDeclaredAsRecorded(DataKind.values()).build());
    assertThat(texts)
        .containsOnlyKeys(CohortFile.FILES)
        .containsEntry("events.csv", "patient_id,term,day\n")
        .containsEntry("satisfaction.csv", "patient_id,satisfaction\n");
    assertThat(texts.get("patients.csv")).contains(",lost_day,death_day\n");
    assertThat(texts.get("hips.csv")).contains(",arthroplasty_day,");
  }

  @Test
  void makesTheFolder() {
    Path deeper = folder.resolve("a").resolve("b");
    CohortWriter.withDefaults().write(accepted(), deeper);
    assertThat(CohortReader.withDefaults().read(deeper).orThrow()).isEqualTo(accepted());
  }

  @Test
  void leavesTheFilesAsTheyWereWhenOneCannotBeWritten() throws IOException {
    CohortWriter.withDefaults().write(accepted(), folder);
    Path last = folder.resolve("satisfaction.csv");
    String answers = Files.readString(last);
    Files.delete(last);
    Files.createDirectory(last);
    assertThatThrownBy(() -> CohortWriter.withDefaults().write(scored(instrument("x", 9)), folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("files of a cohort [folder] must be writable");
    Files.delete(last);
    Files.writeString(last, answers);
    assertThat(CohortReader.withDefaults().read(folder).orThrow()).isEqualTo(accepted());
    assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains(".avnfh-"));
  }

  @Test
  void followsNoLinkAndTouchesNothingBesideItsFiles() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.txt"), "mine");
    Path notes = Files.writeString(folder.resolve("visits.csv.unfinished"), "notes");
    Files.createSymbolicLink(folder.resolve("hips.csv"), mine);
    assertThatThrownBy(() -> CohortWriter.withDefaults().write(accepted(), folder))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(folder.resolve("patients.csv")).doesNotExist();
    Files.delete(folder.resolve("hips.csv"));
    CohortWriter.withDefaults().write(accepted(), folder);
    assertThat(mine).hasContent("mine");
    assertThat(notes).hasContent("notes");
  }

  private static Cohort replacedOnDay(int day, VisitStatus status) {
    return Cohort.builder()
        .addPatients(PATIENT)
        .addHips(Hip.builder()
            .id(HipId.of(ID, Side.LEFT))
            .etiology(Etiology.UNKNOWN)
            .baselineStage(SteinbergStage.STAGE_I)
            .arthroplasty(Arthroplasty.onDay(day))
            .addVisits(Visit.builder()
                .timepoint(Timepoint.ofMonths(6))
                .day(180)
                .status(status)
                .build())
            .build())
        .build();
  }

  @Test
  void refusesAHistoryThatContradictsTheArthroplasty() {
    CohortWriter writer = CohortWriter.withDefaults();
    assertThat(writer.texts(replacedOnDay(180, VisitStatus.DONE))).hasSize(3);
    assertThat(writer.texts(replacedOnDay(179, VisitStatus.AFTER_ARTHROPLASTY))).hasSize(3);
    assertThatThrownBy(() -> writer.texts(replacedOnDay(179, VisitStatus.DONE)))
        .hasMessage(
            "visit of a hip that was replaced before [status] must be another, but was done");
    assertThatThrownBy(() -> writer.texts(replacedOnDay(180, VisitStatus.AFTER_ARTHROPLASTY)))
        .hasMessage("visit of a hip that was not replaced before [status] must be another, but was"
            + " after_arthroplasty");
  }

  private static Cohort deadOnDay(int day) {
    return deadOnDay(day, replacedOnDay(180, VisitStatus.DONE).hips().get(0)).build();
  }

  private static Cohort.Builder deadOnDay(int day, Hip hip) {
    return Cohort.builder()
        .addPatients(
            Patient.builder().id(ID).sex(Sex.FEMALE).ageYears(41).deathDay(day).build())
        .addHips(hip);
  }

  @Test
  void refusesWhatIsDoneToTheDeadAndWhatBefallsThem() {
    CohortWriter writer = CohortWriter.withDefaults();
    Hip hip = replacedOnDay(400, VisitStatus.DONE).hips().get(0);
    assertThat(writer.texts(deadOnDay(400, hip).build())).hasSize(3);
    assertThatThrownBy(() -> writer.texts(deadOnDay(399, hip).build()))
        .hasMessage("treatment or arthroplasty of a hip [day] must not lie after the patient's"
            + " death, but does");
    AdverseEvent event = AdverseEvent.of(ID, "fever", 401);
    assertThat(writer.texts(deadOnDay(401, hip).addAdverseEvents(event).build()))
        .hasSize(4);
    assertThatThrownBy(
            () -> writer.texts(deadOnDay(400, hip).addAdverseEvents(event).build()))
        .hasMessage("adverse event [day] must not lie after the patient's death, but does");
  }

  @Test
  void refusesAVisitOfTheDeadAndAnEventThatComesTwice() {
    CohortWriter writer = CohortWriter.withDefaults();
    assertThat(writer.texts(deadOnDay(180))).hasSize(3);
    assertThatThrownBy(() -> writer.texts(deadOnDay(179)))
        .hasMessage(
            "visit or images of a hip [day] must not lie after the patient's death, but do");
    AdverseEvent event = AdverseEvent.of(ID, "fever", 3);
    Cohort.Builder twice = Cohort.builder().addAllPatients(deadOnDay(180).patients());
    twice.addAllHips(deadOnDay(180).hips()).addAdverseEvents(event, event);
    assertThatThrownBy(() -> writer.texts(twice.build()))
        .hasMessage("adverse events of a cohort to write [distinct] must be 2, but were 1");
  }

  @Test
  void refusesWhatCouldNotBeReadBack() {
    CohortWriter writer = CohortWriter.withDefaults();
    assertThatThrownBy(() -> writer.texts(Cohort.builder().build()))
        .hasMessage("patients of a cohort to write [count] must be 1 or more, but were 0");
    assertThatThrownBy(() -> writer.texts(Cohort.builder().addPatients(PATIENT).build()))
        .hasMessage("hips of a cohort to write [count] must be 1 or more, but were 0");
    assertThatThrownBy(() -> writer.texts(scored(instrument("x", 9), instrument("x", 10))))
        .hasMessage("instruments of a cohort to write [distinct codes] must be 2, but were 1");
    assertThatThrownBy(() -> writer.texts(scored(instrument("status", 9))))
        .hasMessage("instrument [code] must not name another column of visits.csv, but was status");
    assertThatThrownBy(() -> instrument(" x", 9))
        .hasMessage("instrument code [text] must have visible characters with blanks only inside,"
            + " but was a text of 2 characters");
  }

  /** The first hip was treated on day 0 and the other on day 100; the patient died on day 400. */
  private static Cohort treatedLater(int day) {
    Patient patient = Patient.ofCodes(
        Map.of("patient_id", "P1", "sex", "F", "age_years", "40", "death_day", "400"));
    Visit missed = Visit.ofCodes(
        Map.of("visit", "M6", "day", "183", "status", "missed", "missed_reason", "moved"),
        List.of());
    Visit last = Visit.ofCodes(Map.of("visit", "UNS", "day", day, "status", "done"), List.of());
    return Cohort.builder()
        .addPatients(patient)
        .addHips(
            hip("L").withHistory(List.of(), List.of(), List.of(missed), List.of()),
            hip("R").withIndexDay(100).withHistory(List.of(), List.of(), List.of(last), List.of()))
        .build();
  }

  private static Hip hip(String side) {
    return Hip.ofCodes(
        Map.of("patient_id", "P1", "side", side, "etiology", "other", "steinberg_stage", "II"));
  }

  @Test
  void writesWhyAVisitWasMissedAndCountsTheDaysOfEachHip() {
    Map<String, String> texts = CohortWriter.withDefaults().texts(treatedLater(300));
    assertThat(texts.get("visits.csv")).isEqualTo("""
        patient_id,side,visit,day,status,missed_reason
        P1,L,M6,183,missed,moved
        P1,R,UNS,300,done,
        """);
    assertThatThrownBy(() -> CohortWriter.withDefaults().texts(treatedLater(301)))
        .hasMessage(
            "visit or images of a hip [day] must not lie after the patient's death, but do");
    assertThat(CohortWriter.withDefaults()).hasToString("CohortWriter{}");
  }

  @Test
  void writesHowCellsWerePrepared() {
    Cohort cohort = Cohort.builder()
        .addPatients(Subjects.patient())
        .addHips(hip("L").withId(Subjects.LEFT))
        .addPreparations(Subjects.prepared(91))
        .build();
    String[] lines = CohortWriter.withDefaults()
        .texts(cohort)
        .getOrDefault("procedures.csv", "")
        .split("\n", -1);
    assertThat(lines[0])
        .isEqualTo("patient_id,side,procedure,day,volume_mL,spins,density_gradient,cultured,"
            + "cryopreserved");
    assertThat(lines[1])
        .isEqualTo(Subjects.ID.value() + ",,preparation,91,10,1200x10 3000x7,0,0,0");
  }
}
