package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.imaging.Presence;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableMappingTest {
  private static final String EVENT = "redcap_event_name";
  private static final String FORM = "redcap_repeat_instrument";
  private static final String REDCAP = """
      record_id;redcap_event_name;redcap_repeat_instrument;redcap_repeat_instance;sex;age;cause___1;cause___2;cause____9;hip;stage;op;seen;pain;signs___1;signs___2;mri_complete
      S1;baseline_arm_1;;;1;41;;;;;;;;;;;
      S1;baseline_arm_1;hip;1;;;1;0;0;1;2;01.03.2022;;;;;
      S1;baseline_arm_1;hip;2;;;1;1;0;2;3;03/08/2022;;;;;
      S1;month_6_arm_1;visit;1;;;;;;1;;;01.09.2022;3.5;;;
      S1;month_6_arm_1;visit;2;;;;;;2;;;;NI;;;
      S1;month_6_arm_1;mri;1;;;;;;1;;;02.09.2022;;0;1;2
      S1;month_6_arm_1;mri;2;;;;;;2;;;;;0;0;0
      """;

  private static Map<String, String> codes(String... pairs) {
    Map<String, String> codes = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      codes.put(pairs[i], pairs[i + 1]);
    }
    return codes;
  }

  private static TableMapping export(String sheet) {
    return TableMapping.of(sheet, "export.csv")
        .withNamedColumnsOnly()
        .withMissing(List.of("-999", "NI"))
        .withColumn("patient_id", "record_id");
  }

  private static TableMapping ofHip(TableMapping mapping, String event, String form) {
    return mapping
        .withColumn("side", "hip")
        .withCodes("side", codes("1", "L", "2", "R"))
        .withRowsWhere(EVENT, List.of(event))
        .withRowsWhere(FORM, List.of(form));
  }

  private static List<TableMapping> redcap() {
    TableMapping patients = export("patients.csv")
        .withColumn("sex", "sex")
        .withCodes("sex", codes("1", "F", "2", "M"))
        .withColumn("age_years", "age")
        .withRowsWhere(EVENT, List.of("baseline_arm_1"))
        .withRowsWhere(FORM, List.of(""));
    TableMapping hips = ofHip(export("hips.csv"), "baseline_arm_1", "hip")
        .withCheckboxes(
            "etiology",
            "cause",
            codes("1", "corticosteroid", "2", "alcohol", "-9", "unknown"),
            "multifactorial")
        .withColumn("steinberg_stage", "stage")
        .withCodes("steinberg_stage", codes("1", "I", "2", "II", "3", "III"))
        .withColumn("index_date", "op")
        .withDates("index_date", List.of("dd.MM.yyyy", "dd/MM/yyyy"));
    TableMapping visits = ofHip(export("visits.csv"), "month_6_arm_1", "visit")
        .withConstant("visit", "M6")
        .withColumn("date", "seen")
        .withDates("date", List.of("dd.MM.yyyy"))
        .withColumn("vas", "pain")
        .withoutEmptyRows();
    TableMapping images = ofHip(export("imaging.csv"), "month_6_arm_1", "mri")
        .withConstant("visit", "M6")
        .withConstant("modality", "mri")
        .withConstant("reader", "R1")
        .withColumn("date", "seen")
        .withDates("date", List.of("dd.MM.yyyy"))
        .withColumn("edema", "signs___1")
        .withColumn("crescent", "signs___2")
        .withRowsWhere("mri_complete", List.of("2"))
        .withOtherRowsIgnored();
    return List.of(patients, hips, visits, images);
  }

  private static CohortReading read(List<TableMapping> tables, Map<String, String> files) {
    return CohortReader.withDefaults()
        .withTables(tables)
        .read(file -> Optional.ofNullable(files.get(file))
            .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
  }

  private static List<String> problems(List<TableMapping> tables, String export) {
    return read(tables, Map.of("export.csv", export)).problems().stream()
        .map(Problem::text)
        .toList();
  }

  @Test
  void readsALongitudinalExportOfRedcap() {
    CohortReading reading = read(redcap(), Map.of("export.csv", REDCAP));
    assertThat(reading.problems().stream().map(Problem::text))
        .containsExactly("export.csv:8: column redcap_event_name, redcap_repeat_instrument,"
            + " mri_complete: is matched by no mapping of this file; one of [baseline_arm_1,"
            + " month_6_arm_1; nothing, hip, visit, mri; 2] was expected");
    Cohort cohort = reading.accepted();
    assertThat(cohort).hasToString("Cohort{UNDECLARED, 1 patient, 2 hips}");
    Hip left = cohort.hips().get(0);
    assertThat(left.id().side()).isEqualTo(Side.LEFT);
    assertThat(left.etiology()).isEqualTo(Etiology.CORTICOSTEROID);
    assertThat(cohort.hips().get(1).etiology()).isEqualTo(Etiology.MULTIFACTORIAL);
    assertThat(left.visits()).hasSize(1);
    assertThat(left.visits().get(0).day()).isEqualTo(184);
    assertThat(left.visits().get(0).timepoint()).isEqualTo(Timepoint.ofMonths(6));
    assertThat(left.visits().get(0).score(Instruments.PAIN_VAS_CM).orElseThrow().points())
        .isEqualTo(3.5);
    assertThat(left.imageReadings().get(0).day()).isEqualTo(185);
    assertThat(left.imageReadings().get(0).findings().edema()).isEqualTo(Presence.ABSENT);
    assertThat(left.imageReadings().get(0).findings().crescent()).isEqualTo(Presence.PRESENT);
    assertThat(cohort.hips().get(1).visits()).isEmpty();
  }

  @Test
  void countsTheCellsThatSayByACodeThatTheyAreMissing() {
    CohortReading reading = read(redcap(), Map.of("export.csv", REDCAP));
    assertThat(reading.missing().stream().map(MissingCells::text))
        .containsExactly("export.csv: column pain: NI in 1 cell");
  }

  @Test
  void passesOverAnUnfilledFormThatIsDeclaredSo() {
    List<TableMapping> tables = new ArrayList<>(redcap());
    tables.add(ofHip(export("imaging.csv"), "month_6_arm_1", "mri")
        .withConstant("visit", "M6")
        .withRowsWhere("mri_complete", List.of("0", "1", ""))
        .withoutEmptyRows());
    assertThat(problems(tables, REDCAP)).isEmpty();
  }

  @Test
  void namesTheCallersLineAndColumn() {
    String export = REDCAP
        .replace("baseline_arm_1;;;1;41", "baseline_arm_1;;;Female;141")
        .replace("hip;1;;;1;0;0;1;2;", "hip;1;;;1;Checked;0;1;7;")
        .replace("03/08/2022", "2022-08-03")
        .replace("3.5", "35");
    assertThat(problems(redcap(), export))
        .contains(
            "export.csv:2: column sex: the text is no code that was declared; one of 1, 2 was"
                + " expected",
            "export.csv:2: column age: age at enrollment [years] must lie in 0.0..120.0, and this"
                + " cell does not",
            "export.csv:3: column cause___1: or another box of its field is neither checked nor"
                + " not; 0 or 1 was expected",
            "export.csv:3: column stage: '7' is no code that was declared; one of 1, 2, 3 was"
                + " expected",
            "export.csv:4: column op: the text is no date; a date of the calendar written as"
                + " declared was expected");
  }

  @Test
  void refusesADateThatTwoDeclaredWaysReadDifferently() {
    List<TableMapping> tables = List.of(
        TableMapping.of("patients.csv", "patients.csv"),
        TableMapping.of("hips.csv", "hips.csv")
            .withColumn("index_date", "op")
            .withDates("index_date", List.of("dd/MM/yyyy", "MM/dd/yyyy")));
    String hips = """
        patient_id,side,etiology,steinberg_stage,op
        P1,L,alcohol,I,03/04/2022
        P1,R,alcohol,I,04/04/2022
        """;
    Map<String, String> files =
        Map.of("patients.csv", "patient_id,sex,age_years\nP1,F,41\n", "hips.csv", hips);
    CohortReading reading = read(tables, files);
    assertThat(reading.problems().stream().map(Problem::text))
        .containsExactly("hips.csv:2: column op: the text is two dates; one that all declared ways"
            + " read alike was expected");
    assertThat(reading.accepted().hips()).hasSize(1);
  }

  @Test
  void readsAPatientFromEachRowOfAHipAndRefusesContradictions() {
    List<TableMapping> tables = List.of(
        TableMapping.of("patients.csv", "hips.csv").withRepeatedPatients(),
        TableMapping.of("hips.csv", "hips.csv"));
    String sound = """
        patient_id,sex,age_years,side,etiology,steinberg_stage
        P1,F,41,L,alcohol,I
        P1,F,41,R,alcohol,I
        """;
    assertThat(read(tables, Map.of("hips.csv", sound)).orThrow())
        .hasToString("Cohort{UNDECLARED, 1 patient, 2 hips}");
    assertThat(read(tables, Map.of("hips.csv", sound.replace("41,R", "42,R"))).problems())
        .extracting(Problem::text)
        .containsExactly("hips.csv:3: column patient_id: contradicts line 2 about the same"
            + " patient; rows that agree were expected");
  }

  @Test
  void asksForEveryColumnThatIsNamed() {
    List<TableMapping> tables =
        List.of(TableMapping.of("patients.csv", "export.csv").withColumn("weight_kg", "wt"));
    assertThat(problems(tables, "patient_id,sex,age_years\nP1,F,41\n"))
        .contains("export.csv:1: column wt: is missing from the header; it is required");
    assertThatThrownBy(() -> problems(
            List.of(TableMapping.of("patients.csv", "export.csv").withColumn("wieght", "wt")), ""))
        .hasMessage(
            "mapping of patients.csv [column] must name one of its columns, but named" + " wieght");
    assertThatThrownBy(() -> TableMapping.of("visit.csv", "export.csv"))
        .hasMessageStartingWith("file of a cohort [name] must be one of [patients.csv,");
  }

  private static TableMapping wide(String sheet, String side, String end) {
    return TableMapping.of(sheet, "wide.csv")
        .withNamedColumnsOnly()
        .withColumn("patient_id", "patient_id")
        .withConstant("side", side)
        .withColumn(sheet.equals("hips.csv") ? "steinberg_stage" : "vas", end)
        .withoutEmptyRows();
  }

  @Test
  void readsAWideTableWithARowForEachPatient() {
    List<TableMapping> tables = new ArrayList<>();
    tables.add(TableMapping.of("patients.csv", "wide.csv"));
    for (String side : List.of("L", "R")) {
      tables.add(wide("hips.csv", side, "stage_" + side).withConstant("etiology", "alcohol"));
      for (String visit : List.of("BL", "M6")) {
        String end = "_" + visit + "_" + side;
        tables.add(wide("visits.csv", side, "vas" + end)
            .withColumn("day", "day" + end)
            .withConstant("visit", visit));
      }
    }
    String table = """
        patient_id,sex,age_years,stage_L,day_BL_L,vas_BL_L,day_M6_L,vas_M6_L,stage_R,day_BL_R,vas_BL_R,day_M6_R,vas_M6_R
        P1,F,41,I,0,7,180,3,II,0,6,190,2
        P2,M,35,,,,,,III,0,8,,
        P3,M,36,I,0,78,,4,,,,,
        """;
    CohortReading reading = read(tables, Map.of("wide.csv", table));
    assertThat(reading.accepted()).hasToString("Cohort{UNDECLARED, 3 patients, 4 hips}");
    assertThat(reading.accepted().hips())
        .extracting(hip -> hip.visits().size())
        .containsExactly(2, 0, 2, 1);
    assertThat(reading.problems().stream().map(Problem::text))
        .containsExactly(
            "wide.csv:4: column vas_BL_L: pain on the visual analog scale [cm] must lie in"
                + " 0.0..10.0, but was 78.0",
            "wide.csv:4: column day_M6_L: is empty; days from the first treatment were"
                + " expected");
  }
}
