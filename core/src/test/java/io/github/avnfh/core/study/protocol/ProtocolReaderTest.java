package io.github.avnfh.core.study.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataOrigin;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.dictionary.CohortReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProtocolReaderTest {
  private static final String MINE = """
      item,name,from,to,note
      protocol,mine,,,
      include,age_years,18,60,
      include,conservative_therapy_months,3,,
      include,steinberg_stage,I,II,
      exclude,platelets_per_uL,,79999,
      exclude,pregnant,,,
      exclude,prior_surgery,,,
      visit,BL,-30,0,
      visit,M6,150,210,
      visit,M12,330,400,
      instrument,hhs,,,
      images,M12,,,
      modality,mri,,,
      injection,BL,0,0,with decompression
      injection,M6,150,210,by decision
      horizon,12,,,
      """;

  private final Problems problems = new Problems();

  private Optional<Protocol> read(String table) {
    CsvInput input = CsvInput.of(
        "protocol.csv",
        new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
        CsvFormat.withDefaults());
    return ProtocolReader.read(input, CohortReader.INSTRUMENTS, problems);
  }

  private Protocol mine() {
    Protocol protocol = read(MINE).orElseThrow(() -> new AssertionError(problems.list()));
    assertThat(problems.list()).isEmpty();
    return protocol;
  }

  @Test
  void readsCriteriaVisitsImagesInjectionsAndHorizon() {
    Protocol protocol = mine();
    assertThat(protocol.name()).isEqualTo("mine");
    assertThat(protocol.criteria())
        .extracting(criterion -> criterion.rule().statement())
        .containsExactly(
            "Age at enrollment [years] lies in 18 to 60",
            "Conservative therapy [months] lies in 3 or more",
            "Steinberg stage lies in I to II",
            "Platelet count [per microliter] does not lie in 79999 or less",
            "Pregnant is not so",
            "Prior surgery is not so");
    assertThat(protocol.visits().visitOn(210)).isPresent();
    assertThat(protocol.visits().visitOn(211)).isEmpty();
    assertThat(protocol.imaging()).containsExactly(Timepoint.ofMonths(12));
    assertThat(protocol.injections())
        .extracting(PlannedInjection::condition)
        .containsExactly(PlannedInjection.Condition.ALWAYS, PlannedInjection.Condition.BY_DECISION);
    assertThat(protocol.injections())
        .extracting(PlannedInjection::withDecompression)
        .containsExactly(true, false);
    assertThat(protocol.horizonMonths()).hasValue(12);
  }

  /** Both ends of a range belong to it; what was not recorded is unknown. */
  @ParameterizedTest
  @CsvSource({
    "IN-AGE-YEARS, 17, NOT_MET",
    "IN-AGE-YEARS, 18, MET",
    "IN-AGE-YEARS, 60, MET",
    "IN-AGE-YEARS, 61, NOT_MET",
    "EX-PLATELETS-PER-UL, 79998, NOT_MET",
    "EX-PLATELETS-PER-UL, 79999, NOT_MET",
    "EX-PLATELETS-PER-UL, 80000, MET",
    "EX-PLATELETS-PER-UL, , UNKNOWN",
    "EX-PREGNANT, , UNKNOWN",
  })
  void judgesPatientsOnTheCut(String criterion, Double value, Answer answer) {
    boolean isAge = criterion.equals("IN-AGE-YEARS");
    Patient.Builder patient = Patient.builder()
        .id(PatientId.of("P1"))
        .sex(Sex.FEMALE)
        .ageYears(isAge && value != null ? value.intValue() : 40);
    if (!isAge && value != null) {
      patient.plateletsPerMicroliter(value);
    }
    Patient built = patient.build();
    Cohort cohort =
        Cohort.builder().origin(DataOrigin.UNDECLARED).addPatients(built).build();
    assertThat(criterion(criterion).answer(built, cohort)).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "STAGE_0, 3, NOT_MET, MET",
    "STAGE_I, 2.9, MET, NOT_MET",
    "STAGE_II, 3, MET, MET",
    "STAGE_III, , NOT_MET, UNKNOWN",
    "UNKNOWN, 12, UNKNOWN, MET",
  })
  void judgesHipsOnTheCut(SteinbergStage stage, Double months, Answer staged, Answer waited) {
    Hip.Builder builder = Hip.builder();
    builder
        .id(HipId.of(PatientId.of("P1"), Side.LEFT))
        .etiology(Etiology.IDIOPATHIC)
        .baselineStage(stage);
    if (months != null) {
      builder.conservativeTherapyMonths(months);
    }
    Hip hip = builder.build();
    Cohort cohort = Cohort.builder()
        .origin(DataOrigin.UNDECLARED)
        .addPatients(
            Patient.builder().id(PatientId.of("P1")).sex(Sex.MALE).ageYears(40).build())
        .addHips(hip)
        .build();
    assertThat(criterion("IN-STEINBERG-STAGE").answer(hip, cohort)).isEqualTo(staged);
    assertThat(criterion("IN-CONSERVATIVE-THERAPY-MONTHS").answer(hip, cohort)).isEqualTo(waited);
  }

  private EligibilityCriterion criterion(String id) {
    return mine().criteria().stream()
        .filter(each -> each.rule().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void takesHalfwayWindowsWhereNoneIsGiven() {
    Protocol protocol = read("item,name\nprotocol,p\nvisit,BL\nvisit,M12\n").orElseThrow();
    assertThat(protocol.visits().windowsFrom()).contains("not published");
    assertThat(protocol.horizonMonths()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      include,age_years,,             | :3: column from: is empty, and so is to; at least one end
      include,age_years,121,          | :3: column from:
      include,height,1,2              | is not a criterion; one of able_to_attend, active_malignancy
      exclude,pregnant,1,             | :3: column from: has no place with a criterion that is so or not
      visit,M6,150,                   | :3: column to: is empty; both days of a window or none
      visit,M6,200,210                | window of M6 [days from the first treatment] must hold day
      visit,UNS,,                     | must have a number of months
      instrument,ohs,,                | is not an instrument; one of vas, vas_mm, hhs was expected
      horizon,0,,                     | horizon [months] must lie in 1..1200, but was '0'
      horizon,1201,,                  | horizon [months] must lie in 1..1200, but was '1201'
      injection,UNS,,                 | planned injection [visit] must have a number of months, but was unscheduled
      protocol,second,,               | names a second protocol; one was expected
      include,steinberg_stage,VII,    | is not a Steinberg stage
      exclude,willing,,               | protocol [items] must have a name and one visit or more, but has no visit
      include,age_years,60,18         | :3: column to: lies below from; a range that ascends was expected
      include,steinberg_stage,III,I   | :3: column to: lies below from; a range that ascends was expected
      surprise,x,,                    | is not an item of a protocol
      """)
  void refusesALineWithItsReason(String line, String reason) {
    assertThat(read("item,name,from,to\nprotocol,p,,\n" + line + "\n")).isEmpty();
    assertThat(problems.list()).extracting(Problem::text).anyMatch(text -> text.contains(reason));
  }

  /** As a protocol of the same words, or with a problem at the second line. */
  @ParameterizedTest
  @MethodSource("lines")
  void takesOrRefusesALineThatStandsTwice(String line) {
    Optional<Protocol> twice = read(MINE.replace(line + "\n", line + "\n" + line + "\n"));
    assertThat(twice.isEmpty()).isEqualTo(!problems.isEmpty());
    if (line.matches("(protocol|horizon),.*")) {
      assertThat(problems.list())
          .singleElement()
          .extracting(Problem::text)
          .asString()
          .endsWith(
              "names a second " + line.substring(0, line.indexOf(',')) + "; one was expected");
    }
  }

  static Stream<String> lines() {
    return MINE.lines().skip(1);
  }

  @Test
  void refusesImagesWithoutAVisit() {
    assertThat(read("item,name\nprotocol,p\nvisit,BL\nimages,M12\n")).isEmpty();
    assertThat(problems.list())
        .extracting(Problem::text)
        .anyMatch(text -> text.contains("images of a protocol [timepoint] must belong"));
  }

  @Test
  void refusesVisitsOfWhichSomeHaveWindows() {
    assertThat(read("item,name,from,to\nprotocol,p,,\nvisit,BL,-30,0\nvisit,M12,,\n"))
        .isEmpty();
    assertThat(problems.list())
        .extracting(Problem::text)
        .anyMatch(text -> text.contains("visits of a protocol [windows] must all have one"));
  }

  /**
   * Ranges of one number, the shortest and the longest horizon, an injection on its planned day.
   */
  @Test
  void takesEachRangeAtItsEnds() {
    String table = """
            item,name,from,to
            protocol,p,,
            visit,BL,,
            visit,M6,,
            injection,M6,,
            include,age_years,40,40
            include,steinberg_stage,II,II
            horizon,%d,,
            """;
    Protocol protocol = read(table.replace("%d", "1")).orElseThrow();
    assertThat(protocol.horizonMonths()).hasValue(1);
    assertThat(protocol.injections().get(0).window()).isEqualTo(DayWindow.of(183, 183));
    assertThat(read(table.replace("%d", "1200")).orElseThrow().horizonMonths()).hasValue(1200);
    assertThat(problems.list()).isEmpty();
    assertThat(read("item,name\n")).isEmpty();
    assertThat(problems.list())
        .extracting(Problem::text)
        .containsExactly(
            "protocol.csv:2: column item: no row follows the header; at least one was expected");
  }

  /** What is demanded must be recorded as so, and what excludes as not so. */
  @ParameterizedTest
  @CsvSource({
    "able_to_attend",
    "willing",
    "systemic_infection",
    "severe_coagulopathy",
    "active_malignancy",
    "pregnant",
    "persistent_complaint",
    "prior_surgery",
    "local_infection"
  })
  void judgesWhatIsSoOrNot(String name) {
    for (String item : new String[] {"include", "exclude"}) {
      EligibilityCriterion criterion = read("item,name\nprotocol,p\nvisit,BL\n" + item + "," + name
              + "\n")
          .orElseThrow()
          .criteria()
          .get(0);
      boolean isDemanded = item.equals("include");
      assertThat(answer(criterion, name, "1")).isEqualTo(Answer.of(isDemanded));
      assertThat(answer(criterion, name, "0")).isEqualTo(Answer.of(!isDemanded));
      assertThat(answer(criterion, name, "")).isEqualTo(Answer.UNKNOWN);
    }
  }

  private static Answer answer(EligibilityCriterion criterion, String name, String cell) {
    boolean isOfHips = criterion.level() == EligibilityCriterion.Level.HIPS;
    Map<String, String> codes = isOfHips
        ? Map.of(
            "patient_id",
            "P1",
            "side",
            "L",
            "etiology",
            "other",
            "steinberg_stage",
            "II",
            name,
            cell)
        : Map.of("patient_id", "P1", "sex", "F", "age_years", "40", name, cell);
    Patient patient = Patient.ofCodes(
        isOfHips ? Map.of("patient_id", "P1", "sex", "F", "age_years", "40") : codes);
    Cohort cohort =
        Cohort.builder().origin(DataOrigin.UNDECLARED).addPatients(patient).build();
    return isOfHips
        ? criterion.answer(Hip.ofCodes(codes), cohort)
        : criterion.answer(patient, cohort);
  }
}
