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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DictionaryReaderTest {
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

  private static final String ROWS = "redcap_event_name=month_6_arm_1;redcap_repeat_instrument=";
  private static final String DICTIONARY =
      """
      source,column,means,visit,codes,missing,dates,rows,several
      export.csv,record_id,patient,,,,,,
      export.csv,redcap_event_name,condition,,,,,,
      export.csv,redcap_repeat_instrument,condition,,,,,,
      export.csv,redcap_repeat_instance,ignored,,,,,,
      export.csv,hip,side,,1=L;2=R,,,,
      export.csv,sex,sex,,1=F;2=M,,,,
      export.csv,age,age_years,,,,,,
      export.csv,cause___1,etiology,,1=corticosteroid;0=,,,,multifactorial
      export.csv,cause___2,etiology,,1=alcohol;0=,,,,multifactorial
      export.csv,cause____9,etiology,,1=unknown;0=,,,,multifactorial
      export.csv,stage,steinberg_stage,,1=I;2=II;3=III,,,,
      export.csv,op,index_date,,,,dd.MM.yyyy|dd/MM/yyyy,,
      export.csv,seen,visit_date,M6,,,dd.MM.yyyy,VISIT,
      export.csv,pain,score:vas,M6,,-999;NI,,VISIT,
      export.csv,seen,images_date,M6,,,dd.MM.yyyy,MRI,
      export.csv,,modality,M6,=mri,,,MRI,
      export.csv,,reader,M6,=R1,,,MRI,
      export.csv,signs___1,edema,M6,,,,MRI,
      export.csv,signs___2,crescent,M6,,,,MRI,
      export.csv,mri_complete,condition,,,,,,
      """.replace("VISIT", ROWS + "visit").replace("MRI", ROWS + "mri;mri_complete=2");

  /** The box of a sign that is not checked says nothing in a form that was not completed. */
  private static final String UNREAD = "export.csv:8: column COLUMN: holds a value, but no line of"
      + " the dictionary for this column applies to this row; an empty cell was expected, or a line"
      + " for such rows, if only one that means ignored";

  private static CohortReading read(String dictionary, Map<String, String> files) {
    return CohortReader.with(Dictionary.parse("dictionary.csv", dictionary))
        .read(file -> Optional.ofNullable(files.get(file))
            .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
  }

  private static List<String> problems(String dictionary, String export) {
    return read(dictionary, Map.of("export.csv", export)).problems().stream()
        .map(Problem::text)
        .toList();
  }

  @Test
  void readsALongitudinalExportOfRedcap() {
    CohortReading reading = read(DICTIONARY, Map.of("export.csv", REDCAP));
    assertThat(reading.problems().stream().map(Problem::text))
        .containsExactly(
            UNREAD.replace("COLUMN", "signs___1"), UNREAD.replace("COLUMN", "signs___2"));
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
    CohortReading reading = read(DICTIONARY, Map.of("export.csv", REDCAP));
    assertThat(reading.missing().stream().map(MissingCells::text))
        .containsExactly("export.csv: column pain: NI in 1 cell");
  }

  @Test
  void passesOverAnUnfilledFormThatIsDeclaredSo() {
    String unfilled = """
        export.csv,signs___1,ignored,,,,,mri_complete!=2,
        export.csv,signs___2,ignored,,,,,mri_complete!=2,
        """;
    assertThat(problems(DICTIONARY + unfilled, REDCAP)).isEmpty();
  }

  @Test
  void namesTheCallersLineAndColumn() {
    String export = REDCAP
        .replace("baseline_arm_1;;;1;41", "baseline_arm_1;;;Female;141")
        .replace("hip;1;;;1;0;0;1;2;", "hip;1;;;1;Checked;0;1;7;")
        .replace("03/08/2022", "2022-08-03")
        .replace("3.5", "35");
    assertThat(problems(DICTIONARY, export))
        .containsExactlyInAnyOrder(
            UNREAD.replace("COLUMN", "signs___1"),
            UNREAD.replace("COLUMN", "signs___2"),
            "export.csv:5: column pain: pain on the visual analog scale [cm] must lie in 0.0..10.0,"
                + " but was 35.0",
            "export.csv:2: column sex: the text is no code that was declared; one of 1, 2 was"
                + " expected",
            "export.csv:2: column age: age at enrollment [years] must lie in 0.0..120.0, and this"
                + " cell does not",
            "export.csv:3: column cause___2: the text is no code that was declared; one of 1, 0 was"
                + " expected",
            "export.csv:3: column stage: the text is no code that was declared; one of 1, 2, 3 was"
                + " expected",
            "export.csv:4: column op: the text is no date; a date of the calendar written as"
                + " declared was expected");
  }

  private static final String HIPS = """
      source,column,means,dates
      hips.csv,patient_id,patient,
      hips.csv,sex,sex,
      hips.csv,age_years,age_years,
      hips.csv,side,side,
      hips.csv,etiology,etiology,
      hips.csv,steinberg_stage,steinberg_stage,
      """;

  @Test
  void refusesADateThatTwoDeclaredWaysReadDifferently() {
    String hips = """
        patient_id,sex,age_years,side,etiology,steinberg_stage,op
        P1,F,41,L,alcohol,I,03/04/2022
        P1,F,41,R,alcohol,I,04/04/2022
        """;
    CohortReading reading =
        read(HIPS + "hips.csv,op,index_date,dd/MM/yyyy|MM/dd/yyyy\n", Map.of("hips.csv", hips));
    assertThat(reading.problems().stream().map(Problem::text))
        .containsExactly("hips.csv:2: column op: the text is two dates; one that all declared ways"
            + " read alike was expected");
    assertThat(reading.accepted().hips()).hasSize(1);
  }

  @Test
  void readsAPatientFromEachRowOfAHipAndRefusesContradictions() {
    String hips = """
        patient_id,sex,age_years,side,etiology,steinberg_stage
        P1,F,41,L,alcohol,I
        P1,F,41,R,alcohol,I
        """;
    assertThat(read(HIPS, Map.of("hips.csv", hips)).orThrow())
        .hasToString("Cohort{UNDECLARED, 1 patient, 2 hips}");
    assertThat(read(HIPS, Map.of("hips.csv", hips.replace("41,R", "42,R"))).problems())
        .extracting(Problem::text)
        .containsExactly(
            "hips.csv:3: column age_years: contradicts line 2 about the same patient; equal"
                + " values or an empty cell were expected");
  }

  @Test
  void reportsAnAgeThatNoRowTellsOnceAtTheFirstCellThatCould() {
    String hips = """
        patient_id,sex,old,side,etiology,steinberg_stage
        P1,F,,L,alcohol,I
        P1,F,NI,R,alcohol,I
        P2,M,50,L,alcohol,I
        P3,M,,L,alcohol,I
        P3,M,51,R,alcohol,I
        """;
    String dictionary = """
        source,column,means,missing
        hips.csv,patient_id,patient,
        hips.csv,sex,sex,
        hips.csv,old,age_years,NI
        hips.csv,side,side,
        hips.csv,etiology,etiology,
        hips.csv,steinberg_stage,steinberg_stage,
        """;
    CohortReading reading = read(dictionary, Map.of("hips.csv", hips));
    assertThat(reading.problems())
        .extracting(Problem::text)
        .containsExactly(
            "hips.csv:2: column old: gives no age of the patient, nor does another row;"
                + " an age, or a date or year of birth, was expected");
    assertThat(reading.accepted()).hasToString("Cohort{UNDECLARED, 2 patients, 3 hips}");
  }

  @Test
  void asksForEveryColumnThatIsNamed() {
    String hips = """
        patient_id,sex,age_years,side,etiology,steinberg_stage
        P1,F,41,L,alcohol,I
        """;
    assertThat(read(HIPS + "hips.csv,wt,weight_kg,\n", Map.of("hips.csv", hips)).problems())
        .extracting(Problem::text)
        .containsExactly("hips.csv:1: column wt: is missing from the header; the dictionary has a"
            + " line for it");
    assertThatThrownBy(() -> Dictionary.parse("d.csv", HIPS + "hips.csv,wt,wieght,\n"))
        .hasMessageContaining("d.csv:8: column means: a text of 6 characters is no meaning");
  }

  @Test
  void readsAWideTableWithARowForEachPatient() {
    StringBuilder lines = new StringBuilder("""
        source,column,means,visit,side,codes
        wide.csv,patient_id,patient,,,
        wide.csv,sex,sex,,,
        wide.csv,age_years,age_years,,,
        wide.csv,,etiology,,L,=alcohol
        wide.csv,,etiology,,R,=alcohol
        """);
    for (String side : List.of("L", "R")) {
      lines.append("wide.csv,stage_" + side + ",steinberg_stage,," + side + ",\n");
      for (String visit : List.of("BL", "M6")) {
        String end = "_" + visit + "_" + side;
        String where = "," + visit + "," + side + ",\n";
        lines.append("wide.csv,vas" + end + ",score:vas" + where);
        lines.append("wide.csv,day" + end + ",visit_day" + where);
      }
    }
    String table = """
        patient_id,sex,age_years,stage_L,day_BL_L,vas_BL_L,day_M6_L,vas_M6_L,stage_R,day_BL_R,vas_BL_R,day_M6_R,vas_M6_R
        P1,F,41,I,0,7,180,3,II,0,6,190,2
        P2,M,35,,,,,,III,0,8,,
        P3,M,36,I,0,78,,4,,,,,
        """;
    CohortReading reading = read(lines.toString(), Map.of("wide.csv", table));
    assertThat(reading.problems().stream().map(Problem::text))
        .containsExactly(
            "wide.csv:4: column vas_BL_L: pain on the visual analog scale [cm] must lie in"
                + " 0.0..10.0, but was 78.0",
            "wide.csv:4: column day_M6_L: is empty; days from the first treatment were"
                + " expected");
    assertThat(reading.accepted()).hasToString("Cohort{UNDECLARED, 3 patients, 4 hips}");
    assertThat(reading.accepted().hips())
        .extracting(hip -> hip.visits().size())
        .containsExactly(2, 2, 1, 0);
  }

  @Test
  void isWrittenWholeOverAFileOnlyAndReadBack(@TempDir Path folder) throws IOException {
    Dictionary dictionary = Dictionary.parse("dictionary.csv", DICTIONARY);
    Path file = folder.resolve("mine/dictionary.csv");
    dictionary.write(file);
    dictionary.write(file);
    assertThat(file.getParent()).isDirectoryContaining("glob:**dictionary.csv");
    assertThat(Dictionary.parse("dictionary.csv", Files.readString(file))).isEqualTo(dictionary);
    Path notes = Files.writeString(folder.resolve("notes.txt"), "notes");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), notes);
    for (Path place : List.of(link, folder, folder.getRoot())) {
      assertThatThrownBy(() -> dictionary.write(place))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("dictionary [file] must be writable");
    }
    assertThat(notes).hasContent("notes");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(file.getParent(), notes, link);
    }
  }
}
