package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Sex;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataOrigin;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.csv.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each of the files of a cohort: origin, death, replacement, membership. */
class EveryFileTest {
  static Stream<String> files() {
    return CohortFile.FILES.stream();
  }

  private static Map<String, String> whole() throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String file : CohortFile.FILES) {
      try (var stream = EveryFileTest.class.getResourceAsStream("to_corrupt/" + file)) {
        files.put(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private static CohortReading read(Map<String, String> files) {
    return CohortReader.withDefaults()
        .read(file -> Optional.ofNullable(files.get(file))
            .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
  }

  @ParameterizedTest
  @MethodSource("files")
  void readsTheOriginOfTheDataFromEachFile(String only) throws IOException {
    Map<String, String> files = whole();
    files.replaceAll((file, text) -> file.equals(only) ? text : text.replace("SYNTHETIC", ""));
    assertThat(read(files).orThrow().origin()).isEqualTo(DataOrigin.SYNTHETIC);
  }

  @ParameterizedTest
  @MethodSource("files")
  void refusesAnotherOriginInEachFile(String file) throws IOException {
    Map<String, String> files = whole();
    String text = files.getOrDefault(file, "");
    int last = text.lastIndexOf("SYNTHETIC");
    files.put(file, text.substring(0, last) + "OBSERVED" + text.substring(last + 9));
    assertThat(read(files).problems())
        .filteredOn(problem -> problem.file().equals(file))
        .extracting(Problem::column)
        .containsExactly("data_origin");
  }

  private static final Map<String, String> ONE = Map.of(
      "patients.csv",
      "patient_id,sex,age_years,death_day\nA,F,41,400\n",
      "hips.csv",
      "patient_id,side,etiology,steinberg_stage,arthroplasty_day\nA,L,alcohol,I,300\nA,R,alcohol,I,\n",
      "visits.csv",
      "patient_id,side,visit,day\n",
      "imaging.csv",
      "patient_id,side,visit,day,modality,reader\n",
      "procedures.csv",
      "patient_id,side,procedure,day,number,drill_mm\n",
      "events.csv",
      "patient_id,term,day\n");

  private static List<String> told(String file, String row) {
    Map<String, String> files = new TreeMap<>(ONE);
    files.merge(file, row + "\n", String::concat);
    return read(files).problems().stream().map(Problem::text).toList();
  }

  /** What happens on the day of the death or of the replacement happens before it. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      visits.csv     | A,R,UNS,%d                | 400
      imaging.csv    | A,R,UNS,%d,mri,R1         | 400
      procedures.csv | A,R,decompression,%d,,    | 400
      procedures.csv | A,R,injection,%d,1,       | 400
      procedures.csv | A,,aspiration,%d,,        | 400
      events.csv     | A,fever,%d                | 400
      imaging.csv    | A,L,UNS,%d,mri,R1         | 300
      procedures.csv | A,L,decompression,%d,,    | 300
      procedures.csv | A,L,injection,%d,1,       | 300
      """)
  void countsTheDayOfTheEndAsBeforeIt(String file, String row, int day) {
    assertThat(told(file, String.format(Locale.ROOT, row, day))).isEmpty();
    assertThat(told(file, String.format(Locale.ROOT, row, day + 1)))
        .singleElement()
        .asString()
        .startsWith(file + ":2: column day: lies after the "
            + (day == 400 ? "death of the patient" : "replacement of the hip"));
  }

  @Test
  void replacesNoHipOfTheDead() {
    Map<String, String> files = new TreeMap<>(ONE);
    files.put("patients.csv", "patient_id,sex,age_years,death_day\nA,F,41,300\n");
    assertThat(read(files).problems()).isEmpty();
    files.put("patients.csv", "patient_id,sex,age_years,death_day\nA,F,41,299\n");
    assertThat(read(files).problems())
        .extracting(Problem::text)
        .containsExactly("hips.csv:2: column arthroplasty_day: lies after the death of the patient;"
            + " an arthroplasty of a living patient was expected");
    // the hip was treated, and its days are counted from, 50 days after the other one
    String later = "patient_id,side,etiology,steinberg_stage,index_day,arthroplasty_day\n"
        + "A,R,alcohol,I,50,";
    files.put("hips.csv", later + "249\n");
    assertThat(read(files).problems()).isEmpty();
    files.put("hips.csv", later + "250\n");
    assertThat(read(files).problems()).hasSize(1);
    files.put("hips.csv", later + "-1\n");
    assertThat(read(files).problems())
        .extracting(Problem::column)
        .containsExactly("arthroplasty_day");
  }

  /** Writing refuses what reading would refuse, on the same days. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      visits.csv     | A,R,UNS,%d              | 399
      imaging.csv    | A,R,UNS,%d,mri,R1       | 399
      procedures.csv | A,R,decompression,%d,,  | 399
      procedures.csv | A,R,injection,%d,1,     | 399
      procedures.csv | A,,aspiration,%d,,      | 399
      events.csv     | A,fever,%d              | 399
      imaging.csv    | A,L,UNS,%d,mri,R1       | 299
      procedures.csv | A,L,decompression,%d,,  | 299
      procedures.csv | A,L,injection,%d,1,     | 299
      """)
  void writesOnlyWhatCanBeReadBack(String file, String row, int end) {
    Map<String, String> files = new TreeMap<>(ONE);
    files.merge(file, String.format(Locale.ROOT, row, end) + "\n", String::concat);
    Cohort cohort = read(files).orThrow();
    assertThat(read(CohortWriter.withDefaults().texts(cohort)).orThrow()).isEqualTo(cohort);
    Cohort ending = end == 399 ? deadOn(end, cohort) : replacedOn(end, cohort);
    assertThat(read(CohortWriter.withDefaults().texts(ending)).orThrow()).isEqualTo(ending);
    Cohort early = end == 399 ? deadOn(end - 1, cohort) : replacedOn(end - 1, cohort);
    assertThatThrownBy(() -> CohortWriter.withDefaults().texts(early))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(end == 399 ? "patient's death" : "its arthroplasty");
  }

  /** The cohort of one patient with another day of death. */
  private static Cohort deadOn(int day, Cohort cohort) {
    return with(
        Patient.builder()
            .id(cohort.patients().get(0).id())
            .sex(Sex.FEMALE)
            .ageYears(41)
            .deathDay(day)
            .build(),
        cohort.hips(),
        cohort);
  }

  private static Cohort replacedOn(int day, Cohort cohort) {
    List<Hip> hips = new ArrayList<>(cohort.hips());
    hips.replaceAll(hip -> hip.arthroplasty().isEmpty()
        ? hip
        : Hip.builder()
            .id(hip.id())
            .etiology(hip.etiology())
            .baselineStage(hip.baselineStage())
            .arthroplasty(Arthroplasty.onDay(day))
            .addAllVisits(hip.visits())
            .addAllImageReadings(hip.imageReadings())
            .addAllDecompressions(hip.decompressions())
            .addAllInjections(hip.injections())
            .build());
    return with(cohort.patients().get(0), hips, cohort);
  }

  private static Cohort with(Patient patient, List<Hip> hips, Cohort rest) {
    return Cohort.builder()
        .addPatients(patient)
        .addAllHips(hips)
        .addAllAdverseEvents(rest.adverseEvents())
        .addAllAspirations(rest.aspirations())
        .addAllPreparations(rest.preparations())
        .build();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      hips.csv         | B,L,alcohol,I,
      visits.csv       | B,L,UNS,3
      imaging.csv      | B,L,UNS,3,mri,R1
      procedures.csv   | B,,aspiration,3,,
      procedures.csv   | B,,preparation,3,,
      procedures.csv   | B,L,injection,3,1,
      events.csv       | B,fever,3
      """)
  void takesNothingOfAPatientWhoIsNotThere(String file, String row) {
    assertThat(told(file, row)).singleElement().asString().contains("without a valid row in");
  }

  @Test
  void tellsVisitsBeforeAndAfterTheReplacementApart() {
    Map<String, String> files = new TreeMap<>(ONE);
    files.put("visits.csv", "patient_id,side,visit,day\nA,L,M6,300\nA,L,M12,301\nA,R,M12,301\n");
    assertThat(read(files).orThrow().hips())
        .extracting(
            hip -> hip.visits().stream().map(visit -> visit.status().code()).toList())
        .containsExactly(List.of("done", "after_arthroplasty"), List.of("done"));
  }

  /** The cohort's own files keep a last contact before the treatment, as they hold each day. */
  @Test
  void keepsALastContactBeforeTheTreatment() {
    Map<String, String> files = new TreeMap<>(ONE);
    files.put(
        "hips.csv", "patient_id,side,etiology,steinberg_stage,last_seen_day\nA,L,alcohol,I,-5\n");
    assertThat(read(files).orThrow().hips().get(0).lastSeenDay()).contains(-5);
  }

  @Test
  void namesAFolderThatIsNotThere() {
    CohortReading reading = CohortReader.withDefaults().read(Path.of("no", "such", "folder"));
    assertThat(reading.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.text())
          .endsWith("folder:1: column patient_id: the folder is not there; a folder with"
              + " patients.csv and hips.csv was expected");
      assertThat(problem.concernsFile()).isTrue();
    });
  }
}
