package io.github.avnfh.core.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.RecordedStage;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.StageSystem;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.evidence.Sources;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.core.table.PlainData;
import io.github.avnfh.core.treatment.CellPreparation;
import io.github.avnfh.core.treatment.CoreDecompression;
import io.github.avnfh.core.treatment.Injection;
import io.github.avnfh.core.treatment.MarrowAspiration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form tells of a patient, a hip, a visit or an image, column by column. */
class CodesOfARecordTest {
  private static final String PATIENT = """
      patient_id=P1 sex=F age_years=40 height_cm=170.5 weight_kg=70 platelets_per_uL=200000
      hemoglobin_g_per_dL=13.5 leukocytes_per_uL=7000 inr=1.1 aptt_s=30 creatinine_mg_per_dL=0.9
      alt_U_per_L=20 ast_U_per_L=21 enrolled=1 able_to_attend=0 willing=1 systemic_infection=0
      severe_coagulopathy=1 active_malignancy=0 pregnant=1 lost_day=300 lost_reason=moved
      death_day=400""";
  private static final String HIP = """
      patient_id=P1 side=L etiology=idiopathic steinberg_stage=II steinberg_grade=B prior_surgery=1
      arthroplasty_day=400 last_seen_day=410 local_infection=0 persistent_complaint=1
      conservative_therapy_months=6.5 index_day=12 recorded_stages=ficat:IIA""";
  private static final String FINDINGS = """
      mri_lesion=1 radiograph_abnormal=1 sclerosis_or_cysts=1 lesion_percent=30 crescent=1
      crescent_percent=20 flattening=1 collapsed_surface_percent=10 depression_mm=1.5
      joint_space_narrowing=1 acetabular_changes=0 joint_space_obliterated=0
      necrotic_angle_coronal_deg=100 necrotic_angle_sagittal_deg=90 lesion_location=lateral
      weight_bearing_percent=55 beyond_acetabular_edge=0 edema=1 beyond_head_apex=0
      pillars=whole/part/none""";
  private static final String IMAGE =
      "visit=M6 day=185 modality=radiograph view=ap reader=R1 " + FINDINGS;
  private static final List<Instrument> SCALES = List.of(
      Instrument.of(
          "walk", Quantity.of("walk", "points", 0, 10), Instrument.Direction.LOWER_IS_BETTER),
      Instrument.of(
          "pain", Quantity.of("pain", "points", 0, 10), Instrument.Direction.HIGHER_IS_BETTER));

  private static Map<String, String> codes(String text) {
    Map<String, String> codes = new LinkedHashMap<>();
    for (String pair : text.split("\\s+", -1)) {
      int sign = pair.indexOf('=');
      codes.put(pair.substring(0, sign), pair.substring(sign + 1));
    }
    return codes;
  }

  /** Each column alone left out changes what is read, or is refused by its name. */
  private static void holdsEachColumn(
      String text,
      Function<Map<String, String>, Map<String, String>> readAndTold,
      String required) {
    Map<String, String> all = codes(text);
    assertThat(readAndTold.apply(all)).containsExactlyEntriesOf(all);
    for (String column : all.keySet()) {
      Map<String, String> fewer = new LinkedHashMap<>(all);
      fewer.remove(column);
      if (List.of(required.split(" ", -1)).contains(column)) {
        assertThatThrownBy(() -> readAndTold.apply(fewer))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith(column + " of ")
            .hasMessageEndingWith(": is empty; a value was expected");
      } else {
        assertThat(readAndTold.apply(fewer)).as(column).containsExactlyEntriesOf(fewer);
      }
    }
  }

  @Test
  void tellEverythingOfAPatient() {
    assertThat(Patient.columns()).containsExactlyElementsOf(codes(PATIENT).keySet());
    Map<String, String> kept = codes(PATIENT);
    assertThat(Patient.ofCodes(kept).codes()).containsExactlyEntriesOf(kept);
    holdsEachColumn(
        PATIENT.replace(" lost_day=300 lost_reason=moved", ""),
        codes -> Patient.ofCodes(codes).codes(),
        "patient_id sex age_years");
    kept.remove("lost_reason");
    assertThat(Patient.ofCodes(kept).lostDay()).hasValue(300);
    assertThat(Patient.ofCodes(kept).deathDay()).hasValue(400);
  }

  @Test
  void tellEverythingOfAHipButItsHistory() {
    assertThat(Hip.columns()).containsExactlyElementsOf(codes(HIP).keySet());
    holdsEachColumn(
        HIP, codes -> Hip.ofCodes(codes).codes(), "patient_id side etiology steinberg_stage");
  }

  @Test
  void tellEverythingOfAnImage() {
    assertThat(Findings.columns()).containsExactlyElementsOf(codes(FINDINGS).keySet());
    holdsEachColumn(
        IMAGE, codes -> ImageReading.ofCodes(codes).codes(), "visit day modality reader");
    holdsEachColumn(FINDINGS, codes -> Findings.ofCodes(codes).codes(), "");
    Findings read = Findings.ofCodes(Map.of("edema", 1, "crescent", 0));
    assertThat(read.edema()).isEqualTo(Presence.PRESENT);
    assertThat(read.crescent()).isEqualTo(Presence.ABSENT);
    assertThat(read.flattening()).isEqualTo(Presence.NOT_ASSESSED);
  }

  @Test
  void tellEverythingOfAVisit() {
    holdsEachColumn(
        "visit=M6 day=185 status=done pain=3.5 walk=7",
        codes -> {
          Map<String, String> told =
              new LinkedHashMap<>(Visit.ofCodes(codes, SCALES).codes());
          if (!codes.containsKey("status")) {
            assertThat(told.remove("status")).isEqualTo("done");
          }
          return told;
        },
        "visit day");
    assertThatThrownBy(() -> Visit.ofCodes(codes("visit=M6 day=185 pain=11"), SCALES))
        .hasMessage("pain of visit: pain [points] must lie in 0.0..10.0, but was 11.0");
  }

  @Test
  void takeTheDayOfThePlanOnlyForAVisitThatDidNotTakePlace() {
    Visit missed = Visit.ofCodes(codes("visit=M6 status=missed missed_reason=ill"), SCALES);
    assertThat(missed.day()).isEqualTo(Timepoint.ofMonths(6).nominalDay().orElseThrow());
    assertThat(missed.missedReason()).contains("ill");
    assertThat(Visit.ofCodes(codes("visit=M6 day=190 status=missed"), SCALES).day())
        .isEqualTo(190);
    assertThatThrownBy(() -> Visit.ofCodes(codes("visit=M6 status=done"), SCALES))
        .hasMessage("day of visit: is empty; a value was expected");
    assertThatThrownBy(() -> Visit.ofCodes(codes("visit=M6 status=missed day=-3651"), SCALES))
        .hasMessageStartingWith("day of visit: ");
  }

  @Test
  void neverRepeatThePatientInARefusal() {
    Map<String, String> codes = codes(HIP);
    codes.put("patient_id", "SECRET-77");
    codes.put("steinberg_grade", "SECRET-77");
    assertThatThrownBy(() -> Hip.ofCodes(codes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("steinberg_grade of hip: ")
        .hasMessageNotContaining("SECRET");
    codes.put("steinberg_grade", "XX");
    assertThatThrownBy(() -> Hip.ofCodes(codes)).hasMessageContaining("XX");
  }

  @Test
  void holdStagesOfSystemsInOrderAndEachSystemOnce() {
    Map<String, String> codes = codes(HIP);
    codes.put("recorded_stages", "arco2019:iiia  ficat:0");
    Hip hip = Hip.ofCodes(codes);
    assertThat(hip.codes()).containsEntry("recorded_stages", "ficat:0 arco2019:IIIA");
    assertThat(hip.recordedStage(StageSystem.ARCO_2019))
        .contains(RecordedStage.of(StageSystem.ARCO_2019, "IIIA"));
    assertThat(hip.recordedStage(StageSystem.JIC_TYPE)).isEmpty();
    codes.put("recorded_stages", "ficat:I ficat:II");
    assertThatThrownBy(() -> Hip.ofCodes(codes))
        .hasMessage("recorded_stages of hip: recorded stages of a hip [distinct systems] must be"
            + " 2, but were 1");
  }

  @Test
  void areInTheClinicalOrderOfTheStages() {
    List<RecordedStage> stages = Stream.of("jic_stage:3A", "ficat:IV", "jic_stage:3", "ficat:IIB")
        .map(RecordedStage::parse)
        .sorted()
        .toList();
    assertThat(stages)
        .extracting(RecordedStage::code)
        .containsExactly("ficat:IIB", "ficat:IV", "jic_stage:3", "jic_stage:3A");
    assertThat(StageSystem.ARCO_2019.title()).isEqualTo("ARCO 2019");
  }

  @ParameterizedTest
  @ValueSource(strings = {"II", "ficat", "ficat:", "ficat:V", ":II", "other:II"})
  void refuseWhatIsNoRecordedStage(String text) {
    assertThatThrownBy(() -> RecordedStage.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tellWhatIsUnknown() {
    assertThat(List.of(Sex.UNKNOWN.isKnown(), Etiology.UNKNOWN.isKnown())).containsOnly(false);
    assertThat(SteinbergStage.UNKNOWN.isKnown()).isFalse();
    assertThat(Sex.FEMALE.isKnown() && Etiology.ALCOHOL.isKnown()).isTrue();
    assertThat(SteinbergStage.STAGE_II.isKnown() && Side.LEFT.isKnown()).isTrue();
  }

  private static Hip.Builder hip() {
    return Hip.builder()
        .id(HipId.of(PatientId.of("P1"), Side.LEFT))
        .etiology(Etiology.ALCOHOL)
        .baselineStage(SteinbergStage.STAGE_II);
  }

  private static ImageReading image(int day) {
    return Subjects.image(Timepoint.ofMonths(6), day, Presence.PRESENT);
  }

  @Test
  void aHistoryHoldsEveryThingOnce() {
    Injection first = Injection.builder().number(1).day(0).build();
    Injection again = Injection.builder().number(1).day(9).build();
    CoreDecompression drilled = CoreDecompression.builder().day(4).build();
    RecordedStage stage = RecordedStage.parse("ficat:I");
    RecordedStage other = RecordedStage.parse("ficat:II");
    assertThatThrownBy(() -> hip().addInjections(first, again).build())
        .hasMessage("injections of a hip [distinct numbers] must be 2, but were 1");
    assertThatThrownBy(() -> hip().addDecompressions(drilled, drilled).build())
        .hasMessage("decompressions of a hip [distinct days] must be 2, but were 1");
    assertThatThrownBy(() -> hip().addImageReadings(image(185), image(185)).build())
        .hasMessage("examinations of a hip [distinct moments, modalities and readers] must be 2,"
            + " but were 1");
    assertThatThrownBy(() -> hip().addRecordedStages(stage, other).build())
        .hasMessage("recorded stages of a hip [distinct systems] must be 2, but were 1");
    assertThat(again.daysAfter(first)).isEqualTo(9);
    assertThat(first.daysAfter(again)).isEqualTo(-9);
  }

  @Test
  void theOwnImagesOfAHipEndWithTheDayOfItsReplacement() {
    Hip replaced = hip()
        .arthroplasty(Arthroplasty.onDay(200))
        .addImageReadings(image(199), Subjects.image(Timepoint.ofMonths(9), 200, Presence.ABSENT))
        .addImageReadings(Subjects.image(Timepoint.ofMonths(12), 201, Presence.ABSENT))
        .build();
    assertThat(replaced.ownImageReadings()).extracting(ImageReading::day).containsExactly(199, 200);
    assertThat(replaced.isReplacedBefore(200)).isFalse();
    assertThat(replaced.isReplacedBefore(201)).isTrue();
    assertThat(hip().build().isReplacedBefore(1_000)).isFalse();
    Hip seen = hip().addAllVisits(Subjects.visits()).build();
    Timepoint sixth = Timepoint.ofMonths(6);
    assertThat(seen.visit(sixth)).map(Visit::timepoint).contains(sixth);
    assertThat(hip().build().visit(sixth)).isEmpty();
  }

  @Test
  void theDaysOfAHipCountFromItsOwnTreatment() {
    Patient patient = Patient.ofCodes(codes(PATIENT));
    Hip later = hip().indexDay(100).build();
    MarrowAspiration own =
        MarrowAspiration.builder().patient(patient.id()).day(0).build();
    Cohort cohort = Cohort.builder()
        .addPatients(patient)
        .addHips(later)
        .addAspirations(own)
        .addPreparations(CellPreparation.builder().patient(patient.id()).day(0).build())
        .build();
    assertThat(cohort.deathDayOf(later)).contains(300);
    assertThat(cohort.lostDayOf(later)).contains(200);
    assertThat(cohort.aspirationsOf(patient)).containsExactly(own);
    assertThat(cohort.preparationsOf(patient)).hasSize(1);
    Patient stranger = Patient.ofCodes(Map.of("patient_id", "P2", "sex", "F", "age_years", 30));
    assertThat(cohort.aspirationsOf(stranger)).isEmpty();
    assertThat(cohort.preparationsOf(stranger)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"121, ,", "-1, ,", "40, -3651,", "40, , -3651", "40, 36526,", "40, , 36526"})
  void aPatientHasAnAgeAndDaysOfTheStudy(int age, Integer lost, Integer died) {
    Patient.Builder patient = Patient.builder()
        .id(PatientId.of("P1"))
        .sex(Sex.MALE)
        .ageYears(age)
        .lostDay(Optional.ofNullable(lost))
        .deathDay(Optional.ofNullable(died));
    assertThatThrownBy(patient::build).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"29.9, ", "260.1, ", ", 1.9", ", 400.1"})
  void aPatientHasAPossibleHeightAndWeight(Double height, Double weight) {
    Patient.Builder patient =
        Patient.builder().id(PatientId.of("P1")).sex(Sex.MALE).ageYears(40);
    Optional.ofNullable(height).ifPresent(patient::heightCm);
    Optional.ofNullable(weight).ifPresent(patient::weightKg);
    assertThatThrownBy(patient::build)
        .hasMessageContaining(height == null ? "weight [kg]" : "height [cm]");
  }

  /** As plain data: what is known by the names of the methods, and no patient. */
  @Test
  void plainDataOfAHipTellsWhatIsKnownAndNotWhoseItIs() {
    Map<String, Object> hip = PlainData.asMap(hip()
        .arthroplasty(Arthroplasty.onDay(200))
        .conservativeTherapyMonths(6)
        .addRecordedStages(RecordedStage.parse("ficat:I"))
        .addInjections(Injection.builder().number(1).day(0).build())
        .addVisits(Visit.ofCodes(codes("visit=M6 day=185 pain=3.5"), SCALES))
        .build());
    assertThat(hip)
        .containsEntry("etiology", Etiology.ALCOHOL.code())
        .containsEntry("conservativeTherapyMonths", 6.0)
        .containsEntry("indexDay", 0)
        .containsEntry("decompressions", List.of())
        .doesNotContainKeys("id", "priorSurgery", "lastSeenDay", "codes", "toString");
    assertThat(hip.toString()).doesNotContain("P1");
    assertThat(new ArrayList<>(hip.keySet())).isSorted();
    assertThatThrownBy(() -> hip.put("id", "P1")).isInstanceOf(UnsupportedOperationException.class);
    assertThat(PlainData.asMap(Sources.STUDY)).containsKeys("authors", "title", "source");
  }

  @Test
  void plainDataRefusesWhatIsNotOfTheLibraryOrNamesAPatient() {
    for (Object other :
        List.of("text", 1, PatientId.of("P1"), HipId.of(PatientId.of("P1"), Side.LEFT))) {
      assertThatThrownBy(() -> PlainData.asMap(other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("answer [type] must be one of this library that names no patient, but was"
              + " another");
    }
  }

  @Test
  void plainRowsAreFlatByTheNamesOfTheParts() {
    Findings findings = Findings.ofCodes(Map.of("lesion_percent", 30, "mri_lesion", 1));
    List<Map<String, Object>> rows = PlainData.asRows(List.of(image(185), findings));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0)).containsEntry("day", 185).containsEntry("reader", "R1");
    assertThat(rows.get(1)).containsEntry("lesionPercent", 30.0);
    assertThat(rows.get(0).values()).noneMatch(value -> value instanceof Map<?, ?>);
  }
}
